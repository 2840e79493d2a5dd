import Proceedings

/// Tells people of the same name apart, and keeps offices and numbered speakers within their event.
///
/// Two parts on a programme are one person's if the names are equal and the organizations are; one without an organization
/// is the only namesake's, if there is only one. A wrong union would put one person's words in another's mouth; a wrong separation only lists a person twice.
/// `The Chairman` of one event is nobody of another: an office and a numbered speaker are one speaker within their event, whatever else is
/// called so.
struct PanelistRegistry {
    /// The people of one name.
    private struct Namesakes {
        /// The first of them.
        var first: Panelist.ID?
        /// How many there are.
        var count = 0
        /// Those whose organization is known, by its name.
        var byOrganization: [String: Panelist.ID] = [:]
    }

    /// What is one speaker within an event.
    private struct EventSpeaker: Hashable {
        var event: Event.ID
        var kind: Voice.Kind
        var name: String
    }

    private var people: [String: Namesakes] = [:]
    private var eventSpeakers: [EventSpeaker: Panelist.ID] = [:]
    private var taken: Set<Panelist.ID> = []
    /// Everyone seen, in the order of first appearance.
    private(set) var panelists: [Panelist] = []

    /// Names the speakers of a talk, who stand in it under their plain names, by their identifiers.
    mutating func resolve(_ talk: inout Talk, of event: Event.ID) {
        var resolved: [Panelist.ID: [Panelist.ID: Voice.Kind]] = [:]
        for index in talk.participations.indices {
            let participation = talk.participations[index]
            let id = identify(participation, at: event)
            talk.participations[index].panelist = id
            resolved[participation.panelist, default: [:]][id] = participation.kind
        }
        for index in talk.passages.indices {
            guard let plain = talk.passages[index].speaker, let ids = resolved[plain] else { continue }
            talk.passages[index].speaker = Self.speaker(among: ids, of: talk.passages[index].voice)
        }
    }

    /// Which of the speakers of one plain name speaks: the only one, else the only one of the voice's kind.
    ///
    /// Which of two namesakes in one talk speaks, the source does not say.
    private static func speaker(among ids: [Panelist.ID: Voice.Kind], of voice: Voice?) -> Panelist.ID? {
        guard ids.count > 1 else { return ids.keys.first }
        let alike = ids.filter { $0.value == voice?.kind }
        return alike.count == 1 ? alike.keys.first : nil
    }

    private mutating func identify(_ participation: Participation, at event: Event.ID) -> Panelist.ID {
        guard participation.kind == .person else {
            let speaker = EventSpeaker(event: event, kind: participation.kind, name: participation.name)
            if let known = eventSpeakers[speaker] { return known }
            let id = add(participation, as: "\(participation.name)@\(event)")
            eventSpeakers[speaker] = id
            return id
        }
        let (name, organization) = (participation.name, participation.affiliation?.organization)
        if let known = known(name, of: organization) {
            if let organization { people[name]?.byOrganization[organization] = known }
            return known
        }
        let count = (people[name]?.count ?? 0) + 1
        let id = add(participation, as: name, numbered: count)
        people[name, default: Namesakes()].count = count
        if count == 1 { people[name]?.first = id }
        if let organization { people[name]?.byOrganization[organization] = id }
        return id
    }

    /// The namesake that is meant: the one of the organization, else the only one of whom none is known or told.
    private func known(_ name: String, of organization: String?) -> Panelist.ID? {
        guard let namesakes = people[name] else { return nil }
        if let organization, let same = namesakes.byOrganization[organization] { return same }
        guard namesakes.count == 1, organization == nil || namesakes.byOrganization.isEmpty else { return nil }
        return namesakes.first
    }

    /// Adds someone who was not seen before.
    private mutating func add(
        _ participation: Participation, as name: String, numbered first: Int = 1
    ) -> Panelist.ID {
        var number = first
        let stem = PanelistName.stem(name)
        var id = Panelist.ID(number == 1 && PanelistName.isIdentifier(name) ? name : "\(stem)-\(number)")
        // A name may be printed that looks like another one's identifier.
        while !taken.insert(id).inserted {
            number += 1
            id = Panelist.ID("\(stem)-\(number)")
        }
        panelists.append(Panelist(id: id, name: participation.name, kind: participation.kind))
        return id
    }
}
