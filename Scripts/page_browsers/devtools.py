"""Browsers that speak the Chrome DevTools protocol: Chromium, and QtWebEngine 5.15 (Chromium 87) as an old one."""

import base64
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import websocket


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class DevToolsBrowser:
    """One page of a browser. `errors` gathers exceptions and console errors, `requests` every address asked for."""

    can_disable_script = True

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory()
        self.port = free_port()
        self.process = subprocess.Popen(
            self.command(), env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True)
        self.socket = websocket.create_connection(self.page_address(), timeout=60, suppress_origin=True)
        self.number, self.errors, self.requests = 0, [], []
        for domain in ["Page", "Runtime", "Network", "Log"]:
            self.call(domain + ".enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)

    def page_address(self):
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/json") as answer:
                    pages = [page for page in json.load(answer) if page["type"] == "page"]
                if pages:
                    return pages[0]["webSocketDebuggerUrl"]
            except OSError:
                pass
            time.sleep(0.1)
        raise RuntimeError(f"{type(self).__name__} does not answer")

    def read(self):
        message = json.loads(self.socket.recv())
        method, about = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.errors.append(about["exceptionDetails"]["text"])
        elif method == "Log.entryAdded" and about["entry"]["level"] == "error":
            self.errors.append(about["entry"]["text"] + " " + about["entry"].get("url", ""))
        elif method == "Network.requestWillBeSent":
            self.requests.append(about["request"]["url"])
        elif method == "Page.javascriptDialogOpening":
            self.errors.append("dialog: " + about["message"])
            self.call("Page.handleJavaScriptDialog", accept=True)
        return message

    def send(self, method, **about):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": about}))
        return self.number

    def call(self, method, **about):
        number = self.send(method, **about)
        while True:
            message = self.read()
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def loading(self, act):
        """Does something that loads a page, and waits until it is there."""
        left = self.run("location.href + performance.timeOrigin")
        act()
        for _ in range(600):
            try:
                if self.run("document.readyState == 'complete' && location.href + performance.timeOrigin") not in (
                        False, left):
                    return
            except RuntimeError:  # Between two pages there is nothing to ask.
                pass
            time.sleep(0.1)
        raise RuntimeError("no page was loaded")

    def open(self, address):
        self.loading(lambda: self.call("Page.navigate", url=address))

    def back(self):
        history = self.call("Page.getNavigationHistory")
        entry = history["entries"][history["currentIndex"] - 1]["id"]
        self.loading(lambda: self.call("Page.navigateToHistoryEntry", entryId=entry))

    def run(self, expression):
        result = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True, userGesture=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def press(self, selector):
        """A click as a person makes it, by which a browser lets a script copy."""
        self.run(f"(document.querySelector({json.dumps(selector)}).click(), 0)")

    def key(self, name):
        codes = {"Enter": (13, "\r"), "Escape": (27, ""), "Tab": (9, "")}
        code, text = codes.get(name, (ord(name[0].upper()), name))
        about = {"key": name, "windowsVirtualKeyCode": code, "text": text}
        # A key may lead to another page; an old browser then never answers for it.
        self.send("Input.dispatchKeyEvent", type="keyDown", **about)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=name, windowsVirtualKeyCode=code)
        time.sleep(0.2)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def resize(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=width < 500)

    def scripts(self, are_on):
        self.call("Emulation.setScriptExecutionDisabled", value=not are_on)

    def picture(self, path):
        shot = self.call("Page.captureScreenshot", format="png")
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot["data"]))

    def close(self):
        self.socket.close()
        # The browser, its children and the X server, which are a group of their own.
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(20)
        self.profile.cleanup()

    def environment(self):
        return dict(os.environ)


class Chromium(DevToolsBrowser):
    def command(self):
        return ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=zh-CN",
                "--accept-lang=zh-CN", f"--user-data-dir={self.profile.name}",
                f"--remote-debugging-port={self.port}", "about:blank"]


class OldChromium(DevToolsBrowser):
    """QtWebEngine 5.15, which is Chromium 87."""

    program = """
import sys
from PyQt5.QtCore import QUrl
from PyQt5.QtWidgets import QApplication
from PyQt5.QtWebEngineWidgets import QWebEngineProfile, QWebEngineView
application = QApplication(["page"])
QWebEngineProfile.defaultProfile().setHttpAcceptLanguage("zh-CN")
view = QWebEngineView()
view.resize(1280, 900)
view.load(QUrl("about:blank"))
view.show()
application.exec_()
"""

    def command(self):
        # It draws with OpenGL, which an X server without a screen gives it in software.
        return ["xvfb-run", "-a", sys.executable, "-c", self.program]

    def environment(self):
        return dict(os.environ, QTWEBENGINE_REMOTE_DEBUGGING=f"127.0.0.1:{self.port}", LIBGL_ALWAYS_SOFTWARE="1",
                    QTWEBENGINE_DISABLE_SANDBOX="1", QTWEBENGINE_CHROMIUM_FLAGS="--disable-gpu",
                    XDG_DATA_HOME=self.profile.name)
