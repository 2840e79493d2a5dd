/// A cache of bounded size for the representations of what many rows refer to, by kind and key.
///
/// A store never changes, so no entry goes stale. Each key has one slot; a later entry replaces an earlier one.
final class ReferenceCache {
    /// The kinds of things, each with the rows that are read on a miss.
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

    /// The number of slots for each kind; a power of two.
    static let capacity = 1024
    /// The length of the longest representation that is cached, in bytes.
    static let maxLength = 1024

    /// A cached representation; no row has the key 0, which marks an empty slot.
    private struct Slot {
        var key: Int64 = 0
        var bytes = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
    }

    // Memory of its own: every access to an array in a class is checked for exclusivity, and an array in a slot would be
    // retained whenever it is lent.
    private let slots: UnsafeMutableBufferPointer<Slot>

    init() {
        slots = .allocate(capacity: Kind.allCases.count * Self.capacity)
        slots.initialize(repeating: Slot())
    }

    deinit {
        for slot in slots { slot.bytes.deallocate() }
        slots.deallocate()
    }

    /// The cached representation of a thing; valid until the next insertion.
    func bytes(_ kind: Kind, _ key: Int64) -> UnsafeBufferPointer<UInt8>? {
        let slot = slots[Self.slot(kind, key)]
        return key != 0 && slot.key == key ? UnsafeBufferPointer(slot.bytes) : nil
    }

    /// Caches the representation of a thing, unless it is too long.
    func insert(_ bytes: [UInt8], _ kind: Kind, _ key: Int64) {
        guard bytes.count <= Self.maxLength else { return }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        let slot = Self.slot(kind, key)
        slots[slot].bytes.deallocate()
        slots[slot] = Slot(key: key, bytes: copy)
    }

    private static func slot(_ kind: Kind, _ key: Int64) -> Int {
        kind.rawValue * capacity + Int(truncatingIfNeeded: key & Int64(capacity - 1))
    }
}
