#!/usr/bin/env python3
"""Records what HarfBuzz makes of tests/text/corpus.txt, in tests/text/corpus.expected.

    scripts/shape-corpus.py

Runs of one font and direction come from `cargo run --example shape`; their glyphs come from `hb-shape`, which gets the
rest of the paragraph as context. Says where the two differ. Needs hb-shape (Debian: libharfbuzz-bin).

Two things are recorded otherwise than hb-shape says them. A ZERO WIDTH NON-JOINER belongs to the letter before it, and
what stands after an Arabic number sign (U+0600 and its kin) belongs to that sign, as in UAX #29 (rules GB9 and GB9b);
HarfBuzz gives each a cluster of its own. Those are numbers of clusters only: every glyph stays where it is.

hb-shape is told the script of a run, which it cannot guess from digits and signs. Where a paragraph has no letter at all
it is told Latin, which is what Parley takes then: Noto Naskh Arabic has a full stop and an exclamation mark for each.
"""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests/text/corpus.txt"
FACES = ["bundled-article", "bundled-interface"]
SCRIPTS = {"ARABIC": "Arab", "LATIN": "Latn", "HEBREW": "Hebr"}
NUMBER_SIGNS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd"


def unescape(line):
    text = re.sub(r"\\u\{([0-9A-F]+)\}", lambda match: chr(int(match[1], 16)), line)
    return text.replace("\\\\", "\\")


def script_of(run, before, after):
    """The script of a run's letters, or of those before it, or after it."""
    for text in (run, before[::-1], after):
        for letter in text:
            # The name of a letter, a mark, a number sign begins with its script.
            if letter.isalpha() or unicodedata.category(letter) in ("Mn", "Cf"):
                script = SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0])
                if script:
                    return script
    return "Latn"


def harfbuzz(font, direction, run, before, after):
    command = ["hb-shape", "--no-glyph-names", "--utf8-clusters", f"--direction={direction}", "--language=und"]
    command += [f"--script={script_of(run, before, after)}"]
    command += [f"--text-before={before}"] if before else []
    command += [f"--text-after={after}"] if after else []
    command += [str(ROOT / "assets/fonts" / font), f"--text={run}"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def recounted(glyphs, data, start):
    """Clusters counted from the start of the line, whose bytes are `data`."""
    clusters = {int(cluster) + start for _, cluster in re.findall(r"(\d+)=(\d+)", glyphs)}

    def cluster_of(at):
        before = [cluster for cluster in clusters if cluster < at]
        letter, sign = data[at:].decode()[:1], data[:at].decode()[-1:]
        belongs = letter == "\u200c" or (sign and sign in NUMBER_SIGNS)
        return cluster_of(max(before)) if belongs and before else at

    return re.sub(r"(\d+)=(\d+)", lambda match: f"{match[1]}={cluster_of(int(match[2]) + start)}", glyphs)


def runs_of(text, face):
    shape = ROOT / "target/debug/examples/shape"
    return subprocess.run([shape, face, text], check=True, capture_output=True, text=True).stdout.splitlines()


def record(line):
    text = unescape(line)
    data = text.encode()
    expected, differences = [], 0
    for face in FACES:
        expected.append(f"{face}: {line}")
        for ours in filter(None, runs_of(text, face)):
            font, direction, span, glyphs = ours.split(" ", 3)
            start, end = map(int, span.split(".."))
            parts = [data[start:end], data[:start], data[end:]]
            theirs = recounted(harfbuzz(font, direction, *(part.decode() for part in parts)), data, start)
            if theirs != glyphs:
                differences += 1
                print(f"{line}\n  {font} {direction} {span}\n  ours   {glyphs}\n  theirs {theirs}", file=sys.stderr)
            expected.append(f"{font} {direction} {span} {theirs}")
    return expected, differences, len(expected) - len(FACES)


def main():
    subprocess.run(["cargo", "build", "--quiet", "--example", "shape"], check=True, cwd=ROOT)
    lines = [line for line in CORPUS.read_text().splitlines() if line and not line.startswith("# ")]
    expected, differences, runs = [], 0, 0
    for line in lines:
        of_line, different, count = record(line)
        expected += of_line
        differences += different
        runs += count
    CORPUS.with_suffix(".expected").write_text("\n".join(expected) + "\n")
    print(f"{len(lines)} lines, {runs} runs, {differences} differ", file=sys.stderr)


main()
