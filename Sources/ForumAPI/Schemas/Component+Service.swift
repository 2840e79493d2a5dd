extension Component {
    static let indexSchema = Schema.object([
        .member("id", .word(["v1"]), "Always v1."), .member("type", .word(["index"]), "What kind of object this is."),
        .member("url", .address, "Its address on this server."),
        .member("name", .text, "The program's name."), .member("version", .text, "The program's version."),
        .member(
            "counts",
            counted(["events", "talks", "panelists", "topics", "passages", "mentions", "sources"]),
            "How many things of each kind there are."),
        .member(
            "routes",
            .list(
                .object([
                    .member("name", .text, "The stable name of the address."),
                    .member("path", .text, "The address; what stands in braces is an identifier."),
                    .member("summary", .text, "What it answers with, in a sentence."),
                    .member("parameters", .list(.text), "The parameters that it takes."),
                ])), "Every address."),
        .member("snapshot", .text, "The hash of everything that the data was made from."),
    ])

    static let exportFileSchema = Schema.object([
        .member("id", .text, "The file's name."), .member("type", .word(["export"]), "What kind of object this is."),
        .member("url", .address, "Where the file is."), .member("name", .text, "The file's name."),
        .member(
            "format", .word(Export.Form.allCases.map(\.rawValue) + ["sqlite"]),
            "The form in a word: csv for tables, ndjson for an item a line."),
        .member("media_type", .text, "The form as Content-Type says it."), .member("bytes", .integer, "The length."),
        .member("sha256", .text, "The hash of the bytes, in hexadecimal digits."),
        .member(
            "rows", .optional(.integer),
            "How many items it holds; of corpus.sqlite the passages, null for the description of the others."),
    ])

    static let problemSchema = Schema.object([
        .member("type", .address, "The stable address of the kind, which says what it means."),
        .member("title", .text, "The kind in a few words; always the same for one type."),
        .member("status", .integer, "The HTTP status."),
        .member("detail", .text, "What happened and what to do instead."),
        .member("suggestion", .optional(.address), "The address that was probably meant."),
        .member(
            "errors",
            .list(
                .object([
                    .member("parameter", .text, "The parameter as it was sent."),
                    .member("detail", .text, "What is wrong with it and what to do instead."),
                    .member("nearest", .optional(.text), "The allowed word nearest to the wrong one."),
                    .member(
                        "allowed", .list(.text),
                        "What is allowed, or the beginning of it; empty where that is no list of words."),
                ])), "The parameters at fault."),
    ])
}
