#!/usr/bin/env bash
# Everything that has to hold, from formatting to a click in the real window.
#
#   scripts/test.sh
#
# Needs Rust with rustfmt and clippy, and the Debian packages of scripts/packages.txt; as root it installs those that are missing.
# Closes with «N passed, N failed»: every test that ran counts, and each other check counts as one.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:$HOME/.cargo/bin" CARGO_TERM_PROGRESS_WHEN=never
# On a machine that builds once, what makes the second build faster only fills the disk.
if [ "${CI:-}" = true ]; then export CARGO_INCREMENTAL=0; fi

passed=0
failed=0
log=target/test.log

fail() {
    echo "scripts/test.sh: $*" >&2
    exit 1
}

missing_packages() {
    local package
    grep -v '^#' scripts/packages.txt | while read -r package; do
        [ -z "$package" ] || [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
    done
}

require_packages() {
    command -v dpkg-query >/dev/null ||
        fail "this is no Debian; install what these packages hold, then run the steps below one by one:" \
            "$(grep -v '^#' scripts/packages.txt | xargs)"
    local missing
    missing=$(missing_packages)
    if [ -z "$missing" ]; then return; fi
    [ "$(id -u)" = 0 ] || fail "these packages are missing (as root this script installs them):" $missing
    echo "== installing $(echo "$missing" | xargs)"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    missing=$(missing_packages)
    [ -z "$missing" ] || fail "these packages could not be installed:" $missing
}

require_rust() {
    command -v cargo >/dev/null || fail "cargo is missing: install Rust $(minimum_rust) or newer"
    cargo fmt --version >/dev/null 2>&1 || fail "rustfmt is missing: rustup component add rustfmt"
    cargo clippy --version >/dev/null 2>&1 || fail "clippy is missing: rustup component add clippy"
}

minimum_rust() {
    sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml
}

# check NAME COMMAND...: runs it, shows what it says, counts it as one.
check() {
    local name=$1 start=$SECONDS
    shift
    echo "== $name: $*"
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "== $name: FAILED"
    fi
    echo "== $name: $((SECONDS - start)) s"
}

# check_tests NAME COUNTER COMMAND...: the same for a command that counts for itself.
check_tests() {
    local name=$1 counter=$2 start=$SECONDS status=0 yes no
    shift 2
    echo "== $name: $*"
    "$@" 2>&1 | tee "$log" || status=$?
    read -r yes no < <("$counter" "$log")
    # A command that failed without counting a failure did not get as far as its tests.
    if [ $status != 0 ] && [ "$no" = 0 ]; then no=1; fi
    passed=$((passed + yes))
    failed=$((failed + no))
    echo "== $name: $((SECONDS - start)) s, $yes passed, $no failed"
}

count_cargo() {
    awk '/^test result:/ { passed += $4; failed += $6 } END { print passed + 0, failed + 0 }' "$1"
}

count_journey() {
    awk '/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 } END { print passed + 0, failed + 0 }' "$1"
}

require_packages
require_rust
mkdir -p target
check "formatting" cargo fmt --check
check "lints" cargo clippy --locked --all-targets -- -D warnings
check "without a window" cargo check --locked --no-default-features --lib --bins
check_tests "tests" count_cargo cargo test --locked --no-fail-fast
RUSTDOCFLAGS="-D warnings" check "documentation" cargo doc --locked --no-deps
check "release build" cargo build --locked --release
check_tests "end to end" count_journey tests/e2e/run.sh

echo "== all of it: $SECONDS s"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
