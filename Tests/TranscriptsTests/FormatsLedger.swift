import Foundation
import KoreanText
import Proceedings

@testable import Transcripts

/// What holds for the ledger of captions and Markdown.
enum FormatsLedger {
    static func faults(_ text: String, _ parsed: ParsedTranscript) -> [String] {
        var faults: [String] = []
        let whole = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        if !parsed.lines.map({ $0.text + $0.terminator }).joined().utf8.elementsEqual(whole.utf8) {
            faults.append("the lines are not the text")
        }
        if parsed.lines.map(\.number) != Array(1...parsed.lines.count) {
            faults.append("a line is missing or repeated")
        }
        var byPassage: [Passage.ID: [SourceLine]] = [:]
        for line in parsed.lines {
            let carries = line.lineClass == .body || line.lineClass == .heading
            if carries != (line.passage != nil) || carries != (line.join != nil) {
                faults.append("line \(line.number): \(line.lineClass) and passage disagree")
            }
            if (line.lineClass == .dropped) != (line.reason != nil) { faults.append("line \(line.number): reason") }
            if let passage = line.passage { byPassage[passage, default: []].append(line) }
        }
        var identifiers: Set<String> = []
        for talk in parsed.talks {
            for passage in talk.passages {
                if !identifiers.insert(passage.id.rawValue).inserted { faults.append("\(passage.id) is given twice") }
                let lines = byPassage.removeValue(forKey: passage.id) ?? []
                if lines.last?.join != .end || lines.dropLast().contains(where: { $0.join == .end }) {
                    faults.append("\(passage.id): its lines do not end once")
                }
                if passage.text.isEmpty { faults.append("\(passage.id) is empty") }
                // What a passage says stands in its lines in that order, markup between it.
                var rest = Substring(lines.map { Ledger.clean($0.text) }.joined(separator: " "))
                if parsed.format == "webvtt" {
                    rest = Substring(
                        rest.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">"))
                }
                var scalars = rest.unicodeScalars[...]
                for scalar in TextForm.composed(passage.text).unicodeScalars {
                    guard let found = scalars.firstIndex(of: scalar) else {
                        faults.append("\(passage.id): its text is not in its lines")
                        break
                    }
                    scalars = scalars[scalars.index(after: found)...]
                }
            }
        }
        if !byPassage.isEmpty { faults.append("a line belongs to no passage of the talk") }
        return faults
    }
}
