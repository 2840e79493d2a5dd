import Proceedings
import SQLite

extension StoreWriter {
    func writeOrganizations() throws(StoreError) {
        for (name, key) in keys.organizations.sorted(by: { $0.value < $1.value }) {
            try insert("organizations", isCounted: true, ["key": .integer(key), "name": .text(name)])
        }
    }

    func writePanelists() throws(StoreError) {
        let latest = try latestParticipations()
        for (index, panelist) in corpus.panelists.enumerated() {
            let participation = latest[panelist.id]
            try insert(
                "panelists", isCounted: true,
                [
                    "key": Value(index + 1), "id": .text(panelist.id.rawValue), "name": .text(panelist.name),
                    "kind": .text(panelist.kind.rawValue),
                    "latest_talk": Value(participation?.talk), "latest_position": Value(participation?.position),
                    "event_count": 0, "talk_count": 0, "passage_count": 0,
                ])
        }
    }

    /// Writes who takes part in a talk.
    func write(_ participations: [Participation], of talk: Talk, key: Int64) throws(StoreError) {
        let voices = TalkVoices(of: talk)
        for (index, participation) in participations.enumerated() {
            let affiliation = participation.affiliation
            try insert(
                "participations", isCounted: true,
                [
                    "talk": .integer(key), "position": Value(index + 1),
                    "panelist": .integer(try keys.key(participation.panelist, for: talk.id.rawValue)),
                    "role": .text(participation.role.rawValue), "name": .text(participation.name),
                    "printed_name": .text(participation.printedName),
                    "organization": Value(affiliation.flatMap { keys.organizations[$0.organization] }),
                    "department": Value(affiliation?.department), "affiliation": Value(affiliation?.text),
                    "affiliation_printed": Value(affiliation?.printed), "role_title": Value(participation.roleTitle),
                    "name_line": Value(participation.nameLine),
                    "affiliation_line": Value(participation.affiliationLine),
                    "is_voice": Value(voices.contains(participation)),
                ])
        }
    }

    /// The rows of who takes part in a talk, for its own.
    func packed(_ participations: [Participation], of talk: Talk) throws(StoreError) -> PackedRowsWriter {
        var rows = PackedRowsWriter()
        for participation in participations {
            rows.append(try keys.key(participation.panelist, for: talk.id.rawValue))
            participation.pack(into: &rows)
        }
        return rows
    }

    /// Each person's latest participation that prints an affiliation, else the latest.
    ///
    /// Events without a date come before those with one; those of one date in the order of the document.
    private func latestParticipations() throws(StoreError) -> [Panelist.ID: (talk: Int64, position: Int)] {
        var latest: [Panelist.ID: (talk: Int64, position: Int)] = [:]
        var affiliated: Set<Panelist.ID> = []
        let records = corpus.events.enumerated().sorted { left, right in
            (left.element.event.startDate ?? "", left.offset) < (right.element.event.startDate ?? "", right.offset)
        }
        for (_, record) in records {
            for (talk, _) in record.talks {
                let key = try keys.key(talk.id, for: record.event.id.rawValue)
                for (index, participation) in talk.participations.enumerated() {
                    let isAffiliated = participation.affiliation != nil
                    guard isAffiliated || !affiliated.contains(participation.panelist) else { continue }
                    if isAffiliated { affiliated.insert(participation.panelist) }
                    latest[participation.panelist] = (key, index + 1)
                }
            }
        }
        return latest
    }
}

/// Whose words a talk's passages are, where no speaker is printed: everyone who takes part, chairs only where nobody else does.
///
/// Where turns say who speaks, what no turn gives to anybody is nobody's: nobody is given words that the source does not give them.
struct TalkVoices {
    private let countsChairs: Bool
    private let hasTurns: Bool
    /// The one person whose words they are, or `nil` where there are several or none.
    let only: Panelist.ID?

    init(of talk: Talk) {
        let participations = talk.participations
        hasTurns = talk.passages.contains { $0.voice != nil }
        let countsChairs = participations.allSatisfy { $0.role == .moderator }
        self.countsChairs = countsChairs
        let people = Set(participations.filter { countsChairs || $0.role != .moderator }.map(\.panelist))
        only = people.count == 1 && !hasTurns ? people.first : nil
    }

    func contains(_ participation: Participation) -> Bool {
        !hasTurns && (countsChairs || participation.role != .moderator)
    }

    /// Who speaks a passage without a printed speaker, where that is one person.
    func speaker(of passage: Passage) -> Panelist.ID? { passage.kind == .note ? nil : only }

    /// Whether the source leaves open who speaks a passage, or nobody does.
    func leavesOpen(_ passage: Passage) -> Bool {
        passage.speaker == nil && (hasTurns || passage.kind == .note)
    }
}
