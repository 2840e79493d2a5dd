import ForumStore
import Proceedings

extension Component {
    /// The members of a passage with what is quoted of it.
    private static let quotedMembers: [Schema.Member] =
        passageSchema.members + [
            .member("page", .optional(.integer), "The page that the passage begins on, counted by page breaks."),
            .member("printed_page", .optional(.text), "The number printed on that page."),
            .member("start", .integer, "Where the quoted words begin in text, in UTF-16 units."),
            .member("end", .integer, "Where they end, exclusive, in UTF-16 units."),
            .member("quoted", .text, "The passage's own words there."),
            .member(
                "quoted_spans", .list(.named(.span)),
                "Where the quoted words are printed, a span a page: of the passage's spans, their own lines."),
        ]

    static let sourceReportSchema = Schema.object(
        identity("report", id: "The source's identifier.") + [
            .member("source", .named(.reference), "The source that it reports of."),
            .member("sha256", .text, "Of the file as received."),
            .member("lines", .integer, "How many lines the file has."),
            .member("characters", .integer, "Unicode scalar values, line ends included."),
            .member(
                "classes",
                .list(
                    .object(
                        classCounts + [
                            .member("line_share", .number, "From 0 to 1."),
                            .member("character_share", .number, "From 0 to 1."),
                        ])), "How many lines were taken for what; together they are the whole file."),
            .objects(
                "joins", "How lines of passages were joined with the next one.",
                .member(
                    "join", .word(SourceLine.Join.allCases.map(\.rawValue)),
                    "How the lines are joined with the next one."),
                .member("lines", .integer, "How many lines.")),
            .objects(
                "drop_reasons", "Why lines were left out of every talk.",
                .member("reason", .text, "The reason in words."), .member("lines", .integer, "How many lines.")),
            .member(
                "dropped", .list(.named(.sourceLine)), "The first \(Limits.reportedLines) lines that were left out."),
            .member("dropped_total", .integer, "How many lines were left out, those not shown included."),
            .objects(
                "diagnostics", "The first \(Limits.reportedDiagnostics), in the order of the reader.",
                .member("severity", .word(Diagnostic.Severity.allCases.map(\.rawValue)), "How grave it is."),
                .member("code", .text, "The stable name of what was found."),
                .member(
                    "line", .optional(.integer),
                    "The line of the source, from 1; null where it concerns the whole."
                ), .member("column", .optional(.integer), "In characters."),
                .member("message", .text, "What was found, in a sentence.")),
            .member("diagnostics_total", .integer, "How many there are, those not shown included."),
            .optionalObject(
                "turns", "What was understood of the turns; null where there are none.",
                .member("turns", .integer, "How many turns were read."),
                .member("voices", .integer, "How many different voices they are of."),
                .member("unresolved", .integer, "How many turns have a voice that is nobody's for sure."),
                .member(
                    "unread", .integer, "How many lines look like a turn's label and were not read as one."),
                .objects(
                    "forms", "The forms by which turns were known, the commonest first.",
                    .member("pattern", .text, "The form as a person would write it."),
                    .member("turns", .integer, "How many turns begin with it."),
                    .member("first_line", .integer, "The line of the first of them, from 1."))),
        ])

    static let quotationSchema = Schema.object(
        identity("quotation", id: "The text.") + [
            .member("text", .text, "The text that was checked, in NFC, every run of white space as one space."),
            .member(
                "result", .word(Quotation.Result.allCases.map(\.rawValue)),
                "normalised: a passage holds it but for spacing, hyphenation and the kinds of marks."),
            .member(
                "elided", .flag,
                "Whether the text leaves words out, as … or (중략) say; what it keeps then stands in this order in one talk."
            ),
            .member("total", .integer, "How many places hold it."),
            .member(
                "matches",
                .list(
                    .object(
                        quotedMembers + [
                            .member(
                                "continued", .list(.object(quotedMembers)),
                                "The passages after it that the quotation runs over, and what follows where words are left out."
                            )
                        ])), "The first \(Limits.quotationPlaces) places, in printed order."),
            .member(
                "nearest",
                .optional(
                    .object(
                        quotedMembers + [
                            .member("similarity", .number, "The share of the text's characters that need no change.")
                        ])), "What comes nearest where nothing holds it; null where nothing does."),
        ])

    static let correctionSchema = Schema.object([
        .member("event", .named(.reference), "The event whose corrections.yaml it stands in."),
        .member("number", .integer, "The place in the event's corrections.yaml, from 1."),
        .member("line", .integer, "The line of that file."),
        .member("change", .word(Correction.Change.allCases.map(\.rawValue)), "What is set right."),
        .member("talk", .optional(.text), "The identifier of the talk that is meant, or that the passage belongs to."),
        .member("passage", .optional(.text), "The identifier of the passage that is meant."),
        .member("panelist", .optional(.text), "The person who is meant, by the identifier without corrections."),
        .member("before", .optional(.text), "What the source gave."),
        .member("after", .text, "What stands there now; empty where an attribution was taken away."),
        .member("reason", .optional(.text), "Why, in the words of who wrote it."),
        .member("by", .optional(.text), "Who wrote it."),
        .member("applied", .flag, "Whether it applies; the source may have changed since it was written."),
        .member("obstacle", .optional(.text), "Why it was left aside."),
        .member("voice", .optional(.text), "The label of the voice that is meant."),
        .member("source", .optional(.text), "The file or the source that the voice is narrowed to."),
        .member("from_passage", .optional(.text), "The first passage that is meant of the voice's."),
        .member("to_passage", .optional(.text), "The last passage that is meant of the voice's."),
    ])
}
