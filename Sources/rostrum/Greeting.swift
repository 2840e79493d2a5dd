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
            "v1/talks?pretty=1", panelist.map { "v1/panelists/\(Self.pasteable($0))?pretty=1" },
            topic.map { "v1/topics/\($0)/passages?limit=3&pretty=1" } ?? "v1/passages?limit=3&pretty=1",
        ]
        return ["Rostrum \(Rostrum.version): \(summary)", "listening on \(address) (Ctrl-C stops it); try:"]
            + tries.compactMap { $0.map { "  curl '\(address)\($0)'" } }
    }

    /// A path segment that a shell and curl take as it is: Hangul stays readable, what either would take for something else
    /// is percent-encoded.
    static func pasteable(_ segment: String) -> String {
        segment.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0xAC00...0xD7A3: String(scalar)
            default:
                String(scalar).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
            }
        }.joined()
    }
}
