import ArgumentParser
import ForumStore
import Proceedings

/// `rostrum search`: the passages that match a query, without a server.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Search the passages, without a server.",
        discussion: """
            Words must all be found; '"a phrase"' is meant as it stands; -word leaves passages out. On a terminal what was \
            found is bold; NO_COLOR prevents it.
            """)

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("How many passages to show at most.", valueName: "count"))
    var limit = 10

    @Option(help: ArgumentHelp("Only in this event.", valueName: "id"))
    var event: String?

    @Option(help: ArgumentHelp("Only in this talk.", valueName: "id"))
    var talk: String?

    @Option(help: ArgumentHelp("Only what this person says.", valueName: "id"))
    var panelist: String?

    @Option(help: ArgumentHelp("Only where this topic is mentioned.", valueName: "id"))
    var topic: String?

    @Flag(help: "Print the response of /v1/search, as JSON.")
    var json = false

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("The words to search for.", valueName: "query"))
    var query: [String]

    func validate() throws {
        // `-word` is a part of the query, a slip in an option is none.
        guard let slip = query.first(where: { $0.hasPrefix("--") && $0.count > 2 }) else { return }
        throw ValidationError("Unknown option '\(slip)'")
    }

    func run() throws {
        let query = query.joined(separator: " ")
        if let refusal = StoreReader.refusal(of: query) {
            throw CommandFailure(status: .usage, message: refusal.sentence)
        }
        let reader = try Listing(options).reader
        let filters = try resolvedFilters(reader)
        if json { return try printResponse(query, filters, reader) }
        let highlighter = SearchHighlighter(isColoured: Terminal.drawsColour)
        var lines: [String] = []
        var shown = 0
        let result: SearchResult
        do throws(StoreError) {
            let filter = Filter(filters.map { Filter.Term($0.field, .equal, [.text($0.value)]) })
            result = try reader.search(
                SearchRequest(query, filter: filter, limit: max(0, limit))
            ) { row, hit throws(StoreError) in
                if shown > 0 { lines.append("") }
                shown += 1
                let place = try Self.place(of: row)
                lines += [highlighter.heading(row.id.string, place), "    " + highlighter.snippet(of: hit)]
            }
        } catch {
            throw CommandFailure(error)
        }
        if let meant = result.didYouMean { Terminal.print("nothing says \(query); searched for \(meant)\n") }
        lines.forEach(Terminal.print)
        if shown > 0 { Terminal.print("") }
        let noun = result.total == 1 ? "passage" : "passages"
        Terminal.print(
            shown < result.total
                ? "\(shown) of \(result.total) \(noun); --limit \(result.total) shows all" : "\(result.total) \(noun)")
    }

    /// The filters with identifiers in place of names, as the API takes them; one that names nothing, or several things, is
    /// refused, because an empty list would hide the mistake.
    private func resolvedFilters(_ reader: StoreReader) throws(CommandFailure) -> [(field: PassageField, value: String)]
    {
        var resolved = filters
        for (index, filter) in filters.enumerated() {
            guard case .reference(let kind) = filter.field.valueType else { continue }
            let option = "--\(filter.field.rawValue) \(filter.value)"
            let found: [String]
            do throws(StoreError) {
                found =
                    try reader.contains(kind, filter.value)
                    ? [filter.value] : try reader.identifiers(of: kind, named: filter.value, limit: Self.shownNames)
            } catch {
                throw CommandFailure(error)
            }
            switch found.count {
            case 1: resolved[index].value = found[0]
            case 0:
                throw CommandFailure(status: .usage, message: "\(option): there is no such \(filter.field.rawValue)")
            default:
                throw CommandFailure(
                    status: .usage, message: "\(option): several have this name: \(found.joined(separator: ", "))")
            }
        }
        return resolved
    }

    /// How many things of one name an error lists.
    private static let shownNames = 10

    /// What the search is narrowed to.
    private var filters: [(field: PassageField, value: String)] {
        [(PassageField.event, event), (.talk, talk), (.panelist, panelist), (.topic, topic)]
            .compactMap { field, value in value.map { (field, $0) } }
    }

    /// Who speaks, in which talk, and where it is printed.
    private static func place(of row: borrowing PassageRow) throws(StoreError) -> String {
        let talk = try row.talk.read { talk in
            let label = [talk.kindLabel.string, talk.ordinal.map(String.init) ?? ""].filter { !$0.isEmpty }
            return talk.title.optionalString ?? label.joined(separator: " ")
        }
        var parts = [try row.panelist.read { $0.name.string }, talk].compactMap(\.self).filter { !$0.isEmpty }
        try row.forEachSpan { span throws(StoreError) in
            let place = PrintedPlace(
                page: span.page, printedPage: span.printedPage.optionalString, lines: span.lines)
            parts.append(place.text)
        }
        return parts.joined(separator: " · ")
    }

    /// Prints what the server would return.
    private func printResponse(
        _ query: String, _ filters: [(field: PassageField, value: String)], _ reader: StoreReader
    ) throws(CommandFailure) {
        let items = [(name: "q", value: query), (name: "limit", value: String(limit)), (name: "pretty", value: "1")]
        let all = items + filters.map { (name: $0.field.rawValue, value: $0.value) }
        Terminal.print(try LocalInterface(reader).body(["v1", "search"], all))
    }
}

/// Draws hits for a terminal, or plainly for anything else.
struct SearchHighlighter {
    let isColoured: Bool

    /// The line above a hit's text.
    func heading(_ id: String, _ place: String) -> String {
        isColoured ? "\u{1B}[36m\(id)\u{1B}[0m  \(place)" : "\(id)  \(place)"
    }

    /// The part of a passage that is shown, what was found in bold, `…` where something is left out.
    func snippet(of hit: SearchHit) -> String {
        let units = Array(hit.snippet.utf16)
        var text = hit.snippetStart > 0 ? "… " : ""
        var end = 0
        for match in hit.matches {
            let start = match.lowerBound - hit.snippetStart
            guard start >= end, match.upperBound - hit.snippetStart <= units.count else { continue }
            text += String(decoding: units[end..<start], as: UTF16.self)
            end = match.upperBound - hit.snippetStart
            let found = String(decoding: units[start..<end], as: UTF16.self)
            text += isColoured ? "\u{1B}[1;33m\(found)\u{1B}[0m" : found
        }
        text += String(decoding: units[end...], as: UTF16.self)
        return hit.isCutShort ? text + " …" : text
    }
}

extension SearchRefusal {
    /// What is wrong with the query, in a line.
    fileprivate var sentence: String {
        switch self {
        case .nothingToSeek: "the query holds no letter, digit or syllable that could be sought"
        case .tooLong: "the query has more than \(StoreLimits.standard.queryLength) characters"
        case .tooManyWords: "the query has more than \(StoreLimits.standard.queryWords) words"
        }
    }
}
