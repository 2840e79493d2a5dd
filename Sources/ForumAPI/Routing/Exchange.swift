import ForumStore
import HTTPTypes
import HTTPWire

/// A request whose route is found, on its way to its response.
struct Exchange {
    // The request is handed on and not held: to copy it would count each of its parts.

    /// What the request's target asks for.
    let found: Router.Found
    /// The store that it is answered from.
    let edition: Edition

    /// What a response consists of, and the fields that it has beside those of its form.
    private struct Content {
        var body: [UInt8] = []
        var source: (any ContentSource)?
        var fields: [HTTPField] = []
        var isGzip = false

        /// The content compressed, where the client likes it and it is worth it.
        ///
        /// - Returns: Whether it is compressed.
        mutating func compress(for accepted: AcceptEncodingField) -> Bool {
            guard let compressed = accepted.compress(body) else { return false }
            body = compressed
            fields.append(.inGzip)
            isGzip = true
            return true
        }
    }

    // The route is read where it stands: a copy would count each of its references.
    private var entry: Router.Entry { found.entry }

    /// The response, for no more than may be spent; a problem where the request is refused.
    func response(to request: Request, within spending: Spending?) throws(Problem) -> Response {
        guard let spending else { return try response(to: request) }
        // Nobody may wait any more by the time that its turn comes.
        if spending.isOver(), let excess = spending.excess { throw Problem(excess) }
        do throws(Problem) {
            return try edition.store.spend(spending) { () throws(Problem) in
                let response = try response(to: request)
                guard !spending.exceeds(bytes: response.body.count) else {
                    throw Problem(.bytes(spending.budget.bytes))
                }
                return response
            }
        } catch {
            guard error.kind == .costlyQuery, let excess = spending.excess else { throw error }
            throw Problem(excess)
        }
    }

    /// The response; a problem where the request is refused.
    func response(to request: Request) throws(Problem) -> Response {
        guard entry.route.methods.contains(request.method) else { throw Problem.method(request.method, found) }
        if request.method == .options {
            var fields: HTTPFields = [.allow: entry.route.allow]
            fields.append(contentsOf: HTTPFields.ofTheMoment)
            return Response(status: .noContent, fields: fields, route: entry.number)
        }
        guard !found.hasTrailingSlash else { throw Problem.moved(to: found.path, found.query) }
        let arguments = try Arguments(found.query, of: entry.parameters)
        let form = try form(of: request, arguments)
        let accepted = try acceptedCodings(of: request)
        let call = Call(found, arguments, authority: request.authority, edition)
        guard case .snapshot = entry.route.lifetime else { return try momentaryResponse(call, form, accepted) }
        return try lastingResponse(to: request, call, form, accepted)
    }

    /// The response of a route whose responses hold for one request alone.
    private func momentaryResponse(
        _ call: Call, _ form: MediaType, _ accepted: AcceptEncodingField
    ) throws(Problem) -> Response {
        var content = try content(call, form, accepted)
        if !entry.isFile { _ = content.compress(for: accepted) }
        var fields = form.fields
        fields.append(contentsOf: HTTPFields.ofTheMoment)
        fields.append(contentsOf: content.fields)
        return Response(status: .ok, fields: fields, body: content.body, route: entry.number)
    }

