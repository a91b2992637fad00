#!/usr/bin/env bash
# Saves and exports on a disk that is full, a small tmpfs in a namespace of its own: an error in words, and nothing is lost.
#
#   scripts/full-disk.sh
set -euo pipefail
cd "$(dirname "$0")/.."
cargo test --locked --lib --no-run
WAQAI_CARGO=$(command -v cargo)
export WAQAI_CARGO
# As root no user namespace is needed, and some systems forbid it.
as_root=$([ "$(id -u)" = 0 ] || echo --map-root-user)
unshare --mount $as_root bash -euo pipefail -c '
    disk=$(mktemp -d)
    mount -t tmpfs -o size=256k tmpfs "$disk"
    WAQAI_SMALL_DISK=$disk "$WAQAI_CARGO" test --locked --lib app::tests::full_disk -- --ignored
    umount "$disk"
    rmdir "$disk"
'
