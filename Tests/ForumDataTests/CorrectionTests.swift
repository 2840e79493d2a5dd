import Bytes
import Digests
import Foundation
import Proceedings
import Testing

@testable import ForumData

@Suite("corrections.yaml")
struct CorrectionTests {
    /// Two talks whose paragraphs run over two lines each.
    private static let transcript = """
        지정토론 1

        시장과 규제

        ● ● ●

        김 철 수

        한국대학교 경제학과 교수

        규제의 목적은 시장을 지키는 데에 있으며 기업의 자유를 줄이는 데에 있지 않다는 점을 

        먼저 분명히 해야 한다. 그러나 현실은 다르다. 시장은 이미 몇몇 기업의 손에 들어가 있고 

        소비자는 고를 것이 없다.

        둘째로 생각할 것은 인력의 문제이다. 인력을 기르는 일은 오래 걸리고 성과는 더디게 나타 

        나므로 참을성이 있어야 한다.

        지정토론 2

        ● ● ●

        김 철 수

        민국연구원 원장

        앞의 말씀에 동의하면서 한 가지만 덧붙이고자 한다. 시장은 스스로 낫지 않는다는 것을 우리는 

        지난 세월에 배웠다.

        """

    private static func digest(_ text: String) -> String {
        SHA256.hash(text.utf8).hexadecimal
    }

    /// Hands over a data folder of one event with the transcript and, if there are any, corrections.
    private func inFolder<Result>(_ corrections: String?, _ body: (DataFolder) throws -> Result) throws -> Result {
        let folder = try TemporaryFolder()
        try folder.write(Self.transcript, to: "events/forum/transcript.txt")
        if let corrections { try folder.write(corrections, to: "events/forum/corrections.yaml") }
        return try withExtendedLifetime(folder) { try body(DataFolder(path: folder.path)) }
    }

    private func read(file: String?) throws -> CorpusReader.Result {
        try inFolder(file) { try CorpusReader(folder: $0).read(schemaVersion: 1) }
    }

    private func read(_ entries: String) throws -> CorpusReader.Result {
        try read(file: "sources: { transcript.txt: \(Self.digest(Self.transcript)) }\ncorrections:\n" + entries)
    }

    private func passages(_ result: CorpusReader.Result) -> [Passage] {
        result.corpus.events[0].talks.flatMap(\.talk.passages)
    }

    @Test("without corrections, the sample is what the tests below take it for")
    func sample() throws {
        let result = try read(file: nil)
        #expect(passages(result).map(\.id) == ["forum-d1.p1", "forum-d1.p2", "forum-d2.p1"])
        #expect(result.corpus.panelists.map(\.id) == ["김철수", "김철수-2"])
        #expect(result.corpus.events[0].corrections.isEmpty)
    }

