#!/usr/bin/env bash
# The end-to-end test: the built program on a screen of its own, driven as a person drives it.
#
#   tests/e2e/run.sh [PROGRAM]        (default: target/release/waqai)
#
# Closes with «N passed, N failed». Pictures of failed steps and what the services said: target/e2e/.
set -euo pipefail
cd "$(dirname "$0")/../.."

program=${1:-target/release/waqai}
pictures=$PWD/target/e2e
if [ ! -x "$program" ]; then
    echo "$program is not there: cargo build --release" >&2
    exit 1
fi
mkdir -p "$pictures"
# The system's Python: the one that has Debian's gi.
exec scripts/with-display.sh /usr/bin/python3 -B tests/e2e/journey.py "$program" "$pictures" 2>"$pictures/services.log"
