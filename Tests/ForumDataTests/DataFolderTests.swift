import Foundation
import Testing

@testable import ForumData

@Suite("DataFolder")
struct DataFolderTests {
    private func failure(of folder: TemporaryFolder) -> String? {
        do {
            let result = try CorpusReader(folder: DataFolder(path: folder.path)).read(schemaVersion: 1)
            return result.diagnostics.first { $0.diagnostic.severity == .error }
                .map { $0.description.replacingOccurrences(of: folder.path, with: "DATA") }
        } catch {
            return error.description.replacingOccurrences(of: folder.path, with: "DATA")
        }
    }

    @Test("a folder with a transcript in it is enough")
    func transcriptAlone() throws {
        let folder = try TemporaryFolder()
        try folder.write(SampleTranscript.text, to: "events/forum/transcript.txt")
        let result = try CorpusReader(folder: DataFolder(path: folder.path)).read(schemaVersion: 1)
        #expect(result.corpus.events.map(\.event.id) == ["forum"])
        #expect(result.corpus.events[0].talks.map(\.talk.id) == ["forum-d1"])
        #expect(result.corpus.panelists.map(\.name) == ["김철수"])
        #expect(result.corpus.topics.isEmpty)
        #expect(result.corpus.events[0].sources.map(\.name) == ["transcript.txt"])
    }

