"""Merges the signs of a list out of several fonts into one small font of its own name."""

import os
import sys

from fontTools import merge, subset
from fontTools.ttLib import TTFont

SOURCES = ["NotoSansSymbols2-Regular.ttf", "NotoSansSymbols-Regular.ttf", "NotoSansMath-Regular.ttf"]
FAMILY = "Waqai Symbols"


def wanted_code_points(path):
    lines = [line for line in open(path, encoding="utf-8") if line.strip() and not line.startswith("# ")]
    return {int(line.split()[1], 16) for line in lines}


def subset_of(path, code_points):
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[0, 13, 14], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["MATH", "GSUB", "GPOS", "GDEF", "gasp", "STAT"]
    font = subset.load_font(path, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points)
    subsetter.subset(font)
    return font


def main(folder, list_path, out_path):
    missing = wanted_code_points(list_path)
    parts = []
    for source in SOURCES:
        path = f"{folder}/{source}"
        here = missing & set(TTFont(path).getBestCmap())
        missing -= here
        if here:
            part = f"{out_path}.{len(parts)}.part"
            subset_of(path, here).save(part)
            parts.append(part)
    if missing:
        sys.exit("no font has " + " ".join(f"{chr(c)} U+{c:04X}" for c in sorted(missing)))
    font = merge.Merger().merge(parts)
    names = {0: TTFont(parts[0])["name"].getDebugName(0), 1: FAMILY, 2: "Regular", 3: FAMILY + " 1.0", 4: FAMILY,
             5: "Version 1.0", 6: "WaqaiSymbols-Regular",
             10: "Signs out of Noto Sans Symbols, Noto Sans Symbols 2 and Noto Sans Math.",
             13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
             14: "https://openfontlicense.org"}
    font["name"].names = []
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font.save(out_path)
    for part in parts:
        os.remove(part)


main(*sys.argv[1:4])
