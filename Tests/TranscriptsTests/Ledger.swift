import Foundation
import KoreanText
import Proceedings

@testable import Transcripts

/// What holds for the ledger of every input whatever.
enum Ledger {
    /// What is wrong with a reading of some bytes; empty where nothing is.
    static func faults(_ bytes: [UInt8], _ parsed: ParsedTranscript) throws -> [String] {
        var faults: [String] = []
        let decoded = try TextDecoder().decode(bytes)
        let whole = parsed.lines.map { $0.text + $0.terminator }.joined()
        if !whole.utf8.elementsEqual(decoded.utf8) { faults.append("the lines are not the decoded text") }
        if parsed.lines.map(\.number) != Array(1...parsed.lines.count) {
            faults.append("a line is missing or repeated")
        }
        var lines: [Passage.ID: [SourceLine]] = [:]
        for line in parsed.lines {
            if let passage = line.passage { lines[passage, default: []].append(line) }
            let carriesPassage = line.lineClass == .body || line.lineClass == .heading
            if carriesPassage != (line.passage != nil) {
                faults.append("line \(line.number): \(line.lineClass) and passage disagree")
            }
            if (line.join != nil) != carriesPassage { faults.append("line \(line.number): join without passage") }
            if (line.lineClass == .dropped) != (line.reason != nil) {
                faults.append("line \(line.number): drop without reason")
            }
        }
        var identifiers: Set<String> = []
        for talk in parsed.talks {
            if !identifiers.insert(talk.id.rawValue).inserted { faults.append("\(talk.id) is given twice") }
            for passage in talk.passages {
                if !identifiers.insert(passage.id.rawValue).inserted { faults.append("\(passage.id) is given twice") }
                faults += self.faults(passage, lines[passage.id] ?? [], in: talk)
            }
            for section in talk.sections where !talk.passages.contains(where: { $0.id.rawValue == "\(section.id).h" }) {
                faults.append("\(section.id) has no heading")
            }
        }
        return faults
    }

    private static func faults(_ passage: Passage, _ lines: [SourceLine], in talk: Talk) -> [String] {
        guard lines.last?.join == .end, lines.dropLast().allSatisfy({ $0.join != .end }) else {
            return ["\(passage.id): its lines do not end once"]
        }
        var text = ""
        for (position, line) in lines.enumerated() {
            var clean = clean(line.text)
            if passage.kind == .quote, position > 0, let marker = passage.marker, clean.hasPrefix(marker) {
                clean.removeFirst(marker.count)
                clean = self.clean(clean)
            }
            // The marks of a heading in Markdown are none of its text.
            if passage.kind == .heading, !passage.text.hasPrefix("#") {
                clean = self.clean(String(clean.drop { $0 == "#" }.reversed().drop { $0 == "#" }.reversed()))
            }
            if line.join == .hyphen, let last = clean.last, "-\u{2010}\u{2011}".contains(last) { clean.removeLast() }
            text += clean
            if line.join == .space { text += " " }
        }
        if let marker = passage.marker {
            guard text.hasPrefix(marker) else { return ["\(passage.id): its marker does not begin its lines"] }
            text = clean(String(text.dropFirst(marker.count)))
        }
        let isSame = clean(text).utf8.elementsEqual(passage.text.utf8)
        let isInside = lines.allSatisfy { talk.lines.contains($0.number) }
        return (isSame ? [] : ["\(passage.id): its text is not its lines rejoined"])
            + (isInside ? [] : ["\(passage.id): a line is outside its talk"])
    }

    /// A line as the standard says: NFC, nothing of zero width but joiners at work, white space collapsed and trimmed.
    static func clean(_ line: String) -> String {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in TextForm.printed(line.unicodeScalars).unicodeScalars {
            if TextForm.isWhiteSpace(scalar) {
                words.append(String(word))
                word = String.UnicodeScalarView()
            } else {
                word.append(scalar)
            }
        }
        words.append(String(word))
        return TextForm.composed(words.filter { !$0.isEmpty }.joined(separator: " "))
    }
}
