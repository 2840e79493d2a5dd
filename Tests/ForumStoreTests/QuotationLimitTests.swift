import KoreanText
import Proceedings
import Testing

@testable import ForumStore

@Suite("How far the check of a quotation goes")
struct QuotationLimitTests {
    /// 24 syllables, none of them twice.
    private static let syllables = Array("가나다라마바사아자차카타파하거너더러머버서어저처")

    private func part(_ range: Range<Int>) -> String { String(Self.syllables[range]) }

    @Test("a quotation is found over one end of a passage less than there are groups")
    func mostGroups() throws {
        let store = try MadeTalks([[part(0..<6), part(6..<18), part(18..<24)]])
        let text = part(0..<24)
        #expect(try store.reader.quotation(text, limit: 5)?.result == .normalised)
        store.reader.limits.maxGroups = 2
        #expect(try store.reader.quotation(text, limit: 5)?.result == .notFound)
    }

    @Test("where a group is in too many passages, all passages are read")
    func passagesOfGroup() throws {
        // Both ends cut a group, and the other two groups are in several passages.
        let store = try MadeTalks([
            [part(0..<6)], [part(18..<24)], [part(0..<9), part(9..<15), part(15..<24)],
        ])
        for most in [1, 2, 200] {
            store.reader.limits.groupPassages = most
            let found = try #require(try store.reader.quotation(part(0..<24), limit: 5))
            #expect(found.result == .normalised && found.total == 1, "\(most)")
            #expect(found.places.first?.count == 3)
        }
    }

    @Test("so many anchors choose the passages; the passages themselves decide")
    func mostAnchors() throws {
        let store = try MadeTalks([[part(0..<9)], [part(0..<24)]])
        store.reader.limits.maxAnchors = 1
        #expect(try store.reader.quotation(part(0..<24), limit: 5)?.total == 1)
    }

    private func nearest(_ talks: [[String]], to text: String, _ change: (inout StoreLimits) -> Void = { _ in })
        throws -> String?
    {
        let store = try MadeTalks(talks)
        change(&store.reader.limits)
        return try store.reader.quotation(text, limit: 5)?.nearest?.part.passage.rawValue
    }

    @Test("so many pairs choose what is compared")
    func mostPairs() throws {
        let talks = [["가나 하나"], ["나다라마바"]]
        #expect(try nearest(talks, to: "가나다라마바") == "e-t2.p1")
        #expect(try nearest(talks, to: "가나다라마바") { $0.maxPairs = 1 } == "e-t1.p1")
    }

    @Test("a pair that is in more passages than are read says nothing beside one that is rare")
    func passagesOfPair() throws {
        let talks = [["가나다라마"], ["가나다라마"], ["마바"]]
        #expect(try nearest(talks, to: "가나다라마바") == "e-t1.p1")
        #expect(try nearest(talks, to: "가나다라마바") { $0.pairPassages = 1 } == "e-t3.p1")
    }

    @Test("too few pairs choose nothing: all passages are compared")
    func fewestPairs() throws {
        let talks = [["가나 하나"], ["나.다.라.마"]]
        #expect(try nearest(talks, to: "가나 나.다.라.마!") { $0.minPairs = 1 } == "e-t1.p1")
        #expect(try nearest(talks, to: "가나 나.다.라.마!") { $0.minPairs = 9 } == "e-t2.p1")
    }

    @Test("those that share most pairs are compared exactly, so many of so many")
    func candidates() throws {
        // The first has all pairs, here and there; the second is nearer.
        let talks = [["가나 하 나다 하 다라 하 라마"], ["가나다라 하"]]
        #expect(try nearest(talks, to: "가나다라마") == "e-t2.p1")
        #expect(try nearest(talks, to: "가나다라마") { $0.roughCandidates = 1 } == "e-t1.p1")
        #expect(try nearest(talks, to: "가나다라마") { $0.nearestCandidates = 1 } == "e-t1.p1")
    }

