#!/usr/bin/env bash
# The programme as a table: programme.sh [ADDRESS]. Needs curl and jq.
set -euo pipefail
server=${1:-http://127.0.0.1:8080}
server=${server%/}

curl -fsS "$server/v1/talks.ndjson?limit=500" |
    jq -r '[.id, .kind_label // .kind, (.panelists | map(.name) | join(", ")), .title // "–"] | @tsv'
