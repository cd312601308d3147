#!/usr/bin/env python3
"""Compiles the gazetteer of administrative divisions (政区名录) that unit names are checked against.

    make_gazetteer.py area-codes.json > Sources/CVocabulary/Files/gazetteer.tsv

Input: the CC0 data set of county-level codes with years (items: code, name, start, end, children).
Output, tab separated and sorted: code, name, first year in force, last year (empty while in force).
A code's parents are its first four and first two digits followed by zeros. Names that were gone
before 1995 are left out: reports that old are not what the tool is for. Standard library only.
"""
import json
import sys

OLDEST = 1995


def rows(items):
    for item in items:
        end = item.get("end")
        if end is None or end >= OLDEST:
            yield item["code"], item["name"], item["start"], "" if end is None else end
        yield from rows(item.get("children", []))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        found = sorted(set(rows(json.load(file)["items"])), key=lambda row: row[:3])
    print("# code\tname\tfrom\tto")
    for row in found:
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
