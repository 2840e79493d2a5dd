import ForumStore

extension StoreCounts {
    /// What a store holds, in a few words.
    var summary: String {
        [
            Count.events.of(events), Count.talks.of(talks), Count.panelists.of(panelists), Count.topics.of(topics),
            Count.passages.of(passages),
        ].joined(separator: ", ")
    }
}
