/// How much what is found counts for the ranking, by where it stands.
enum SearchWeight {
    static let title = 8
    static let person = 6
    static let topics = 5
    static let heading = 4
    static let affiliation = 3
    static let body = 1

    /// In the order of the columns of `search_index`.
    static let ofIndex = [body, heading]
    /// In the order of the columns of `search_items`.
    static let ofItems = [title, person, topics, affiliation]
}

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
