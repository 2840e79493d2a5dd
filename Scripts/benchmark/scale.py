"""Measures how a server's work grows with the number of passages, and prints it as Markdown.

    scale.py --server PROGRAM [--quick] [--passages N,N…] [--folder DIR]

For each size it composes a data folder, loads it and asks for every kind of address, one request at a time and with nothing cached.
It ends what it started. Standard library only. --folder keeps the data and stores there, so that a second run need not make them.
"""

import argparse
import contextlib
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

import scale_corpus
from footprint import Server

SIZES = [1_000, 10_000, 100_000, 1_000_000]
QUICK = 100_000
ROUNDS = 5
# What takes longer than this is asked for once.
SLOW_SECONDS = 0.5
PAGE = "limit=50"


def addresses(names):
    """What is asked for, by the name of its row, with what its growth from the first size to the last may be at most."""
    topic, rare, event, talk, panelist, passage = (
        urllib.parse.quote(names[key]) for key in ("topic", "rare", "event", "talk", "panelist", "passage"))
    words, quotation = urllib.parse.quote(names["words"]), urllib.parse.quote(names["quotation"])
    flat, counted, filtered = 3, 5, 60
    return [
        ("item: talk", f"/v1/talks/{talk}", flat), ("item: passage", f"/v1/passages/{passage}", flat),
        ("item: panelist", f"/v1/panelists/{panelist}", None), ("item: topic", f"/v1/topics/{topic}", 2),
        ("list", f"/v1/passages?{PAGE}", flat), ("list: talks", f"/v1/talks?{PAGE}", flat),
        ("deep offset", f"/v1/passages?{PAGE}&offset={names['passages'] - 60}", flat),
        ("cursor", names["next"], flat),
        ("filter: event", f"/v1/passages?event={event}&{PAGE}", flat),
        ("filter: topic", f"/v1/passages?topic={topic}&{PAGE}", flat),
        ("filter: rare topic", f"/v1/passages?topic={rare}&{PAGE}", flat),
        ("filter: kind", f"/v1/passages?kind=paragraph&{PAGE}", flat),
        ("filter: rare kind", f"/v1/passages?kind=note&{PAGE}", flat),
        ("filter: panelist", f"/v1/passages?panelist={panelist}&{PAGE}", None),
        ("filter: topic, deep offset", f"/v1/passages?topic={topic}&{PAGE}&offset={names['of_topic'] - 60}", flat),
        ("filter: kind, deep offset", f"/v1/passages?kind=paragraph&{PAGE}&offset={names['of_kind'] - 60}", flat),
        ("filter: topic and event", f"/v1/passages?topic={topic}&event={event}&{PAGE}", flat),
        ("talks by topic", f"/v1/talks?topic={topic}&{PAGE}", None),
        ("topic's passages", f"/v1/topics/{topic}/passages?{PAGE}", flat),
        ("facet kind", "/v1/passages?facet=kind&limit=1", flat), ("facet panelist", "/v1/passages?facet=panelist&limit=1", flat),
        ("facet topic", "/v1/passages?facet=topic&limit=1", flat), ("facet event", "/v1/passages?facet=event&limit=1", flat),
        ("facet voice", "/v1/passages?facet=voice&limit=1", flat),
        ("facets of an event", f"/v1/passages?facet=kind,panelist,topic&event={event}&limit=1", counted),
        ("facet panelist, by topic", f"/v1/passages?facet=panelist&topic={topic}&limit=1", filtered),
        ("facet topic, by kind", "/v1/passages?facet=topic&kind=paragraph&limit=1", filtered),
        ("facet topic, by panelist", f"/v1/passages?facet=topic&panelist={panelist}&limit=1", filtered),
        ("facets of talks", "/v1/talks?facet=panelist,topic,kind&limit=1", flat),
        ("facet of panelists", "/v1/panelists?facet=topic&limit=1", flat),
        ("matrix", "/v1/matrix", counted), ("matrix: kind, topic", "/v1/matrix?rows=kind&cols=topic", counted),
        ("matrix: event, panelist", "/v1/matrix?rows=event&cols=panelist", counted),
        ("matrix of an event", f"/v1/matrix?event={event}", counted),
        ("co-occurrence", f"/v1/topics/cooccurrence?{PAGE}", counted),
        ("co-occurrence: section", f"/v1/topics/cooccurrence?window=section&{PAGE}", counted),
        ("co-occurrence: talk", f"/v1/topics/cooccurrence?window=talk&{PAGE}", counted),
        ("co-occurrence of an event", f"/v1/topics/cooccurrence?event={event}&{PAGE}", counted),
        ("timeline", f"/v1/topics/{topic}/timeline?{PAGE}", counted),
        ("timeline of an event", f"/v1/topics/{topic}/timeline?event={event}&{PAGE}", counted),
        ("search: words", f"/v1/search?q={words}", None),
        ("search: a syllable", f"/v1/search?q={urllib.parse.quote('의')}", None),
        ("quotation", f"/v1/quotes?text={quotation}", None), ("suggestions", f"/v1/suggest?q={words[:9]}", None),
    ]


