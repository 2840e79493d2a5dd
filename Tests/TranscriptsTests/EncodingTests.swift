import Foundation
import Proceedings
import SeededNumbers
import Testing

@testable import Transcripts

@Suite("A transcript is read in its own encoding, or refused with the byte that is wrong")
struct EncodingTests {
    private static let text = "토론 1\n김 민 수\n참여연대 간사\n\n첫째는 비용이다. 누가 내는지가 중요하다.\n"

    /// The text in EUC-KR, as a table of its own: every syllable of it with its two bytes.
    private static let korean: [UInt8] = {
        let table: [Character: [UInt8]] = [
            "토": [0xC5, 0xE4], "론": [0xB7, 0xD0], "김": [0xB1, 0xE8], "민": [0xB9, 0xCE], "수": [0xBC, 0xF6],
            "참": [0xC2, 0xFC], "여": [0xBF, 0xA9], "연": [0xBF, 0xAC], "대": [0xB4, 0xEB], "간": [0xB0, 0xA3],
            "사": [0xBB, 0xE7], "첫": [0xC3, 0xB9], "째": [0xC2, 0xB0], "는": [0xB4, 0xC2], "비": [0xBA, 0xF1],
            "용": [0xBF, 0xEB], "이": [0xC0, 0xCC], "다": [0xB4, 0xD9], "누": [0xB4, 0xA9], "가": [0xB0, 0xA1],
            "내": [0xB3, 0xBB], "지": [0xC1, 0xF6], "중": [0xC1, 0xDF], "요": [0xBF, 0xE4], "하": [0xC7, 0xCF],
        ]
        return text.flatMap { table[$0] ?? Array(String($0).utf8) }
    }()

    private static func utf16(bigEndian: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    static let encoded: [(name: String, bytes: [UInt8])] = [
        ("UTF-8", Array(text.utf8)), ("UTF-8", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
        ("UTF-8", Array(text.decomposedStringWithCanonicalMapping.utf8)),
        ("UTF-8", Array(text.replacing("\n", with: "\r\n").utf8)),
        ("UTF-8", Array(text.replacing("\n", with: "\r").utf8)),
        ("UTF-16LE", utf16(bigEndian: false)), ("UTF-16BE", utf16(bigEndian: true)), ("EUC-KR", korean),
    ]

    @Test("the same text in any encoding gives the same talk", arguments: encoded.indices)
    func encodings(_ index: Int) throws {
        let (name, bytes) = Self.encoded[index]
        let parsed = try TranscriptParser().parse(bytes, event: "e")
        #expect(parsed.encoding == name)
        let talk = try #require(parsed.talks.first)
        #expect(talk.participations.first?.name == "김민수")
        let text = try #require(talk.passages.first?.text)
        #expect(text.utf8.elementsEqual("첫째는 비용이다. 누가 내는지가 중요하다.".utf8))
        #expect(try Ledger.faults(bytes, parsed) == [])
    }

    @Test("a syllable beyond EUC-KR makes it CP949")
    func extended() throws {
        let bytes = Self.korean + [0x8C, 0x63] + Array("\n".utf8)
        #expect(try TranscriptParser().parse(bytes, event: "e").encoding == "CP949")
    }

    @Test("a byte-order mark, decomposed text and mixed line ends are noted")
    func notes() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array((Self.text + "나\r\n").decomposedStringWithCanonicalMapping.utf8)
        let codes = try TranscriptParser().parse(bytes, event: "e").diagnostics.map(\.code)
        #expect(Set(codes) == ["byte-order-mark", "decomposed-text", "mixed-line-ends"])
    }

    @Test("bytes that are neither UTF-8 nor Korean are refused at the first bad byte")
    func invalid() {
        #expect(throws: TranscriptError.invalidEncoding(byte: 0xFF, offset: 6)) {
            try TranscriptParser().parse(Array("토론".utf8) + [0xFF, 0x41], event: "e")
        }
    }

    @Test(
        "western text is read where nothing else fits, with a note of the byte",
        arguments: [
            ("The café is open.", "ISO-8859-1", 0xE9, 7), ("“Señor” – 20 €, œuvre.", "CP1252", 0x93, 0),
            ("Ärzte und Übung: größer.", "ISO-8859-1", 0xC4, 0), ("Une idée créée.", "ISO-8859-1", 0xE9, 6),
        ] as [(String, String, UInt8, Int)])
    func western(_ said: String, _ encoding: String, _ byte: UInt8, _ offset: Int) throws {
        let bytes = try #require((said + "\n").data(using: .windowsCP1252))
        let parsed = try TranscriptParser().parse(Array(bytes), event: "e", format: .markdown)
        #expect(parsed.encoding == encoding)
        #expect(parsed.talks.first?.passages.map(\.text) == [said])
        #expect(parsed.diagnostics.map(\.code) == ["guessed-encoding"])
        #expect(parsed.diagnostics.first?.line == 1)
        let place = "byte 0x\(String(byte, radix: 16, uppercase: true)) at offset \(offset)"
        #expect(parsed.diagnostics.first?.message.contains(place) == true)
    }

