import ForumStore
import Proceedings

/// What is needed to cite a passage.
struct Citation {
    /// Where a part of the passage is printed.
    struct Place {
        /// The source's identifier.
        let source: String
        /// The source's file.
        let file: String
        /// The page, counted by page breaks.
        let page: Int
        /// The number printed on the page.
        let printedPage: String?
        /// The lines of the source.
        let lines: ClosedRange<Int>

        /// The lines as a range with an en dash, or the one there is.
        var lineRange: String {
            lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
        }
    }

    /// The passage's identifier.
    let id: String
    /// The talk that the passage is in.
    let talk: Talk.ID
    /// The passage's text.
    let text: String
    /// Whose words they are; everyone on the talk's programme where the passage is nobody's in particular.
    private(set) var authors: [String] = []
    /// The talk's title, or what it goes by.
    private(set) var title = ""
    /// The event's name, or its label.
    private(set) var event = ""
    /// The event's label, such as 긴급공동포럼, where it has a name beside it.
    private(set) var eventLabel: String?
    /// The event's first day, as far as it is known.
    private(set) var date: String?
    private(set) var language: String?
    private(set) var organizers: [String] = []
    /// Where the passage is printed, in printed order.
    let places: [Place]
    /// The snapshot that the text is of.
    let snapshot: String
    /// The SHA-256 of each source, as received, by its identifier, in the order of the places.
    private(set) var sources: [(id: String, sha256: String)] = []
    /// The passage's address on the web, where the deployment says by which one it is known.
    let address: String?

    /// Reads what is known of a passage; `nil` where there is none.
    ///
    /// - Parameter publicURL: The address of the server's root on the web, without a slash at its end.
    init?(_ id: Passage.ID, from store: StoreReader, publicURL: String?) throws(StoreError) {
        var eventID = ""
        var found: (talk: String, text: String, places: [Place], speaker: String?, isOfNobody: Bool)?
        try store.passage(id) { row throws(StoreError) in
            eventID = try row.event.existing { $0.id.string }
            var places: [Place] = []
            try row.forEachSpan { span throws(StoreError) in
                let (source, file) = try span.source.existing { ($0.id.string, $0.name.string) }
                places.append(
                    Place(
                        source: source, file: file, page: span.page, printedPage: span.printedPage.optionalString,
                        lines: span.lines))
            }
            let speaker = try row.panelist.read { $0.name.string } ?? row.voiceLabel.optionalString
            found = (try row.talk.existing { $0.id.string }, row.text.string, places, speaker, row.isOfNobody)
        }
        guard let found else { return nil }
        self.id = id.rawValue
        (talk, text, places) = (Talk.ID(found.talk), found.text, found.places)
        snapshot = store.snapshot
        address = publicURL.map { $0 + ReferenceKind.passage.address(of: id.rawValue) }
        authors = found.speaker.map { [$0] } ?? []
        try readTalk(namesEveryone: authors.isEmpty && !found.isOfNobody, store)
        try readEvent(Event.ID(eventID), store)
        try readSources(store)
    }

    private mutating func readTalk(namesEveryone: Bool, _ store: StoreReader) throws(StoreError) {
        var title = ""
        var people: [String] = []
        try store.talk(talk) { row throws(StoreError) in
            let label = row.reference.kindLabel.string + (row.reference.ordinal.map { " \($0)" } ?? "")
            title = row.reference.title.optionalString ?? label
            try row.forEachParticipant { person throws(StoreError) in
                try person.panelist.read { people.append($0.name.string) }
            }
        }
        self.title = title
        if namesEveryone { authors = people }
    }

    private mutating func readEvent(_ id: Event.ID, _ store: StoreReader) throws(StoreError) {
        var names: [String] = []
        var facts: (name: String?, label: String?, id: String, date: String?, language: String?)?
        try store.event(id) { row throws(StoreError) in
            facts = (
                row.name.optionalString, row.label.optionalString, row.id.string, row.startDate.optionalString,
                row.language.optionalString
            )
            try row.forEachOrganizer { organizer throws(StoreError) in names.append(organizer.string) }
        }
        organizers = names
        guard let facts else { return }
        event = facts.name ?? facts.label ?? facts.id
        if facts.name != nil { eventLabel = facts.label }
        (date, language) = (facts.date, facts.language)
        // What has neither title nor label is the whole of its event.
        if title.isEmpty { title = event }
    }

    private mutating func readSources(_ store: StoreReader) throws(StoreError) {
        var sources: [(id: String, sha256: String)] = []
        for place in places where !sources.contains(where: { $0.id == place.source }) {
            try store.source(.init(place.source)) { row throws(StoreError) in
                sources.append((place.source, row.sha256.string))
            }
        }
        self.sources = sources
    }

    /// The first and the last printed page; empty where none is printed.
    var pages: [String] {
        let printed = places.compactMap(\.printedPage)
        guard let first = printed.first, let last = printed.last else { return [] }
        return first == last ? [first] : [first, last]
    }

    /// The numbers of the date: year, month, day, as far as they are known.
    var dateParts: [Int] { (date ?? "").split(separator: "-").compactMap { Int($0) } }

    /// What leads back to the printed lines, for the note of an entry: the passage, the lines, and the bytes they are of.
    var note: String {
        let lines = places.map { "\($0.source) \($0.lines.lowerBound)-\($0.lines.upperBound)" }
        let hashes = sources.map { "SHA-256 of \($0.id) \($0.sha256)" }
        return (["Passage \(id), lines \(lines.joined(separator: ", "))", "snapshot \(snapshot)"] + hashes)
            .joined(separator: "; ")
    }
}
