import Foundation
import Testing

@testable import Transcripts

@Suite("Each rule of a page's geometry by itself")
struct PDFRulesTests {
    /// A word whose syllables are as wide as its size.
    private func word(_ text: String, _ left: Double, _ top: Double, size: Double = 10, width: Double? = nil) -> PDFWord
    {
        let width = width ?? Double(text.unicodeScalars.count) * size
        return PDFWord(
            text: text, box: PDFBox(left: left, top: top, right: left + width, bottom: top + size * 1.2), size: size)
    }

    /// The words of a line, with natural blanks between.
    private func line(_ text: String, _ left: Double, _ top: Double, size: Double = 10) -> [PDFWord] {
        var place = left
        return text.split(separator: " ").map { part in
            let word = word(String(part), place, top, size: size)
            place = word.box.right + size * 0.3
            return word
        }
    }

    @Test("markup that is not well-formed is passed over")
    func markup() {
        var scanner = MarkupScanner(Array("a < b<x y=\"1.5\" z=\"no\">&lt;&#xAC00;&bad;</x><".utf8))
        var texts: [String] = []
        var number: Double?
        while let piece = scanner.next() {
            switch piece {
            case .text(let bytes): texts.append(MarkupScanner.decoded(bytes))
            case .open(_, let attributes):
                number = MarkupScanner.number("y", in: attributes)
                #expect(MarkupScanner.number("z", in: attributes) == nil)
                #expect(MarkupScanner.number("w", in: attributes) == nil)
            case .close(let name): #expect(name == "x")
            }
        }
        #expect(texts == ["a < b", "<가&bad;", "<"])
        #expect(number == 1.5)
    }

    @Test("a typeface is that of the run nearest in height, and the blank that of the run's last word")
    func fonts() {
        let xml = """
            <page number="1"><fontspec id="0" size="30"/><fontspec id="1" size="18"/>
            <text top="30" left="30" width="300" height="36" font="0"><b>도서관 은 </b></text>
            <text top="30" left="120" width="9" height="21" font="1">1)</text></page>
            """
        var page = PDFPage(width: 400, height: 600, lines: [[word("도서관", 10, 10), word("은", 50, 10)]])
        page.lines[0].insert(PDFWord(text: "1)", box: PDFBox(left: 40, top: 10, right: 43, bottom: 17)), at: 1)
        FontReader(Array(xml.utf8)).apply(to: &page, at: 0)
        #expect(page.words.map(\.size) == [10, 6, 10])
        #expect(page.words.map(\.endsInBlank) == [false, false, true])
        #expect(page.words.map(\.isBold) == [true, false, true])
    }

    @Test("fragments: wide gaps part a row, but not equal ones, and not after a lone label (rule 1)")
    func fragments() {
        #expect(PageRows.fragments([word("김철수", 0, 0), word("교수", 60, 0)]) == [1])
        #expect(PageRows.fragments([word("이", 0, 0), word("바", 40, 0), word("다", 80, 0)]) == [])
        #expect(PageRows.fragments([word("○", 0, 0), word("본문이", 40, 0), word("있다", 73, 0)]) == [])
    }

    @Test("no blank between a figure and Hangul where the gap is narrow; letters that fill a line are words (rule 2)")
    func spacing() throws {
        let lines = ["도서관은 저녁에 문을 닫는다", "시장은 아침에 문을 연다"].compactMap { PDFLine(line($0, 0, 0), page: 0) }
        let spacing = WordSpacing(lines)
        let year = try #require(PDFLine([word("2015", 0, 0), word("년에", 42, 0), word("끝", 65, 0)], page: 0))
        #expect(spacing.text(year) == "2015년에 끝")
        var place = 0.0
        let stretched = "골목이 다시 지붕을".map { (letter: Character) -> PDFWord? in
            defer { place += letter == " " ? 4 : 12 }
            return letter == " " ? nil : word(String(letter), place, 0)
        }
        let filled = try #require(PDFLine(stretched.compactMap(\.self), page: 0))
        #expect(spacing.text(filled) == "골목이 다시 지붕을")
    }

