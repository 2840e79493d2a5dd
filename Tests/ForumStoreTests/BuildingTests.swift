import Foundation
import Proceedings
import SQLite
import Synchronization
import Testing

@testable import ForumStore

@Suite("Building a store")
struct BuildingTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("the same corpus gives the same bytes")
    func determinism() throws {
        let other = try TemporaryFolder()
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.make())
        try StoreBuilder(path: other.store).build(from: SampleCorpus.make())
        #expect(try folder.bytes() == other.bytes())
        let before = try folder.bytes()
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.make())
        #expect(try folder.bytes() == before)
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.make(snapshot: "another"))
        #expect(try folder.bytes() != before)
    }

    @Test("a load counts what it wrote, and leaves one file that needs no other")
    func counts() throws {
        let counts = try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
        #expect(counts.talks == 4)
        #expect(counts.passages == 9)
        #expect(counts.organizations == 3)
        #expect(counts.sourceLines == 17)
        #expect(try folder.names == ["forum.sqlite"])
        let reader = try StoreReader(path: folder.store)
        #expect(reader.counts == counts)
        #expect(reader.snapshot == "sample")
        // A write-ahead log would show in bytes 18 and 19 of the header.
        #expect(try folder.bytes()[18...19].elementsEqual([1, 1]))
    }

    @Test("an empty corpus makes an empty store")
    func empty() throws {
        let corpus = Corpus(snapshot: "empty", events: [], panelists: [], topics: [], mentions: [])
        #expect(try StoreBuilder(path: folder.store).build(from: corpus) == StoreCounts())
        let reader = try StoreReader(path: folder.store)
        #expect(try reader.talks(TalkList(limit: 5)) { _ in } == ListResult(total: 0, count: 0, next: nil))
    }

    @Test("progress goes through the stages in order and ends with every row")
    func progress() throws {
        let told = Mutex<[LoadProgress]>([])
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus) { step in
            told.withLock { $0.append(step) }
        }
        let steps = told.withLock { $0 }
        #expect(steps.map(\.stage) == LoadProgress.Stage.allCases)
        #expect(steps.allSatisfy { $0.rowsWritten == $0.rowsTotal })
    }

    @Test("a text goes in and comes out byte for byte, whatever is in it")
    func texts() throws {
        let texts = ["", "\u{0}a\u{0}", "e\u{301}", "🇰🇷", "'\"\\", "\u{FEFF}x", String(repeating: "가", count: 400_000)]
        var corpus = SampleCorpus.make()
        corpus.mentions = []
        for (index, text) in texts.enumerated() {
            corpus.events[0].talks[1].talk.passages.append(
                Passage(id: .init("extra\(index)"), kind: .paragraph, text: text, spans: []))
            corpus.events[0].sources[0].lines[index].text = text
        }
        try StoreBuilder(path: folder.store).build(from: corpus)
        let reader = try StoreReader(path: folder.store)
        for (index, text) in texts.enumerated() {
            var read: [UInt8]?
            try reader.passage(.init("extra\(index)")) { read = Array($0.text.string.utf8) }
            #expect(read == Array(text.utf8))
        }
        var lines: [String] = []
        try reader.lines(of: "forum", 1...texts.count) { lines.append($0.text.string) }
        #expect(lines.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    }

    // MARK: A corpus that contradicts itself

    static let contradictions: [(name: String, break: @Sendable (inout Corpus) -> Void)] = [
        ("two talks of one name", { $0.events[1].talks[1].talk.id = "forum-k1" }),
        ("two passages of one name", { $0.events[1].talks[1].talk.passages[0].id = "forum-d1.p1" }),
        ("an unknown source", { $0.events[0].talks[0].source = "nowhere" }),
        ("an unknown panelist", { $0.events[0].talks[0].talk.participations[0].panelist = "없음" }),
        ("an unknown section", { $0.events[0].talks[1].talk.passages[0].section = "nowhere" }),
        ("an unknown speaker", { $0.events[0].talks[1].talk.passages[0].speaker = "없음" }),
        ("a mention of an unknown topic", { $0.mentions[0].topic = "nothing" }),
        ("a mention in an unknown passage", { $0.mentions[1].passage = "nowhere" }),
        ("a mention in another talk's passage", { $0.mentions[1].talk = "hearing-r1" }),
        ("a mention of no length", { $0.mentions[0].end = $0.mentions[0].start }),
        ("a talk beyond the last line", { $0.events[0].talks[1].talk.lines = 5...99 }),
        ("a span beyond the last line", { $0.events[0].talks[1].talk.passages[0].spans[0].lines = 9...99 }),
        ("a line out of order", { $0.events[0].sources[0].lines[3].number = 9 }),
        ("a line of an unknown talk", { $0.events[0].sources[0].lines[3].talk = "nowhere" }),
        ("a line with an unknown terminator", { $0.events[0].sources[0].lines[3].terminator = "\u{2028}" }),
        ("a child before its parent", { $0.events[0].talks[1].talk.sections[0].parent = "forum-d1.s1.1" }),
        ("an unknown broader topic", { $0.topics[1].broader = "nothing" }),
        ("an event without a name to go by", { $0.events[0].event.id = "" }),
    ]

    @Test("a corpus that contradicts itself is refused, and nothing changes", arguments: contradictions.indices)
    func contradiction(_ index: Int) throws {
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
        let before = try folder.bytes()
        var corpus = SampleCorpus.make(snapshot: "broken")
        Self.contradictions[index].break(&corpus)
        #expect {
            try StoreBuilder(path: folder.store).build(from: corpus)
        } throws: { error in
            guard case StoreError.inconsistentCorpus(let detail) = error else { return false }
            return !detail.isEmpty
        }
        #expect(try folder.bytes() == before)
        #expect(try folder.names == ["forum.sqlite"])
    }
}
