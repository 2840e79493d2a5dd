extension Component {
    static let indexSchema = Schema.object(
        identity("index", id: "Always v1.", .word(["v1"])) + [
            .member("name", .text, "The program's name."), .member("version", .text, "The program's version."),
            .member(
                "counts",
                counted(["events", "talks", "panelists", "topics", "passages", "mentions", "sources"]),
                "How many things of each kind there are."),
            .objects(
                "routes", "Every address.",
                .member("name", .text, "The stable name of the address."),
                .member("path", .text, "The address; what stands in braces is an identifier."),
                .member("summary", .text, "What it answers with, in a sentence."),
                .member("parameters", .list(.text), "The parameters that it takes.")),
            snapshot,
        ])

    static let exportFileSchema = Schema.object(
        identity("export", id: "The file's name.", url: "Where the file is.") + [
            .member("name", .text, "The file's name."),
            .member(
                "format", .word(MediaType.tabular.map(\.word) + ["sqlite"]),
                "The form in a word: csv for tables, ndjson for an item a line."),
            .member("media_type", .text, "The form as Content-Type says it."),
            .member("bytes", .integer, "The length."),
            .member("sha256", .text, "The hash of the bytes, in hexadecimal digits."),
            .member(
                "rows", .optional(.integer),
                "How many items it holds; of corpus.sqlite the passages, null for the description of the others."),
        ])

    static let problemKindSchema = Schema.object(
        identity(
            "problem", id: "The last part of the problem's type.", .word(ProblemKind.allCases.map(\.rawValue)),
            url: "The problem's type: its address on this server.") + [
                .member("title", .text, "The kind in a few words."), .member("status", .integer, "The HTTP status."),
                .member("detail", .text, "What the kind means and what to do."),
            ])

    static let problemSchema = Schema.object([
        .member("type", .address, "The stable address of the kind, which says what it means."),
        .member("title", .text, "The kind in a few words; always the same for one type."),
        .member("status", .integer, "The HTTP status."),
        .member("detail", .text, "What happened and what to do instead."),
        .member("suggestion", .optional(.address), "The address that was probably meant."),
        .objects(
            "errors", "The parameters at fault.",
            .member("parameter", .text, "The parameter as it was sent."),
            .member("detail", .text, "What is wrong with it and what to do instead."),
            .member("nearest", .optional(.text), "The allowed word nearest to the wrong one."),
            .member(
                "allowed", .list(.text),
                "What is allowed, or the beginning of it; empty where that is no list of words.")),
    ])
}
