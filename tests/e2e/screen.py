"""The screen, the pointer and the keys, as a person has them: by way of the X server."""

import subprocess
import time
from collections import Counter
from dataclasses import dataclass

LIMIT_SECONDS = 20


class Failure(Exception):
    """What was expected did not come."""


def until(what, probe, limit=LIMIT_SECONDS):
    """Asks until the answer is true, and gives it; a failure when the limit is over."""
    deadline = time.monotonic() + limit
    while True:
        answer = probe()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise Failure(f"not within {limit} s: {what}")
        time.sleep(0.05)


def xdotool(*arguments):
    """What xdotool prints; nothing where it finds nothing."""
    done = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def windows(*criteria):
    """Ids of visible windows."""
    return xdotool("search", "--onlyvisible", *criteria).split()


def title(window):
    return xdotool("getwindowname", window)


def process(window):
    """The process that a window is of."""
    return int(xdotool("getwindowpid", window))


def middle(window):
    """The middle of a window on the screen."""
    place = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", window).splitlines())
    return int(place["X"]) + int(place["WIDTH"]) // 2, int(place["Y"]) + int(place["HEIGHT"]) // 2


def focus(window):
    xdotool("windowactivate", "--sync", window)


def focused():
    return xdotool("getwindowfocus")


def press(*keys):
    xdotool("key", "--clearmodifiers", *keys)


def press_until(key, what, probe, every=2):
    """Presses a key, and once more whenever nothing has come of it for a while."""
    until(what, lambda: press(key) or _within(probe, every))


def _within(probe, limit):
    try:
        return until("", probe, limit)
    except Failure:
        return False


def click(point):
    xdotool("mousemove", "--sync", *point)
    xdotool("click", 1)


def drag(start, end, may_end):
    """Pulls what is at a point to another one, and lets go there as soon as it may."""
    xdotool("mousemove", "--sync", *start)
    xdotool("mousedown", 1)
    try:
        # A drag begins with a movement that is too long for a click; where nothing moves, nobody is asked.
        steps = 12
        for step in range(1, steps + 1):
            xdotool("mousemove", "--sync", *(a + (b - a) * step // steps for a, b in zip(start, end)))
        until("a place to let go at", may_end)
    finally:
        xdotool("mouseup", 1)


@dataclass(frozen=True)
class Picture:
    """What is on the screen, three bytes a pixel."""

    width: int
    height: int
    pixels: bytes

    def colors(self):
        """How often each colour occurs."""
        red, green, blue = (self.pixels[offset::3] for offset in range(3))
        return Counter(zip(red, green, blue))

    def box_of(self, color):
        """The smallest box that holds all pixels of a colour (x, y, width, height), and how many they are."""
        wanted = bytes(color)
        columns, rows, count, at = [], [], 0, self.pixels.find(wanted)
        while at != -1:
            if at % 3 == 0:
                columns.append(at // 3 % self.width)
                rows.append(at // 3 // self.width)
                count += 1
            at = self.pixels.find(wanted, at + 1)
        if not count:
            return None, 0
        x, y = min(columns), min(rows)
        return (x, y, max(columns) - x + 1, max(rows) - y + 1), count


def picture():
    command = ["import", "-silent", "-window", "root", "-depth", "8", "ppm:-"]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    magic, width, height, _depth, pixels = _split_header(data)
    if magic != b"P6":
        raise Failure("the screen could not be read")
    return Picture(int(width), int(height), pixels)


def _split_header(data):
    """The four words of a PPM's head and what follows the one blank after them."""
    words, at = [], 0
    for _ in range(4):
        end = min(data.index(blank, at) for blank in (b" ", b"\n") if blank in data[at : at + 32])
        words.append(data[at:end])
        at = end + 1
    return *words, data[at:]


def save(path):
    subprocess.run(["import", "-silent", "-window", "root", str(path)], check=True)
