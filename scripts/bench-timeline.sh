#!/usr/bin/env bash
# How soon the window shows many events, and how smoothly they pan and zoom, beside other timelines in the same run.
#
#   scripts/bench-timeline.sh [N [PEER...]]        (default: 1000000 events; peers that are fit for so many)
#   PEERS_DIR=FOLDER scripts/bench-timeline.sh     runs the others too
#
# FOLDER has a bench.mjs: «node bench.mjs PEER N» prints a line of JSON with first_ms, mem, pan and zoom. It is copied to
# target/peers/timeline; node, npm and Chromium are needed for it, and for Perfetto its built pages in the folder PERFETTO_UI.
# Needs a release build. Everything is drawn without a graphics card: compare only what stands in one table.
set -euo pipefail
case "${1:-1}" in *[!0-9]*) sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2 ;; esac
root=$(realpath "$(dirname "$0")/..")
cd "$root"
n=${1:-1000000}
shift || true
program=$root/target/release/waqai
[ -x "$program" ] || { echo "$program is not there: cargo build --release" >&2; exit 1; }
results=$(mktemp -d "${TMPDIR:-/tmp}/waqai-bench.XXXXXX")
trap 'rm -rf "$results"' EXIT

# prepare FOLDER: a copy of the others' folder, with the packages that it names.
prepare() {
    mkdir -p "$1"
    cp -r --no-preserve=mode "$PEERS_DIR/." "$1"
    mkdir -p "$1/traces"
    cd "$1"
    [ -d node_modules ] || npm install --no-package-lock --no-audit --no-fund --silent
    [ -f pages/flame.bundle.js ] || npx esbuild node_modules/flame-chart-js/dist/index.js --bundle --format=iife \
        --global-name=FC --platform=browser --outfile=pages/flame.bundle.js --log-level=error
}

# Those that show so many events within minutes. Of vis-timeline a hundredth of the time is asked for: all of it takes longer still.
fit_peers() {
    echo flame
    [ -z "${PERFETTO_UI:-}" ] || echo perfetto
    if [ "$n" -le 100000 ]; then echo vis; fi
    if [ "$n" -le 1000 ]; then echo tljs; fi
}

# run_peer PEER: what it prints becomes a line of the results.
run_peer() {
    local options=()
    if [ "$1" = vis ] && [ "$n" -gt 1000 ]; then options=(mode=win); fi
    echo "== $1" >&2
    timeout 300 node bench.mjs "$1" "$n" "${options[@]}" >>"$results/peers.jsonl" ||
        echo "{\"peer\": \"$1\", \"N\": $n, \"dnf\": \"no answer\"}" >>"$results/peers.jsonl"
}

mkdir -p target/e2e
python3 -B tests/e2e/timeline_events.py "$n" "$results/events.csv"
echo "== waqai" >&2
scripts/with-display.sh /usr/bin/python3 -B tests/e2e/timeline_frames.py "$program" "$results/events.csv" "$results/waqai.json" \
    2>target/e2e/services.log
touch "$results/peers.jsonl"
if [ -n "${PEERS_DIR:-}" ]; then
    PEERS_DIR=$(realpath "$PEERS_DIR")
    if [ -n "${PERFETTO_UI:-}" ]; then export PERFETTO_UI=$(realpath "$PERFETTO_UI"); fi
    peers=("$@")
    [ $# -gt 0 ] || mapfile -t peers < <(fit_peers)
    prepare target/peers/timeline
    for peer in "${peers[@]}"; do run_peer "$peer"; done
fi
python3 -B "$root/tests/e2e/timeline_table.py" "$results/waqai.json" "$results/peers.jsonl"
