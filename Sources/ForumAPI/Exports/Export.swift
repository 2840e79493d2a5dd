import ForumStore

/// All things of a kind as one file, in the order of the document.
///
/// The same store gives the same bytes, by HTTP and by the command, on every machine.
public struct Export: Sendable {
    /// Writes items from a place on, each on a line of its own, and tells the place after the last of them.
    typealias Reader =
        @Sendable (StoreReader, ListPosition?, inout JSONWriter) throws(StoreError) -> ListPosition?

    /// The forms of a table's file.
    public enum Form: String, CaseIterable, Sendable {
        /// A JSON array, an item a line.
        case json
        /// An item a line.
        case ndjson
        /// A table.
        case csv
    }

    /// The things' name, in plural.
    public let name: String
    /// What an item holds.
    let item: Schema
    let read: Reader

    /// How many items are read at once.
    static let batch = 500

    /// Every export.
    public static let all = [
        Export(name: "events", item: .named(.event)) { store, place, writer throws(StoreError) in
            try store.events(.init(limit: batch, start: .from(place))) { row throws(StoreError) in
                try writer.event(row)
                writer.endLine()
            }.next
        },
        Export(name: "talks", item: .named(.talk)) { store, place, writer throws(StoreError) in
            try store.talks(.init(limit: batch, start: .from(place))) { row throws(StoreError) in
                try writer.talk(row)
                writer.endLine()
            }.next
        },
        Export(name: "panelists", item: .named(.panelist)) { store, place, writer throws(StoreError) in
            try store.panelists(.init(limit: batch, start: .from(place))) { row throws(StoreError) in
                try writer.panelist(row)
                writer.endLine()
            }.next
        },
        Export(name: "topics", item: .named(.topic)) { store, place, writer throws(StoreError) in
            try store.topics(.init(limit: batch, start: .from(place))) { row throws(StoreError) in
                try writer.topic(row)
                writer.endLine()
            }.next
        },
        Export(name: "passages", item: .named(.passage)) { store, place, writer throws(StoreError) in
            try store.passages(.init(limit: batch, start: .from(place))) { row throws(StoreError) in
                try writer.passage(row)
                writer.endLine()
            }.next
        },
        Export(name: "mentions", item: .named(.mentionRecord)) { store, place, writer throws(StoreError) in
            try store.mentions(after: place, limit: batch) { row throws(StoreError) in
                writer.mention(row)
                writer.endLine()
            }
        },
    ]

    /// The name of the file that holds everything as tables of a database.
    public static let corpusName = "corpus.sqlite"

    /// The name of the file in a form.
    public func fileName(_ form: Form) -> String { "\(name).\(form.rawValue)" }

    /// The file's content, piece by piece, so that it never need be in memory as a whole.
    public func pieces(_ form: Form, of store: StoreReader) -> ExportPieces {
        ExportPieces(self, form, store)
    }
}

extension ListStart {
    fileprivate static func from(_ place: ListPosition?) -> Self { place.map(after) ?? .offset(0) }
}

extension JSONWriter {
    /// Writes a mention with where it stands.
    fileprivate mutating func mention(_ row: borrowing MentionListRow) {
        object { writer in
            writer.key("topic")
            writer.reference(row.topic)
            writer.key("talk")
            writer.reference(row.talk)
            writer.key("passage")
            writer.reference(.passage, row.passageID)
            writer.member("start", row.start)
            writer.member("end", row.end)
            writer.member("surface", row.surface)
            writer.member("method", row.method)
        }
    }
}
