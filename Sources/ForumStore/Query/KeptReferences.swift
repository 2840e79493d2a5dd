/// What a reader's user has made of the things that many rows refer to: a bounded number of each kind, by key.
///
/// A store never changes, so nothing here ever goes stale. A key has one place, and whoever comes to it last has it.
final class KeptReferences {
    /// The kinds of things, each with the rows that are read where nothing is kept.
    enum Kind: Int, CaseIterable {
        case event, talk, eventOfTalk, panelist, section, topic, source

        var rows: RowSet {
            switch self {
            case .event: .eventReferences
            case .talk: .talkReferences
            case .eventOfTalk: .eventsOfTalks
            case .panelist: .panelistReferences
            case .section: .sectionReferences
            case .topic: .topicReferences
            case .source: .sourceReferences
            }
        }
    }

    /// How many things of each kind are kept; a power of two.
    static let capacity = 1024
    /// The most bytes that are kept of a thing.
    static let longest = 1024

    private var places: [(key: Int64, bytes: [UInt8])] = []

    /// What is kept of a thing.
    func bytes(_ kind: Kind, _ key: Int64) -> [UInt8]? {
        let place = Self.place(kind, key)
        guard place < places.count, places[place].key == key, key != 0 else { return nil }
        return places[place].bytes
    }

    /// Keeps what was made of a thing, unless it is long.
    func keep(_ bytes: [UInt8], _ kind: Kind, _ key: Int64) {
        guard bytes.count <= Self.longest else { return }
        // No row has the key 0, which marks an empty place.
        if places.isEmpty { places = Array(repeating: (0, []), count: Kind.allCases.count * Self.capacity) }
        places[Self.place(kind, key)] = (key, bytes)
    }

    private static func place(_ kind: Kind, _ key: Int64) -> Int {
        kind.rawValue * capacity + Int(truncatingIfNeeded: key & Int64(capacity - 1))
    }
}
