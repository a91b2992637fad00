"""Reads exported files by other programs: check.py FOLDER ARTICLES. Run by scripts/exports.sh."""

import csv
import datetime
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

import icalendar
import pandas

FOLDER, ARTICLES = map(pathlib.Path, sys.argv[1:3])
PASSED, FAILED = [], []


def check(name, holds, detail=""):
    (PASSED if holds else FAILED).append(name)
    if not holds:
        print(f"{name}: {detail}")


def shown(page):
    """The page as Chromium has it after its scripts have run."""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            os.environ["BROWSER"],
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--allow-file-access-from-files",
            f"--user-data-dir={profile}",
            "--virtual-time-budget=20000",
            "--dump-dom",
            page.as_uri(),
        ]
        return subprocess.run(command, capture_output=True, check=True, timeout=180, text=True).stdout


def with_script(script):
    """A page that runs a script and shows what it puts into #result."""
    page = FOLDER / "run.html"
    page.write_text(script, encoding="utf-8")
    found = re.search(r'<pre id="result">(.*?)</pre>', shown(page), re.S)
    return json.loads(html.unescape(found.group(1))) if found else None


def check_calendar(language, record):
    events = icalendar.Calendar.from_ical((FOLDER / f"{language}.ics").read_bytes()).walk("VEVENT")
    bounded = [event for event in record["events"] if event["when"]["earliest"] and event["when"]["latest"]]
    check(f"{language}.ics holds each event with two ends", len(events) == len(bounded) > 0, f"{len(events)} of {len(bounded)}")
    for event in events:
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        told = [e for e in bounded if str(event["UID"]).startswith(f"{e['id']}-")]
        check(f"{language}.ics {event['UID']} is known", len(told) == 1)
        for known in told:
            first = datetime.date.fromisoformat(known["when"]["earliest"][:10])
            last = datetime.date.fromisoformat(known["when"]["latest"][:10])
            days = (start if type(start) is datetime.date else start.date(), end if type(end) is datetime.date else None)
            check(f"{language}.ics {known['id']} begins", days[0] == first, f"{start} for {first}")
            if days[1]:
                check(f"{language}.ics {known['id']} ends", days[1] == last + datetime.timedelta(days=1), f"{end} for {last}")
            check(f"{language}.ics {known['id']} has its title", known["title"] in str(event["SUMMARY"]), str(event["SUMMARY"]))


def check_table(language, record):
    table = pandas.read_csv(FOLDER / f"{language}.csv", keep_default_na=False, dtype=str)
    check(f"{language}.csv has a row for each event", len(table) == len(record["events"]), str(len(table)))
    rows = {row["id"]: row for row in table.to_dict("records")}
    for event in record["events"]:
        row = rows.get(event["id"], {})
        known = {"title": event["title"], **event["when"]}
        same = [row.get(key) == (known[key] or "") for key in ("title", "earliest", "latest", "certainty")]
        check(f"{language}.csv {event['id']} says the same", all(same), str(row))


def check_slides(language):
    data = (FOLDER / f"{language}.timeline.json").read_text(encoding="utf-8")
    in_script = data.replace("</", "<\\/")
    base = (FOLDER / "node_modules/@knight-lab/timelinejs/dist").as_uri()
    result = with_script(
        f"""<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="{base}/css/timeline.css">
        <script src="{base}/js/timeline.js"></script><div id="t" style="width:1200px;height:700px"></div>
        <pre id="result">null</pre><script>
        const data = {in_script};
        new TL.Timeline("t", data, {{script_path: "{base}/js", language: "en"}});
        setTimeout(() => {{ document.getElementById("result").textContent = JSON.stringify({{
            headlines: [...document.querySelectorAll(".tl-headline")].map(e => e.textContent.trim()),
            markers: document.querySelectorAll(".tl-timemarker").length,
            dates: [...document.querySelectorAll(".tl-headline-date")].map(e => e.textContent.trim()),
        }}); }}, 8000);</script>"""
    )
    timeline = json.loads(data)
    check(f"{language}.timeline.json is shown", result is not None, "nothing was shown")
    if result:
        plain = [html.unescape(slide["text"]["headline"]) for slide in timeline["events"]]
        check(f"{language}.timeline.json has its headlines", set(plain) <= set(result["headlines"]), str(result))
        check(f"{language}.timeline.json has its markers", result["markers"] == len(plain) > 0, str(result))
        dates = [slide["display_date"] for slide in timeline["events"]]
        check(f"{language}.timeline.json says its dates in words", set(dates) <= set(result["dates"]), str(result))


