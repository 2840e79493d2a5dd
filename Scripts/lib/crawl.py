"""Records what a server of Rostrum responds to every address of its API, and compares it with an earlier record.

A record is a folder for each data folder: `requests.jsonl` lists the requests in their order, and a text file for each holds the
request, its status, its fields in alphabetical order and its body. What no two runs share is left out or masked: the fields Date and
X-Request-Id, the series of /metrics, the snapshot, entity tags and cursors. Bodies in gzip are stored decoded, binary ones as their length and SHA-256.

Requests that need an earlier response are stored as such: a further page as the number of `next` links to follow, an entity tag as {tag}.
"""

import argparse
import difflib
import gzip
import hashlib
import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile

from crawl_plan import Plan, Request

HOST = "localhost"
TIMEOUT = 60
CURSOR = re.compile(r'((?:cursor=|"next": ?"))[A-Za-z0-9_-]{20,}')
TAG = re.compile(r'"[^"]*"')
TEXTUAL = ("text/", "application/json", "application/x-ndjson", "application/problem+json", "application/ld+json",
           "application/linkset+json", "application/x-bibtex", "application/vnd.citationstyles.csl+json")
DIFFERENCES_SHOWN = 40
LINES_SHOWN = 6


class Server:
    """A server on a free port, ended with the block that uses it."""

    def __init__(self, program, data):
        self.folder = tempfile.mkdtemp()
        self.errors = open(os.path.join(self.folder, "errors"), "w+", encoding="utf-8")
        store = os.path.join(self.folder, "store.sqlite")
        self.process = subprocess.Popen([program, "serve", "--data", data, "--store", store, "--port", "0"],
                                        stdout=subprocess.PIPE, stderr=self.errors, text=True)
        for line in self.process.stdout:
            found = re.search(r"http://[^/]*:(\d+)/", line)
            if found:
                self.port = int(found.group(1))
                return
        self.errors.seek(0)
        message = self.errors.read()
        self.close()
        raise SystemExit(f"crawl: the server did not start: {message}")

    def close(self):
        self.process.terminate()
        self.process.communicate()
        self.errors.close()
        shutil.rmtree(self.folder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Response:
    """A status, fields as they came and a body as it was before it was coded."""

    def __init__(self, status, fields, body):
        self.status = status
        self.fields = fields
        self.body = gzip.decompress(body) if body and ("content-encoding", "gzip") in fields else body

    def field(self, name):
        return next((value for key, value in self.fields if key == name), "")

    def json(self):
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    def text(self, request, snapshot):
        """The canonical form."""
        coded = self.field("content-encoding") != ""
        lines = [str(self.status)]
        for name, value in sorted(self.fields):
            if name in ("date", "x-request-id") or name == "content-length" and (coded or request.target == "/metrics"):
                continue
            if name == "etag":
                value = TAG.sub("{tag}", value)
            lines.append(name + ": " + CURSOR.sub(r"\1{cursor}", value))
        if self.field("content-type").startswith(TEXTUAL):
            body = self.body.decode("utf-8", "backslashreplace")
            if request.target == "/metrics":
                body = "\n".join(line for line in body.split("\n") if line.startswith("#"))
            body = CURSOR.sub(r"\1{cursor}", body)
        else:
            body = f"{len(self.body)} bytes, SHA-256 {hashlib.sha256(self.body).hexdigest()}" if self.body else ""
        text = "\n".join(lines) + "\n\n" + body + "\n"
        return text.replace(snapshot, "{snapshot}") if snapshot else text


class Client:
    """Sends requests, one after another, over one connection."""

    def __init__(self, port):
        self.port = port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
        self.snapshot = (self.send("GET", "/readyz").json() or {}).get("snapshot", "")

    def send(self, method, target, fields=()):
        self.connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        self.connection.putheader("Host", HOST)
        for name, value in fields:
            self.connection.putheader(name, value)
        self.connection.endheaders()
        response = self.connection.getresponse()
        try:
            body = response.read()
        except http.client.IncompleteRead:
            raise SystemExit(f"crawl: the server broke off its response to {method} {target} {fields}") from None
        return Response(response.status, [(name.lower(), value) for name, value in response.getheaders()], body)

    def send_raw(self, text):
        """Sends bytes that need not be a message, and returns what comes until the server closes."""
        received = b""
        with socket.create_connection(("127.0.0.1", self.port), timeout=TIMEOUT) as connection:
            connection.sendall(text.encode("latin-1"))
            connection.shutdown(socket.SHUT_WR)
            while piece := connection.recv(65536):
                received += piece
        head, _, body = received.partition(b"\r\n\r\n")
        status, *fields = head.decode("latin-1").split("\r\n")
        pairs = [tuple(part.strip() for part in field.split(":", 1)) for field in fields]
        return Response(status, [(name.lower(), value) for name, value in pairs], body)

    def respond(self, request):
        """The response to a request, after those that it needs."""
        if request.raw:
            return self.send_raw(request.raw)
        target = request.target
        for _ in range(request.pages):
            page = (self.send("GET", target).json() or {}).get("page") or {}
            if not page.get("next_url"):
                break
            target = page["next_url"]
        fields = request.fields
        if any("{tag}" in value for _, value in fields):
            unconditional = [field for field in fields if "{tag}" not in field[1] and field[0] != "Range"]
            tag = self.send("GET", target, unconditional).field("etag")
            fields = [(name, value.replace("{tag}", tag)) for name, value in fields]
        return self.send(request.method, target, fields)


def file_of(request):
    """Where a response is stored: a folder for each beginning of a path."""
    parts = [part for part in request.target.split("?")[0].split("/") if part][:2] or ["root"]
    name = re.sub(r"[^A-Za-z0-9.-]", "_", "-".join(parts))[:40]
    return f"{name}/{hashlib.sha256(request.key().encode()).hexdigest()[:16]}.txt"


def responses(client, requests):
    for request in requests:
        yield request, f"{request}\n\n{client.respond(request).text(request, client.snapshot)}"


def record(program, data, folder):
    """Discovers the addresses of a server and stores what it responds."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    with Server(program, data) as server, open(folder / "requests.jsonl", "w", encoding="utf-8") as index:
        client = Client(server.port)
        plan = Plan(lambda target: client.send("GET", target))
        count = 0
        for request, text in responses(client, plan.requests()):
            file = folder / file_of(request)
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(text.encode())
            index.write(request.key() + "\n")
            count += 1
    print(f"{folder}: {count} requests recorded")


def compare(program, data, folder):
    """Repeats the requests of a record; returns the number of responses that differ, and shows where."""
    index = folder / "requests.jsonl"
    if not index.exists():
        raise SystemExit(f"crawl: there is no record in {folder}; --record makes one")
    requests = [Request.parse(line) for line in index.read_text(encoding="utf-8").splitlines()]
    differing = 0
    with Server(program, data) as server:
        for request, text in responses(Client(server.port), requests):
            before = (folder / file_of(request)).read_bytes().decode()
            if before == text:
                continue
            differing += 1
            if differing <= DIFFERENCES_SHOWN:
                print(f"{folder.name}: {request} ({file_of(request)})")
                lines = list(difflib.unified_diff(before.split("\n"), text.split("\n"), lineterm="", n=0))[2:]
                for line in [line for line in lines if not line.startswith("@@")][:LINES_SHOWN]:
                    print("    " + first_difference(line, lines))
    print(f"{folder}: {len(requests)} requests, {differing} differ")
    return differing


def first_difference(line, lines, width=160):
    """A line of a difference, cut to where it begins to differ."""
    partner = next((other for other in lines if other[0] in "+-" and other[0] != line[0]), line)
    start = len(os.path.commonprefix([line[1:], partner[1:]]))
    start = max(0, start - width // 4)
    return line[0] + ("…" if start else "") + line[1 + start:1 + start + width]


def main():
    parser = argparse.ArgumentParser(prog="Scripts/crawl", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", action="append", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--server", metavar="FILE", help="the program; without it a release is built")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--record", metavar="DIR", type=pathlib.Path, help="store every response under DIR, in place of what is there")
    task.add_argument("--compare", metavar="DIR", type=pathlib.Path, help="repeat the requests of DIR and list what differs; status 1 where any does")
    arguments = parser.parse_args()
    differing = 0
    for data in arguments.data:
        name = pathlib.Path(data).name
        if arguments.record:
            record(arguments.server, data, arguments.record / name)
        else:
            differing += compare(arguments.server, data, arguments.compare / name)
    sys.exit(1 if differing else 0)


main()
