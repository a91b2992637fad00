#!/usr/bin/env bash
# The checks that take long: laws tried on many more cases, two minutes of each fuzz target, a thousand kills, a full disk, the memory
# that large files take, exports read by other programs, and the journey through the window several times over.
#
#   scripts/soak.sh [CASES [JOURNEYS]]        (default: 20000 cases of each law, 5 journeys)
set -euo pipefail
cd "$(dirname "$0")/.."

cases=${1:-20000}
journeys=${2:-5}

echo "== tests, each law on $cases cases"
PROPTEST_CASES=$cases cargo test --locked
for target in fuzz/fuzz_targets/*.rs; do
    echo "== two minutes of $(basename "$target" .rs)"
    scripts/fuzz.sh "$(basename "$target" .rs)" 120
done
echo "== a thousand kills"
scripts/kill.sh 1000
echo "== a full disk"
scripts/full-disk.sh
echo "== memory for 50 MB of every kind"
cargo build --locked --release --example open
scripts/memory.py
cargo build --locked --release
echo "== exports read by other programs"
scripts/exports.sh
for journey in $(seq "$journeys"); do
    echo "== journey $journey of $journeys"
    tests/e2e/run.sh
done
echo "== a million events in the window"
scripts/bench-timeline.sh
echo "== a page and a long text in the window"
scripts/bench-open.sh
echo "== all held: $SECONDS s"
