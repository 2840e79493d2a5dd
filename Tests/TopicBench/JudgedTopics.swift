import Foundation

/// What a person said of derived topics: whether a reader of the texts would take each for a subject of theirs.
struct JudgedTopics {
    private var verdicts: [String: [String: Bool]] = [:]

    /// Reads the judgements: set, identifier, `yes` or `no`.
    init() throws {
        let folder = Bundle.module.resourceURL?.appending(path: "Judgements")
        guard let file = folder?.appending(path: "derived.tsv") else { throw CocoaError(.fileNoSuchFile) }
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t").map(String.init)
            guard columns.count == 3, ["yes", "no"].contains(columns[2]) else {
                throw CocoaError(.fileReadCorruptFile)
            }
            verdicts[columns[0], default: [:]][columns[1]] = columns[2] == "yes"
        }
    }

    /// Whether a topic of a set is one, or `nil` where nobody said.
    func verdict(_ set: String, _ topic: String) -> Bool? { verdicts[set]?[topic] }
}
