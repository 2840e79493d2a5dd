/// The rows that are read by the key of their owner: what a row consists of, and its children.
///
/// Every statement's first column is the owner's key; its parameter is the least owner wanted.
enum RowSet: Int, CaseIterable {
    case events, talks, panelists, topics, passages, sources
    case organizers, participants, talkTopics, appearances, labels, aliases, topicTalks
    case spans, passageTopics, mentions, lineClasses

    var sql: String { "" }
}
