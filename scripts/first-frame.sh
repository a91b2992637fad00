#!/usr/bin/env bash
# How long it takes from starting the program to its first frame, over several runs on a screen of its own.
#
#   scripts/first-frame.sh [RUNS [FILE]]        (default: 10 runs of the bundled article)
#
# Prints milliseconds: each run, then least, median and most. Drawn without a graphics card: with one it is faster.
set -euo pipefail
root=$(realpath "$(dirname "$0")/..")
mkdir -p "$root/target/e2e"
exec "$root/scripts/with-display.sh" /usr/bin/python3 -B "$root/tests/e2e/first_frame.py" \
    "$root/target/release/waqai" "$@" 2>"$root/target/e2e/services.log"