    @Test("columns are read one after another, a table across (rule 3)")
    func columns() {
        let left = ["도서관은 저녁 아홉 시에 문을 닫", "는다. 사람들은 책을 빌릴 틈이 없", "다. 시의회는 시간을 늘리자고 한", "다. 그래서 회의를 열었다고 한다."]
        let right = ["버스는 한 시간에 한 대가 온다고", "한다. 학교가 끝난 아이들이 오래", "기다린다. 회사는 해마다 적자라고", "말하지만 장부를 보인 적이 없다."]
        var words: [PDFWord] = []
        for (row, pair) in zip(left, right).enumerated() {
            words += line(pair.0, 0, Double(row) * 16) + line(pair.1, 220, Double(row) * 16 + 5)
        }
        let columns = Columns(words, size: 10)
        #expect(columns.regions.map(\.isColumn) == [true, true])
        #expect(columns.regions.first?.words.count == left.joined(separator: " ").split(separator: " ").count)
        let cells = (0..<6).flatMap { row in
            [word("도서관", 0, Double(row) * 16), word("12억", 220, Double(row) * 16)]
        }
        #expect(Columns(cells, size: 10).regions.map(\.isColumn) == [false])
    }

    @Test("furniture stands in one place with one text and figures that step; a heading's number does not (rule 4)")
    func furniture() {
        let pages = (1...3).map { (page: Int) -> [PDFWord] in
            var words = line("새벽포럼 자료집", 0, 20, size: 8)
            words += line("\(page * page + 4)장", 0, 50, size: 14)
            words += line("본문이 여기 있다", 0, 100)
            words += line("본문이 또 있다", 0, 116 + Double(page) * 16)
            words += line("- \(page + 10) -", 90, 500, size: 8)
            return words
        }
        let furniture = GeometricFurniture(pages, size: 10)
        #expect(furniture.heads.map(\.count) == [1, 1, 1])
        #expect(furniture.feet.map(\.count) == [1, 1, 1])
        #expect(furniture.rest.map(\.count) == pages.map { $0.count - 5 })
    }

    @Test("a call leaves the text only where its note is on the page (rule 5)")
    func notes() throws {
        var first = line("도서관은 30곳이다", 0, 0)
        first.insert(word("1)", 40, 0, size: 6), at: 1)
        first[2].box.left += 10
        first[2].box.right += 10
        let second = line("시장은 낡았다", 0, 16) + [word("2)", 68, 16, size: 6)]
        let note = line("1) 새벽시 조사.", 0, 300, size: 8)
        let lines = [first, second, note].compactMap { PDFLine($0, page: 0) }
        let finder = FootnoteFinder(lines, size: 10)
        #expect(finder.notes.map(\.label) == ["1"])
        #expect(finder.text.map { $0.words.map(\.text).joined(separator: " ") } == ["도서관은 30곳이다", "시장은 낡았다 2)"])
    }

    @Test("a paragraph ends by an indent, a gap or a short line, and `다.` at a line's head begins none (rule 6)")
    func paragraphs() {
        let texts = [
            ("  ", "도서관은 저녁에 문을 닫는다고 한"), ("", "다. 사람들은 책을 빌릴 틈이 없다."), ("  ", "시장의 지붕은 서른 해가 넘었는데"),
            ("", "아무도 고치지 않는다."), ("", "하천 옆 길은 비가 오면 잠기기도 한"),
        ]
        var lines = texts.enumerated().compactMap { row, text in
            PDFLine(line(text.1, text.0.isEmpty ? 0 : 10, Double(row) * 16), page: 0)
        }
        for index in lines.indices { lines[index].edges = 0...175 }
        let spacing = WordSpacing(lines)
        let finder = ParagraphFinder(
            lines, texts: lines.map(spacing.text), size: 10, spacing: spacing, keepsWords: false)
        #expect(finder.ends == [.goesOn, .end, .goesOn, .end, .end])
    }

