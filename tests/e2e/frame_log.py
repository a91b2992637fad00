"""The frame log of the program, while it grows. See src/app/frame_log.rs."""

import csv
import os
import subprocess
import time

import screen


class Log:
    def __init__(self, path):
        self.path = path

    def frames(self):
        """Whole lines alone: the last one may be half written."""
        lines = self.path.read_text().split("\n")[:-1]
        return [{name: int(value) for name, value in row.items()} for row in csv.DictReader(lines)]

    def first(self, holds, since_us=0):
        """The first frame behind a moment of which something holds."""
        return next((frame for frame in self.frames() if frame["at_us"] > since_us and holds(frame)), None)


def start(program, log, *files):
    """The process, and the moment from which its log counts, as `time.monotonic()` tells it."""
    process = subprocess.Popen([program, "--frame-log", str(log.path), *map(str, files)], env={**os.environ, "LANG": "ar_JO.UTF-8"})
    while not log.path.exists():
        if process.poll() is not None:
            raise screen.Failure(f"the program ended with status {process.returncode}")
        time.sleep(0.001)
    return process, time.monotonic()
