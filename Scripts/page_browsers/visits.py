"""What people do on the pages, one errand a function; its first line says what it holds."""

import json
import os
import time

import checks
from checks import OTHER, PAGES, UNIT, q


def every_page(name, browser, service, check, axe, pictures):
    if pictures:
        os.makedirs(pictures, exist_ok=True)
    for width in [1280, 390]:
        browser.resize(width)
        for page, address in PAGES.items():
            def look():
                browser.open(service.base + address + ("" if "lang=" in address else ("&" if "?" in address else "?")
                                                      + "lang=zh"))
                if pictures:
                    browser.picture(f"{pictures}/{name}-{page}-{width}.png")
                checks.fits(browser)
                if axe and name == "chromium":
                    checks.is_accessible(browser, axe)
            check(f"{name}: {page} at {width}", look)
    browser.resize(1280)


def quiet(name, browser, service, check):
    """No script failed, nothing was refused, and nothing was asked of anybody else."""
    def is_quiet():
        # A browser tells of answers that refuse; those are asked for on purpose.
        told = [error for error in browser.errors if "404" not in error and "401" not in error]
        assert not told, told[:5]
        elsewhere = [address for address in browser.requests
                     if not address.startswith(("http://127.0.0.1:", "data:", "about:", "chrome"))]
        assert not elsewhere, elsewhere[:5]
    check(f"{name}: no errors, no other hosts", is_quiet)


def text(browser, selector):
    return browser.run(f"(document.querySelector({json.dumps(selector)}) || {{}}).innerText || ''")


def count(browser, selector):
    return browser.run(f"document.querySelectorAll({json.dumps(selector)}).length")


def click(browser, selector):
    """Clicks on something that leads to another page."""
    assert count(browser, selector), f"no {selector} on {browser.run('location.href')}"
    browser.loading(lambda: browser.run(f"(document.querySelector({json.dumps(selector)}).click(), 0)"))


def fill(browser, selector, value):
    browser.run(f"(document.querySelector({json.dumps(selector)}).value = {json.dumps(value)})")


def search(browser, service):
    """a question typed into the box, Enter, a facet, and back"""
    browser.open(service.base + "/")
    browser.run("(document.getElementById('q').focus(), 0)")
    browser.type("两癌 检查")
    browser.loading(lambda: browser.key("Enter"))
    assert count(browser, ".hit mark") > 5, browser.run("location.href")
    total = text(browser, ".summary .note")
    click(browser, ".facets li a")
    assert count(browser, ".chips li") == 1
    assert text(browser, ".summary .note") != total
    browser.back()
    assert text(browser, ".summary .note") == total
    assert browser.run("document.getElementById('q').value") == "两癌 检查"


def read(browser, service):
    """a hit opens in its report; the evidence of a tag shows when it is focused"""
    browser.open(service.base + PAGES["search"])
    place = text(browser, ".hit .place")
    click(browser, ".hit a.title")
    assert count(browser, ".paragraph.current") == 1
    assert place.rsplit(":", 1)[1] in browser.run("location.hash"), (place, browser.run("location.hash"))
    top = browser.run("document.querySelector('.paragraph.current').getBoundingClientRect().top")
    assert 0 <= top < 900, f"the passage is out of sight: {top}"
    hidden = "getComputedStyle(document.querySelector('.current .tag .evidence')).display"
    assert browser.run(hidden) == "none", browser.run(hidden)
    browser.run("(document.querySelector('.current .tag').focus(), 0)")
    assert browser.run(hidden) == "block", browser.run(hidden)


def keys(browser, service):
    """/ goes to the box, j and k move, Enter opens; an input method keeps its keys"""
    browser.open(service.base + PAGES["search"])
    browser.run("(document.body.focus(), 0)")
    browser.key("j")
    assert browser.run("document.querySelector('.hit.selected').id") == "hit1"
    browser.key("j")
    assert browser.run("document.querySelector('.hit.selected').id") == "hit2"
    browser.key("k")
    browser.key("/")
    assert browser.run("document.activeElement.id") == "q"
    composing = ("document.body.dispatchEvent(new KeyboardEvent('keydown',"
                 "{key: 'j', isComposing: true, bubbles: true}))")
    browser.key("Escape")
    before = browser.run("document.querySelector('.hit.selected').id")
    browser.run(composing)
    assert browser.run("document.querySelector('.hit.selected').id") == before
    browser.key("j")
    browser.key("k")
    browser.loading(lambda: browser.key("Enter"))
    assert count(browser, ".paragraph.current") == 1


def copy(browser, service):
    """copying a passage brings unit, year and place"""
    browser.open(service.base + PAGES["search"])
    browser.press("button.copy")
    time.sleep(0.3)
    assert text(browser, "button.copy") == "已复制", text(browser, "button.copy")
    data = browser.run("document.querySelector('button.copy').dataset.copy")
    assert "望川区" in data or " · 20" in data, data


def compare(browser, service):
    """two units side by side, by the form of the first page"""
    browser.open(service.base + "/")
    fill(browser, "[name=units]", "望川区妇联,东浦区妇联")
    click(browser, "form[action='/compare'] button")
    assert count(browser, "table.comparison tbody tr") > 5, browser.run("location.href")
    assert count(browser, "table.comparison blockquote .n") > 3, browser.run("location.href")


