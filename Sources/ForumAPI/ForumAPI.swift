import ForumStore
import HTTPTypes
import HTTPWire

/// The HTTP interface of a forum's store: from a request to an answer, without a socket.
///
/// - Every `url` is a path on this server, percent-encoded so that it can be pasted; page addresses keep the filters.
/// - An unknown parameter, value or identifier is refused with what is allowed and the nearest spelling; an identifier in
///   a filter that names nothing is refused too, for an empty list would hide the mistake.
/// - A path with a trailing slash is redirected (308) to the one without it.
/// - A cursor belongs to one list, with its filters and order, and to one snapshot.
///
/// It is a value without state. The server sends what it answers, compares entity tags and leaves out the content of HEAD.
public struct ForumAPI: Sendable {
    /// What a deployment may choose.
    public struct Configuration: Sendable {
        /// The version of the program; a part of every entity tag, for another version may answer otherwise.
        public var version: String
        /// Which web pages may read.
        public var crossOrigin: CrossOriginPolicy

        /// Tells what the server has done, in the text format of Prometheus.
        public var metrics: @Sendable () -> String

        /// Where long exports lie until they are sent.
        public var spool: ExportSpool

        /// Makes a configuration.
        public init(
            version: String, crossOrigin: CrossOriginPolicy = CrossOriginPolicy(), spool: ExportSpool = ExportSpool(),
            metrics: @escaping @Sendable () -> String = { "" }
        ) {
            self.version = version
            self.spool = spool
            self.crossOrigin = crossOrigin
            self.metrics = metrics
        }
    }

    /// The names of all routes; every response of a route bears its own.
    public static let routeNames = Route.all.map(\.name)

    private let configuration: Configuration
    private let router = Router(routes: Route.all)
    private let quickTargets = QuickTargets(of: Route.all)

    /// Makes the interface.
    public init(configuration: Configuration) {
        self.configuration = configuration
    }

    /// Whether a GET of the target is answered from one row, found by its identifier, and what belongs to it.
    public func isQuick(_ target: Span<UInt8>) -> Bool { quickTargets.contains(target) }

    /// Answers a request.
    ///
    /// - Parameters:
    ///   - request: The request. OPTIONS is answered here; HEAD as GET.
    ///   - store: The store to read, in use by this call alone.
    /// - Returns: The answer, an error included. Where `If-None-Match` names the representation's own tag, it is a 304
    ///   that cost no query.
    public func respond(to request: Request, reading store: StoreReader) -> Response {
        var response: Response
        var name: String?
        do throws(Problem) {
            response = try answer(request, store, route: &name)
        } catch {
            response = error.response
            response.fields.append(contentsOf: Self.ofTheMoment)
        }
        response.route = name
        if let origin = request.fields[.origin] {
            let isPreflight = request.method == .options && request.fields[.accessControlRequestMethod] != nil
            allow(origin, toRead: &response, isPreflight: isPreflight)
        }
        return response
    }

    /// Lets the pages of an origin read an answer, if they may.
    func allow(_ origin: String, toRead response: inout Response, isPreflight: Bool = false) {
        // Appended, not set: to set a field, all are indexed by their names.
        response.fields.append(
            contentsOf: configuration.crossOrigin.fields(
                origin: origin, preflight: isPreflight, methods: "GET, HEAD, OPTIONS"))
    }

    /// The fields of an answer that is not to be kept.
    static let ofTheMoment: HTTPFields = [
        .xContentTypeOptions: "nosniff", .cacheControl: "no-store", .vary: varying,
    ]
    private static let hasParts = HTTPField(name: .acceptRanges, value: "bytes")
    /// The request's fields by which answers differ.
    fileprivate static let varying = "Accept, Accept-Encoding, Origin"

    private func answer(
        _ request: Request, _ store: StoreReader, route name: inout String?
    ) throws(Problem) -> Response {
        let target = try Problem.decoding(request)
        // A path without escapes that is plain is its own canonical form.
        let path = target.isPlain && !target.hasTrailingSlash ? request.path : Router.path(target.segments)
        let (entry, captured, ending) = try router.find(target.segments)
        // The route is read where it stands: a copy would count each of its references.
        name = entry.route.name
        guard entry.route.methods.contains(request.method) else {
            throw Problem(
                kind: .methodNotAllowed,
                detail:
                    "\(Problem.echo(path)) is read-only: it answers \(entry.route.allow), not \(Problem.echo(request.method.rawValue)).",
                fields: [.allow: entry.route.allow])
        }
        if request.method == .options {
            var response = Response(status: .noContent, fields: [.allow: entry.route.allow])
            response.fields.append(contentsOf: Self.ofTheMoment)
            return response
        }
        guard !target.hasTrailingSlash else { throw Problem.moved(to: path, target.query) }
        let arguments = try Arguments(target.query, of: entry.parameters)
        let form = try form(of: entry, path, ending: ending, arguments, request)
        let accepted = AcceptEncodingField(request.fields[.acceptEncoding])
        guard accepted.acceptsIdentity || accepted.acceptsGzip && !entry.route.isFile else {
            let offers =
                entry.route.isFile ? "without a content coding" : "with the content coding gzip and without one"
            throw Problem(
                kind: .notAcceptable,
                detail: "\(Problem.echo(path)) is offered \(offers), which Accept-Encoding excludes.")
        }
        let call = Call(
            captured: captured, arguments: arguments, path: path,
            stem: ending?.word.map { String(path.dropLast($0.count + 1)) } ?? path, authority: request.authority,
            configuration: configuration)
        guard case .snapshot = entry.route.lifetime else {
            var response = Response(
                status: .ok, fields: form.fields, body: try content(of: entry, call, form, store).body)
            response.fields.append(contentsOf: Self.ofTheMoment)
            response.compress(for: accepted, tag: nil)
            return response
        }
        var fingerprint = Fingerprint(configuration.version, store.snapshot, form.rawValue, call.address)
        fingerprint.add(entry.route.namesHost ? request.authority ?? "" : "")
        let tag = fingerprint.entityTag
        let mayCompress = accepted.prefersGzip && !entry.route.isFile
        var codedTag = tag
        if mayCompress {
            fingerprint.add("gzip")
            codedTag = fingerprint.entityTag
        }
        // What is too short to be compressed has its plain tag, which is compared once its length is known.
        if request.isCurrent(codedTag) {
            var response = Response(status: .notModified, section: form.section, entityTag: codedTag)
            if entry.route.isFile { response.fields.append(Self.hasParts) }
            return response
        }
        try References(store: store).check(arguments)
        var response = Response(
            status: .ok, section: form.section, entityTag: tag, isCacheable: !entry.route.namesHost)
        if entry.route.isFile { response.fields.append(Self.hasParts) }
        if case .export(let make) = entry.route.handler {
            let file = try make(call, store, form)
            (response.body, response.source) = (file.bytes, file.source)
            response.fields.append(contentsOf: file.summary.fields)
        } else {
            let (body, further) = try content(of: entry, call, form, store)
            response.body = body
            if !further.isEmpty { response.fields.append(contentsOf: further) }
            if mayCompress { response.compress(for: accepted, tag: codedTag) }
        }
        return response
    }

