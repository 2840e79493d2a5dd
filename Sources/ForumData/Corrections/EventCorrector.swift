import Proceedings

/// Applies an event's corrections to what was read from its sources.
///
/// The text, the classes and the numbers of the source's lines stay as they are; only which passage a line is a part of
/// follows a split or a join. Identifiers stay too: the first part of a split and of a join keeps its own, the second part
/// of a split gets `-2` after it, and what was joined to another passage has none any more.
struct EventCorrector {
    /// Why a correction cannot be applied.
    struct Obstacle: Error {
        let detail: String
    }

    /// What was read, as corrected so far.
    var record: Corpus.EventRecord
    /// The passages whose speaker a correction has named.
    var named: Set<Passage.ID> = []
    private let file: CorrectionsFile

    init(_ record: Corpus.EventRecord, file: CorrectionsFile) {
        self.record = record
        self.file = file
    }

    /// Applies the file's entries in their order, each to what those before it left.
    ///
    /// What is said of people is only noted: it concerns everyone's identifiers, which are known when all events are read.
    mutating func applyAll() {
        for (index, entry) in file.entries.enumerated() {
            var correction = entry.record(event: record.event.id, number: index + 1)
            do throws(Obstacle) {
                try apply(entry.action, noting: &correction)
            } catch {
                correction.obstacle = error.detail
            }
            record.corrections.append(correction)
        }
        removeAnswered()
    }

    private mutating func apply(
        _ action: CorrectionEntry.Action, noting correction: inout Correction
    ) throws(Obstacle) {
        switch action {
        case .title(let id, let title, let was):
            let index = try talk(id)
            correction.before = record.talks[index].talk.title
            guard correction.before == was else {
                throw Obstacle(
                    detail:
                        "the title of \(id) is \(Self.quoted(correction.before)), and 'was' says \(Self.quoted(was))")
            }
            record.talks[index].talk.title = title
        case .panelist(let id, let name):
            let index = try talk(id)
            try addParticipant(name, toTalk: index, as: record.talks[index].talk.kind.participationRole)
        case .split(let id, let text):
            let place = try passage(id, noting: &correction)
            try split(place, before: text)
        case .join(let id, let join, let beginning):
            let place = try passage(id, beginning: beginning, noting: &correction)
            try joinNext(place, join)
        case .spacing(let id, let text):
            let place = try passage(id, noting: &correction)
            correction.before = try respace(place, as: text)
        case .speaker(let id, let name, let beginning):
            let place = try passage(id, beginning: beginning, noting: &correction)
            correction.before = record.talks[place.talk].talk.passages[place.passage].speaker?.rawValue
            if !record.talks[place.talk].talk.participations.contains(where: { $0.name == name }) {
                try addParticipant(name, toTalk: place.talk, as: .speaker)
            }
            record.talks[place.talk].talk.passages[place.passage].speaker = Panelist.ID(name)
            named.insert(id)
        case .date(let change, let date): correction.before = try setDate(change, date)
        case .merge: try requireSources()
        case .identity(let scope, let talk, let name, let was):
            try identify(scope, in: talk, as: name, was: was, noting: &correction)
        }
    }

    // MARK: The event

    private mutating func setDate(_ change: Correction.Change, _ date: String) throws(Obstacle) -> String? {
        try requireSources()
        var event = record.event
        let member: WritableKeyPath<Event, String?> = change == .endDate ? \.endDate : \.startDate
        let before = event[keyPath: member]
        event[keyPath: member] = date
        if let start = event.startDate, let end = event.endDate, end < start {
            throw Obstacle(detail: "the event would end on \(end), before it starts on \(start)")
        }
        record.event = event
        return before
    }

    // MARK: Talks

    private mutating func addParticipant(
        _ name: String, toTalk index: Int, as role: ParticipationRole
    ) throws(Obstacle) {
        guard !record.talks[index].talk.participations.contains(where: { $0.name == name }) else {
            throw Obstacle(detail: "\(record.talks[index].talk.id) names \(name) already")
        }
        record.talks[index].talk.participations.append(
            Participation(panelist: Panelist.ID(name), role: role, name: name, printedName: name))
    }

    func talk(_ id: Talk.ID) throws(Obstacle) -> Int {
        guard let index = record.talks.firstIndex(where: { $0.talk.id == id }) else {
            throw Obstacle(
                detail: "there is no talk \(id); the event's are "
                    + record.talks.map(\.talk.id.rawValue).joined(separator: ", "))
        }
        try requireSource(record.talks[index].source)
        return index
    }

    // MARK: Passages

    /// Where a passage stands in the record.
    private struct Place {
        var talk: Int
        var passage: Int
    }

    private func passage(
        _ id: Passage.ID, beginning: String? = nil, noting correction: inout Correction
    ) throws(Obstacle) -> Place {
        for (index, item) in record.talks.enumerated() {
            guard let passage = item.talk.passages.firstIndex(where: { $0.id == id }) else { continue }
            correction.talk = item.talk.id
            try requireSource(item.source)
            let text = item.talk.passages[passage].text
            if let beginning, !text.hasPrefix(beginning) {
                throw Obstacle(detail: "\(id) begins '\(text.prefix(40))', and 'was' says '\(beginning.prefix(40))'")
            }
            return Place(talk: index, passage: passage)
        }
        throw Obstacle(detail: "there is no passage \(id)")
    }

