import ForumStore

/// All things of a kind as one file, in the order of the document.
///
/// The same store gives the same bytes, by HTTP and by the command, on every machine.
public struct Export: Sendable {
    /// Writes items from a place on, those that arguments keep, each on a line of its own, and tells the place after the
    /// last of them.
    typealias Reader =
        @Sendable (StoreReader, Arguments?, ListPosition?, inout JSONWriter) throws(StoreError) -> ListPosition?

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
    /// The columns whose values tell an item from every other; none where there are no such columns.
    let key: [String]
    /// The filters that it takes, those of the list.
    let parameters: [Parameter]
    let read: Reader

    /// How many items are read at once.
    static let batch = 500

    /// Every export.
    public static let all = [
        Export("events", of: .event, EventField.self), Export("talks", of: .talk, TalkField.self),
        Export("panelists", of: .panelist, PanelistField.self), Export("topics", of: .topic, TopicField.self),
        Export("passages", of: .passage, PassageField.self), Export("sources", of: .source, SourceField.self),
        Export("corrections", of: .correction, CorrectionField.self, key: ["event.id", "number"]),
        Export(name: "mentions", item: .named(.mentionRecord)) { store, _, place, writer throws(StoreError) in
            try store.mentions(after: place, limit: batch) { row throws(StoreError) in
                writer.mention(row)
                writer.endLine()
            }
        },
    ]

    private init(
        name: String, item: Schema, key: [String] = [], parameters: [Parameter] = [], read: @escaping Reader
    ) {
        self.key = key
        self.name = name
        self.item = item
        self.parameters = parameters
        self.read = read
    }

    /// Makes the export of a list.
    private init<Field: ListedField>(
        _ name: String, of component: Component, _ field: Field.Type, key: [String] = ["id"]
    ) {
        self.init(
            name: name, item: .named(component), key: key, parameters: Parameter.filters(Field.self)
        ) { store, arguments, place, writer throws(StoreError) in
            let request = ListRequest<Field, Field.Key>(
                filter: arguments?.filter(Field.self) ?? Filter(), limit: Self.batch,
                start: place.map(ListStart.after) ?? .offset(0))
            return try Field.write(request, of: store, to: &writer, asLines: true).next
        }
    }

    /// The name of the file that holds everything as tables of a database.
    public static let corpusName = "corpus.sqlite"

    /// The name of the file in a form.
    public func fileName(_ form: Form) -> String { "\(name).\(form.rawValue)" }

    /// The file's content, piece by piece, so that it never need be in memory as a whole.
    public func pieces(_ form: Form, of store: StoreReader) -> ExportPieces {
        ExportPieces(self, form, store)
    }
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
