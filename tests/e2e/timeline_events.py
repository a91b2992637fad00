"""Writes a file of events for scripts/bench-timeline.sh: at random over ten years in eight lanes, three in ten of them lasting.

    python3 timeline_events.py N OUT.csv
"""

import random
import sys
from datetime import datetime, timedelta

FIRST, YEARS, N_LANES = datetime(2015, 1, 1), 10, 8
LASTING, MEAN_DAYS = 0.3, 20
DEEDS = "اجتماع", "انفجار", "انتخاب", "اعتصام", "توقيع", "قصف", "زيارة", "مؤتمر", "إعلان", "هدنة"
PLACES = "حلب", "الإسكندرية", "نابلس", "البصرة", "حمص", "أم درمان", "عدن", "فاس", "صفاقس", "إربد"


def rows(n):
    numbers = random.Random(42)
    seconds = YEARS * 365.25 * 86400
    for at in range(n):
        start = FIRST + timedelta(seconds=int(numbers.random() * seconds))
        lasts = numbers.random() < LASTING
        end = start + timedelta(days=numbers.expovariate(1 / MEAN_DAYS)) if lasts else None
        title = f"{numbers.choice(DEEDS)} في {numbers.choice(PLACES)} {at}"
        yield start, end, title, numbers.randrange(N_LANES)


def stamp(time):
    return time.strftime("%Y-%m-%dT%H:%M") if time else ""


def main():
    n, out = int(sys.argv[1]), sys.argv[2]
    with open(out, "w", encoding="utf-8") as file:
        file.write("start,end,title,lane\n")
        for start, end, title, lane in rows(n):
            file.write(f"{stamp(start)},{stamp(end)},{title},{lane + 1}\n")


main()
