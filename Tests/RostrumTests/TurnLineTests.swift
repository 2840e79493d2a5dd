import ForumData
import Foundation
import Proceedings
import Testing
import Transcripts

@testable import rostrum

@Suite("What a check says of turns")
struct TurnLineTests {
    private static let summary = TurnSummary(
        turns: 214, voices: 16, unresolved: 3,
        forms: [
            .init(pattern: "NAME:", turns: 200, firstLine: 4), .init(pattern: "The OFFICE.", turns: 14, firstLine: 9),
        ])

    /// A transcript with what a reader of turns says of it.
    private func checked(_ turns: TurnSummary?) throws -> CheckedTranscript {
        let text = "토론 1\n김민수\n참여연대 간사\n\n할 말이 있다.\n"
        var checked = try CheckedTranscript(TranscriptFile(path: "-", bytes: Array(text.utf8)))
        checked.transcript.turns = turns
        checked.transcript.explanation = ["NAME: recurs 2 of 2"]
        checked.transcript.talks[0].passages[0].voice = Voice(label: "김민수", kind: .person)
        return checked
    }

    @Test(
        "one line tells how many turns of how many voices, and their forms",
        arguments: [
            (summary, "214 turns of 16 voices, 3 unresolved; forms: NAME: (200), The OFFICE. (14)"),
            (TurnSummary(turns: 1, voices: 1), "1 turn of 1 voice"),
            (TurnSummary(unread: 12), "0 turns of 0 voices, 12 unread"),
            (
                TurnSummary(
                    turns: 10, voices: 2, forms: (1...10).map { .init(pattern: "F\($0)", turns: 1, firstLine: $0) }),
                "10 turns of 2 voices; forms: F1 (1), F2 (1), F3 (1), F4 (1), F5 (1), F6 (1), F7 (1), F8 (1) and 2 more"
            ),
        ])
    func line(summary: TurnSummary, line: String) {
        #expect(summary.line == line)
    }

    @Test("a check prints the line below the first, and nothing where there are no turns")
    func outline() throws {
        let lines = TranscriptOutline(path: "-", checked: try checked(Self.summary)).lines
        #expect(lines[1] == Self.summary.line)
        #expect(!lines.contains("NAME: recurs 2 of 2"))
        let plain = TranscriptOutline(path: "-", checked: try checked(nil)).lines
        #expect(plain == lines.filter { $0 != Self.summary.line })
        let explained = TranscriptOutline(path: "-", checked: try checked(Self.summary), isExplained: true).lines
        #expect(explained.filter { !lines.contains($0) } == ["NAME: recurs 2 of 2"])
    }

    @Test("check --json has the turns and each passage's voice, and how they were understood where that is asked for")
    func json() throws {
        func object(_ checked: CheckedTranscript, explained: Bool = false) throws -> [String: Any] {
            let json = TranscriptRecord(path: "-", checked, isExplained: explained).json
            return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        }
        let whole = try object(try checked(Self.summary))
        let turns = try #require(whole["turns"] as? [String: Any])
        #expect(turns["turns"] as? Int == 214 && turns["voices"] as? Int == 16 && turns["unresolved"] as? Int == 3)
        let forms = try #require(turns["forms"] as? [[String: Any]])
        #expect(forms.map { $0["first_line"] as? Int } == [4, 9])
        let talk = try #require((whole["talks"] as? [[String: Any]])?.first)
        let passages = try #require(talk["passages"] as? [[String: Any]])
        #expect(passages.first?["voice"] as? [String: String] == ["label": "김민수", "kind": "person"])
        #expect(whole["explanation"] == nil)
        #expect(try object(try checked(nil), explained: true)["explanation"] as? [String] == ["NAME: recurs 2 of 2"])
        #expect(try object(try checked(nil))["turns"] == nil)
    }

    @Test("check --explain is a flag of the command")
    func flag() throws {
        let outcome = try Command.run(["check", "--explain", Command.data + "/events/deepseek/transcript.txt"])
        #expect(outcome.status == 0)
    }
}
