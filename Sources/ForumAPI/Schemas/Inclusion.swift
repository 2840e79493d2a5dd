/// What `include` may add to a thing: the members of something it refers to, or a list of what belongs to it.
struct Inclusion {
    /// How the addition is made.
    enum Kind {
        /// The references in the member get the members of the whole things; what they say themselves stays.
        case whole
        /// The member is added where it is missing, as an array of the things that belong to this one.
        case list
        /// The member is added where it is missing, as the thing has it where it stands alone.
        case detail
    }

    /// The member.
    let name: String
    /// How the member is made.
    let kind: Kind
    /// What the member holds, or holds an array of.
    let component: Component

    private init(_ name: String, _ kind: Kind, _ component: Component) {
        self.name = name
        self.kind = kind
        self.component = component
    }

    /// What can be added to things of a kind.
    static func all(of component: Component) -> [Inclusion] {
        switch component {
        case .event: [Inclusion("talks", .list, .talk), Inclusion("panelists", .list, .panelist)]
        case .talk:
            [
                Inclusion("event", .whole, .event), Inclusion("source", .whole, .source),
                Inclusion("panelists", .whole, .panelist), Inclusion("topics", .whole, .topic),
                Inclusion("sections", .detail, .section), Inclusion("passages", .list, .passage),
            ]
        case .panelist: [Inclusion("talks", .list, .talk)]
        case .topic: [Inclusion("broader", .whole, .topic), Inclusion("talks", .detail, .topicTalk)]
        case .passage:
            [
                Inclusion("talk", .whole, .talk), Inclusion("event", .whole, .event),
                Inclusion("panelist", .whole, .panelist), Inclusion("topics", .whole, .topic),
                Inclusion("previous", .whole, .passage), Inclusion("next", .whole, .passage),
            ]
        case .source: [Inclusion("event", .whole, .event)]
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
