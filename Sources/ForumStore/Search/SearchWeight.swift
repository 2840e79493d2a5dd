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
