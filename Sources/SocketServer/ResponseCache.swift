import HTTPTypes
import HTTPWire

/// Answers ready to send, by the request's own bytes, bounded in bytes.
///
/// Two generations stand in for an order of use: what is asked for moves to the young one; when that is half the budget,
/// it becomes the old one, and what nobody has asked for since is gone.
struct ResponseCache {
    /// The bytes by which answers are told apart.
    struct Key: Hashable {
        var bytes: [UInt8] = []

        func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }

    private var young: [Key: PreparedResponse] = [:]
    private var old: [Key: PreparedResponse] = [:]
    private var youngCost = 0
    private var oldCost = 0
    private let budget: Int

    /// The cost of all that is kept.
    var cost: Int { youngCost + oldCost }

    init(budget: Int) { self.budget = budget }

    /// The answer for a key.
    mutating func response(for key: Key) -> PreparedResponse? {
        if let found = young[key] { return found }
        guard !old.isEmpty, let found = old[key] else { return nil }
        insert(found, for: key)
        return found
    }

    /// Keeps an answer, unless it alone would take a quarter of the budget.
    mutating func insert(_ response: PreparedResponse, for key: Key) {
        let added = response.cost + key.bytes.count
        guard added <= budget / 4 else { return }
        if youngCost + added > budget / 2 {
            old = young
            oldCost = youngCost
            young = [:]
            youngCost = 0
        }
        if let previous = young.updateValue(response, forKey: key) { youngCost -= previous.cost + key.bytes.count }
        youngCost += added
    }
}

extension ResponseCache.Key {
    /// The request fields that are part of the key; an answer that varies by another is not kept.
    static let varyingFields: Set<HTTPField.Name> = [.accept, .acceptEncoding, .acceptLanguage, .origin]

    /// Makes the key of a request, in the memory of the one before.
    ///
    /// HEAD has the key of GET. A line that varies nothing is left out, and so is the name of one that does: its number
    /// stands for it, and a byte that no value has ends each part.
    mutating func set(_ head: RequestHead, bytes message: Span<UInt8>) {
        bytes.removeAll(keepingCapacity: true)
        append(message.extracting(head.target.offsets))
        if let authority = head.authority { append(message.extracting(authority.offsets)) }
        for line in head.fields {
            switch line.field {
            case .accept, .acceptEncoding, .acceptLanguage, .origin:
                bytes.append(line.field.rawValue)
                append(message.extracting(line.value.offsets))
            default: break
            }
        }
    }

    private mutating func append(_ part: Span<UInt8>) {
        part.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        bytes.append(0)
    }

    /// Whether an answer may be kept under such a key.
    static func covers(_ response: Response) -> Bool {
        guard response.isCacheable, response.source == nil else { return false }
        for list in response.fields[values: .vary] {
            for name in list.utf8.split(separator: UInt8(ascii: ",")) {
                let start = name.drop(while: Self.isBlank)
                let bare = start.prefix { !Self.isBlank($0) }
                guard varyingNames.contains(where: { bare.elementsEqual($0, by: Self.isSameLetter) }) else {
                    return false
                }
            }
        }
        return true
    }

    /// The canonical names, in lower case.
    private static let varyingNames = varyingFields.map { Array($0.canonicalName.utf8) }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static func isSameLetter(_ byte: UInt8, _ lowercase: UInt8) -> Bool {
        byte == lowercase || (0x41...0x5A).contains(byte) && byte | 0x20 == lowercase
    }
}
