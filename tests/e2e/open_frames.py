"""Opens a file in the real window while that shows another article, and says how soon it is seen and whether the window answered.

    python3 open_frames.py PROGRAM RUNS        inside scripts/with-display.sh
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import screen
from frame_log import Log, start
from screen import until

SENTENCES = ("أعلنت وزارة الصحة يوم الثلاثاء 5 آذار 2024 افتتاح مستشفى جديد في العاصمة بحضور عدد من المسؤولين. وقال المدير إن العمل بدأ في "
             "مارس 2021 واستمر أكثر من سنتين رغم الصعوبات التي واجهها المشروع. ويضم المبنى مئتي سرير وقسما للطوارئ ومختبرا حديثا.")
LIMIT_SECONDS = 60
# So long the window must have been still before the file is opened, and after it is seen: what it has left to do is then done.
STILL = 0.5


def page(size):
    """As newspapers have them: the article is a small part of menus, lists and scripts."""
    item = ("<div class=item><a href=/news/{0}><img src=/{0}.jpg alt=''><h3>خبر آخر رقم {0} من القائمة</h3></a><span class=date>{0} آذار</span></div>\n"
            "<script>window.list.push({{id: {0}, name: \"خبر آخر رقم {0}\", tags: [\"a\", \"b\", \"c\"]}});</script>\n")
    count = size // len(item.format(1000).encode())
    article = "<h1>افتتاح مستشفى</h1><div class=article-body>" + f"<p>{SENTENCES}</p>\n" * 20 + "</div>"
    parts = [item.format(number) for number in range(count)]
    parts.insert(count // 2, article)
    head = "<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8><title>افتتاح مستشفى - المرفأ</title></head><body>"
    return head + "".join(parts) + "</body></html>"


def text(size):
    piece = SENTENCES + "\n\n"
    return piece * (size // len(piece.encode()) + 1)


# Each with the least that its article has, in bytes.
FILES = {"page of 1 MB": ("page.html", page, 1_000_000, 5_000), "text of 50 MB": ("text.txt", text, 50_000_000, 50_000_000)}


def opening(program, file, least, folder):
    """Milliseconds: from the key to the first frame with the article, to the one with its events, the longest frame on the way, and the
    longest that the program itself worked on one."""
    first = Path(folder, "first.txt")
    first.write_text("وصل الوفد يوم الأحد 3 آذار 2024.\n")
    log = Log(Path(folder, "frames.csv"))
    process, began = start(program, log, first, file)
    try:
        until("the first article", lambda: log.first(lambda frame: frame["events"]))
        screen.focus(until("a window", lambda: next(iter(screen.windows("--pid", process.pid)), None)))
        time.sleep(STILL)
        pressed_us = (time.monotonic() - began) * 1e6
        # A file of several is read when its tab is looked at.
        screen.press("ctrl+Tab")
        is_it = lambda frame: frame["text_bytes"] >= least
        seen = until("the article", lambda: log.first(is_it, pressed_us), LIMIT_SECONDS)
        found = until("its events", lambda: log.first(lambda frame: is_it(frame) and frame["events"], pressed_us), LIMIT_SECONDS)
        still = found["at_us"] + STILL * 1e6
        until("frames after it", lambda: log.frames()[-1]["at_us"] > still, LIMIT_SECONDS)
        frames = [frame for frame in log.frames() if pressed_us < frame["at_us"] <= still]
        longest = [max(frame[column] for frame in frames) for column in ("interval_us", "cpu_us")]
        return [time / 1000 for time in (seen["at_us"] - pressed_us, found["at_us"] - pressed_us, *longest)]
    finally:
        process.kill()
        process.wait()
        log.path.unlink()


def main():
    program, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        for name, (file_name, make, size, least) in FILES.items():
            file = Path(folder, file_name)
            file.write_text(make(size))
            times = [opening(program, file, least, folder) for _ in range(runs)]
            for what, of_runs in zip(("article seen after", "events found after", "longest frame", "longest work on one"), zip(*times)):
                low, middle, high = min(of_runs), statistics.median(of_runs), max(of_runs)
                print(f"{name}: {what} {middle:.0f} ms ({low:.0f}–{high:.0f} in {runs} runs)", flush=True)
            file.unlink()


if __name__ == "__main__":
    try:
        main()
    except (screen.Failure, subprocess.CalledProcessError) as reason:
        print(f"bench-open: {reason}")
        sys.exit(1)
