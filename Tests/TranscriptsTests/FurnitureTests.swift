import Testing

@testable import Transcripts

@Suite("Running headers that only their numbers show")
struct FurnitureTests {
    /// How many of these lines are taken for headers where each begins a page.
    private func headers(_ lines: [String]) -> Int {
        let page = String(repeating: "이 쪽에는 할 말이 아주 많다.\n", count: PageFurniture.leastPageLength + 1)
        let manuscript = Manuscript(utf8: Array(lines.map { page + $0 + "\n" }.joined().utf8) + Array(page.utf8))
        let furniture = PageFurniture(manuscript, isLabel: { _ in false })
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
