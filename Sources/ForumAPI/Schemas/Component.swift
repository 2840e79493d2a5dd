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
    case citation = "Citation"
    case exportFile = "ExportFile"
    case search = "Search"
    case suggestions = "Suggestions"
    case index = "Index"
    case problemKind = "ProblemKind"
    case problem = "Problem"

    /// What such a value is, in a sentence.
    var summary: String { definition.summary }

    /// What such a value holds.
    var schema: Schema { definition.schema }

    private var definition: (summary: String, schema: Schema) {
        switch self {
        case .reference: ("A thing named in another one; url answers with the whole.", Self.referenceSchema)
        case .affiliation: ("Where a person is from.", Self.affiliationSchema)
        case .lineRange: ("Lines of the source, 1-based, the last one included.", Self.lineRangeSchema)
        case .page: ("Where a page stands in its list.", Self.pageSchema)
        case .facetCount:
            ("How many items of the filtered list have a value; filter by it to get them.", Self.facetCountSchema)
        case .event: ("An event whose proceedings were printed.", Self.eventSchema)
        case .talk: ("An item of a programme: a lecture, a statement, a discussion.", Self.talkSchema)
        case .participant: ("A person with the part they have in a talk, as printed there.", Self.participantSchema)
        case .talkTopic: ("A topic with its weight in a talk.", Self.talkTopicSchema)
        case .section: ("A section of a talk; parent and level tell the tree.", Self.sectionSchema)
        case .outline: ("The sections of a talk.", Self.outlineSchema)
        case .panelist:
            (
                "Someone on a programme, with every part they had; the latest one stands beside the name.",
                Self.panelistSchema
            )
        case .appearance: ("A person's part in one talk.", Self.appearanceSchema)
        case .topic: ("A topic of the vocabulary, or one derived from the texts.", Self.topicSchema)
        case .topicTalk: ("A talk that speaks of a topic, with the topic's weight in it.", Self.topicTalkSchema)
        case .passage: ("A paragraph, heading, bullet or the like, with where it is printed.", Self.passageSchema)
        case .span: ("Lines of a source on one page that a passage is printed in.", Self.spanSchema)
        case .passageTopic: ("A topic that a passage speaks of.", Self.passageTopicSchema)
        case .mention:
            ("Where a passage speaks of a topic; start and end are UTF-16 units into text.", Self.mentionSchema)
        case .mentionRecord:
            (
                "A mention of a topic with where it stands; without a passage, start and end count in the talk's title.",
                Self.mentionRecordSchema
            )
        case .matrix: ("How many passages have both of two properties.", Self.matrixSchema)
        case .cooccurrence: ("Two topics that are spoken of together.", Self.cooccurrenceSchema)
        case .timelinePoint:
            ("A passage that speaks of a topic, in the course of events and talks.", Self.timelinePointSchema)
        case .source: ("A file that talks were read from, with how many lines were taken for what.", Self.sourceSchema)
        case .sourceLine: ("A line of a source as received, and what became of it.", Self.sourceLineSchema)
        case .sourceReport:
            ("What became of a source's lines, and what its reader had to say.", Self.sourceReportSchema)
        case .correction: ("What a person set right in the reading of a source, and why.", Self.correctionSchema)
        case .quotation: ("Whether a text is a true quotation, and of what.", Self.quotationSchema)
        case .citation: ("How a passage, or words of it, are cited.", Self.citationSchema)
        case .exportFile: ("A file that everything of a kind comes as.", Self.exportFileSchema)
        case .search: ("The passages that match a query, and how it was understood.", Self.searchSchema)
        case .suggestions: ("What the words typed so far may become.", Self.suggestionsSchema)
        case .index: ("What the interface offers.", Self.indexSchema)
        case .problemKind: ("What a kind of problem means.", Self.problemKindSchema)
        case .problem: ("What went wrong with a request (RFC 9457).", Self.problemSchema)
        }
    }
}
