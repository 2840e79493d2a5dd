import Foundation
import Proceedings
import SeededNumbers
import Testing

@testable import Transcripts

/// What stands between two rules at the head of a Markdown file.
@Suite("Front matter")
struct FrontMatterTests {
    private func parse(_ text: String, _ format: TranscriptFormat? = nil) throws -> ParsedTranscript {
        try TranscriptParser().parse([UInt8](text.utf8), event: "e", format: format)
    }

    @Test(
        "front matter that cannot be read is said with its line and code",
        arguments: [
            ("title: a\ntitle: b", 3, "duplicate-key"), ("title: a\njust words", 3, "malformed-front-matter"),
            ("kind: party", 2, "invalid-value"), ("ordinal: none", 2, "invalid-value"),
            ("title: a\n- b", 3, "malformed-front-matter"), ("panelists:\n- name: a\n  age: 3", 4, "unknown-key"),
            ("title: a\ncolour: red\nauthor_url: x\nlinks:\n  a: b\n  c: [d, e]", 3, "unknown-key"),
        ])
    func frontMatter(_ lines: String, _ line: Int, _ code: String) throws {
        let parsed = try parse("---\n\(lines)\n---\n\n글\n")
        #expect(parsed.diagnostics.map(\.code) == [code])
        #expect(parsed.diagnostics.map(\.line) == [line])
    }

    @Test("front matter as people write it is read without a warning")
    func yaml() throws {
        let parsed = try parse(
            """
            ---
            # made by hand
            layout: post
            Title: >
              A long title,
              # of two lines
            "date": 2025-02-27T10:00:00+09:00   # the day
            End_Date: '2025-02-28'
            venue: "Hall #3, \\"East\\""
            tags: [a, "b, c",
              d]
            meta: {x: 1, y: {z: [2]}}
            Host: Jane Doe <jane@example.org>
            speakers: John Roe, Ann Lee
            guests:
            - {name: 홍길동, affiliation: 서울대학교, role: 교수}
            - name: 김철수
              links:
                site: https://example.org
              company: 서울경제
            - "이영희 (고려대학교 교수)"
            text: |
              Anything: goes
                - here

              too
            empty:
            ---

            글
            """)
        let talk = try #require(parsed.talks.first)
        #expect(talk.title == "A long title, # of two lines")
        #expect(talk.passages.map(\.text) == ["글"])
        #expect(parsed.eventDates == "2025-02-27"..."2025-02-28")
        #expect(parsed.eventLocation == "Hall #3, \"East\"")
        #expect(talk.participations.map(\.name) == ["Jane Doe", "John Roe", "Ann Lee", "홍길동", "김철수", "이영희"])
        #expect(talk.participations.map(\.role).first == .moderator)
        #expect(talk.participations.compactMap(\.affiliation?.text) == ["서울대학교", "서울경제", "고려대학교"])
        #expect(parsed.diagnostics.map(\.severity) == [.note])
        #expect(
            parsed.diagnostics.first?.message
                == "not used of the front matter: layout, tags, meta, links, text, empty")
        #expect(FrontMatter.mostNamedKeys == 12 && FrontMatter.mostLines == 200)
        #expect(FrontMatterTree.greatestDepth == 12 && FrontMatterTree.longestKey == 40)
    }

    @Test(
        "only a day of the calendar is a date",
        arguments: [
            ("2025-02-27", "2025-02-27"), ("2025-02", "2025-02"), ("2025-02-27 10:00", "2025-02-27"),
            ("2025-13-01", nil),
            ("2025-02-30", nil), ("27 Feb 2025", nil), ("2025", nil), ("2025-2-7", nil), ("2025-02-27-1", nil),
        ] as [(String, String?)])
    func days(_ text: String, _ day: String?) throws {
        #expect(FrontMatter.ISODay(text)?.text == day)
        let parsed = try parse("---\ndate: \(text)\n---\n\n글\n")
        #expect(parsed.eventDates?.lowerBound == day)
        #expect(parsed.diagnostics.isEmpty == (day != nil))
    }

    @Test(
        "what stands between two rules and is no front matter is not taken for it",
        arguments: ["Alice: Hello.\nBob: Hi.", "We met: it was good.\nOthers came.", "글이 있다.\ntitle: a"])
    func noFrontMatter(_ lines: String) throws {
        #expect(FrontMatter.range(Manuscript(utf8: Array("---\n\(lines)\n---\n".utf8))) == nil)
    }

    @Test("front matter of any kind ends", arguments: 0..<4 as Range<UInt64>)
    func anyYAML(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let pieces = [
            "a:", " b: c", "  - ", "- x: y", "[", "]", "{", "}", "\"", "'", "|", ">", "#", ",", ": ", "title: ", "\\",
            "date: [", "   ",
        ]
        for round in 0..<400 {
            let lines = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                (0..<Int.random(in: 1...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                    .joined()
            }
            let text = "---\ntitle: a\n" + lines.joined(separator: "\n") + "\n---\n\n글\n"
            #expect(FormatsLedger.faults(text, try parse(text, .markdown)) == [], "seed \(seed), round \(round)")
        }
        let deep =
            "---\na:\n" + (1..<150).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
            + "\n---\n글\n"
        #expect(try parse(deep).talks.first?.passages.map(\.text) == ["글"])
        let brackets = "---\na: " + String(repeating: "[", count: 10000) + "\n---\n글\n"
        #expect(try parse(brackets).talks.first?.passages.map(\.text) == ["글"])
    }
}
