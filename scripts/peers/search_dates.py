"""How fast dateparser finds the dates of a text, in MB/s: search_dates.py FILE [BYTES]

It takes minutes for a megabyte: the first BYTES of the text are read (default 100000), and the figure is per byte.
"""
import re
import sys
import time
from datetime import datetime

from dateparser.search import search_dates

path, *rest = sys.argv[1:]
with open(path, "rb") as file:
    text = file.read(int(rest[0]) if rest else 100_000).decode("utf-8", errors="ignore")
language = "ar" if re.search("[\u0600-\u06ff]", text) else "en"
start = time.perf_counter()
found = search_dates(text, languages=[language], settings={"RELATIVE_BASE": datetime(2025, 11, 1)}) or []
seconds = time.perf_counter() - start
print(f"dateparser\t{len(text.encode()) / 1e6 / seconds:.3f} MB/s\t{len(found)} found")
