import Proceedings
import SQLite

extension StoreReader {
    /// The languages that topics have labels in, as BCP 47 tags in the order of their bytes.
    public func languages() throws(StoreError) -> [String] {
        var tags: [String] = []
        try forEachRow(of: "SELECT DISTINCT language FROM topic_labels ORDER BY language", []) {
            statement throws(StoreError) in tags.append(TextColumn(statement, 0).string)
        }
        return tags
    }

    /// The language that a tag asks for: the tag itself in any case, else what is left of it when subtags are taken from
    /// its end (RFC 4647 §3.4); `nil` where no topic has a label in any of them.
    public func language(nearest tag: String) throws(StoreError) -> String? {
        let tag = tag.lowercased()
        var nearest: String?
        for language in try languages() {
            let range = language.lowercased()
            guard tag == range || tag.hasPrefix(range + "-"), language.utf8.count > (nearest?.utf8.count ?? 0) else {
                continue
            }
            nearest = language
        }
        return nearest
    }

    /// A topic's label in a language; `nil` where it has none.
    public func label(of topic: Topic.ID, in language: String) throws(StoreError) -> String? {
        var label: String?
        try self.topic(topic) { row throws(StoreError) in
            try row.forEachLabel { tag, text throws(StoreError) in
                if tag.string == language { label = text.string }
            }
        }
        return label
    }
}