    /// What is no western text: other code pages, broken UTF-8, bytes that CP1252 has not.
    static let notWestern: [(name: String, bytes: [UInt8])] = [
        ("Cyrillic in CP1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0x61, 0x62, 0x63]),
        ("Japanese in Shift JIS", [0x82, 0xB1, 0x82, 0xF1, 0x82, 0xC9, 0x82, 0xBF, 0x61, 0x62]),
        ("Chinese in GBK", [0xC4, 0xE3, 0xBA, 0xC3, 0x80, 0x61, 0x62, 0x63]),
        ("broken UTF-8", Array("The café – and the “other” one".utf8) + [0xE9]),
        ("a byte that is undefined", Array("The caf".utf8) + [0xE9, 0x20, 0x81]),
        ("controls", Array(String(repeating: "The words go on. ", count: 300).utf8) + [0xE9, 0x01]),
        ("nothing but accents", [0xE9, 0x20, 0xE8]),
    ]

    @Test("what is no western text is refused", arguments: notWestern.indices)
    func notWesternText(_ index: Int) {
        #expect(throws: TranscriptError.self, "\(Self.notWestern[index].name)") {
            try TextDecoder().decode(Self.notWestern[index].bytes)
        }
        #expect(WesternText.greatestShare == 0.25 && WesternText.longestRun == 3)
        #expect(WesternText.strayForEachWhole == 10 && TextDecoder.leastPlainPart == 4)
    }

    @Test("noise is no text of any kind", arguments: 0..<3 as Range<UInt64>)
    func noise(_ seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<300 {
            let bytes = (0..<400).map { _ in UInt8.random(in: 1...255, using: &random) }
            #expect(throws: TranscriptError.self, "seed \(seed)") { try TextDecoder().decode(bytes) }
        }
    }

    @Test(
        "joiners and selectors stay where they do their work, and Korean is read as before",
        arguments: [
            ("👨‍👩‍👧‍👦 가족 ❤️‍🔥", "👨‍👩‍👧‍👦 가족 ❤️‍🔥"), ("می‌خواهم بروم", "می‌خواهم بروم"), ("क्‍ष और क्‌ष", "क्‍ष और क्‌ष"), ("ന്‍ വന്നു", "ന്‍ വന്നു"),
            ("한\u{200D}국\u{200C}어\u{200B}", "한국어"), ("\u{200D}말 a\u{200D}b \u{200D}", "말 ab"),
            ("✈\u{FE0F} 1\u{200D}2", "✈\u{FE0F} 12"),
        ])
    func joiners(_ text: String, _ kept: String) throws {
        let parsed = try TranscriptParser().parse(Array("\(text)\n".utf8), event: "e", format: .markdown)
        let read = try #require(parsed.talks.first?.passages.first?.text)
        #expect(read.unicodeScalars.elementsEqual(kept.unicodeScalars))
        #expect(CueText(spoken: text).text.unicodeScalars.elementsEqual(kept.unicodeScalars))
        #expect(Ledger.clean(text).unicodeScalars.elementsEqual(kept.unicodeScalars))
    }

