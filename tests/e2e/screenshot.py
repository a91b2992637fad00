"""Takes a picture of the window once it has come to rest. See scripts/screenshot.sh."""

import argparse
import subprocess
import sys
import time

import screen
from accessibility import Desktop
from journey import Stage
from screen import until

STILL_SECONDS = 0.5


def wait_until_still():
    """Until the screen has not changed for a while: animations have ended."""
    last = [screen.picture(), time.monotonic()]

    def still():
        now = screen.picture()
        if now != last[0]:
            last[:] = now, time.monotonic()
        return time.monotonic() - last[1] > STILL_SECONDS

    until("a picture that stands still", still)


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("out")
    parser.add_argument("--language", choices=("ar", "en"), default="ar")
    parser.add_argument("--select")
    parser.add_argument("--keys", nargs="+", default=[])
    return parser.parse_known_args()


def main():
    chosen, arguments = options()
    arguments = [argument for argument in arguments if argument != "--"]
    locale = {"ar": "ar_JO.UTF-8", "en": "en_GB.UTF-8"}[chosen.language]
    with Stage(Desktop(), chosen.program, chosen.out).running(*arguments, locale=locale) as waqai:
        waqai.wait_until_shown()
        wait_until_still()
        if chosen.select:
            node, _ = until(f"an event «{chosen.select}»", lambda: waqai.event_node([chosen.select]))
            screen.click(node.extents.middle)
        if chosen.keys:
            screen.focus(waqai.window)
            screen.press(*chosen.keys)
        wait_until_still()
        screen.save(chosen.out)


if __name__ == "__main__":
    try:
        main()
    except (screen.Failure, subprocess.CalledProcessError) as reason:
        print(f"screenshot: {reason}")
        sys.exit(1)
