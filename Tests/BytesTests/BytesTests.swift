import Bytes
import SeededNumbers
import Testing

@Suite("Bytes")
struct BytesTests {
    @Test("a hexadecimal digit reads back as its value, in either case, and nothing else is one")
    func digits() {
        for value in UInt8(0)..<16 {
            #expect(UInt8.hexadecimalDigit(value).hexadecimalValue == value)
            #expect(UInt8.lowercaseHexadecimalDigit(value).hexadecimalValue == value)
        }
        let digits = Set("0123456789abcdefABCDEF".utf8)
        for byte in UInt8.min...UInt8.max { #expect((byte.hexadecimalValue != nil) == digits.contains(byte)) }
    }

    @Test("digits are as the standard library writes them, one by one and eight at once", arguments: 1...50)
    func hexadecimal(seed: UInt64) {
        var random = Seeded(seed)
        let number = UInt32.random(in: .min ... .max, using: &random)
        let plain = String(number, radix: 16)
        let digits = String(repeating: "0", count: 8 - plain.count) + plain
        #expect(withUnsafeBytes(of: number.bigEndian) { $0.hexadecimal } == digits, "seed \(seed)")
        #expect(withUnsafeBytes(of: number.hexadecimalDigits) { Array($0) } == Array(digits.utf8), "seed \(seed)")
        #expect([UInt8]().hexadecimal.isEmpty)
    }

    @Test("UTF-8 is what the standard library takes for it", arguments: 1...200)
    func utf8(seed: UInt64) {
        var random = Seeded(seed)
        let leads: [UInt8] = [0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF]
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0x80...0xBF, using: &random) : leads.randomElement(using: &random) ?? 0
            }
            var check = UTF8Check()
            let isValid = bytes.allSatisfy { check.accepts($0) } && check.isBetweenCharacters
            #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil), "seed \(seed): \(bytes)")
        }
    }

    @Test("what is encoded decodes to itself, and + is a space in a form alone", arguments: 1...100)
    func percent(seed: UInt64) throws {
        var random = Seeded(seed)
        let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            UInt8.random(in: .min ... .max, using: &random)
        }
        var encoded: [UInt8] = []
        PercentEncoding.encode(bytes) { encoded.append($0) }
        #expect(encoded.allSatisfy { $0 == UInt8(ascii: "%") || PercentEncoding.isUnreserved($0) }, "seed \(seed)")
        #expect(PercentEncoding.decode(encoded[...], isForm: true) == bytes, "seed \(seed)")
        #expect(PercentEncoding.decode(Array("a+b".utf8)[...], isForm: true) == Array("a b".utf8))
        #expect(PercentEncoding.decode(Array("a+b".utf8)[...], isForm: false) == Array("a+b".utf8))
        for wrong in ["%", "%4", "%zz", "%+1", "a%"] {
            #expect(PercentEncoding.decode(Array(wrong.utf8)[...], isForm: false) == nil)
        }
    }

    @Test("bytes are unreserved eight at a time where each of them is", arguments: 1...100)
    func unreserved(seed: UInt64) {
        var random = Seeded(seed)
        let near = Array("azAZ09-._~".utf8) + Array("`{@[/:,;^%}\u{7F}".utf8) + [0x00, 0x80, 0xFF]
        for _ in 0..<100 {
            let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                Int.random(in: 0..<20, using: &random) == 0
                    ? near.randomElement(using: &random) ?? 0 : UInt8.random(in: 0x61...0x7A, using: &random)
            }
            let isPlain = bytes.withUnsafeBufferPointer { PercentEncoding.isUnreserved($0) }
            #expect(isPlain == bytes.allSatisfy { PercentEncoding.isUnreserved($0) }, "seed \(seed): \(bytes)")
        }
        let unreserved = (UInt8.min...UInt8.max).filter { PercentEncoding.isUnreserved($0) }
        #expect(
            Set(unreserved)
                == Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8))
    }

    @Test("scans find what a scan byte by byte finds", arguments: 1...100)
    func scans(seed: UInt64) {
        var random = Seeded(seed)
        let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            UInt8.random(in: 0x20...0x82, using: &random)
        }
        let start = Int.random(in: 0...bytes.count, using: &random)
        let range = start..<Int.random(in: start...bytes.count, using: &random)
        let byte = UInt8.random(in: 0x20...0x7F, using: &random)
        let found = bytes[range].firstIndex(of: byte) ?? range.upperBound
        #expect(bytes.span.first(byte, in: range) == found, "seed \(seed)")
        let plain = bytes[range].firstIndex { $0 >= 0x80 || $0 == byte } ?? range.upperBound
        #expect(bytes.span.endOfPlainASCII(range, but: byte) == plain, "seed \(seed)")
        let prefix = Array(bytes[..<start])
        let hasPrefix = bytes.span.begins(with: prefix)
        #expect(hasPrefix, "seed \(seed)")
        var other = prefix
        guard let last = other.popLast() else { return }
        other.append(last ^ 1)
        let hasOther = bytes.span.begins(with: other) || other.span.isSame(as: prefix.span)
        #expect(!hasOther, "seed \(seed)")
    }
}
