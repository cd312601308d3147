"""`zongjie mcp` as its clients see it: through the official client, and byte by byte."""

import json
import subprocess
from contextlib import asynccontextmanager

try:
    from mcp import Client, StdioServerParameters
    MODES = ["auto", "legacy"]
except ImportError:  # The client before 2.0 has one way to begin.
    Client = None
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client
    MODES = ["session"]

ENVIRONMENT = {"LC_ALL": "C.UTF-8"}


@asynccontextmanager
async def connected(tool, index, mode=MODES[0], options=()):
    """A client of a service of its own, and the revision both agreed on."""
    server = StdioServerParameters(command=tool, args=["mcp", "--index", index, *options], env=ENVIRONMENT)
    if Client:
        async with Client(server, mode=mode) as client:
            yield Asked(client, client.protocol_version, client.instructions)
    else:
        async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
            begun = await session.initialize()
            yield Asked(session, begun.protocolVersion, begun.instructions)


class Asked:
    """Tools by name: `await asked.search(query=…)` is the answer as a value."""

    def __init__(self, client, version, instructions):
        self.client, self.version, self.instructions = client, version, instructions
        self.sizes = []

    def __getattr__(self, name):
        async def call(**arguments):
            told = await self.text(name, arguments)
            assert not told[1], f"{name} {arguments}: {told[0]}"
            return json.loads(told[0])
        return call

    async def text(self, name, arguments):
        """What a tool says, and whether it is an error."""
        result = await self.client.call_tool(name, arguments)
        assert [part.type for part in result.content] == ["text"]
        self.sizes.append(len(result.content[0].text))
        return result.content[0].text, bool(getattr(result, "is_error", getattr(result, "isError", False)))

    async def pages(self, name, rows, **arguments):
        """All rows of an answer, page by page, and its total."""
        answer = await getattr(self, name)(**arguments)
        found, total = list(answer[rows]), answer.get("total")
        while "next_cursor" in answer:
            assert answer["cut"], "a cut is stated"
            answer = await getattr(self, name)(**arguments, cursor=answer["next_cursor"])
            assert answer.get("total") == total
            assert answer[rows], "a page that leads nowhere"
            found += answer[rows]
        return found, total


class Raw:
    """The service without a client: lines in, lines out."""

    def __init__(self, tool, index):
        self.process = subprocess.Popen(
            [tool, "mcp", "--index", index], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=ENVIRONMENT)

    def send(self, line):
        data = line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()
        self.process.stdin.write(data + b"\n")
        self.process.stdin.flush()

    def ask(self, line):
        self.send(line)
        return json.loads(self.process.stdout.readline())

    def close(self):
        """What came after the end of input, and the exit status; standard error must be empty."""
        self.process.stdin.close()
        rest = self.process.stdout.read().decode().splitlines()
        assert self.process.stderr.read() == b""
        return [json.loads(line) for line in rest], self.process.wait(20)
