/// The words of what events are and of the heads of minutes, from `events.tsv`.
enum EventWords {
    /// What a word is; the raw values stand in the file.
    enum Kind: String, CaseIterable {
        case eventEnd, recordEnd, record, agenda, placeKey, barePlaceKey, meets, place, smallPlace, beforePlace,
            placeLink,
            afterPlace, sessionNumber, session
    }

    static let table = WordTable<Kind>(PackageResources.events_tsv)

    /// What the kinds of events end in, likeliest first.
    static let eventEnds = table[.eventEnd]
    /// What the kinds of records end in.
    static let recordEnds = SuffixSet(table[.recordEnd])
    /// The words by which records are known, in small letters.
    static let records = Set(table[.record].filter { !$0.contains(" ") })
    /// The same of several words.
    static let recordPhrases = table[.record].filter { $0.contains(" ") || $0.contains("-") }
    /// What begins an agenda, its letters alone.
    static let agendas = Set(table[.agenda])
    /// What stands before a place and a colon, its letters alone.
    static let placeKeys = Set(table[.placeKey])
    /// The words that say that a meeting took place.
    static let meets = Set(table[.meets])
    /// What rooms and buildings are.
    static let places = Set(table[.place])
    /// What stands before a place without a colon.
    static let barePlaceKeys = table[.barePlaceKey]
    /// The rooms and buildings that are printed in small letters before their number.
    static let smallPlaces = Set(table[.smallPlace])
    /// What stands before a place within a sentence.
    static let beforePlaces = Set(table[.beforePlace])
    /// What links the words of a place.
    static let placeLinks = Set(table[.placeLink])
    /// What stands before the number of a session, and what is counted with it.
    static let sessionNumbers = table.scalars(.sessionNumber), sessions = table.scalars(.session)
    /// What follows a place and is none of it.
    static let afterPlaces = Set(table[.afterPlace])
}
