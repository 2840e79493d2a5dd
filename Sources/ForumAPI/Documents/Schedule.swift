import ForumStore
import Foundation
import Proceedings

/// An event's programme in the form that frab and pretalx export and schedule apps read.
///
/// Printed proceedings give the order of the items but neither their hours nor, mostly, the day, without which no such app
/// reads a file. Hence the items are laid end to end from midnight UTC of the first known day, else of 1970-01-01, each as
/// long as its captions or else its reading time; the conference's description says so.
struct Schedule {
    private struct Item {
        let guid, slug, title, type, address: String
        let position: Int
        /// In minutes, from the beginning of the first day.
        let start: Int
        let duration: Int
        let persons: [(id: String, name: String)]
    }

    private static let minutesOfDay = 24 * 60

    /// The address of the server's root, for apps take links as they stand; empty where it is not known.
    private let root: String
    private let event: String
    private let title: String
    private let room: String
    private let language: String?
    private let firstDay: Date
    private let items: [Item]

    /// Reads an event's programme; `nil` where there is no such event.
    ///
    /// - Parameter authority: The host and port by which the server is known; without it, links are paths.
    init?(_ id: Event.ID, from store: StoreReader, at authority: String?) throws(StoreError) {
        root = authority.map { "http://" + $0 } ?? ""
        var event: (title: String, room: String, language: String?, day: Date)?
        try store.event(id) { row throws(StoreError) in
            event = (
                title: (row.name.optionalString ?? row.label.optionalString) ?? id.rawValue,
                room: row.location.optionalString ?? "-", language: row.language.optionalString,
                day: Self.day(row.startDate.optionalString)
            )
        }
        guard let event else { return nil }
        var items: [Item] = []
        var start = 0
        try store.forEachTalk(of: id) { row throws(StoreError) in
            var persons: [(id: String, name: String)] = []
            try row.forEachParticipant { participant throws(StoreError) in
                try participant.panelist.read { panelist in
                    guard panelist.kind.equals(Voice.Kind.person.rawValue) else { return }
                    persons.append((panelist.id.string, panelist.name.string))
                }
            }
            let (id, duration) = (row.reference.id.string, max(1, row.readingMinutes))
            items.append(
                Item(
                    guid: row.guid.string, slug: Self.slug(id) ?? "talk-\(row.position)", title: row.reference.name,
                    type: row.reference.kind.string, address: ReferenceKind.talk.address(of: id),
                    position: row.position, start: start, duration: duration, persons: persons))
            start += duration
        }
        self.event = id.rawValue
        title = event.title
        room = event.room
        language = event.language
        firstDay = event.day
        self.items = items
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

    /// The beginning of an ISO 8601 date or of a part of one; the epoch where there is none.
    private static func day(_ text: String?) -> Date {
        let parts = (text ?? "").split(separator: "-").compactMap { Int($0) }
        guard let year = parts.first else { return Date(timeIntervalSince1970: 0) }
        let components = DateComponents(
            year: year, month: parts.count > 1 ? parts[1] : 1, day: parts.count > 2 ? parts[2] : 1)
        return calendar.date(from: components) ?? Date(timeIntervalSince1970: 0)
    }

    private static var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }

    /// The day and time of so many minutes after the beginning.
    private func date(_ minutes: Int) -> String {
        firstDay.addingTimeInterval(Double(minutes * 60)).formatted(.iso8601).replacing("Z", with: "+00:00")
    }

    private func day(_ minutes: Int) -> String { String(date(minutes).prefix(10)) }

    private static func clock(_ minutes: Int) -> String {
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
        return (hours < 10 ? "0" : "") + "\(hours):" + (rest < 10 ? "0" : "") + "\(rest)"
    }

    // MARK: Writing

    /// Writes the schedule.
    func write(version: String, snapshot: String, to writer: inout JSONWriter) {
        let days = max(1, (items.last.map { $0.start / Self.minutesOfDay } ?? 0) + 1)
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
                writer.object("conference") { writer in conference(days, &writer) }
            }
        }
    }

    private func conference(_ days: Int, _ writer: inout JSONWriter) {
        writer.member("acronym", acronym)
        writer.member("title", title)
        writer.member(
            "description",
            "The order is the printed one. Hours are not printed: items follow one another from midnight, each as long as "
                + "it takes to read. Where no day is known, it is 1970-01-01.")
        writer.member("start", day(0))
        writer.member("end", day((days - 1) * Self.minutesOfDay))
        writer.member("daysCount", days)
        writer.member("timeslot_duration", "00:01")
        writer.member("time_zone_name", "UTC")
        writer.member("url", root + ReferenceKind.event.address(of: event))
        writer.array("rooms") { writer in
            writer.object { writer in
                writer.member("name", room)
                writer.member("guid", StableUUID.text(of: "room \(event) \(room)", in: StableUUID.scheduleParts))
            }
        }
        writer.array("tracks", [])
        writer.array("days") { writer in
            for index in 0..<days { writer.object { writer in programme(of: index, &writer) } }
        }
    }

    private func programme(of index: Int, _ writer: inout JSONWriter) {
        let minutes = index * Self.minutesOfDay
        writer.member("index", index + 1)
        writer.member("date", day(minutes))
        writer.member("day_start", date(minutes))
        writer.member("day_end", date(minutes + Self.minutesOfDay))
        writer.object("rooms") { writer in
            writer.key(verbatim: room)
            writer.array { writer in
                for item in items where item.start / Self.minutesOfDay == index {
                    writer.object { writer in write(item, &writer) }
                }
            }
        }
    }

    private func write(_ item: Item, _ writer: inout JSONWriter) {
        writer.member("guid", item.guid)
        writer.member("id", item.position)
        writer.member("code", item.guid.prefix { $0 != "-" }.uppercased())
        writer.member("slug", item.slug)
        writer.member("url", root + item.address)
        writer.member("date", date(item.start))
        writer.member("start", Self.clock(item.start % Self.minutesOfDay))
        writer.member("duration", Self.clock(item.duration))
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
