import Proceedings
import Testing

@testable import ForumStore

@Suite("Paging through a list")
struct PagingTests {
    let folder: TemporaryFolder
    let reader: StoreReader

    init() throws {
        folder = try TemporaryFolder()
        reader = try folder.sampleReader()
    }

    static let orders: [[SortTerm<PassageSort>]] =
        [[]]
        + PassageSort.allCases.flatMap { [[SortTerm($0)], [SortTerm($0, isDescending: true)]] }
        + [
            [SortTerm(.kind), SortTerm(.characters, isDescending: true)],
            [SortTerm(.words, isDescending: true), SortTerm(.kind), SortTerm(.position, isDescending: true)],
            [SortTerm(.position), SortTerm(.id)], [SortTerm(.kind), SortTerm(.kind, isDescending: true)],
        ]

    @Test("pages of any size, by position or by offset, make up the whole list in its order", arguments: orders)
    func pages(_ order: [SortTerm<PassageSort>]) throws {
        for filter in [Filter<PassageField>(), .only(.event, "hearing", "forum"), .only(.kind, "paragraph")] {
            let whole = try reader.ids(PassageList(filter: filter, order: order, limit: 100))
            for limit in 1...whole.count + 1 {
                var byPosition: [String] = []
                var byOffset: [String] = []
                var request = PassageList(filter: filter, order: order, limit: limit)
                while true {
                    let result = try reader.passages(request) { byPosition.append($0.id.string) }
                    #expect(result.total == whole.count)
                    guard let next = result.next else { break }
                    request.start = .after(next)
                }
                for offset in stride(from: 0, to: whole.count, by: limit) {
                    request.start = .offset(offset)
                    byOffset += try reader.ids(request)
                }
                #expect(byPosition == whole)
                #expect(byOffset == whole)
            }
        }
    }

    @Test("an order sorts, absent values first, and the document decides between equals")
    func sorts() throws {
        func ids(_ terms: SortTerm<TalkSort>...) throws -> [String] {
            try reader.ids(TalkList(order: terms, limit: 10))
        }
        #expect(try ids(SortTerm(.title)) == ["forum-d1", "hearing-d1", "forum-k1", "hearing-r1"])
        #expect(try ids(SortTerm(.title, isDescending: true)) == ["hearing-r1", "forum-k1", "hearing-d1", "forum-d1"])
        #expect(try ids(SortTerm(.ordinal)) == ["hearing-r1", "forum-k1", "forum-d1", "hearing-d1"])
        #expect(try ids(SortTerm(.kind)) == ["forum-d1", "hearing-d1", "forum-k1", "hearing-r1"])
        #expect(
            try ids(SortTerm(.kind), SortTerm(.position, isDescending: true))
                == ["hearing-d1", "forum-d1", "forum-k1", "hearing-r1"])
        #expect(
            try ids(SortTerm(.position, isDescending: true)) == ["hearing-d1", "hearing-r1", "forum-d1", "forum-k1"])
        #expect(
            try reader.ids(PanelistList(order: [SortTerm(.affiliation)], limit: 9))
                == ["최네온", "박세찬", "박세찬-2", "김하나", "이두리"])
    }

    @Test("the total is exact beyond the end, at nothing and with an absurd offset or limit")
    func edges() throws {
        for offset in [9, 10, 1000, Int.max] {
            for filter in [Filter<PassageField>(), .only(.event, "hearing", "forum")] {
                let result = try reader.passages(PassageList(filter: filter, limit: 5, start: .offset(offset))) { _ in }
                #expect(result == ListResult(total: 9, count: 0, next: nil))
            }
        }
        #expect(try reader.passages(PassageList(limit: 0)) { _ in } == ListResult(total: 9, count: 0, next: nil))
        #expect(try reader.passages(PassageList(limit: -1, start: .offset(-1))) { _ in }.total == 9)
        #expect(try reader.ids(PassageList(limit: .max)).count == 9)
    }

    @Test("a position of another order is refused, and a made-up one does no harm")
    func positions() throws {
        let position = ListPosition(values: [.text("x")], key: 3)
        #expect(throws: StoreError.invalidPosition(detail: "it was made for another order")) {
            _ = try reader.ids(PassageList(limit: 5, start: .after(position)))
        }
        let madeUp = [
            ListPosition(values: [.integer(.min)], key: .max), ListPosition(values: [.text("\u{0}'\"")], key: .min),
        ]
        for position in madeUp {
            _ = try reader.ids(PassageList(order: [SortTerm(.words)], limit: 5, start: .after(position)))
        }
    }
}
