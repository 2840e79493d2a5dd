#!/usr/bin/env bash
# Who speaks of a topic, with the page and the lines to cite: who-says.sh TOPIC [ADDRESS]. Needs curl and jq.
set -euo pipefail
topic=${1:?"usage: who-says.sh TOPIC [ADDRESS]"}
server=${2:-http://127.0.0.1:8080}
server=${server%/}

next="/v1/topics/$topic/passages?limit=500"
while [ -n "$next" ]; do
    page=$(curl -fsS "$server$next")
    jq -r '.data[] | .spans[0] as $span |
        [.panelist.name // "–", .id, "p. \($span.printed_page // $span.page // "?")",
         "lines \($span.line_start)–\(.spans[-1].line_end)", .text[0:60]] | @tsv' <<<"$page"
    next=$(jq -r '.page.next_url // empty' <<<"$page")
done
