import Proceedings
import Testing

@testable import ForumData

@Suite("Who is who")
struct PanelistRegistryTests {
    private func part(_ name: String, _ kind: Voice.Kind = .person, of organization: String? = nil) -> Participation {
        Participation(
            kind, panelist: Panelist.ID(name), role: .speaker, name: name, printedName: name,
            affiliation: organization.map { Affiliation(organization: $0, text: $0, printed: $0) })
    }

    private func talk(_ id: Talk.ID, _ parts: [Participation], turns: [(speaker: String, kind: Voice.Kind?)] = [])
        -> Talk
    {
        Talk(
            id: id, kind: .roundtable, kindLabel: "", ordinal: nil, position: 1, title: nil, participations: parts,
            lines: 1...9,
            passages: turns.enumerated().map { index, turn in
                Passage(
                    id: Passage.ID("\(id).p\(index + 1)"), kind: .paragraph, text: "말",
                    speaker: Panelist.ID(turn.speaker),
                    voice: turn.kind.map { Voice(label: turn.speaker, kind: $0) }, spans: [])
            })
    }

    @Test("a person is one over all events, an office and a numbered speaker in each event another")
    func eventsApart() {
        var registry = PanelistRegistry()
        for event in ["case", "other"] as [Event.ID] {
            for number in 1...2 {
                var talk = talk(
                    Talk.ID("\(event)-\(number)"),
                    [part("Vale"), part("Deputy Speaker", .office), part("SPEAKER_00", .anonymous)],
                    turns: [("Deputy Speaker", .office), ("Vale", .person), ("SPEAKER_00", .anonymous)])
                registry.resolve(&talk, of: event)
                let ids = ["Vale", "Deputy Speaker@\(event)", "SPEAKER_00@\(event)"]
                #expect(talk.participations.map(\.panelist.rawValue) == ids)
                #expect(talk.passages.map(\.speaker?.rawValue) == [ids[1], ids[0], ids[2]])
            }
        }
        #expect(
            registry.panelists.map(\.id.rawValue) == [
                "Vale", "Deputy Speaker@case", "SPEAKER_00@case", "Deputy Speaker@other", "SPEAKER_00@other",
            ])
        #expect(registry.panelists.map(\.kind) == [.person, .office, .anonymous, .office, .anonymous])
        #expect(registry.panelists.map(\.name).prefix(2) == ["Vale", "Deputy Speaker"])
    }

    @Test("a person and an office of one plain name in one talk stay two, and the voice tells which of them speaks")
    func oneNameTwoKinds() {
        var registry = PanelistRegistry()
        var talk = talk(
            "case-1", [part("Speaker"), part("Speaker", .office), part("Speaker", .anonymous)],
            turns: [("Speaker", .office), ("Speaker", .person), ("Speaker", .anonymous), ("Speaker", nil)])
        registry.resolve(&talk, of: "case")
        #expect(talk.participations.map(\.panelist) == ["Speaker", "Speaker@case", "Speaker@case-2"])
        #expect(talk.passages.map(\.speaker) == ["Speaker@case", "Speaker", "Speaker@case-2", nil])
    }

    @Test("an office whose holder is known is the person wherever the person speaks")
    func holder() {
        var registry = PanelistRegistry()
        var talk = talk("case-1", [part("Tilden")], turns: [("Tilden", .office)])
        registry.resolve(&talk, of: "case")
        #expect(talk.passages.map(\.speaker) == ["Tilden"])
    }

    @Test("people of one name are told apart by their organizations, one without any is the only namesake")
    func namesakes() {
        var registry = PanelistRegistry()
        var talk = talk(
            "case-1",
            [part("김철수"), part("김철수", of: "대학"), part("김철수", of: "신문"), part("김철수", of: "대학"), part("김철수", of: "신문")])
        registry.resolve(&talk, of: "case")
        #expect(talk.participations.map(\.panelist) == ["김철수", "김철수", "김철수-2", "김철수", "김철수-2"])
    }

    @Test("a name that looks like another one's identifier takes none away")
    func identifiersApart() {
        var registry = PanelistRegistry()
        var talk = talk(
            "case-1",
            [part("김철수-2"), part("의장@case"), part("김철수", of: "대학"), part("김철수", of: "신문"), part("의장", .office)])
        registry.resolve(&talk, of: "case")
        #expect(talk.participations.map(\.panelist) == ["김철수-2", "의장@case", "김철수", "김철수-3", "의장@case-2"])
        #expect(Set(registry.panelists.map(\.id)).count == 5)
    }

    @Test(
        "a name that could not stand in an address gets a number, and stays the name",
        arguments: [
            (".", ".-1"), ("..", "..-1"), ("", "-1"), ("x.json", "x.json-1"), ("X.CSV", "X.CSV-1"), ("a.md", "a.md-1"),
            ("json", "json"), (".json", ".json-1"), ("St.John", "St.John"), ("a/b", "a/b"), ("CON", "CON"),
            ("...", "..."),
        ])
    func addresses(name: String, id: String) {
        var registry = PanelistRegistry()
        var talk = talk("case-1", [part(name)])
        registry.resolve(&talk, of: "case")
        #expect(registry.panelists.map(\.id.rawValue) == [id] && registry.panelists.map(\.name) == [name])
        #expect(talk.participations.map(\.panelist.rawValue) == [id])
    }

    @Test("names that are too long are told apart by numbers behind their common beginning")
    func longNames() {
        var registry = PanelistRegistry()
        let long = String(repeating: "가", count: 200)
        var talk = talk("case-1", [part(long + "나"), part(long + "다"), part(long + "나")])
        registry.resolve(&talk, of: "case")
        let stem = String(repeating: "가", count: 85)
        #expect(talk.participations.map(\.panelist.rawValue) == ["\(stem)-1", "\(stem)-2", "\(stem)-1"])
        #expect(registry.panelists.map(\.name) == [long + "나", long + "다"])
    }
}
