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
        case .reference: Self.referenceSchema
        case .affiliation: Self.affiliationSchema
        case .lineRange: Self.lineRangeSchema
        case .page: Self.pageSchema
        case .facetCount: Self.facetCountSchema
        case .event: Self.eventSchema
        case .talk: Self.talkSchema
        case .participant: Self.participantSchema
        case .talkTopic: Self.talkTopicSchema
        case .section: Self.sectionSchema
        case .outline: Self.outlineSchema
        case .panelist: Self.panelistSchema
        case .appearance: Self.appearanceSchema
        case .topic: Self.topicSchema
        case .topicTalk: Self.topicTalkSchema
        case .passage: Self.passageSchema
        case .span: Self.spanSchema
        case .passageTopic: Self.passageTopicSchema
        case .mention: Self.mentionSchema
        case .mentionRecord: Self.mentionRecordSchema
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
        case .problemKind: Self.problemKindSchema
        case .problem: Self.problemSchema
        }
    }
}
