/// What the texts of an event have of one term.
struct TermTally {
    /// How many times a place in a title or heading counts.
    static let headingFactor = 3

    /// How often it stands there.
    private(set) var places = 0
    /// How often, headings counted three times.
    private(set) var weight = 0
    /// In how many talks.
    private(set) var talks = 0
    /// How often a particle, or a heading's end, shows that the term ends there.
    private(set) var closed = 0
    /// How often a light verb makes a verb of it.
    private(set) var asVerb = 0
    /// How often it stands before a person's title.
    private(set) var beforeTitle = 0
    /// How often it is a phrase of a text by itself (`Madam President,`).
    private(set) var alone = 0
    /// How often it begins a phrase of a paragraph.
    private(set) var begins = 0
    private var lastTalk: Int32 = -1

    mutating func add(_ part: EventWords.Part, isClosed: Bool, isVerb: Bool, begins: Bool, ends: Bool) {
        places += 1
        weight += part.isHeading ? Self.headingFactor : 1
        if isClosed { closed += 1 }
        if isVerb { asVerb += 1 }
        if begins, part.isProse {
            self.begins += 1
            if ends { alone += 1 }
        }
        guard part.talk != lastTalk else { return }
        lastTalk = part.talk
        talks += 1
    }

    mutating func noteTitle() { beforeTitle += 1 }
}
