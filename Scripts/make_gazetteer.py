#!/usr/bin/env python3
"""Compiles the gazetteer of administrative divisions (政区名录) that unit names are checked against.

    make_gazetteer.py area-codes.json > Sources/CVocabulary/Files/gazetteer.tsv

The fifth column is the short name of an autonomous place (黔东南苗族侗族自治州: 黔东南州).
Input: the CC0 data set of county-level codes with years (items: code, name, start, end, children).
Output, tab separated and sorted: code, name, first year in force, last year (empty while in force), short name.
A code's parents are its first four and first two digits followed by zeros. Names that were gone
before 1995 are left out: reports that old are not what the tool is for. Standard library only.
"""
import json
import sys

OLDEST = 1995
PEOPLES = """各族 蒙古族 蒙古 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族
哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族
布朗族 撒拉族 毛南族 仡佬族 锡伯族 锡伯 阿昌族 普米族 塔吉克族 塔吉克 怒族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 独龙族
鄂伦春族 赫哲族 门巴族 珞巴族 基诺族""".split()


def short(name):
    """The name without its peoples; empty when it has none or nothing would be left."""
    for end, word in (("自治州", "州"), ("自治县", "县"), ("自治区", "")):
        if name.endswith(end):
            stem = name[: -len(end)]
            while True:
                cut = next((p for p in sorted(PEOPLES, key=len, reverse=True) if stem.endswith(p)), None)
                if cut is None or len(stem) - len(cut) < 2:
                    break
                stem = stem[: -len(cut)]
            return stem + word if len(stem) >= 2 else ""
    return ""



def rows(items):
    for item in items:
        end = item.get("end")
        if end is None or end >= OLDEST:
            name = item["name"]
            yield item["code"], name, item["start"], "" if end is None else end, short(name)
        yield from rows(item.get("children", []))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        found = sorted(set(rows(json.load(file)["items"])), key=lambda row: row[:3])
    print("# code\tname\tfrom\tto\tshort")
    for row in found:
        print(*row, sep="\t")


if __name__ == "__main__":
    main()
