import Proceedings

/// A made-up hearing and a made-up workshop: a lecture without text, a statement long enough for pages, a discussion with
/// turns, two people of one name, and a talk without a title.
enum TestCorpus {
    /// The passages of the statement, its headings left out.
    static let paragraphs = 60

    static func make(snapshot: String = "첫째 판") -> Corpus {
        Corpus(
            snapshot: snapshot,
            events: [
                record(
                    Event(
                        id: "haneul", name: "하늘길 공청회", label: "공청회", classification: "hearing", startDate: "2024-10-15",
                        organizers: ["국토연구원"], language: "ko"), talks: [lecture, statement, round]),
                record(Event(id: "workshop"), talks: [untitled]),
            ],
            panelists: ["문가람", "서도윤", "서도윤-2", "배온유"].map { Panelist(id: .init($0), name: String($0.prefix(3))) },
            topics: [
                Topic(id: "drone", labels: ["ko": "드론", "en": "Drone"], aliases: ["드론", "무인기"], isGeneral: true),
                Topic(id: "noise", labels: ["ko": "소음"], aliases: ["소음"], broader: "drone"),
                Topic(id: "airspace", labels: ["ko": "공역"], aliases: ["공역"], origin: .derived),
            ],
            mentions: mentions)
    }

    // MARK: Talks

    private static var lecture: Talk {
        Talk(
            id: "haneul-k1", kind: .keynote, kindLabel: "주제발표", ordinal: 1, position: 1, title: "드론 \"하늘길\"의 앞날",
            participations: [
                part("문가람", .keynote, printed: "문 가 람", organization: "국토연구원", department: "교통본부", title: "연구위원")
            ],
            lines: 1...4, titleLines: 2...2)
    }

    private static var statement: Talk {
        let first = 6
        let sections = [
            Section(id: "haneul-d1.s1", level: 1, numberLabel: "1.", title: "드론과 소음", lines: first...first),
            Section(
                id: "haneul-d1.s1.1", level: 2, numberLabel: "(1)", title: "밤의 소음", parent: "haneul-d1.s1",
                lines: 40...40),
        ]
        var passages = [passage("haneul-d1.s1.h", .heading, "haneul-d1.s1", "드론과 소음", line: first)]
        for number in 1...paragraphs {
            let line = first + number
            if line == 40 {
                passages.append(passage("haneul-d1.s1.1.h", .heading, "haneul-d1.s1.1", "밤의 소음", line: 40))
            }
            passages.append(
                passage(
                    Passage.ID("haneul-d1.p\(number)"), number % 5 == 0 ? .bullet : .paragraph,
                    line < 40 ? "haneul-d1.s1" : "haneul-d1.s1.1", "😀 \(number)째 말: 소음과 공역.", line: line,
                    marker: number % 5 == 0 ? "-" : nil))
        }
        return Talk(
            id: "haneul-d1", kind: .discussion, kindLabel: "지정토론", ordinal: 1, position: 2, title: nil,
            participations: [
                part("서도윤", .discussant, printed: "서도윤", organization: "한빛신문", department: nil, title: "기자")
            ],
            lines: 5...(first + paragraphs), sections: sections, passages: passages)
    }

    private static var round: Talk {
        Talk(
            id: "haneul-r1", kind: .roundtable, kindLabel: "종합토론", ordinal: nil, position: 3, title: "종합토론",
            participations: [
                part("서도윤-2", .moderator, printed: "서도윤", organization: "국토연구원", department: nil, title: "원장"),
                part("배온유", .speaker, printed: "배온유", organization: nil, department: nil, title: nil),
            ], lines: 70...72,
            passages: [
                passage("haneul-r1.p1", .paragraph, nil, "시작하겠습니다.", line: 71, speaker: "서도윤-2"),
                passage("haneul-r1.p2", .paragraph, nil, "공역이 좁습니다.", line: 72, speaker: "배온유"),
            ])
    }

    private static var untitled: Talk {
        Talk(
            id: "workshop-t1", kind: .talk, kindLabel: "발언", ordinal: nil, position: 1, title: nil,
            participations: [
                part("문가람", .speaker, printed: "문가람", organization: "한빛대학교", department: nil, title: "교수")
            ],
            lines: 1...2, passages: [passage("workshop-t1.p1", .paragraph, nil, "무인기를 봅니다.", line: 2)])
    }