def desk(browser, service):
    """a draft is pasted, and each paragraph is answered"""
    browser.open(service.base + "/desk")
    browser.run("(document.getElementById('draft').focus(), 0)")
    browser.type("为农村妇女免费做宫颈癌和乳腺癌检查，查了三千人。")
    click(browser, "form.desk button")
    assert count(browser, "section.draft .hit") >= 2


def errands(browser, service):
    """last year's promises and what others do stand one form away from the first page"""
    for form, found in [("/gaps", ".mentions"), ("/promises", ".pair")]:
        browser.open(service.base + "/")
        fill(browser, f"form[action='{form}'] [name=unit]", "望川区妇联")
        click(browser, f"form[action='{form}'] button")
        assert count(browser, found) > 1, form


def hostile(browser, service):
    """what a report says never becomes part of the page"""
    for address in [PAGES["hostile"], f"/reports?unit={q('恶意')}", f"/activities?unit={q('恶意')}",
                    f"/search?q={q('<script>window.isHacked=3</script>')}"]:
        browser.open(service.base + address)
        assert not browser.run("(window.wrappedJSObject || window).isHacked"), address
        assert count(browser, "main img") == 0
    browser.open(service.base + PAGES["hostile"])
    assert "<script>" in text(browser, ".hit .text") or count(browser, ".hit") == 0
    click(browser, ".hit a.title")
    assert "<script>" in text(browser, ".paragraph.current")


def without_script(browser, service):
    """everything works when the browser runs no script"""
    if not browser.can_disable_script:
        return
    browser.scripts(False)
    try:
        browser.open(service.base + PAGES["search"])
        assert count(browser, ".hit mark") > 5
        click(browser, ".hit a.title")
        assert count(browser, ".paragraph.current") == 1
        browser.open(service.base + PAGES["desk"])
        assert count(browser, "section.draft .hit") >= 2
    finally:
        browser.scripts(True)


def next_hit(browser, service):
    """a hit leads to the one after it, and back to the list"""
    browser.open(service.base + PAGES["search"])
    title = text(browser, "#hit2 .unit")
    click(browser, "#hit1 a.title")
    click(browser, "nav.hits a[rel=next]")
    assert text(browser, ".head .unit") == title
    click(browser, "nav.hits a:not([rel])")
    assert browser.run("location.hash") == "#hit2"


def basket(browser, service):
    """passages are collected without leaving the list, annotated, ordered, exported and kept as a corpus"""
    browser.open(service.base + PAGES["search"])
    for number in [1, 2]:
        browser.run(f"(document.querySelector('#hit{number} form.collect button').click(), 0)")
        wait(browser, f"document.querySelector('#hit{number} form.collect button').textContent.trim() == '已摘录'")
    assert browser.run("document.getElementById('collected').textContent") == "(2)"
    browser.open(service.base + "/basket")
    first = text(browser, "#b1 .text")
    browser.run("(document.querySelector('#b1 textarea').focus(), 0)")
    browser.type("先写这段")
    click(browser, "#b1 [name=down]")
    assert text(browser, "#b2 .text") == first
    assert browser.run("document.querySelector('#b2 textarea').value.trim()") == "先写这段"
    document = browser.run("fetch('/basket/export?as=docx').then((answer) => answer.arrayBuffer())"
                           ".then((bytes) => new Uint8Array(bytes)[0])") if browser.can_disable_script else 0x50
    assert document == 0x50, document
    fill(browser, "[name=name]", "浏览器选段" + str(time.time_ns()))
    click(browser, "[name=freeze]")
    assert "已冻结" in text(browser, "[role=status]")
    click(browser, "#b1 [name=remove]")
    click(browser, "[name=clear]")
    assert count(browser, ".basket li") == 0


def statistics(browser, service):
    """a trend is drawn, and a word stands in its contexts"""
    browser.open(service.base + PAGES["trend"])
    assert count(browser, "svg circle") > 3
    assert browser.run("document.querySelector('svg polyline').getBoundingClientRect().width") > 100
    browser.open(service.base + PAGES["contexts"])
    assert count(browser, ".kwic mark") > 5


def log_in(browser, service):
    """an address that was given lets this browser in, once, and out again"""
    guarded = service.guarded()
    try:
        token = guarded.invite("张三")
        browser.open(guarded.base + "/search?q=a")
        assert count(browser, "form[action='/enter']") == 1
        browser.open(guarded.base + "/enter?token=" + token)
        click(browser, "form[action='/enter'] button")
        assert "张三" in text(browser, ".person")
        assert "zongjie" not in browser.run("document.cookie"), "a script can read the cookie"
        browser.open(guarded.base + "/enter?token=" + token)
        click(browser, "form[action='/enter'] button")
        assert "已经用过" in text(browser, "h1")
        browser.open(guarded.base + PAGES["search"])
        click(browser, ".person button")
        browser.open(guarded.base + PAGES["search"])
        assert count(browser, "form[action='/enter']") == 1
    finally:
        guarded.close()


def wait(browser, condition):
    for _ in range(100):
        if browser.run(condition):
            return
        time.sleep(0.1)
    raise AssertionError("not within ten seconds: " + condition)


ALL = [search, read, keys, copy, compare, desk, errands, hostile, without_script, next_hit, basket, statistics, log_in]
