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

    @Test(
        "a parameter is found by what it is called elsewhere, and a filter by its parts",
        arguments: [
            ("per_page", "limit"), ("_expand", "include"), ("query", "q"), ("speakers", "panelist"),
            ("text__contains", "q"), ("panelist__equals", "panelist"), ("panelst__contains", "panelist__contains"),
            ("page__gt", "page__gte"), ("pge__gte", "page__gte"), ("limt", "limit"), ("nothing__at_all", nil),
        ] as [(String, String?)])
    func parameters(name: String, nearest: String?) {
        let names = [
            "limit", "include", "q", "panelist", "panelist__contains", "event", "event__contains", "page", "page__gte",
        ]
        #expect(ParameterSpelling(name).best(among: names) == nearest)
    }

    @Test("every usual name is that of something here")
    func usualNames() throws {
        let parameters = Set(Route.all.flatMap(\.parameters).map(\.name))
        for (name, here) in UsualNames.parameters { #expect(parameters.contains(here), "\(name)") }
        let paths = Set(Route.all.map { "\($0.path)" })
        for (name, here) in UsualNames.paths { #expect(paths.contains(here) && !paths.contains(name), "\(name)") }
        for (name, here) in UsualNames.segments { #expect(paths.contains("/v1/" + here), "\(name)") }
    }
}
