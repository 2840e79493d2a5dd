import Proceedings
import SQLite
import SeededNumbers
import Testing

@testable import ForumStore

@Suite("Rows packed into a column")
struct PackedRowsTests {
    let folder: TemporaryFolder
    let reader: StoreReader

    init() throws {
        folder = try TemporaryFolder()
        reader = try folder.sampleReader()
    }

    /// The rows of a query about one thing, as words.
    private func texts(_ sql: String, _ id: String) throws(StoreError) -> [String] {
        var rows: [String] = []
        try reader.forEachRow(of: sql, [.text(id)]) { statement throws(StoreError) in
            rows.append(Self.words((0..<statement.columnCount).map { statement.string(at: $0) }))
        }
        return rows
    }

    private static func words(_ values: [String?]) -> String { values.map { $0 ?? "-" }.joined(separator: " ") }

    private static func words(_ range: ClosedRange<Int>?) -> [String?] {
        [range.map { String($0.lowerBound) }, range.map { String($0.upperBound) }]
    }

    @Test("every talk's packed column holds what it is derived from")
    func talks() throws {
        var count = 0
        let result = try reader.talks(TalkList(limit: 1000)) { row throws(StoreError) in
            let id = row.reference.id.string
            let about: [String?] = [
                row.reference.kind.string, row.reference.kindLabel.string, row.reference.ordinal.map(String.init),
                row.reference.title.optionalString, row.guid.string, try row.event.read { $0.id.string },
                try row.source.read { $0.id.string }, String(row.position),
            ]
            let measures = [row.sectionCount, row.passageCount, row.characterCount, row.wordCount, row.readingMinutes]
            let own =
                about + Self.words(row.lines) + Self.words(row.titleLines) + Self.words(row.pages)
                + [row.firstPrintedPage.optionalString, row.lastPrintedPage.optionalString] + measures.map(String.init)
                + [row.isCorrected ? "1" : "0"]
            #expect(
                try texts(
                    """
                    SELECT t.kind, t.kind_label, t.ordinal, t.title, t.guid, e.id, so.id, t.position, t.first_line, \
                    t.last_line, t.first_title_line, t.last_title_line, t.first_page, t.last_page, t.first_printed_page, \
                    t.last_printed_page, t.section_count, t.passage_count, t.character_count, t.word_count, \
                    t.reading_minutes, t.is_corrected FROM talks t JOIN events e ON e.key = t.event \
                    JOIN sources so ON so.key = t.source WHERE t.id = ?
                    """, id) == [Self.words(own)])
            var (people, topics): ([String], [String]) = ([], [])
            try row.forEachParticipant { person throws(StoreError) in
                let part = person.participation
                let columns = [
                    part.role, part.name, part.printedName, part.roleTitle, part.affiliation.organization,
                    part.affiliation.department, part.affiliation.text, part.affiliation.printed,
                ]
                people.append(
                    Self.words(
                        [try person.panelist.read { $0.id.string }] + columns.map(\.optionalString)
                            + [part.nameLine, part.affiliationLine].map { $0.map(String.init) }))
            }
            try row.forEachTopic { topic throws(StoreError) in
                let flags = [
                    topic.isGeneral, topic.weight.isInTitle, topic.weight.isInHeading, topic.weight.isPrimary,
                ]
                topics.append(
                    Self.words(
                        [try topic.topic.read { $0.id.string }, String(topic.weight.mentions)]
                            + flags.map { $0 ? "1" : "0" } + [String(topic.weight.weight)]))
            }
            #expect(
                try texts(
                    """
                    SELECT pn.id, pa.role, pa.name, pa.printed_name, pa.role_title, o.name, pa.department, \
                    pa.affiliation, pa.affiliation_printed, pa.name_line, pa.affiliation_line FROM participations pa \
                    JOIN panelists pn ON pn.key = pa.panelist JOIN talks t ON t.key = pa.talk \
                    LEFT JOIN organizations o ON o.key = pa.organization WHERE t.id = ? ORDER BY pa.position
                    """, id) == people)
            #expect(
                try texts(
                    """
                    SELECT tp.id, tt.mentions, tp.is_general, tt.in_title, tt.in_heading, tt.is_primary, tt.weight \
                    FROM talk_topics tt JOIN topics tp ON tp.key = tt.topic JOIN talks t ON t.key = tt.talk \
                    WHERE t.id = ? ORDER BY tt.position
                    """, id) == topics)
            count += 1
        }
        #expect(count == result.total && count > 2)
    }

    @Test("every passage's packed column holds what it is derived from")
    func passages() throws {
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
            let own =
                [row.kind.string, String(row.position), row.marker.optionalString]
                + [row.isSpeakerPrinted, row.isCorrected].map { $0 ? "1" : "0" } + Self.words(row.time)
            do {
                #expect(
                    try texts(
                        """
                        SELECT kind, position, marker, speaker IS NOT NULL, is_corrected, start_ms, end_ms \
                        FROM passages WHERE id = ?
                        """, id) == [Self.words(own)])
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

    @Test("what may be absent, lines and rows within rows are read again")
    func parts() {
        let numbers: [Int?] = [nil, 0, 1, 126, 127, 128, 1 << 40]
        let ranges: [ClosedRange<Int>?] = [nil, 0...0, 0...7, 5...1_000_000]
        var inner = PackedRowsWriter()
        inner.append(7)
        var writer = PackedRowsWriter()
        for number in numbers { writer.append(optional: number) }
        for range in ranges { writer.append(range) }
        writer.append(flags: true, false, true)
        writer.append(inner)
        writer.append(PackedRowsWriter())
        writer.append(9)
        writer.bytes.withUnsafeBytes { bytes in
            var reader = PackedRowsReader(bytes)
            for number in numbers { #expect(reader.optionalInt() == number) }
            for range in ranges { #expect(reader.range() == range) }
            #expect(reader.int() == 5)
            var rows = reader.rows()
            #expect(rows.number() == 7 && rows.isAtEnd && rows.number() == nil)
            #expect(reader.rows().isAtEnd)
            #expect(reader.number() == 9 && reader.isAtEnd)
            #expect(reader.rows().isAtEnd && reader.optionalInt() == nil && reader.range() == nil)
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
                _ = reader.range()
                var inner = reader.rows()
                while inner.number() != nil { steps += 1 }
                steps += 1
            }
            #expect(steps <= bytes.count, "seed \(seed)")
        }
    }

    @Test("so many things of a kind are kept; the latest has a place, and long ones have none")
    func kept() {
        let cache = ReferenceCache()
        #expect(cache.bytes(.talk, 0) == nil)
        for key in 1...Int64(ReferenceCache.capacity + 1) { cache.insert([UInt8(truncatingIfNeeded: key)], .talk, key) }
        #expect(cache.bytes(.talk, 1) == nil)
        #expect(cache.bytes(.talk, 2).map(Array.init) == [2])
        #expect(cache.bytes(.talk, Int64(ReferenceCache.capacity + 1)).map(Array.init) == [1])
        #expect(cache.bytes(.topic, 2) == nil)
        #expect(cache.bytes(.talk, 0) == nil)
        #expect(cache.bytes(.talk, Int64(ReferenceCache.capacity)).map(Array.init) == [0])
        cache.insert([UInt8](repeating: 1, count: ReferenceCache.maxLength + 1), .topic, 5)
        #expect(cache.bytes(.topic, 5) == nil)
    }

    @Test("a reference reads the same whether it is kept or not, and nothing where there is none")
    func references() throws {
        var made = 0
        func name(_ view: borrowing TalkReferenceView) -> [UInt8] {
            made += 1
            return Array(view.id.string.utf8)
        }
        var madeAtFirst: Int?
        for _ in 0..<2 {
            _ = try reader.passages(PassageList(limit: 1000)) { row throws(StoreError) in
                let (kept, read) = (try row.talk.cached(name), try row.talk.read { Array($0.id.string.utf8) })
                #expect(kept == read && kept != nil)
                #expect(row.section.isNull == (try row.section.cached { Array($0.id.string.utf8) } == nil))
            }
            madeAtFirst = madeAtFirst ?? made
        }
        #expect(made > 0 && made == madeAtFirst)
    }
}
