import Foundation
import SQLite
import SeededNumbers
import Synchronization
import Testing

@testable import ForumStore

@Suite("Opening a store")
struct OpeningTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("what is no store is told from a damaged store and from nothing")
    func refused() throws {
        let path = folder.store
        #expect(throws: StoreError.missing(path: path)) { try StoreReader(path: path) }
        #expect(try folder.names == [])
        for bytes in [Data(), Data("text".utf8), Data(repeating: 7, count: 5000)] {
            try bytes.write(to: URL(fileURLWithPath: path))
            #expect(throws: StoreError.notAStore(path: path)) { try StoreReader(path: path) }
        }
        try StoreBuilder(path: folder.path + "/whole.sqlite").build(from: SampleCorpus.corpus)
        let whole = try folder.bytes("whole.sqlite")
        try whole.prefix(4096).write(to: URL(fileURLWithPath: path))
        #expect {
            try StoreReader(path: path)
        } throws: { error in
            guard case StoreError.corrupt = error else { return false }
            return true
        }
        #expect {
            try StoreReader(path: folder.path)
        } throws: { error in
            error is StoreError
        }
    }

    @Test("a store cut off or changed anywhere gives an error or rows, and never a trap", arguments: 0..<60)
    func damaged(seed: Int) throws {
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
        var bytes = try folder.bytes()
        var random = Seeded(UInt64(seed))
        if seed.isMultiple(of: 3) {
            bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
        } else {
            for _ in 0...Int.random(in: 0..<40, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: .min ... .max, using: &random)
            }
        }
        try bytes.write(to: URL(fileURLWithPath: folder.store))
        // Whatever is thrown is a StoreError: the compiler sees to that.
        do throws(StoreError) {
            let reader = try StoreReader(path: folder.store)
            _ = try reader.talks(TalkList(limit: 9)) { row throws(StoreError) in
                _ = row.reference.title.string
                _ = row.lines
                try row.forEachParticipant { _ = $0.participation.printedName.string }
                try row.forEachTopic { _ = $0.weight.weight }
            }
            _ = try reader.passages(PassageList(order: [SortTerm(.words)], limit: 50)) { row throws(StoreError) in
                _ = row.text.string
                try row.forEachSpan { _ = $0.lines }
                try row.forEachMention { _ = $0.start }
            }
            try reader.lines(of: "forum", 1...99) { _ = $0.text.string }
        } catch {
            #expect(error != .interrupted)
        }
    }

    @Test("a reader cannot write")
    func readOnly() throws {
        let reader = try folder.sampleReader()
        #expect(throws: SQLiteError.self) { try reader.connection.execute("DELETE FROM talks") }
    }

    @Test("a reading ends where a request's budget does, which says what was exceeded, and the next one is free")
    func spending() throws {
        let reader = try folder.sampleReader()
        let endless = Condition("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n")
        let noTime = Spending(RequestBudget(time: .zero))
        #expect(throws: StoreError.interrupted) {
            try reader.spend(noTime) { () throws(StoreError) in _ = try reader.integer(endless) }
        }
        #expect(noTime.excess == .time(.zero))
        var asked = 0
        let left = Spending(.unlimited) {
            asked += 1
            return asked == 3
        }
        #expect(throws: StoreError.interrupted) {
            try reader.spend(left) { () throws(StoreError) in _ = try reader.integer(endless) }
        }
        #expect(left.excess == .abandoned && asked == 3)
        let noRows = Spending(RequestBudget(rows: 4))
        #expect(throws: StoreError.interrupted) {
            try reader.spend(noRows) { () throws(StoreError) in
                _ = try reader.passages(PassageList(limit: 50)) { _ in }
            }
        }
        #expect(noRows.excess == .rows(4))
        #expect(try reader.ids(PassageList(limit: 50)).count == 9)
    }

    @Test("threads read at the same time, each with a reader of its own")
    func readers() async throws {
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
        let path = folder.store
        let totals = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    var count = 0
                    _ = try StoreReader(path: path).passages(PassageList(limit: 50)) { _ in count += 1 }
                    return count
                }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(totals == Array(repeating: 9, count: 50))
    }
}