    @Test("hidden files and files beside the events' folders are no events")
    func otherFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write(SampleTranscript.text, to: "events/forum/transcript.txt")
        try folder.write("x", to: "events/README.md")
        try folder.write("x", to: "events/.DS_Store")
        try folder.write("x", to: "events/forum/notes.txt")
        #expect(failure(of: folder) == nil)
    }

    @Test("a missing folder, one without events and one without a transcript are each named")
    func missing() throws {
        let folder = try TemporaryFolder()
        #expect(failure(of: folder)?.hasPrefix("DATA/events: no such file or folder") == true)
        try FileManager.default.createDirectory(
            atPath: folder.path + "/events", withIntermediateDirectories: true)
        #expect(failure(of: folder)?.hasPrefix("DATA/events: holds no event") == true)
        try folder.write("x", to: "events/forum/notes.txt")
        #expect(failure(of: folder)?.hasPrefix("DATA/events/forum: holds no transcript") == true)
        #expect(failure(of: folder)?.contains("found notes.txt") == true)
        #expect(throws: ForumDataError.missing(path: folder.path + "/none")) {
            try DataFolder(path: folder.path + "/none").snapshot(schemaVersion: 1)
        }
        try folder.write("x", to: "file")
        #expect(throws: ForumDataError.notAFolder(path: folder.path + "/file")) {
            try DataFolder(path: folder.path + "/file/").snapshot(schemaVersion: 1)
        }
    }

    @Test("an event's folder may be named in Hangul, but not so that an address would break")
    func names() throws {
        let folder = try TemporaryFolder()
        try folder.write(SampleTranscript.text, to: "events/긴급포럼-2025/transcript.txt")
        let reader = CorpusReader(folder: DataFolder(path: folder.path))
        #expect(try reader.read(schemaVersion: 1).corpus.events.map(\.event.id) == ["긴급포럼-2025"])
        try folder.write(SampleTranscript.text, to: "events/a b/transcript.txt")
        #expect(
            failure(of: folder)?.hasPrefix("DATA/events/a b: error: the folder's name becomes the event's id") == true)
    }

    @Test("the parts of an event stand in the order of their numbers, and never change the first one's identifiers")
    func parts() throws {
        let folder = try TemporaryFolder()
        func write(_ name: String, _ person: String) throws {
            let text = SampleTranscript.item("지정토론 1", name: person, affiliation: "한국대학교 교수")
            try folder.write(text, to: "events/forum/\(name)")
        }
        try write("transcript-10.txt", "박 셋 째")
        try write("transcript-2.txt", "이 둘 째")
        try write("transcript.txt", "김 첫 째")
        let reader = CorpusReader(folder: DataFolder(path: folder.path))
        let talks = try reader.read(schemaVersion: 1).corpus.events[0].talks
        #expect(talks.map(\.talk.id) == ["forum-d1", "forum-2-d1", "forum-3-d1"])
        #expect(talks.map { $0.talk.participations.map(\.name) } == [["김첫째"], ["이둘째"], ["박셋째"]])
        #expect(talks.map(\.talk.position) == [1, 2, 3])
    }

    @Test("a file that only looks like a transcript is left aside, and a note says so")
    func leftAside() throws {
        let folder = try TemporaryFolder()
        let aside = ["Transcript-3.TXT", "transcript--5.txt", "transcript-1.txt", "transcript.txt~", "transcript2.txt"]
        for name in aside + ["transcript.txt"] { try folder.write(SampleTranscript.text, to: "events/forum/\(name)") }
        let result = try CorpusReader(folder: DataFolder(path: folder.path)).read(schemaVersion: 1)
        #expect(result.corpus.events[0].talks.count == 1)
        let noted = result.diagnostics.filter { $0.diagnostic.code == "not-a-transcript-name" }
        #expect(noted.map { $0.path.split(separator: "/").last.map(String.init) } == aside)
    }

    @Test("a pipe in a transcript's place is refused and not waited for")
    func pipe() throws {
        let folder = try TemporaryFolder()
        try folder.write(SampleTranscript.text, to: "events/forum/transcript.txt")
        #expect(mkfifo(folder.path + "/events/forum/transcript-2.txt", 0o600) == 0)
        #expect(failure(of: folder)?.contains("no regular file") == true)
    }

    @Test("two events never share an identifier")
    func identifierTaken() throws {
        let folder = try TemporaryFolder()
        try folder.write(SampleTranscript.text, to: "events/forum/transcript.txt")
        try folder.write(SampleTranscript.text, to: "events/forum/transcript-2.txt")
        try folder.write(SampleTranscript.text, to: "events/forum-2/transcript.txt")
        #expect(failure(of: folder)?.contains("its talks would begin with 'forum-2-'") == true)
    }

    @Test("a file that is no transcript and one that is no text are each named with their path")
    func badTranscripts() throws {
        let folder = try TemporaryFolder()
        try folder.write("장보기 목록\n사과\n", to: "events/forum/transcript.txt")
        #expect(failure(of: folder)?.hasPrefix("DATA/events/forum/transcript.txt: ") == true)
        try folder.write(Array(SampleTranscript.text.utf8) + [0xFF, 0xFE, 0xFD], to: "events/forum/transcript.txt")
        #expect(failure(of: folder)?.contains("\(SampleTranscript.text.utf8.count)") == true)
    }

    @Test("what cannot be read stops nothing else: all of it is named at once, and identifiers stay")
    func badFilesAmongGood() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "events/forum/transcript.txt")
        try folder.write(SampleTranscript.text, to: "events/forum/transcript-2.txt")
        try folder.write("{\"a\": 1}", to: "events/forum/transcript-3.json")
        try folder.write(SampleTranscript.text, to: "events/good/transcript.txt")
        try folder.write(SampleTranscript.text, to: "events/marked/transcript.txt")
        try folder.write("nmae: x\n", to: "events/marked/event.yaml")
        try folder.write([0x00, 0x01], to: "events/none/transcript.txt")
        try folder.write("x", to: "events/notes/notes.txt")
        let result = try CorpusReader(folder: DataFolder(path: folder.path)).read(schemaVersion: 1)
        #expect(result.corpus.events.map(\.event.id) == ["forum", "good"])
        #expect(result.corpus.events[0].talks.map(\.talk.id) == ["forum-2-d1"])
        let bad = result.diagnostics.filter { $0.diagnostic.code == "unreadable-file" }
        #expect(bad.allSatisfy { $0.diagnostic.severity == .error })
        #expect(
            Set(bad.map { String($0.path.dropFirst(folder.path.count + 8)) }) == [
                "forum/transcript.txt", "forum/transcript-3.json", "marked/event.yaml", "none/transcript.txt", "notes",
            ])
        #expect(bad.first { $0.path.hasSuffix("event.yaml") }?.diagnostic.line == 1)
        do {
            _ = try CorpusReader(folder: DataFolder(path: folder.path), isStrict: true).read(schemaVersion: 1)
            Issue.record("--strict takes unreadable files")
        } catch {
            guard case .refusedByStrict(let refused) = error else { throw error }
            #expect(Set(bad).isSubset(of: refused))
        }
    }

    @Test("where nothing can be read, every file is named; a single one is the failure itself")
    func nothingLoaded() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "events/a/transcript.txt")
        #expect(failure(of: folder)?.hasPrefix("DATA/events/a/transcript.txt: the transcript is empty") == true)
        try folder.write("", to: "events/b/transcript.txt")
        do {
            _ = try CorpusReader(folder: DataFolder(path: folder.path)).read(schemaVersion: 1)
            Issue.record("nothing is something")
        } catch {
            guard case .nothingLoaded(let files) = error else { throw error }
            #expect(files.count == 2)
        }
    }

    @Test("a store is fresh though a file cannot be read, and stale once that changes")
    func unreadableSnapshot() throws {
        let folder = try TemporaryFolder()
        try folder.write(SampleTranscript.text, to: "events/forum/transcript.txt")
        #expect(mkfifo(folder.path + "/events/forum/transcript-2.txt", 0o600) == 0)
        let data = DataFolder(path: folder.path)
        let before = try data.snapshot(schemaVersion: 1)
        #expect(try data.snapshot(schemaVersion: 1) == before)
        #expect(unlink(folder.path + "/events/forum/transcript-2.txt") == 0)
        #expect(try data.snapshot(schemaVersion: 1) != before)
    }

    @Test("the snapshot is of the content: not of the time or the place, but of every byte")
    func snapshot() throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        for folder in [first, second] {
            try folder.write(SampleTranscript.text, to: "events/forum/transcript.txt")
        }
        func snapshot(_ folder: TemporaryFolder, schema: Int = 1) throws -> String {
            try DataFolder(path: folder.path).snapshot(schemaVersion: schema)
        }
        let before = try snapshot(first)
        #expect(before.count == DataFolder.snapshotLength)
        #expect(try snapshot(second) == before)
        #expect(try snapshot(second, schema: 2) != before)
        try second.write("topics: []", to: "topics.yaml")
        #expect(try snapshot(second) != before)
        try first.write(SampleTranscript.text + " ", to: "events/forum/transcript.txt")
        #expect(try snapshot(first) != before)
    }

    @Test("people of one name are one person until their organizations differ")
    func namesakes() throws {
        let folder = try TemporaryFolder()
        let text = [
            SampleTranscript.item("지정토론 1", name: "김 철 수", affiliation: "한국대학교 경제학과 교수"),
            SampleTranscript.item("지정토론 2", name: "김 철 수", affiliation: "㈜새벽 대표"),
            SampleTranscript.item("지정토론 3", name: "김철수", affiliation: "한국대학교 법학과 교수"),
        ].joined(separator: "\n")
        try folder.write(text, to: "events/forum/transcript.txt")
        let corpus = try CorpusReader(folder: DataFolder(path: folder.path)).read(schemaVersion: 1).corpus
        #expect(corpus.panelists.map(\.id) == ["김철수", "김철수-2"])
        #expect(
            corpus.events[0].talks.map { $0.talk.participations.map(\.panelist) }
                == [["김철수"], ["김철수-2"], ["김철수"]])
    }

    @Test("someone without an organization is the only namesake, or a person of their own where there are several")
    func unknownOrganization() throws {
        let folder = try TemporaryFolder()
        let text = [
            SampleTranscript.item("지정토론 1", name: "김 철 수", affiliation: "한국대학교 경제학과 교수"),
            SampleTranscript.item("지정토론 2", name: "김 철 수", affiliation: "국회의원"),
            SampleTranscript.item("지정토론 3", name: "김 철 수", affiliation: "㈜새벽 대표"),
            SampleTranscript.item("지정토론 4", name: "김 철 수", affiliation: "국회의원"),
        ].joined(separator: "\n")
        try folder.write(text, to: "events/forum/transcript.txt")
        let corpus = try CorpusReader(folder: DataFolder(path: folder.path)).read(schemaVersion: 1).corpus
        #expect(
            corpus.events[0].talks.map { $0.talk.participations.map(\.panelist) }
                == [["김철수"], ["김철수"], ["김철수-2"], ["김철수-3"]])
    }
}
