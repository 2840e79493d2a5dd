import Proceedings

/// Tells people of the same name apart.
///
/// Two parts on a programme are one person's if the names are equal and the organizations are; one without an organization
/// is the only namesake's, if there is only one. A wrong union would put one person's words in another's mouth; a wrong separation only lists a person twice.
struct PanelistRegistry {
    private struct Person {
        var id: Panelist.ID
        /// The organization, once one is printed.
        var organization: String?
    }

    private var people: [String: [Person]] = [:]
    /// Everyone seen, in the order of first appearance.
    private(set) var panelists: [Panelist] = []

    /// Names the people of a talk, who stand in it under their plain names, by their identifiers.
    mutating func resolve(_ talk: inout Talk) {
        var resolved: [Panelist.ID: Set<Panelist.ID>] = [:]
        for index in talk.participations.indices {
            let plain = talk.participations[index].panelist
            let id = identify(
                name: talk.participations[index].name,
                organization: talk.participations[index].affiliation?.organization)
            talk.participations[index].panelist = id
            resolved[plain, default: []].insert(id)
        }
        for index in talk.passages.indices {
            guard let plain = talk.passages[index].speaker, let ids = resolved[plain] else { continue }
            // Which of two namesakes in one talk speaks, the source does not say.
            talk.passages[index].speaker = ids.count == 1 ? ids.first : nil
        }
    }

    private mutating func identify(name: String, organization: String?) -> Panelist.ID {
        let namesakes = people[name] ?? []
        if let known = index(of: organization, among: namesakes) {
            people[name]?[known].organization = namesakes[known].organization ?? organization
            return namesakes[known].id
        }
        let id = Panelist.ID(namesakes.isEmpty ? name : "\(name)-\(namesakes.count + 1)")
        people[name, default: []].append(Person(id: id, organization: organization))
        panelists.append(Panelist(id: id, name: name))
        return id
    }

    /// The namesake that is meant: the one of the organization, else the only one of whom none is known or told.
    private func index(of organization: String?, among namesakes: [Person]) -> Int? {
        if let organization, let same = namesakes.firstIndex(where: { $0.organization == organization }) { return same }
        guard namesakes.count == 1, organization == nil || namesakes[0].organization == nil else { return nil }
        return 0
    }
}