class Client:
    """Asks one request after another over a connection."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def ask(self, target):
        """The status, the body and how many seconds they took."""
        begun = time.perf_counter()
        self.connection.request("GET", target)
        response = self.connection.getresponse()
        body = response.read()
        return response.status, body, time.perf_counter() - begun

    def json(self, target):
        status, body, _ = self.ask(target)
        if status != 200:
            raise SystemExit(f"scale: {status} for {target}: {body[:200]!r}")
        return json.loads(body)

    def measure(self, target):
        """The status and the median time; of what takes long, the one time."""
        status, _, took = self.ask(target)
        if took > SLOW_SECONDS:
            return status, took
        return status, statistics.median(self.ask(target)[2] for _ in range(ROUNDS))


def names(client):
    """What the addresses of a corpus name."""
    first = client.json("/v1/passages?limit=50")
    paragraph = next(item for item in first["data"] if item["kind"] == "paragraph")
    topics = sorted(client.json("/v1/topics?limit=500")["data"], key=lambda item: -item["counts"]["passages"])
    topic = next(item for item in topics if not item["general"])
    rare = next(item for item in reversed(topics) if item["counts"]["passages"])
    words = paragraph["text"].split()
    return {
        "topic": topic["id"], "rare": rare["id"], "event": paragraph["event"]["id"], "talk": paragraph["talk"]["id"],
        "panelist": paragraph["panelist"]["id"], "passage": paragraph["id"], "next": first["page"]["next_url"],
        "passages": first["page"]["total"], "of_topic": max(topic["counts"]["passages"], 60),
        "of_kind": client.json("/v1/passages?kind=paragraph&limit=1")["page"]["total"],
        "words": " ".join(words[:2]), "quotation": " ".join(words[:6]),
    }


def load(options, passages, folder):
    """Makes and loads a corpus; returns its row of the table of loads."""
    data, store = os.path.join(folder, f"data-{passages}"), os.path.join(folder, f"store-{passages}.sqlite")
    if not os.path.exists(data):
        scale_corpus.compose(passages, data)
    process = subprocess.Popen([options.server, "load", "--data", data, "--store", store], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"scale: the load of {passages} passages ended with {process.returncode}")
    text = sum(os.path.getsize(os.path.join(home, name)) for home, _, files in os.walk(data) for name in files if name.endswith(".txt"))
    seconds = usage.ru_utime + usage.ru_stime
    print(f"| {passages:,} | {seconds:.1f} | {passages / seconds:,.0f} | {usage.ru_maxrss / 1024:.0f} | "
          f"{os.path.getsize(store) / text:.1f} |", flush=True)
    return store


def serve(options, data, store):
    """The times of every row, and the server's memory before and after, in MB."""
    options.data, options.store = data, store
    with Server(options, "--cache-bytes", "0") as server:
        client = Client(server.port)
        asked = addresses(names(client))
        start = server.memory()
        times = {name: client.measure(target) for name, target, _ in asked}
        return times, [(name, bound) for name, _, bound in asked], (start, server.memory())


def cell(status, seconds):
    return f"{seconds * 1000:.1f}" + ("" if status == 200 else f" ({status})")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--server", required=True)
    parser.add_argument("--quick", action="store_true", help=f"stop at {QUICK:,} passages")
    parser.add_argument("--passages", type=lambda text: [int(word) for word in text.split(",")], default=SIZES)
    parser.add_argument("--folder", help="where data and stores are made, and stay")
    options = parser.parse_args()
    sizes = [size for size in options.passages if not options.quick or size <= QUICK]
    with contextlib.ExitStack() as stack:
        folder = options.folder or stack.enter_context(tempfile.TemporaryDirectory())
        print("| passages | load, CPU s | passages a CPU s | peak MB | store ÷ text |\n|---|---|---|---|---|", flush=True)
        stores = [load(options, size, folder) for size in sizes]
        results = [serve(options, os.path.join(folder, f"data-{size}"), store) for size, store in zip(sizes, stores)]
    print("\n| ms | " + " | ".join(f"{size:,}" for size in sizes) + " | growth | at most |\n|" + "---|" * (len(sizes) + 3))
    missed = []
    for name, bound in results[0][1]:
        times = [result[0][name] for result in results]
        growth = times[-1][1] / times[0][1]
        if bound and (growth > bound or times[-1][0] != 200):
            missed.append(name)
        print(f"| {name} | " + " | ".join(cell(*time) for time in times) + f" | {growth:.1f} | {bound or ''} |")
    print("| memory, MB: at first | " + " | ".join(f"{result[2][0]:.0f}" for result in results) + " | | |")
    print("| memory, MB: at last | " + " | ".join(f"{result[2][1]:.0f}" for result in results) + " | | |")
    print(f"\nBeyond what is aimed at: {', '.join(missed) or 'nothing'}.")


if __name__ == "__main__":
    sys.exit(main())