def check_page(language, record):
    page = (FOLDER / f"{language}.html").read_text(encoding="utf-8")
    as_it_is = shown(FOLDER / f"{language}.html")
    count = len(re.findall(r'<li id="e\d+">', as_it_is))
    check(f"{language}.html shows each event", count == len(record["events"]), str(count))
    axe = (FOLDER / "node_modules/axe-core/axe.min.js").as_uri()
    # The policy of the page lets no script run, axe's neither: for this reading only it is taken out.
    open_page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    check(f"{language}.html has a policy", open_page != page)
    script = f"""<pre id="result">null</pre><script src="{axe}"></script><script>
        axe.run(document, {{exclude: ["#result"]}}).then(found => {{ document.getElementById("result").textContent = JSON.stringify(
            found.violations.map(v => [v.impact, v.id, v.nodes.map(n => n.html.slice(0, 200)).slice(0, 3)])); }});</script></body>"""
    violations = with_script(open_page.replace("</body>", script))
    check(f"{language}.html is read by axe", violations is not None)
    for impact, name, nodes in violations or []:
        print(f"{language}.html: axe {impact} {name}: {nodes}")
        check(f"{language}.html axe {name}", impact not in ("serious", "critical"), str(nodes))


def plain(text):
    """Letters and digits in their order. Poppler puts marks of direction, blanks and commas beside numbers where they are seen."""
    text = unicodedata.normalize("NFKC", re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text))
    return "".join(c for c in text if unicodedata.category(c)[0] in "LNM")


def check_paper(language, record):
    file = FOLDER / f"{language}.pdf"
    read = lambda *command: subprocess.run(command, capture_output=True, check=True, timeout=60, text=True).stdout
    fonts = read("pdffonts", file).splitlines()[2:]
    check(f"{language}.pdf has fonts", len(fonts) > 0)
    # Embedded, a subset, and with the letters that its glyphs stand for.
    check(f"{language}.pdf brings its fonts", all(re.search(r" yes yes yes ", font) for font in fonts), str(fonts))
    # What only turns directions is no word.
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", read("pdftotext", "-layout", file, "-"))
    text = unicodedata.normalize("NFKC", text)
    words = " ".join(text.split())
    for event in record["events"]:
        begin = " ".join(unicodedata.normalize("NFKC", event["title"]).split()[:2])
        check(f"{language}.pdf says {event['id']} in its order", begin in words, f"{begin} in {words}")
    title = unicodedata.normalize("NFKC", (ARTICLES / f"{language}.txt").read_text(encoding="utf-8").splitlines()[0])
    check(f"{language}.pdf has its title", title in words, words)
    # The sheets behind the picture: each event with its time in words, how sure that is, and the whole of its sentence.
    sheets = read("pdftotext", "-f", "2", file, "-").split("\f")[:-1]
    said = plain(" ".join(sheets))
    chronology = (FOLDER / f"{language}.md").read_text(encoding="utf-8")
    datings = dict(re.findall(r"^### (.*)\n\n\*\*(.*)\*\*$", chronology, re.M))
    for event in record["events"]:
        span = event["sentence"]
        sentence = record["article"]["text"][span["start"] : span["end"]]
        check(f"{language}.pdf quotes {event['id']}", plain(sentence) in said, f"{sentence} in {sheets}")
        dated = plain(datings[event["title"]] + event["title"])
        check(f"{language}.pdf says when {event['id']}", dated in said, f"{dated} in {said}")
    months = [word for sheet in sheets for word in re.findall(r"\w+", unicodedata.normalize("NFKC", sheet))]
    for month in {"ar": ("أكتوبر", "نوفمبر", "سبتمبر"), "en": ("October", "November", "September")}[language]:
        check(f"{language}.pdf keeps {month} whole", month in months, str(months))
    for at, sheet in enumerate(sheets, 2):
        numbers = [int(number) for number in re.findall(r"\d+", sheet.strip().splitlines()[-1])]
        check(f"{language}.pdf numbers sheet {at}", numbers == [at, len(sheets) + 1] or numbers == [len(sheets) + 1, at], str(numbers))


def check_picture(language, record):
    svg = shown(FOLDER / f"{language}.svg")
    labels = [html.unescape(label) for label in re.findall(r'aria-label="([^"]*)"', svg)]
    for event in record["events"]:
        check(f"{language}.svg tells {event['id']}", any(label.startswith(event["title"]) for label in labels), str(labels))
    check(f"{language}.svg is well-formed", "<parsererror" not in svg)


for language in ("ar", "en"):
    record = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    check(f"{language}.json has events", len(record["events"]) > 3)
    check_table(language, record)
    check_calendar(language, record)
    check_picture(language, record)
    check_paper(language, record)
    check_page(language, record)
    check_slides(language)

print(f"{len(PASSED)} passed, {len(FAILED)} failed")
sys.exit(bool(FAILED))
