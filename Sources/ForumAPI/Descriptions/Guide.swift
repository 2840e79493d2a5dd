import ForumStore

/// The description of the interface for people: one page without scripts and without anything from elsewhere, made from the
/// table that serves.
struct Guide {
    /// The routes that are described.
    let routes: [Route]

    /// The page.
    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Rostrum: the HTTP interface</title>
        <style>\(Self.style)</style>
        </head>
        <body>
        <a class="skip" href="#addresses">To the addresses</a>
        <header>
        <h1>The HTTP interface</h1>
        <p>Version 1, read-only. The same as <a href="/openapi.json">OpenAPI 3.1</a> and as
        <a href="/types.d.ts">types for TypeScript</a>.</p>
        </header>
        <nav aria-label="Contents">
        <ul>
        <li><a href="#conventions">Conventions</a></li>
        <li><a href="#addresses">Addresses</a></li>
        <li><a href="#objects">Objects</a></li>
        <li><a href="#problems">Problems</a></li>
        </ul>
        </nav>
        <main>
        <h2 id="conventions">Conventions</h2>
        <ul>
        \(Self.conventions.map { "<li>\($0.htmlEscaped)</li>" }.joined(separator: "\n"))
        </ul>
        <h2 id="addresses">Addresses</h2>
        <ul>
        \(routes.map { "<li><a href=\"#\($0.name)\"><code>\($0.path.description.htmlEscaped)</code></a></li>" }
            .joined(separator: "\n"))
        </ul>
        \(routes.map(Self.section).joined(separator: "\n"))
        <h2 id="objects">Objects</h2>
        \(Component.allCases.map(Self.section).joined(separator: "\n"))
        <h2 id="problems">Problems</h2>
        <p>An error is <code>application/problem+json</code> (RFC 9457); its type is one of these addresses.</p>
        <dl>
        \(ProblemKind.allCases.map(Self.entry).joined(separator: "\n"))
        </dl>
        </main>
        </body>
        </html>

        """
    }

    private static let conventions = [
        "A list is {\"data\": […], \"page\": {limit, total, next, next_url}, \"snapshot\"}; total is exact. One thing is "
            + "the bare object.",
        "What is absent is null, an array always an array. Pass over members that you do not know: more may come.",
        "A reference is {id, name, url}; its url answers with the whole. include puts more into an answer and changes "
            + "nothing that is there without it.",
        "A repeated parameter means or, different ones mean and.",
        "Filters take operators after two underscores: __ne leaves out, __gte and __lte bound, __contains and __startswith "
            + "compare a part of a text, __isnull=1 keeps what has no value.",
        "An unknown parameter or value is refused with what is allowed and the nearest spelling.",
        "Hangul may stand in an address as it is or percent-encoded, in NFC or NFD.",
        "Offsets into text are UTF-16 units, as JavaScript's slice takes them.",
        "limit with cursor or offset pages; page.next_url is the next page. A cursor lasts as long as the snapshot.",
        "A list comes as JSON, NDJSON or CSV: by Accept, by the ending of the address, or by format.",
        "Answers carry a strong ETag; If-None-Match gets 304.",
    ]

    private static let style = """
        :root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}\
        code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}dd{margin:0 0 .5rem 1.5rem}summary{cursor:pointer}\
        section{border-top:1px solid #8886}.skip{left:-99rem;position:absolute}.skip:focus{position:static}
        """

    // MARK: Addresses

    private static func section(_ route: Route) -> String {
        let forms = route.offers.map { "<code>\($0.rawValue)</code>" }.joined(separator: ", ")
        return """
            <section>
            <h3 id="\(route.name)"><code>\(route.path.description.htmlEscaped)</code></h3>
            <p>\(route.summary.htmlEscaped) Forms: \(forms).</p>
            \(answer(route.answer))\(parameters(of: route))
            </section>
            """
    }

    private static func answer(_ answer: Answer) -> String {
        switch answer {
        case .one(let schema): "<p>Answers with:</p>\n" + members(schema)
        case .list(let item, _): "<p>Answers with a list, of which each item is:</p>\n" + members(item)
        case .rows(let item): "<p>Answers with all items, of which each is:</p>\n" + members(item)
        case .text: ""
        case .binary(let form): "<p>Answers with a file of the form <code>\(form.rawValue)</code>.</p>"
        }
    }

    // MARK: Objects

    private static func section(_ component: Component) -> String {
        """
        <section>
        <h3 id="\(component.rawValue)">\(component.rawValue)</h3>
        <p>\(component.summary.htmlEscaped)</p>
        \(members(component.schema))
        </section>
        """
    }

    private static func members(_ schema: Schema) -> String {
        if case .named = schema { return "<p>\(phrase(schema))</p>\n" }
        guard !schema.members.isEmpty else { return "<p>\(phrase(schema))</p>\n" }
        let entries = schema.members.map { member in
            let isOptional = member.isRequired ? "" : " (only where asked for)"
            return "<dt><code>\(member.name)</code>: \(phrase(member.schema))\(isOptional)</dt>"
                + "<dd>\(member.summary.htmlEscaped)\(nested(member.schema))</dd>"
        }
        return "<dl>\n\(entries.joined(separator: "\n"))\n</dl>\n"
    }

    /// The members of an object without a name of its own, in arrays too.
    private static func nested(_ schema: Schema) -> String {
        switch schema {
        case .optional(let schema), .list(let schema), .map(let schema): nested(schema)
        case .object, .extended: members(schema)
        default: ""
        }
    }

    private static func phrase(_ schema: Schema) -> String {
        switch schema {
        case .text: "string"
        case .address: "address"
        case .word(let words): words.map { "<code>\($0.htmlEscaped)</code>" }.joined(separator: " or ")
        case .integer: "whole number"
        case .number: "number"
        case .flag: "true or false"
        case .optional(let schema): phrase(schema) + " or null"
        case .list(let schema): "array of " + phrase(schema)
        case .map(let schema): "object whose names are data, of " + phrase(schema)
        case .object, .extended: "object"
        case .foreign: "object of another standard"
        case .either(let schemas): schemas.map(phrase).joined(separator: " or ")
        case .part: "object with the members that fields names"
        case .named(let component): "<a href=\"#\(component.rawValue)\">\(component.rawValue)</a>"
        }
    }

    private static func entry(_ kind: ProblemKind) -> String {
        "<dt><a href=\"\(kind.address)\"><code>\(kind.address)</code></a>: \(kind.title.htmlEscaped) (\(kind.status.code))</dt>"
            + "<dd>\(kind.explanation.htmlEscaped)</dd>"
    }
}
