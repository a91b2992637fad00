"""Measures the time to the first frame. See scripts/first-frame.sh."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT_SECONDS = 30


def milliseconds_to_first_frame(program, arguments):
    """From just before the process is made until its frame log has a whole line that tells of a frame."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "frames.csv")
        start = time.monotonic()
        process = subprocess.Popen([program, "--frame-log", str(log), *arguments])
        try:
            while not tells_of_a_frame(log):
                if process.poll() is not None:
                    raise RuntimeError(f"the program ended with status {process.returncode}")
                if time.monotonic() - start > LIMIT_SECONDS:
                    raise RuntimeError(f"no frame within {LIMIT_SECONDS} s")
                time.sleep(0.001)
            return (time.monotonic() - start) * 1000
        finally:
            process.kill()
            process.wait()


def tells_of_a_frame(log):
    """Whether a line that begins with a digit is complete; a head with the names of the columns is none."""
    if not log.exists():
        return False
    lines = log.read_text().split("\n")[:-1]
    return any(line[:1].isdigit() for line in lines)


def main():
    program, runs, arguments = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10, sys.argv[3:]
    times = []
    for run in range(1, runs + 1):
        times.append(milliseconds_to_first_frame(program, arguments))
        print(f"run {run}: {times[-1]:.0f} ms", flush=True)
    print(f"least {min(times):.0f} ms, median {statistics.median(times):.0f} ms, most {max(times):.0f} ms")


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as reason:
        print(f"first-frame: {reason}")
        sys.exit(1)
