import KoreanText

/// What a label says of who speaks: a name, an office, a number among many, several people, or nobody.
struct LabelReading: Hashable {
    /// What a label looks like, by its words alone.
    enum Shape: Hashable {
        /// A person's name, with or without a title or an office.
        case name
        /// An office without a name.
        case office
        /// One of several numbered speakers.
        case anonymous
        /// Several people at once.
        case group
        /// One to four capitals.
        case initials
        /// One word in small letters, as people are called in chats.
        case nick
        /// A surname with an office: one of several, maybe.
        case surname
        /// That a question or an answer follows.
        case ask
        /// One short word that could be a name as well as anything else.
        case word
        /// What begins notes, fields and steps.
        case key
        /// Anything else.
        case other

        /// Whether a label of this shape can name a speaker.
        var isVoice: Bool {
            switch self {
            case .name, .office, .anonymous, .group, .initials, .surname, .nick, .ask: true
            case .key, .word, .other: false
            }
        }
    }

    /// The label as printed.
    var label: String
    var shape: Shape
    /// The name without titles (`Tilden`, `김도섭`); an office that is printed as a title stays (`Mayor Orle`).
    var name: String?
    /// The form of address before the name (`Ms.`).
    var honorific: String?
    /// The office, with or instead of a name.
    var office: String?
    /// Where the person is from, as the label says.
    var affiliation: String?
    /// The initials or nick that the label gives beside a name (`Ada Quill (AQ)`).
    var short: String?
    /// Whether an honorific or an office stands in it.
    var hasTitle: Bool { honorific != nil || office != nil }
    /// Whether a family name and a comma stand before the others (`Osei, Amara`); it may be two people as well.
    var isInverted = false
    /// Whether a comma parts two full names: two people, or one and where he is from (`Hollis Dane, Acme Robotics`).
    var isPair = false
    /// Whether it begins what the writer of a record adds: `Motion:`, `결정사항:`.
    var isOfRecord = false
    /// Whether it has a name's form, but for a last word that begins notes elsewhere (`Deshawn Price`).
    var mayBeName = false
    /// Whether anything stands in brackets after it.
    var hasNote = false

    init(_ label: String, _ shape: Shape) {
        self.label = label
        self.shape = shape
    }
}

/// A reading that all labels with the same words share.
final class KnownReading: Sendable {
    let reading: LabelReading
    /// Its number among those of a reader, from 0.
    let number: Int

    init(_ reading: LabelReading, _ number: Int) {
        self.reading = reading
        self.number = number
    }
}
