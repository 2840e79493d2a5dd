/// Text under construction: bytes that grow at their end.
///
/// Each piece is written through one view of the memory, so that room and ownership are seen to once a piece; an array's
/// own `append` sees to them at every comma and quote, which was most of what a document cost.
struct OutputText {
    /// All initialised; what lies beyond `count` is room.
    private var storage: [UInt8]
    private var count = 0

    /// Makes an empty text with room for so many bytes.
    init(capacity: Int) {
        storage = [UInt8](repeating: 0, count: max(capacity, 64))
    }

    /// The text, without the room behind it.
    var bytes: [UInt8] { Array(storage[..<count]) }

    /// Appends what the closure puts into a piece of at most the given length.
    @inline(__always)
    mutating func append(atMost length: Int, _ write: (inout Piece) -> Void) {
        if storage.count - count < length { grow(by: length) }
        let start = count
        count += storage.withUnsafeMutableBufferPointer { memory in
            var piece = Piece(room: UnsafeMutableBufferPointer(rebasing: memory[start...]))
            write(&piece)
            return piece.count
        }
    }

    private mutating func grow(by length: Int) {
        storage.append(contentsOf: repeatElement(0, count: max(length, storage.count)))
    }

    /// The end of a text while a piece is written; it never writes beyond its room.
    struct Piece {
        fileprivate let room: UnsafeMutableBufferPointer<UInt8>
        fileprivate var count = 0

        fileprivate init(room: UnsafeMutableBufferPointer<UInt8>) {
            self.room = room
        }

        /// Puts one byte.
        @inline(__always)
        mutating func put(_ byte: UInt8) {
            precondition(count < room.count)
            room[count] = byte
            count += 1
        }

        /// Puts bytes.
        @inline(__always)
        mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
            precondition(bytes.count <= room.count - count)
            UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[count...])
                .copyMemory(from: UnsafeRawBufferPointer(bytes))
            count += bytes.count
        }

        /// Puts a literal.
        @inline(__always)
        mutating func put(_ literal: StaticString) {
            literal.withUTF8Buffer { put($0) }
        }

        /// The most bytes that a number takes.
        static let longestNumber = 20

        /// Puts a number in decimal digits.
        mutating func put(_ number: Int) {
            if number < 0 { put(UInt8(ascii: "-")) }
            var rest = number.magnitude
            var digits = 1
            while rest >= 10 {
                rest /= 10
                digits += 1
            }
            precondition(digits <= room.count - count)
            rest = number.magnitude
            for index in stride(from: count + digits - 1, through: count, by: -1) {
                room[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            count += digits
        }
    }
}
