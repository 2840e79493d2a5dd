import Foundation
import Proceedings
import SeededNumbers
import Testing

@testable import Transcripts

@Suite("Every line of every input is accounted for once")
struct LedgerTests {
    static let files = ["nested.txt", "roundtable.txt", "assembly.txt", "english.txt", "people.txt", "notes.txt"]

    @Test("the ledger of a document is complete and its passages are its lines rejoined", arguments: files)
    func documents(_ name: String) throws {
        let bytes = try Fixture.bytes(name)
        let parsed = try TranscriptParser().parse(bytes, event: "e")
        #expect(try Ledger.faults(bytes, parsed) == [])
    }

    @Test("a document cut off anywhere is read without a fault", arguments: files)
    func truncated(_ name: String) throws {
        let bytes = try Fixture.bytes(name)
        for end in stride(from: 0, through: bytes.count, by: 7) {
            try Self.expectSound(Array(bytes[..<end]), "\(name) cut at \(end)")
        }
    }

    @Test("mutated documents are read without a fault", arguments: [UInt64](1...8))
    func mutated(_ seed: UInt64) throws {
        var generator = Seeded(seed)
        var sources = try Self.files.map(Fixture.bytes)
        sources.append(Array(try Fixture.transcript("deepseek").prefix(9000)))
        for round in 0..<40 {
            let source = sources.randomElement(using: &generator) ?? []
            let bytes = Self.mutated(source, &generator)
            try Self.expectSound(bytes, "seed \(seed), round \(round)")
        }
    }

    @Test("random bytes are read or refused", arguments: [UInt64](1...4))
    func random(_ seed: UInt64) throws {
        var generator = Seeded(seed)
        for round in 0..<100 {
            let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            try Self.expectSound(bytes, "seed \(seed), round \(round)")
        }
    }

    /// Expects a reading without a fault, or one of the parser's own errors.
    private static func expectSound(_ bytes: [UInt8], _ what: String) throws {
        do throws(TranscriptError) {
            let parsed = try TranscriptParser().parse(bytes, event: "e")
            let faults = (try? Ledger.faults(bytes, parsed)) ?? ["the text could not be decoded again"]
            #expect(faults == [], "\(what)")
        } catch {
            #expect(!error.description.isEmpty)
        }
    }

    private static let insertions = [
        "", "\u{0C}", "- 3 -", "26", "◇ ◇ ◇", "주제발표 2", "[발제 3]", "좌장: 홍길동 (서울대학교 교수)", "종합토론", "김철수: 네", "○ 위원장",
        "1)", "(", "제1주제", "가.", "-", ">", "> 인용", "[", "【】", "a\tb\tc", "\u{FEFF}", "ᄀ", "가\u{301}", "주1) 출처",
        "────────",
        "\r", "  ", "○", ":", "토론 ", "12 a", "<", "<>", "제1장", "III.", "(가)", "①", "|", "|a|b|", "￭ ￭", "1.1", "1.",
        "Ⅰ", "\u{301}",
    ]

    private static func mutated(_ bytes: [UInt8], _ generator: inout Seeded) -> [UInt8] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        for _ in 0..<Int.random(in: 1...24, using: &generator) {
            guard let index = lines.indices.randomElement(using: &generator) else { break }
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: lines.remove(at: index)
            case 1: lines.insert(lines[index], at: Int.random(in: 0...lines.count, using: &generator))
            case 2: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &generator))
            case 3: lines[index] = Array(lines[index].prefix(Int.random(in: 0...lines[index].count, using: &generator)))
            case 4:
                if let position = lines[index].indices.randomElement(using: &generator) {
                    lines[index][position] = UInt8.random(in: 0...255, using: &generator)
                }
            default: lines.insert(Array((insertions.randomElement(using: &generator) ?? "").utf8), at: index)
            }
        }
        let joined = Array(lines.joined(separator: [0x0A]))
        // Half of them are made valid again, or hardly one would get past the decoder.
        return Bool.random(using: &generator) ? Array(String(decoding: joined, as: UTF8.self).utf8) : joined
    }
}
