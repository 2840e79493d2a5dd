import ForumStore
import Proceedings
import Quotations

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
                "inner", .flag,
                "Whether they stand inside quotation marks of the passage: words that the speaker quotes from somebody else."
            ),
            .member(
                "quoted_spans", .list(.named(.span)),
                "Where the quoted words are printed, a span a page: of the passage's spans, their own lines."),
        ]

    /// In what a text differs from the first place.
    private static let differences = Schema.Member.objects(
        "differences", "In what the text differs from the first place, in the text's order.",
        .member("kind", .word(Difference.Kind.allCases.map(\.rawValue)), "What differs."),
        .member(
            "severity", .word(Difference.Severity.allCases.map(\.rawValue)),
            """
            harmless: nobody minds. convention: what an editor may do and shows. altered: a reader must know. meaning: it says \
            something else.
            """),
        .member("given", .text, "The words of the text; empty where it has none."),
        .member("given_start", .integer, "Where they begin in text, in UTF-16 units."),
        .member("given_end", .integer, "Where they end, exclusive."),
        .member(
            "printed", .optional(.text),
            "The printed words; empty where none are printed there, null where no place is known."),
        .member("passage", .optional(.text), "The identifier of the passage that has them, the first of several."),
        .member("printed_start", .optional(.integer), "Where they begin in the passage's text, in UTF-16 units."),
        .member("printed_end", .optional(.integer), "Where they end, exclusive."),
        .member(
            "drops", .list(.word(Difference.Weight.allCases.map(\.rawValue))),
            "What the words that are left out hold that may turn the meaning."))

    static let quotationSchema = Schema.object(
        identity("quotation", id: "The text.") + [
            .member("text", .text, "The text that was checked, in NFC, every run of white space as one space."),
            .member(
                "result", .word(Quotation.Result.allCases.map(\.rawValue)),
                """
                exact: a passage holds it, character for character. normalised: but for what nobody minds, and what an editor \
                does and shows. altered: a place is found, and differences say what a reader must know. misattributed: true words, \
                but not of whom or what the filters ask for. not_found: nothing holds it or comes near.
                """),
            .member(
                "elided", .flag,
                "Whether the text leaves words out, as … or (중략) say; what it keeps then stands in this order in one talk."
            ),
            .member("inner", .flag, "Whether the first place stands inside quotation marks of its passage."),
            .member(
                "severity", .optional(.word(Difference.Severity.allCases.map(\.rawValue))),
                "The gravest of the differences; null where there is none."),
            differences,
            .optionalObject(
                "correct", "The words of the first place, ready to paste; null where there is none.",
                .member("text", .text, "As printed; … where words are left out."),
                .member("citation", .text, "Who, what, where, when, page and lines.")),
            .member("total", .integer, "How many places hold it; where it is altered, how many it may come from."),
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
                "titles",
                .list(
                    .object(
                        referenceMembers + [
                            .member("start", .integer, "Where the quoted words begin in the title, in UTF-16 units."),
                            .member("end", .integer, "Where they end, exclusive."),
                            .member("quoted", .text, "The title's own words there."),
                        ])), "Where no passage holds it: the talks whose titles do."),
            .member(
                "nearest",
                .optional(
                    .object(
                        quotedMembers + [
                            .member("similarity", .number, "The share of the text's characters that need no change.")
                        ])), "What comes nearest where nothing holds it as it is; null where nothing does."),
        ])

    static let quotationBatchSchema = Schema.object([
        .member(
            "quotations",
            .list(
                .object(
                    [.member("text", .text, "The words to be checked, at most \(Limits.quotationLength) characters.")]
                        + QuotationBatchFields.members)), "1 to \(Limits.quotations) texts.")
    ])

    static let quotationVerdictsSchema = Schema.object([
        .member("type", .word(["quotations"]), "What this is."),
        .member("snapshot", .text, "The hash of everything that the data was made from."),
        .member("data", .list(.named(.quotation)), "What is said of each text, in their order."),
    ])

    /// Whom or what a quotation is asked of.
    private enum QuotationBatchFields {
        static let members: [Schema.Member] = [
            .extra("panelist", .optional(.text), "Who is to have said it: an identifier."),
            .extra("talk", .optional(.text), "In which talk: an identifier."),
            .extra("event", .optional(.text), "At which event: an identifier."),
        ]
    }
}