    /// The form that the address asks for, else the one that Accept prefers.
    private func form(
        of entry: Router.Entry, _ path: String, ending: MediaType?, _ arguments: Arguments, _ request: Request
    ) throws(Problem) -> MediaType {
        if let word = arguments.word("format"), let form = MediaType.words.first(where: { $0.word == word })?.form {
            guard ending == nil || ending == form else {
                let detail = "The address ends in another form than format=\(word); give one of them."
                throw Problem(
                    kind: .invalidParameter, detail: detail, errors: [.init(parameter: "format", detail: detail)])
            }
            return form
        }
        if let ending { return ending }
        guard let form = AcceptField(request.fields[.accept]).preferred(of: entry.offers) else {
            let offers = entry.offers.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                kind: .notAcceptable, detail: "\(Problem.echo(path)) is offered as \(offers), which Accept excludes.")
        }
        return form
    }

    private func content(
        of entry: Router.Entry, _ call: Call, _ form: MediaType, _ store: StoreReader
    ) throws(Problem) -> (body: [UInt8], fields: HTTPFields) {
        switch entry.route.handler {
        case .document(let write):
            let presentation = Presentation(form: form, answer: entry.route.answer, arguments: call.arguments)
            let isVerbatim = presentation.isVerbatim
            let isIndented = isVerbatim && call.arguments.flag("pretty")
            let written = form == .jsonLD ? entry.route.linkedData ?? write : write
            let document = try JSONWriter.document(layout: isIndented ? .indented : .compact) {
                writer throws(Problem) in try written(call, store, &writer)
            }
            return isVerbatim ? (document, [:]) : try presentation.apply(to: document, store)
        case .file(let write): return try write(call, store, form)
        case .export(let make): return (try make(call, store, form).bytes, [:])
        case .page(_, let write):
            return (Array(try write(call, store, form).utf8), [:])
        }
    }
}

extension Request {
    /// Whether the client says that it holds the representation with the tag, and asks nothing else of it.
    ///
    /// The server compares entity tags in full (RFC 9110 §13.2.2); this is only the common case, known before any query.
    fileprivate func isCurrent(_ tag: String) -> Bool {
        guard !fields.isEmpty, fields[.ifMatch] == nil else { return false }
        // The tags of this interface hold no comma; the comparison is weak (RFC 9110 §13.1.2).
        return fields[values: .ifNoneMatch].contains { list in
            list.utf8.split(separator: UInt8(ascii: ",")).contains { part in
                let given = part.drop { $0 == UInt8(ascii: " ") || $0 == 0x09 }
                    .reversed().drop { $0 == UInt8(ascii: " ") || $0 == 0x09 }.reversed()
                return given.elementsEqual(tag.utf8) || given.elementsEqual(("W/" + tag).utf8)
            }
        }
    }
}

extension MediaType {
    /// What a page may load: nothing but the style that stands in it.
    private static let contentSecurityPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

    /// The fields that every answer of the form has.
    fileprivate var fields: HTTPFields {
        var fields: HTTPFields = [.contentType: contentType]
        if self == .html { fields[.contentSecurityPolicy] = Self.contentSecurityPolicy }
        return fields
    }

    /// The fields that every answer of the form has which may be kept as long as it is asked whether it still holds.
    fileprivate var section: FieldSection { self == .json ? Self.jsonSection : Self.sections[self] ?? makeSection() }

    // Most answers are JSON, and need not even look for theirs.
    private static let jsonSection = Self.json.makeSection()
    private static let sections = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.makeSection()) })

    private func makeSection() -> FieldSection {
        var fields = fields
        fields[.cacheControl] = "no-cache"
        fields[.xContentTypeOptions] = "nosniff"
        fields[.vary] = ForumAPI.varying
        return FieldSection(fields)
    }
}
