import ForumStore

/// What `serve` says once it listens: what it serves, where, and three lines to try, made from what is in the store.
struct Greeting {
    private let summary: String
    private let panelist: String?
    private let topic: String?

    init(_ reader: StoreReader) throws(CommandFailure) {
        summary = reader.counts.summary
        var (panelist, topic): (String?, String?)
        do {
            _ = try reader.panelists(PanelistList(limit: 1)) { row throws(StoreError) in panelist = row.id.string }
            _ = try reader.topics(TopicList(limit: 1)) { row throws(StoreError) in topic = row.reference.id.string }
        } catch {
            throw CommandFailure(error)
        }
        self.panelist = panelist
        self.topic = topic
    }

    func lines(address: String) -> [String] {
        let tries = [
            "v1/talks?pretty=1", panelist.map { "v1/panelists/\($0)?pretty=1" },
            topic.map { "v1/topics/\($0)/passages?limit=3&pretty=1" } ?? "v1/passages?limit=3&pretty=1",
        ]
        return ["Rostrum \(Rostrum.version): \(summary)", "listening on \(address) (Ctrl-C stops it); try:"]
            + tries.compactMap { $0.map { "  curl '\(address)\($0)'" } }
    }
}
