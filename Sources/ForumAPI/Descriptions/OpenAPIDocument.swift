import ForumStore

/// The description of the interface as OpenAPI 3.1, whose schemas are JSON Schema 2020-12.
struct OpenAPIDocument {
    /// The routes that are described.
    let routes: [Route]
    /// The program's version.
    let version: String
    /// Identifiers that name something, by what they name.
    var examples: [ReferenceKind: String] = [:]

    /// Writes the description.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("openapi", "3.1.0")
            writer.object("info") { writer in
                writer.member("title", "Rostrum")
                writer.member("version", version)
                writer.member("description", Self.conventions)
            }
            writer.array("servers") { writer in writer.object { writer in writer.member("url", "/") } }
            writer.object("paths") { writer in
                for route in routes { path(route, &writer) }
            }
            writer.object("components") { writer in
                writer.object("schemas") { writer in
                    for component in Component.allCases {
                        writer.key(verbatim: component.rawValue)
                        writer.schema(component.schema, summary: component.summary)
                    }
                }
                writer.object("responses") { writer in
                    for refusal in Refusal.allCases {
                        writer.key(verbatim: refusal.rawValue)
                        Self.refusal(refusal.description, &writer)
                    }
                }
            }
        }
    }

    /// What holds for every route.
    private static let conventions =
        "Read-only. Within version 1 members are only ever added: pass over those that you do not know. An unknown "
        + "parameter or value is refused with what is allowed. Offsets into text are UTF-16 units. Every answer that holds "
        + "for the snapshot carries a strong ETag and answers If-None-Match with 304."

    private static func refusal(_ summary: String, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("description", summary)
            writer.object("content") { writer in
                writer.key(verbatim: MediaType.problem.rawValue)
                writer.object { writer in
                    writer.key("schema")
                    writer.schema(.named(.problem))
                }
            }
        }
    }

    // MARK: Routes

    private func path(_ route: Route, _ writer: inout JSONWriter) {
        writer.key(verbatim: route.path.description)
        writer.object { writer in
            writer.object("get") { writer in
                writer.member("operationId", route.name)
                writer.member("summary", route.summary)
                writer.array("parameters") { writer in
                    for name in route.path.captures { capture(name, &writer) }
                    for parameter in route.parameters { writer.parameter(parameter, example: example(of: parameter)) }
                }
                writer.object("responses") { writer in responses(of: route, &writer) }
            }
        }
    }

    private func example(of parameter: Parameter) -> String? {
        if case .reference(let kind) = parameter.domain { examples[kind] } else { nil }
    }

    /// What a capture may be, where that is known to the table.
    private static func words(_ capture: String) -> [String]? {
        capture == "problem" ? ProblemKind.allCases.map(\.rawValue) : nil
    }

    private func capture(_ name: String, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", name)
            writer.member("in", "path")
            writer.member("required", true)
            writer.member("description", "The identifier of the \(name).")
            if let example = ReferenceKind(rawValue: name).flatMap({ examples[$0] }) {
                writer.member("example", example)
            }
            writer.object("schema") { writer in
                writer.member("type", "string")
                if let words = Self.words(name) {
                    writer.array("enum", words)
                } else {
                    writer.member("minLength", 1)
                    writer.member("pattern", JSONWriter.printable)
                }
            }
        }
    }

    private func responses(of route: Route, _ writer: inout JSONWriter) {
        writer.object("200") { writer in
            writer.member("description", route.summary)
            headers(of: route, &writer)
            writer.object("content") { writer in
                for form in route.offers {
                    writer.key(verbatim: form.rawValue)
                    writer.object { writer in
                        writer.key("schema")
                        writer.schema(route.schema(in: form))
                    }
                }
            }
        }
        var refusals = [Refusal.badRequest, .notAcceptable, .unavailable, .refused]
        if case .snapshot = route.lifetime {
            bare("304", "The client holds the representation that If-None-Match names.", &writer)
            refusals.append(.preconditionFailed)
        }
        if route.isFile {
            bare("206", "The part that Range asks for.", &writer)
            refusals.append(.rangeNotSatisfiable)
        }
        if !route.path.captures.isEmpty { refusals.append(.notFound) }
        if route.parameters.contains(where: { $0.domain == .cursor }) { refusals.append(.expiredCursor) }
        for refusal in refusals.sorted(by: { $0.key < $1.key }) {
            writer.key(verbatim: refusal.key)
            writer.object { writer in
                writer.member("$ref", "#/components/responses/\(refusal.rawValue)")
            }
        }
    }
}

extension OpenAPIDocument {
    private func bare(_ status: String, _ description: String, _ writer: inout JSONWriter) {
        writer.key(verbatim: status)
        writer.object { writer in writer.member("description", description) }
    }

    /// The fields of an answer that a client may want to read.
    private func headers(of route: Route, _ writer: inout JSONWriter) {
        var fields: [(name: String, text: String)] = []
        if case .snapshot = route.lifetime {
            fields.append(("ETag", "Tells this representation from every other; for If-None-Match."))
        }
        switch route.answer {
        case .list:
            fields.append(("X-Total-Count", "How many items the list has."))
            fields.append(("Link", "The next page, where there is one (RFC 8288)."))
        case .rows: fields.append(("X-Total-Count", "How many items the file has."))
        case .one, .text, .binary: break
        }
        if route.isFile { fields.append(("Repr-Digest", "The SHA-256 of the whole file (RFC 9530).")) }
        guard !fields.isEmpty else { return }
        writer.object("headers") { writer in
            for field in fields {
                writer.key(verbatim: field.name)
                writer.object { writer in
                    writer.member("description", field.text)
                    writer.object("schema") { writer in writer.member("type", "string") }
                }
            }
        }
    }
}

extension Route {
    /// The schema of an answer in a form.
    func schema(in form: MediaType) -> Schema {
        if form == .jsonLD || form == .linkset { return .foreign }
        guard form == .json else { return .text }
        return switch answer {
        case .one(let schema): schema.members.isEmpty ? schema : .either([schema, .part])
        case .list(let item, let envelope):
            .either([
                envelope.map(Schema.named) ?? .page(of: item), .page(of: .part), .list(item), .list(.part),
            ])
        case .rows(let item): .list(item)
        case .text, .binary: .text
        }
    }
}
