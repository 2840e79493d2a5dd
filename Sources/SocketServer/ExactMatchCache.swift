import Bytes
import HTTPWire

/// Responses by all the bytes of a request: clients say the same again and again, and then nothing of it need be read.
///
/// It stands before the tables that go by what a request means, and holds only what is in them. What comes once only takes
/// no memory: a request gets its place when it comes for the second time. A place has one request, so that it is found or
/// not with one look.
struct ExactMatchCache {
    /// What of a response goes out.
    enum Form {
        case whole, head
        /// The 304 that stands for it.
        case notModified
    }

    /// What is known of a request.
    struct Match {
        let response: PreparedResponse
        let form: Form
        let method: ByteRange
        let target: ByteRange
    }

    private struct Entry {
        let message: [UInt8]
        let match: Match
    }

    /// The requests that are known at most.
    static let places = 512
    /// The longest request that is known, in bytes.
    static let longestMessage = 1024

    private var entries: [Entry?] = []
    /// The hashes of those that came to each place last and were not known there.
    private var candidates: [UInt64] = []
    /// Whether a request of each length is known.
    private var lengths: [Bool] = []

    /// Whether a request of so many bytes is known.
    @inline(__always)
    func knows(length: Int) -> Bool { length < lengths.count && lengths[length] }

    /// What is known of a request.
    @inline(__always)
    func find(_ message: Span<UInt8>, hash: UInt64) -> Match? {
        guard !entries.isEmpty else { return nil }
        let place = Self.place(hash)
        guard let known = entries[place]?.message, known.span.isSame(as: message) else { return nil }
        return entries[place]?.match
    }

    /// Takes note of a request and what it got, unless the like of it may get something else.
    ///
    /// Left out are requests after which the connection closes, HTTP/1.0, content, and parts.
    mutating func note(
        _ head: RequestHead, in message: Span<UInt8>, hash: UInt64, response: PreparedResponse, form: Form
    ) {
        guard head.isPersistent, head.minorVersion == 1, head.framing == .none, !head.expectsContinue,
            !head.contains(.range), message.count <= Self.longestMessage
        else { return }
        if entries.isEmpty {
            entries = Array(repeating: nil, count: Self.places)
            candidates = Array(repeating: 0, count: Self.places)
            lengths = Array(repeating: false, count: Self.longestMessage + 1)
        }
        let place = Self.place(hash)
        guard candidates[place] == hash else {
            candidates[place] = hash
            return
        }
        lengths[message.count] = true
        entries[place] = Entry(
            message: message.withUnsafeBufferPointer { Array($0) },
            match: Match(response: response, form: form, method: head.methodName, target: head.target))
    }

    /// Forgets everything.
    mutating func removeAll() {
        entries = []
        candidates = []
        lengths = []
    }

    private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (places - 1) }
}
