"""Reads what Scripts/bench measured and prints it as Markdown: the rows, and what they come to beside what is aimed at.

    table.py RESULTS

RESULTS has a line for each measurement, tab-separated: round, row, server, requests/s, CPU µs, p50 µs, p99 µs, the client's CPU
µs. Ratios are taken within a round, so that what slows a round down slows both sides; shown are minimum, median and maximum.
"""

import collections
import statistics
import sys

RATE, CPU, MEDIAN, P99, CLIENT = range(5)

# What is aimed at: row and server, measure, row and server that it is divided by (none: as it is), bound.
AIMS = [
    ("cached, small", "rostrum", CPU, "cached, small", "yardstick", "≤", 1.1),
    ("cached, small", "rostrum", P99, "cached, small", "yardstick", "≤", 1.5),
    ("cached, small", "rostrum", RATE, "cached, small", "nginx", "≥", 1.5),
    ("cached, small", "rostrum", RATE, "cached, small", "go", "≥", 2),
    ("cached, small", "rostrum", RATE, "cached, small", "hummingbird", "≥", 4.5),
    ("cached, 16 pipelined", "rostrum", RATE, "cached, 16 pipelined", "nginx", "≥", 8),
    ("cached, large", "rostrum", RATE, "cached, large", "yardstick", "≥", 0.9),
    ("cached, browser fields", "rostrum", CPU, "cached, small", "rostrum", "≤", 1.3),
    ("uncached, one talk", "uncached", RATE, "cached, small", "rostrum", "≥", 0.6),
    ("uncached, list of 20", "uncached", CPU, None, None, "≤", 40),
]
MEASURES = {RATE: "requests/s", CPU: "CPU a request", P99: "p99"}


def spread(values, digits):
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"


def ratios(runs, one, other, measure):
    """The ratio of two in each round that both were measured in."""
    return [runs[one][number][measure] / runs[other][number][measure]
            for number in runs.get(one, {}) if number in runs.get(other, {}) and runs[other][number][measure] > 0]


def main(path):
    runs = collections.defaultdict(dict)
    with open(path, encoding="utf-8") as file:
        for line in file:
            number, row, server, *values = line.rstrip("\n").split("\t")
            if len(values) == 5:
                runs[row, server][int(number)] = [float(value) for value in values]

    print("| row | server | requests/s | ÷ yardstick | CPU µs a request | ÷ yardstick | p99 µs | ÷ yardstick | busy, % |")
    print("|---|---|---|---|---|---|---|---|---|")
    rows = list(dict.fromkeys(row for row, _ in runs))
    for row, server in sorted(runs, key=lambda key: rows.index(key[0])):
        cells = [row, server]
        for measure, digits in (RATE, 0), (CPU, 2), (P99, 0):
            cells.append(spread([values[measure] for values in runs[row, server].values()], digits))
            beside = ratios(runs, (row, server), (row, "yardstick"), measure) if server != "yardstick" else []
            cells.append(spread(beside, 2) if beside else "")
        # Requests a second times µs a request is µs of processor a second.
        server_busy, client_busy = (
            statistics.median(values[RATE] * values[measure] / 1e4 for values in runs[row, server].values())
            for measure in (CPU, CLIENT))
        cells.append(f"{server_busy:.0f} · {client_busy:.0f}")
        print("| " + " | ".join(cells) + " |")

    print()
    print("| aim | bound | measured | |")
    print("|---|---|---|---|")
    for row, server, measure, other_row, other, sign, bound in AIMS:
        if other is None:
            values = [run[measure] for run in runs.get((row, server), {}).values()]
            name = f"{row}: {MEASURES[measure]}, µs"
        else:
            values = ratios(runs, (row, server), (other_row, other), measure)
            beside = other if other_row == row else f"{other_row}, {other}" if other != server else other_row
            name = f"{row}: {MEASURES[measure]} ÷ {beside}"
        if values:
            middle = statistics.median(values)
            reached = middle <= bound if sign == "≤" else middle >= bound
            print(f"| {name} | {sign} {bound} | {spread(values, 2)} | {'' if reached else 'missed'} |")


if __name__ == "__main__":
    main(sys.argv[1])
