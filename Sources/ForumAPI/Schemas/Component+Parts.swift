import ForumStore
import Proceedings

// What stands in other objects.
extension Component {
    static let referenceSchema = Schema.object(referenceMembers)

    static let affiliationSchema = Schema.object([
        .member("organization", .text, "The organization as printed."),
        .member("department", .optional(.text), "The part of the organization, where one is printed."),
        .member("text", .text, "The affiliation without the role."),
        .member("printed", .optional(.text), "The line as printed, with the role."),
    ])

    static let lineRangeSchema = Schema.object([
        .member("start", .integer, "The first line, from 1."), .member("end", .integer, "The last line."),
    ])

    static let pageSchema = Schema.object([
        .member("limit", .integer, "How many items a page holds at most."),
        .member("total", .integer, "How many items the list has; exact."),
        .member("next", .optional(.text), "The cursor of the next page; null on the last."),
        .member("next_url", .optional(.address), "The address of the next page; null on the last."),
    ])

    static let facetCountSchema = Schema.object([
        .member("value", .text, "What to filter by."), .member("name", .text, "What the value goes by."),
        .member("url", .optional(.address), "The thing that the value identifies; null for a mere word."),
        .member("count", .integer, "Exact."),
    ])

    static let participantSchema = Schema.object(referenceMembers + participationMembers)

    static let talkTopicSchema = Schema.object(
        referenceMembers + weightMembers + [
            .member("general", .flag, "Whether the topic is too broad to rank by.")
        ])

    static let appearanceSchema = Schema.object(
        [
            .member("event", .named(.reference), "The event of the talk."),
            .member("talk", .object(referenceMembers + kindMembers), "The talk, with its kind."),
        ] + participationMembers)

    static let topicTalkSchema = Schema.object(referenceMembers + kindMembers + weightMembers)

    static let spanSchema = Schema.object([
        .member("source", .named(.reference), "The file."),
        .member("page", .integer, "Counted by page breaks, from 1."),
        .member("printed_page", .optional(.text), "The page number as printed."),
        .member("line_start", .integer, "The first line, from 1."),
        .member("line_end", .integer, "The last line."),
    ])

    static let passageTopicSchema = Schema.object(
        referenceMembers + [.member("mentions", .integer, "How often the passage mentions it.")])

    static let mentionSchema = Schema.object([
        .member("start", .integer, "Where it begins in text."),
        .member("end", .integer, "Where it ends, exclusive."),
        .member("surface", .text, "The words that stand there."), mentionMethod,
    ])

    static let mentionRecordSchema = Schema.object([
        .member("topic", .named(.reference), "The topic that is spoken of."),
        .member("talk", .named(.reference), "The talk that speaks of it."),
        .member("passage", .optional(.named(.reference)), "The passage; null for the talk's title."),
        .member("start", .integer, "In UTF-16 units."), .member("end", .integer, "In UTF-16 units."),
        .member("surface", .text, "The text that stands there."), mentionMethod,
    ])

    private static let mentionMethod = Schema.Member.member(
        "method", .word(Mention.Method.allCases.map(\.rawValue)),
        "How it was found: by a form of the vocabulary, or by one derived from the text.")

    /// The snapshot that a document was made from.
    static let snapshot = Schema.Member.member(
        "snapshot", .text, "The hash of everything that the data was made from.")

    /// When something is spoken, where captions say so.
    static func time(_ summary: String) -> Schema.Member {
        .member(
            "time",
            .optional(
                .object([
                    .member("start_ms", .integer, "When it begins."), .member("end_ms", .integer, "When it ends."),
                ])), summary)
    }

    /// The members of lines that are counted by what they were taken for.
    static let classCounts: [Schema.Member] = [
        .member("class", lineClass, "What the lines were taken for."),
        .member("lines", .integer, "How many lines."),
        .member("characters", .integer, "Unicode scalar values, line ends included."),
    ]
}
