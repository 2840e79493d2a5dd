import ForumStore
import Proceedings

/// The schemas that have a name; the raw value is the name in the interface's description and type declarations.
enum Component: String, CaseIterable, Sendable {
    case reference = "Reference"
    case affiliation = "Affiliation"
    case lineRange = "LineRange"
    case page = "Page"
    case facetCount = "FacetCount"
    case event = "Event"
    case talk = "Talk"
    case participant = "Participant"
    case talkTopic = "TalkTopic"
    case section = "Section"
    case outline = "Outline"
    case panelist = "Panelist"
    case appearance = "Appearance"
    case topic = "Topic"
    case topicTalk = "TopicTalk"
    case passage = "Passage"
    case span = "Span"
    case passageTopic = "PassageTopic"
    case mention = "Mention"
    case mentionRecord = "MentionRecord"
    case matrix = "Matrix"
    case cooccurrence = "Cooccurrence"
    case timelinePoint = "TimelinePoint"
    case source = "Source"
    case sourceLine = "SourceLine"
    case sourceReport = "SourceReport"
    case correction = "Correction"
    case quotation = "Quotation"
    case exportFile = "ExportFile"
    case search = "Search"
    case suggestions = "Suggestions"
    case index = "Index"
    case problemKind = "ProblemKind"
    case problem = "Problem"

    /// What such a value is, in a sentence.
    var summary: String {
        switch self {
        case .reference: "A thing named in another one; url answers with the whole."
        case .affiliation: "Where a person is from."
        case .lineRange: "Lines of the source, 1-based, the last one included."
        case .page: "Where a page stands in its list."
        case .facetCount: "How many items of the filtered list have a value; filter by it to get them."
        case .event: "An event whose proceedings were printed."
        case .talk: "An item of a programme: a lecture, a statement, a discussion."
        case .participant: "A person with the part they have in a talk, as printed there."
        case .talkTopic: "A topic with its weight in a talk."
        case .section: "A section of a talk; parent and level tell the tree."
        case .outline: "The sections of a talk."
        case .panelist: "Someone on a programme, with every part they had; the latest part is told beside the name."
        case .appearance: "A person's part in one talk."
        case .topic: "A topic of the vocabulary, or one derived from the texts."
        case .topicTalk: "A talk that speaks of a topic, with the topic's weight in it."
        case .passage: "A paragraph, heading, bullet or the like, with where it is printed."
        case .span: "Lines of a source on one page that a passage is printed in."
        case .passageTopic: "A topic that a passage speaks of."
        case .mention: "Where a passage speaks of a topic; start and end are UTF-16 units into text."
        case .mentionRecord:
            "A mention of a topic with where it stands; without a passage, start and end count in the talk's title."
        case .matrix: "How many passages have both of two properties."
        case .cooccurrence: "Two topics that are spoken of together."
        case .timelinePoint: "A passage that speaks of a topic, in the course of events and talks."
        case .source: "A file that talks were read from, with how many lines were taken for what."
        case .sourceLine: "A line of a source as received, and what became of it."
        case .sourceReport: "What became of a source's lines, and what its reader had to say."
        case .correction: "What a person set right in the reading of a source, and why."
        case .quotation: "Whether a text is a true quotation, and of what."
        case .exportFile: "A file that everything of a kind comes as."
        case .search: "The passages that say what is sought, and how it was understood."
        case .suggestions: "What the words typed so far may become."
        case .index: "What the interface offers."
        case .problemKind: "What a kind of problem means."
        case .problem: "What went wrong with a request (RFC 9457)."
        }
    }

