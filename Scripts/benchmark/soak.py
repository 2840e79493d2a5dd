"""Loads a server with everything at once, for minutes, and says whether it stayed right, small and whole.

Called by Scripts/soak. Standard library only. What is random comes from the seed that the first line prints.
"""

import argparse
import asyncio
import collections
import contextlib
import os
import random
import signal
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time

TARGETS = [
    "/", "/v1", "/v1/events", "/v1/talks", "/v1/talks?limit=3", "/v1/talks/deepseek-k1", "/v1/talks/deepseek-d5/passages",
    "/v1/passages?limit=20", "/v1/passages?limit=100", "/v1/topics", "/v1/panelists", "/v1/search?q=AI", "/v1/nothing",
    "/v1/talks?limit=0", "/openapi.json", "/livez",
]
# What is asked together with a target: each makes another answer, or none.
VARIANTS = ["", "Accept-Encoding: gzip\r\n", "Accept: application/json;q=0.5, */*;q=0.1\r\n", 'If-None-Match: "other"\r\n']
LARGE = "/v1/passages?limit=100"
# Large answers that together are more than the cache holds.
CACHE_FILL = 1600
# A little less than the server's deadline for a head.
HEAD_SECONDS = 9
SAMPLE_SECONDS = 5
ANSWER_SECONDS = 30
# Growth between the second and the last quarter of the run that is no growth: the allocator's own breathing.
GROWTH_BYTES = 4 << 20
GROWTH_SHARE = 0.05


class Wrong(Exception):
    """An answer that is not the right one."""


class Answer:
    def __init__(self, status, fields, body):
        self.status, self.fields, self.body = status, fields, body