    // MARK: Parts

    private static func part(
        _ id: Panelist.ID, _ role: ParticipationRole, printed: String, organization: String?, department: String?,
        title: String?
    ) -> Participation {
        let affiliation = organization.map { organization in
            let text = department.map { "\(organization) \($0)" } ?? organization
            return Affiliation(
                organization: organization, department: department, text: text, printed: "\(text) \(title ?? "")")
        }
        return Participation(
            panelist: id, role: role, name: String(id.rawValue.prefix(3)), printedName: printed,
            affiliation: affiliation,
            roleTitle: title)
    }

    private static func passage(
        _ id: Passage.ID, _ kind: Passage.Kind, _ section: Section.ID?, _ text: String, line: Int,
        marker: String? = nil,
        speaker: Panelist.ID? = nil
    ) -> Passage {
        Passage(
            id: id, kind: kind, section: section, marker: marker, text: text, speaker: speaker,
            spans: [SourceSpan(page: page(of: line), printedPage: "\(page(of: line) + 10)", lines: line...line)],
            time: line == 11 ? 1000...2500 : nil)
    }

    private static func page(of line: Int) -> Int { 1 + line / 30 }

    private static var mentions: [Mention] {
        var mentions = [
            Mention(topic: "drone", talk: "haneul-k1", passage: nil, start: 0, end: 2, surface: "드론", method: .alias)
        ]
        for talk in [statement, round, untitled] {
            for passage in talk.passages {
                for (topic, form) in [("drone", "드론"), ("drone", "무인기"), ("noise", "소음"), ("airspace", "공역")] {
                    guard let range = passage.text.firstRange(of: form) else { continue }
                    let start = range.lowerBound.utf16Offset(in: passage.text)
                    mentions.append(
                        Mention(
                            topic: .init(topic), talk: talk.id, passage: passage.id, start: start,
                            end: start + form.utf16.count, surface: form, method: .alias))
                }
            }
        }
        return mentions
    }

    private static func record(_ event: Event, talks: [Talk]) -> Corpus.EventRecord {
        let source = Source.ID(event.id.rawValue)
        let count = (talks.map(\.lines.upperBound).max() ?? 0) + 1
        let lines = (1...count).map { number in
            let talk = talks.first { $0.lines.contains(number) }
            if talk == nil, number < count {
                return SourceLine(
                    number: number, text: "줄 \(number)", terminator: "\n", lineClass: .dropped, page: page(of: number),
                    reason: "차례")
            }
            let passage = talk?.passages.first { $0.spans.contains { $0.lines.contains(number) } }
            return SourceLine(
                number: number, text: passage?.text ?? (number == count ? "" : "줄 \(number)"),
                terminator: number == count ? "" : "\n",
                lineClass: passage.map { $0.kind == .heading ? .heading : .body } ?? (number == count ? .blank : .item),
                talk: talk?.id, passage: passage?.id, join: passage == nil ? nil : .end, page: page(of: number))
        }
        return Corpus.EventRecord(
            event: event,
            sources: [
                Source(
                    id: source, event: event.id, name: "transcript.txt", format: "proceedings", encoding: "UTF-8",
                    sha256: String(repeating: "0a", count: 32), byteCount: 4321, lines: lines,
                    diagnostics: [
                        Diagnostic(severity: .warning, code: "no-panelist", line: 3, column: 2, message: "누구인가"),
                        Diagnostic(severity: .note, code: "mixed-line-ends", message: "섞임"),
                    ])
            ], talks: talks.map { ($0, source) }, corrections: corrections(of: event.id, talks.first?.id))
    }

    /// A title that was set right, and a split that does not apply.
    private static func corrections(of event: Event.ID, _ talk: Talk.ID?) -> [Correction] {
        guard let talk else { return [] }
        return [
            Correction(
                event: event, number: 1, line: 4, change: .title, talk: talk, before: "옛 제목", after: "제목",
                reason: "차례와 다르다", author: "편집자"),
            Correction(
                event: event, number: 2, line: 9, change: .splitBefore, talk: talk, passage: Passage.ID("\(talk).p99"),
                after: "그러나", obstacle: "there is no such passage"),
        ]
    }
}
