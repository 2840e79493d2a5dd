import KoreanText
import Proceedings

/// What is odd about a transcript, said line by line.
struct Survey {
    private(set) var diagnostics: [Diagnostic] = []

    init(_ layout: Layout, _ decoded: DecodedText, _ programme: Programme) {
        surveyText(layout, decoded)
        surveyColumns(layout)
        surveyProgramme(layout, programme)
        for (row, message) in layout.furniture.doubts { report(.warning, .doubtfulPage, row + 1, message) }
        diagnostics += programme.turns.diagnostics
        for talk in programme.talks { survey(talk, layout.manuscript) }
        diagnostics.sort { ($0.line ?? 0, $0.code) < ($1.line ?? 0, $1.code) }
    }

    private mutating func report(
        _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ line: Int?, column: Int? = nil, _ message: String
    ) {
        diagnostics.append(Diagnostic(severity: severity, code: code, line: line, column: column, message: message))
    }

    private mutating func surveyText(_ layout: Layout, _ decoded: DecodedText) {
        if decoded.hadByteOrderMark { report(.note, .byteOrderMark, 1, "a byte-order mark stands before the text") }
        let rows = layout.manuscript.rows
        if let row = rows.firstIndex(where: \.wasDecomposed) {
            report(
                .note, .decomposedText, row + 1, "text in decomposed form (NFD) was composed (NFC) for the passages")
        }
        let first = rows.first?.terminator
        if rows.contains(where: { $0.terminator != first && $0.terminator != .none }) {
            report(.note, .mixedLineEnds, nil, "lines end in different ways (LF, CRLF or CR) in one file")
        }
    }

    /// Tells of columns that were woven together; the places of words in a PDF tell that better.
    private mutating func surveyColumns(_ layout: Layout) {
        guard layout.hints == nil else { return }
        let pages = WovenText(layout.manuscript, layout.pagination).pages
        guard let first = pages.first else { return }
        let others = pages.count > 1 ? ", and so are lines on \(pages.count - 1) more pages" : ""
        report(
            .warning, .wovenColumns, first.row + 1,
            "\(first.count) lines of page \(first.number) hold two columns side by side\(others); give the PDF itself, or its "
                + "text without -layout")
    }

    private mutating func surveyProgramme(_ layout: Layout, _ programme: Programme) {
        for line in programme.nameless {
            report(.warning, .noPanelist, line, "no panelist's name was found after this label")
        }
        for line in programme.listings {
            report(.note, .programmeListing, line, "this item is printed in full further on and was left out here")
        }
        if let row = programme.speechBeforeTurns {
            report(
                .warning, .speechBeforeFirstTurn, row + 1, column: 1,
                "somebody speaks before the first turn's label; nobody is named for it")
        }
        let unclaimed = programme.marks.unclaimed
        if let first = unclaimed.first {
            let count = unclaimed.count
            report(
                .note, .frontMatter, first + 1,
                "\(count) line\(count == 1 ? "" : "s") before the first programme item belong\(count == 1 ? "s" : "") to no talk"
            )
        }
        var seen: [String: Int] = [:]
        for talk in programme.talks {
            guard let ordinal = talk.ordinal else { continue }
            let key = "\(talk.kindLabel) \(ordinal)"
            if let line = seen[key] {
                report(.warning, .repeatedItem, talk.lines.lowerBound, "“\(key)” already stands on line \(line)")
            }
            seen[key] = talk.lines.lowerBound
        }
    }

    private mutating func survey(_ talk: Talk, _ manuscript: Manuscript) {
        for index in talk.passages.indices {
            let (isOpen, isDamaged) = Self.look(at: talk.passages[index].text)
            guard isOpen || isDamaged else { continue }
            let passage = talk.passages[index]
            if isOpen {
                let place = Self.openParenthesis(passage, manuscript)
                report(
                    .note, .unclosedParenthesis, place.line, column: place.column,
                    "a parenthesis is opened and not closed in passage \(passage.id)")
            }
            if isDamaged {
                let place = Self.first("\u{FFFD}", passage, manuscript)
                report(
                    .warning, .replacementCharacter, place.line, column: place.column,
                    "passage \(passage.id) holds a character that an earlier conversion could not read (U+FFFD)")
            }
        }
    }

    /// Whether a parenthesis of a text stays open, and whether U+FFFD stands in it.
    private static func look(at text: String) -> (isOpen: Bool, isDamaged: Bool) {
        text.withBytes { bytes in
            var depth = 0
            var isDamaged = false
            var index = 0
            while index < bytes.count {
                // Eight bytes without what is sought are passed over at once: parentheses, and the first byte of U+FFFD.
                if let next = EightBytes(bytes, at: index), !next.holds(0x28, mask: 0xFE), !next.holds(0xEF) {
                    index += 8
                    continue
                }
                let end = min(index + 8, bytes.count)
                while index < end {
                    switch bytes[index] {
                    case 0x28: depth += 1
                    case 0x29: depth = max(depth - 1, 0)
                    case 0xEF: isDamaged = isDamaged || bytes[index...].starts(with: [0xEF, 0xBF, 0xBD])
                    default: break
                    }
                    index += 1
                }
            }
            return (depth > 0, isDamaged)
        }
    }

    /// A place in the source, both 1-based, the column in characters.
    private typealias Place = (line: Int?, column: Int?)

    /// Where the first parenthesis stands that a passage leaves open.
    private static func openParenthesis(_ passage: Passage, _ manuscript: Manuscript) -> Place {
        var open: [Place] = []
        for line in passage.spans.flatMap(\.lines) {
            for (column, character) in manuscript.rawText(line - 1).enumerated() {
                if character == "(" { open.append((line, column + 1)) }
                if character == ")" { _ = open.popLast() }
            }
        }
        return open.first ?? (passage.spans.first?.lines.lowerBound, nil)
    }

    /// Where a character first stands in the lines of a passage.
    private static func first(_ wanted: Character, _ passage: Passage, _ manuscript: Manuscript) -> Place {
        for line in passage.spans.flatMap(\.lines) {
            guard let column = manuscript.rawText(line - 1).enumerated().first(where: { $1 == wanted })?.offset else {
                continue
            }
            return (line, column + 1)
        }
        return (passage.spans.first?.lines.lowerBound, nil)
    }
}
