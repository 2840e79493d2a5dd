import Foundation
import Testing

@testable import Transcripts

@Suite("Running headers that only their numbers show")
struct FurnitureTests {
    /// How many of these lines are taken for headers where each begins a page.
    private func headers(_ lines: [String]) -> Int {
        let page = String(repeating: "이 쪽에는 할 말이 아주 많다.\n", count: PageFurniture.leastPageLength + 1)
        let manuscript = Manuscript(utf8: Array(lines.map { page + $0 + "\n" }.joined().utf8) + Array(page.utf8))
        let furniture = PageFurniture(manuscript, ItemLabels(manuscript))
        return furniture.kinds.count { $0 == .header }
    }

    /// Lines that have nothing in common but that their numbers follow one another.
    private static let chapters = ["들어가며", "살펴보며", "견주며", "따져보며", "맺으며", "덧붙이며"]

    @Test("it takes so many to make a sequence", arguments: [2, 3, 4, 6])
    func leastSequence(count: Int) {
        let lines = Self.chapters.prefix(count).enumerated().map { "\($0.element) \(21 + $0.offset)" }
        #expect(headers(lines) == (count >= PageFurniture.leastSequence ? count : 0))
        #expect(PageFurniture.leastSequence == 4)
    }

    @Test("a line wider than a header is none", arguments: [80, 81])
    func widest(width: Int) {
        let lines = ["나", "다", "라", "마"].enumerated().map { index, first in
            first + String(repeating: "가", count: 37) + String(repeating: "a", count: width - 79) + " \(21 + index)"
        }
        #expect(headers(lines) == (width <= PageFurniture.widestNumberedLine ? 4 : 0))
    }

    @Test("the labels of the first so many items are no headers", arguments: [(9, 0), (10, 0), (13, 4), (20, 4)])
    func items(first: Int, expected: Int) {
        #expect(headers((first..<first + 4).map { "토론 \($0)" }) == expected)
        #expect(PageFurniture.mostItems == 12)
    }
}

@Suite("Page numbers and the pages that they number")
struct PageNumberTests {
    private static let head = "토론 1\n김민수\n참여연대 간사\n"
    private static func page(_ word: String) -> String {
        (1...10).map { "\(word) 쪽의 \(["첫", "둘", "셋", "넷"][$0 % 4])째 줄에는 아주 긴 이야기가 적혀 있다.\n" }.joined()
    }

    /// The printed page of the line that begins with a word.
    private func printedPages(_ text: String) throws -> [String?] {
        let parsed = try Fixture.parse(text)
        #expect(try Ledger.faults([UInt8](text.utf8), parsed) == [])
        return ["앞", "가운데", "뒤"].compactMap { word in parsed.lines.first { $0.text.hasPrefix(word + " 쪽의") } }
            .map(\.printedPage)
    }

    @Test(
        "a number at the head of its page numbers what follows, one at the foot what is before",
        arguments: [
            // Heads: before the first text, and from the second page on.
            ("1\nH앞2\n가운데3\n뒤", ["1", "2", "3"]), ("H앞2\n가운데3\n가운데4\n뒤", [nil, "2", "4"]),
            ("- 7 -\nH앞- 8 -\n가운데- 9 -\n뒤", ["7", "8", "9"]),
            // Feet.
            ("H앞1\n가운데2\n뒤3\n", ["1", "2", "3"]), ("H앞- 7 -\n가운데- 8 -\n뒤- 9 -\n", ["7", "8", "9"]),
            // A running header at the head, the number at the foot.
            ("데이터 포럼 자료집\nH앞1\n데이터 포럼 자료집\n가운데2\n데이터 포럼 자료집\n뒤3\n", ["1", "2", "3"]),
            ("1\nH앞데이터 포럼 자료집\n2\n가운데데이터 포럼 자료집\n3\n뒤데이터 포럼 자료집\n", ["1", "2", "3"]),
        ])
    func sides(_ pattern: String, _ expected: [String?]) throws {
        var text = pattern.replacingOccurrences(of: "H", with: Self.head)
        for word in ["앞", "가운데", "뒤"] { text = text.replacingOccurrences(of: word, with: Self.page(word)) }
        #expect(try printedPages(text) == expected)
    }