    static let malformedBytes: [(bytes: [UInt8], offset: Int?)] = [
        ([0x41, 0xC0, 0x80], 1), ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE0, 0x80, 0x80], 0),
        ([0x41, 0xEA, 0xB0], 1), ([0xEA, 0xB0, 0x80], nil), ([0xF0, 0x9F, 0x98, 0x80], nil), ([0x80], 0), ([], nil),
    ]

    @Test("overlong forms, surrogates and cut sequences are no UTF-8", arguments: malformedBytes.indices)
    func malformed(_ index: Int) {
        let (bytes, offset) = Self.malformedBytes[index]
        // Where eight bytes are looked at together, every place among them.
        for before in ["", "a", "가", "é", "😀", "가나다라마바사", "ab가"] {
            for length in 0..<12 {
                let before = Array((before + String(repeating: "b", count: length)).utf8)
                for after in ["", "가나다라마바사아"] {
                    let text = before + bytes + Array(after.utf8)
                    #expect(TextDecoder.firstInvalidUTF8(in: text) == offset.map { before.count + $0 }, "\(text)")
                }
            }
        }
    }

    @Test("what is UTF-8 is decided as the standard library decides it", arguments: 0..<4 as Range<UInt64>)
    func validity(_ seed: UInt64) {
        var random = Seeded(seed)
        let pieces = ["a", " 나", "하다", "é", "😀", "\u{FFFD}", "\u{800}", "\u{D7FF}"].map { Array($0.utf8) }
        for _ in 0..<4000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...14, using: &random) {
                bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }
            for _ in 0..<Int.random(in: 0...1, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            let bad = TextDecoder.firstInvalidUTF8(in: bytes)
            #expect((bad == nil) == isValid, "\(bytes)")
            if let bad { #expect(String(validating: bytes[..<bad], as: UTF8.self) != nil, "\(bytes)") }
        }
    }

    @Test("half a surrogate pair is refused where it stands")
    func surrogates() {
        #expect(throws: TranscriptError.invalidUTF16(offset: 4)) {
            try TranscriptParser().parse([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x41, 0x00], event: "e")
        }
        #expect(throws: TranscriptError.invalidUTF16(offset: 4)) {
            try TranscriptParser().parse([0xFF, 0xFE, 0x41, 0x00, 0x42], event: "e")
        }
    }

    @Test("what is no text is named for what it is")
    func binaries() {
        #expect(throws: TranscriptError.notText(found: "a PDF file", offset: 0)) {
            try TranscriptParser().parse(Array("%PDF-1.7\n".utf8), event: "e")
        }
        #expect(throws: TranscriptError.notText(found: "a NUL byte", offset: 3)) {
            try TranscriptParser().parse([0x61, 0x62, 0x63, 0x00, 0x64], event: "e")
        }
    }

    @Test("nothing, or nothing but white space, is empty", arguments: ["", "\n\n", " \u{3000}\t\u{FEFF}\n"])
    func empty(_ text: String) {
        #expect(throws: TranscriptError.empty) { try Fixture.parse(text) }
    }

    @Test("text without an item is refused with its first lines")
    func noItem() {
        #expect(throws: TranscriptError.noProgrammeItem(firstLines: ["오늘의 날씨", "맑음"])) {
            try Fixture.parse("오늘의 날씨\n\n맑음\n")
        }
    }

    @Test("more bytes than allowed are refused before they are read")
    func tooLarge() {
        #expect(throws: TranscriptError.tooLarge(byteCount: 11, limit: 10)) {
            try TranscriptParser(maximumByteCount: 10).parse(Array("01234567890".utf8), event: "e")
        }
        #expect(TranscriptParser().maximumByteCount == 256 << 20)
        #expect(TranscriptParser(maximumByteCount: .max).byteLimit == 512 << 20)
    }

    @Test("more lines than allowed are refused before any is read")
    func tooManyLines() {
        let parser = TranscriptParser(maximumLineCount: 3)
        #expect(throws: TranscriptError.tooManyLines(count: 4, limit: 3)) {
            try parser.parse(Array("\n\n\n\n".utf8), event: "e")
        }
        #expect(throws: TranscriptError.empty) { try parser.parse(Array("\n\n\n".utf8), event: "e") }
        #expect(TranscriptParser().maximumLineCount == 2_000_000)
        #expect(
            TranscriptError.tooManyLines(count: 4, limit: 3).description
                == "the transcript has 4 lines: at most 3 are allowed")
    }

    @Test(
        "lines are counted as they are read",
        arguments: ["", "a", "a\n", "\n\n", "a\r\nb\r", "\r\n\r\n", "\n\r", "a\r\rb", "가\n\r\n나", "\r\n\n\r"])
    func lineCount(text: String) {
        let bytes = Array(text.utf8)
        let count = Manuscript.lineCount(utf8: bytes)
        for most in 0...(count + 1) {
            #expect(Manuscript(utf8: bytes, mostLines: most).rows.count == min(count, most + 1))
        }
    }

    @Test("an error says what was wrong, where, and what would have been right")
    func descriptions() {
        let error = TranscriptError.invalidEncoding(byte: 0x0A, offset: 7)
        #expect(error.description.contains("0x0A at offset 7"))
        #expect(error.description.contains("expected UTF-8"))
        let missing = TranscriptError.noProgrammeItem(firstLines: ["오늘"]).description
        #expect(missing.contains("주제발표 1") && missing.contains("“오늘”"))
    }
}
