# Whether the rooms of a target use only rooms on floors below their own.
#
# usage: awk -v root=Sources/X -v floors='A B,C D .' -f floors.awk FILES...
#
# Floors stand lowest first, rooms of one floor parted by commas; `.` is the files beside the rooms. A room is a folder with all in it.
# A file uses a type where it names it: what types declare at the margin, and not for their file alone, counts; nested ones come with theirs.
# Prints `FILE uses TYPE of room ROOM, which stands above`, or `beside` for another room of the same floor, and ends with 1 where there is any.

function room_of(path,    rest) {
    rest = substr(path, length(root) + 2)
    return rest ~ /\// ? substr(rest, 1, index(rest, "/") - 1) : "."
}

# A line without remarks and strings; `quoted` carries strings of several lines over.
function code(line,    place) {
    gsub(/\\\\/, "", line)
    gsub(/\\"/, "", line)
    if (quoted) {
        place = index(line, "\"\"\"")
        if (!place) return ""
        quoted = 0
        line = substr(line, place + 3)
    }
    place = index(line, "\"\"\"")
    if (place) {
        quoted = 1
        line = substr(line, 1, place - 1)
    }
    gsub(/"[^"]*"/, "\"\"", line)
    sub(/\/\/.*/, "", line)
    return line
}

BEGIN {
    levels = split(floors, stack, " ")
    for (level = 1; level <= levels; level++) {
        count = split(stack[level], rooms, ",")
        for (i = 1; i <= count; i++) floor[rooms[i]] = level
    }
}

FNR == 1 {
    quoted = 0
    file = FILENAME
    room = room_of(file)
    if (!(room in floor)) {
        printf "%s stands in no room that is known: %s\n", file, room
        failed = 1
        floor[room] = levels
    }
}

{
    line = code($0)
    if (match(line, /(^|[ \t])(struct|enum|class|protocol|actor|typealias) [A-Z][A-Za-z0-9_]*/)) {
        name = substr(line, RSTART, RLENGTH)
        sub(/.* /, "", name)
        own[file, name] = 1
        if (line !~ /^[ \t]/ && line !~ /^(private|fileprivate) /) home[name] = room
    }
    while (match(line, /[A-Za-z_][A-Za-z0-9_]*/)) {
        word = substr(line, RSTART, RLENGTH)
        before = RSTART > 1 ? substr(line, RSTART - 1, 1) : ""
        if (word ~ /^[A-Z]/ && before != "." && !((file, word) in seen)) {
            seen[file, word] = 1
            uses[++total] = file SUBSEP word
        }
        line = substr(line, RSTART + RLENGTH)
    }
}

END {
    for (i = 1; i <= total; i++) {
        split(uses[i], use, SUBSEP)
        name = use[2]
        if (!(name in home) || ((use[1], name) in own)) continue
        here = room_of(use[1])
        there = home[name]
        if (here == there || floor[there] < floor[here]) continue
        printf "%s uses %s of room %s, which stands %s\n", use[1], name, there == "." ? root : there,
            (floor[there] > floor[here] ? "above" : "beside")
        failed = 1
    }
    exit failed
}
