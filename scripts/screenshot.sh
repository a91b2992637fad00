#!/usr/bin/env bash
# A picture of the real window.
#
#   scripts/screenshot.sh OUT.png [OPTION]... [ARGUMENT OF WAQAI]...
#     --language ar|en     the language of the session (default: ar)
#     --select WORDS       clicks the event whose title begins so
#     --keys KEY...        presses keys as xdotool names them, up to a --
#   SCREEN_SIZE=1920x1080 WINIT_X11_SCALE_FACTOR=2 scripts/screenshot.sh ...        (default: 1280x800, 1)
#
# The picture of the README: scripts/screenshot.sh docs/window-ar.png
set -euo pipefail
[ $# -gt 0 ] || { sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
root=$(realpath "$(dirname "$0")/..")
mkdir -p "$root/target/e2e" "$(dirname "$1")"
exec "$root/scripts/with-display.sh" /usr/bin/python3 -B "$root/tests/e2e/screenshot.py" \
    "$root/target/release/waqai" "$@" 2>"$root/target/e2e/services.log"
