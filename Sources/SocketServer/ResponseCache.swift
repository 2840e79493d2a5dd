import HTTPTypes
import HTTPWire

/// Responses ready to send, by the request's own bytes, bounded in bytes.
///
/// Two generations stand in for an order of use: what is asked for moves to the young one; when that is half the budget,
/// it becomes the old one, and what nobody has asked for since is gone.
struct ResponseCache {
    private var young = ResponseTable()
    private var old = ResponseTable()
    private var youngCost = 0
    private var oldCost = 0
    private let budget: Int
    private let hash = RequestHash()
    private var exact = ExactMatchCache()

    /// Whether anything is cached at all.
    var isInUse: Bool { budget > 0 }

    /// The cost of all that is cached.
    var cost: Int { youngCost + oldCost }

    init(budget: Int) { self.budget = budget }

    /// The hash by which a request is known by its bytes alone.
    func exactHash(_ message: Span<UInt8>) -> UInt64 { hash.value(of: message) }

    /// Whether a request of so many bytes is known by them alone.
    func knows(length: Int) -> Bool { exact.knows(length: length) }

    /// What is known of a request by its bytes alone.
    func match(_ message: Span<UInt8>, hash: UInt64) -> ExactMatchCache.Match? { exact.find(message, hash: hash) }

    /// Takes note of what a request got that was answered from here.
    mutating func note(
        _ head: RequestHead, in message: Span<UInt8>, hash: UInt64, response: PreparedResponse,
        form: ExactMatchCache.Form
    ) {
        exact.note(head, in: message, hash: hash, response: response, form: form)
    }

    /// The response to a request.
    mutating func response(to head: RequestHead, in message: Span<UInt8>) -> PreparedResponse? {
        let hash = hash.value(of: head, in: message)
        if let found = young.find(hash, head, in: message) { return found }
        guard oldCost > 0, let found = old.find(hash, head, in: message) else { return nil }
        insert(found, for: head, in: message)
        return found
    }

    /// Caches a response, unless it alone would take a quarter of the budget.
    mutating func insert(_ response: PreparedResponse, for head: RequestHead, in message: Span<UInt8>) {
        let key = RequestKey(head, in: message)
        let added = response.cost + key.bytes.count
        guard added <= budget / 4 else { return }
        if youngCost + added > budget / 2 {
            swap(&old, &young)
            oldCost = youngCost
            young = ResponseTable()
            youngCost = 0
            exact.removeAll()
        }
        if let previous = young.insert(response, for: key, hash: hash.value(of: head, in: message)) {
            youngCost -= previous.cost + key.bytes.count
            exact.removeAll()
        }
        youngCost += added
    }

    /// Whether a response may be cached: it varies by nothing that its key lacks.
    static func covers(_ response: Response) -> Bool {
        guard response.isCacheable, response.source == nil else { return false }
        for field in response.fields where field.name == .vary {
            let names = Array(field.value.utf8).split(separator: UInt8(ascii: ","))
            guard names.allSatisfy(isVarying) else { return false }
        }
        return true
    }

    private static func isVarying(_ element: ArraySlice<UInt8>) -> Bool {
        let name = element.drop(while: isBlank).prefix { !isBlank($0) }
        return varyingNames.contains { $0.count == name.count && name.elementsEqual($0, by: isSameLetter) }
    }

    /// The canonical names, in lower case.
    private static let varyingNames = RequestHead.KnownField.negotiatingNames.map { Array($0.canonicalName.utf8) }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static func isSameLetter(_ byte: UInt8, _ lowercase: UInt8) -> Bool {
        byte == lowercase || 0x41 <= byte && byte <= 0x5A && byte | 0x20 == lowercase
    }
}
