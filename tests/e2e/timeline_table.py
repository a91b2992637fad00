"""Prints the table of scripts/bench-timeline.sh.

    python3 timeline_table.py WAQAI.json PEERS.jsonl
"""

import json
import sys
from pathlib import Path

PHASES = "pan", "zoom"
HEAD = ["", "first picture ms", "pan p50", "pan p95", "zoom p50", "zoom p95", "memory MB"]


def figures(record):
    """The columns of a record; `None` where it does not have one, as of what did not finish."""
    memory = record.get("mem", {}).get("total_pss_MB")
    frames = [record.get(phase, {}).get(part) for phase in PHASES for part in ("p50", "p95")]
    return [record.get("first_ms"), *frames, memory]


def text(figure):
    if figure is None:
        return "–"
    return f"{figure:.0f}" if figure >= 100 else f"{figure:.1f}"


def name(record):
    failed = record.get("dnf")
    return f"{record['peer']} (did not finish: {failed})" if failed else record["peer"]


def ratio(theirs, ours):
    return None if theirs is None or not ours else theirs / ours


def rows(waqai, peers):
    ours = figures(waqai)
    yield [name(waqai), *map(text, ours)]
    for peer in peers:
        yield [name(peer), *map(text, figures(peer))]
        yield ["  times Waqai's", *(text(ratio(*pair)) for pair in zip(figures(peer), ours))]


def main():
    waqai = json.loads(Path(sys.argv[1]).read_text())
    peers = [json.loads(line) for line in Path(sys.argv[2]).read_text().splitlines() if line.strip()]
    table = [HEAD, *rows(waqai, peers)]
    widths = [max(len(row[column]) for row in table) for column in range(len(HEAD))]
    print(f"\n{waqai['N']} events; a frame is the time from its beginning to the next one's, in ms")
    print("first picture: Waqai's from the start of its process, the file read; the others' from when their page has its events\n")
    for row in table:
        print("  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))]))
    print("\nWaqai's work in a frame, in ms, and the events' memory\n")
    for phase in PHASES:
        work = waqai[phase]
        print(f"{phase:5} {work['frames']} frames, {work['inputs']} inputs in {work['seconds']} s: "
              f"panels p50 {work['ui_p50']:.2f}, p95 {work['ui_p95']:.2f}; with painting p50 {work['cpu_p50']:.1f}, p95 {work['cpu_p95']:.1f}")
    print(f"memory {waqai['mem']['total_pss_MB']:.0f} MB with the first picture, {waqai['mem_after']['total_pss_MB']:.0f} MB after all, "
          f"at most {waqai['mem_after']['peak_MB']:.0f} MB")


main()
