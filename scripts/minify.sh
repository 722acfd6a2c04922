#!/usr/bin/env bash
# Minifies the scripts and style sheets of a release build where trunk has staged them. Called by trunk.
set -euo pipefail
[ "${TRUNK_PROFILE:-debug}" = release ] || exit 0
options=(--log-level=warning --minify --charset=utf8 --target=chrome123,firefox120,safari17.5 --allow-overwrite)
for file in "$TRUNK_STAGING_DIR"/*.js "$TRUNK_STAGING_DIR"/*.css; do
  case "$file" in
    # Classic scripts stay so.
    *.css | */boot-*) esbuild "${options[@]}" --outfile="$file" "$file" ;;
    # Of the module's script only what the boot script imports.
    *) printf 'export { default } from "./%s"' "${file##*/}" \
      | (cd "$TRUNK_STAGING_DIR" && esbuild "${options[@]}" --bundle --format=esm --outfile="$file") ;;
  esac
done
