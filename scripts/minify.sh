#!/usr/bin/env bash
# Minifies the scripts and style sheets of a release build where trunk has staged them. Called by trunk.
set -euo pipefail
[ "${TRUNK_PROFILE:-debug}" = release ] || exit 0
for file in "$TRUNK_STAGING_DIR"/*.js "$TRUNK_STAGING_DIR"/*.css; do
  case "$file" in *.js) format=--format=esm ;; *) format= ;; esac
  # A classic script stays one.
  case "$file" in */boot-*) format= ;; esac
  # shellcheck disable=SC2086
  esbuild --log-level=warning --minify --charset=utf8 $format --target=chrome123,firefox120,safari17.5 \
    --allow-overwrite --outfile="$file" "$file"
done
