"""Firefox, driven by the Marionette protocol that it brings along: no driver of another program is needed."""

import base64
import json
import socket
import subprocess
import tempfile
import time

from devtools import free_port


class Firefox:
    can_disable_script = False

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory()
        self.port = free_port()
        with open(self.profile.name + "/user.js", "w") as file:
            file.write(f'user_pref("marionette.port", {self.port});\n'
                       'user_pref("intl.accept_languages", "zh-CN");\n'
                       'user_pref("network.proxy.type", 0);\n')
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--marionette", "--no-remote", "--profile", self.profile.name],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.socket = self.connect()
        self.number, self.errors, self.requests = 0, [], []
        self.call("WebDriver:NewSession", capabilities={})

    def connect(self):
        for _ in range(600):
            try:
                connection = socket.create_connection(("127.0.0.1", self.port), timeout=60)
                self.file = connection.makefile("rb")
                self.message()
                return connection
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("Firefox does not answer")

    def message(self):
        size = b""
        while not size.endswith(b":"):
            byte = self.file.read(1)
            if not byte:
                raise OSError("closed")
            size += byte
        return json.loads(self.file.read(int(size[:-1])))

    def call(self, command, **about):
        self.number += 1
        data = json.dumps([0, self.number, command, about]).encode()
        self.socket.sendall(str(len(data)).encode() + b":" + data)
        _, _, error, result = self.message()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return result

    def open(self, address):
        # An answer that is an error is a page all the same.
        self.call("WebDriver:Navigate", url=address)

    def back(self):
        self.call("WebDriver:Back")

    def run(self, expression):
        return self.call("WebDriver:ExecuteScript", script=f"return {expression}", args=[])["value"]

    def loading(self, act):
        """Does something that loads a page, and waits until it is there."""
        left = self.run("location.href + performance.timeOrigin")
        act()
        for _ in range(600):
            try:
                if self.run("document.readyState == 'complete' && location.href + performance.timeOrigin") not in (
                        False, left):
                    return
            except RuntimeError:
                pass
            time.sleep(0.1)
        raise RuntimeError("no page was loaded")

    def press(self, selector):
        """A click as a person makes it, by which a browser lets a script copy."""
        found = self.call("WebDriver:FindElement", using="css selector", value=selector)["value"]
        self.call("WebDriver:ElementClick", id=list(found.values())[0])

    def active(self):
        found = self.call("WebDriver:GetActiveElement")["value"]
        return list(found.values())[0]

    def type(self, text):
        self.call("WebDriver:ElementSendKeys", id=self.active(), text=text)

    def key(self, name):
        self.type({"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004"}.get(name, name))

    def resize(self, width, height=900):
        self.call("WebDriver:SetWindowRect", width=width, height=height)
        # What the window's own frame takes.
        missing = width - self.run("window.innerWidth")
        if missing:
            self.call("WebDriver:SetWindowRect", width=width + missing, height=height)

    def picture(self, path):
        shot = self.call("WebDriver:TakeScreenshot", full=False, hash=False)
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot["value"]))

    def close(self):
        try:
            self.call("Marionette:Quit", flags=["eForceQuit"])
        except (OSError, RuntimeError):
            pass
        self.process.terminate()
        self.process.wait(30)
        self.profile.cleanup()
