/// How several values stand in one cell of a table.
enum CellForm: String, CaseIterable {
    /// Joined by `; `, each in its place.
    case text
    /// As a JSON array or object.
    case json
}

/// The content of a cell: what a dotted path leads to in an item.
///
/// Paths through the same arrays have the same places in every column: an absent value leaves its place empty. A value that
/// could be taken for several, or for an absent one, stands in double quotes, those in it doubled, as a field of CSV does.
struct CSVCell {
    private static let separator = "; "

    private let value: JSONTree

    /// Finds what a path leads to.
    init(_ item: JSONTree, at path: ArraySlice<String>) {
        value = Self.value(item, path)
    }

    /// The content, of one text that text as it is; `nil` where there is no value.
    func text(_ form: CellForm) -> String? {
        switch (value, form) {
        case (.scalar, _): return value.text
        case (_, .text):
            let text = Self.joined(value)
            return text.isEmpty ? nil : text
        case (_, .json):
            var writer = JSONWriter()
            writer.tree(value)
            return String(decoding: writer.finish(), as: UTF8.self)
        }
    }

    private static func value(_ tree: JSONTree, _ path: ArraySlice<String>) -> JSONTree {
        guard let name = path.first else { return tree }
        switch tree {
        case .array(let elements): return .array(elements.map { value($0, path) })
        case .object: return tree[name].map { value($0, path.dropFirst()) } ?? .null
        case .scalar: return .null
        }
    }

    private static func joined(_ value: JSONTree) -> String {
        switch value {
        case .scalar: value.text ?? ""
        case .array(let elements): elements.map(slot).joined(separator: separator)
        // An object whose names are data.
        case .object(let members):
            members.map { slot(JSONTree(text: "\($0.name): \(joined($0.value))")) }.joined(separator: separator)
        }
    }

    /// A value as one of several.
    private static func slot(_ value: JSONTree) -> String {
        let text = joined(value)
        if case .scalar = value, value.text == nil { return "" }
        guard text.isEmpty || text.contains(where: { $0 == ";" || $0 == "\"" }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
