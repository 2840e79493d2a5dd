import Testing

@testable import ForumAPI

@Suite("The nearest spelling")
struct SpellingTests {
    private static let words = ["event", "kind", "panelist", "topic", "limit", "cursor", "황의종", "이상근", "deepseek-k1"]

    @Test(
        "is found across slips, swaps and case, and only when near",
        arguments: [
            ("evnt", "event"), ("KIND", "kind"), ("pannelist", "panelist"), ("panelsit", "panelist"), ("limt", "limit"),
            ("황의중", "황의종"), ("deepseek", "deepseek-k1"), ("xyz", nil), ("", nil), ("k", nil), ("speaker", nil),
        ] as [(String, String?)])
    func nearest(word: String, nearest: String?) {
        #expect(NearestSpelling(of: word).best(among: Self.words) == nearest)
    }

    @Test("the first of equals wins, and too long a word is near to nothing")
    func edges() {
        #expect(NearestSpelling(of: "cat").best(among: ["bat", "car"]) == "bat")
        let long = String(repeating: "a", count: Limits.spellingLength)
        #expect(NearestSpelling(of: long).best(among: [long + "b"]) == long + "b")
        #expect(NearestSpelling(of: long + "a").best(among: [long]) == nil)
    }
}
