import Proceedings

/// A small made-up corpus: two events, a keynote without text, a statement with sections, a discussion with turns.
enum SampleCorpus {
    static let corpus = make()

    /// The corpus, with an addition to the snapshot's name.
    static func make(snapshot: String = "sample") -> Corpus {
        Corpus(
            snapshot: snapshot, events: [forum, hearing], panelists: people, topics: topics, mentions: mentions)
    }

    static let people: [Panelist] = ["김하나", "이두리", "박세찬", "박세찬-2", "최네온"].map {
        Panelist(id: .init($0), name: String($0.prefix(3)))
    }

    static let topics = [
        Topic(
            id: "ai", labels: ["ko": "인공지능", "en": "Artificial intelligence"], aliases: ["인공지능", "AI"], isGeneral: true),
        Topic(id: "chips", labels: ["en": "Chips"], aliases: ["반도체"], broader: "ai"),
        Topic(id: "law", labels: ["ko": "규제"], aliases: ["규제", "법"], origin: .derived),
    ]

    // MARK: The first event

    static var forum: Corpus.EventRecord {
        let lecture = Talk(
            id: "forum-k1", kind: .keynote, kindLabel: "주제발표", ordinal: 1, position: 1, title: "인공지능의 앞날",
            participations: [
                Participation(
                    panelist: "김하나", role: .keynote, name: "김하나", printedName: "김 하 나",
                    affiliation: Affiliation(
                        organization: "한국대학교", department: "전산학과", text: "한국대학교 전산학과", printed: "한국대학교 전산학과 교수"),
                    roleTitle: "교수", nameLine: 3, affiliationLine: 4)
            ], lines: 1...4, titleLines: 2...2)
        let statement = Talk(
            id: "forum-d1", kind: .discussion, kindLabel: "지정토론", ordinal: 1, position: 2, title: nil,
            participations: [
                Participation(
                    panelist: "이두리", role: .discussant, name: "이두리", printedName: "이두리",
                    affiliation: Affiliation(organization: "한국신문", text: "한국신문", printed: "한국신문 기자"), roleTitle: "기자")
            ], lines: 5...11,
            sections: [
                Section(id: "forum-d1.s1", level: 1, numberLabel: "1.", title: "반도체와 규제", lines: 6...6),
                Section(
                    id: "forum-d1.s1.1", level: 2, numberLabel: "(1)", title: "보기", parent: "forum-d1.s1", lines: 8...8),
            ],
            passages: [
                Passage(
                    id: "forum-d1.s1.h", kind: .heading, section: "forum-d1.s1", text: "반도체와 규제",
                    spans: [SourceSpan(page: 1, printedPage: nil, lines: 6...6)]),
                Passage(
                    id: "forum-d1.p1", kind: .paragraph, section: "forum-d1.s1", text: "인공지능 규제 법과 AI 규제.",
                    spans: [SourceSpan(page: 1, printedPage: nil, lines: 7...7)]),
                Passage(
                    id: "forum-d1.s1.1.h", kind: .heading, section: "forum-d1.s1.1", text: "보기",
                    spans: [SourceSpan(page: 2, printedPage: "12", lines: 8...8)]),
                Passage(
                    id: "forum-d1.b1", kind: .bullet, section: "forum-d1.s1.1", marker: "-", text: "둘째 쪽의 긴 글은 쪽을 넘는다.",
                    spans: [
                        SourceSpan(page: 2, printedPage: "12", lines: 9...9),
                        SourceSpan(page: 3, printedPage: "13", lines: 10...11),
                    ]),
            ])
        return record(
            Event(
                id: "forum", name: "앞날 포럼", label: "긴급포럼", startDate: "2025-02", organizers: ["한국대학교", "한국신문"],
                language: "ko"), [lecture, statement], lineCount: 12)
    }

    // MARK: The second event