    @Test("a title is set right, and what the source gave is kept beside it")
    func title() throws {
        let result = try read(
            "- { talk: forum-d1, title: 시장과 규제의 앞날, was: 시장과 규제, reason: 차례와 다르다, by: 편집자 }")
        #expect(result.diagnostics.isEmpty)
        #expect(result.corpus.events[0].talks[0].talk.title == "시장과 규제의 앞날")
        #expect(
            result.corpus.events[0].corrections == [
                Correction(
                    event: "forum", number: 1, line: 3, change: .title, talk: "forum-d1", before: "시장과 규제",
                    after: "시장과 규제의 앞날", reason: "차례와 다르다", author: "편집자")
            ])
    }

    @Test("a title that the source does not have is given where 'was' is left out")
    func missingTitle() throws {
        let result = try read("- { talk: forum-d2, title: 덧붙이는 말 }")
        #expect(result.diagnostics.isEmpty)
        #expect(result.corpus.events[0].talks[1].talk.title == "덧붙이는 말")
    }

    @Test("a passage is split: both parts keep their own lines, and no other identifier moves")
    func split() throws {
        let result = try read("- { passage: forum-d1.p1, split_before: 그러나 현실은 }")
        #expect(result.diagnostics.isEmpty)
        let parts = passages(result)
        #expect(parts.map(\.id) == ["forum-d1.p1", "forum-d1.p1-2", "forum-d1.p2", "forum-d2.p1"])
        #expect(parts[0].text.hasSuffix("분명히 해야 한다."))
        #expect(parts[1].text.hasPrefix("그러나 현실은 다르다.") && parts[1].text.hasSuffix("것이 없다."))
        let lines = result.corpus.events[0].sources[0].lines
        let shared = try #require(lines.first { $0.text.contains("그러나") }).number
        #expect(parts[0].spans.map(\.lines.upperBound) == [shared])
        #expect(parts[1].spans.map(\.lines.lowerBound) == [shared])
        #expect(lines.first { $0.text.contains("소비자는") }?.passage == "forum-d1.p1-2")
        #expect(lines[shared - 1].passage == "forum-d1.p1")
    }

    @Test("where a split falls between two lines, no line belongs to both parts")
    func splitBetweenLines() throws {
        let result = try read("- { passage: forum-d1.p1, split_before: 먼저 분명히 }")
        #expect(result.diagnostics.isEmpty)
        let (first, second) = (passages(result)[0], passages(result)[1])
        #expect(first.spans[0].lines.upperBound < second.spans[0].lines.lowerBound)
        let lines = result.corpus.events[0].sources[0].lines
        #expect(lines[first.spans[0].lines.upperBound - 1].join == .end)
        #expect(lines[second.spans[0].lines.lowerBound - 1].passage == second.id)
    }

    @Test("what is split is joined again, and is as it was")
    func splitAndJoin() throws {
        let whole = try read(file: nil)
        for text in ["그러나 현실은", "먼저 분명히"] {
            let result = try read(
                """
                - { passage: forum-d1.p1, split_before: \(text) }
                - { passage: forum-d1.p1, join_next: space, was: 규제의 목적은 }
                """)
            #expect(result.diagnostics.isEmpty)
            #expect(passages(result) == passages(whole))
            #expect(result.corpus.events[0].sources[0].lines == whole.corpus.events[0].sources[0].lines)
        }
    }

    @Test("passages are joined, and the lines of both are the first one's")
    func join() throws {
        let result = try read("- { passage: forum-d1.p1, join_next: space, was: 규제의 }")
        #expect(result.diagnostics.isEmpty)
        #expect(passages(result).map(\.id) == ["forum-d1.p1", "forum-d2.p1"])
        #expect(passages(result)[0].text.contains("고를 것이 없다. 둘째로"))
        #expect(!result.corpus.events[0].sources[0].lines.contains { $0.passage == "forum-d1.p2" })
    }

    @Test("white space within a passage is set right, and nothing else can be")
    func spacing() throws {
        let result = try read("- { passage: forum-d1.p2, spacing: 나타나므로 }")
        #expect(result.diagnostics.isEmpty)
        #expect(passages(result)[1].text.contains("더디게 나타나므로 참을성이"))
        #expect(result.corpus.events[0].corrections[0].before == "나타 나므로")
        let other = try read("- { passage: forum-d1.p2, spacing: 나타났으므로 }")
        #expect(other.diagnostics.map(\.diagnostic.code) == ["stale-correction"])
    }

    @Test("a speaker is named for a passage and for a talk; who was not on the programme is then a participant")
    func speaker() throws {
        let result = try read(
            """
            - { passage: forum-d1.p2, speaker: 박영희, was: 둘째로 }
            - { talk: forum-d2, speaker: 이민수 }
            """)
        #expect(result.diagnostics.isEmpty)
        #expect(passages(result)[1].speaker == "박영희")
        #expect(result.corpus.panelists.map(\.id) == ["김철수", "박영희", "김철수-2", "이민수"])
        #expect(result.corpus.events[0].talks[1].talk.participations.last?.role == .discussant)
    }

    @Test("a talk whose panelist a correction names is not asked for one again")
    func answered() throws {
        let text = "토론 1\n\n할 말이 있다.\n"
        func codes(_ entries: String) throws -> [String] {
            let folder = try TemporaryFolder()
            try folder.write(text, to: "events/forum/transcript.txt")
            try folder.write(
                "sources: { transcript.txt: \(Self.digest(text)) }\ncorrections: [\(entries)]",
                to: "events/forum/corrections.yaml")
            return try CorpusReader(folder: DataFolder(path: folder.path)).read(schemaVersion: 1).diagnostics
                .map(\.diagnostic.code)
        }
        #expect(try codes("") == ["no-panelist"])
        #expect(try codes("{ talk: forum-d1, speaker: 김민수 }") == [])
    }

    @Test("the event's days are set")
    func dates() throws {
        let result = try read("- { start_date: 2025-02-13 }\n- { end_date: 2025-02-12 }")
        #expect(result.corpus.events[0].event.startDate == "2025-02-13")
        #expect(result.corpus.events[0].event.endDate == nil)
        #expect(result.diagnostics.map(\.diagnostic.line) == [4])
    }

    @Test("two people are one, and every part they have is the one's")
    func merge() throws {
        let result = try read("- { panelist: 김철수-2, same_as: 김철수 }\n- { panelist: 김철수-2, same_as: 김철수 }")
        #expect(result.corpus.panelists.map(\.id) == ["김철수"])
        #expect(result.corpus.events[0].talks.flatMap { $0.talk.participations.map(\.panelist) } == ["김철수", "김철수"])
        #expect(
            result.diagnostics.map(\.diagnostic.message) == [
                "correction 2 is left aside: 김철수-2 is the same as 김철수 already"
            ])
    }

    @Test(
        "a correction that does not apply is left aside and says why",
        arguments: [
            ("{ talk: forum-d9, title: a, was: b }", "there is no talk forum-d9; the event's are forum-d1, forum-d2"),
            ("{ talk: forum-d1, title: a, was: b }", "the title of forum-d1 is '시장과 규제', and 'was' says 'b'"),
            ("{ talk: forum-d1, speaker: 김철수 }", "forum-d1 names 김철수 already"),
            ("{ passage: forum-d1.p9, split_before: 그러나 }", "there is no passage forum-d1.p9"),
            ("{ passage: forum-d1.p1, split_before: 없는 말 }", "'없는 말' does not stand in forum-d1.p1"),
            ("{ passage: forum-d1.p1, split_before: 시장 }", "'시장' stands 2 times in forum-d1.p1"),
            ("{ passage: forum-d1.p1, split_before: 규제의 }", "'규제의' begins in forum-d1.p1"),
            ("{ passage: forum-d1.p2, join_next: space, was: 둘째로 }", "forum-d1.p2 is the last of its talk"),
            ("{ passage: forum-d1.p1, join_next: space, was: 둘째로 }", "and 'was' says '둘째로'"),
            ("{ passage: forum-d1.p1, speaker: 김철수, was: 둘째로 }", "and 'was' says '둘째로'"),
            ("{ passage: forum-d1.p1, spacing: 규제의 목적은 }", "has '규제의 목적은' spaced so already"),
            ("{ panelist: 박영희, same_as: 김철수 }", "there is no panelist 박영희"),
            ("{ panelist: 김철수, same_as: 김철수 }", "김철수 is the same already"),
        ])
    func stale(entry: String, reason: String) throws {
        let result = try read("- \(entry)")
        let whole = try read(file: nil)
        #expect(passages(result) == passages(whole))
        let diagnostic = try #require(result.diagnostics.first?.diagnostic)
        #expect(result.diagnostics.count == 1)
        #expect((diagnostic.code, diagnostic.severity, diagnostic.line) == ("stale-correction", .warning, 3))
        #expect(diagnostic.message.contains(reason), "\(diagnostic.message)")
        #expect(result.corpus.events[0].corrections[0].obstacle?.contains(reason) == true)
    }

    @Test("corrections of another edition of the source are left aside, each of them")
    func otherSource() throws {
        let corrections = """
            sources:
              transcript.txt: \(Self.digest("another"))
            corrections:
              - { talk: forum-d1, title: 다른 제목, was: 시장과 규제 }
              - { start_date: 2025-02-13 }
              - { panelist: 김철수-2, same_as: 김철수 }
            """
        let result = try read(file: corrections)
        #expect(result.diagnostics.map(\.diagnostic.code) == Array(repeating: "stale-correction", count: 3))
        #expect(result.diagnostics.allSatisfy { $0.diagnostic.message.contains(Self.digest(Self.transcript)) })
        #expect(result.corpus.events[0].talks[0].talk.title == "시장과 규제")
        #expect(result.corpus.events[0].event.startDate == nil)
        #expect(result.corpus.panelists.count == 2)
    }

    @Test("--strict refuses what does not apply")
    func strict() throws {
        let file = "sources: { transcript.txt: \(Self.digest("another")) }\ncorrections: [{ start_date: 2025 }]"
        #expect(throws: ForumDataError.self) {
            try inFolder(file) { try CorpusReader(folder: $0, isStrict: true).read(schemaVersion: 1) }
        }
    }

    @Test("the snapshot covers the corrections")
    func snapshot() throws {
        let without = try inFolder(nil) { try $0.snapshot(schemaVersion: 1) }
        #expect(try inFolder("sources: {}") { try $0.snapshot(schemaVersion: 1) } != without)
    }

    @Test(
        "what a correction may not say is refused with its line",
        arguments: [
            ("- { talk: forum-d1 }", 3, "the entry changes nothing"),
            ("- { talk: forum-d1, titel: a }", 3, "unknown key 'titel'"),
            ("- { talk: forum-d1, title: a, speaker: b }", 3, "title and speaker"),
            ("- { talk: forum-d1, passage: forum-d1.p1, speaker: b }", 3, "talk and passage"),
            ("- { passage: forum-d1.p1, title: a }", 3, "'title' is said of a 'talk', not of a 'passage'"),
            ("- { title: a }", 3, "'title' is said of a 'talk', not alone"),
            ("- { talk: forum-d1, start_date: 2025 }", 3, "'start_date' stands alone"),
            ("- { start_date: 2025-02-30 }", 3, "a date of the calendar"),
            ("- { passage: forum-d1.p1, join_next: yes, was: a }", 3, "allowed are space, and nothing"),
            ("- { passage: forum-d1.p1, join_next: space }", 3, "needs 'was'"),
            ("- { passage: forum-d1.p1, speaker: 김철수 }", 3, "needs 'was'"),
            ("- { passage: forum-d1.p1, spacing: a b, was: a }", 3, "'was' has no meaning beside 'spacing'"),
            ("- { passage: '', spacing: a b }", 3, "'passage' is empty"),
            ("- { passage: forum-d1.p1, spacing: null }", 3, "'spacing' is empty"),
            ("- a", 3, "expected a mapping"),
        ])
    func malformed(entries: String, line: Int, reason: String) throws {
        do {
            _ = try read(entries)
            Issue.record("accepted: \(entries)")
        } catch let error as ForumDataError {
            guard case .invalidYAML(_, let found, _, let said) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found == line)
            #expect(said.contains(reason), "\(said)")
        }
    }

    @Test(
        "the sources' hashes are required, and well-formed",
        arguments: ["corrections: []", "sources: {}", "sources: { transcript.txt: abc }", "sources: []"])
    func sources(text: String) {
        #expect(throws: ForumDataError.self) { try read(file: text) }
    }
}
