#!/usr/bin/env python3
"""Every passage, page by page, as CSV on standard output: download.py [ADDRESS]. Needs nothing but Python 3.8."""

import csv
import json
import sys
import urllib.parse
import urllib.request


def pages(server, path):
    """Follows next_url until it is null; a page that expired (410) means that the data changed: begin again."""
    while path:
        with urllib.request.urlopen(urllib.parse.urljoin(server, path)) as answer:
            page = json.load(answer)
        yield from page["data"]
        path = page["page"]["next_url"]


def main():
    server = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
    table = csv.writer(sys.stdout)
    table.writerow(["id", "talk", "panelist", "page", "lines", "text"])
    for passage in pages(server, "/v1/passages?limit=20"):
        spans = passage["spans"]
        first, last = (spans[0], spans[-1]) if spans else ({}, {})
        panelist = passage["panelist"]
        table.writerow(
            [
                passage["id"],
                passage["talk"]["id"],
                panelist["name"] if panelist else "",
                first.get("printed_page") or first.get("page") or "",
                f"{first.get('line_start', '')}-{last.get('line_end', '')}",
                passage["text"],
            ]
        )


if __name__ == "__main__":
    main()
