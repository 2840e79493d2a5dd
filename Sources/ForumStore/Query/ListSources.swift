/// The lists that a store offers, each with the SQL of its fields and sort keys.
enum ListSources {
    static let events = ListSource<EventField, EventSort>(
        table: "events e", alias: "e", rows: .events,
        column: { field in
            switch field {
            case .event: .own(["e.id"])
            case .panelist: .related(.eventPeople, ["pn.id"])
            case .affiliation: .related(.eventPeople, ["o.name", "pa.affiliation"])
            case .topic: .related(.eventTopics, ["tp.id"])
            }
        },
        expression: { key in
            switch key {
            case .position: nil
            case .id: "e.id"
            case .name: "coalesce(e.name, '')"
            case .startDate: "coalesce(e.start_date, '')"
            }
        })

    static let talks = ListSource<TalkField, TalkSort>(
        table: "talks t", alias: "t", rows: .talks,
        column: { field in
            switch field {
            case .event: .reference(column: "t.event", table: "events")
            case .talk: .own(["t.id"])
            case .panelist: .related(.talkPeople, ["pn.id"])
            case .role: .related(.talkPeople, ["pa.role"])
            case .affiliation: .related(.talkPeople, ["o.name", "pa.affiliation"])
            case .topic: .related(.talkTopics, ["tp.id"])
            case .kind: .own(["t.kind"])
            case .page: .run(first: "t.first_page", last: "t.last_page")
            }
        },
        expression: { key in
            switch key {
            case .position: nil
            case .id: "t.id"
            case .kind: "t.kind"
            case .ordinal: "coalesce(t.ordinal, -1)"
            case .title: "coalesce(t.title, '')"
            case .passages: "t.passage_count"
            case .characters: "t.character_count"
            case .words: "t.word_count"
            }
        })

    static let panelists = ListSource<PanelistField, PanelistSort>(
        table: "panelists pn", alias: "pn", rows: .panelists,
        column: { field in
            switch field {
            case .event: .related(.appearances, ["e.id"])
            case .talk: .related(.appearances, ["t.id"])
            case .panelist: .own(["pn.id"])
            case .role: .related(.appearances, ["pa.role"])
            case .affiliation: .related(.appearances, ["o.name", "pa.affiliation"])
            case .topic: .related(.panelistTopics, ["tp.id"])
            case .kind: .related(.appearances, ["t.kind"])
            }
        },
        expression: { key in
            switch key {
            case .position: nil
            case .id: "pn.id"
            case .name: "pn.name"
            case .affiliation:
                """
                coalesce((SELECT o.name FROM participations pa JOIN organizations o ON o.key = pa.organization \
                WHERE pa.talk = pn.latest_talk AND pa.position = pn.latest_position), '')
                """
            case .talks: "pn.talk_count"
            }
        })

    static let topics = ListSource<TopicField, TopicSort>(
        table: "topics tp", alias: "tp", rows: .topics,
        column: { field in
            switch field {
            case .event: .related(.topicTalks, ["e.id"])
            case .talk: .related(.topicTalks, ["t.id"])
            case .panelist: .related(.topicPeople, ["pn.id"])
            case .topic: .own(["tp.id"])
            case .broader: .reference(column: "tp.broader", table: "topics")
            case .origin: .own(["tp.origin"])
            case .general: .own(["tp.is_general"])
            }
        },
        expression: { key in
            switch key {
            case .position: nil
            case .id: "tp.id"
            case .name: "tp.name"
            case .mentions: "tp.mention_count"
            case .passages: "tp.passage_count"
            case .talks: "tp.talk_count"
            }
        })

    static let passages = ListSource<PassageField, PassageSort>(
        table: "passages p", alias: "p", rows: .passages,
        column: { field in
            switch field {
            case .event: .related(.passageEvents, ["e.id"])
            case .talk: .reference(column: "p.talk", table: "talks")
            case .panelist: .related(.passageVoices, ["pn.id"])
            case .role: .related(.passageVoices, ["pa.role"])
            case .affiliation: .related(.passageVoices, ["o.name", "pa.affiliation"])
            case .topic: .related(.passageTopics, ["tp.id"])
            case .section: .related(.passageSections, ["s.id"])
            case .kind: .own(["p.kind"])
            case .page: .run(first: "p.first_page", last: "p.last_page")
            case .voice: .own(["p.voice_label"])
            case .voiceKind: .own(["p.voice_kind"])
            }
        },
        expression: { key in
            switch key {
            case .position: nil
            case .id: "p.id"
            case .kind: "p.kind"
            case .characters: "p.character_count"
            case .words: "p.word_count"
            }
        })

    static let sources = ListSource<SourceField, SourceSort>(
        table: "sources so", alias: "so", rows: .sources,
        column: { _ in .reference(column: "so.event", table: "events") },
        expression: { $0 == .id ? "so.id" : nil })

    static let corrections = ListSource<CorrectionField, CorrectionSort>(
        table: "corrections c", alias: "c", rows: .corrections,
        column: { field in
            switch field {
            case .event: .reference(column: "c.event", table: "events")
            case .talk: .own(["c.talk"])
            case .passage: .own(["c.passage"])
            case .panelist: .own(["c.panelist"])
            case .voice: .own(["c.voice"])
            case .change: .own(["c.change"])
            case .applied: .own(["c.obstacle IS NULL"])
            }
        },
        expression: { _ in nil })
}
