import ForumStore
import Proceedings

extension Component {
    /// The members of a reference.
    static let referenceMembers: [Schema.Member] = [
        .member("id", .text, "The stable identifier."),
        .member("name", .text, "What it goes by; never null."),
        .member("url", .address, "Its address on this server."),
    ]

    /// The members of a person's part in a talk, as printed there.
    static let participationMembers: [Schema.Member] = [
        .member("printed_name", .text, "The name as printed, spaces included."),
        .member("role", .word(ParticipationRole.allCases.map(\.rawValue))),
        .member("affiliation", .optional(.named(.affiliation))),
        .member("role_title", .optional(.text), "The person's position as printed."),
    ]

    /// The members that tell what kind of programme item a talk is.
    static let kindMembers: [Schema.Member] = [
        .member("kind", .word(TalkKind.allCases.map(\.rawValue))),
        .member("kind_label", .text, "The kind as printed."),
        .member("ordinal", .optional(.integer), "The printed number within the kind."),
    ]

    /// The members of a topic's weight in a talk.
    static let weightMembers: [Schema.Member] = [
        .member("mentions", .integer, "Title and headings included."),
        .member("weight", .number, "The topic's share of the talk's mentions, from 0 to 1."),
        .member("primary", .flag, "Whether the talk is about it: in its title or a heading, or three mentions."),
    ]

    /// The members that every object with an address of its own begins with.
    private static func identity(_ kind: ReferenceKind) -> [Schema.Member] {
        [
            .member("id", .text, "The stable identifier."), .member("type", .word([kind.rawValue])),
            .member("url", .address, "Its address on this server."),
        ]
    }

    private static func counts(_ names: String...) -> Schema.Member {
        .member("counts", .object(names.map { .member($0, .integer) }))
    }

    static let eventSchema = Schema.object(
        identity(.event) + [
            .member("name", .optional(.text)), .member("label", .optional(.text), "The kind of event as printed."),
            .member("classification", .optional(.text)),
            .member("start_date", .optional(.text), "An ISO 8601 date or a part of one."),
            .member("end_date", .optional(.text), "An ISO 8601 date or a part of one."),
            .member("location", .optional(.text)), .member("organizers", .list(.text)),
            .member("language", .optional(.text), "A BCP 47 tag."),
            counts("sources", "talks", "panelists", "passages"),
            .member("talks_url", .address), .member("panelists_url", .address), .member("topics_url", .address),
            .member("sources_url", .address),
            .extra("talks", .list(.named(.talk)), "Where include asks for them."),
            .extra("panelists", .list(.named(.panelist)), "Where include asks for them."),
        ])

    static let talkSchema = Schema.object(
        identity(.talk) + [
            .member("name", .text, "The title, or the label with its number where none is printed."),
            .member("guid", .text, "A UUID, version 5."), .member("event", .named(.reference)),
        ] + kindMembers + [
            .member("position", .integer, "The place in the programme, from 1."),
            .member("title", .optional(.text)), .member("panelists", .list(.named(.participant))),
            .member("has_transcript", .flag), .member("source", .named(.reference)),
            .member(
                "pages",
                .object([
                    .member("first", .integer), .member("last", .integer),
                    .member("printed_first", .optional(.text)), .member("printed_last", .optional(.text)),
                ]), "Counted by page breaks, and as printed."),
            .member("lines", .named(.lineRange)), .member("title_lines", .optional(.named(.lineRange))),
            .member("corrected", .flag, "Whether a person set its title or speaker right; see the corrections."),
            counts("sections", "passages", "characters", "words", "reading_minutes"),
            .member("topics", .list(.named(.talkTopic)), "The weightiest first."),
            .member("passages_url", .address), .member("outline_url", .address),
            .extra("sections", .list(.named(.section)), "Where the talk stands alone or include asks for them."),
            .extra("passages", .list(.named(.passage)), "Where include asks for them."),
        ])

    static let sectionSchema = Schema.object(
        identity(.section) + [
            .member("level", .integer, "From 1, the outermost."), .member("number_label", .optional(.text)),
            .member("title", .text), .member("parent", .optional(.text), "The parent's identifier."),
            .member("lines", .named(.lineRange), "Of the heading."), counts("passages"),
        ])

    static let panelistSchema = Schema.object(
        identity(.panelist) + [.member("name", .text)] + participationMembers + [
            counts("events", "talks", "passages"), .member("participations", .list(.named(.appearance))),
            .member("talks_url", .address), .member("passages_url", .address),
            .extra("talks", .list(.named(.talk)), "Where include asks for them."),
        ])

    static let topicSchema = Schema.object(
        identity(.topic) + [
            .member("name", .text), .member("labels", .map(.text), "By language, BCP 47."),
            .member("aliases", .list(.text)), .member("broader", .optional(.named(.reference))),
            .member("general", .flag, "Whether it is too broad to rank by."),
            .member("origin", .word(Topic.Origin.allCases.map(\.rawValue))),
            counts("mentions", "passages", "talks"), .member("passages_url", .address),
            .extra("talks", .list(.named(.topicTalk)), "Where the topic stands alone or include asks for them."),
        ])

    static let passageSchema = Schema.object(
        identity(.passage) + [
            .member("kind", .word(Passage.Kind.allCases.map(\.rawValue))),
            .member("marker", .optional(.text), "What is printed before the text of a bullet or heading."),
            .member("text", .text, "Reflowed, in NFC."),
            .member("position", .integer, "The place in the talk, from 1."),
            .member("talk", .named(.reference)), .member("event", .named(.reference)),
            .member("panelist", .optional(.named(.reference)), "Who speaks."),
            .member("speaker_printed", .flag, "Whether the speaker is printed at the passage."),
            .member(
                "time", .optional(.object([.member("start_ms", .integer), .member("end_ms", .integer)])),
                "When it is spoken, in milliseconds from the beginning, where captions say so."),
            .member("section", .optional(.named(.reference))), .member("spans", .list(.named(.span))),
            .member("sha256", .text, "Of the text's UTF-8 bytes."),
            .member("corrected", .flag, "Whether a person set something right in it; see the corrections."),
            .member("previous", .optional(.named(.reference))), .member("next", .optional(.named(.reference))),
            .member("topics", .list(.named(.passageTopic))),
        ])

    static let sourceSchema = Schema.object(
        identity(.source) + [
            .member("name", .text), .member("event", .named(.reference)), .member("format", .text),
            .member("encoding", .text), .member("sha256", .text, "Of the file as received."),
            .member("bytes", .integer), .member("lines", .integer), .member("pages", .integer),
            .member(
                "classes",
                .list(
                    .object([
                        .member("class", lineClass), .member("lines", .integer), .member("characters", .integer),
                    ])), "How many lines were taken for what."),
            .member("lines_url", .address),
        ])

    static let sourceLineSchema = Schema.object([
        .member("number", .integer, "From 1."), .member("text", .text), .member("class", lineClass),
        .member("talk", .optional(.named(.reference))), .member("passage", .optional(.named(.reference))),
        .member(
            "join", .optional(.word(SourceLine.Join.allCases.map(\.rawValue))),
            "How the line is joined with the next one."),
        .member("page", .integer), .member("printed_page", .optional(.text)),
        .member("reason", .optional(.text), "Why the line is in no passage."),
    ])

    static let lineClass = Schema.word(SourceLine.Class.allCases.map(\.rawValue))
}
