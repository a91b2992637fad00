#!/usr/bin/env python3
"""Holds our line breaks of the bundled article against Chromium's, at ten widths.

    scripts/line-breaks.py [--pictures FOLDER]

Both set the article's faces at 18 px, without hinting and at fractions of pixels. Says where a line begins elsewhere.
With --pictures, Chromium's own picture of the article goes to FOLDER, light and dark, at scale 1 and 2, to be looked at
beside ours (scripts/screenshot.sh). Needs chromium (Debian package of that name).
"""

import html
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "assets/fonts"
SIZE = 18
EM = 1000
WIDTHS = [240, 300, 360, 420, 480, 540, 600, 640, 720, 900]
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--hide-scrollbars"]

STYLE = f"""
@font-face {{ font-family: naskh; src: url("file://{FONTS}/NotoNaskhArabic-Regular.ttf"); }}
@font-face {{ font-family: latin; src: url("file://{FONTS}/NotoSerif-Regular.ttf"); }}
@font-face {{ font-family: signs; src: url("file://{FONTS}/WaqaiSymbols-Regular.ttf"); }}
@font-face {{ font-family: sans; src: url("file://{FONTS}/IBMPlexSansArabic-Regular.ttf"); }}
body {{ margin: 0; font: {SIZE}px/1.75 naskh, latin, signs, sans; text-rendering: geometricPrecision; overflow-wrap: break-word; }}
p {{ margin: 0 0 12px; text-align: start; }}
"""

SCRIPT = """
document.fonts.ready.then(() => {
  const lines = [...document.querySelectorAll('p')].map(p => {
    const node = p.firstChild, text = node.data, starts = [];
    let top = -1;
    for (let i = 0; i < text.length; i++) {
      if (/\\s/.test(text[i])) continue;
      const range = document.createRange();
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rect = range.getClientRects()[0];
      if (!rect) continue;
      const line = Math.floor((rect.top + rect.height / 2 - p.getBoundingClientRect().top) / LINE);
      if (line !== top) { starts.push(i); top = line; }
    }
    return starts;
  });
  document.title = 'done';
  document.body.innerHTML = '<pre>' + JSON.stringify(lines) + '</pre>';
});
"""


def paragraphs():
    article = json.loads((ROOT / "data/samples/maduro-appeal.json").read_text())
    return [line.strip() for line in article["text"].splitlines() if line.strip()]


def page(texts, width, script, colors=""):
    body = "".join(f'<p dir="auto">{html.escape(text)}</p>' for text in texts)
    script = f"<script>{script.replace('LINE', str(SIZE * 1.75))}</script>" if script else ""
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}{colors}</style><body style="width: {width}px">{body}{script}'


def chromium(arguments, content):
    with tempfile.NamedTemporaryFile("w", suffix=".html") as file:
        file.write(content)
        file.flush()
        command = [*CHROMIUM, "--allow-file-access-from-files", *arguments, f"file://{file.name}"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def theirs(texts, width):
    output = chromium(["--virtual-time-budget=5000", "--dump-dom"], page(texts, width, SCRIPT))
    return json.loads(output.split("<pre>")[1].split("</pre>")[0])


def ours(text, width):
    """Where each line begins, in UTF-16 units, without the spaces before its first letter."""
    shape = [ROOT / "target/debug/examples/shape", "bundled-article", text, str(width / SIZE * EM)]
    output = subprocess.run(shape, check=True, capture_output=True, text=True).stdout
    data, starts = text.encode(), []
    for line in filter(None, output.split("\n\n")):
        start = min(int(run.split(" ")[2].split("..")[0]) for run in line.splitlines())
        while data[start : start + 1] == b" ":
            start += 1
        starts.append(len(data[:start].decode().encode("utf-16-le")) // 2)
    return starts


def compare(texts, width):
    differences, n_lines = 0, 0
    for text, expected in zip(texts, theirs(texts, width), strict=True):
        actual = ours(text, width)
        n_lines += len(expected)
        if actual != expected:
            differences += 1
            first = next((pair for pair in zip(actual, expected) if pair[0] != pair[1]), (actual[-1], expected[-1]))
            print(f"{width} px: ours {text[first[0]:first[0] + 30]!r}, Chromium {text[first[1]:first[1] + 30]!r}")
    print(f"{width} px: {n_lines} lines, {differences} paragraphs differ")
    return differences == 0


def pictures(texts, folder):
    folder.mkdir(parents=True, exist_ok=True)
    looks = {"light": "body{background:#fbfaf7;color:#1b1a18}", "dark": "body{background:#1b1a18;color:#ece8df}"}
    for name, colors in looks.items():
        for scale in (1, 2):
            picture = folder / f"chromium-{name}-{scale}.png"
            arguments = [f"--screenshot={picture}", "--window-size=640,600", f"--force-device-scale-factor={scale}"]
            chromium(["--virtual-time-budget=5000", *arguments], page(texts, 640, "", colors))
            print(picture)


def main():
    subprocess.run(["cargo", "build", "--quiet", "--example", "shape"], check=True, cwd=ROOT)
    texts = paragraphs()
    if len(sys.argv) == 3 and sys.argv[1] == "--pictures":
        return pictures(texts, Path(sys.argv[2]))
    equal = sum(compare(texts, width) for width in WIDTHS)
    print(f"{equal} of {len(WIDTHS)} widths are equal")


main()
