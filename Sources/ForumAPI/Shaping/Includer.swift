import ForumStore

/// Puts what `include` asks for into an answer.
struct Includer {
    private let store: StoreReader
    /// What was read already: many passages are of one talk.
    private var known: [String: JSONTree] = [:]
    /// How many things were added so far.
    private var added = 0

    /// Makes an includer that reads from a store.
    init(store: StoreReader) {
        self.store = store
    }

    /// The thing, or each of an array's, with what the dotted paths name.
    mutating func including(
        _ paths: [String], in tree: JSONTree, of component: Component
    ) throws(Problem) -> JSONTree {
        switch tree {
        case .scalar: return tree
        case .array(let elements):
            var all: [JSONTree] = []
            for element in elements { all.append(try including(paths, in: element, of: component)) }
            return .array(all)
        case .object(var members):
            for inclusion in Inclusion.all(of: component) {
                let prefix = inclusion.name + "."
                let below = paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
                guard !below.isEmpty || paths.contains(inclusion.name) else { continue }
                var value = try value(of: inclusion, component, in: members)
                value = try including(below, in: value, of: inclusion.component)
                if let index = members.firstIndex(where: { $0.name == inclusion.name }) {
                    members[index].value = value
                } else {
                    members.append((inclusion.name, value))
                }
            }
            return .object(members)
        }
    }

    private mutating func value(
        of inclusion: Inclusion, _ owner: Component, in members: [(name: String, value: JSONTree)]
    ) throws(Problem) -> JSONTree {
        if let present = members.first(where: { $0.name == inclusion.name })?.value {
            return inclusion.kind == .whole ? try completed(present, inclusion.component) : present
        }
        guard let id = members.first(where: { $0.name == "id" })?.value.text else {
            preconditionFailure("a \(owner.rawValue) has no id")
        }
        guard inclusion.kind == .list else {
            guard let detail = try whole(owner, id)[inclusion.name] else {
                preconditionFailure("a \(owner.rawValue) that stands alone has no \(inclusion.name)")
            }
            return detail
        }
        var writer = JSONWriter()
        try Problem.reading { () throws(StoreError) in
            try writer.array { writer throws(StoreError) in
                try inclusion.component.write(of: owner, id, store, to: &writer)
            }
        }
        let list = JSONTree(writer.finish())
        try count(list.elements.count)
        return list
    }

    /// References with the members of the whole things added to their own.
    private mutating func completed(_ tree: JSONTree, _ component: Component) throws(Problem) -> JSONTree {
        switch tree {
        case .scalar: return tree
        case .array(let elements):
            var all: [JSONTree] = []
            for element in elements { all.append(try completed(element, component)) }
            return .array(all)
        case .object(let members):
            guard let id = tree["id"]?.text, case .object(let more) = try whole(component, id) else { return tree }
            try count(1)
            let names = Set(members.map(\.name))
            return .object(members + more.filter { !names.contains($0.name) })
        }
    }

    private mutating func whole(_ component: Component, _ id: String) throws(Problem) -> JSONTree {
        let key = "\(component.rawValue) \(id)"
        if let tree = known[key] { return tree }
        var writer = JSONWriter()
        let isThere = try Problem.reading { () throws(StoreError) in try component.write(id, store, to: &writer) }
        guard isThere else {
            throw Problem(.inconsistentCorpus(detail: "\(key) is referred to and is missing"))
        }
        let tree = JSONTree(writer.finish())
        known[key] = tree
        return tree
    }

    private mutating func count(_ things: Int) throws(Problem) {
        added += things
        guard added < Limits.includedThings else {
            let detail =
                "include would add \(Limits.includedThings) things or more to this answer; ask for fewer items by limit."
            throw Problem(parameter: "include", detail)
        }
    }
}
