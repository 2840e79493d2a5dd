import ForumStore
import HTTPTypes
import HTTPWire

/// One address of the interface: the only place that says what it takes and what it responds with.
struct Route: Sendable {
    /// Writes the JSON document of a response.
    typealias DocumentHandler = @Sendable (Call, StoreReader, inout JSONWriter) throws(Problem) -> Void
    /// Writes the text of a response in one of the forms offered.
    typealias PageHandler = @Sendable (Call, StoreReader, MediaType) throws(Problem) -> String
    /// Makes the bytes of a response in one of the forms offered, with further fields of its head.
    typealias FileHandler = @Sendable (Call, StoreReader, MediaType) throws(Problem) -> ([UInt8], HTTPFields)
    /// Makes an export in one of the forms offered.
    typealias ExportHandler = @Sendable (Call, StoreReader, MediaType) throws(Problem) -> ExportFile

    /// How a response is made.
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

    /// How long a response holds.
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
    /// What the response is, in a sentence.
    let summary: String
    /// What the response holds.
    let answer: Answer
    /// The parameters; every other one is refused.
    let parameters: [Parameter]
    /// How long a response holds.
    let lifetime: Lifetime
    /// How a response is made.
    let handler: Handler
    /// The form of a response as JSON, where it is a kind of JSON with a name of its own.
    let jsonForm: MediaType
    /// Writes the response as linked data, where Accept may ask for that.
    let linkedData: DocumentHandler?
    /// Whether the response names the host it was asked at, and so must not be cached for another name of the same server.
    let namesHost: Bool
    /// Whether the response takes as long as there are passages.
    private var isCostly = false
    /// Writes the response as Markdown, where Accept may ask for that.
    private(set) var markdown: PageHandler?
    /// The methods that are served; the interface is read-only.
    let methods: [HTTPRequest.Method] = [.get, .head, .options]

    private init(
        _ name: String, _ path: PathTemplate, _ summary: String, _ answer: Answer, _ parameters: [Parameter],
        _ lifetime: Lifetime, _ handler: Handler, form: MediaType = .json, namesHost: Bool = false,
        linkedData: DocumentHandler? = nil
    ) {
        self.name = name
        self.path = path
        self.summary = summary
        self.answer = answer
        self.parameters = parameters
        self.lifetime = lifetime
        self.handler = handler
        jsonForm = form
        self.namesHost = namesHost
        self.linkedData = linkedData
    }

    /// Makes a route of JSON documents; `pretty` comes with it.
    init(
        _ name: String, _ path: PathTemplate, _ summary: String, answers answer: Answer,
        parameters: [Parameter] = [], lifetime: Lifetime = .snapshot, form: MediaType = .json,
        namesHost: Bool = false, linkedData: DocumentHandler? = nil, document: @escaping DocumentHandler
    ) {
        let common = Self.common(answer, form: form, hasLinkedData: linkedData != nil)
        self.init(
            name, path, summary, answer, parameters + common + [.pretty], lifetime, .document(document), form: form,
            namesHost: namesHost, linkedData: linkedData)
    }

    /// Makes a route of all items of a kind.
    init(
        _ name: String, _ path: PathTemplate, _ summary: String, rows item: Schema, parameters: [Parameter],
        export: @escaping ExportHandler
    ) {
        self.init(name, path, summary, .rows(of: item), parameters + Parameter.tables, .snapshot, .export(export))
    }

    /// Makes a route of a file in a form of its own.
    init(
        _ name: String, _ path: PathTemplate, _ summary: String, offers form: MediaType,
        export: @escaping ExportHandler
    ) {
        self.init(name, path, summary, .binary(form), [], .snapshot, .export(export))
    }

    /// Makes a route of a JSON file as it stands.
    init(
        _ name: String, _ path: PathTemplate, _ summary: String, answers schema: Schema, form: MediaType = .json,
        file: @escaping FileHandler
    ) {
        self.init(name, path, summary, .one(schema), [], .snapshot, .file(file), form: form)
    }

    /// Makes a route of text.
    init(
        _ name: String, _ path: PathTemplate, _ summary: String, offers: [MediaType], lifetime: Lifetime = .snapshot,
        namesHost: Bool = false, page: @escaping PageHandler
    ) {
        self.init(name, path, summary, .text, [], lifetime, .page(offers, page), namesHost: namesHost)
    }

    /// The parameters that every route with such a response takes.
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

    /// Whether the response is a row found by the identifier at the end of the path.
    var isRow: Bool {
        guard case .one = answer, case .document = handler, case .identifier = path.segments.last else { return false }
        return path.segments.count == 3
    }

    /// Whether the address may end in a word that asks for a form, as `format` does.
    func takesEnding(_ word: String) -> Bool {
        guard case .word(let words) = parameters.first(where: { $0.name == ParameterKey.format.name })?.domain else {
            return false
        }
        return words.contains(word)
    }

    /// The forms that the response can take, the preferred one first.
    var offers: [MediaType] {
        if case .page(let offers, _) = handler { return offers }
        return switch answer {
        case .binary(let form): [form]
        case .list, .rows: MediaType.tabular.map(\.form)
        case .one, .text:
            [jsonForm] + (linkedData == nil ? [] : [.jsonLD]) + (markdown == nil ? [] : [.markdown])
        }
    }

    /// Whether the response is a file, of which a part may be asked for.
    var isFile: Bool {
        switch handler {
        case .file, .export: true
        case .document, .page: false
        }
    }

    /// By which way a request goes, whatever its parameters.
    var lane: Lane { isExport ? .bulk : lifetime == .none ? .urgent : isCostly ? .costly : .quick }

    /// The same route, whose response takes as long as there are passages.
    var costly: Route {
        var route = self
        route.isCostly = true
        return route
    }

    /// The same route, whose response comes as Markdown too, where Accept asks for it.
    func offering(markdown: @escaping PageHandler) -> Route {
        var route = self
        route.markdown = markdown
        return route
    }

    /// Whether the response is made of whole tables.
    var isExport: Bool {
        if case .export = handler { true } else { false }
    }

    /// The value of `Allow` (RFC 9110 §10.2.1).
    var allow: String { methods.map(\.rawValue).joined(separator: ", ") }
}
