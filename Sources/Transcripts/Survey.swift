import KoreanText
import Proceedings

/// What is odd about a transcript, said line by line.
struct Survey {
    private(set) var diagnostics: [Diagnostic] = []

    init(_ layout: Layout, _ decoded: DecodedText, _ programme: Programme) {
        surveyText(layout, decoded)
        surveyProgramme(layout, programme)
        for talk in programme.talks { survey(talk) }
        diagnostics.sort { ($0.line ?? 0, $0.code) < ($1.line ?? 0, $1.code) }
    }

    private mutating func report(_ severity: Diagnostic.Severity, _ code: String, _ line: Int?, _ message: String) {
        diagnostics.append(Diagnostic(severity: severity, code: code, line: line, message: message))
    }

    private mutating func surveyText(_ layout: Layout, _ decoded: DecodedText) {
        if decoded.hadByteOrderMark { report(.note, "byte-order-mark", 1, "a byte-order mark stands before the text") }
        let rows = layout.manuscript.rows
        if let row = rows.firstIndex(where: \.wasDecomposed) {
            report(
                .note, "decomposed-text", row + 1, "text in decomposed form (NFD) was composed (NFC) for the passages")
        }
        let terminators = Set(rows.map(\.terminator)).subtracting([.none])
        if terminators.count > 1 {
            report(.note, "mixed-line-ends", nil, "lines end in different ways (LF, CRLF or CR) in one file")
        }
    }

    private mutating func surveyProgramme(_ layout: Layout, _ programme: Programme) {
        for line in programme.nameless {
            report(.warning, "no-panelist", line, "no panelist's name was found after this label")
        }
        for line in programme.listings {
            report(.note, "programme-listing", line, "this item is printed in full further on and was left out here")
        }
        if let first = programme.marks.marks.firstIndex(where: { $0 == nil }) {
            let count = programme.marks.marks.count { $0 == nil }
            report(.note, "front-matter", first + 1, "\(count) lines before the first programme item belong to no talk")
        }
        var seen: [String: Int] = [:]
        for talk in programme.talks {
            guard let ordinal = talk.ordinal else { continue }
            let key = "\(talk.kindLabel) \(ordinal)"
            if let line = seen[key] {
                report(.warning, "repeated-item", talk.lines.lowerBound, "“\(key)” already stands on line \(line)")
            }
            seen[key] = talk.lines.lowerBound
        }
    }

    private mutating func survey(_ talk: Talk) {
        for passage in talk.passages {
            var depth = 0
            for byte in passage.text.utf8 {
                if byte == 0x28 { depth += 1 }
                if byte == 0x29, depth > 0 { depth -= 1 }
            }
            if depth > 0 {
                report(
                    .note, "unclosed-parenthesis", passage.spans.first?.lines.lowerBound,
                    "a parenthesis is opened and not closed in passage \(passage.id)")
            }
            if passage.text.unicodeScalars.contains("\u{FFFD}") {
                report(
                    .warning, "replacement-character", passage.spans.first?.lines.lowerBound,
                    "passage \(passage.id) holds a character that an earlier conversion could not read (U+FFFD)")
            }
        }
    }
}
