import KoreanText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Text as valid UTF-8, whatever encoding it came in.
struct DecodedText {
    /// The text, without a byte-order mark.
    var utf8: [UInt8]
    /// The name of the encoding it came in.
    var encoding: String
    /// Whether a byte-order mark stood before it.
    var hadByteOrderMark: Bool
    /// The byte that the encoding was guessed from, where it was.
    var guess: Guess?

    /// The first byte that is not UTF-8, in a text whose encoding was guessed.
    struct Guess {
        var byte: UInt8
        var offset: Int
        /// What it is in the encoding that was guessed.
        var character: Character
        /// The 1-based line that it stands on.
        var line: Int
    }
}

/// Turns bytes into text: UTF-8 first, UTF-16 where a byte-order mark says so, CP949 where the text is Korean in it, then CP1252 where the
/// text reads as one in it.
///
/// What fits none of them is an error, which names the first byte that is not UTF-8.
struct TextDecoder {
    /// The share of Hangul among the two-byte characters below which CP949 is not believed.
    static let leastHangulShare = 0.6
    /// Of how many syllables one at most may be of those that CP949 adds to EUC-KR: rare in Korean, but a capital letter with an accent and
    /// the letter after it look like one.
    static let leastPlainPart = 4
    /// How many bytes at the start are searched for what no text contains.
    static let binaryProbeLength = 4096

    func decode(_ bytes: [UInt8]) throws(TranscriptError) -> DecodedText {
        if bytes.starts(with: [0xFF, 0xFE]) {
            return DecodedText(utf8: try utf16(bytes, bigEndian: false), encoding: "UTF-16LE", hadByteOrderMark: true)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return DecodedText(utf8: try utf16(bytes, bigEndian: true), encoding: "UTF-16BE", hadByteOrderMark: true)
        }
        try rejectBinary(bytes)
        guard let bad = Self.firstInvalidUTF8(in: bytes) else {
            let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            return DecodedText(
                utf8: hasMark ? Array(bytes.dropFirst(3)) : bytes, encoding: "UTF-8", hadByteOrderMark: hasMark)
        }
        if let korean = korean(bytes) { return korean }
        if let western = WesternText.decode(bytes, from: bad) { return western }
        throw .invalidEncoding(byte: bytes[bad], offset: bad)
    }

