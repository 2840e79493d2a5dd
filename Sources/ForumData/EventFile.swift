import Foundation
import Proceedings

/// What a person wrote about an event in its `event.yaml`.
///
/// What is null or left out stays as the transcript says.
struct EventFile {
    private static let keys = [
        "name", "label", "classification", "start_date", "end_date", "location", "organizers", "language",
        "derive_topics",
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
        let first = try document.date(members["start_date"], key: "start_date")
        let last = try document.date(members["end_date"], key: "end_date")
        event.startDate = first ?? event.startDate
        event.endDate = last ?? event.endDate
        event.location = try document.text(members["location"], key: "location") ?? event.location
        event.language = try language(members["language"]) ?? event.language
        if let start = event.startDate, let end = event.endDate, end < start {
            if first != nil, last != nil, let node = members["end_date"] {
                throw document.failure(at: node, "'end_date' is \(end), before 'start_date', which is \(start)")
            }
            // A person knows better than a transcript: the day that this file does not give was read wrongly.
            if first == nil { event.startDate = nil } else { event.endDate = nil }
        }
        let organizers = try document.texts(members["organizers"], key: "organizers")
        if !organizers.isEmpty { event.organizers = organizers }
    }

    /// Whether topics are derived for the event; `nil` where that is left to how far the vocabulary reaches.
    func derivesTopics() throws(ForumDataError) -> Bool? {
        guard let root = document.root,
            let node = try document.members(of: root, allowed: Self.keys)["derive_topics"]
        else { return nil }
        if node.scalar != nil, node.null != nil { return nil }
        guard let choice = node.bool else {
            throw document.failure(at: node, "'derive_topics' is true or false, or null")
        }
        return choice
    }

    /// A BCP 47 language tag.
    private func language(_ node: YAMLDocument.Node?) throws(ForumDataError) -> String? {
        guard let node, let text = try document.text(node, key: "language") else { return nil }
        guard LanguageTag.isWellFormed(text) else {
            throw document.failure(at: node, "'language' is '\(text)'; allowed is a BCP 47 tag, such as ko or en-GB")
        }
        return text
    }
}
