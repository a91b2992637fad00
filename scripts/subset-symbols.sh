#!/bin/sh
# Makes assets/fonts/WaqaiSymbols-Regular.ttf: the signs of symbols.txt out of three Noto fonts.
# Needs Python with fonttools, and Noto Sans Symbols, Symbols 2 and Math in the folder $1
# (Debian: fonts-noto-core, /usr/share/fonts/truetype/noto).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/subset-symbols.py" "${1:-/usr/share/fonts/truetype/noto}" "$here/symbols.txt" \
    "$here/../assets/fonts/WaqaiSymbols-Regular.ttf"
