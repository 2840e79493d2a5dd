import Proceedings

/// Tells people of the same name apart.
///
/// Two parts on a programme are one person's if the names are equal and the organizations are, or one of these is not
/// printed. A wrong union would put one person's words in another's mouth; a wrong separation only lists a person twice.
struct PanelistRegistry {
    private struct Person {
        var id: Panelist.ID
        var organizations: Set<String>
    }

    private var people: [String: [Person]] = [:]
    /// Everyone seen, in the order of first appearance.
    private(set) var panelists: [Panelist] = []

    /// Names the people of a talk, who stand in it under their plain names, by their identifiers.
    mutating func resolve(_ talk: inout Talk) {
        var resolved: [Panelist.ID: Panelist.ID] = [:]
        for index in talk.participations.indices {
            let plain = talk.participations[index].panelist
            let id = identify(
                name: talk.participations[index].name,
                organization: talk.participations[index].affiliation?.organization)
            talk.participations[index].panelist = id
            resolved[plain] = id
        }
        for index in talk.passages.indices {
            talk.passages[index].speaker = talk.passages[index].speaker.map { resolved[$0] ?? $0 }
        }
    }

    private mutating func identify(name: String, organization: String?) -> Panelist.ID {
        let namesakes = people[name] ?? []
        let known = namesakes.firstIndex { person in
            guard let organization else { return true }
            return person.organizations.isEmpty || person.organizations.contains(organization)
        }
        if let known {
            if let organization { people[name]?[known].organizations.insert(organization) }
            return namesakes[known].id
        }
        let id = Panelist.ID(namesakes.isEmpty ? name : "\(name)-\(namesakes.count + 1)")
        people[name, default: []].append(Person(id: id, organizations: Set([organization].compactMap(\.self))))
        panelists.append(Panelist(id: id, name: name))
        return id
    }
}
