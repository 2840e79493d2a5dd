#!/usr/bin/env bash
# Whether a text is a true quotation, and whose: verify-quotation.sh TEXT [ADDRESS]. Needs curl and jq.
# Ends with 0 where it stands so, 1 where it does not.
set -euo pipefail
text=${1:?"usage: verify-quotation.sh TEXT [ADDRESS]"}
server=${2:-http://127.0.0.1:8080}
server=${server%/}

answer=$(curl -fsS --get --data-urlencode "text=$text" "$server/v1/quotes")
jq . <<<"$answer"
[ "$(jq -r .result <<<"$answer")" != not_found ]
