import ForumStore

/// Puts what `include` asks for into an answer.
struct Includer {
    private let store: StoreReader
    /// How many things are too many.
    private let limit: Int
    /// What was read already: many passages are of one talk.
    private var known: [String: JSONTree] = [:]
    /// How many things were added so far.
    private var added = 0

    /// Makes an includer that reads from a store.
    init(store: StoreReader, limit: Int = Limits.includedThings) {
        self.store = store
        self.limit = limit
    }

    /// The thing, or each of an array's, with what the dotted paths name.
    mutating func including(
        _ paths: [String], in tree: JSONTree, of component: Component
    ) throws(Problem) -> JSONTree {
        try including(paths, in: [tree], of: component)[0]
    }

    /// Things, or arrays of them, with what the paths name, level by level: what a level adds is counted before any of it is
    /// read.
    private mutating func including(
        _ paths: [String], in trees: [JSONTree], of component: Component
    ) throws(Problem) -> [JSONTree] {
        var things = trees.flatMap(\.things)
        for inclusion in Inclusion.all(of: component) {
            let prefix = inclusion.name + "."
            let below = paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
            guard !below.isEmpty || paths.contains(inclusion.name) else { continue }
            try count(things.reduce(0) { $0 + inclusion.additions(to: $1) })
            var values: [JSONTree] = []
            for thing in things { values.append(try value(of: inclusion, component, in: thing)) }
            if !below.isEmpty { values = try including(below, in: values, of: inclusion.component) }
            things = zip(things, values).map { $0.setting(inclusion.name, to: $1) }
        }
        var rest = things[...]
        return trees.map { tree in
            switch tree {
            case .scalar: tree
            case .object: rest.removeFirst()
            case .array(let elements): .array(elements.map { _ in rest.removeFirst() })
            }
        }
    }

    private mutating func value(
        of inclusion: Inclusion, _ owner: Component, in thing: JSONTree
    ) throws(Problem) -> JSONTree {
        if let present = thing[inclusion.name] {
            return inclusion.kind == .whole ? try completed(present, inclusion.component) : present
        }
        guard let id = thing["id"]?.text else {
            preconditionFailure("a \(owner.rawValue) has no id")
        }
        guard inclusion.kind == .list else {
            guard let detail = try whole(owner, id)[inclusion.name] else {
                preconditionFailure("a \(owner.rawValue) that stands alone has no \(inclusion.name)")
            }
            return detail
        }
        var writer = JSONWriter(within: store.spending)
        try Problem.reading { () throws(StoreError) in
            try writer.array { writer throws(StoreError) in
                try inclusion.component.write(of: owner, id, store, to: &writer)
            }
        }
        return try tree(writer)
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
            let names = Set(members.map(\.name))
            return .object(members + more.filter { !names.contains($0.name) })
        }
    }

    private mutating func whole(_ component: Component, _ id: String) throws(Problem) -> JSONTree {
        let key = "\(component.rawValue) \(id)"
        if let tree = known[key] { return tree }
        var writer = JSONWriter(within: store.spending)
        let isThere = try Problem.reading { () throws(StoreError) in try component.write(id, store, to: &writer) }
        guard isThere else {
            throw Problem(.inconsistentCorpus(detail: "\(key) is referred to and is missing"))
        }
        let tree = try tree(writer)
        known[key] = tree
        return tree
    }

    /// What was written; what is too long is no document.
    private func tree(_ writer: consuming JSONWriter) throws(Problem) -> JSONTree {
        let document = writer.finish()
        if let spending = store.spending { try Problem.check(spending) }
        return JSONTree(document)
    }

    private mutating func count(_ things: Int) throws(Problem) {
        added += things
        guard added < limit else {
            let detail =
                "include would add \(limit) things or more to this answer; ask for fewer items by limit."
            throw Problem(parameter: "include", detail)
        }
    }
}

extension Inclusion {
    /// How many things are added to a thing, by what it says itself.
    fileprivate func additions(to thing: JSONTree) -> Int {
        let present = thing[name]
        return switch kind {
        case .whole: present?.things.count ?? 0
        case .list: present == nil ? thing["counts"]?[name]?.text.flatMap { Int($0) } ?? 0 : 0
        case .detail: 0
        }
    }
}

extension JSONTree {
    /// The object, or those of an array.
    fileprivate var things: [JSONTree] {
        switch self {
        case .scalar: []
        case .object: [self]
        case .array(let elements): elements
        }
    }

    /// The object with a value for a member, which is added where it is missing.
    fileprivate func setting(_ name: String, to value: JSONTree) -> JSONTree {
        guard case .object(var members) = self else { return self }
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index].value = value
        } else {
            members.append((name, value))
        }
        return .object(members)
    }
}
