# shellcheck shell=bash
# What Rostrum needs of a machine, and how to get it. Sourced by the scripts beside it.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# The oldest compiler that builds the package (Package.swift names it too).
oldest_swift=6.2

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# Swift's commands leave folders in TMPDIR, so that each gets one that goes with it.
swift() (
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    TMPDIR=$folder command swift "$@"
)

# Stops with the one line to run where there is no Swift, or one too old.
require_swift() {
    # shellcheck disable=SC2016 # The line is to be shown, not expanded.
    local install='curl -fsSLO "https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz" && tar zxf swiftly-*.tar.gz && ./swiftly init'
    type -P swift >/dev/null ||
        fail "there is no Swift here. Install Swift $oldest_swift or newer (https://www.swift.org/install), for example with: $install"
    local found
    found=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1) || true
    [ "$(printf '%s\n%s\n' "$oldest_swift" "$found" | sort -V | head -n 1)" = "$oldest_swift" ] ||
        fail "Swift ${found:-?} is too old: $oldest_swift or newer is needed. Install it with: $install"
}

# Installs Debian or Ubuntu packages that are missing, or says the one line to run: require_packages FILE=PACKAGE…
# where FILE is a file or a command that the package brings.
require_packages() {
    local missing=() pair file
    for pair in "$@"; do
        file=${pair%%=*}
        [ -e "$file" ] || command -v "$file" >/dev/null || [[ " ${missing[*]} " == *" ${pair#*=} "* ]] ||
            missing+=("${pair#*=}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null ||
        fail "missing: ${missing[*]} (the names of Debian's packages). Install them with this system's package manager."
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
            fail "missing: ${missing[*]}. Run: sudo apt-get install -y ${missing[*]}"
        fi
        as_root=(sudo -n)
    fi
    printf 'installing %s\n' "${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null
}

# All that a build needs.
require_build_tools() {
    require_swift
    case $(uname -s) in
        Linux) require_packages /usr/include/sqlite3.h=libsqlite3-dev /usr/include/zlib.h=zlib1g-dev /usr/include/openssl/sha.h=libssl-dev \
            pkg-config=pkg-config ;;
    esac
}

# What reads PDFs, where the data hold one.
require_data_tools() {
    [ -n "$(find "$1" -type f -iname '*.pdf' -print -quit 2>/dev/null)" ] || return 0
    case $(uname -s) in
        Linux) require_packages pdftotext=poppler-utils pdftohtml=poppler-utils ;;
        *) command -v pdftotext >/dev/null || fail "there is a PDF in $1, and no pdftotext here. Install it: brew install poppler" ;;
    esac
}

# Runs a command while no other build of this checkout runs: two at once would end with "database is locked".
alone() {
    mkdir -p "$root/.build"
    (
        # Where there is no flock (macOS), the builds are left to themselves.
        if command -v flock >/dev/null && ! flock --nonblock 9; then
            printf 'another build of this checkout is running; waiting for it\n' >&2
            flock 9
        fi
        "$@" 9>&-
    ) 9>"$root/.build/rostrum.lock"
}

# Builds a release of one product: build_release PRODUCT
build_release() {
    alone swift build --package-path "$root" --configuration release --product "$1" >&2
}

# Builds the package and its tests once, the way every check wants it: warnings are errors, and a target imports only what
# Package.swift lets it. Further options of `swift build` may follow.
build_for_tests() {
    export ROSTRUM_WARNINGS_AS_ERRORS=1
    alone swift build --package-path "$root" --build-tests --explicit-target-dependency-import-check error "$@"
}
