import SQLite
import Testing

@testable import ForumStore

@Suite("Keys of identifiers that were asked for")
struct KeyCacheTests {
    @Test("an identifier has the key that was kept for it, by its kind")
    func kinds() {
        let keys = KeyCache()
        #expect(keys.key(.talks, "forum-k1") == nil && keys.key(.talks, "") == nil)
        keys.insert(7, .talks, "forum-k1")
        keys.insert(8, .panelists, "김하나")
        #expect(keys.key(.talks, "forum-k1") == 7 && keys.key(.panelists, "김하나") == 8)
        #expect(keys.key(.topics, "forum-k1") == nil && keys.key(.talks, "forum-k2") == nil)
        keys.insert(9, .talks, String(repeating: "a", count: KeyCache.maxLength + 1))
        #expect(keys.key(.talks, String(repeating: "a", count: KeyCache.maxLength + 1)) == nil)
    }

    @Test("an identifier is its bytes, as in the store: one that looks the same is another")
    func equivalents() {
        let keys = KeyCache()
        let (one, other) = ("forum-k1.a\u{323}\u{307}-passage", "forum-k1.a\u{307}\u{323}-passage")
        #expect(one == other && !one.utf8.elementsEqual(other.utf8))
        keys.insert(7, .passages, one)
        #expect(keys.key(.passages, one) == 7 && keys.key(.passages, other) == nil)
    }

    @Test("of more than there is room for, each is found or not, and never another's")
    func many() {
        let keys = KeyCache()
        let all = (1...4 * KeyCache.capacity).map { (key: Int64($0), id: "forum-k\($0 % 40).p\($0)") }
        let isAtOnce = all.allSatisfy { key, id in
            keys.insert(key, .passages, id)
            return keys.key(.passages, id) == key
        }
        #expect(isAtOnce)
        let found = all.filter { keys.key(.passages, $0.id) != nil }
        #expect(found.allSatisfy { keys.key(.passages, $0.id) == $0.key })
        // They are spread: a good part of the places is taken.
        #expect(KeyCache.capacity / 2...KeyCache.capacity ~= found.count)
    }

    @Test("a row is the same by its identifier and, from the second time on, by its key")
    func rows() throws {
        let folder = try TemporaryFolder()
        let reader = try folder.sampleReader()
        for set in [RowSet.events, .talks, .panelists, .topics, .passages, .sources] {
            var rows: [[String]] = []
            for _ in 0..<3 {
                var row: [String] = []
                let id = set == .panelists ? "김하나" : set == .topics ? "law" : set == .passages ? "forum-d1.p1" : "forum"
                let isThere = try reader.withCursors { cursors throws(StoreError) in
                    try cursors.withRow(set, named: set == .talks ? "forum-k1" : id) { statement in
                        row = (0..<statement.columnCount).map { column in
                            statement.withBlob(at: column) { Array($0).description }
                        }
                    }
                }
                #expect(isThere && !row.isEmpty)
                rows.append(row)
            }
            #expect(rows.allSatisfy { $0 == rows[0] })
            let isAny = try reader.withCursors { cursors throws(StoreError) in
                try cursors.withRow(set, named: "none") { _ in Issue.record("there is no such row") }
            }
            #expect(!isAny)
        }
    }
}
