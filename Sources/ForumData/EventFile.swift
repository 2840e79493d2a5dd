import Foundation
import Proceedings

/// What a person wrote about an event in its `event.yaml`.
///
/// What is null or left out stays as the transcript says.
struct EventFile {
    private static let keys = [
        "name", "label", "classification", "start_date", "end_date", "location", "organizers", "language",
    ]

    private let document: YAMLDocument

    init(_ file: InputFile) throws(ForumDataError) {
        document = try YAMLDocument(file)
    }

    /// Writes what the file says over an event.
    func apply(to event: inout Event) throws(ForumDataError) {
        guard let root = document.root else { return }
        let members = try document.members(of: root, allowed: Self.keys)
        event.name = try document.text(members["name"], key: "name") ?? event.name
        event.label = try document.text(members["label"], key: "label") ?? event.label
        event.classification =
            try document.text(members["classification"], key: "classification") ?? event.classification
        event.startDate = try date(members["start_date"], key: "start_date") ?? event.startDate
        event.endDate = try date(members["end_date"], key: "end_date") ?? event.endDate
        event.location = try document.text(members["location"], key: "location") ?? event.location
        event.language = try language(members["language"]) ?? event.language
        if let start = event.startDate, let end = event.endDate, end < start, let node = members["end_date"] {
            throw document.failure(at: node, "'end_date' is \(end), before 'start_date', which is \(start)")
        }
        let organizers = try document.texts(members["organizers"], key: "organizers")
        if !organizers.isEmpty { event.organizers = organizers }
    }

    /// A BCP 47 language tag.
    private func language(_ node: YAMLDocument.Node?) throws(ForumDataError) -> String? {
        guard let node, let text = try document.text(node, key: "language") else { return nil }
        guard LanguageTag.isWellFormed(text) else {
            throw document.failure(at: node, "'language' is '\(text)'; allowed is a BCP 47 tag, such as ko or en-GB")
        }
        return text
    }

    /// An ISO 8601 calendar date or a part of one: `2025`, `2025-02`, `2025-02-13`.
    private func date(_ node: YAMLDocument.Node?, key: String) throws(ForumDataError) -> String? {
        guard let node, let text = try document.text(node, key: key) else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDate =
            (1...3).contains(parts.count) && parts[0].utf8.count == 4
            && parts.dropFirst().allSatisfy { $0.utf8.count == 2 }
            && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
            && isDay(parts.compactMap { Int($0) })
        guard isDate else {
            throw document.failure(
                at: node, "'\(key)' is '\(text)'; allowed is a date of the calendar: 2025, 2025-02 or 2025-02-13")
        }
        return text
    }

    private func isDay(_ parts: [Int]) -> Bool {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return DateComponents(
            calendar: calendar, year: parts[0], month: parts.count > 1 ? parts[1] : 1,
            day: parts.count > 2 ? parts[2] : 1
        ).isValidDate
    }
}
