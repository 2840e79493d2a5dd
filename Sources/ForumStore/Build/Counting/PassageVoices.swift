/// Who may be quoted for some passages of a talk, as they are counted.
struct PassageVoices {
    /// A person with the part for which they may be quoted; someone who is not on the programme has none.
    struct Voice: Hashable {
        var panelist: Int64
        var role: String?
        var organization: Int64?
    }

    /// Two properties of the same voice.
    struct Pair<First: Hashable, Second: Hashable>: Hashable {
        var first: First
        var second: Second
    }

    let panelists: [Int64]
    // What several voices share counts once for a passage.
    let roles: Set<String>
    let organizations: Set<Int64>
    let rolesOfPanelists: [Pair<String, Int64>]
    let rolesOfOrganizations: Set<Pair<String, Int64>>
    let organizationsOfPanelists: [Pair<Int64, Int64>]

    init(_ voices: [Voice]) {
        panelists = voices.map(\.panelist)
        roles = Set(voices.compactMap(\.role))
        organizations = Set(voices.compactMap(\.organization))
        rolesOfPanelists = voices.compactMap { voice in voice.role.map { Pair(first: $0, second: voice.panelist) } }
        rolesOfOrganizations = Set(
            voices.compactMap { voice in
                guard let role = voice.role, let organization = voice.organization else { return nil }
                return Pair(first: role, second: organization)
            })
        organizationsOfPanelists = voices.compactMap { voice in
            voice.organization.map { Pair(first: $0, second: voice.panelist) }
        }
    }
}