async def read_answer(reader):
    """The next answer with `Content-Length`; None where the server closed before its first byte."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = await reader.readline()
        if not line:
            if head:
                raise Wrong(f"a head broken off: {head[:80]!r}")
            return None
        head += line
    lines = head[:-4].split(b"\r\n")
    fields = {name.lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines[1:])}
    status = int(lines[0].split(b" ")[1])
    length = 0 if status in (204, 304) else int(fields.get(b"content-length", b"0"))
    try:
        return Answer(status, fields, await reader.readexactly(length))
    except asyncio.IncompleteReadError as error:
        raise Wrong(f"a body broken off after {len(error.partial)} of {length} bytes") from error


def request(target, variant="", last=False):
    ending = "Connection: close\r\n" if last else ""
    return f"GET {target} HTTP/1.1\r\nHost: localhost\r\n{variant}{ending}\r\n".encode()


def reset(writer):
    """Closes so that the peer sees a reset."""
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


class Soak:
    def __init__(self, port, seed):
        self.port = port
        self.random = random.Random(seed)
        self.right = {}
        self.counts = collections.Counter()
        self.wrongs = []
        # The time of the signal; what was asked before it has to be answered.
        self.signalled = None
        self.ended = False

    def choose(self):
        return self.random.choice(list(self.right))

    def check(self, asked, answer):
        status, body = self.right[asked]
        if (answer.status, answer.body) != (status, body):
            raise Wrong(f"{asked}: {answer.status} with {len(answer.body)} bytes; right are {status} with {len(body)}")
        self.counts["answers checked"] += 1

    async def connect(self, **options):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=1 << 24, **options)
        return reader, writer

    async def learn(self):
        """Asks for every answer once, one after another, before there is any load."""
        reader, writer = await self.connect()
        for target in TARGETS:
            for variant in VARIANTS:
                writer.write(request(target, variant))
                answer = await read_answer(reader)
                if answer is None or answer.status >= 500:
                    raise Wrong(f"{target} is not answered")
                self.right[target, variant] = (answer.status, answer.body)
        writer.close()
        # The caches may grow to their bound, and garbage would fill them slowly: so they are filled before anything is
        # measured, over several connections, for each loop of the server has its own.
        for connection in range(CACHE_FILL // 100):
            reader, writer = await self.connect()
            for number in range(100):
                writer.write(request(LARGE, f"Accept: */*;q=0.{connection:02}{number % 10}, a/b{number}\r\n"))
                await read_answer(reader)
            writer.close()

    # What clients do. Each is one turn on connections of its own, and is called again and again.

    async def read_on(self, depth):
        """Asks on one connection, `depth` at a time; all answers come in order."""
        reader, writer = await self.connect()
        with contextlib.closing(writer):
            for _ in range(self.random.randint(1, 60)):
                asked = [self.choose() for _ in range(depth)]
                writer.write(b"".join(request(*one) for one in asked))
                await writer.drain()
                moment = time.monotonic()
                for number, one in enumerate(asked, 1):
                    answer = await read_answer(reader)
                    if answer is None:
                        return self.closed_after(moment)
                    self.check(one, answer)
                    if answer.fields.get(b"connection") == b"close":
                        # With the last answer it may: the server stops, and nothing is left open.
                        return self.closed_after(moment) if number < depth else None

    def note(self, wrong):
        self.wrongs.append(wrong)
        if len(self.wrongs) <= 20:
            print(f"wrong: {wrong}", flush=True)

    def closed_after(self, moment):
        """The server closed with requests open: right only where it had been told to stop."""
        if self.signalled is None or moment < self.signalled:
            raise Wrong("the server closed a connection with a request open")

    async def churn(self):
        reader, writer = await self.connect()
        with contextlib.closing(writer):
            one = self.choose()
            writer.write(request(*one, last=True))
            moment = time.monotonic()
            answer = await read_answer(reader)
            if answer is None:
                return self.closed_after(moment)
            self.check(one, answer)
            if await reader.read():
                raise Wrong("bytes after the last answer")

    async def abort(self):
        """Goes away in the middle: of a request, before the answer, or within it."""
        reader, writer = await self.connect()
        message = request(LARGE) * self.random.randint(1, 8)
        writer.write(message[: self.random.randint(0, len(message))])
        if self.random.random() < 0.5:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(reader.read(self.random.randint(1, 100_000)), 0.05)
        self.counts["aborted"] += 1
        reset(writer) if self.random.random() < 0.7 else writer.close()

    async def send_slowly(self):
        reader, writer = await self.connect()
        with contextlib.closing(writer):
            one = self.choose()
            begun = time.monotonic()
            for byte in request(*one):
                if reader.at_eof() or time.monotonic() - begun > HEAD_SECONDS:
                    break
                writer.write(bytes([byte]))
                await asyncio.sleep(self.random.random() * 0.05)
            moment = time.monotonic()
            if moment - begun > HEAD_SECONDS:
                # This machine was too busy to send it in time: 408 is right, and so is an end.
                self.counts["sent too slowly"] += 1
                return
            answer = await read_answer(reader)
            if answer is None:
                return self.closed_after(moment)
            self.check(one, answer)
            self.counts["sent slowly"] += 1

    async def read_slowly(self):
        """Takes a few large answers through a small window, with pauses."""
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.setblocking(False)
        await asyncio.get_running_loop().sock_connect(client, ("127.0.0.1", self.port))
        reader, writer = await asyncio.open_connection(sock=client, limit=8192)
        with contextlib.closing(writer):
            writer.write(request(LARGE) * 3)
            moment = time.monotonic()
            for _ in range(3):
                await asyncio.sleep(self.random.random())
                answer = await read_answer(reader)
                if answer is None:
                    return self.closed_after(moment)
                self.check((LARGE, ""), answer)
            self.counts["read slowly"] += 1

    async def send_garbage(self):
        """Random bytes, or a right request with some bytes changed; a right answer is a refusal or an end."""
        reader, writer = await self.connect()
        with contextlib.closing(writer):
            message = bytearray(request(*self.choose()))
            if self.random.random() < 0.3:
                message = bytearray(self.random.randbytes(self.random.randint(1, 5000)))
            for _ in range(self.random.randint(1, 4)):
                message[self.random.randrange(len(message))] = self.random.randrange(256)
            writer.write(message)
            if writer.can_write_eof():
                writer.write_eof()
            while answer := await read_answer(reader):
                if answer.status >= 500 and answer.status not in (501, 505):
                    raise Wrong(f"{answer.status} for {bytes(message)!r}")
            self.counts["garbage"] += 1

    async def stay_idle(self):
        """Holds a connection that asks nothing until the server closes it."""
        reader, writer = await self.connect()
        with contextlib.closing(writer):
            if await reader.read():
                raise Wrong("an answer to nothing")
            self.counts["idle"] += 1

    async def repeat(self, act, *arguments):
        while not self.ended:
            try:
                await asyncio.wait_for(act(*arguments), ANSWER_SECONDS * 3)
            except (ConnectionError, OSError) as error:
                # A refused or reset connection is right only once the server has been told to stop, and for those that
                # sent what the server refuses to read.
                if self.signalled is None and act not in (self.send_garbage, self.abort):
                    self.note(f"{act.__name__}: {error!r}")
                if self.signalled is not None:
                    return
            except asyncio.TimeoutError:
                self.note(f"{act.__name__}: no answer in time")
            except (Wrong, ValueError) as error:
                self.note(f"{act.__name__}: {error}")
            self.counts["turns"] += 1

    def crowd(self):
        acts = [(self.read_on, 1)] * 12 + [(self.read_on, 16)] * 3 + [(self.churn,)] * 6 + [(self.abort,)] * 3
        acts += [(self.send_slowly,)] * 10 + [(self.read_slowly,)] * 3 + [(self.send_garbage,)] * 3
        acts += [(self.stay_idle,)] * 200
        return [asyncio.create_task(self.repeat(*act)) for act in acts]


class Process:
    """What the system says of the server."""

    def __init__(self, process):
        self.process = process

    def memory(self):
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def opened(self):
        """What every descriptor is of; one that is closed meanwhile is left out."""
        folder = f"/proc/{self.process.pid}/fd"
        opened = {}
        for number in os.listdir(folder):
            with contextlib.suppress(FileNotFoundError):
                opened[number] = os.readlink(f"{folder}/{number}")
        return opened

    def is_running(self):
        return self.process.poll() is None


async def settle(server, wanted):
    """Waits until the server holds no more descriptors than before, for longer than any connection may stay."""
    for _ in range(450):
        if server.descriptors() <= wanted:
            break
        await asyncio.sleep(0.1)
    return server.opened()


async def end(tasks):
    """Cancels until it is heard: a wait that ends at the same moment may swallow the first call."""
    while tasks:
        for task in tasks:
            task.cancel()
        _, tasks = await asyncio.wait(tasks, timeout=1)


async def run(options, process, port):
    server = Process(process)
    soak = Soak(port, options.seed)
    await soak.learn()
    before = server.opened()
    samples = []
    tasks = soak.crowd()
    finish = time.monotonic() + options.minutes * 60
    while time.monotonic() < finish and server.is_running():
        await asyncio.sleep(SAMPLE_SECONDS)
        if server.is_running():
            samples.append((server.memory(), server.descriptors()))
        if len(samples) % 12 == 0:
            memory, descriptors = samples[-1]
            print(f"{len(samples) * SAMPLE_SECONDS // 60:4} min  {memory >> 20} MB  {descriptors} descriptors  "
                  f"{soak.counts['answers checked']} answers checked  {len(soak.wrongs)} wrong", flush=True)
    await end(tasks)
    if not server.is_running():
        soak.note(f"the server ended by itself, with status {process.returncode}")
        return soak, samples, before, None, None
    after = await settle(server, len(before))

    # Once more the readers, and the signal in their midst.
    tasks = [asyncio.create_task(soak.repeat(soak.read_on, depth)) for depth in [1] * 24 + [16] * 8]
    await asyncio.sleep(1)
    soak.signalled = time.monotonic()
    process.send_signal(signal.SIGTERM)
    try:
        await asyncio.wait_for(asyncio.to_thread(process.wait), 12)
    except asyncio.TimeoutError:
        soak.note("the server did not end within 12 seconds of SIGTERM")
    seconds = time.monotonic() - soak.signalled
    soak.ended = True
    await asyncio.wait(tasks, timeout=5)
    await end(tasks)
    if process.poll() not in (0, None):
        soak.note(f"after SIGTERM the status is {process.returncode}")
    return soak, samples, before, after, seconds


def report(soak, samples, before, after, seconds):
    wrongs = list(soak.wrongs)
    quarter = max(1, len(samples) // 4)
    early = statistics.median(memory for memory, _ in samples[quarter : 2 * quarter] or samples)
    late = statistics.median(memory for memory, _ in samples[-quarter:])
    print(", ".join(f"{count} {name}" for name, count in sorted(soak.counts.items())))
    print(f"memory: {samples[0][0] / 2**20:.1f} MB at the beginning, {early / 2**20:.1f} MB in the second quarter, "
          f"{late / 2**20:.1f} MB in the last, {max(memory for memory, _ in samples) / 2**20:.1f} MB at most")
    print(f"descriptors: {len(before)} before, {max(count for _, count in samples)} at most, {len(after or ())} after")
    if seconds is not None:
        print(f"SIGTERM under load: ended after {seconds:.2f} s")
    if late > early + max(GROWTH_BYTES, early * GROWTH_SHARE):
        wrongs.append("memory grows")
    if after is not None and len(after) > len(before):
        left = sorted(set(after.values()) - set(before.values()))
        wrongs.append(f"descriptors are left over: {', '.join(left)}")
    for wrong in wrongs[len(soak.wrongs) :]:
        print(f"wrong: {wrong}")
    print(f"{len(wrongs)} faults" if wrongs else "no fault")
    return 1 if wrongs else 0


def main():
    parser = argparse.ArgumentParser(prog="Scripts/soak")
    parser.add_argument("--server", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--data", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    options, for_server = parser.parse_known_args()
    print(f"seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder, open(f"{folder}/log", "wb") as log:
        process = subprocess.Popen(
            [options.server, "serve", "--data", options.data, "--store", f"{folder}/store.sqlite", "--port", "0"]
            + for_server,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)
        try:
            for line in process.stdout:
                words = [word for word in line.decode().split() if word.startswith("http://")]
                if words:
                    port = int(words[0].rstrip("/").rpartition(":")[2])
                    return report(*asyncio.run(run(options, process, port)))
            sys.exit("the server did not begin to listen")
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()


if __name__ == "__main__":
    sys.exit(main())
