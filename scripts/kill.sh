#!/usr/bin/env bash
# Kills the window at many moments while it edits and saves: every file must be readable, and no more than two seconds be lost.
#
#   scripts/kill.sh [KILLS]        (default: 1000)
set -euo pipefail
cd "$(dirname "$0")/.."
WAQAI_KILLS=${1:-1000} cargo test --locked --lib app::tests::killed::whatever -- --nocapture
