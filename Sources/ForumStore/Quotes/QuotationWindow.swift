import KoreanText
import Proceedings
import Quotations
import SQLite

/// Passages of a talk that follow one another, read to be compared with a quotation.
struct QuotationWindow {
    /// A passage as it is read.
    private struct Row {
        let key: Int64
        let id: Passage.ID
        let kind: String
        let text: String
    }

    /// What is printed there.
    var printed = PrintedText()
    /// The keys of the passages.
    private(set) var keys: ClosedRange<Int64>
    private var rows: [Row] = []

    /// Reads the passages of a talk from one to another; `nil` where there are none.
    init?(_ keys: ClosedRange<Int64>, among narrowing: Condition, in reader: StoreReader) throws(StoreError) {
        self.keys = keys
        let sql = """
            SELECT p.key, p.id, p.kind, p.text, coalesce('#' || p.panelist, p.voice_label) FROM passages p \
            WHERE p.key BETWEEN ? AND ?\(narrowing.sql) ORDER BY p.key
            """
        let values = [Value.integer(keys.lowerBound), .integer(keys.upperBound)] + narrowing.values
        try reader.forEachRow(of: sql, values) { statement throws(StoreError) in
            let row = Row(
                key: statement.int64(at: 0), id: .init(statement.string(at: 1) ?? ""),
                kind: statement.string(at: 2) ?? "", text: statement.string(at: 3) ?? "")
            // Headings and remarks on the scene are nobody's words, and part nobody's.
            let isSpoken = row.kind != Passage.Kind.heading.rawValue && row.kind != Passage.Kind.note.rawValue
            printed.append(row.text, voice: isSpoken ? statement.string(at: 4) : nil)
            rows.append(row)
        }
        guard !rows.isEmpty else { return nil }
        try readFurniture(reader)
    }

    /// The running heads and page numbers between the lines that the passages are printed on.
    private mutating func readFurniture(_ reader: StoreReader) throws(StoreError) {
        guard let first = rows.first?.key, let last = rows.last?.key else { return }
        let sql = """
            SELECT l.text FROM source_lines l JOIN (
                SELECT ps.source AS source, min(ps.first_line) AS first, max(ps.last_line) AS last FROM passage_spans ps
                WHERE ps.passage BETWEEN ? AND ? GROUP BY ps.source
            ) s ON l.source = s.source AND l.number BETWEEN s.first AND s.last
            WHERE l.class IN ('page_header', 'page_number') LIMIT ?
            """
        var lines: [String] = []
        try reader.forEachRow(of: sql, [.integer(first), .integer(last), Value(reader.limits.furnitureLines)]) {
            statement throws(StoreError) in
            lines.append(TextForm.composed(statement.string(at: 0) ?? ""))
        }
        printed.furniture = lines
    }

    /// What a range of what is printed has of each passage.
    func parts(of range: Range<Int>) -> [Quotation.Part] {
        zip(printed.parts, rows).compactMap { part, row in
            guard part.range.overlaps(range) || range.isEmpty && part.range.contains(range.lowerBound) else {
                return nil
            }
            let common = part.range.clamped(to: range)
            let own = common.lowerBound - part.range.lowerBound..<common.upperBound - part.range.lowerBound
            return Quotation.Part(
                passage: row.id, range: own, text: row.text.utf16Text(own),
                isInner: row.kind == Passage.Kind.quote.rawValue || InnerQuotation.holds(own, in: row.text),
                key: row.key)
        }
    }

    /// The one passage that a place of what is printed stands in, the first of several.
    func part(of range: Range<Int>) -> Quotation.Part? {
        if let part = parts(of: range).first { return part }
        // An empty place may stand at the end of a passage.
        guard let index = printed.parts.lastIndex(where: { $0.range.lowerBound <= range.lowerBound }) else {
            return nil
        }
        let offset =
            min(range.lowerBound, printed.parts[index].range.upperBound) - printed.parts[index].range.lowerBound
        return Quotation.Part(passage: rows[index].id, range: offset..<offset, text: "", key: rows[index].key)
    }

    /// Where a part of one of the passages stands in what is printed.
    func range(of part: Quotation.Part) -> Range<Int>? {
        guard let index = rows.firstIndex(where: { $0.key == part.key }) else { return nil }
        let start = printed.parts[index].range.lowerBound
        return start + part.range.lowerBound..<start + part.range.upperBound
    }
}

extension String {
    /// The characters of a range of UTF-16 units, as far as there are some.
    func utf16Text(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<utf16.count)
        let start = utf16.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf16.index(start, offsetBy: range.count)])
    }
}
