import HTTPTypes
import SeededNumbers
import Testing

@testable import HTTPWire

@Suite("Ranges")
struct RangeTests {
    /// Of ten bytes with the tag `"t"`.
    static let values: [(String, RangeSelection)] = [
        ("bytes=0-0", .part(0..<1)), ("bytes=0-", .part(0..<10)), ("bytes=2-5", .part(2..<6)),
        ("BYTES=2-5", .part(2..<6)), ("bytes= 2-5 ", .part(2..<6)), ("bytes=,2-5, ,", .part(2..<6)),
        ("bytes=9-", .part(9..<10)), ("bytes=5-99", .part(5..<10)), ("bytes=-3", .part(7..<10)),
        ("bytes=-99", .part(0..<10)), ("bytes=5-99999999999999999999999999", .part(5..<10)),
        ("bytes=10-", .unsatisfiable), ("bytes=10-20", .unsatisfiable), ("bytes=-0", .unsatisfiable),
        ("bytes=99999999999999999999999999-", .unsatisfiable),
        ("bytes=5-2", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole), ("bytes=1", .whole),
        ("bytes=1-2-3", .whole), ("bytes=+1-2", .whole), ("bytes=1 -2", .whole), ("lines=0-1", .whole), ("", .whole),
        ("bytes=0-0,2-3", .whole), ("bytes=0-0, 20-", .whole), ("bytes 0-0", .whole), ("bytes=\u{661}-\u{662}", .whole),
    ]

    private func selection(
        _ lines: String, method: String = "GET", tag: String = "\"t\"", count: Int = 10
    ) -> RangeSelection? {
        let bytes = Array("\(method) / HTTP/1.1\r\nHost: localhost\r\n\(lines)\r\n".utf8)
        var state = ConnectionState(
            limits: WireLimits(), deadlines: WireDeadlines(), at: MonotonicTime(milliseconds: 0))
        let receipt = state.receive(
            bytes.span, at: MonotonicTime(milliseconds: 0), keepsContent: { _ in false }, content: { _ in })
        guard case .request = receipt else { return nil }
        return RangeSelection(state.head, bytes: bytes.span, entityTag: Array(tag.utf8).span, count: count)
    }

    @Test("a range is what the RFC says, and what is none is passed over", arguments: values)
    func table(value: String, expected: RangeSelection) {
        #expect(selection("Range: \(value)\r\n") == expected)
    }

    @Test("nothing has no first byte")
    func empty() {
        #expect(selection("Range: bytes=0-\r\n", count: 0) == .unsatisfiable)
        #expect(selection("Range: bytes=-1\r\n", count: 0) == .whole)
    }

    @Test("a range counts for GET, once, and only if the representation is the one that If-Range names")
    func conditions() {
        let range = "Range: bytes=2-5\r\n"
        #expect(selection(range, method: "HEAD") == .whole)
        #expect(selection(range + range) == .whole)
        #expect(selection(range + "If-Range: \"t\"\r\n") == .part(2..<6))
        #expect(selection("if-range: \"t\"\r\n" + range) == .part(2..<6))
        for other in ["\"u\"", "W/\"t\"", "t", "Mon, 23 Nov 2026 23:12:25 GMT", "\"t\", \"u\""] {
            #expect(selection(range + "If-Range: \(other)\r\n") == .whole, "\(other)")
        }
        #expect(selection("If-Range: \"t\"\r\n") == .whole)
    }

    @Test("whatever stands in the field, the part lies within the content")
    func fuzz() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = Seeded(seed)
        let letters = Array("bytes=-,0123456789 \t9".utf8)
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...24, using: &generator)
            let tail = (0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
            let value = Array("bytes=".utf8) + tail
            let count = Int.random(in: 0...40, using: &generator)
            if case .part(let part) = RangeSelection.read(value.span, count: count) {
                #expect(
                    !part.isEmpty && part.lowerBound >= 0 && part.upperBound <= count, "seed \(seed), value \(value)")
            }
        }
    }
}