    /// The offset of the first byte that cannot stand there in UTF-8 (RFC 3629), or `nil` where all is valid.
    static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer(firstInvalidUTF8)
    }

    private static func firstInvalidUTF8(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            index = endOfPlain(bytes, from: index)
            let end = min(index + 8, bytes.count)
            while index < end {
                guard let length = length(at: index, in: bytes) else { return index }
                index += length
            }
        }
        return nil
    }

    /// How far a text is sure to be valid from the start of a character on: ASCII and characters of three bytes, most of what is
    /// read, eight bytes at once.
    private static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while let here = EightBytes(bytes, at: index), let before = EightBytes(bytes, at: index - 1),
            let twoBefore = EightBytes(bytes, at: index - 2)
        {
            let isKnown = here.ascii | here.continuations | here.leadsOfThree
            let mustContinue = before.leadsOfThree | twoBefore.leadsOfThree
            // After 0xE0 stands 0xA0 or more, else the form is too long; after 0xED less, else it is half a surrogate pair.
            let surrogates = (before.bit(0) & ~before.bit(1) & before.bit(2) & before.bit(3)) & here.bit(5)
            let overlong = ~(before.bit(0) | before.bit(1) | before.bit(2) | before.bit(3)) & ~here.bit(5)
            let isForbidden = before.leadsOfThree & (surrogates | overlong)
            guard isKnown == EightBytes.marks, here.continuations == mustContinue, isForbidden == 0 else { break }
            index += 8
        }
        guard index > start else { return start }
        // The last character may not be whole and is read again.
        index -= 1
        while index > start, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    /// The length of the character that begins at an index, or `nil` where none may.
    static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch bytes[index] {
        case 0..<0x80: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, low) = (3, 0xA0)
        case 0xED: (length, high) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, low) = (4, 0x90)
        case 0xF4: (length, high) = (4, 0x8F)
        case 0xF1...0xF3: length = 4
        default: return nil
        }
        guard index + length <= bytes.count, bytes[index + 1] >= low, bytes[index + 1] <= high else { return nil }
        for next in (index + 2)..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 { return nil }
        return length
    }

    private func rejectBinary(_ bytes: [UInt8]) throws(TranscriptError) {
        let signatures: [(name: String, bytes: [UInt8])] = [
            ("a PDF file", Array("%PDF-".utf8)), ("a ZIP container (docx, hwpx, …)", [0x50, 0x4B, 0x03, 0x04]),
            ("an OLE container (hwp, doc, …)", [0xD0, 0xCF, 0x11, 0xE0]), ("a gzip file", [0x1F, 0x8B]),
            ("a PNG image", [0x89, 0x50, 0x4E, 0x47]), ("a JPEG image", [0xFF, 0xD8, 0xFF]),
            ("a program", [0x7F, 0x45, 0x4C, 0x46]),
        ]
        for signature in signatures where bytes.starts(with: signature.bytes) {
            throw .notText(found: Self.container(bytes) ?? signature.name, offset: 0)
        }
        if let zero = Self.firstZero(in: bytes) { throw .notText(found: "a NUL byte", offset: zero) }
        let probe = bytes.prefix(Self.binaryProbeLength)
        let controls = probe.indices.filter { bytes[$0] < 0x20 && !(0x09...0x0D).contains(bytes[$0]) }
        if let first = controls.first, controls.count * Self.leastBetweenControls > probe.count {
            throw .notText(found: "control characters", offset: first)
        }
    }

    /// To how many bytes at least one control character may come in text.
    static let leastBetweenControls = 50

    /// How many bytes at either end of a container are searched for the names of its parts.
    static let containerProbe = 1 << 16

    /// What document a ZIP container holds, by the name of a part.
    private static func container(_ bytes: [UInt8]) -> String? {
        guard bytes.starts(with: [0x50, 0x4B]) else { return nil }
        let parts: [(part: String, name: String)] = [
            ("word/document.xml", "a Word document (docx)"), ("Contents/section0.xml", "a Hangul document (hwpx)"),
            ("opendocument.text", "an OpenDocument text (odt)"), ("application/epub+zip", "an electronic book (epub)"),
            ("xl/workbook.xml", "a workbook (xlsx)"), ("ppt/presentation.xml", "a presentation (pptx)"),
        ]
        for end in [bytes.prefix(containerProbe), bytes.suffix(containerProbe)] {
            let text = String(decoding: end, as: Unicode.ASCII.self)
            if let found = parts.first(where: { text.contains($0.part) }) { return found.name }
        }
        return nil
    }

    private static func firstZero(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, let zero = memchr(start, 0, bytes.count) else { return nil }
            return UnsafeRawPointer(zero) - start
        }
    }

    private func utf16(_ bytes: [UInt8], bigEndian: Bool) throws(TranscriptError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 2)
        var index = 2
        func unit(_ at: Int) -> UInt32? {
            guard at + 1 < bytes.count else { return nil }
            let (first, second) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        while index < bytes.count {
            guard let first = unit(index) else { throw .invalidUTF16(offset: index) }
            var value = first
            var length = 2
            if first >= 0xD800, first < 0xDC00 {
                guard let second = unit(index + 2), second >= 0xDC00, second < 0xE000 else {
                    throw .invalidUTF16(offset: index)
                }
                value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
                length = 4
            }
            guard let scalar = Unicode.Scalar(value) else { throw .invalidUTF16(offset: index) }
            guard value != 0 else { throw .notText(found: "a NUL character", offset: index) }
            result.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            index += length
        }
        return result
    }

    /// The text as CP949, if it is wholly valid and mostly Hangul beyond ASCII.
    private func korean(_ bytes: [UInt8]) -> DecodedText? {
        guard let utf8 = converted(bytes, from: "CP949"), Self.firstInvalidUTF8(in: utf8) == nil else { return nil }
        var hangul = 0
        var others = 0
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
            if Hangul.isSyllable(scalar) { hangul += 1 } else { others += 1 }
        }
        guard hangul > 0, Self.extendedCount(bytes) * Self.leastPlainPart <= hangul,
            Double(hangul) >= Double(hangul + others) * Self.leastHangulShare
        else { return nil }
        let isPlain = bytes.allSatisfy { $0 < 0x80 || $0 >= 0xA1 }
        return DecodedText(utf8: utf8, encoding: isPlain ? "EUC-KR" : "CP949", hadByteOrderMark: false)
    }

    /// How many characters of CP949 are none of EUC-KR.
    private static func extendedCount(_ bytes: [UInt8]) -> Int {
        var (index, count) = (0, 0)
        while index + 1 < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            if bytes[index] < 0xA1 || bytes[index + 1] < 0xA1 { count += 1 }
            index += 2
        }
        return count
    }

    /// The bytes in UTF-8 as the system's `iconv` converts them, or `nil` where a byte is invalid.
    private func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // Two bytes of CP949 become at most three of UTF-8.
        var output = [CChar](repeating: 0, count: bytes.count * 3 / 2 + 8)
        let written = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target -> Int? in
                var (from, fromLeft) = (source.baseAddress, source.count)
                var (to, toLeft) = (target.baseAddress, target.count)
                let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
                return result == -1 || fromLeft != 0 ? nil : target.count - toLeft
            }
        }
        guard let written else { return nil }
        return output.prefix(written).map { UInt8(bitPattern: $0) }
    }
}
