import ComposedTopics
import ForumData
import Foundation
import Proceedings
import Topics
import Transcripts

/// Prints for each set of texts how many of its first twenty derived topics are right, and how long they took.
struct PrecisionReport {
    /// How many topics of a set are judged.
    static let depth = 20

    let data: String
    let material: String?

    func run() throws {
        let judged = try JudgedTopics()
        print("| texts | passages | topics | P@\(Self.depth) | not judged | µs a passage |")
        print("|---|---|---|---|---|---|")
        let corpus = try CorpusReader(folder: DataFolder(path: data)).read(schemaVersion: 1).corpus
        for event in corpus.events { report(event.event.id.rawValue, event, judged) }
        try reportComposed()
        guard let material else { return }
        let folder = material + "/transcripts/synthetic"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".txt") {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
            let id = String(name.dropLast(4))
            let parsed = try TranscriptParser().parse(Array(bytes), event: .init(id))
            let event = Corpus.EventRecord(
                event: Event(id: .init(id)), sources: [], talks: parsed.talks.map { ($0, .init(id)) })
            report(id, event, judged)
        }
        for year in ["2018-pyconkr", "2019-pyconkr"] {
            report(year, try .init(plainTalks: "\(material)/corpora/pyconkr/\(year)"), judged)
        }
    }

    /// The composed discussions, whose texts say themselves what is right.
    private func reportComposed() throws {
        for language in ComposedTopics.Language.allCases {
            let composed = try ComposedTopics(language)
            let topics = TopicIndex([composed.event], curated: []).topics
            let wrong = topics.prefix(Self.depth).filter { !composed.isExpected($0) }.map(\.id.rawValue)
            print(
                "| composed, \(language) | \(composed.event.talks.reduce(0) { $0 + $1.talk.passages.count }) | \(topics.count) "
                    + "| \(String(format: "%.2f", composed.precision(of: topics))) | 0 | |")
            FileHandle.standardError.write(
                Data("composed, \(language): wrong: \(wrong.joined(separator: ", "))\n".utf8))
        }
    }

    private func report(_ set: String, _ event: Corpus.EventRecord, _ judged: JudgedTopics) {
        let clock = ContinuousClock()
        var index = TopicIndex([event], curated: [], choices: [event.event.id: true])
        let passages = event.talks.reduce(0) { $0 + $1.talk.passages.count }
        var fastest = Duration.seconds(1000)
        for _ in 0..<5 {
            fastest = min(fastest, clock.measure { index = TopicIndex([event], curated: []) })
        }
        let first = index.topics.prefix(Self.depth).map(\.id.rawValue)
        let verdicts = first.map { judged.verdict(set, $0) }
        let right = verdicts.count { $0 == true }
        let unknown = zip(first, verdicts).filter { $1 == nil }.map(\.0)
        let precision = Double(right) / Double(max(1, first.count))
        let time = fastest / .microseconds(1) / Double(max(1, passages))
        print(
            "| \(set) | \(passages) | \(index.topics.count) | \(String(format: "%.2f", precision)) "
                + "| \(unknown.count) | \(String(format: "%.1f", time)) |")
        if !unknown.isEmpty {
            FileHandle.standardError.write(Data("\(set): not judged: \(unknown.joined(separator: ", "))\n".utf8))
        }
    }
}
