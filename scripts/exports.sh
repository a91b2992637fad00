#!/usr/bin/env bash
# Exports an Arabic and an English article in every form and reads each file by a program that is not ours: SVG and HTML in Chromium,
# HTML by axe-core, PDF by poppler, iCalendar by PyPI's icalendar, CSV by pandas, TimelineJS's JSON by TimelineJS.
#
#   scripts/exports.sh [PROGRAM]        (default: target/release/waqai)
#
# Needs Chromium, poppler-utils, npm and Python with venv; takes the packages from npm and PyPI into a folder that it removes again.
# Closes with «N passed, N failed».
set -euo pipefail
cd "$(dirname "$0")/.."

program=$(realpath "${1:-target/release/waqai}")
articles=$PWD/scripts/exports
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
    { echo "scripts/exports.sh: Chromium is missing" >&2; exit 1; }
command -v pdftotext >/dev/null || { echo "scripts/exports.sh: poppler-utils is missing" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet icalendar pandas
npm install --silent --no-audit --no-fund --prefix "$folder" axe-core @knight-lab/timelinejs >/dev/null

for language in ar en; do
    for ending in png svg pdf html md csv ics timeline.json json; do
        "$program" export "$articles/$language.txt" --published 2025-11-01 --output "$folder/$language.$ending"
    done
done
BROWSER=$browser "$folder/venv/bin/python" scripts/exports/check.py "$folder" "$articles"
