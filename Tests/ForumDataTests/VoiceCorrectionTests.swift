import Proceedings
import Testing

@testable import ForumData

@Suite("Who a voice is, in corrections.yaml")
struct VoiceCorrectionTests {
    private static let digest = String(repeating: "0a", count: 32)

    /// Two talks of one source and one of another: numbered speakers, a person by name, and a label that names nobody.
    private static var record: Corpus.EventRecord {
        var record = Corpus.EventRecord(event: Event(id: "forum"), sources: [], talks: [])
        let turns: [(Talk.ID, Source.ID, [(label: String, kind: Voice.Kind, speaker: String?)])] = [
            (
                "forum-r1", "forum",
                [
                    ("SPEAKER_00", .anonymous, "SPEAKER_00"), ("SPEAKER_01", .anonymous, "SPEAKER_01"),
                    ("SPEAKER_00", .anonymous, "SPEAKER_00"), ("Mr. Tilden", .person, "Tilden"),
                    ("SPEAKER_00", .anonymous, "SPEAKER_00"), ("김 위원", .unknown, nil),
                ]
            ),
            ("forum-r2", "forum", [("SPEAKER_00", .anonymous, "SPEAKER_00"), ("홍길동", .person, "홍길동")]),
            (
                "forum-2-r1", "forum-2",
                [("SPEAKER_00", .anonymous, "SPEAKER_00"), ("SPEAKER_02", .anonymous, "SPEAKER_02")]
            ),
        ]
        for (id, source, turns) in turns {
            var talk = Talk(
                id: id, kind: .roundtable, kindLabel: "", ordinal: nil, position: record.talks.count + 1, title: nil,
                participations: [], lines: 1...9)
            for (index, turn) in turns.enumerated() {
                talk.passages.append(
                    Passage(
                        id: Passage.ID("\(id).p\(index + 1)"), kind: .paragraph, text: "\(index)째 말",
                        speaker: turn.speaker.map { Panelist.ID($0) },
                        voice: Voice(label: turn.label, kind: turn.kind), spans: []))
                guard let name = turn.speaker, !talk.participations.contains(where: { $0.name == name }) else {
                    continue
                }
                talk.participations.append(
                    Participation(
                        turn.kind, panelist: Panelist.ID(name), role: .discussant, name: name, printedName: name,
                        nameLine: index + 1))
            }
            record.talks.append((talk, source))
        }
        for (id, name) in [("forum", "transcript.txt"), ("forum-2", "transcript-2.srt")] {
            record.sources.append(
                Source(
                    id: Source.ID(id), event: "forum", name: name, format: "proceedings", encoding: "UTF-8",
                    sha256: digest, byteCount: 1,
                    lines: (1...9).map {
                        SourceLine(number: $0, text: "", terminator: "\n", lineClass: .body, page: 1)
                    }))
        }
        return record
    }

    /// The record with corrections, given as entries of the file.
    private func corrected(_ entries: String, sources: [String] = ["transcript.txt", "transcript-2.srt"]) throws
        -> Corpus.EventRecord
    {
        let folder = try TemporaryFolder()
        let named = sources.map { "\($0): \(Self.digest)" }.joined(separator: ", ")
        try folder.write("sources: { \(named) }\ncorrections:\n\(entries)\n", to: "corrections.yaml")
        let file = try CorrectionsFile(
            InputFile(path: "\(folder.path)/corrections.yaml", name: "corrections.yaml"))
        var corrector = EventCorrector(Self.record, file: file)
        corrector.applyAll()
        return corrector.record
    }

    private func speakers(_ record: Corpus.EventRecord, _ talk: Int) -> [String?] {
        record.talks[talk].talk.passages.map(\.speaker?.rawValue)
    }

    private func people(_ record: Corpus.EventRecord, _ talk: Int) -> [String] {
        record.talks[talk].talk.participations.map(\.name)
    }

