import KoreanText
import Proceedings
import Testing

@testable import Transcripts

/// What holds for the ledger of recognisers' files, where one line may hold several passages.
enum SpeechLedger {
    static func faults(_ text: String, _ parsed: ParsedTranscript) -> [String] {
        var faults: [String] = []
        let whole = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        if !parsed.lines.map({ $0.text + $0.terminator }).joined().utf8.elementsEqual(whole.utf8) {
            faults.append("the lines are not the text")
        }
        var ends: [Passage.ID: Int] = [:]
        for line in parsed.lines {
            let carries = line.lineClass == .body || line.lineClass == .heading
            if carries != (line.passage != nil) || carries != (line.join != nil) {
                faults.append("line \(line.number)")
            }
            if (line.lineClass == .dropped) != (line.reason != nil) { faults.append("line \(line.number): reason") }
            if let passage = line.passage { ends[passage, default: 0] += line.join == .end ? 1 : 0 }
        }
        if ends.values.contains(where: { $0 != 1 }) { faults.append("a passage's lines do not end once") }
        for talk in parsed.talks {
            if Set(talk.passages.map(\.id)).count != talk.passages.count {
                faults.append("an identifier is given twice")
            }
            let people = Set(talk.participations.map(\.panelist))
            for passage in talk.passages {
                if passage.text.isEmpty { faults.append("\(passage.id) is empty") }
                if let speaker = passage.speaker, !people.contains(speaker) { faults.append("\(speaker) is nobody") }
                let lines = parsed.lines[(passage.spans[0].lines.lowerBound - 1)..<passage.spans[0].lines.upperBound]
                if !lines.contains(where: { $0.lineClass == .body }) { faults.append("\(passage.id) has no line") }
            }
        }
        return faults
    }

    /// The passages of a file in one line each: label, speaker, time and text; every line must be accounted for.
    static func passages(of text: String) throws -> [String] {
        let parsed = try TranscriptParser().parse([UInt8](text.utf8), event: "e")
        #expect(faults(text, parsed) == [])
        return parsed.talks[0].passages.map { passage in
            let time = passage.time.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "?"
            return "\(passage.voice?.label ?? "-")|\(passage.speaker?.rawValue ?? "-")|\(time)|\(passage.text)"
        }
    }
}
