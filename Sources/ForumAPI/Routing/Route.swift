import ForumStore
import HTTPTypes

/// One address of the interface: the only place that says what it takes and what it answers.
struct Route: Sendable {
    /// Writes the JSON document of an answer.
    typealias DocumentHandler = @Sendable (Call, StoreReader, inout JSONWriter) throws(Problem) -> Void
    /// Writes the text of an answer in one of the forms offered.
    typealias PageHandler = @Sendable (Call, StoreReader, MediaType) throws(Problem) -> String

    /// Makes the bytes of an answer in one of the forms offered, with further fields of its head.
    typealias FileHandler = @Sendable (Call, StoreReader, MediaType) throws(Problem) -> ([UInt8], HTTPFields)

    /// Makes an export in one of the forms offered.
    typealias ExportHandler = @Sendable (Call, StoreReader, MediaType) throws(Problem) -> ExportFile

    /// How an answer is made.
    enum Handler: Sendable {
        /// As JSON.
        case document(DocumentHandler)
        /// As text in the given forms, the preferred one first.
        case page([MediaType], PageHandler)
        /// As a whole file.
        case file(FileHandler)
        /// As a file that may be too long to be held.
        case export(ExportHandler)
    }

    /// What an answer holds.
    enum Answer: Equatable, Sendable {
        /// One JSON value.
        case one(Schema)
        /// A page of a list of such items, in an envelope that may say more than a page's.
        case list(of: Schema, envelope: Component? = nil)
        /// All such items.
        case rows(of: Schema)
        /// Text in one of the forms offered.
        case text
        /// Bytes of that form.
        case binary(MediaType)
    }

    /// How long an answer holds.
    enum Lifetime: Sendable {
        /// As long as the snapshot stands.
        case snapshot
        /// For this request alone.
        case none
    }

    /// The stable name.
    let name: String
    /// The pattern of the path.
    let path: PathTemplate
    /// What the answer is, in a sentence.
    let summary: String
    /// What the answer holds.
    let answer: Answer
    /// The parameters; every other one is refused.
    let parameters: [Parameter]
    /// How long an answer holds.
    let lifetime: Lifetime
    /// How an answer is made.
    let handler: Handler
    /// The form of an answer as JSON, where it is a kind of JSON with a name of its own.
    var jsonForm = MediaType.json
    /// Writes the answer as linked data, where Accept may ask for that.
    var linkedData: DocumentHandler?
    /// Whether the answer names the host it was asked at, and so must not be kept for another name of the same server.
    var namesHost = false
    /// The methods that are answered; the interface is read-only.
    let methods: [HTTPRequest.Method] = [.get, .head, .options]

    /// Whether the answer is a row found by the identifier at the end of the path.
    var isRow: Bool {
        guard case .one = answer, case .document = handler, case .identifier = path.segments.last else { return false }
        return path.segments.count == 3
    }

    /// Makes a route that answers with JSON; `pretty` comes with it.
    init(
        _ name: String, _ path: PathTemplate, _ summary: String, answers answer: Answer,
        parameters: [Parameter] = [], lifetime: Lifetime = .snapshot, form: MediaType = .json,
        namesHost: Bool = false, linkedData: DocumentHandler? = nil, document: @escaping DocumentHandler
    ) {
        self.name = name
        self.path = path
        self.summary = summary
        self.answer = answer
        self.parameters =
            parameters + Self.common(answer, form: form, hasLinkedData: linkedData != nil) + [.pretty]
        self.lifetime = lifetime
        jsonForm = form
        self.namesHost = namesHost
        self.linkedData = linkedData
        handler = .document(document)
    }

    /// Makes a route that answers with all items of a kind.
    init(
        _ name: String, _ path: PathTemplate, _ summary: String, rows item: Schema, export: @escaping ExportHandler
    ) {
        self.name = name
        self.path = path
        self.summary = summary
        answer = .rows(of: item)
        parameters = Parameter.tables
        lifetime = .snapshot
        handler = .export(export)
    }

    /// Makes a route that answers with a file of a form of its own.
    init(
        _ name: String, _ path: PathTemplate, _ summary: String, offers form: MediaType,
        export: @escaping ExportHandler
    ) {
        self.name = name
        self.path = path
        self.summary = summary
        answer = .binary(form)
        parameters = []
        lifetime = .snapshot
        handler = .export(export)
    }

    /// Makes a route that answers with a JSON file as it stands.
    init(
        _ name: String, _ path: PathTemplate, _ summary: String, answers schema: Schema, file: @escaping FileHandler
    ) {
        self.name = name
        self.path = path
        self.summary = summary
        answer = .one(schema)
        parameters = []
        lifetime = .snapshot
        handler = .file(file)
    }

    /// Makes a route that answers with text.
    init(
        _ name: String, _ path: PathTemplate, _ summary: String, offers: [MediaType], lifetime: Lifetime = .snapshot,
        namesHost: Bool = false, page: @escaping PageHandler
    ) {
        self.name = name
        self.path = path
        self.summary = summary
        answer = .text
        parameters = []
        self.lifetime = lifetime
        self.namesHost = namesHost
        handler = .page(offers, page)
    }

    /// The parameters that every route with such an answer takes.
    private static func common(_ answer: Answer, form: MediaType, hasLinkedData: Bool) -> [Parameter] {
        switch answer {
        case .one(let schema) where !schema.members.isEmpty && form == .json:
            [.fields(of: schema)] + Parameter.include(in: schema) + Parameter.lang(in: schema)
                + [.format([.json] + (hasLinkedData ? [.jsonLD] : []))]
        case .list(let item, _):
            [.fields(of: item)] + Parameter.include(in: item) + Parameter.lang(in: item) + Parameter.forms
        case .one, .rows, .text, .binary: []
        }
    }

    /// Whether the address may end in a word that asks for a form, as `format` does.
    func takesEnding(_ word: String) -> Bool {
        guard case .word(let words) = parameters.first(where: { $0.name == "format" })?.domain else { return false }
        return words.contains(word)
    }

    /// The schema of the answer as JSON, or `nil` where it is text.
    var schema: Schema? {
        switch answer {
        case .one(let schema): schema
        case .list(let item, let envelope): envelope.map(Schema.named) ?? .page(of: item)
        case .rows(let item): .list(item)
        case .text, .binary: nil
        }
    }

    /// The forms that the answer can take, the preferred one first.
    var offers: [MediaType] {
        switch handler {
        case .document, .file, .export:
            switch answer {
            case .binary(let form): [form]
            case .list, .rows: MediaType.tabular.map(\.form)
            case .one, .text: [jsonForm] + (linkedData == nil ? [] : [.jsonLD])
            }
        case .page(let offers, _): offers
        }
    }

    /// Whether the answer is a file, of which a part may be asked for.
    var isFile: Bool {
        switch handler {
        case .file, .export: true
        case .document, .page: false
        }
    }

    /// The value of `Allow` (RFC 9110 §10.2.1).
    var allow: String { methods.map(\.rawValue).joined(separator: ", ") }
}
