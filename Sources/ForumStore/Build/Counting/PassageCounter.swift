import Proceedings

/// Counts what passages have in common, talk by talk in the order of the document.
struct PassageCounter {
    /// A passage as it is counted.
    struct Row {
        var key: Int64
        var kind: String
        var section: Int64?
        var speaker: Int64?
        var voiceKind: String?
        /// The topics it speaks of, in the order of their keys.
        var topics: [Int64]
    }

    /// The passages of a talk for which the same voices may be quoted.
    private struct Share {
        var passages = 0
        var kinds: [String: Int] = [:]
        var topics: [Int64: Int] = [:]

        mutating func add(_ row: Row) {
            passages += 1
            kinds[row.kind, default: 0] += 1
            for topic in row.topics { topics[topic, default: 0] += 1 }
        }
    }

    private(set) var kinds: [String: Int] = [:]
    private(set) var roles: [String: Int] = [:]
    private(set) var organizations: [Int64: Int] = [:]
    private(set) var voiceKinds: [String: Int] = [:]
    private(set) var cells = CellCounter()
    private(set) var pairs = Dictionary(
        uniqueKeysWithValues: CooccurrenceWindow.allCases.map { ($0, PairCounter()) })

    /// Counts a talk.
    mutating func add(_ rows: [Row], event: Int64, _ people: TalkPeople) {
        var whole = Share()
        // By the printed speaker; a scene remark without one is nobody's.
        var shares: [Int64?: Share] = [:]
        for row in rows {
            whole.add(row)
            if let kind = row.voiceKind { voiceKinds[kind, default: 0] += 1 }
            cells.add(1, (.kind, .word(row.kind)), .topic, row.topics.map(CellCounter.Value.key))
            guard row.speaker != nil || row.kind != Passage.Kind.note.rawValue else { continue }
            shares[row.speaker, default: Share()].add(row)
        }
        for (kind, count) in whole.kinds {
            kinds[kind, default: 0] += count
            cells.add(count, (.kind, .word(kind)), (.event, .key(event)))
        }
        for (topic, count) in whole.topics { cells.add(count, (.topic, .key(topic)), (.event, .key(event))) }
        for (speaker, share) in shares { add(share, of: people.voices(ofSpeaker: speaker), event: event) }
        addWindows(of: rows)
    }

    private mutating func add(_ share: Share, of voices: PassageVoices, event: Int64) {
        let panelists = voices.panelists.map(CellCounter.Value.key)
        let organizations = voices.organizations.map(CellCounter.Value.key)
        let roles = voices.roles.map(CellCounter.Value.word)
        for role in voices.roles { self.roles[role, default: 0] += share.passages }
        for organization in voices.organizations { self.organizations[organization, default: 0] += share.passages }
        for (kind, count) in share.kinds {
            cells.add(count, (.kind, .word(kind)), .role, roles)
            cells.add(count, (.kind, .word(kind)), .affiliation, organizations)
            cells.add(count, (.kind, .word(kind)), .panelist, panelists)
        }
        for (topic, count) in share.topics {
            for role in roles { cells.add(count, (.role, role), (.topic, .key(topic))) }
            cells.add(count, (.topic, .key(topic)), .affiliation, organizations)
            cells.add(count, (.topic, .key(topic)), .panelist, panelists)
        }
        for role in roles { cells.add(share.passages, (.role, role), (.event, .key(event))) }
        cells.add(share.passages, (.event, .key(event)), .affiliation, organizations)
        cells.add(share.passages, (.event, .key(event)), .panelist, panelists)
        for pair in voices.rolesOfPanelists {
            cells.add(share.passages, (.role, .word(pair.first)), (.panelist, .key(pair.second)))
        }
        for pair in voices.rolesOfOrganizations {
            cells.add(share.passages, (.role, .word(pair.first)), (.affiliation, .key(pair.second)))
        }
        for pair in voices.organizationsOfPanelists {
            cells.add(share.passages, (.affiliation, .key(pair.first)), (.panelist, .key(pair.second)))
        }
    }

    /// Counts the windows of a talk, none of which reaches beyond it.
    private mutating func addWindows(of rows: [Row]) {
        var talk = Window()
        var sections: [Int64?: Window] = [:]
        var order: [Int64?] = []
        for row in rows where !row.topics.isEmpty {
            pairs[.passage]?.add(row.topics.map { ($0, row.key) })
            talk.add(row)
            if sections[row.section] == nil { order.append(row.section) }
            sections[row.section, default: Window()].add(row)
        }
        for section in order {
            if let window = sections[section] { pairs[.section]?.add(window.topics) }
        }
        pairs[.talk]?.add(talk.topics)
    }

    /// The topics of a window with the first passage that speaks of each.
    private struct Window {
        private var first: [Int64: Int64] = [:]

        mutating func add(_ row: Row) {
            for topic in row.topics where first[topic] == nil { first[topic] = row.key }
        }

        /// The topics in the order of their keys.
        var topics: [(topic: Int64, passage: Int64)] {
            first.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
    }
}
