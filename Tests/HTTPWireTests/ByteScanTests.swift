import Bytes
import Testing

@testable import HTTPWire

@Suite("Bytes looked at eight at a time")
struct ByteScanTests {
    /// Texts of every length up to three times eight, with the byte at every place of them.
    private func everywhere(_ byte: UInt8) -> [(bytes: [UInt8], place: Int)] {
        (1...24).flatMap { length in
            (0..<length).map { place in
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
                bytes[place] = byte
                return (bytes, place)
            }
        }
    }

    @Test("every byte ends a target, a value and a search as the tables say", arguments: UInt8.min...UInt8.max)
    func ends(byte: UInt8) {
        let inTarget = ByteSet.target.contains(byte) || byte >= 0x80
        let inValue = ByteSet.fieldValue.contains(byte) || byte >= 0x80
        let wrong = everywhere(byte).first { bytes, place in
            let span = bytes.span
            let all = 0..<bytes.count
            return span.endOfTarget(all) != (inTarget ? bytes.count : place)
                || span.endOfFieldValue(all) != (inValue ? bytes.count : place)
                || span.first(byte, in: all) != (byte == UInt8(ascii: "a") ? 0 : place)
                || span.endOfPlainASCII(all, but: 0x25) != (byte == 0x25 || byte >= 0x80 ? place : bytes.count)
                // What stands behind the range, or before it, is not found.
                || span.endOfTarget(0..<place) != place
                || span.endOfFieldValue(place + 1..<bytes.count) != bytes.count
        }
        #expect(wrong == nil)
    }

    @Test(
        "a head ends with the first empty line, if that ends within the limit",
        arguments: [
            ("", nil), ("\r\n\r\n", 4), ("GET / HTTP/1.1\r\n\r\n", 18), ("A\r\n", nil), ("A\r\n\r", nil),
            ("\r\nGET / HTTP/1.1\r\nA:b\r\n\r\nmore\r\n\r\n", 25), ("A\n\n\r\r\n\n", nil),
            ("\r\r\r\n\r\n", 6), ("abc\r\n\r\n", 7),
            ("abcd\r\n\r\n", 8), ("abcd\r\n\r\r\n\r\n", 11), ("A\r\nB\r\nC\r\nD\r\n\r\n", 14),
        ] as [(String, Int?)])
    func headLength(text: String, length: Int?) {
        let bytes = Array(text.utf8)
        for limit in [0, 3, 4, 7, 8, 13, 14, 17, 18, 24, 25, 1000] {
            #expect(bytes.span.headLength(limit: limit) == (length.map { $0 <= limit } == true ? length : nil))
        }
        // The same behind anything, whatever the alignment.
        for before in 1...16 {
            let longer = [UInt8](repeating: UInt8(ascii: "a"), count: before) + bytes
            #expect(longer.span.headLength(limit: 1000) == length.map { $0 + before })
        }
    }

    @Test("two that differ in one byte are not the same", arguments: [0x00, 0x60, 0xe1, 0xff] as [UInt8])
    func same(byte: UInt8) {
        let wrong = everywhere(byte).first { bytes, _ in
            let copy = Array(bytes)
            let other = [UInt8](repeating: UInt8(ascii: "a"), count: bytes.count)
            let shorter = Array(bytes.dropFirst())
            return !bytes.span.isSame(as: copy.span) || bytes.span.isSame(as: other.span)
                || bytes.span.isSame(as: shorter.span)
        }
        #expect(wrong == nil)
    }
}
