import Proceedings
import SQLite
import SeededNumbers
import Testing

@testable import ForumStore

@Suite("Rows packed into a column")
struct PackedRowsTests {
    @Test("every passage's own columns hold what they are derived from")
    func derivation() throws {
        let folder = try TemporaryFolder()
        let reader = try folder.sampleReader()
        func texts(_ sql: String, _ id: String) throws -> [String] {
            var rows: [String] = []
            try reader.forEachRow(of: sql, [.text(id)]) { statement throws(StoreError) in
                rows.append((0..<statement.columnCount).map { statement.string(at: $0) ?? "-" }.joined(separator: " "))
            }
            return rows
        }
        var count = 0
        let result = try reader.passages(PassageList(limit: 1000)) { row throws(StoreError) in
            let id = row.id.string
            var (spans, topics): ([String], [String]) = ([], [])
            try row.forEachSpan { span throws(StoreError) in
                let source = try span.source.read { $0.id.string } ?? "-"
                let lines = "\(span.lines.lowerBound) \(span.lines.upperBound)"
                spans.append("\(source) \(span.page) \(span.printedPage.optionalString ?? "-") \(lines)")
            }
            try row.forEachTopic { topic throws(StoreError) in
                topics.append("\(try topic.topic.read { $0.id.string } ?? "-") \(topic.mentions)")
            }
            let referred = [
                try row.talk.read { $0.id.string }, try row.event.read { $0.id.string },
                try row.section.read { $0.id.string }, try row.panelist.read { $0.id.string },
            ].map { $0 ?? "-" }
            do {
                #expect(
                    try texts(
                        """
                        SELECT t.id, e.id, s.id, pn.id FROM passages p JOIN talks t ON t.key = p.talk \
                        JOIN events e ON e.key = t.event LEFT JOIN sections s ON s.key = p.section \
                        LEFT JOIN panelists pn ON pn.key = p.panelist WHERE p.id = ?
                        """, id) == [referred.joined(separator: " ")])
                #expect(
                    try texts(
                        """
                        SELECT so.id, ps.page, ps.printed_page, ps.first_line, ps.last_line FROM passage_spans ps \
                        JOIN sources so ON so.key = ps.source JOIN passages p ON p.key = ps.passage WHERE p.id = ? \
                        ORDER BY ps.position
                        """, id) == spans)
                #expect(
                    try texts(
                        """
                        SELECT tp.id, pt.mentions FROM passage_topics pt JOIN topics tp ON tp.key = pt.topic \
                        JOIN passages p ON p.key = pt.passage WHERE p.id = ? ORDER BY pt.topic
                        """, id) == topics)
                let neighbours = ["-", "+"].map { sign in
                    """
                    SELECT n.id FROM passages p JOIN passages n ON n.key = p.key \(sign) 1 AND n.talk = p.talk \
                    WHERE p.id = ?
                    """
                }
                #expect(try texts(neighbours[0], id) == [row.previousID.optionalString].compactMap(\.self))
                #expect(try texts(neighbours[1], id) == [row.nextID.optionalString].compactMap(\.self))
            } catch {
                Issue.record(error)
            }
            count += 1
        }
        #expect(count == result.total && count > 5)
    }

    @Test("what is packed is read again", arguments: 1...50)
    func roundTrip(seed: UInt64) {
        var random = Seeded(seed)
        let rows = (0..<Int.random(in: 0...9, using: &random)).map { _ in
            (
                Int64.random(in: 0...(Int64.max >> Int64.random(in: 0...62, using: &random)), using: &random),
                [nil, "", "가", "12", String(repeating: "긴", count: 99)].randomElement(using: &random) ?? nil
            )
        }
        var writer = PackedRowsWriter()
        for (number, text) in rows {
            writer.append(number)
            writer.append(text)
        }
        writer.bytes.withUnsafeBytes { bytes in
            var reader = PackedRowsReader(bytes)
            for (number, text) in rows {
                #expect(reader.number() == number, "seed \(seed)")
                #expect(reader.text().map { String(decoding: $0, as: UTF8.self) } == text, "seed \(seed)")
            }
            #expect(reader.number() == nil, "seed \(seed)")
        }
    }

    @Test("bytes that no writer made end the rows and nothing else", arguments: 1...200)
    func malformed(seed: UInt64) {
        var random = Seeded(seed)
        let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : 0xFF
        }
        bytes.withUnsafeBytes { bytes in
            var reader = PackedRowsReader(bytes)
            var steps = 0
            while reader.number() != nil {
                #expect((reader.text()?.count ?? 0) <= bytes.count, "seed \(seed)")
                steps += 1
            }
            #expect(steps <= bytes.count, "seed \(seed)")
        }
    }

    @Test("so many things of a kind are kept; the latest has a place, and long ones have none")
    func kept() {
        let kept = KeptReferences()
        #expect(kept.bytes(.talk, 0) == nil)
        for key in 1...Int64(KeptReferences.capacity + 1) { kept.keep([UInt8(truncatingIfNeeded: key)], .talk, key) }
        #expect(kept.bytes(.talk, 1) == nil)
        #expect(kept.bytes(.talk, 2).map(Array.init) == [2])
        #expect(kept.bytes(.talk, Int64(KeptReferences.capacity + 1)).map(Array.init) == [1])
        #expect(kept.bytes(.topic, 2) == nil)
        #expect(kept.bytes(.talk, 0) == nil)
        #expect(kept.bytes(.talk, Int64(KeptReferences.capacity)).map(Array.init) == [0])
        kept.keep([UInt8](repeating: 1, count: KeptReferences.longest + 1), .topic, 5)
        #expect(kept.bytes(.topic, 5) == nil)
    }

    @Test("a reference reads the same whether it is kept or not, and nothing where there is none")
    func references() throws {
        let folder = try TemporaryFolder()
        let reader = try folder.sampleReader()
        var made = 0
        func name(_ view: borrowing TalkReferenceView) -> [UInt8] {
            made += 1
            return Array(view.id.string.utf8)
        }
        var madeAtFirst: Int?
        for _ in 0..<2 {
            _ = try reader.passages(PassageList(limit: 1000)) { row throws(StoreError) in
                let (kept, read) = (try row.talk.kept(name), try row.talk.read { Array($0.id.string.utf8) })
                #expect(kept == read && kept != nil)
                #expect(row.section.isNull == (try row.section.kept { Array($0.id.string.utf8) } == nil))
            }
            madeAtFirst = madeAtFirst ?? made
        }
        #expect(made > 0 && made == madeAtFirst)
    }
}
