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

    /// The names of all routes; every response of a route bears its number among them, from 1.
    public static let routeNames = Route.all.map(\.name)

    private let configuration: Configuration
    private let router = Router(routes: Route.all)

    /// Makes the interface.
    public init(configuration: Configuration) {
        self.configuration = configuration
    }

    /// Whether a GET of the target is answered from one row, found by its identifier, and what belongs to it: of most,
    /// little enough for ``respondAtOnce(to:from:)``.
    public func isQuick(_ target: Span<UInt8>) -> Bool { router.row(target) != nil }

    /// Answers a request.
    ///
    /// - Parameters:
    ///   - request: The request. OPTIONS is answered here; HEAD as GET.
    ///   - store: The store to read, in use by this call alone.
    /// - Returns: The answer, an error included. Where `If-None-Match` names the representation's own tag, it is a 304
    ///   that cost no query.
    public func respond(to request: Request, reading store: StoreReader) -> Response {
        respond(to: request, from: edition(of: store))
    }

    /// A store as this interface answers from it, for those who answer many requests.
    public func edition(of store: StoreReader) -> Edition { Edition(store, configuration) }

    /// Answers a request from an edition, as from its store.
    public func respond(to request: Request, from edition: Edition) -> Response {
        var route = 0
        do throws(Problem) {
            return try readable(request, edition, route: &route)
        } catch {
            var response = error.response
            response.fields.append(contentsOf: Self.ofTheMoment)
            response.route = route
            if let origin = request[.origin] { allow(origin, toRead: &response, isPreflight: request.isPreflight) }
            return response
        }
    }

    /// Answers a request whose target is quick, on a loop that others wait for meanwhile.
    ///
    /// It throws where more than ``Limits/rowsAtOnce`` rows belong to what is asked for, and where there is a problem, since
    /// the nearest spelling is sought among all.
    public func respondAtOnce(to request: Request, from edition: Edition) throws(TakesLonger) -> Response {
        edition.store.allow(rows: Limits.rowsAtOnce)
        defer { edition.store.allow(rows: .max) }
        var route = 0
        do throws(Problem) {
            return try readable(request, edition, route: &route)
        } catch {
            throw TakesLonger()
        }
    }

    /// The answer, as the page that asks may read it.
    private func readable(
        _ request: Request, _ edition: Edition, route: inout Int
    ) throws(Problem) -> Response {
        guard let origin = request[.origin] else { return try answer(request, edition, route: &route) }
        var response = try answer(request, edition, route: &route)
        allow(origin, toRead: &response, isPreflight: request.isPreflight)
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
    private static let inGzip = HTTPField(name: .contentEncoding, value: "gzip")
    /// The request's fields by which answers differ.
    fileprivate static let varying = "Accept, Accept-Encoding, Origin"

    /// What a request's target asks for.
    private struct Found {
        let entry: Router.Entry
        /// The identifier that the path holds, in NFC; empty where the route captures none.
        let captured: String
        /// The form that the path's ending asks for.
        var ending: MediaType?
        /// The path in canonical form, percent-encoded, without a trailing slash.
        let path: String
        var hasTrailingSlash = false
        var query: [Target.QueryItem] = []
    }

    /// The route of a request's target, and what else the target says.
    private func find(_ request: Request) throws(Problem) -> Found {
        let bytes = request.path.utf8.span
        if request.query == nil, let (entry, start) = router.row(bytes) {
            let id = bytes.extracting(start...).withUnsafeBufferPointer {
                PercentEncoding.isUnreserved($0) ? String(decoding: $0, as: UTF8.self) : nil
            }
            if let id { return Found(entry: entry, captured: id, path: request.path) }
        }
        let target = try Problem.decoding(request)
        let (entry, captured, ending) = try router.find(target.segments)
        // A path without escapes that is plain is its own canonical form.
        let path = target.isPlain && !target.hasTrailingSlash ? request.path : Router.path(target.segments)
        return Found(
            entry: entry, captured: captured, ending: ending, path: path,
            hasTrailingSlash: target.hasTrailingSlash, query: target.query)
    }

    private func answer(
        _ request: Request, _ edition: Edition, route: inout Int
    ) throws(Problem) -> Response {
        let store = edition.store
        let found = try find(request)
        // The route is read where it stands: a copy would count each of its references.
        let (entry, path, ending) = (found.entry, found.path, found.ending)
        route = entry.number
        guard entry.route.methods.contains(request.method) else {
            throw Problem(
                kind: .methodNotAllowed,
                detail:
                    "\(Problem.echo(path)) is read-only: it answers \(entry.route.allow), not \(Problem.echo(request.method.rawValue)).",
                fields: [.allow: entry.route.allow])
        }
        if request.method == .options {
            var fields: HTTPFields = [.allow: entry.route.allow]
            fields.append(contentsOf: Self.ofTheMoment)
            return Response(status: .noContent, fields: fields, route: route)
        }
        guard !found.hasTrailingSlash else { throw Problem.moved(to: path, found.query) }
        let arguments = try Arguments(found.query, of: entry.parameters)
        let form = try form(of: entry, path, ending: ending, arguments, request)
        let accepted = AcceptEncodingField(request[.acceptEncoding])
        guard accepted.acceptsIdentity || accepted.acceptsGzip && !entry.isFile else {
            let offers =
                entry.isFile ? "without a content coding" : "with the content coding gzip and without one"
            throw Problem(
                kind: .notAcceptable,
                detail: "\(Problem.echo(path)) is offered \(offers), which Accept-Encoding excludes.")
        }
        let call = Call(
            captured: found.captured, arguments: arguments, path: path,
            stem: ending?.word.map { String(path.dropLast($0.count + 1)) } ?? path, authority: request.authority,
            edition: edition)
        let mayCompress = accepted.prefersGzip && !entry.isFile
        guard case .snapshot = entry.route.lifetime else {
            var body = try content(of: entry, call, form, store).body
            var fields = form.fields
            fields.append(contentsOf: Self.ofTheMoment)
            if mayCompress, let compressed = accepted.compress(body) {
                body = compressed
                fields.append(Self.inGzip)
            }
            return Response(status: .ok, fields: fields, body: body, route: route)
        }
        var fingerprint = edition.fingerprint(of: form)
        fingerprint.add(call.address)
        fingerprint.add(entry.route.namesHost ? request.authority ?? "" : "")
        var tag = fingerprint.entityTag
        var codedTag = tag
        if mayCompress {
            fingerprint.add("gzip")
            codedTag = fingerprint.entityTag
        }
        // What is too short to be compressed has its plain tag, which is compared once its length is known.
        if request.isCurrent(codedTag) {
            let section = form.section.adding(entry.isFile ? [Self.hasParts] : [])
            return Response(status: .notModified, section: section, entityTag: codedTag, route: route)
        }
        try References(store: store).check(arguments)
        var content = try content(of: entry, call, form, store)
        if mayCompress, let compressed = accepted.compress(content.body) {
            content.body = compressed
            content.fields.append(Self.inGzip)
            tag = codedTag
        }
        return Response(
            status: .ok, section: form.section.adding(content.fields), body: content.body, source: content.source,
            entityTag: tag, isCacheable: !entry.route.namesHost, route: route)
    }

    /// The form that the address asks for, else the one that Accept prefers.
    private func form(
        of entry: Router.Entry, _ path: String, ending: MediaType?, _ arguments: Arguments, _ request: Request
    ) throws(Problem) -> MediaType {
        if let word = arguments["format"].first, let form = MediaType.words.first(where: { $0.word == word })?.form {
            guard ending == nil || ending == form else {
                let detail = "The address ends in another form than format=\(word); give one of them."
                throw Problem(
                    kind: .invalidParameter, detail: detail, errors: [.init(parameter: "format", detail: detail)])
            }
            return form
        }
        if let ending { return ending }
        guard let form = AcceptField(request[.accept]).preferred(of: entry.offers) else {
            let offers = entry.offers.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                kind: .notAcceptable, detail: "\(Problem.echo(path)) is offered as \(offers), which Accept excludes.")
        }
        return form
    }

    /// What an answer consists of, and the fields that it has beside those of its form.
    private struct Content {
        var body: [UInt8] = []
        var source: (any ContentSource)?
        var fields: [HTTPField] = []
    }

    private func content(
        of entry: Router.Entry, _ call: Call, _ form: MediaType, _ store: StoreReader
    ) throws(Problem) -> Content {
        switch entry.route.handler {
        case .document(let write):
            let isVerbatim = Presentation.isVerbatim(form, call.arguments)
            let isIndented = isVerbatim && call.arguments.flag("pretty")
            let written = form == .jsonLD ? entry.route.linkedData ?? write : write
            let document = try JSONWriter.document(layout: isIndented ? .indented : .compact) {
                writer throws(Problem) in try written(call, store, &writer)
            }
            guard !isVerbatim else { return Content(body: document) }
            let presentation = Presentation(form: form, answer: entry.route.answer, arguments: call.arguments)
            let (body, fields) = try presentation.apply(to: document, store)
            return Content(body: body, fields: Array(fields))
        case .file(let write):
            let (body, fields) = try write(call, store, form)
            return Content(body: body, fields: [Self.hasParts] + fields)
        case .export(let make):
            let file = try make(call, store, form)
            return Content(body: file.bytes, source: file.source, fields: [Self.hasParts] + file.summary.fields)
        case .page(_, let write):
            return Content(body: Array(try write(call, store, form).utf8))
        }
    }
}

extension Request {
    /// The value of a field; most requests have none that matters, and need not look.
    fileprivate subscript(name: HTTPField.Name) -> String? { fields.isEmpty ? nil : fields[name] }

    /// Whether a page asks whether it may ask (Fetch standard, CORS-preflight request).
    fileprivate var isPreflight: Bool { method == .options && fields[.accessControlRequestMethod] != nil }

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

extension FieldSection {
    /// The section with further fields behind its own.
    fileprivate func adding(_ further: [HTTPField]) -> FieldSection {
        guard !further.isEmpty else { return self }
        var fields = fields
        fields.append(contentsOf: further)
        return FieldSection(fields)
    }
}
