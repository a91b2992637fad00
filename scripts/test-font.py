#!/usr/bin/env python3
"""Makes tests/text/StandIn.ttf: a font of two letters that no bundled font has, for the tests of fonts that stand in.

U+0915 is a black square, U+1F600 a red square on a blue one (COLR, version 0). Needs Python with fonttools.
"""
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def square(low: int, high: int):
    pen = TTGlyphPen(None)
    pen.moveTo((low, low))
    for corner in ((low, high), (high, high), (high, low)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


names = [".notdef", "ka", "face", "ground", "middle"]
builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder(names)
builder.setupCharacterMap({0x0915: "ka", 0x1F600: "face"})
large, small = (0, 800), (200, 600)
builder.setupGlyf({name: square(*(small if name == "middle" else large)) for name in names})
builder.setupHorizontalMetrics({name: (1000, 0) for name in names})
builder.setupHorizontalHeader(ascent=900, descent=-200)
builder.setupNameTable({"familyName": "Waqai Stand-in", "styleName": "Regular", "psName": "WaqaiStandIn-Regular"})
builder.setupOS2(sTypoAscender=900, sTypoDescender=-200)
builder.setupPost()
builder.setupCOLR({"face": [("ground", 0), ("middle", 1)]})
builder.setupCPAL([[(0, 0, 1, 1), (1, 0, 0, 1)]])
builder.font["head"].created = builder.font["head"].modified = 0
builder.save(Path(__file__).parent.parent / "tests/text/StandIn.ttf")
