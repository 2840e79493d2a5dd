import Foundation
import Proceedings
import SeededNumbers
import Testing

@testable import Transcripts

@Suite("PDFs are read by the places of their words")
struct PDFGeometryTests {
    /// What Poppler wrote of a PDF that was made for these tests, read as proceedings.
    private func parsed(_ name: String, withFonts: Bool = true) throws -> ParsedTranscript {
        let boxes = try Fixture.bytes("pdf/\(name).boxes.html")
        let fonts = withFonts ? try Fixture.bytes("pdf/\(name).fonts.xml") : nil
        let reading = PDFReading(boxes: boxes, fonts: fonts)
        #expect(reading.diagnostics == [])
        return try TranscriptParser().parse(reading.text, event: "e", format: .pdf, hints: reading.hints)
    }

    @Test("two columns with notes, a head and page numbers", arguments: [true, false])
    func columns(_ withFonts: Bool) throws {
        let parsed = try parsed("columns", withFonts: withFonts)
        let passages = parsed.talks.flatMap(\.passages)
        let paragraphs = passages.filter { $0.kind == .paragraph }.map(\.text)
        #expect(paragraphs.count == 9)
        #expect(
            paragraphs.first
                == "새벽시의 도서관은 저녁 아홉 시에 문을 닫는다. 일을 마친 사람들은 책을 빌릴 틈이 없다. 시의회는 여는 시간을 두 시간 늘리자고 하였다.")
        #expect(
            paragraphs.last == "포구 옆 길은 비가 오면 물에 잠긴다. 둑을 높이는 데 드는 돈은 해마다 늘어난다. 그러나 물길을 넓히면 둑을 높이지 않아도 된다.")
        let notes = passages.filter { $0.kind == .footnote }
        #expect(notes.map(\.text) == ["새벽시 도서관 이용 조사, 12쪽.", "새벽시 의회 회의록 제3호."])
        #expect(notes.map(\.marker) == ["1)", "2)"])
        #expect(passages.filter { $0.kind == .heading }.map(\.text) == ["현황", "과제"])
        #expect(parsed.lines.count { $0.lineClass == .pageHeader } == 2)
        #expect(parsed.lines.filter { $0.lineClass == .pageNumber }.map(\.printedPage) == ["1", "2"])
        #expect(parsed.talks.first?.participations.map(\.name) == ["이바다"])
    }

    @Test("a table, items of a list, lines that break inside words")
    func table() throws {
        let passages = try parsed("table").talks.flatMap(\.passages)
        #expect(
            passages.filter { $0.kind == .table }.map(\.text) == [
                "구분 2023년 2024년 도서관 12억 15억 버스 40억 38억 하천 7억 9억"
            ])
        #expect(passages.filter { $0.kind == .bullet }.count == 2)
        #expect(passages.filter { $0.kind == .paragraph }.count == 4)
        #expect(passages.contains { $0.text.hasPrefix("버스는 한 시간에") && $0.text.hasSuffix("장부를 보인 적은 없다.") })
    }

    @Test("English that is hyphenated at line ends, with a note whose call is a raised figure")
    func english() throws {
        let passages = try parsed("english").talks.flatMap(\.passages)
        let second = passages.filter { $0.kind == .paragraph }.dropFirst().first
        #expect(
            second?.text
                == "Transportation remains the principal responsibility of the government. The railway committee reorganised its administration twice, and the long-term infrastructure plan was postponed in 2019 without any explanation."
        )
        #expect(passages.filter { $0.kind == .footnote }.map(\.text) == ["Dawn Institute, Report 7, page 3."])
        #expect(passages.filter { $0.kind == .footnote }.map(\.marker) == ["1"])
    }

    @Test(
        "the text that goes with the hints has a blank where a word ends and its block goes on, and none inside a word")
    func blanks() throws {
        let reading = PDFReading(
            boxes: try Fixture.bytes("pdf/table.boxes.html"), fonts: try Fixture.bytes("pdf/table.fonts.xml"))
        let lines = String(decoding: reading.text, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == reading.hints.lines.count + 1)
        for (line, hint) in zip(lines, reading.hints.lines) {
            let goesOn = hint.end == .space || hint.end == .open
            #expect(line.hasSuffix(" ") == goesOn, "\(line)")
        }
    }

    @Test("a page that is printed sideways keeps Poppler's lines and is told")
    func sideways() {
        let words = (0..<4).map { place in
            "<word xMin=\"100\" yMin=\"\(50 + place * 60)\" xMax=\"112\" yMax=\"\(100 + place * 60)\">가로로\(place)</word>"
        }
        let next = "<word xMin=\"80\" yMin=\"50\" xMax=\"92\" yMax=\"100\">나중에</word>"
        let page = "<page width=\"400\" height=\"600\"><line>\(next)</line><line>\(words.joined())</line></page>"
        let reading = PDFReading(boxes: Array(page.utf8), fonts: nil)
        #expect(String(decoding: reading.text, as: UTF8.self) == "가로로0 가로로1 가로로2 가로로3\n나중에\n")
        #expect(reading.diagnostics.map(\.code) == ["doubtful-page"])
        #expect(reading.diagnostics.first?.message.contains("page 1") == true)
    }

    @Test("hints of another count than the text's lines are left aside")
    func otherHints() throws {
        let text = Array("지정토론 1\n이바다\n본문이 있다.\n".utf8)
        let hints = LayoutHints(lines: [LayoutHints.Line(.pageNumber("3"), .end)])
        let parsed = try TranscriptParser().parse(text, event: "e", format: .pdf, hints: hints)
        #expect(parsed.lines.allSatisfy { $0.lineClass != .pageNumber })
    }

    @Test("whatever Poppler writes is read, and every line has its hint", arguments: [UInt64(1), 2, 3])
    func damaged(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let boxes = try Fixture.bytes("pdf/columns.boxes.html")
        let fonts = try Fixture.bytes("pdf/columns.fonts.xml")
        for round in 0..<12 {
            var (one, two) = (boxes, fonts)
            for _ in 0..<(1 + round * 8) {
                one[Int.random(in: one.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
                two[Int.random(in: two.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            one.removeLast(Int.random(in: 0..<(one.count / 2), using: &random))
            let reading = PDFReading(boxes: one, fonts: two)
            let parsed = try? TranscriptParser().parse(reading.text, event: "e", format: .pdf, hints: reading.hints)
            guard !reading.isEmpty else { continue }
            let ends = reading.text.count { $0 == 0x0A }
            #expect(reading.hints.lines.count == ends, "seed \(seed), round \(round)")
            let text = parsed?.lines.map { $0.text + $0.terminator }.joined()
            #expect(
                text == nil || text == String(decoding: reading.text, as: UTF8.self), "seed \(seed), round \(round)")
        }
    }
}
