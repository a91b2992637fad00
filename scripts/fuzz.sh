#!/usr/bin/env bash
# Lets a fuzz target of fuzz/fuzz_targets look for an input that breaks a law; stops at the first.
#
#   scripts/fuzz.sh TARGET [SECONDS]        (default: 60 s)
#
# Needs cargo-fuzz and a nightly compiler. It starts from the texts of tests/extract or the files of tests/fixtures; what it learns stays in fuzz/corpus.
# Without a sanitizer: there is no unsafe code in the program, and twice as many inputs are tried.
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:$HOME/.cargo/bin"

target=$1
seconds=${2:-60}
command -v cargo-fuzz >/dev/null || { echo "scripts/fuzz.sh: cargo-fuzz is missing: cargo install cargo-fuzz" >&2; exit 1; }

corpus=fuzz/corpus/$target
mkdir -p "$corpus"
if [ "$target" = extract ]; then
    python3 - "$corpus" <<'PYTHON'
import hashlib, pathlib, sys, tomllib

for file in pathlib.Path("tests/extract").glob("*.toml"):
    for case in tomllib.loads(file.read_text())["case"]:
        text = case["text"].encode()
        pathlib.Path(sys.argv[1], hashlib.sha1(text).hexdigest()).write_bytes(text)
PYTHON
else
    python3 - "$corpus" "$target" <<'PYTHON'
import pathlib, sys, zipfile

corpus, target = pathlib.Path(sys.argv[1]), sys.argv[2]
endings = {"text": ["txt"], "markdown": ["md"], "mail": ["eml", "mhtml"], "feed": ["rss", "atom"], "json": ["json", "jsonl"]}.get(target, [target])
for file in sorted(pathlib.Path("tests/fixtures").rglob("*")):
    ending = file.suffix[1:]
    if not file.is_file() or (target != "any" and ending not in endings):
        continue
    (corpus / file.name).write_bytes(file.read_bytes())
    # The parts of an archive beside it: what is packed hardly ever changes to something that can be unpacked.
    if target == ending and zipfile.is_zipfile(file):
        for part in zipfile.ZipFile(file).namelist():
            if part.endswith(("document.xml", "content.xml", ".opf")):
                (corpus / f"{file.name}.{pathlib.Path(part).name}").write_bytes(zipfile.ZipFile(file).read(part))
PYTHON
fi
cargo +nightly fuzz run --sanitizer none "$target" "$corpus" -- -max_total_time="$seconds" -timeout=10
