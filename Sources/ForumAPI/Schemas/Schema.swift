/// What a JSON value of an answer holds.
///
/// The description of the interface, its type declarations, the members that `fields` may name and the columns of CSV all
/// come from these values.
indirect enum Schema: Equatable, Sendable {
    /// A string.
    case text
    /// A string that is a path on this server, percent-encoded.
    case address
    /// One of the strings.
    case word([String])
    /// A whole number.
    case integer
    /// A number.
    case number
    /// `true` or `false`.
    case flag
    /// The value, or `null` where it is absent.
    case optional(Schema)
    /// An array.
    case list(Schema)
    /// An object whose names are data, such as language tags.
    case map(Schema)
    /// An object with the members; a client passes over others, which a later version may add.
    case object([Member])
    /// An object of another standard, which that standard describes.
    case foreign
    /// Any of the values.
    case either([Schema])
    /// An object with only those members of a whole one that `fields` names.
    case part
    /// A schema with a name of its own.
    case named(Component)
    /// A schema with a name of its own and further members.
    case extended(Component, [Member])

    /// A member of an object.
    struct Member: Equatable, Sendable {
        /// The name.
        let name: String
        /// What it holds.
        let schema: Schema
        /// What it is, in a sentence.
        let summary: String
        /// Whether every such object has it.
        let isRequired: Bool
    }

    /// The members of an object, names resolved and absence apart; none for what is no object.
    var members: [Member] {
        switch self {
        case .object(let members): members
        case .optional(let schema): schema.members
        case .named(let component): component.schema.members
        case .extended(let component, let more): component.schema.members + more
        case .text, .address, .word, .integer, .number, .flag, .list, .map, .foreign, .either, .part: []
        }
    }

    /// What kind of thing it is, where that has a name.
    var component: Component? {
        switch self {
        case .named(let component), .extended(let component, _): component
        default: nil
        }
    }

    /// The members of this value and of everything in it as dotted paths (`talk.id`), arrays passed through.
    ///
    /// Of what is in it, only the members that it has anyway.
    var paths: [String] { paths(of: { _ in true }) }

    /// The dotted paths of what every such value has.
    var requiredPaths: [String] { paths(of: \.isRequired) }

    private func paths(of isWanted: (Member) -> Bool) -> [String] {
        switch self {
        case .optional(let schema), .list(let schema): schema.paths(of: isWanted)
        default:
            members.filter(isWanted).flatMap { member in
                [member.name] + member.schema.requiredPaths.map { "\(member.name).\($0)" }
            }
        }
    }
}

extension Schema.Member {
    /// A member that every such object has.
    static func member(_ name: String, _ schema: Schema, _ summary: String) -> Self {
        Self(name: name, schema: schema, summary: summary, isRequired: true)
    }

    /// A member that holds an object of the members.
    static func object(_ name: String, _ summary: String, _ members: Self...) -> Self {
        member(name, .object(members), summary)
    }

    /// A member that holds an object of the members, or `null`.
    static func optionalObject(_ name: String, _ summary: String, _ members: Self...) -> Self {
        member(name, .optional(.object(members)), summary)
    }

    /// A member that holds an array of objects of the members.
    static func objects(_ name: String, _ summary: String, _ members: Self...) -> Self {
        member(name, .list(.object(members)), summary)
    }

    /// A member that an object has only where something asks for it or gives it.
    static func extra(_ name: String, _ schema: Schema, _ summary: String) -> Self {
        Self(name: name, schema: schema, summary: summary, isRequired: false)
    }
}

extension Schema {
    /// The envelope of a list of such items.
    static func page(of item: Schema) -> Schema {
        .object([
            .member("data", .list(item), "The items of this page."),
            .member("page", .named(.page), "Where the page stands in the list."),
            Component.snapshot,
            .extra(
                "facets", .map(.list(.named(.facetCount))),
                "Where facet asks for them: by field, the most frequent values first."),
        ])
    }
}
