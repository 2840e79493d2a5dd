# Which files and functions are too long to be read at once.
#
# usage: awk -v most_lines=400 -v most_function=60 -f lengths.awk FILES...
#
# A function is what stands in braces behind `func`, `init`, `subscript` or a computed property; nested ones count by themselves and with the
# outer one. Prints `FILE:LINE NAME has N lines; at most M are allowed`, and ends with 1 where there is any.

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

function close_file() {
    if (file != "" && last > most_lines) {
        printf "%s has %d lines; at most %d are allowed\n", file, last, most_lines
        failed = 1
    }
}

FNR == 1 {
    close_file()
    file = FILENAME
    quoted = depth = open = 0
    waiting = ""
}

{
    last = FNR
    line = code($0)
    if (match(line, /(^|[ \t])(func [^ (<]+|init[?(<]|subscript[(<]|var [a-zA-Z0-9_]+)/)) {
        name = substr(line, RSTART, RLENGTH)
        sub(/^[ \t]+/, "", name)
        isProperty = name ~ /^var /
        # A stored property, or one with observers, has no braces behind its type.
        if (!isProperty || line ~ /^[^=]*\{[ \t]*$/) {
            sub(/^(func|var) /, "", name)
            sub(/[?(<]$/, "", name)
            waiting = name
            began = FNR
        }
    }
    for (i = 1; i <= length(line); i++) {
        letter = substr(line, i, 1)
        if (letter == "{") {
            depth++
            if (waiting != "") {
                open++
                names[open] = waiting
                lines[open] = began
                depths[open] = depth
                waiting = ""
            }
        } else if (letter == "}") {
            if (open && depths[open] == depth) {
                size = FNR - lines[open] + 1
                if (size > most_function) {
                    printf "%s:%d %s has %d lines; at most %d are allowed\n", file, lines[open], names[open], size, most_function
                    failed = 1
                }
                open--
            }
            depth--
        }
    }
}

END {
    close_file()
    exit failed
}
