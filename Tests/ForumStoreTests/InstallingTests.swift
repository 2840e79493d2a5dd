import Foundation
import Proceedings
import SQLite
import Synchronization
import Testing

@testable import ForumStore

@Suite("Putting a store into place")
struct InstallingTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("a load that is stopped leaves the old store or the new one", arguments: StoreBuilder.Moment.allCases)
    func stopped(at moment: StoreBuilder.Moment) throws {
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.make(snapshot: "old"))
        let before = try folder.bytes()
        let builder = StoreBuilder(path: folder.store) { reached, _ throws(StoreError) in
            if reached == moment { throw .interrupted }
        }
        #expect(throws: StoreError.interrupted) { try builder.build(from: SampleCorpus.make(snapshot: "new")) }
        #expect(try folder.names == ["forum.sqlite"])
        if moment == .installed {
            #expect(try StoreReader(path: folder.store).snapshot == "new")
        } else {
            #expect(try folder.bytes() == before)
        }
    }

    @Test("what a killed load left behind is removed by the next, and nothing else is")
    func leftovers() throws {
        let names = ["forum.sqlite.building-1", "forum.sqlite.building-999999", "forum.sqlite.building-x"]
        for name in names { try Data("half a sto".utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name)) }
        let others = ["forum.sqlite.bak", "other.sqlite.building-1"]
        for name in others { try Data("kept".utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name)) }
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
        #expect(try folder.names == (others + ["forum.sqlite"]).sorted())
    }

    @Test("a copy of the building file, taken at any moment, does not disturb the next load")
    func killed() throws {
        // What a kill leaves is the building file as it is at that moment, with nobody holding its lock.
        for moment in StoreBuilder.Moment.allCases where moment != .installed {
            let path = folder.path
            let builder = StoreBuilder(path: folder.store) { reached, _ throws(StoreError) in
                guard reached == moment else { return }
                let building = "\(path)/forum.sqlite.building-\(getpid())"
                try? FileManager.default.copyItem(atPath: building, toPath: "\(path)/forum.sqlite.building-1")
                throw .interrupted
            }
            #expect(throws: StoreError.interrupted) { try builder.build(from: SampleCorpus.corpus) }
            #expect(try folder.names.contains("forum.sqlite.building-1"))
            try StoreBuilder(path: folder.store).build(from: SampleCorpus.make(snapshot: "after \(moment)"))
            #expect(try folder.names == ["forum.sqlite"])
            #expect(try StoreReader(path: folder.store).snapshot == "after \(moment)")
        }
    }

    @Test("a second load of the same store is refused while the first goes on, and changes nothing")
    func concurrent() throws {
        let path = folder.store
        let refusal = Mutex<StoreError?>(nil)
        let builder = StoreBuilder(path: path) { moment, _ throws(StoreError) in
            guard moment == .written else { return }
            do throws(StoreError) {
                try StoreBuilder(path: path).build(from: SampleCorpus.make(snapshot: "second"))
            } catch {
                refusal.withLock { $0 = error }
            }
        }
        try builder.build(from: SampleCorpus.make(snapshot: "first"))
        #expect(refusal.withLock { $0 } == .loadInProgress(path: path, process: getpid()))
        #expect(try StoreReader(path: path).snapshot == "first")
        #expect(try folder.names == ["forum.sqlite"])
    }

    @Test("of many loads at once, each is done or refused, and the store is one of those done")
    func race() async throws {
        let path = folder.store
        let done = try await withThrowingTaskGroup(of: String?.self) { group in
            for index in 0..<8 {
                group.addTask {
                    do {
                        try StoreBuilder(path: path).build(from: SampleCorpus.make(snapshot: "load \(index)"))
                        return "load \(index)"
                    } catch StoreError.loadInProgress {
                        return nil
                    }
                }
            }
            return try await group.reduce(into: Set<String>()) { if let name = $1 { $0.insert(name) } }
        }
        #expect(!done.isEmpty)
        let reader = try StoreReader(path: path)
        #expect(done.contains(reader.snapshot))
        #expect(try reader.ids(TalkList(limit: 9)).count == 4)
        #expect(try folder.names == ["forum.sqlite"])
    }

    @Test("a reader keeps the store that it opened while another is put into its place")
    func replaced() throws {
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.make(snapshot: "old"))
        let old = try StoreReader(path: folder.store)
        var corpus = SampleCorpus.make(snapshot: "new")
        corpus.events[0].talks[0].talk.title = "새 제목"
        var titles: [String] = []
        _ = try old.talks(TalkList(limit: 9)) { row throws(StoreError) in
            if titles.isEmpty { try StoreBuilder(path: folder.store).build(from: corpus) }
            titles.append(row.reference.title.string)
        }
        #expect(titles == ["인공지능의 앞날", "", "종합토론", "사회자가 있는 발표"])
        titles = []
        for reader in [old, try StoreReader(path: folder.store)] {
            try reader.talk("forum-k1") { titles.append($0.reference.title.string) }
        }
        #expect(titles == ["인공지능의 앞날", "새 제목"])
    }

    @Test("a link to a store stays a link, and its store is replaced")
    func link() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/far", withIntermediateDirectories: false)
        let far = folder.path + "/far/real.sqlite"
        try StoreBuilder(path: far).build(from: SampleCorpus.make(snapshot: "old"))
        try FileManager.default.createSymbolicLink(atPath: folder.store, withDestinationPath: far)
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.make(snapshot: "new"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.store) == far)
        #expect(try StoreReader(path: far).snapshot == "new")
    }

    // MARK: Bad places

    @Test("a folder that does not exist, or is a file, is named")
    func folders() throws {
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/file"))
        for name in ["missing", "file"] {
            let path = "\(folder.path)/\(name)"
            #expect(throws: StoreError.folderMissing(path: path)) {
                try StoreBuilder(path: "\(path)/forum.sqlite").build(from: SampleCorpus.corpus)
            }
        }
    }

    @Test("a folder that cannot be written to is refused, even for the superuser")
    func readOnlyFolder() throws {
        #if os(Linux)
        // The kernel lets nobody make files here, so that the test means the same for every user.
        #expect {
            try StoreBuilder(path: "/sys/forum.sqlite").build(from: SampleCorpus.corpus)
        } throws: { error in
            guard case StoreError.notPermitted = error else { return false }
            return true
        }
        #endif
    }

    @Test("a full disk is told as such, and the old store stays")
    func fullDisk() throws {
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.make(snapshot: "old"))
        let builder = StoreBuilder(path: folder.store) { moment, connection throws(StoreError) in
            // SQLite answers a file that may not grow as it answers a disk that has no room.
            if moment == .laidOut { try? connection?.execute("PRAGMA max_page_count = 1") }
        }
        var corpus = SampleCorpus.make(snapshot: "new")
        corpus.events[0].event.location = String(repeating: "긴 ", count: 100_000)
        #expect(throws: StoreError.diskFull(path: folder.store)) { try builder.build(from: corpus) }
        #expect(try StoreReader(path: folder.store).snapshot == "old")
        #expect(try folder.names == ["forum.sqlite"])
    }

    @Test("what was damaged before the checks is found by them, and not installed")
    func damaged() throws {
        let damage = [
            "DELETE FROM topic_labels; DELETE FROM mentions WHERE key = 1", "DELETE FROM topics WHERE key = 3",
            """
            PRAGMA ignore_check_constraints = ON; UPDATE talks SET kind = 'sermon'; PRAGMA ignore_check_constraints = OFF
            """,
        ]
        for sql in damage {
            let builder = StoreBuilder(path: folder.store) { moment, connection throws(StoreError) in
                if moment == .written { try? connection?.execute(sql) }
            }
            #expect(throws: StoreError.self, "\(sql)") { try builder.build(from: SampleCorpus.corpus) }
            #expect(try folder.names == [])
        }
    }

    @Test("a file that is no store is never replaced")
    func foreign() throws {
        let text = Data("A transcript that somebody needs. ".utf8)
        let foreign = try TemporaryFolder()
        let connection = try Connection(path: foreign.store, access: .create)
        try connection.execute("CREATE TABLE mine (a)")
        for bytes in [text, text + Data(count: 200), try foreign.bytes()] {
            try bytes.write(to: URL(fileURLWithPath: folder.store))
            #expect(throws: StoreError.notAStore(path: folder.store)) {
                try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
            }
            #expect(try folder.bytes() == bytes)
        }
        try FileManager.default.removeItem(atPath: folder.store)
        try FileManager.default.createDirectory(atPath: folder.store, withIntermediateDirectories: false)
        #expect(throws: StoreError.notAStore(path: folder.store)) {
            try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
        }
    }

    @Test("an empty file and a store of another version are replaced")
    func replaceable() throws {
        try Data().write(to: URL(fileURLWithPath: folder.store))
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
        let connection = try Connection(path: folder.store, access: .readWrite)
        try connection.execute("PRAGMA user_version = 99")
        #expect(throws: StoreError.otherVersion(path: folder.store, found: 99, expected: StoreSchema.version)) {
            try StoreReader(path: folder.store)
        }
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
        #expect(try StoreReader(path: folder.store).snapshot == "sample")
    }
}
