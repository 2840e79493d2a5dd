extension Guide {
    /// The parameters of a route, a filter together with its operators.
    static func parameters(of route: Route) -> String {
        let filters = route.parameters.filter { !$0.name.contains("__") }
        guard !filters.isEmpty else { return "" }
        let entries = filters.map { filter in
            entry(filter, operators: route.parameters.filter { $0.name.hasPrefix(filter.name + "__") })
        }
        return "<h4>Parameters</h4>\n<dl>\n\(entries.joined(separator: "\n"))\n</dl>\n"
    }

    private static func entry(_ parameter: Parameter, operators: [Parameter]) -> String {
        let notes = [
            parameter.isRequired ? "Required." : nil, parameter.isRepeatable ? "May be repeated." : nil,
            parameter.initial.map { "Without it: \($0)." },
        ].compactMap(\.self)
        let text = ([parameter.summary] + notes).joined(separator: " ").htmlEscaped
        let further =
            operators.isEmpty
            ? "" : "<br>With operators: " + operators.map { "<code>\($0.name)</code>" }.joined(separator: ", ") + "."
        return "<dt><code>\(parameter.name)</code>: \(values(parameter.domain))</dt><dd>\(text)\(further)</dd>"
    }

    /// The most words that stand in a line; more are folded away.
    private static let shownWords = 12

    private static func values(_ domain: Parameter.Domain) -> String {
        switch domain {
        case .integer(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .word(let words): list(words, "one of")
        case .words(let words): list(words, "some of")
        case .flag: "1 or 0"
        case .reference(let kind): "the identifier of a thing: \(kind.rawValue)"
        case .text: "text"
        case .language: "a BCP 47 tag"
        case .cursor: "the page.next of a page"
        }
    }

    private static func list(_ words: [String], _ intro: String) -> String {
        let names = words.map { "<code>\($0.htmlEscaped)</code>" }.joined(separator: ", ")
        guard words.count > shownWords else { return "\(intro) \(names)" }
        return "\(intro) <details><summary>\(words.count) words</summary>\(names)</details>"
    }
}
