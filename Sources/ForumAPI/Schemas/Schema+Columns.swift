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

    /// What a column holds, in a sentence: the words of each member on the way to it, the last one first.
    func columnSummary(_ path: ArraySlice<Substring>) -> String {
        guard let (member, rest) = step(path) else { return "" }
        let below = member.schema.columnSummary(rest)
        return below.isEmpty ? member.summary : below + " " + member.summary
    }

    /// Whether a column may hold several values, or values of several things.
    func isRepeated(_ path: ArraySlice<Substring>) -> Bool {
        switch self {
        case .list, .map: true
        case .optional(let schema): schema.isRepeated(path)
        default: step(path).map { $0.member.schema.isRepeated($0.rest) } ?? false
        }
    }

    /// The member that a path begins with, and the rest of it.
    private func step(_ path: ArraySlice<Substring>) -> (member: Member, rest: ArraySlice<Substring>)? {
        if case .list(let schema) = self { return schema.step(path) }
        if case .optional(let schema) = self { return schema.step(path) }
        return members.first { $0.name == path.first.map(String.init) }.map { ($0, path.dropFirst()) }
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
