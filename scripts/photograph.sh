#!/usr/bin/env bash
# photograph.sh PAGE PICTURE: a page as a picture of 1200 x 630 pixels, by the Chromium that the tests use.
set -euo pipefail
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
rm -f "$2"
"${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
  --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars \
  --force-device-scale-factor=1 --user-data-dir="$profile" --window-size=1200,630 \
  --screenshot="$PWD/$2" "file://$PWD/$1" 2>"$profile/log" || { cat "$profile/log" >&2; exit 1; }
[ -s "$2" ] || { echo "no picture of $1: $(tail -n 3 "$profile/log")" >&2; exit 1; }
