import ForumStore

extension Component {
    /// The members of a passage with what is quoted of it.
    private static let quotedMembers: [Schema.Member] =
        passageSchema.members + [
            .member("page", .optional(.integer), "The page that the passage begins on, counted by page breaks."),
            .member("printed_page", .optional(.text), "The number printed on that page."),
            .member("start", .integer, "Where the quoted words begin in text, in UTF-16 units."),
            .member("end", .integer, "Where they end, exclusive, in UTF-16 units."),
            .member("quoted", .text, "The passage's own words there."),
        ]

    static let quotationSchema = Schema.object([
        .member("id", .text, "The text."), .member("type", .word(["quotation"])), .member("url", .address),
        .member("text", .text, "The text that was checked, in NFC, every run of white space as one space."),
        .member(
            "result", .word(Quotation.Result.allCases.map(\.rawValue)),
            "normalised: a passage holds it but for spacing, hyphenation and the kinds of marks."),
        .member("total", .integer, "How many places hold it."),
        .member(
            "matches",
            .list(
                .object(
                    quotedMembers + [
                        .member(
                            "continued", .list(.object(quotedMembers)),
                            "The passages after it that the quotation runs over.")
                    ])), "The first \(Limits.quotationPlaces) places, in printed order."),
        .member(
            "nearest",
            .optional(
                .object(
                    quotedMembers + [
                        .member("similarity", .number, "The share of the text's characters that need no change.")
                    ])), "What comes nearest where nothing holds it; null where nothing does."),
    ])
}
