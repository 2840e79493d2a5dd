/// What a row of `search_items` stands for.
enum SearchItem: Int64, CaseIterable {
    case talk, panelist, topic

    /// The row of the thing with a key.
    func row(_ key: Int64) -> Int64 { key * Self.count + rawValue }

    /// What a row stands for, with its key.
    static func at(_ row: Int64) -> (item: SearchItem, key: Int64)? {
        SearchItem(rawValue: row % count).map { ($0, row / count) }
    }

    private static let count = Int64(allCases.count)
}
