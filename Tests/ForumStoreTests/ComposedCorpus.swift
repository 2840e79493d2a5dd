import Proceedings
import SeededNumbers

/// Corpora drawn by a seed, with all that counts may stumble over: events without talks, talks without passages, passages of
/// nobody, speakers who are not on the programme, people printed twice, sections whose passages stand apart.
struct ComposedCorpus {
    private(set) var corpus = Corpus(snapshot: "composed", events: [], panelists: [], topics: [], mentions: [])
    private var random: Seeded

    init(seed: UInt64) {
        random = Seeded(seed)
        corpus.panelists = (1...7).map { Panelist(id: .init("사람\($0)"), name: "사람\($0 % 5)") }
        corpus.topics = (1...6).map { number in
            Topic(
                id: .init("topic-\(number)"), labels: ["ko": "주제\(number)"], aliases: [],
                broader: number == 4 ? "topic-1" : nil, isGeneral: number == 2,
                origin: number > 4 ? .derived : .curated)
        }
        for number in 1...5 { addEvent("e\(number)", talks: number == 2 ? 0 : draw(0...4)) }
    }

    private mutating func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func draw<Element>(_ elements: [Element]) -> Element { elements[draw(0...elements.count - 1)] }

    private mutating func addEvent(_ id: String, talks count: Int) {
        let talks = (0..<count).map { addTalk("\(id)-t\($0 + 1)", position: $0 + 1) }
        let lines = [SourceLine(number: 1, text: "줄", terminator: "", lineClass: .body, page: 1)]
        let source = Source(
            id: .init(id), event: .init(id), name: "transcript.txt", format: "proceedings", encoding: "UTF-8",
            sha256: String(repeating: "0", count: 64), byteCount: 3, lines: lines)
        let dates = [nil, "2024", "2025-02", "2025-02-13", "2025-02-13"]
        let event = Event(id: .init(id), name: draw([nil, "행사 \(id)"]), startDate: draw(dates))
        corpus.events.append(.init(event: event, sources: [source], talks: talks.map { ($0, source.id) }))
    }

    private mutating func addTalk(_ id: String, position: Int) -> Talk {
        let people = (0..<draw(0...4)).map { _ in part() }
        let sections = (1...3).map { number in
            Section(
                id: .init("\(id).s\(number)"), level: number == 3 ? 2 : 1, numberLabel: nil, title: "절",
                parent: number == 3 ? .init("\(id).s1") : nil, lines: 1...1)
        }
        let passages = (0..<draw([0, 3, 12])).map { number in
            let kind = draw(Passage.Kind.allCases)
            return Passage(
                id: .init("\(id).p\(number + 1)"), kind: kind, section: draw([nil] + sections.map(\.id)), text: "글",
                speaker: draw([nil, nil, draw(corpus.panelists).id]),
                voice: draw([nil, Voice(label: draw(["김 위원", "청중"]), kind: draw(Voice.Kind.allCases))]),
                spans: [SourceSpan(page: 1, printedPage: nil, lines: 1...1)])
        }
        for passage in [nil] + passages.map(Optional.some) {
            for _ in 0..<draw([0, 0, 1, 2, 5]) {
                corpus.mentions.append(
                    Mention(
                        topic: draw(corpus.topics).id, talk: .init(id), passage: passage?.id, start: 0, end: 1,
                        surface: "글", method: .alias))
            }
        }
        return Talk(
            id: .init(id), kind: draw(TalkKind.allCases), kindLabel: "발표", ordinal: draw([nil, position]),
            position: position, title: draw([nil, "제목 \(position)"]), participations: people, lines: 1...1,
            sections: sections, passages: passages)
    }

    private mutating func part() -> Participation {
        let person = draw(corpus.panelists)
        let organization = draw([nil, "한국대학교", "한국신문", "국회"])
        return Participation(
            panelist: person.id, role: draw(ParticipationRole.allCases), name: person.name, printedName: person.name,
            affiliation: organization.map { Affiliation(organization: $0, text: draw([$0, $0 + " 연구소"]), printed: $0) })
    }
}
