import ComposedProceedings
import Foundation
import Testing

@testable import Transcripts

/// The figures that a reading of turns in unknown forms has to reach, over many documents that a seed composes.
@Suite("Turns in any form are read as well as was promised, and none are seen where there are none")
struct ComposedTurnsTests {
    static let seeds: ClosedRange<UInt64> = 1...160

    /// The lowest shares of turns and voices that are right, and of turns that are turns.
    static let leastRight = 0.965, leastVoices = 0.95, leastPrecision = 0.99
    /// The largest share of lines under another's name; each is a label that was not read.
    static let mostMisattributed = 0.01
    /// The largest share of lines that are the record's own, as headings between turns, under somebody's name.
    static let mostGiven = 0.17
    /// The most turns seen in a thousand lines without any.
    static let mostFalse = 20.0

    @Test("every figure of composed transcripts is reached, and the ledger holds")
    func transcripts() throws {
        var score = TurnScore()
        for seed in Self.seeds { try count(ComposedTurns(seed: seed), "seed \(seed)", &score) }
        let note: Comment = """
            seeds \(Self.seeds): \(score.right) of \(score.turns) turns right, \(score.voicesRight) of \(score.voices) voices, \
            precision \(score.precision), \(score.misattributed) of \(score.lines) lines under another's name, \(score.given) of \
            \(score.recordLines) lines of the record under somebody's
            \(score.misses.prefix(200).joined(separator: "\n"))
            """
        #expect(score.turns > 3000)
        #expect(score.recall >= Self.leastRight, note)
        #expect(Double(score.voicesRight) >= Double(score.voices) * Self.leastVoices, note)
        #expect(score.precision >= Self.leastPrecision, note)
        #expect(score.misattributedShare <= Self.mostMisattributed, note)
        #expect(Double(score.given) <= Double(score.recordLines) * Self.mostGiven, note)
    }

    @Test("few turns are seen in documents without any")
    func temptations() throws {
        var score = TurnScore()
        for seed in Self.seeds { try count(ComposedTurns(temptation: seed), "temptation \(seed)", &score) }
        let note: Comment = """
            seeds \(Self.seeds): \(score.otherFalse) turns in \(score.otherLines) lines
            \(score.misses.prefix(200).joined(separator: "\n"))
            """
        #expect(score.otherLines > 10_000)
        #expect(score.falsePerThousand <= Self.mostFalse, note)
    }

    private func count(_ document: ComposedTurns, _ place: String, _ score: inout TurnScore) throws {
        let bytes = [UInt8](document.text.utf8)
        let parsed = try? TranscriptParser().parse(bytes, event: "e")
        if let parsed {
            let isProceedings = parsed.format == TranscriptFormat.proceedings.rawValue
            let faults = isProceedings ? try Ledger.faults(bytes, parsed) : FormatsLedger.faults(document.text, parsed)
            #expect(faults == [], "\(place) (\(document.name))")
        }
        score.count(parsed, of: document, in: "\(place) (\(document.name))")
    }

    @Test("a seed composes the same document again, and its gold stands on its lines")
    func isRepeatable() {
        for seed in UInt64(1)...20 {
            let document = ComposedTurns(seed: seed)
            #expect(document.text == ComposedTurns(seed: seed).text)
            for turn in document.turns {
                #expect(document.lines[turn.line - 1].contains(turn.label), "seed \(seed), line \(turn.line)")
            }
        }
    }
}
