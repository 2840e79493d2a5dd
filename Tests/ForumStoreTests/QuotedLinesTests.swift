import Proceedings
import SeededNumbers
import Testing

@testable import ForumStore

@Suite("The lines that quoted words are printed on")
struct QuotedLinesTests {
    /// A passage that its lines were joined to, and the stretches of it whose lines are asked for.
    struct Case: Sendable {
        var text: String
        var lines: [String]
        var expected: [(words: String, lines: ClosedRange<Int>)]
    }

    static let cases: [Case] = [
        Case(
            text: "우리의 기술은 세계에서 가장 앞선다.", lines: ["우리의 기술은 세", "계에서 가장 ", " 앞선다."],
            expected: [
                ("우리의", 0...0), ("세계에서", 0...1), ("계에서 가장", 1...1), ("앞선다.", 2...2), ("세계에서 가장 앞선다.", 0...2),
            ]),
        // Markers, speakers, the signs of Markdown and of captions are no part of the text.
        Case(text: "김수민이 왔다.", lines: ["○ 김수민 (의원): 김수민이", "왔다."], expected: [("김수민이", 0...0), ("왔다", 1...1)]),
        Case(
            text: "정부는 데이터 법을 고친다.", lines: ["정부는 **데이터** [법](https://example.org/법)을", "<i>고친다.</i>"],
            expected: [("데이터", 0...0), ("법을", 0...0), ("고친다.", 1...1), ("정부는 데이터 법을 고친다.", 0...1)]),
        Case(text: "가나 😀 다", lines: ["가\u{200B}나", "😀", "다"], expected: [("나 😀", 0...1), ("😀", 1...1), ("다", 2...2)]),
        // NFD in the source, NFC in the passage.
        Case(
            text: "각막 한글", lines: ["\u{1100}\u{1161}\u{11A8}막", "\u{1112}\u{1161}\u{11AB}글"],
            expected: [("각막", 0...0), ("한글", 1...1)]),
        // Of a split passage the first part ends inside a line, which has the second's beginning too.
        Case(text: "- 첫째 말", lines: ["- 첫째", "말 둘째 말"], expected: [("첫째", 0...0), ("말", 1...1)]),
        // A character that the lines lack leaves the rest where it is.
        Case(text: "가&나 다", lines: ["가&amp;나", "다"], expected: [("&나", 0...0), ("다", 1...1)]),
        Case(text: "가※나 다", lines: ["가나", "다"], expected: [("※나", 0...0), ("다", 1...1)]),
    ]

    @Test("are those that have them, whatever stands beside them", arguments: cases)
    func lines(_ item: Case) throws {
        let alignment = LineAlignment(item.text, lines: item.lines)
        for (words, lines) in item.expected {
            let range = try #require(item.text.range(of: words))
            let start = range.lowerBound.utf16Offset(in: item.text)
            #expect(alignment.lines(of: start..<start + words.utf16.count) == lines, "\(words)")
        }
    }

    @Test("are unknown where no line has text, and one where nothing is quoted")
    func none() {
        #expect(LineAlignment("가나", lines: []).lines(of: 0..<2) == nil)
        #expect(LineAlignment("가나", lines: ["", " "]).lines(of: 0..<2) == nil)
        #expect(LineAlignment("가나", lines: ["가", "나"]).lines(of: 1..<1) == 1...1)
        #expect(LineAlignment("", lines: ["가"]).lines(of: 0..<0) == nil)
    }

    @Test("are found again wherever a text was cut into lines", arguments: [UInt64(1), 2, 3, 4, 5])
    func cut(seed: UInt64) {
        var random = Seeded(seed)
        let alphabet = Array("가나다라 마바 사.\u{1F600}a")
        for _ in 0..<200 {
            let text = String(
                (0..<Int.random(in: 1...60, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "가" })
            let characters = Array(text)
            guard characters.contains(where: { $0 != " " }) else { continue }
            var (lines, owners): ([String], [Int]) = ([], [])
            var rest = characters[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 1...12, using: &random))
                rest = rest.dropFirst(piece.count)
                owners += Array(repeating: lines.count, count: piece.count)
                lines.append((lines.isEmpty ? "- " : " ") + String(piece) + (Bool.random(using: &random) ? " " : ""))
            }
            let alignment = LineAlignment(text, lines: lines)
            let first = Int.random(in: 0..<characters.count, using: &random)
            let last = Int.random(in: first..<characters.count, using: &random)
            guard characters[first] != " ", characters[last] != " " else { continue }
            let start = String(characters[..<first]).utf16.count
            let end = start + String(characters[first...last]).utf16.count
            #expect(alignment.lines(of: start..<end) == owners[first]...owners[last], "\(lines), seed \(seed)")
        }
    }

    @Test("come with their pages, furniture between them left out")
    func pages() throws {
        let folder = try TemporaryFolder()
        let texts = ["- 첫 쪽의 말", "이 길고", "13", "길어서", "쪽을 넘는다."]
        let lines = texts.enumerated().map { index, text in
            SourceLine(
                number: index + 1, text: text, terminator: "\n", lineClass: index == 2 ? .pageNumber : .body,
                page: index < 3 ? 1 : 2,
                printedPage: index < 3 ? "13" : "14")
        }
        let spans = [
            SourceSpan(page: 1, printedPage: "13", lines: 1...2), SourceSpan(page: 2, printedPage: "14", lines: 4...5),
        ]
        let text = "첫 쪽의 말이 길고 길어서 쪽을 넘는다."
        let talk = Talk(
            id: "e-t1", kind: .talk, kindLabel: "", ordinal: nil, position: 1, title: nil, participations: [],
            lines: 1...5,
            passages: [Passage(id: "e-t1.b1", kind: .bullet, marker: "-", text: text, spans: spans)])
        let source = Source(
            id: "e", event: "e", name: "transcript.txt", format: "proceedings", encoding: "UTF-8",
            sha256: String(repeating: "0", count: 64), byteCount: 3, lines: lines)
        let event = Corpus.EventRecord(event: Event(id: "e"), sources: [source], talks: [(talk, "e")])
        try StoreBuilder(path: folder.store).build(
            from: Corpus(snapshot: "s", events: [event], panelists: [], topics: [], mentions: []))
        let reader = try StoreReader(path: folder.store)
        for (words, expected) in [
            ("첫 쪽의", [(1, "13", 1...1)]), ("말이 길고", [(1, "13", 1...2)]), ("길어서", [(2, "14", 4...4)]),
            ("길고 길어서 쪽을", [(1, "13", 2...2), (2, "14", 4...5)]),
        ] {
            let part = try #require(try reader.quotation(words, limit: 1)?.places.first?.first)
            var found: [String] = []
            try reader.passage(part.passage) { row throws(StoreError) in
                try row.forEachSpan(of: part.range) { span throws(StoreError) in
                    found.append("\(span.page) \(span.printedPage.string) \(span.lines)")
                }
            }
            #expect(found == expected.map { "\($0.0) \($0.1) \($0.2)" }, "\(words)")
        }
    }
}
