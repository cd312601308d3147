#!/usr/bin/env python3
"""Measures how often `zongjie duplicates` takes formulas for copies. Python 3 standard library only.

    Scripts/measure-false-copies.py [--reports ../shared/gov-reports] [--zongjie .build/release/zongjie]
                                    [--index FILE] [--pairs 500] [--seed 1] [--show]

The folder holds CITY/YEAR.md. Drawn are pairs of paragraphs of the same city in consecutive years that share a
formula, in two ways, `--pairs` each:
    sharing   from 300 pairs of reports at random, all pairs of paragraphs (30 Han characters or more, tables
              left out) with a common run of 12 Han characters or more; of those, at random
    heavy     the same, but at least 30 % of the shorter one's runs of 6 Han characters stand in the other
A drawn pair is a copy by this criterion, which looks at characters alone and knows nothing of the tool's:
on letters, digits and Han characters, the longest common subsequence is 85 % of the longer text or more (so
figures count), or one verbatim run of 60 characters is common. A false copy is a pair that the tool reports
and the criterion does not grant. Printed: drawn, copies by the criterion, reported, false, and
false / drawn. Without the folder it says so and does nothing.
"""
import argparse, collections, json, os, random, subprocess, sys, tempfile

parser = argparse.ArgumentParser()
here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
parser.add_argument("--reports", default=os.path.join(here, "..", "shared", "gov-reports"))
parser.add_argument("--zongjie", default=os.path.join(here, ".build", "release", "zongjie"))
parser.add_argument("--index")
parser.add_argument("--pairs", type=int, default=500)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--show", action="store_true", help="print the false copies")


def han(text):
    return "".join(c for c in text if "\u4e00" <= c <= "\u9fff")


def letters(text):
    return "".join(c.lower() for c in text if c.isalnum())


def runs(text, length):
    return {text[i : i + length] for i in range(len(text) - length + 1)}


def common_subsequence(a, b):
    """Length of the longest common subsequence, a bit a character (Hyyrö 2004)."""
    places = collections.defaultdict(int)
    for i, c in enumerate(a):
        places[c] |= 1 << i
    row = mask = (1 << len(a)) - 1
    for c in b:
        hits = row & places[c]
        row = ((row + hits) | (row - hits)) & mask
    return len(a) - bin(row).count("1")


def is_copy(a, b):
    a, b = letters(a), letters(b)
    if common_subsequence(a, b) >= 0.85 * max(len(a), len(b)):
        return True
    return not runs(a, 60).isdisjoint(runs(b, 60))


def draw(reports, generator, wanted):
    """Pairs of paragraphs that share a formula: any, and those that share much."""
    years = collections.defaultdict(dict)
    for path in reports:
        name = os.path.splitext(os.path.basename(path))[0]
        if name.isdigit():
            years[os.path.dirname(path)][int(name)] = path
    neighbours = [(c[y], c[y + 1]) for c in years.values() for y in sorted(c) if y + 1 in c]
    sharing, heavy = [], []
    generator.shuffle(neighbours)
    for number, (first, second) in enumerate(neighbours):
        if number >= 300 and len(heavy) >= wanted:
            break
        index = collections.defaultdict(set)
        right = [(line, text, han(text)) for line, text in reports[second]]
        for at, (_, _, text) in enumerate(right):
            for run in runs(text, 12):
                index[run].add(at)
        for line, text in reports[first]:
            own = han(text)
            for at in sorted(set().union(*(index[r] for r in runs(own, 12) if r in index))):
                pair = ((first, line, text), (second, right[at][0], right[at][1]))
                if number < 300:
                    sharing.append(pair)
                a, b = runs(own, 6), runs(right[at][2], 6)
                if len(a & b) >= 0.3 * min(len(a), len(b)):
                    heavy.append(pair)
    pick = lambda pairs: generator.sample(pairs, min(wanted, len(pairs)))
    return {"sharing": (len(sharing), pick(sharing)), "heavy": (len(heavy), pick(heavy))}


def main():
    options = parser.parse_args()
    if not os.path.isdir(options.reports):
        sys.exit(print(f"{options.reports} is not there: nothing measured"))
    with tempfile.TemporaryDirectory() as folder:
        index = options.index or os.path.join(folder, "index.sqlite")
        tool = lambda *words: subprocess.run(
            [options.zongjie, *words, "--index", index], stdout=subprocess.PIPE, text=True).stdout
        if not options.index:
            tool("ingest", options.reports)
        rows = lambda text: [json.loads(line) for line in text.splitlines()]
        key = lambda source: (source["path"], source["line"])
        found = {frozenset([key(d["a"]), key(d["b"])])
                 for d in rows(tool("duplicates", "--format", "jsonl"))}
        reports = collections.defaultdict(list)
        for p in rows(tool("export", "--format", "jsonl")):
            if p["role"] == "body" and len(han(p["text"])) >= 30 and "|" not in p["text"]:
                reports[p["source"]["path"]].append((p["source"]["line"], p["text"]))
    drawn = draw(reports, random.Random(options.seed), options.pairs)
    for name, (there, pairs) in drawn.items():
        copies = reported = missed = 0
        false = []
        for a, b in pairs:
            copy = is_copy(a[2], b[2])
            hit = frozenset([a[:2], b[:2]]) in found
            copies += copy
            reported += hit
            missed += copy and not hit
            if hit and not copy:
                false.append((a, b))
        print(f"{name:8} there {there:7}  drawn {len(pairs)}  copies by the criterion {copies}  "
              f"reported {reported}  false {len(false)}  rate {len(false) / max(1, len(pairs)):.4f}")
        for a, b in false if options.show else []:
            print(f"  {a[0]}:{a[1]}\n    {a[2]}\n  {b[0]}:{b[1]}\n    {b[2]}")


main()