    private mutating func split(_ place: Place, before text: String) throws(Obstacle) {
        var first = record.talks[place.talk].talk.passages[place.passage]
        guard first.kind != .heading else { throw Obstacle(detail: "\(first.id) is a heading, which is not split") }
        let found = first.text.ranges(of: text)
        guard found.count == 1, let start = found.first?.lowerBound, start > first.text.startIndex else {
            let count = found.isEmpty ? "does not stand" : found.count > 1 ? "stands \(found.count) times" : "begins"
            throw Obstacle(detail: "'\(text.prefix(40))' \(count) in \(first.id); it must stand there once, inside")
        }
        var second = first
        second.id = Passage.ID("\(first.id)-2")
        guard !record.talks[place.talk].talk.passages.contains(where: { $0.id == second.id }) else {
            throw Obstacle(detail: "\(second.id) is taken: split that one instead")
        }
        second.marker = nil
        second.text = String(first.text[start...])
        first.text = String(first.text[..<start].reversed().drop { $0.isWhitespace }.reversed())
        let source = try source(ofTalk: place.talk)
        let ledger = PassageLedger(of: first.id, in: record.sources[source].lines)
        if let cut = ledger.line(after: first, total: second) {
            first.spans = first.spans.compactMap { $0.clipped(to: ...cut.last) }
            second.spans = second.spans.compactMap { $0.clipped(to: cut.first...) }
            for number in ledger.numbers where number > cut.last {  // Lines are numbered from 1 without gaps.
                record.sources[source].lines[number - 1].passage = second.id
            }
            if cut.first > cut.last { record.sources[source].lines[cut.last - 1].join = .end }
        }
        record.talks[place.talk].talk.passages.replaceSubrange(place.passage...place.passage, with: [first, second])
    }

    private mutating func joinNext(_ place: Place, _ join: SourceLine.Join) throws(Obstacle) {
        let passages = record.talks[place.talk].talk.passages
        var first = passages[place.passage]
        guard place.passage + 1 < passages.count else { throw Obstacle(detail: "\(first.id) is the last of its talk") }
        let second = passages[place.passage + 1]
        guard first.kind != .heading, second.kind != .heading else {
            throw Obstacle(detail: "\(first.id) or \(second.id), which follows, is a heading, which is not joined")
        }
        guard first.section == second.section else {
            throw Obstacle(detail: "\(second.id), which follows \(first.id), belongs to another section")
        }
        // What was taken for a bullet's marker is a part of the text that goes on.
        first.text += (join == .space ? " " : "") + (second.marker.map { $0 + " " } ?? "") + second.text
        if let last = first.spans.last, let next = second.spans.first, last.page == next.page,
            last.lines.lowerBound <= next.lines.upperBound
        {
            first.spans[first.spans.count - 1].lines = last.lines.lowerBound...next.lines.upperBound
            first.spans += second.spans.dropFirst()
        } else {
            first.spans += second.spans
        }
        if let start = first.time?.lowerBound, let end = second.time?.upperBound, start <= end {
            first.time = start...end
        }
        let source = try source(ofTalk: place.talk)
        if let last = PassageLedger(of: first.id, in: record.sources[source].lines).numbers.last {
            record.sources[source].lines[last - 1].join = join
        }
        for number in PassageLedger(of: second.id, in: record.sources[source].lines).numbers {
            record.sources[source].lines[number - 1].passage = first.id
        }
        record.talks[place.talk].talk.passages.replaceSubrange(
            place.passage...(place.passage + 1), with: CollectionOfOne(first))
    }

    /// Gives a stretch of a passage the white space of a text that is otherwise the same.
    ///
    /// - Returns: The stretch as it was.
    private mutating func respace(_ place: Place, as text: String) throws(Obstacle) -> String {
        let passage = record.talks[place.talk].talk.passages[place.passage]
        let ranges = passage.text.ranges(ofSpacingVariant: text)
        guard ranges.count == 1, let range = ranges.first else {
            let count = ranges.isEmpty ? "does not stand" : "stands \(ranges.count) times"
            throw Obstacle(
                detail: "'\(text.prefix(40))' \(count) in \(passage.id), white space aside; it must stand there once")
        }
        let before = String(passage.text[range])
        guard before != text else { throw Obstacle(detail: "\(passage.id) has '\(text.prefix(40))' spaced so already") }
        record.talks[place.talk].talk.passages[place.passage].text.replaceSubrange(range, with: text)
        return before
    }

    // MARK: Sources

    private func source(ofTalk index: Int) throws(Obstacle) -> Int {
        let id = record.talks[index].source
        guard let source = record.sources.firstIndex(where: { $0.id == id }) else {
            throw Obstacle(detail: "there is no source \(id)")
        }
        return source
    }

    func requireSource(_ id: Source.ID) throws(Obstacle) {
        guard let source = record.sources.first(where: { $0.id == id }) else { return }
        guard let digest = file.sources[source.name] else {
            throw Obstacle(detail: "'sources' does not name \(source.name); its SHA-256 is \(source.sha256)")
        }
        guard digest == source.sha256 else {
            throw Obstacle(
                detail:
                    "\(source.name) has the SHA-256 \(source.sha256), and the corrections were written for \(digest)")
        }
    }

    private func requireSources() throws(Obstacle) {
        for name in file.sources.keys.sorted() where !record.sources.contains(where: { $0.name == name }) {
            throw Obstacle(detail: "the event has no file \(name), for which the corrections were written")
        }
        for source in record.sources where file.sources[source.name] != nil { try requireSource(source.id) }
    }

    static func quoted(_ text: String?) -> String { text.map { "'\($0)'" } ?? "not there" }
}
