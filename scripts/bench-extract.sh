#!/usr/bin/env bash
# How fast dates and events are read, beside chrono-node and dateparser on the same text in the same run.
#
#   scripts/bench-extract.sh FILE
#
# FILE is a text of about 1 MB in UTF-8. Needs node with npm, and python3 with venv; what is compared with is installed under
# target/peers. One core each; the best of several rounds.
set -euo pipefail
[ $# = 1 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
text=$(realpath "$1")
cd "$(dirname "$0")/.."
peers=target/peers

mkdir -p "$peers"
[ -d "$peers/node_modules/chrono-node" ] || npm install --prefix "$peers" --no-package-lock --no-audit --no-fund --silent chrono-node
[ -x "$peers/venv/bin/python" ] || python3 -m venv "$peers/venv"
"$peers/venv/bin/python" -c 'import dateparser' 2>/dev/null || "$peers/venv/bin/pip" install --quiet dateparser
# Modules are looked for beside the file that asks for them.
cp scripts/peers/chrono-node.mjs "$peers/"
cargo build --locked --release --example throughput

echo "== 1 core, $(wc -c <"$text") bytes"
taskset -c 0 target/release/examples/throughput "$text" 10
taskset -c 0 node "$peers/chrono-node.mjs" "$text" 3
taskset -c 0 "$peers/venv/bin/python" scripts/peers/search_dates.py "$text"
