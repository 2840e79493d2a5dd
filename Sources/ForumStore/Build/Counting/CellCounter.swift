/// Counts how many passages share two properties.
struct CellCounter {
    /// A value as the store has it: a key, or a word.
    enum Value: Hashable, Comparable {
        case key(Int64)
        case word(String)

        static func < (left: Self, right: Self) -> Bool {
            switch (left, right) {
            case (.key(let one), .key(let other)): one < other
            case (.word(let one), .word(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
            case (.key, .word): true
            case (.word, .key): false
            }
        }
    }

    private struct Cell: Hashable {
        var first: Value
        var second: Value
    }

    private var counts: [Int: [Cell: Int]] = [:]

    private static func number(_ first: CountedProperty, _ second: CountedProperty) -> Int {
        precondition(first < second)
        return first.rawValue * (CountedProperty.allCases.count + 1) + second.rawValue
    }

    /// Adds passages with both values.
    mutating func add(_ passages: Int, _ first: (CountedProperty, Value), _ second: (CountedProperty, Value)) {
        counts[Self.number(first.0, second.0), default: [:]][Cell(first: first.1, second: second.1), default: 0] +=
            passages
    }

    /// Adds passages with one value and each of several others.
    mutating func add(
        _ passages: Int, _ first: (CountedProperty, Value), _ property: CountedProperty, _ values: some Sequence<Value>
    ) {
        for value in values { add(passages, first, (property, value)) }
    }

    /// Hands over the cells of two properties that are not empty, in the order of their values.
    func forEach<Failure: Error>(
        _ first: CountedProperty, _ second: CountedProperty,
        _ body: (_ first: Value, _ second: Value, _ passages: Int) throws(Failure) -> Void
    ) throws(Failure) {
        let cells = counts[Self.number(first, second)] ?? [:]
        for (cell, count) in cells.sorted(by: { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }) {
            try body(cell.first, cell.second, count)
        }
    }
}
