#!/usr/bin/env bash
# How soon a web page of 1 MB and a text of 50 MB are seen in the window after they were asked for, and whether it answers meanwhile.
#
#   scripts/bench-open.sh [RUNS]        (default: 5 runs of each)
#
# Needs a release build. Drawn without a graphics card, which is most of what the longest frame takes.
set -euo pipefail
root=$(realpath "$(dirname "$0")/..")
mkdir -p "$root/target/e2e"
exec "$root/scripts/with-display.sh" /usr/bin/python3 -B "$root/tests/e2e/open_frames.py" \
    "$root/target/release/waqai" "$@" 2>"$root/target/e2e/services.log"
