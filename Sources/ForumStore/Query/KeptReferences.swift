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

    // Memory of its own: an array in a class is asked at every access whether someone else is at it.
    private let places: UnsafeMutableBufferPointer<(key: Int64, bytes: [UInt8])>

    init() {
        places = .allocate(capacity: Kind.allCases.count * Self.capacity)
        // No row has the key 0, which marks an empty place.
        places.initialize(repeating: (0, []))
    }

    deinit {
        places.deinitialize()
        places.deallocate()
    }

    /// What is kept of a thing.
    func bytes(_ kind: Kind, _ key: Int64) -> [UInt8]? {
        let place = Self.place(kind, key)
        return key != 0 && places[place].key == key ? places[place].bytes : nil
    }

    /// Keeps what was made of a thing, unless it is long.
    func keep(_ bytes: [UInt8], _ kind: Kind, _ key: Int64) {
        guard bytes.count <= Self.longest else { return }
        places[Self.place(kind, key)] = (key, bytes)
    }

    private static func place(_ kind: Kind, _ key: Int64) -> Int {
        kind.rawValue * capacity + Int(truncatingIfNeeded: key & Int64(capacity - 1))
    }
}
