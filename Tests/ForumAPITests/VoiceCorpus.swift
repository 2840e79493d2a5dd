import Proceedings

/// A made-up sitting with turns of a person, an office, a numbered speaker, several people and a label that names nobody; and a
/// lecture without turns.
enum VoiceCorpus {
    static func make() -> Corpus {
        let source = Source.ID("case")
        let talks = [sitting, lecture]
        let lines = (1...12).map { number in
            let talk = talks.first { $0.lines.contains(number) }
            let passage = talk?.passages.first { $0.spans.contains { $0.lines.contains(number) } }
            return SourceLine(
                number: number, text: passage?.text ?? "", terminator: "\n", lineClass: passage == nil ? .blank : .body,
                talk: talk?.id, passage: passage?.id, join: passage == nil ? nil : .end, page: 1)
        }
        let event = Corpus.EventRecord(
            event: Event(id: "case", name: "시험 회의"),
            sources: [
                Source(
                    id: source, event: "case", name: "transcript.txt", format: "proceedings", encoding: "UTF-8",
                    sha256: String(repeating: "0a", count: 32), byteCount: 9, lines: lines,
                    turns: TurnSummary(
                        turns: 7, voices: 5, unresolved: 1, unread: 2,
                        forms: [
                            .init(pattern: "Mr. NAME:", turns: 5, firstLine: 1),
                            .init(pattern: "The OFFICE.", turns: 2, firstLine: 2),
                        ]))
            ], talks: talks.map { ($0, source) },
            corrections: [
                Correction(
                    event: "case", number: 1, line: 3, change: .identity, talk: "case-r1",
                    after: "Vale"
                ).of(.init(label: "SPEAKER_00", source: nil, first: "case-r1.p3", last: "case-r1.p3"), ["case-r1.p3"])
            ])
        return Corpus(
            snapshot: "voices", events: [event],
            panelists: [
                Panelist(id: "Vale", name: "Vale"),
                Panelist(id: "Deputy Speaker@case", name: "Deputy Speaker", kind: .office),
                Panelist(id: "SPEAKER_00@case", name: "SPEAKER_00", kind: .anonymous),
                Panelist(id: "문가람", name: "문가람"),
            ], topics: [], mentions: [])
    }

    private static var sitting: Talk {
        Talk(
            id: "case-r1", kind: .roundtable, kindLabel: "", ordinal: nil, position: 1, title: nil,
            participations: [
                part("Vale", "Vale"), part("Deputy Speaker@case", "Deputy Speaker", .office, .moderator),
                part("SPEAKER_00@case", "SPEAKER_00", .anonymous, .moderator),
            ], lines: 1...9,
            passages: [
                passage("case-r1.p1", "첫 마디는 도로입니다.", line: 1, "Vale", Voice(label: "Mr. Vale", kind: .person)),
                passage(
                    "case-r1.p2", "다음 분 말씀하세요.", line: 2, "Deputy Speaker@case",
                    Voice(label: "The Deputy Speaker (Mr. Pell)", kind: .office)),
                passage(
                    "case-r1.p3", "셋째 마디도 도로입니다.", line: 3, "SPEAKER_00@case",
                    Voice(label: "SPEAKER_00", kind: .anonymous)),
                passage("case-r1.p4", "이름 없는 마디의 도로.", line: 4, nil, Voice(label: "김 위원", kind: .unknown)),
                passage("case-r1.n1", "(웃음)", .note, line: 5),
                passage("case-r1.p5", "옳소.", line: 6, nil, Voice(label: "Several members", kind: .group)),
                passage("case-r1.p6", "다시 도로입니다.", line: 7, "Vale", Voice(label: "Mr. Vale", kind: .person)),
                passage("case-r1.p7", "누구의 도로인지 모릅니다.", line: 8),
            ])
    }

    /// One person takes part, and nothing says who speaks.
    private static var lecture: Talk {
        Talk(
            id: "case-k1", kind: .keynote, kindLabel: "기조강연", ordinal: 1, position: 2, title: nil,
            participations: [part("문가람", "문가람", .person, .keynote)], lines: 10...12,
            passages: [
                passage("case-k1.p1", "강연의 도로.", line: 10), passage("case-k1.n1", "(박수)", .note, line: 11),
                passage("case-k1.f1", "각주의 도로.", .footnote, line: 12),
            ])
    }

    private static func part(
        _ id: Panelist.ID, _ name: String, _ kind: Voice.Kind = .person, _ role: ParticipationRole = .speaker
    ) -> Participation {
        Participation(kind, panelist: id, role: role, name: name, printedName: name)
    }

    private static func passage(
        _ id: Passage.ID, _ text: String, _ kind: Passage.Kind = .paragraph, line: Int, _ speaker: Panelist.ID? = nil,
        _ voice: Voice? = nil
    ) -> Passage {
        Passage(
            id: id, kind: kind, text: text, speaker: speaker, voice: voice,
            spans: [SourceSpan(page: 1, printedPage: nil, lines: line...line)])
    }
}

extension Correction {
    /// The correction with the voice that it is about and what it changed.
    fileprivate func of(_ voice: VoiceScope, _ changed: [Passage.ID]) -> Correction {
        var correction = self
        correction.voice = voice
        correction.changed = changed
        return correction
    }
}
