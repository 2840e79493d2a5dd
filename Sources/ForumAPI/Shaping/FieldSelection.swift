/// The members of an item that an answer is to hold, by their dotted paths.
struct FieldSelection: Equatable {
    /// The members with what is chosen of each; everything where nothing is.
    private var members: [String: FieldSelection] = [:]

    /// Makes a selection; a path with a longer one below it chooses the whole.
    init(_ paths: [String]) {
        for path in paths.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            add(path.split(separator: ".")[...])
        }
    }

    private mutating func add(_ path: ArraySlice<Substring>) {
        guard let name = path.first.map(String.init) else {
            members = [:]
            return
        }
        members[name, default: FieldSelection([])].add(path.dropFirst())
    }

    /// What is chosen of a value; arrays are passed through, and `null` stays.
    func of(_ tree: JSONTree) -> JSONTree {
        guard !members.isEmpty else { return tree }
        switch tree {
        case .scalar: return tree
        case .array(let elements): return .array(elements.map(of))
        case .object(let all):
            return .object(
                all.compactMap { member in
                    members[member.name].map { (member.name, $0.of(member.value)) }
                })
        }
    }
}
