import Foundation
import Proceedings

/// A composed discussion in one language, with the topics that a reader of it would look up.
public struct ComposedTopics: Sendable {
    /// The languages that there is a discussion in.
    public enum Language: String, CaseIterable, Sendable {
        case english, german, korean, spanish, ukrainian
    }

    /// How many topics are judged.
    public static let depth = 20

    /// The discussion, as an event of one talk.
    public let event: Corpus.EventRecord
    /// The forms of the topics, in lower case.
    private let forms: Set<String>
    /// What no topic may be: the words of the speakers' labels, in lower case.
    private let labels: Set<String>

    /// Reads the discussion in a language.
    ///
    /// The first lines give the topics, each after a plus sign, its forms parted by bars; every other line is a turn.
    public init(_ language: Language) throws {
        guard let folder = Bundle.module.resourceURL else { throw CocoaError(.fileNoSuchFile) }
        let file = folder.appending(path: "Texts/\(language.rawValue).txt")
        var forms: Set<String> = []
        var turns: [(label: String, text: String)] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("+") {
                for form in line.dropFirst().split(separator: "|") {
                    forms.insert(form.trimmingCharacters(in: .whitespaces).lowercased())
                }
            } else if let colon = line.range(of: ": ") {
                turns.append((String(line[..<colon.lowerBound]), String(line[colon.upperBound...])))
            }
        }
        self.forms = forms
        labels = Set(turns.flatMap { $0.label.lowercased().split(separator: " ").map(String.init) })
        let id = language.rawValue
        let talk = Talk(
            id: .init("\(id)-t1"), kind: .talk, kindLabel: "", ordinal: 1, position: 1, title: nil, participations: [],
            lines: 1...max(1, turns.count),
            passages: turns.enumerated().map { index, turn in
                Passage(
                    id: .init("\(id)-t1.p\(index + 1)"), kind: .paragraph, text: turn.text,
                    voice: Voice(label: turn.label, kind: .person), spans: [])
            })
        event = .init(event: Event(id: .init(id)), sources: [], talks: [(talk: talk, source: .init(id))])
    }

    /// The share of the first topics that a reader would look up.
    public func precision(of topics: [Topic]) -> Double {
        let first = topics.prefix(Self.depth)
        return Double(first.count { isExpected($0) }) / Double(max(1, first.count))
    }

    /// Whether a topic is one that a reader would look up.
    public func isExpected(_ topic: Topic) -> Bool {
        topic.labels.values.contains { forms.contains($0.lowercased()) }
    }

    /// The topics that are words of the speakers' labels.
    public func speakers(among topics: [Topic]) -> [Topic] {
        topics.filter { topic in topic.aliases.contains { labels.contains($0.lowercased()) } }
    }
}
