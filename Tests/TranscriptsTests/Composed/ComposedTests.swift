import ComposedProceedings
import Foundation
import SeededNumbers
import Testing

@testable import Transcripts

/// The figures that a reading of proceedings in unknown layouts has to reach, over many documents that a seed composes.
@Suite("Composed proceedings in any layout are read as well as was promised")
struct ComposedTests {
    /// The lowest share of each figure.
    struct Floor: Sendable {
        var wrap: ComposedLayout.Wrap
        var keepsBlanks: Bool
        var paragraphs: Double
        var bullets: Double
        var breaks: Double
    }

    static let floors = [
        Floor(wrap: .atSpaces, keepsBlanks: true, paragraphs: 0.97, bullets: 0.97, breaks: 0.99),
        Floor(wrap: .insideWords, keepsBlanks: true, paragraphs: 0.97, bullets: 0.97, breaks: 0.99),
        Floor(wrap: .atSpaces, keepsBlanks: false, paragraphs: 0.90, bullets: 0.97, breaks: 0.98),
        // One wrong break spoils a block, and a few in a hundred cannot be told without a dictionary.
        Floor(wrap: .insideWords, keepsBlanks: false, paragraphs: 0.84, bullets: 0.94, breaks: 0.94),
    ]

    static let seeds: ClosedRange<UInt64> = 1...64

    /// The sentences of a real forum's proceedings.
    private static func sentences() throws -> [String] {
        let gold = try JSONSerialization.jsonObject(with: Data(Fixture.bytes("deepseek.gold.json")))
        func texts(_ value: Any) -> [String] {
            if let object = value as? [String: Any] {
                let own = object["type"] as? String == "paragraph" ? object["text"] as? String : nil
                return (own.map { [$0] } ?? []) + object.sorted { $0.key < $1.key }.flatMap { texts($0.value) }
            }
            return (value as? [Any])?.flatMap(texts) ?? []
        }
        return texts(gold).flatMap { $0.split(separator: ". ").map { $0.hasSuffix(".") ? String($0) : $0 + "." } }
            .filter { (12...200).contains($0.count) }
    }

    @Test("every figure of a layout is reached", arguments: floors)
    func figures(floor: Floor) throws {
        let sentences = try Self.sentences()
        #expect(sentences.count > 90)
        var score = ComposedScore()
        for seed in Self.seeds {
            var random = Seeded(seed)
            let layout = ComposedLayout(floor.wrap, keepsBlanks: floor.keepsBlanks, using: &random)
            let document = ComposedDocument(layout, sentences: sentences, random: random)
            let bytes = [UInt8](document.text.utf8)
            let parsed = try TranscriptParser().parse(bytes, event: "e")
            #expect(try Ledger.faults(bytes, parsed) == [], "seed \(seed)")
            score.count(parsed, of: document, seed: seed)
        }
        let note: Comment = """
            \(floor.wrap), blanks \(floor.keepsBlanks ? "kept" : "stripped"), seeds \(Self.seeds): metadata \(score.metadata), \
            headings \(score.headings), paragraphs \(score.paragraphs), bullets \(score.bullets), breaks \(score.breaks)
            \(score.misses.joined(separator: "\n"))
            """
        print(note)
        #expect(score.metadata.value >= 0.98, note)
        #expect(score.headings.value >= 0.98, note)
        #expect(score.paragraphs.value >= floor.paragraphs, note)
        #expect(score.bullets.value >= floor.bullets, note)
        #expect(score.breaks.value >= floor.breaks, note)
    }
}
