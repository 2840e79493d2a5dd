/// Which part of which list is wanted.
public struct ListRequest<Field: ListField, Key: SortKey>: Hashable, Sendable {
    /// What the list is narrowed to.
    public var filter: Filter<Field>
    /// What it is sorted by, the first key first; the order of the document decides the rest.
    public var order: [SortTerm<Key>]
    /// How many rows are wanted at most.
    public var limit: Int
    /// Where the part begins.
    public var start: ListStart

    /// Makes a request.
    public init(
        filter: Filter<Field> = Filter(), order: [SortTerm<Key>] = [], limit: Int, start: ListStart = .offset(0)
    ) {
        self.filter = filter
        self.order = order
        self.limit = limit
        self.start = start
    }
}

/// One key of an order with its direction.
public struct SortTerm<Key: SortKey>: Hashable, Sendable {
    /// The key.
    public var key: Key
    /// Whether the greatest comes first.
    public var isDescending: Bool

    /// Makes a term.
    public init(_ key: Key, isDescending: Bool = false) {
        self.key = key
        self.isDescending = isDescending
    }
}

/// Where a part of a list begins.
public enum ListStart: Hashable, Sendable {
    /// After so many rows.
    case offset(Int)
    /// After the row at this position.
    case after(ListPosition)
}

/// The place of a row in a sorted list, stable for as long as the snapshot stands.
///
/// It holds the row's value for every key of the order, and its place in the document. A caller hands it back with the
/// same filter and order; with another order it is refused, and a made-up one selects other rows and does no harm.
public struct ListPosition: Hashable, Sendable {
    /// A value of a sort key.
    public enum Value: Hashable, Sendable {
        /// A number.
        case integer(Int64)
        /// A text.
        case text(String)
    }

    /// The row's value for every key of the order.
    public var values: [Value]
    /// The row's place in the order of the document.
    public var key: Int64

    /// Makes a position from what another one held.
    public init(values: [Value], key: Int64) {
        self.values = values
        self.key = key
    }
}

/// What a list's rows were a part of.
public struct ListResult: Hashable, Sendable {
    /// How many rows the filter lets through, whatever part was asked for; exact.
    public var total: Int
    /// How many rows were handed over.
    public var count: Int
    /// The position of the last row handed over, or `nil` where nothing follows it.
    public var next: ListPosition?
}