    @Test("a voice is named in all talks of the event, and who was only its label takes part no more")
    func whole() throws {
        let record = try corrected("- { voice: SPEAKER_00, is: 홍길동, reason: 회의록, by: 편집자 }")
        #expect(record.corrections.map(\.obstacle) == [nil])
        #expect(speakers(record, 0) == ["홍길동", "SPEAKER_01", "홍길동", "Tilden", "홍길동", nil])
        #expect(speakers(record, 1) == ["홍길동", "홍길동"])
        #expect(speakers(record, 2) == ["홍길동", "SPEAKER_02"])
        #expect(people(record, 0) == ["SPEAKER_01", "Tilden", "홍길동"])
        #expect(people(record, 1) == ["홍길동"])
        #expect(
            record.talks.flatMap(\.talk.participations).filter { $0.name == "홍길동" }.allSatisfy { $0.kind == .person })
        #expect(record.talks[0].talk.passages[0].voice == Voice(label: "SPEAKER_00", kind: .anonymous))
        let correction = record.corrections[0]
        #expect((correction.change, correction.before, correction.after) == (.identity, "SPEAKER_00", "홍길동"))
        #expect(correction.voice == Correction.VoiceScope(label: "SPEAKER_00"))
        #expect((correction.reason, correction.author, correction.line) == ("회의록", "편집자", 3))
        #expect(correction.changed.count == 5)
    }

    @Test("a new name is a new person, and joins the same one of another talk")
    func newName() throws {
        var record = try corrected("- { voice: SPEAKER_00, is: 이새봄 }")
        #expect(record.corrections.map(\.obstacle) == [nil])
        var registry = PanelistRegistry()
        for index in record.talks.indices { registry.resolve(&record.talks[index].talk, of: "forum") }
        #expect(registry.panelists.filter { $0.name == "이새봄" } == [Panelist(id: "이새봄", name: "이새봄")])
        #expect(!registry.panelists.contains { $0.name == "SPEAKER_00" })
    }

    @Test(
        "a talk or a source narrows a voice",
        arguments: [
            ("talk: forum-r1", [true, false, false]), ("source: transcript.txt", [true, true, false]),
            ("source: forum-2", [false, false, true]), ("source: transcript-2.srt", [false, false, true]),
        ])
    func narrowed(scope: String, changed: [Bool]) throws {
        let record = try corrected("- { voice: SPEAKER_00, \(scope), is: 이새봄 }")
        #expect(record.corrections.map(\.obstacle) == [nil])
        #expect((0..<3).map { speakers(record, $0).contains("이새봄") } == changed)
    }

    @Test("two voices of one name are one person")
    func merged() throws {
        let record = try corrected(
            "- { voice: SPEAKER_00, talk: forum-r1, is: 이새봄 }\n- { voice: SPEAKER_01, is: 이새봄 }")
        #expect(record.corrections.map(\.obstacle) == [nil, nil])
        #expect(speakers(record, 0) == ["이새봄", "이새봄", "이새봄", "Tilden", "이새봄", nil])
        #expect(people(record, 0) == ["Tilden", "이새봄"])
    }

    @Test("a numbered speaker can be another one")
    func joined() throws {
        var record = try corrected("- { voice: SPEAKER_01, is: SPEAKER_00 }")
        #expect(record.corrections.map(\.obstacle) == [nil])
        #expect(speakers(record, 0).prefix(3) == ["SPEAKER_00", "SPEAKER_00", "SPEAKER_00"])
        var registry = PanelistRegistry()
        for index in record.talks.indices { registry.resolve(&record.talks[index].talk, of: "forum") }
        #expect(record.talks[0].talk.passages[1].speaker == "SPEAKER_00@forum")
    }

    @Test("bounds give a part of a voice's turns to somebody")
    func split() throws {
        let record = try corrected(
            """
            - { voice: SPEAKER_00, talk: forum-r1, is: 이새봄 }
            - { voice: SPEAKER_00, from_passage: forum-r1.p3, to_passage: forum-r1.p3, is: 박나래 }
            - { voice: SPEAKER_00, from_passage: forum-r1.p5, is: 최늘봄 }
            """)
        #expect(record.corrections.map(\.obstacle) == [nil, nil, nil])
        #expect(speakers(record, 0) == ["이새봄", "SPEAKER_01", "박나래", "Tilden", "최늘봄", nil])
        #expect(speakers(record, 1)[0] == "최늘봄")
        #expect(record.corrections[1].before == "이새봄")
        #expect(record.corrections[1].voice?.first == "forum-r1.p3")
    }

    @Test("a wrong attribution is taken away, and a label that named nobody is given to somebody")
    func nobody() throws {
        let record = try corrected(
            "- { voice: Mr. Tilden, is: null, was: Tilden }\n- { voice: 김 위원, is: 김보라 }\n- { voice: SPEAKER_01, is: ~ }"
        )
        #expect(record.corrections.map(\.obstacle) == [nil, nil, nil])
        #expect(speakers(record, 0) == ["SPEAKER_00", nil, "SPEAKER_00", nil, "SPEAKER_00", "김보라"])
        #expect(people(record, 0) == ["SPEAKER_00", "김보라"])
        #expect(record.corrections.map(\.before) == ["Tilden", nil, "SPEAKER_01"])
        #expect(record.corrections.map(\.after) == ["", "김보라", ""])
    }

    @Test("a person who was there for the turns alone makes room for another, who has the same part")
    func replaced() throws {
        let record = try corrected("- { voice: Mr. Tilden, is: Henry Tilden, was: Tilden }")
        #expect(people(record, 0) == ["SPEAKER_00", "SPEAKER_01", "Henry Tilden"])
        #expect(record.talks[0].talk.participations.last?.role == .discussant)
    }

    @Test("who is on the programme stays there without a word")
    func programme() throws {
        var record = Self.record
        record.talks[0].talk.participations[2].affiliation = Affiliation(organization: "의회", text: "의회", printed: "의회")
        let folder = try TemporaryFolder()
        try folder.write(
            "sources: { transcript.txt: \(Self.digest) }\ncorrections: [{ voice: Mr. Tilden, is: null, was: Tilden }]",
            to: "corrections.yaml")
        let file = try CorrectionsFile(InputFile(path: "\(folder.path)/corrections.yaml", name: "corrections.yaml"))
        var corrector = EventCorrector(record, file: file)
        corrector.applyAll()
        #expect(people(corrector.record, 0).contains("Tilden"))
    }

    @Test(
        "a voice that is not there, or is another's, leaves the correction aside with the reason",
        arguments: [
            ("{ voice: SPEAKER_0, is: a }", "there is no voice 'SPEAKER_0'; the nearest is 'SPEAKER_00'"),
            ("{ voice: Mr Tilden, is: a }", "there is no voice 'Mr Tilden'; the nearest is 'Mr. Tilden'"),
            (
                "{ voice: SPEAKER_02, talk: forum-r1, is: a }",
                "the voice 'SPEAKER_02' is in forum-2-r1, not where it is sought"
            ),
            ("{ voice: SPEAKER_00, talk: forum-r9, is: a }", "there is no talk forum-r9"),
            (
                "{ voice: SPEAKER_00, source: a.txt, is: a }",
                "there is no source a.txt; the event's are transcript.txt, transcript-2.srt"
            ),
            ("{ voice: Mr. Tilden, is: a }", "the source gives 'Mr. Tilden' to Tilden; 'was' must say so"),
            (
                "{ voice: Mr. Tilden, is: a, was: Vale }",
                "the source gives 'Mr. Tilden' to Tilden, and 'was' says 'Vale'"
            ),
            ("{ voice: 김 위원, is: a, was: 김보라 }", "the source gives '김 위원' to nobody, and 'was' says '김보라'"),
            ("{ voice: 김 위원, is: null }", "'김 위원' is nobody already"),
            ("{ voice: Mr. Tilden, is: Tilden, was: Tilden }", "'Mr. Tilden' is Tilden already"),
            ("{ voice: SPEAKER_00, from_passage: forum-r1.p9, is: a }", "there is no passage forum-r1.p9"),
            (
                "{ voice: SPEAKER_00, from_passage: forum-r1.p2, is: a }",
                "forum-r1.p2 is a turn of 'SPEAKER_01', not of 'SPEAKER_00'"
            ),
            (
                "{ voice: SPEAKER_00, from_passage: forum-r1.p5, to_passage: forum-r1.p1, is: a }",
                "forum-r1.p1 stands before forum-r1.p5"
            ),
        ])
    func stale(entry: String, reason: String) throws {
        let record = try corrected("- \(entry)")
        #expect(record.corrections[0].obstacle?.hasPrefix(reason) == true, "\(record.corrections[0].obstacle ?? "")")
        #expect(record.talks.map(\.talk) == Self.record.talks.map(\.talk))
        #expect(record.corrections[0].changed.isEmpty)
    }

    @Test(
        "what asked who speaks is not asked again once the turn is somebody's, and nothing else is left out"
    )
    func answered() throws {
        var record = Self.record
        record.talks[1].talk.passages[1].voice = Voice(label: "김 위원", kind: .unknown)
        record.talks[1].talk.passages[1].speaker = nil
        // The label stands on line 3, and the turn's text on line 4.
        record.sources[0].lines[3].passage = "forum-r1.p6"
        let others = [Diagnostic(severity: .warning, code: .unreadTurns, line: 3, message: "")]
        record.sources[0].diagnostics =
            [Diagnostic(severity: .warning, code: .unresolvedVoice, line: 3, message: "")] + others
        func codes(_ entry: String) throws -> [String] {
            let folder = try TemporaryFolder()
            try folder.write(
                "sources: { transcript.txt: \(Self.digest) }\ncorrections: [\(entry)]", to: "corrections.yaml")
            let file = try CorrectionsFile(
                InputFile(path: "\(folder.path)/corrections.yaml", name: "corrections.yaml"))
            var corrector = EventCorrector(record, file: file)
            corrector.applyAll()
            #expect(corrector.record.corrections.map(\.obstacle) == [nil])
            return corrector.record.sources[0].diagnostics.map(\.code)
        }
        #expect(try codes("{ voice: 김 위원, is: 김보라 }") == ["unread-turns"])
        #expect(try codes("{ voice: 김 위원, talk: forum-r1, is: 김보라 }") == ["unread-turns"])
        #expect(try codes("{ voice: 김 위원, talk: forum-r2, is: 김보라 }") == ["unresolved-voice", "unread-turns"])
        #expect(try codes("{ voice: SPEAKER_01, is: 김보라 }") == ["unresolved-voice", "unread-turns"])
    }

    @Test("a voice that stands in a source which the file does not name is left aside")
    func otherSource() throws {
        let record = try corrected(
            "- { voice: SPEAKER_00, is: a }\n- { voice: SPEAKER_00, source: transcript.txt, is: a }",
            sources: ["transcript.txt"])
        #expect(record.corrections[0].obstacle?.contains("'sources' does not name transcript-2.srt") == true)
        #expect(record.corrections[1].obstacle == nil)
    }

    @Test(
        "what a voice's entry may not say is refused with its line and what is allowed",
        arguments: [
            ("- { voice: a }", "'voice' needs 'is'"), ("- { voice: '', is: b }", "'voice' is empty"),
            ("- { voice: a, is: '' }", "'is' is empty; null takes"),
            ("- { voice: a, is: }", "'is' is empty; null takes"),
            ("- { is: b }", "'is' is said of a 'voice', not alone"),
            ("- { passage: forum-r1.p1, is: b }", "'is' is said of a 'voice', not of a 'passage'"),
            (
                "- { voice: a, is: b, passage: c }",
                "'passage' has no meaning beside 'voice'; allowed are is, was, talk, source"
            ),
            ("- { voice: a, is: b, title: c }", "'title' has no meaning beside 'voice'"),
            ("- { voice: a, is: b, speaker: c }", "'speaker' has no meaning beside 'voice'"),
            ("- { voice: a, is: b, talk: c, source: d }", "one of talk, source"),
            ("- { voice: a, is: b, talk: }", "'talk' is empty"), ("- { voice: a, is: [b] }", "'is' is a text, or null"),
            ("- { talk: c, title: b, from_passage: d }", "'from_passage' narrows a 'voice'"),
        ])
    func malformed(entries: String, reason: String) throws {
        do {
            _ = try corrected(entries)
            Issue.record("accepted: \(entries)")
        } catch let error as ForumDataError {
            guard case .invalidYAML(_, let line, _, let said) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(line == 3)
            #expect(said.contains(reason), "\(said)")
        }
    }
}
