extension Component {
    static let indexSchema = Schema.object([
        .member("id", .word(["v1"])), .member("type", .word(["index"])), .member("url", .address),
        .member("name", .text), .member("version", .text, "The program's version."),
        .member(
            "counts",
            .object(
                ["events", "talks", "panelists", "topics", "passages", "mentions", "sources"].map {
                    .member($0, .integer)
                })),
        .member(
            "routes",
            .list(
                .object([
                    .member("name", .text), .member("path", .text), .member("summary", .text),
                    .member("parameters", .list(.text)),
                ]))),
        .member("snapshot", .text),
    ])

    static let problemSchema = Schema.object([
        .member("type", .address, "The stable address of the kind, which says what it means."),
        .member("title", .text), .member("status", .integer, "The HTTP status."),
        .member("detail", .text, "What happened and what to do instead."),
        .member("suggestion", .optional(.address), "The address that was probably meant."),
        .member(
            "errors",
            .list(
                .object([
                    .member("parameter", .text), .member("detail", .text),
                    .member("nearest", .optional(.text), "The allowed word nearest to the wrong one."),
                    .member(
                        "allowed", .list(.text),
                        "What is allowed, or the beginning of it; empty where that is no list of words."),
                ])), "The parameters at fault."),
    ])
}