    @Test("small tables: rows with as many cells, all aligned (rule 7)")
    func tables() {
        var lines = [["구분", "작년", "올해"], ["버스", "40억", "38억"], ["하천", "7억", "9억"]].enumerated().compactMap {
            row, cells in
            PDFLine(cells.enumerated().map { word($1, Double($0) * 40, Double(row) * 16) }, page: 0)
        }
        TableFinder.mark(&lines)
        #expect(lines.map(\.isTable) == [true, true, true])
        #expect(lines.map(\.cells) == [[1, 2], [1, 2], [1, 2]])
    }

    @Test("blanks at line ends are trusted where the PDF has them, and words that are never cut stay whole (rule 8)")
    func breaks() throws {
        var blank = try #require(PDFLine(line("도서관은 저녁에", 0, 0), page: 0))
        blank.words[1].endsInBlank = true
        blank.edges = 0...90
        let cut = try #require(PDFLine(line("시장의 지붕", 0, 16), page: 0))
        let next = try #require(PDFLine(line("문을 닫는다", 0, 32), page: 0))
        let spacing = WordSpacing([blank, cut, next])
        let breaks = WordBreaks(
            ["도서관은 저녁에", "문을 닫는다"], pairs: [(blank, next, 0)], spacing: spacing, keepsWords: false)
        #expect(breaks.join(blank, next, "도서관은 저녁에", "문을 닫는다") == .space)
        let whole = WordBreaks([], pairs: [], spacing: spacing, keepsWords: true)
        #expect(whole.join(cut, next, "시장의 지붕", "문을 닫는다") == .space)
        #expect(whole.join(cut, next, "the gov-", "ernment") == .hyphen)
        #expect(whole.join(cut, next, "the", "town") == .space)
    }
}

@Suite("Columns that were woven together in plain text are told")
struct WovenTextTests {
    private func codes(_ text: String) throws -> [String] {
        try TranscriptParser().parse(Array(text.utf8), event: "e", format: .proceedings).diagnostics.map(\.code)
    }

    private let head = "지정토론 1\n이바다\n새벽연구원 선임연구위원\n\n"

    @Test("prose on both sides of a steady gap")
    func woven() throws {
        let left = ["도서관은 저녁 아홉 시에 문을 닫", "는다. 사람들은 책을 빌릴 틈이 없", "다. 시의회는 시간을 늘리자고 한"]
        let right = ["버스는 한 시간에 한 대가 온다고", "한다. 학교가 끝난 아이들이 오래", "기다린다. 회사는 해마다 적자라고"]
        let beside = (0..<9).map { "\(left[$0 % 3])      \(right[$0 % 3])\n" }.joined()
        #expect(try codes(head + beside).contains("woven-columns"))
        let alternating = (0..<18).map { row in
            row % 2 == 0 ? " \(left[row / 2 % 3])\n" : String(repeating: " ", count: 44) + "\(right[row / 2 % 3])\n"
        }
        #expect(try codes(head + alternating.joined()).contains("woven-columns"))
    }

    @Test("a table, a programme and an index are none")
    func others() throws {
        let table = (0..<12).map { "도서관 운영과 돌봄 시설 예산    제\($0)차 회의에서 다시 정하기로\n" }.joined()
        let programme = (0..<12).map { "1\($0 % 10):00 새벽시의 도서관과 시장을 위한 발표     이바다 새벽연구원 선임연구위원\n" }.joined()
        let index = (0..<12).map { "도서관 이용 시간과 지붕 수리 비용 ........    하천 정비와 물길 넓히기 사업 1\($0)\n" }.joined()
        for text in [table, programme, index] { #expect(try !codes(head + text).contains("woven-columns")) }
    }
}