    /// The response of a route whose responses hold as long as the snapshot stands, with its entity tag.
    private func lastingResponse(
        to request: Request, _ call: Call, _ form: MediaType, _ accepted: AcceptEncodingField
    ) throws(Problem) -> Response {
        let mayCompress = accepted.prefersGzip && entry.isCompressible
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
            let section = form.section.adding(entry.isFile ? [.hasParts] : [])
            return Response(status: .notModified, section: section, entityTag: codedTag, route: entry.number)
        }
        if !call.arguments.isEmpty { call.arguments = try References(store: edition.store).resolve(call.arguments) }
        var content = try content(call, form, accepted)
        if content.isGzip || mayCompress && !entry.isFile && content.compress(for: accepted) { tag = codedTag }
        return Response(
            status: .ok, section: form.section.adding(content.fields), body: content.body, source: content.source,
            entityTag: tag, isCacheable: !entry.route.namesHost, route: entry.number)
    }

    /// The form that the address asks for, else the one that Accept prefers.
    private func form(of request: Request, _ arguments: Arguments) throws(Problem) -> MediaType {
        if let word = arguments[.format] {
            let form = MediaType(word: word)
            guard found.ending == nil || found.ending == form else {
                throw Problem(
                    parameter: "format", "The address ends in another form than format=\(word); give one of them.")
            }
            return form
        }
        if let ending = found.ending { return ending }
        guard let form = AcceptField(request[.accept]).preferred(of: entry.offers) else {
            let offers = entry.offers.map(\.rawValue).joined(separator: ", ")
            throw Problem(
                kind: .notAcceptable,
                detail: "\(Problem.echo(found.path)) is offered as \(offers), which Accept excludes.")
        }
        return form
    }

    /// The content codings that the client accepts, of which one is offered.
    private func acceptedCodings(of request: Request) throws(Problem) -> AcceptEncodingField {
        let accepted = AcceptEncodingField(request[.acceptEncoding])
        guard accepted.acceptsIdentity || accepted.acceptsGzip && entry.isCompressible else {
            let offers =
                !entry.isCompressible ? "without a content coding" : "with the content coding gzip and without one"
            throw Problem(
                kind: .notAcceptable,
                detail: "\(Problem.echo(found.path)) is offered \(offers), which Accept-Encoding excludes.")
        }
        return accepted
    }

    private func content(
        _ call: Call, _ form: MediaType, _ accepted: AcceptEncodingField
    ) throws(Problem) -> Content {
        let store = edition.store
        if form == .markdown, let write = entry.route.markdown {
            return Content(body: Array(try write(call, store, form).utf8))
        }
        switch entry.route.handler {
        case .document(let write):
            call.isWhole = form == .csv || form == .ndjson
            let isVerbatim = Presentation.isVerbatim(form, call.arguments)
            let isIndented = isVerbatim && call.arguments[.pretty]
            let written = form == .jsonLD ? entry.route.linkedData ?? write : write
            let document = try JSONWriter.document(layout: isIndented ? .indented : .compact, within: store.spending) {
                writer throws(Problem) in try written(call, store, &writer)
            }
            if let spending = store.spending { try Problem.check(spending) }
            guard !isVerbatim else { return Content(body: document, fields: call.pageFields) }
            let presentation = Presentation(form: form, answer: entry.route.answer, arguments: call.arguments)
            return Content(body: try presentation.apply(to: document, store), fields: call.pageFields)
        case .file(let write):
            let (body, fields) = try write(call, store, form)
            return Content(body: body, fields: [.hasParts] + fields)
        case .export(let make):
            var file = try make(call, store, form)
            if accepted.prefersGzip {
                file = try call.configuration.spool.gzipped(
                    file, at: call.address + " " + form.rawValue, of: store.snapshot,
                    mustCompress: !accepted.acceptsIdentity)
            }
            let fields = [.hasParts] + file.summary.fields + (file.isGzip ? [.inGzip] : [])
            return Content(body: file.bytes, source: file.source, fields: fields, isGzip: file.isGzip)
        case .page(_, let write):
            return Content(body: Array(try write(call, store, form).utf8))
        }
    }
}

extension Problem {
    /// The problem of a method that a route does not serve.
    fileprivate static func method(_ method: HTTPRequest.Method, _ found: Router.Found) -> Problem {
        let allow = found.entry.route.allow
        return Problem(
            kind: .methodNotAllowed,
            detail: "\(echo(found.path)) is read-only: it answers \(allow), not \(echo(method.rawValue)).",
            fields: [.allow: allow])
    }
}

extension Request {
    /// The value of a field; most requests have none that matters, and need not look.
    subscript(name: HTTPField.Name) -> String? { fields.isEmpty ? nil : fields[name] }

    /// Whether the client says that it holds the representation with the tag, and asks nothing else of it.
    ///
    /// The server compares entity tags in full (RFC 9110 §13.2.2); this is only the common case, known before any query.
    fileprivate func isCurrent(_ tag: String) -> Bool {
        guard !fields.isEmpty, fields[.ifMatch] == nil else { return false }
        return fields[values: .ifNoneMatch].contains {
            EntityTag.isListed(tag.utf8.span, in: $0.utf8.span, isWeak: true)
        }
    }
}
