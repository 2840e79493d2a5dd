"""Measures what Scripts/bench's rows do not show: how soon a server answers, what it holds, and what idle connections cost.

Called by Scripts/bench. Standard library only; it ends what it started. Prints rows of Markdown.
"""

import argparse
import contextlib
import os
import re
import resource
import socket
import statistics
import struct
import subprocess
import tempfile
import time

IDLE = 10_000
# Idle connections are held open for as long as the measurement takes.
PATIENT = ["--head-timeout", "600", "--keep-alive-timeout", "600"]


class Server:
    """A server that is started for a measurement."""

    def __init__(self, options, *further, **environment):
        command = ["taskset", "-c", "0", options.server, "serve", "--data", options.data, "--store", options.store]
        self.log = tempfile.TemporaryFile()
        self.begun = time.monotonic()
        self.process = subprocess.Popen(
            command + ["--port", "0", *further], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=self.log,
            env=os.environ | environment)
        self.port = None
        for line in self.process.stdout:
            found = re.search(rb"http://[^/]*:(\d+)/", line)
            if found:
                self.port = int(found[1])
                break
        if self.port is None:
            raise SystemExit("footprint: the server does not start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate()
        self.log.close()

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def ask(self, target):
        with self.connect() as connection:
            connection.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
        if not answer.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"footprint: wrong answer: {answer[:80]!r}")
        return answer

    def memory(self):
        """Resident memory in MB (2^20 bytes), the pages of shared libraries included."""
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def load(self, options, seconds):
        """CPU µs a request and p99 of one run."""
        command = ["taskset", "-c", "1", options.load, self.port, options.target, options.body, 64, 1, seconds, self.process.pid]
        words = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout.split()
        return float(words[1]), float(words[3])


def spread(values, digits=0):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def row(what, bound, measured, reached):
    print(f"| {what} | ≤ {bound} | {measured} | {'' if reached else 'missed'} |", flush=True)


def start(options):
    times, memory = [], []
    for _ in range(options.rounds):
        with Server(options) as server:
            server.ask(options.target)
            times.append((time.monotonic() - server.begun) * 1000)
            time.sleep(0.2)
            memory.append(server.memory())
    row("first answer after the start, store loaded: ms", 60, spread(times), statistics.median(times) <= 60)
    row("memory, idle: MB", 30, spread(memory, 1), statistics.median(memory) <= 30)


def idle(options):
    with contextlib.ExitStack() as stack:
        lonely, crowded = (
            stack.enter_context(Server(options, "--shards", "1", "--workers", "1", *PATIENT)) for _ in range(2))
        crowd = []
        for number in range(IDLE):
            crowd.append(stack.enter_context(crowded.connect()))
            if number % 2:
                # Half of them have asked for something before.
                crowd[-1].sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
        for connection in crowd[1::2]:
            connection.recv(4096)
        for server in lonely, crowded:
            server.load(options, 1)
        # One right after the other: the speed of a machine that is shared changes from second to second.
        runs = [[server.load(options, options.seconds) for server in (lonely, crowded)] for _ in range(options.rounds)]
        memory = crowded.memory()
    row(f"memory with {IDLE} idle connections: MB", 100, f"{memory:.1f}", memory <= 100)
    for place, what in (0, "CPU a request"), (1, "p99"):
        ratios = [other[place] / one[place] for one, other in runs]
        row(f"{what} beside {IDLE} idle connections ÷ without them", 1.1, spread(ratios, 2), statistics.median(ratios) <= 1.1)


def allocations(options):
    with tempfile.NamedTemporaryFile() as count:
        environment = {"LD_PRELOAD": options.allocations, "ALLOCATIONS": count.name}
        with Server(options, "--shards", "1", "--workers", "1", **environment) as server:
            def counted():
                with open(count.name, "rb") as file:
                    return struct.unpack("=Q", file.read(8))[0]

            def requests():
                return int(re.search(rb"rostrum_requests_total (\d+)", server.ask("/metrics"))[1])

            server.load(options, 1)
            before = counted(), requests()
            server.load(options, options.seconds)
            made, asked = (after - first for after, first in zip((counted(), requests()), before))
    # What the connections of the run and the two questions about it cost is in it, and no more.
    row(f"allocations a cached request ({made} in {asked})", 0.01, f"{made / asked:.4f}", made <= 0.01 * asked)


def main():
    parser = argparse.ArgumentParser()
    for name in "server", "data", "store", "load", "allocations", "target", "body":
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=2)
    options = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    start(options)
    allocations(options)
    if most < IDLE + 100:
        print(f"| {IDLE} idle connections | | not measured: only {most} descriptors are allowed | |")
    else:
        idle(options)


if __name__ == "__main__":
    main()
