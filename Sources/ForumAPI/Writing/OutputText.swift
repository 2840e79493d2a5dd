import ForumStore

/// Text under construction: bytes that grow at their end.
///
/// Each piece is written through one view of the memory, so that room is seen to once a piece and ownership never; an
/// array's own `append` sees to both at every comma and quote, which was most of what a document cost.
struct OutputText: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Whether the memory is this text's own, and not lent to it.
    private var ownsMemory: Bool
    /// How many bytes are written.
    private(set) var count = 0
    /// Whether it would have been longer than it may be, and is not whole.
    private(set) var isOverrun = false
    /// What bounds the length; it is asked only when the memory has to grow.
    private let spending: Spending?

    /// Makes an empty text with room for so many bytes.
    ///
    /// - Parameters:
    ///   - capacity: The bytes.
    ///   - spending: What bounds the length. A text that would be longer is not held: what is written further takes the place
    ///     of what was.
    init(capacity: Int, within spending: Spending? = nil) {
        self.spending = spending
        self.capacity = max(capacity, 64)
        ownsMemory = true
        memory = .allocate(capacity: self.capacity)
    }

    /// Makes an empty text in memory that is lent to it; once that is full, it moves to its own.
    ///
    /// It must be gone before the memory is.
    init(lent: UnsafeMutableBufferPointer<UInt8>, within spending: Spending?) {
        self.spending = spending
        ownsMemory = lent.baseAddress == nil
        capacity = ownsMemory ? 64 : lent.count
        memory = lent.baseAddress ?? .allocate(capacity: 64)
    }

    deinit {
        if ownsMemory { memory.deallocate() }
    }

    /// Whether the text still stands in the memory that was lent to it.
    var isInLentMemory: Bool { !ownsMemory }

    /// A copy of the text.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: count)) }

    /// The last byte, where there is one.
    var last: UInt8? {
        @inline(__always) get { count > 0 ? memory[count - 1] : nil }
    }

    /// Takes the last byte back.
    @inline(__always)
    mutating func removeLast() {
        precondition(count > 0)
        count -= 1
    }

    /// Appends what the closure puts into a piece of at most the given length.
    @inline(__always)
    mutating func append(atMost length: Int, _ write: (inout Piece) -> Void) {
        if capacity - count < length { grow(by: length) }
        var piece = Piece(next: memory + count, end: memory + capacity)
        write(&piece)
        count = piece.next - memory
    }

    @inline(never)
    private mutating func grow(by length: Int) {
        var room = capacity * 2
        if let spending {
            if spending.exceeds(bytes: count + length) {
                count = 0
                isOverrun = true
                if capacity >= length { return }
            }
            // The next time that it has to grow is when it is too long.
            room = min(room, max(spending.budget.bytes, capacity))
        }
        room = max(room, count + length)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
        larger.initialize(from: memory, count: count)
        if ownsMemory { memory.deallocate() }
        memory = larger
        capacity = room
        ownsMemory = true
    }

    /// The end of a text while a piece is written; it never writes beyond its room.
    struct Piece {
        fileprivate var next: UnsafeMutablePointer<UInt8>
        fileprivate let end: UnsafeMutablePointer<UInt8>

        /// Puts one byte.
        @inline(__always)
        mutating func put(_ byte: UInt8) {
            precondition(next < end)
            next.initialize(to: byte)
            next += 1
        }

        /// Puts bytes.
        @inline(__always)
        mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
            guard let start = bytes.baseAddress else { return }
            precondition(bytes.count <= end - next)
            next.initialize(from: start, count: bytes.count)
            next += bytes.count
        }

        /// Puts a literal.
        @inline(__always)
        mutating func put(_ literal: StaticString) {
            // A literal of one scalar may have no address; it is the rare one.
            guard literal.hasPointerRepresentation else { return literal.withUTF8Buffer { put($0) } }
            let length = literal.utf8CodeUnitCount
            precondition(length <= end - next)
            // Where the caller's literal is known, this is a move or two.
            UnsafeMutableRawPointer(next).copyMemory(from: literal.utf8Start, byteCount: length)
            next += length
        }

        /// Puts the name of a member, with its quotes and colon: where the caller's literal is known, a few moves.
        @inline(__always)
        mutating func put(key name: StaticString) {
            guard name.hasPointerRepresentation else {
                put(UInt8(ascii: "\""))
                put(name)
                return put("\":")
            }
            let length = name.utf8CodeUnitCount
            precondition(length + 3 <= end - next)
            next.initialize(to: UInt8(ascii: "\""))
            UnsafeMutableRawPointer(next + 1).copyMemory(from: name.utf8Start, byteCount: length)
            (next + 1 + length).initialize(to: UInt8(ascii: "\""))
            (next + 2 + length).initialize(to: UInt8(ascii: ":"))
            next += length + 3
        }

        /// Puts the bytes up to the first that JSON wants escaped.
        ///
        /// - Returns: How many were put.
        @inline(__always)
        mutating func putPlain(_ text: UnsafeBufferPointer<UInt8>) -> Int {
            guard let start = text.baseAddress else { return 0 }
            precondition(text.count <= end - next)
            let copied = JSONEscape.copy(from: start, count: text.count, to: next)
            next += copied
            return copied
        }

        /// The most bytes that a number takes.
        static let longestNumber = 20

        /// Puts a number in decimal digits.
        mutating func put(_ number: Int) {
            if number < 0 { put(UInt8(ascii: "-")) }
            var rest = number.magnitude
            if rest < 10 { return put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)) }
            var digits = 1
            var power: UInt = 10
            while rest >= power {
                digits += 1
                power &*= 10
            }
            precondition(digits <= end - next)
            var place = next + digits
            next = place
            for _ in 0..<digits {
                place -= 1
                let quotient = rest / 10
                place.initialize(to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest &- quotient &* 10))
                rest = quotient
            }
        }
    }
}
