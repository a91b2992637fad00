"""Opens a file of events in the real window, pans and zooms it by the pointer, and says how long the frames took.

    python3 timeline_frames.py PROGRAM EVENTS.csv OUT.json        inside scripts/with-display.sh
"""

import json
import math
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import screen
from frame_log import Log, start
from screen import until

SECONDS = 2.5
LIMIT_SECONDS = 120
# So far the pointer swings while it pans, in pixels, and so often.
SWING, SWINGS = 350, 2
# Of a zoom so much is inwards.
INWARDS = 0.6
PAUSE_PAN, PAUSE_ZOOM = 0.008, 0.012


def open_events(program, events, log):
    """The process once it shows the events, and how long that took: from just before the process was made to the end of the frame."""
    before = time.monotonic()
    process, began = start(program, log, events)
    frame = until("a frame that shows the events", lambda: log.first(lambda frame: frame["events"]), LIMIT_SECONDS)
    return process, (began - before) * 1000 + frame["at_us"] / 1000, frame["events"]


def memory(process):
    """What the process holds, its share of shared pages included, and the most it ever held."""
    def megabytes(name, field):
        lines = Path(f"/proc/{process.pid}/{name}").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(f"{field}:")) / 1024
    return {"total_pss_MB": megabytes("smaps_rollup", "Pss"), "peak_MB": megabytes("status", "VmHWM")}


def pan(point):
    """What xdotool does for 2.5 s of a pointer that swings with its button held, and how many moves that are."""
    count = round(SECONDS / PAUSE_PAN)
    x = lambda at: round(point[0] + SWING * math.sin(at / count * SWINGS * 2 * math.pi))
    moves = [f"mousemove {x(at)} {point[1]} sleep {PAUSE_PAN}" for at in range(count)]
    return ["mousedown 1", *moves, "mouseup 1"], count


def zoom(_point):
    """The same of a wheel that is turned inwards and back. What xdotool calls a click takes a tenth of a second."""
    count = round(SECONDS / PAUSE_ZOOM)
    wheel = lambda at: 4 if at < INWARDS * count else 5
    return [f"mousedown {wheel(at)} mouseup {wheel(at)} sleep {PAUSE_ZOOM}" for at in range(count)], count


def frames_while(log, point, script):
    """The frames during a script of the pointer. One process does all of it: starting one for each move would take a core."""
    lines, count = script(point)
    before, start = len(log.frames()), time.monotonic()
    subprocess.run(["xdotool", "-"], input="\n".join(lines) + "\n", text=True, check=True)
    took = time.monotonic() - start
    return summary(log.frames()[before:], count, took)


def summary(frames, inputs, took):
    result = {"frames": len(frames), "inputs": inputs, "seconds": round(took, 1)}
    for column, prefix in (("interval_us", ""), ("cpu_us", "cpu_"), ("ui_us", "ui_")):
        times = sorted(frame[column] / 1000 for frame in frames)
        for part in (50, 95):
            result[f"{prefix}p{part}"] = times[min(len(times) - 1, len(times) * part // 100)]
    return result


def wait_until_still(log):
    """Until a few frames after now: what the pointer set going has come to rest or at least is drawn."""
    end = log.frames()[-1]["at_us"] + 500_000
    until("half a second of frames", lambda: log.frames()[-1]["at_us"] > end)


def measure(program, events, folder):
    log = Log(Path(folder, "frames.csv"))
    process, first, n_events = open_events(program, events, log)
    try:
        window = until("a window", lambda: next(iter(screen.windows("--pid", process.pid)), None))
        screen.focus(window)
        wait_until_still(log)
        result = {"peer": "waqai", "N": n_events, "first_ms": first, "mem": memory(process)}
        x, y = screen.middle(window)
        # Above the middle: over the lanes, whatever else is in the window.
        point = (x, y - 100)
        screen.xdotool("mousemove", "--sync", *point)
        for name, script in (("pan", pan), ("zoom", zoom)):
            result[name] = frames_while(log, point, script)
            wait_until_still(log)
        return {**result, "mem_after": memory(process)}
    finally:
        process.kill()
        process.wait()


def main():
    program, events, out = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        Path(out).write_text(json.dumps(measure(program, events, folder)))


if __name__ == "__main__":
    try:
        main()
    except (screen.Failure, subprocess.CalledProcessError) as reason:
        print(f"bench-timeline: {reason}")
        sys.exit(1)