    @Test(
        "two bare numbers number a text of two pages",
        arguments: [
            "H앞1\n\u{0C}뒤2\n", "H앞1\n\u{0C}뒤2\n\u{0C}", "H앞1\n뒤2\n", "1\nH앞2\n뒤", "1\nH앞\u{0C}2\n뒤",
        ])
    func twoPages(_ pattern: String) throws {
        var text = pattern.replacingOccurrences(of: "H", with: Self.head)
        for word in ["앞", "뒤"] { text = text.replacingOccurrences(of: word, with: Self.page(word)) }
        #expect(try printedPages(text) == ["1", "2"])
    }

    @Test("the number at the foot of the only page is none of its text")
    func onePage() throws {
        let parsed = try Fixture.parse(Self.head + Self.page("앞") + "1\n")
        #expect(parsed.lines.last?.lineClass == .pageNumber)
        let other = try Fixture.parse(Self.head + Self.page("앞") + "7\n")
        #expect(other.lines.last?.lineClass == .body)
    }

    @Test(
        "headers are found by their place where a year begins them, or two pages bear their number on either side",
        arguments: [
            ("2024 데이터 포럼\nH앞1\n\u{0C}2024 데이터 포럼\n가운데2\n\u{0C}2024 데이터 포럼\n뒤3\n", 3),
            ("제4회 데이터 정책 토론회 회의록 1\nH앞\u{0C}2 제4회 데이터 정책 토론회 회의록\n뒤", 2),
            ("데이터 포럼 자료집\nH앞\u{0C}시민과 데이터\n가운데\u{0C}데이터 포럼 자료집\n뒤", 3),
            // A page's first line is no header where the others have none.
            ("H앞\u{0C}시민과 데이터\n가운데\u{0C}데이터 포럼 자료집\n뒤", 0),
        ])
    func headers(_ pattern: String, _ count: Int) throws {
        var text = pattern.replacingOccurrences(of: "H", with: Self.head)
        for word in ["앞", "가운데", "뒤"] { text = text.replacingOccurrences(of: word, with: Self.page(word)) }
        let parsed = try Fixture.parse(text)
        #expect(parsed.lines.count { $0.lineClass == .pageHeader } == count)
        #expect(try Ledger.faults([UInt8](text.utf8), parsed) == [])
    }

    @Test("the number that ends the text goes on from the last page's, however short the page", arguments: [58, 60])
    func lastNumber(number: Int) throws {
        let header = "노동시간의 미래\n"
        let text =
            header + Self.head + Self.page("앞") + "57\n" + header + Self.page("가운데") + "58\n" + header
            + "뒤 쪽의 첫째 줄에는 아주 긴 이야기가 적혀 있다.\n\(number == 58 ? 59 : number)\n"
        let parsed = try Fixture.parse(text)
        #expect(parsed.lines.last { !$0.text.isEmpty }?.lineClass == (number == 58 ? .pageNumber : .body))
    }

    @Test("a header of two pages is one that stands in the front matter first and then within a sentence")
    func headerOfFrontMatter() throws {
        let page = """
            지방의료원 35곳 가운데 300병상을 넘는 곳은 8곳에 불과하다. 의사 정원을 채운 곳은 더
            적다. 필수 진료과를 모두 갖추지 못한 상태에서 책임의료기관이라는 이름만 붙여서는
            """
        let text =
            "제7회 공동포럼\n공동포럼 자료집\n" + Self.head + Self.page("앞") + page + "\n1\n공동포럼 자료집\n아무것도 달라지지 않는다.\n"
            + Self.page("뒤") + "2\n"
        let parsed = try Fixture.parse(text)
        #expect(parsed.talks.first?.passages.contains { $0.text.contains("붙여서는 아무것도 달라지지") } == true)
        #expect(parsed.lines.count { $0.lineClass == .pageHeader } == 1)
        #expect(try Ledger.faults([UInt8](text.utf8), parsed) == [])
        // What stands between sentences may be a heading of the same words.
        let other = try Fixture.parse(text.replacingOccurrences(of: "붙여서는", with: "붙였다."))
        #expect(other.lines.allSatisfy { $0.lineClass != .pageHeader })
    }

    @Test("two numbers within a text stay text")
    func cells() throws {
        let text = Self.head + Self.page("앞") + "1\n" + Self.page("뒤") + "2\n" + Self.page("뒤")
        #expect(try Fixture.parse(text).lines.allSatisfy { $0.lineClass != .pageNumber })
    }
}
