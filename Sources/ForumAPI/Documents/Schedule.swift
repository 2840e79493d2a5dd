import ForumStore
import Proceedings

/// An event's programme in the form that frab and pretalx export and schedule apps read.
///
/// Printed proceedings give the order of the items and, mostly, no hours: `start`, `duration` and the hours of the day are
/// `null`. An event has a schedule only where its day is known, for the form puts every item on one.
struct Schedule {
    /// Why an event has no schedule.
    enum Gap: Error, Equatable {
        /// There is no such event.
        case noEvent
        /// The event's date is not known to the day.
        case noDay(date: String?)
        /// The event takes more than a day, and nothing says which item is on which.
        case severalDays(start: String, end: String)
    }

    private struct Item {
        let guid, slug, title, type, address: String
        let position: Int
        let persons: [(id: String, name: String)]
    }

    /// The address of the server's root, for apps take links as they stand; empty where it is not known.
    private let root: String
    private let event: String
    private let title: String
    private let room: String
    private let language: String?
    private let day: String
    private let items: [Item]

    /// Reads an event's programme, or says why there is none.
    ///
    /// - Parameter root: The address of the server's root, without a slash at its end; empty makes links paths.
    static func read(
        _ id: Event.ID, from store: StoreReader, root: String
    ) throws(StoreError) -> Result<Schedule, Gap> {
        var gap: Gap? = .noEvent
        var day = ""
        try store.event(id) { row throws(StoreError) in
            do throws(Gap) {
                day = try Self.day(row.startDate.optionalString, row.endDate.optionalString)
                gap = nil
            } catch {
                gap = error
            }
        }
        if let gap { return .failure(gap) }
        return .success(try Schedule(id, on: day, from: store, root: root))
    }

    private init(
        _ id: Event.ID, on day: String, from store: StoreReader, root: String
    ) throws(StoreError) {
        self.root = root
        self.day = day
        event = id.rawValue
        var (title, room, language) = (id.rawValue, "-", String?.none)
        try store.event(id) { row throws(StoreError) in
            title = (row.name.optionalString ?? row.label.optionalString) ?? title
            room = row.location.optionalString ?? room
            language = row.language.optionalString
        }
        (self.title, self.room, self.language) = (title, room, language)
        var items: [Item] = []
        try store.forEachTalk(of: id) { row throws(StoreError) in
            var persons: [(id: String, name: String)] = []
            try row.forEachParticipant { participant throws(StoreError) in
                try participant.panelist.read { panelist in
                    guard panelist.kind.equals(Voice.Kind.person.rawValue) else { return }
                    persons.append((panelist.id.string, panelist.name.string))
                }
            }
            let id = row.reference.id.string
            items.append(
                Item(
                    guid: row.guid.string, slug: Self.slug(id) ?? "talk-\(row.position)", title: row.reference.name,
                    type: row.reference.kind.string, address: ReferenceKind.talk.address(of: id),
                    position: row.position, persons: persons))
        }
        self.items = items
    }

    /// The one day of an event, as an ISO 8601 date.
    static func day(_ start: String?, _ end: String?) throws(Gap) -> String {
        guard let start, start.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil else { throw .noDay(date: start) }
        guard let end, end != start else { return start }
        throw .severalDays(start: start, end: end)
    }

    /// An identifier as the form allows one: lower-case letters, digits, `-` and `_` of ASCII; `nil` where it is another.
    private static func slug(_ id: String) -> String? {
        id.wholeMatch(of: /[a-z0-9_-]+[a-z0-9]/) == nil ? nil : id
    }

    /// The event's identifier as the form allows a conference's short name: four letters or more, without `-`.
    private var acronym: String {
        let name = event.lowercased().replacing("-", with: "_")
        guard name.wholeMatch(of: /[a-z0-9_]{4,}/) == nil else { return name }
        return "event_" + Fingerprint(event).entityTag.filter { $0 != "\"" }.prefix(8)
    }

    // MARK: Writing

    /// Writes the schedule.
    func write(version: String, snapshot: String, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("$schema", "https://c3voc.de/schedule/schema.json")
            writer.object("generator") { writer in
                writer.member("name", "rostrum")
                writer.member("version", version)
            }
            writer.object("schedule") { writer in
                writer.member("url", root + ReferenceKind.event.address(of: event) + "/schedule.json")
                writer.member("version", snapshot)
                writer.member("base_url", root + "/")
                writer.object("conference") { writer in conference(&writer) }
            }
        }
    }

    private func conference(_ writer: inout JSONWriter) {
        writer.member("acronym", acronym)
        writer.member("title", title)
        writer.member("description", "The order is the printed one. Hours are not printed, and so not given.")
        writer.member("start", day)
        writer.member("end", day)
        writer.member("daysCount", 1)
        writer.member("timeslot_duration", String?.none)
        writer.member("time_zone_name", String?.none)
        writer.member("url", root + ReferenceKind.event.address(of: event))
        writer.array("rooms") { writer in
            writer.object { writer in
                writer.member("name", room)
                writer.member("guid", StableUUID.text(of: "room \(event) \(room)", in: StableUUID.scheduleParts))
            }
        }
        writer.array("tracks", [])
        writer.array("days") { writer in
            writer.object { writer in programme(&writer) }
        }
    }

    private func programme(_ writer: inout JSONWriter) {
        writer.member("index", 1)
        writer.member("date", day)
        writer.member("day_start", String?.none)
        writer.member("day_end", String?.none)
        writer.object("rooms") { writer in
            writer.key(verbatim: room)
            writer.array { writer in
                for item in items { writer.object { writer in write(item, &writer) } }
            }
        }
    }

    private func write(_ item: Item, _ writer: inout JSONWriter) {
        writer.member("guid", item.guid)
        writer.member("id", item.position)
        writer.member("code", item.guid.prefix { $0 != "-" }.uppercased())
        writer.member("slug", item.slug)
        writer.member("url", root + item.address)
        writer.member("date", day)
        writer.member("start", String?.none)
        writer.member("duration", String?.none)
        writer.member("room", room)
        writer.member("title", item.title)
        writer.member("subtitle", "")
        writer.member("track", String?.none)
        writer.member("type", item.type)
        writer.member("language", language ?? "und")
        for name in ["abstract", "description", "logo", "recording_license"] {
            writer.key(verbatim: name)
            writer.value("")
        }
        writer.member("do_not_record", false)
        writer.array("persons") { writer in
            for person in item.persons {
                writer.object { writer in
                    writer.member("guid", StableUUID.text(of: "person \(person.id)", in: StableUUID.scheduleParts))
                    writer.member("name", person.name)
                    writer.member("public_name", person.name)
                    writer.member("url", root + ReferenceKind.panelist.address(of: person.id))
                }
            }
        }
        writer.array("links", [])
        writer.array("attachments", [])
    }
}