    @Test("fragments have so many characters at least")
    func shortestFragment() throws {
        let store = try MadeTalks([["가나다라 마바사아"]])
        #expect(try store.reader.quotation("가나다 … 바사아", limit: 5)?.result == .notFound)
        #expect(try store.reader.quotation("가나다라 … 마바사아", limit: 5)?.isElided == true)
        store.reader.limits.minFragment = 3
        #expect(try store.reader.quotation("가나다 … 바사아", limit: 5)?.isElided == true)
    }

    @Test("a quotation has so many fragments at most")
    func mostFragments() throws {
        let fragments = (0...QuotationFragments.most).map { "\(part($0..<$0 + 2))\(part($0 + 10..<$0 + 12))" }
        let store = try MadeTalks([fragments])
        let text = { (count: Int) in fragments.prefix(count).joined(separator: " … ") }
        #expect(try store.reader.quotation(text(QuotationFragments.most), limit: 5)?.isElided == true)
        #expect(try store.reader.quotation(text(QuotationFragments.most + 1), limit: 5)?.result == .notFound)
    }

    @Test("a fragment that is everywhere hides no talk that is late")
    func commonFragment() throws {
        let common = Array(repeating: "그렇게 생각합니다.", count: 30)
        let talks = Array(repeating: common, count: 10) + [["위성을 띄웁니다."] + common]
        for text in ["위성을 띄웁니다 … 그렇게 생각합니다", "그렇게 … 그렇게 생각", "위성을띄웁 … 그렇게생각합니다"] {
            let found = try #require(try MadeTalks(talks).reader.quotation(text, limit: 5))
            if text.hasPrefix("위성") {
                #expect(found.isElided && found.total == 1, "\(text)")
                #expect(found.places.first?.map(\.passage.rawValue) == ["e-t11.p1", "e-t11.p2"], "\(text)")
            } else {
                #expect(found.result == .notFound, "\(text)")
            }
        }
        let all = try #require(
            try MadeTalks(talks).reader.quotation("그렇게 생각합니다 … 그렇게 생각합니다", limit: 5))
        #expect(all.total == 10 * 29 + 29)
        #expect(all.places.count == 5)
    }

    @Test("a fragment to the letter hides none with other spaces, and one in a passage none over an end")
    func spacedFragment() throws {
        let store = try MadeTalks([
            ["위성을 띄웁니다."], ["위성을띄웁니다.", "그리고 내립니다."], ["위성을", "띄웁니다.", "그리고 내립니다."],
        ])
        let found = try #require(try store.reader.quotation("위성을 띄웁니다 … 그리고 내립니다", limit: 5))
        #expect(found.isElided)
        let expected = [["e-t2.p1", "e-t2.p2"], ["e-t3.p1", "e-t3.p2", "e-t3.p3"]]
        #expect(found.places.map { $0.map(\.passage.rawValue) } == expected)
    }

    @Test("places over the ends are counted all, those to the letter alone where there are some")
    func counted() throws {
        let talks = Array(repeating: ["위성을", "띄웁니다."], count: 7) + [["위성", "을 띄웁니다."]]
        let reader = try MadeTalks(talks).reader
        let exact = try #require(try reader.quotation("위성을 띄웁니다.", limit: 3))
        #expect(exact.result == .exact && exact.total == 7 && exact.places.count == 3)
        let folded = try #require(try reader.quotation("위성을띄웁니다.", limit: 3))
        #expect(folded.result == .normalised && folded.total == 8 && folded.places.count == 3)
    }

    @Test("a check that takes too long is cut off")
    func deadline() throws {
        let reader = try MadeTalks([[part(0..<24)]]).reader
        reader.limits.deadline = .zero
        for text in [part(0..<9), "English words", "\(part(0..<6)) … \(part(9..<15))", "없는 글귀"] {
            #expect(throws: StoreError.interrupted) { try reader.quotation(text, limit: 5) }
        }
        reader.limits.deadline = StoreLimits.standard.deadline
        #expect(try reader.quotation(part(0..<9), limit: 5)?.result == .exact)
    }
}
