/// A property of passages of which pairs are counted while loading; one with fewer values comes before one with more.
enum CountedProperty: Int, CaseIterable, Comparable {
    case kind = 1
    case role, topic, event, affiliation, panelist

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
