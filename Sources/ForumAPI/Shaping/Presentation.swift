import ForumStore

/// The form in which a JSON answer is given: whole or in part, as an envelope, an array, lines or a table.
struct Presentation {
    /// The media type.
    let form: MediaType
    /// What the answer holds.
    let answer: Answer
    /// What the request asks for.
    let arguments: Arguments

    /// Whether an answer of that form is given as its handler writes it.
    static func isVerbatim(_ form: MediaType, _ arguments: Arguments) -> Bool {
        form == .jsonLD || form == .linkset
            || form == .json
                && (arguments.isEmpty
                    || !arguments.gives(.fields) && !arguments.gives(.include) && !arguments.gives(.lang)
                        && !arguments.asksForArray)
    }

    private var paths: [String] { arguments[.fields] }

    /// Brings an answer, written without white space, into the form.
    func apply(to document: [UInt8], _ store: StoreReader) throws(Problem) -> [UInt8] {
        let tree = try renamed(included(in: JSONTree(document), store), store)
        let selection = FieldSelection(paths)
        guard case .list(let item, _) = answer else { return json(selection.of(tree), store) }
        guard let items = tree["data"]?.elements else { preconditionFailure("a list has no data") }
        switch form {
        case .ndjson: return Self.lines(items.map(selection.of), within: store.spending)
        case .csv:
            var table = CSVWriter(
                columns: paths.isEmpty ? item.columns : item.columns(chosen: paths),
                cells: arguments[.cells], isSafe: arguments[.csvSafe], hasMark: arguments[.bom])
            for item in items { table.row(item) }
            return table.bytes
        default:
            let chosen = JSONTree.array(items.map(selection.of))
            guard arguments.asksForArray else { return json(tree.replacing("data", with: chosen), store) }
            return json(chosen, store)
        }
    }

    /// The answer with what `include` adds to it.
    private func included(in tree: JSONTree, _ store: StoreReader) throws(Problem) -> JSONTree {
        let paths = arguments[.include]
        guard !paths.isEmpty else { return tree }
        var includer = Includer(store: store)
        switch answer {
        case .one(let schema):
            guard let component = schema.component else { return tree }
            return try includer.including(paths, in: tree, of: component)
        case .list(let item, _):
            guard let component = item.component, let items = tree["data"] else { return tree }
            return tree.replacing("data", with: try includer.including(paths, in: items, of: component))
        case .rows, .text, .binary: return tree
        }
    }

    /// The answer with topics named in the language that `lang` asks for.
    private func renamed(_ tree: JSONTree, _ store: StoreReader) throws(Problem) -> JSONTree {
        guard let tag = arguments[.lang],
            let language = try Problem.reading({ () throws(StoreError) in try store.language(nearest: tag) })
        else { return tree }
        var names = TopicNames(language: language, store: store)
        return try Problem.reading { () throws(StoreError) in try names.naming(tree) }
    }

    /// Items as lines of JSON.
    private static func lines(_ items: [JSONTree], within spending: Spending?) -> [UInt8] {
        var bytes: [UInt8] = []
        for item in items {
            if let spending, spending.exceeds(bytes: bytes.count) { break }
            var writer = JSONWriter(capacity: 2048)
            writer.tree(item)
            bytes += writer.finish()
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    private func json(_ tree: JSONTree, _ store: StoreReader) -> [UInt8] {
        var writer = JSONWriter(layout: arguments[.pretty] ? .indented : .compact, within: store.spending)
        writer.tree(tree)
        return writer.finish()
    }
}

extension Arguments {
    /// Whether a list's items are to be given alone; routes without a list have no such parameter.
    fileprivate var asksForArray: Bool { values(of: ParameterKey.shape.name).first == ListShape.array.rawValue }
}

extension JSONTree {
    /// The object with another value for a member.
    fileprivate func replacing(_ name: String, with value: JSONTree) -> JSONTree {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.name == name ? (name, value) : $0 })
    }
}
