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
        .member("role", .word(ParticipationRole.allCases.map(\.rawValue)), "The part that they have."),
        .member("affiliation", .optional(.named(.affiliation)), "Where they are from; null where nothing is printed."),
        .member("role_title", .optional(.text), "The person's position as printed."),
    ]

    /// The members that tell what kind of programme item a talk is.
    static let kindMembers: [Schema.Member] = [
        .member("kind", .word(TalkKind.allCases.map(\.rawValue)), "What kind of programme item it is."),
        .member("kind_label", .optional(.text), "The kind as printed; null where nothing is."),
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
        identity(kind.rawValue, id: "The stable identifier.")
    }

    /// The same for what the store does not hold as an entity.
    static func identity(
        _ type: String, id summary: String, _ schema: Schema = .text, url: String = "Its address on this server."
    ) -> [Schema.Member] {
        [
            .member("id", schema, summary), .member("type", .word([type]), "What kind of object this is."),
            .member("url", .address, url),
        ]
    }

    private static func counts(_ names: String...) -> Schema.Member {
        .member("counts", counted(names), "How much of each it holds.")
    }

    /// An object that tells how many there are, or how much, of what the names say.
    static func counted(_ names: [String]) -> Schema {
        .object(
            names.map { name in
                let summary =
                    switch name {
                    case "characters": "Unicode scalar values of the text, white space included."
                    case "words": "Words, parted by white space."
                    case "reading_minutes": "Minutes that silent reading takes, rounded up."
                    default: "How many \(name)."
                    }
                return .member(name, .integer, summary)
            })
    }

    static let eventSchema = Schema.object(
        identity(.event) + [
            .member(
                "name", .optional(.text), "The event's name; null where neither the source nor event.yaml gives one."),
            .member("label", .optional(.text), "The kind of event as printed."),
            .member("classification", .optional(.text), "The kind of event in a word."),
            .member("start_date", .optional(.text), "An ISO 8601 date or a part of one."),
            .member("end_date", .optional(.text), "An ISO 8601 date or a part of one."),
            .member("location", .optional(.text), "Where it took place."),
            .member("organizers", .list(.text), "Who held it."),
            .member("language", .optional(.text), "A BCP 47 tag."),
            counts("sources", "talks", "panelists", "passages"),
            .member("talks_url", .address, "Its talks."), .member("panelists_url", .address, "Its panelists."),
            .member("topics_url", .address, "The topics that it speaks of."),
            .member("sources_url", .address, "The files that it was read from."),
            .extra("talks", .list(.named(.talk)), "Where include asks for them."),
            .extra("panelists", .list(.named(.panelist)), "Where include asks for them."),
        ])

    static let talkSchema = Schema.object(
        identity(.talk) + [
            .member("name", .text, "The title, or the label with its number where none is printed."),
            .member("guid", .text, "A UUID, version 5."),
            .member("event", .named(.reference), "The event whose programme it is in."),
        ] + kindMembers + [
            .member("position", .integer, "The place in the programme, from 1."),
            .member("title", .optional(.text), "The title as printed; null where none is."),
            .member("panelists", .list(.named(.participant)), "Who takes part, in printed order."),
            .member("has_transcript", .flag, "Whether there is any text of it."),
            .member("source", .named(.reference), "The file that it was read from."),
            .object(
                "pages", "Counted by page breaks, and as printed.",
                .member("first", .integer, "The first page, from 1."), .member("last", .integer, "The last page."),
                .member("printed_first", .optional(.text), "The number printed on the first page."),
                .member("printed_last", .optional(.text), "The number printed on the last page.")),
            .member("lines", .named(.lineRange), "The talk's lines in the source."),
            .member("title_lines", .optional(.named(.lineRange)), "Those of the title; null where none is printed."),
            .member("corrected", .flag, "Whether a person set its title or speaker right; see the corrections."),
            counts("sections", "passages", "characters", "words", "reading_minutes"),
            .member("topics", .list(.named(.talkTopic)), "The weightiest first."),
            .member("passages_url", .address, "Its passages."), .member("outline_url", .address, "Its sections."),
            .extra("sections", .list(.named(.section)), "Where the talk stands alone or include asks for them."),
            .extra("passages", .list(.named(.passage)), "Where include asks for them."),
        ])

    static let sectionSchema = Schema.object(
        identity(.section) + [
            .member("level", .integer, "From 1, the outermost."),
            .member("number_label", .optional(.text), "The number as printed: 1., (1), 가."),
            .member("title", .text, "The heading without its number."),
            .member("parent", .optional(.text), "The parent's identifier."),
            .member("lines", .named(.lineRange), "Of the heading."), counts("passages"),
        ])

    static let outlineSchema = Schema.object(
        identity("outline", id: "The talk's identifier.") + [
            .member("talk", .named(.reference), "The talk."),
            .member("sections", .list(.named(.section)), "In printed order, parents before their children."),
        ])

    static let panelistSchema = Schema.object(
        identity(.panelist) + [
            .member("name", .text, "The name without spaces that only print puts in it."),
            .member(
                "kind", .word(Voice.Kind.allCases.filter(\.isOneSpeaker).map(\.rawValue)),
                "Whether it is a person, or an office or numbered speaker, which belongs to one event alone."),
        ]
            + participationMembers + [
                counts("events", "talks", "passages"),
                .member("participations", .list(.named(.appearance)), "Every part in every talk."),
                .member("talks_url", .address, "The talks that they take part in."),
                .member("passages_url", .address, "What they say."),
                .extra("talks", .list(.named(.talk)), "Where include asks for them."),
            ])

    static let topicSchema = Schema.object(
        identity(.topic) + [
            .member("name", .text, "The label in the language that is asked for, else in the vocabulary's."),
            .member("labels", .map(.text), "By language, BCP 47."),
            .member("aliases", .list(.text), "The forms by which it is found in the text."),
            .member("broader", .optional(.named(.reference)), "The next broader topic."),
            .member("general", .flag, "Whether it is too broad to rank by."),
            .member(
                "origin", .word(Topic.Origin.allCases.map(\.rawValue)),
                "Whether people named it or it was derived from the texts."),
            counts("mentions", "passages", "talks"),
            .member("passages_url", .address, "The passages that speak of it."),
            .extra(
                "talks", .list(.named(.topicTalk)),
                "The first \(Limits.topicTalks) that speak of it, where it stands alone or include asks for them."),
            .extra("talks_url", .address, "All of them, where the topic stands alone."),
        ])

    static let passageSchema = Schema.object(
        identity(.passage) + [
            .member("kind", .word(Passage.Kind.allCases.map(\.rawValue)), "What kind of text it is."),
            .member("marker", .optional(.text), "What is printed before the text of a bullet or heading."),
            .member("text", .text, "Reflowed, in NFC."),
            .member("position", .integer, "The place in the talk, from 1."),
            .member("talk", .named(.reference), "The talk that it is in."),
            .member("event", .named(.reference), "The event of the talk."),
            .member("panelist", .optional(.named(.reference)), "Who speaks; null where the source does not say."),
            .member("speaker_printed", .flag, "Whether the speaker is printed at the passage."),
            time("When it is spoken, in milliseconds from the beginning, where captions say so."),
            .member(
                "section", .optional(.named(.reference)), "The innermost section that holds it; null under no heading."),
            .member("spans", .list(.named(.span)), "Where it is printed, a span a page."),
            .member("sha256", .text, "Of the text's UTF-8 bytes."),
            .member("corrected", .flag, "Whether a person set something right in it; see the corrections."),
            .member("previous", .optional(.named(.reference)), "The passage before it in the talk."),
            .member("next", .optional(.named(.reference)), "The passage after it in the talk."),
            .member("topics", .list(.named(.passageTopic)), "The topics that it speaks of."),
            .optionalObject(
                "voice",
                "Whose turn it is a part of; null outside of turns. panelist is null where that names nobody for sure.",

                .member("label", .text, "The label as printed, without its mark, time and separator."),
                .member(
                    "kind", .word(Voice.Kind.allCases.map(\.rawValue)),
                    "What the label names; unknown where it could not be resolved to anybody.")),
        ])

    static let sourceSchema = Schema.object(
        identity(.source) + [
            .member("name", .text, "The file's name."),
            .member("event", .named(.reference), "The event that it tells of."),
            .member("format", .text, "The kind of file."),
            .member("encoding", .text, "The encoding that its bytes were read in."),
            .member("sha256", .text, "Of the file as received."),
            .member("bytes", .integer, "The length of the file."), .member("lines", .integer, "How many lines it has."),
            .member("pages", .integer, "How many pages, counted by page breaks."),
            .member("classes", .list(.object(classCounts)), "How many lines were taken for what."),
            .member("lines_url", .address, "Every line with what became of it."),
        ])

    static let sourceLineSchema = Schema.object([
        .member("number", .integer, "From 1."), .member("text", .text, "As received, without its end."),
        .member("class", lineClass, "What it was taken for."),
        .member("talk", .optional(.named(.reference)), "The talk that it belongs to."),
        .member("passage", .optional(.named(.reference)), "The passage that it is a part of."),
        .member(
            "join", .optional(.word(SourceLine.Join.allCases.map(\.rawValue))),
            "How the line is joined with the next one."),
        .member("page", .integer, "Counted by page breaks, from 1."),
        .member("printed_page", .optional(.text), "The number printed on that page."),
        .member("reason", .optional(.text), "Why the line is in no passage."),
    ])

    static let lineClass = Schema.word(SourceLine.Class.allCases.map(\.rawValue))
}