    /// What such a value holds.
    var schema: Schema {
        switch self {
        case .reference: .object(Self.referenceMembers)
        case .affiliation:
            .object([
                .member("organization", .text, "The organization as printed."),
                .member("department", .optional(.text), "The part of the organization, where one is printed."),
                .member("text", .text, "The affiliation without the role."),
                .member("printed", .optional(.text), "The line as printed, with the role."),
            ])
        case .lineRange:
            .object([.member("start", .integer, "The first line, from 1."), .member("end", .integer, "The last line.")])
        case .page:
            .object([
                .member("limit", .integer, "How many items a page holds at most."),
                .member("total", .integer, "How many items the list has; exact."),
                .member("next", .optional(.text), "The cursor of the next page; null on the last."),
                .member("next_url", .optional(.address), "The address of the next page; null on the last."),
            ])
        case .facetCount:
            .object([
                .member("value", .text, "What to filter by."), .member("name", .text, "What the value goes by."),
                .member("url", .optional(.address), "The thing that the value identifies; null for a mere word."),
                .member("count", .integer, "Exact."),
            ])
        case .event: Self.eventSchema
        case .talk: Self.talkSchema
        case .participant: .object(Self.referenceMembers + Self.participationMembers)
        case .talkTopic:
            .object(
                Self.referenceMembers + Self.weightMembers + [
                    .member("general", .flag, "Whether the topic is too broad to rank by.")
                ])
        case .section: Self.sectionSchema
        case .outline:
            .object([
                .member("id", .text, "The talk's identifier."),
                .member("type", .word(["outline"]), "What kind of object this is."),
                .member("url", .address, "Its address on this server."),
                .member("talk", .named(.reference), "The talk."),
                .member("sections", .list(.named(.section)), "In printed order, parents before their children."),
            ])
        case .panelist: Self.panelistSchema
        case .appearance:
            .object(
                [
                    .member("event", .named(.reference), "The event of the talk."),
                    .member("talk", .object(Self.referenceMembers + Self.kindMembers), "The talk, with its kind."),
                ] + Self.participationMembers)
        case .topic: Self.topicSchema
        case .topicTalk: .object(Self.referenceMembers + Self.kindMembers + Self.weightMembers)
        case .passage: Self.passageSchema
        case .span:
            .object([
                .member("source", .named(.reference), "The file."),
                .member("page", .integer, "Counted by page breaks, from 1."),
                .member("printed_page", .optional(.text), "The page number as printed."),
                .member("line_start", .integer, "The first line, from 1."),
                .member("line_end", .integer, "The last line."),
            ])
        case .passageTopic:
            .object(Self.referenceMembers + [.member("mentions", .integer, "How often the passage mentions it.")])
        case .mention:
            .object([
                .member("start", .integer, "Where it begins in text."),
                .member("end", .integer, "Where it ends, exclusive."),
                .member("surface", .text, "The words that stand there."),
                .member(
                    "method", .word(Mention.Method.allCases.map(\.rawValue)),
                    "How it was found: by a form of the vocabulary, or by one derived from the text."),
            ])
        case .mentionRecord:
            .object([
                .member("topic", .named(.reference), "The topic that is spoken of."),
                .member("talk", .named(.reference), "The talk that speaks of it."),
                .member("passage", .optional(.named(.reference)), "The passage; null for the talk's title."),
                .member("start", .integer, "In UTF-16 units."),
                .member("end", .integer, "In UTF-16 units."), .member("surface", .text, "The text that stands there."),
                .member(
                    "method", .word(Mention.Method.allCases.map(\.rawValue)),
                    "How it was found: by a form of the vocabulary, or by one derived from the text."),
            ])
        case .matrix: Self.matrixSchema
        case .cooccurrence: Self.cooccurrenceSchema
        case .timelinePoint: Self.timelinePointSchema
        case .source: Self.sourceSchema
        case .sourceLine: Self.sourceLineSchema
        case .sourceReport: Self.sourceReportSchema
        case .correction: Self.correctionSchema
        case .quotation: Self.quotationSchema
        case .exportFile: Self.exportFileSchema
        case .search: Self.searchSchema
        case .suggestions: Self.suggestionsSchema
        case .index: Self.indexSchema
        case .problemKind:
            .object([
                .member("id", .word(ProblemKind.allCases.map(\.rawValue)), "The last part of the problem's type."),
                .member("type", .word(["problem"]), "What kind of object this is."),
                .member("url", .address, "The problem's type: its address on this server."),
                .member("title", .text, "The kind in a few words."), .member("status", .integer, "The HTTP status."),
                .member("detail", .text, "What the kind means and what to do."),
            ])
        case .problem: Self.problemSchema
        }
    }
}
