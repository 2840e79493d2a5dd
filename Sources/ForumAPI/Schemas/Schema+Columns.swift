extension Schema {
    /// The columns of a table of such items: the paths of all values, but for the addresses of things that are only
    /// referred to, which their identifiers give.
    var columns: [String] { leaves.filter { !$0.contains(".") || !$0.hasSuffix(".url") } }

    /// The columns that chosen paths make: a path of an object stands for all that is in it.
    func columns(chosen paths: [String]) -> [String] {
        let leaves = leaves
        return paths.flatMap { path -> [String] in
            let below = leaves.filter { $0.hasPrefix(path + ".") }
            return below.isEmpty ? [path] : below
        }
    }

    /// The type that a column has in a table schema; several values in one are a string.
    func columnType(_ path: ArraySlice<Substring>) -> String {
        switch self {
        case .optional(let schema): schema.columnType(path)
        case .integer: "integer"
        case .number: "number"
        case .flag: "boolean"
        case .object, .named, .extended:
            members.first { $0.name == path.first.map(String.init) }?.schema.columnType(path.dropFirst()) ?? "string"
        case .text, .address, .word, .list, .map, .foreign, .either, .part: "string"
        }
    }

    /// The paths of the values that are neither objects with documented members nor arrays of them.
    private var leaves: [String] {
        switch self {
        case .optional(let schema), .list(let schema): schema.leaves
        default:
            members.filter(\.isRequired).flatMap { member in
                let below = member.schema.leaves
                return below.isEmpty ? [member.name] : below.map { "\(member.name).\($0)" }
            }
        }
    }
}
