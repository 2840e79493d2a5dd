/// What a list is narrowed to: every term must hold, and a term holds where any of its values does.
public struct Filter<Field: ListField>: Hashable, Sendable {
    /// One condition on one field.
    public struct Term: Hashable, Sendable {
        /// The field.
        public var field: Field
        /// How its value is compared.
        public var comparison: Comparison
        /// The values, of which one is enough; all of them must differ for ``Comparison/notEqual``.
        public var values: [FilterValue]

        /// Makes a condition.
        public init(_ field: Field, _ comparison: Comparison = .equal, _ values: [FilterValue]) {
            self.field = field
            self.comparison = comparison
            self.values = values
        }
    }

    /// The conditions.
    public var terms: [Term]
    /// What a person seeks among the rows, or `nil`; where it has a ``SearchRefusal``, nothing is found.
    public var query: String?
    /// The keys of the rows that the query finds, once they are known.
    var found: [Int64]?

    /// Makes a filter; without terms and query it lets everything through.
    public init(_ terms: [Term] = [], query: String? = nil) {
        self.terms = terms
        self.query = query
    }

    /// Whether it lets everything through.
    var isEmpty: Bool { terms.isEmpty && query == nil && found == nil }

    /// A filter of one field's allowed texts.
    public static func only(_ field: Field, _ values: String...) -> Self {
        Self([Term(field, .equal, values.map(FilterValue.text))])
    }
}

/// How a field's value is compared.
///
/// The raw value is the suffix of the API's parameters (`page__gte`); equality has none.
public enum Comparison: String, CaseIterable, Sendable {
    /// Equal to the value.
    case equal = ""
    /// Different from every value; absent values differ from everything.
    case notEqual = "ne"
    /// At least the value; texts by their UTF-8 bytes.
    case atLeast = "gte"
    /// At most the value.
    case atMost = "lte"
    /// Contains the text, exactly.
    case contains = "contains"
    /// Begins with the text, exactly.
    case startsWith = "startswith"
    /// Whether there is no value.
    case isNull = "isnull"
}

/// A value that a field is compared with.
public enum FilterValue: Hashable, Sendable {
    /// A text or an identifier.
    case text(String)
    /// A number.
    case integer(Int)
    /// A yes or no.
    case flag(Bool)
}

/// A field that a list can be narrowed by; its raw value is the API's parameter.
public protocol ListField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The table of the list.
    static var table: ListTable { get }
    /// What its values are, and where they stand.
    var definition: FieldDefinition { get }
}

extension ListField {
    /// What the field's values are.
    public var valueType: FieldType { definition.type }

    /// The comparisons that make sense for the field.
    public var comparisons: [Comparison] { valueType.comparisons }
}

/// What a field's values are.
public enum FieldType: Hashable, Sendable {
    /// The identifier of something that must exist.
    case reference(ReferenceKind)
    /// One of the given texts.
    case choice([String])
    /// Any text.
    case text
    /// A number.
    case integer
    /// A yes or no.
    case flag

    /// One of an enumeration's raw values.
    static func choice<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type) -> FieldType {
        .choice(Choice.allCases.map(\.rawValue))
    }

    /// The comparisons that make sense for the values.
    var comparisons: [Comparison] {
        switch self {
        case .reference, .text: Comparison.allCases
        case .choice: [.equal, .notEqual]
        case .integer: [.equal, .notEqual, .atLeast, .atMost, .isNull]
        case .flag: [.equal]
        }
    }
}

/// What an identifier can name.
///
/// The raw value is the API's parameter.
public enum ReferenceKind: String, CaseIterable, Sendable {
    /// An event.
    case event
    /// A programme item.
    case talk
    /// A person.
    case panelist
    /// A topic.
    case topic
    /// A section of a talk.
    case section
    /// A passage.
    case passage
    /// A source file.
    case source
    /// An organization, by its name.
    case affiliation

    /// The table whose rows are named.
    var table: String { self == .affiliation ? "organizations" : rawValue + "s" }

    /// The column that holds the names.
    var nameColumn: String { self == .affiliation ? "name" : "id" }
}
