import Proceedings

/// Those who take part in a talk, entered as their turns come.
struct Cast {
    private var people: Set<Panelist.ID>
    /// Those whom the head of the talk names, before any turn.
    private let named: [Participation]

    init(_ talk: Talk) {
        named = talk.participations
        people = Set(named.map(\.panelist))
    }

    /// The one whose turn it is, entered among the talk's people where the name is new there.
    ///
    /// - Parameter role: What somebody does in the talk who does not lead it.
    mutating func speaker(
        of turn: Turn, _ turns: Turns, in talk: inout Talk, row: Int, role: ParticipationRole = .discussant
    ) -> Panelist.ID? {
        guard let place = turn.speaker else { return nil }
        let speaker = turns.speakers[place]
        if speaker.kind == .office, let holder = holder(of: speaker) { return holder }
        let id = Panelist.ID(speaker.name)
        if people.insert(id).inserted {
            talk.participations.append(Participation(speaker, firstNamedOn: row, role: role))
        }
        return id
    }

    /// Who holds an office in a talk: the one of that office, or its only moderator where the office is one that leads.
    private func holder(of office: Speaker) -> Panelist.ID? {
        let titled = named.filter { $0.kind == .person && $0.roleTitle == office.name }
        if titled.count == 1 { return titled.first?.panelist }
        guard office.leads else { return nil }
        let moderators = named.filter { $0.kind == .person && $0.role == .moderator }
        return moderators.count == 1 ? moderators.first?.panelist : nil
    }
}

extension Participation {
    /// The part of somebody whom a turn's label names.
    fileprivate init(_ speaker: Speaker, firstNamedOn row: Int, role: ParticipationRole) {
        let affiliation = speaker.affiliation.map {
            Affiliation(organization: $0, department: nil, text: $0, printed: $0)
        }
        self.init(
            speaker.kind, panelist: Panelist.ID(speaker.name), role: speaker.leads ? .moderator : role,
            name: speaker.name,
            printedName: speaker.printed, affiliation: affiliation, roleTitle: speaker.office, nameLine: row + 1)
    }
}
