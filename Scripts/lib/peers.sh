# shellcheck shell=bash
# What is set and read here and seems to come from nowhere, or to go there, is of Scripts/bench.
# shellcheck disable=SC2004,SC2034,SC2154
# The peers of Scripts/bench --peers beyond nginx; sourced by it, and builds on its functions. Every one serves the same bytes from
# memory, but Datasette, which reads them from a table of one row, as it does everything.

# Those that serve the body as it is at its target, and of them those that are measured with many requests at once on a
# connection, too.
peers=(hummingbird flyingfox go)
pipelining_peers=(hummingbird go)

# start_peer NAME TARGET COMMAND...: runs a server on the first processor, with its port as the first argument.
start_peer() {
    local name=$1 target=$2 program=$3
    shift 3
    ports[$name]=$(free_port)
    taskset -c 0 "$program" "${ports[$name]}" "$@" >"$work/$name.log" 2>&1 &
    pids[$name]=$!
    await "${ports[$name]}" "$target"
}

# Starts those that this machine can build or has: TARGET FILE.
start_peers() {
    local target=$1 body=$2 package=$root/Scripts/benchmark/peers
    swift build --package-path "$package" --configuration release >&2
    start_peer hummingbird "$target" "$package/.build/release/hummingbird" "$target" "$body"
    start_peer flyingfox "$target" "$package/.build/release/flyingfox" "$target" "$body"

    if command -v go >/dev/null; then
        GOCACHE=$root/.build-go/cache go build -o "$root/.build-go/go" "$package/go/main.go" >&2
        start_peer go "$target" "$root/.build-go/go" "$target" "$body"
    fi

    if [ -x "$root/.build-datasette/bin/datasette" ] || install_datasette; then
        python3 - "$work/peers.db" "$body" <<'PYTHON'
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
store.execute("CREATE TABLE talks (id TEXT PRIMARY KEY, body TEXT)")
store.execute("INSERT INTO talks VALUES ('one', ?)", (open(sys.argv[2], encoding="utf-8").read(),))
store.commit()
PYTHON
        datasette_target='/peers/talks.json?_shape=array&id=one'
        ports[datasette]=$(free_port)
        taskset -c 0 "$root/.build-datasette/bin/datasette" serve --immutable "$work/peers.db" --port "${ports[datasette]}" \
            >"$work/datasette.log" 2>&1 &
        pids[datasette]=$!
        await "${ports[datasette]}" "$datasette_target"
        curl --silent --fail "http://127.0.0.1:${ports[datasette]}$datasette_target" >"$work/datasette"
    fi
}

# Into a folder of this checkout, once; without Python or a network there is no Datasette.
install_datasette() {
    if ! command -v python3 >/dev/null || ! python3 -m venv "$root/.build-datasette" ||
        ! "$root/.build-datasette/bin/pip" install --quiet datasette >&2; then
        printf 'Datasette cannot be installed; it is left out\n' >&2
        rm -rf "$root/.build-datasette"
        return 1
    fi
}
