import ForumStore
import Proceedings

/// What `include` may add to a thing: the members of something it refers to, or a list of what belongs to it.
struct Inclusion {
    /// How the addition is made.
    enum Kind {
        /// The references in the member get the members of the whole things; what they say themselves stays.
        case whole
        /// The member is added where it is missing, as an array of things.
        case list(@Sendable (_ owner: String, StoreReader, inout JSONWriter) throws(StoreError) -> Void)
        /// The member is added where it is missing, as the thing has it where it stands alone.
        case detail
    }

    /// The member.
    let name: String
    /// What the member holds, or holds an array of.
    let component: Component
    let kind: Kind

    /// What can be added to things of a kind.
    static func all(of component: Component) -> [Inclusion] {
        switch component {
        case .event:
            [
                Inclusion(
                    name: "talks", component: .talk,
                    kind: .list { id, store, writer throws(StoreError) in
                        _ = try store.talks(.init(filter: .only(.event, id), limit: Limits.includedThings)) {
                            row throws(StoreError) in try writer.talk(row)
                        }
                    }),
                Inclusion(
                    name: "panelists", component: .panelist,
                    kind: .list { id, store, writer throws(StoreError) in
                        _ = try store.panelists(.init(filter: .only(.event, id), limit: Limits.includedThings)) {
                            row throws(StoreError) in try writer.panelist(row)
                        }
                    }),
            ]
        case .talk:
            [
                Inclusion(name: "event", component: .event, kind: .whole),
                Inclusion(name: "source", component: .source, kind: .whole),
                Inclusion(name: "panelists", component: .panelist, kind: .whole),
                Inclusion(name: "topics", component: .topic, kind: .whole),
                Inclusion(name: "sections", component: .section, kind: .detail),
                Inclusion(
                    name: "passages", component: .passage,
                    kind: .list { id, store, writer throws(StoreError) in
                        _ = try store.passages(.init(filter: .only(.talk, id), limit: Limits.includedThings)) {
                            row throws(StoreError) in try writer.passage(row)
                        }
                    }),
            ]
        case .panelist:
            [
                Inclusion(
                    name: "talks", component: .talk,
                    kind: .list { id, store, writer throws(StoreError) in
                        _ = try store.talks(.init(filter: .only(.panelist, id), limit: Limits.includedThings)) {
                            row throws(StoreError) in try writer.talk(row)
                        }
                    })
            ]
        case .topic:
            [
                Inclusion(name: "broader", component: .topic, kind: .whole),
                Inclusion(name: "talks", component: .topicTalk, kind: .detail),
            ]
        case .passage:
            [
                Inclusion(name: "talk", component: .talk, kind: .whole),
                Inclusion(name: "event", component: .event, kind: .whole),
                Inclusion(name: "panelist", component: .panelist, kind: .whole),
                Inclusion(name: "topics", component: .topic, kind: .whole),
                Inclusion(name: "previous", component: .passage, kind: .whole),
                Inclusion(name: "next", component: .passage, kind: .whole),
            ]
        case .source: [Inclusion(name: "event", component: .event, kind: .whole)]
        default: []
        }
    }

    /// The dotted paths that can be included in things of a kind, with what each leads to.
    static func paths(
        of component: Component, depth: Int = Limits.includeDepth
    ) -> [(path: String, component: Component)] {
        guard depth > 0 else { return [] }
        return all(of: component).flatMap { inclusion in
            [(inclusion.name, inclusion.component)]
                + paths(of: inclusion.component, depth: depth - 1).map {
                    ("\(inclusion.name).\($0.path)", $0.component)
                }
        }
    }
}

extension Component {
    /// Writes the whole thing with an identifier, as it stands alone; nothing where there is none.
    fileprivate func write(_ id: String, _ store: StoreReader, to writer: inout JSONWriter) throws(StoreError) {
        switch self {
        case .event: try store.event(.init(id)) { row throws(StoreError) in try writer.event(row) }
        case .talk:
            try store.talk(.init(id)) { row throws(StoreError) in
                let sections = row.sectionCount
                try writer.talk(row) { writer throws(StoreError) in
                    try writer.sections(of: .init(id), count: sections, store)
                }
            }
        case .panelist: try store.panelist(.init(id)) { row throws(StoreError) in try writer.panelist(row) }
        case .topic:
            try store.topic(.init(id)) { row throws(StoreError) in
                try writer.topic(row) { writer throws(StoreError) in try writer.talks(of: row) }
            }
        case .passage: try store.passage(.init(id)) { row throws(StoreError) in try writer.passage(row) }
        case .source: try store.source(.init(id)) { row throws(StoreError) in try writer.source(row) }
        default: break
        }
    }
}

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
        let present = members.first { $0.name == inclusion.name }?.value
        let id = members.first { $0.name == "id" }?.value.text ?? ""
        switch inclusion.kind {
        case .whole: return try completed(present ?? .array([]), inclusion.component)
        case .detail:
            if let present { return present }
            return try whole(owner, id)[inclusion.name] ?? .array([])
        case .list(let read):
            if let present { return present }
            var writer = JSONWriter()
            try Problem.reading { () throws(StoreError) in
                try writer.array { writer throws(StoreError) in try read(id, store, &writer) }
            }
            let list = JSONTree(writer.finish())
            try count(list.elements.count)
            return list
        }
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
        try Problem.reading { () throws(StoreError) in try component.write(id, store, to: &writer) }
        let tree = JSONTree(writer.finish())
        known[key] = tree
        return tree
    }

    private mutating func count(_ things: Int) throws(Problem) {
        added += things
        guard added < Limits.includedThings else {
            let detail =
                "include would add \(Limits.includedThings) things or more to this answer; ask for fewer items by limit."
            throw Problem(
                kind: .invalidParameter, detail: detail, errors: [.init(parameter: "include", detail: detail)])
        }
    }
}
