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

    /// What is kept of a thing; no row has the key 0, which marks an empty place.
    private struct Place {
        var key: Int64 = 0
        var bytes = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
    }

    // Memory of its own: an array in a class is asked at every access whether someone else is at it, and arrays in it would
    // be counted whenever one is lent.
    private let places: UnsafeMutableBufferPointer<Place>

    init() {
        places = .allocate(capacity: Kind.allCases.count * Self.capacity)
        places.initialize(repeating: Place())
    }

    deinit {
        for place in places { place.bytes.deallocate() }
        places.deallocate()
    }

    /// What is kept of a thing; valid until another is kept.
    func bytes(_ kind: Kind, _ key: Int64) -> UnsafeBufferPointer<UInt8>? {
        let place = places[Self.place(kind, key)]
        return key != 0 && place.key == key ? UnsafeBufferPointer(place.bytes) : nil
    }

    /// Keeps what was made of a thing, unless it is long.
    func keep(_ bytes: [UInt8], _ kind: Kind, _ key: Int64) {
        guard bytes.count <= Self.longest else { return }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        let place = Self.place(kind, key)
        places[place].bytes.deallocate()
        places[place] = Place(key: key, bytes: copy)
    }

    private static func place(_ kind: Kind, _ key: Int64) -> Int {
        kind.rawValue * capacity + Int(truncatingIfNeeded: key & Int64(capacity - 1))
    }
}
