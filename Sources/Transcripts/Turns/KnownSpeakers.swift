import Proceedings

/// Those who were named so far, found by what marks of turns say of them alone: an office, or a surname in capitals.
struct KnownSpeakers {
    /// The first of the talk by office.
    private var officers: [String: Panelist.ID] = [:]
    /// The last of all by surname and by office, both in capitals.
    private var surnames: [String: Participation] = [:]
    private var offices: [String: Participation] = [:]

    /// Forgets what holds for one talk only.
    mutating func beginTalk() { officers = [:] }

    mutating func add(_ person: Participation) {
        if let office = person.roleTitle {
            if officers[office] == nil { officers[office] = person.panelist }
            if Self.isLatin(office) { offices[office.uppercased()] = person }
        }
        if Self.isLatin(person.name), let surname = person.name.words.last, surname.utf8.count < person.name.utf8.count
        {
            surnames[surname.uppercased()] = person
        }
    }

    /// Who has an office in the talk.
    func officer(_ office: String) -> Panelist.ID? { officers[office] }

    /// Who is meant by a surname in capitals (`Dr. HANLEY.`) or an office in capitals (`The CHAIRMAN.`).
    func person(_ turn: SpeakerLabel) -> Participation? {
        guard let mark = turn.name ?? turn.office, mark.utf8.count > 1, Self.isLatin(mark), mark == mark.uppercased()
        else { return nil }
        guard turn.name != nil else { return offices[mark] }
        guard let person = mark.words.last.flatMap({ surnames[String($0)] }), person.name != mark,
            person.name.uppercased().hasSuffix(" \(mark)")
        else { return nil }
        return person
    }

    private static func isLatin(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}