    static var hearing: Corpus.EventRecord {
        let turns = Talk(
            id: "hearing-r1", kind: .roundtable, kindLabel: "종합토론", ordinal: nil, position: 1, title: "종합토론",
            participations: [
                part("박세찬", .moderator, organization: "국회"), part("박세찬-2", .speaker, organization: "국회"),
                part("김하나", .speaker, organization: nil),
            ], lines: 1...3,
            passages: [
                passage("hearing-r1.p1", "시작합니다.", speaker: "박세찬", line: 1),
                passage("hearing-r1.p2", "AI 이야기를 하지요.", speaker: "김하나", line: 2),
                passage("hearing-r1.p3", "누가 말했는지 적히지 않았다.", speaker: nil, line: 3),
                passage("hearing-r1.p4", "명단에 없는 사람의 말.", speaker: "최네온", line: 3),
            ])
        let chaired = Talk(
            id: "hearing-d1", kind: .discussion, kindLabel: "토론", ordinal: 1, position: 2, title: "사회자가 있는 발표",
            participations: [
                part("박세찬", .moderator, organization: "국회"), part("이두리", .discussant, organization: "한국신문"),
            ],
            lines: 4...5, passages: [passage("hearing-d1.p1", "반도체 이야기.", speaker: nil, line: 5)])
        return record(Event(id: "hearing", startDate: "2026"), [turns, chaired], lineCount: 5)
    }

    static let mentions = [
        mention("ai", "forum-k1", nil, 0..<4, "인공지능"),
        mention("chips", "forum-d1", "forum-d1.s1.h", 0..<3, "반도체"),
        mention("law", "forum-d1", "forum-d1.s1.h", 5..<7, "규제"),
        mention("ai", "forum-d1", "forum-d1.p1", 0..<4, "인공지능"),
        mention("law", "forum-d1", "forum-d1.p1", 5..<7, "규제"),
        mention("law", "forum-d1", "forum-d1.p1", 8..<9, "법"),
        mention("ai", "forum-d1", "forum-d1.p1", 11..<13, "AI"),
        mention("law", "forum-d1", "forum-d1.p1", 14..<16, "규제"),
        mention("ai", "hearing-r1", "hearing-r1.p2", 0..<2, "AI"),
        mention("chips", "hearing-d1", "hearing-d1.p1", 0..<3, "반도체"),
    ]

    // MARK: Pieces

    private static func record(_ event: Event, _ talks: [Talk], lineCount: Int) -> Corpus.EventRecord {
        let id = Source.ID(event.id.rawValue)
        let lines = (1...lineCount).map { number in
            let talk = talks.first { $0.lines.contains(number) }
            let passage = talk?.passages.first { $0.spans.contains { $0.lines.contains(number) } }
            let span = passage?.spans.first { $0.lines.contains(number) }
            return SourceLine(
                number: number, text: "줄 \(number)", terminator: number == lineCount ? "" : "\n",
                lineClass: passage == nil ? .blank : .body, talk: talk?.id, passage: passage?.id,
                join: passage == nil ? nil : .end, page: span?.page ?? (number == 12 ? 3 : 1),
                printedPage: span?.printedPage)
        }
        let source = Source(
            id: id, event: event.id, name: "transcript.txt", format: "proceedings", encoding: "UTF-8",
            sha256: String(repeating: "0", count: 64), byteCount: 100, lines: lines)
        return Corpus.EventRecord(event: event, sources: [source], talks: talks.map { ($0, id) })
    }

    private static func part(_ id: Panelist.ID, _ role: ParticipationRole, organization: String?) -> Participation {
        Participation(
            panelist: id, role: role, name: String(id.rawValue.prefix(3)), printedName: String(id.rawValue.prefix(3)),
            affiliation: organization.map { Affiliation(organization: $0, text: $0, printed: $0) })
    }

    private static func passage(_ id: Passage.ID, _ text: String, speaker: Panelist.ID?, line: Int) -> Passage {
        Passage(
            id: id, kind: .paragraph, text: text, speaker: speaker,
            spans: [SourceSpan(page: 1, printedPage: nil, lines: line...line)])
    }

    private static func mention(
        _ topic: Topic.ID, _ talk: Talk.ID, _ passage: Passage.ID?, _ units: Range<Int>, _ surface: String
    ) -> Mention {
        Mention(
            topic: topic, talk: talk, passage: passage, start: units.lowerBound, end: units.upperBound,
            surface: surface, method: .alias)
    }
}
