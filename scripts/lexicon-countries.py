#!/usr/bin/env python3
"""Writes data/lexicon/{ar,en}/countries.toml: CLDR's names in that language joined with a table written by hand.

Usage:
    lexicon-countries.py TERRITORIES CODE_MAPPINGS [-o FILE] [--check]

TERRITORIES is main/{ar,en}/territories.json of the package cldr-localenames-full and decides the language, CODE_MAPPINGS is
supplemental/codeMappings.json of the package cldr-core. The tables are lexicon-countries.toml (Arabic) and
lexicon-countries-en.toml beside this script.
With --check nothing is written: the exit status is 1 when the file is not what this script would write.
Needs Python 3.11 or later, nothing else.
"""

import argparse
import json
import re
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLES = {"ar": HERE / "lexicon-countries.toml", "en": HERE / "lexicon-countries-en.toml"}
LEXICON = HERE.parent / "data" / "lexicon"

# Kosovo has no ISO code. CLDR's XKK is its own; the European Union, the World Bank and others write XKX.
CODES_OF_USE = {"XKK": "XKX"}
# ISO's own entries have the UN's numeric codes, which end below 900; what follows is for private use.
FIRST_PRIVATE_NUMERIC = 900
# The key of a name is a territory code with or without one of these, best first.
VARIANTS = ["-alt-short", "", "-alt-variant", "-alt-chagos"]
LISTS = ["names", "adjectives", "people"]
KEYS = {*LISTS, "capital", "stands_for", "ambiguous"}

HEADERS = {
    "ar": """\
# The countries and territories of ISO 3166-1, Kosovo, and some former states as Arabic news names them.
# Written by scripts/lexicon-countries.py: edit scripts/lexicon-countries.toml and run it again.
# The first names are from the Unicode CLDR {version}, under the Unicode License V3 (Unicode-3.0), copyright Unicode, Inc.
#
# code        ISO 3166-1 alpha-3; for former states the one they had
# names       the preferred one first
# adjectives  the masculine singular nisba without ال
# people      plurals that are not the nisba with ون
# capital     left out where there is none or it is contested
# stands_for  capitals and seats of power that news uses for the government
# ambiguous   those of the words above that are also common words or other names: take them only with more evidence
""",
    "en": """\
# The countries and territories of ISO 3166-1, Kosovo, and some former states as English news names them.
# Written by scripts/lexicon-countries.py: edit scripts/lexicon-countries-en.toml and run it again.
# The first names are from the Unicode CLDR {version}, under the Unicode License V3 (Unicode-3.0), copyright Unicode, Inc.
#
# code        ISO 3166-1 alpha-3; for former states the one they had
# names       the preferred one first
# adjectives  of the country; "Iranian" makes "Iranians"
# people      nouns of its people that are not the adjective with an s
# capital     left out where there is none or it is contested
# stands_for  capitals and seats of power that news uses for the government
# ambiguous   those of the words above that are also common words or other names: take them only with more evidence
""",
}


def main():
    arguments = parse_arguments()
    [(language, territories)] = json.loads(arguments.territories.read_text(encoding="utf-8"))["main"].items()
    output = arguments.output or LEXICON / language / "countries.toml"
    supplemental = json.loads(arguments.code_mappings.read_text(encoding="utf-8"))["supplemental"]
    table = tomllib.loads(TABLES[language].read_text(encoding="utf-8"))
    names = cldr_names(territories["localeDisplayNames"]["territories"], supplemental["codeMappings"], table)
    problems = check_table(table, names)
    if problems:
        sys.exit("\n".join(problems))
    countries = [join(code, names[code], table.get(code, {})) for code in sorted(names)]
    text = HEADERS[language].format(version=supplemental["version"]["_cldrVersion"])
    text += "".join("\n" + as_toml(country) for country in countries)
    if not arguments.check:
        output.write_text(text, encoding="utf-8")
    elif output.read_text(encoding="utf-8") != text:
        sys.exit(f"not what the table and CLDR give: {output}")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("territories", type=Path)
    parser.add_argument("code_mappings", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


def cldr_names(territories, mappings, table):
    """The usable names of each country, by alpha-3 code; former states only where the table has them."""
    names = {}
    for alpha2, mapping in mappings.items():
        if not is_country(alpha2, mapping):
            continue
        alpha3 = mapping["_alpha3"]
        if alpha2 not in territories and alpha3 not in table:
            continue
        found = [territories[alpha2 + variant] for variant in VARIANTS if alpha2 + variant in territories]
        code = CODES_OF_USE.get(alpha3, alpha3)
        names[code] = [without_marks(name) for name in found if is_said(name)]
    return names


def is_country(alpha2, mapping):
    numeric = int(mapping.get("_numeric", FIRST_PRIVATE_NUMERIC))
    return "_alpha3" in mapping and (numeric < FIRST_PRIVATE_NUMERIC or alpha2 == "XK")


def is_said(name):
    """False for names made for lists, such as «ميانمار (بورما)» and «الكونغو - كينشاسا»."""
    return "(" not in name and " - " not in name and " SAR" not in name


def without_marks(name):
    return re.sub("[\u064b-\u0652]", "", name)


def folded(name):
    """The spelling by which words are compared: a short form of what base/fold.rs does."""
    for written, kept in [("[أإآ]", "ا"), ("[ىئ]", "ي"), ("ؤ", "و"), ("ة", "ه")]:
        name = re.sub(written, kept, without_marks(name))
    return name.lower()


def check_table(table, names):
    problems = [f"no such country: {code}" for code in table if code not in names]
    for code in names:
        entry = table.get(code, {})
        problems += [f"{code}: unknown key {key}" for key in entry if key not in KEYS]
        country = join(code, names[code], entry)
        if not country["names"]:
            problems.append(f"{code}: CLDR has no name that news uses, the table must give one")
        known = {folded(word) for key in [*LISTS, "stands_for"] for word in country[key]}
        known.add(folded(country["capital"]))
        problems += [f"{code}: ambiguous, but listed nowhere: {word}" for word in country["ambiguous"] if folded(word) not in known]
    return problems


def join(code, cldr, entry):
    country = {key: distinct((cldr if key == "names" else []) + entry.get(key, [])) for key in LISTS}
    country["capital"] = entry.get("capital", "")
    default = [country["capital"]] if country["capital"] else []
    country["stands_for"] = distinct(entry.get("stands_for", default))
    country["ambiguous"] = entry.get("ambiguous", [])
    return {"code": code, **country}


def distinct(words):
    """The words in their order, without those that fold to the same as an earlier one."""
    by_folding = {}
    for word in words:
        by_folding.setdefault(folded(word), word)
    return list(by_folding.values())


def as_toml(country):
    # JSON's strings and lists are TOML's.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in country.items() if value]
    return "\n".join(["[[country]]", *lines]) + "\n"


if __name__ == "__main__":
    main()
