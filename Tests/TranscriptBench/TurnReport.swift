import ComposedProceedings
import Foundation
import Transcripts

/// How right turns are, by form, over composed documents or those of a folder: `docs/NAME.EXT` with `gold/NAME.json`.
struct TurnReport {
    let folder: String?
    let showsMisses: Bool

    /// Seeds of the composed documents.
    static let seeds: ClosedRange<UInt64> = 1...400

    func write() throws {
        var scores: [String: TurnScore] = [:]
        for document in try documents() {
            var score = TurnScore()
            let parsed = try? TranscriptParser().parse([UInt8](document.text.utf8), event: "bench")
            score.count(parsed, of: document.composed, in: document.place)
            scores[document.kind, default: TurnScore()].add(score)
        }
        print(
            "| turns of | right | voices right | precision | lines under another's | record's lines under somebody | false per 1,000 lines |"
        )
        print("|---|---|---|---|---|---|---|")
        var all = TurnScore()
        for (kind, score) in scores.sorted(by: { $0.key < $1.key }) {
            write(kind, score)
            all.add(score)
        }
        write("all", all)
        if showsMisses { print(all.misses.joined(separator: "\n")) }
    }

    private func write(_ name: String, _ score: TurnScore) {
        let precision = String(format: "%.3f", score.precision)
        print(
            "| \(name) | \(score.right) of \(score.turns) | \(score.voicesRight) of \(score.voices) | \(precision) | "
                + "\(score.misattributed) of \(score.lines) | \(score.given) of \(score.recordLines) | "
                + String(format: "%.2f (%d lines) |", score.falsePerThousand, score.otherLines))
    }

    private struct Document {
        var kind: String
        var place: String
        var text: String
        var composed: ComposedTurns
    }

    private func documents() throws -> [Document] {
        guard let folder else {
            return Self.seeds.flatMap { seed in
                let turns = ComposedTurns(seed: seed)
                let other = ComposedTurns(temptation: seed)
                return [
                    Document(
                        kind: turns.setting, place: "seed \(seed) (\(turns.name))", text: turns.text, composed: turns),
                    Document(
                        kind: "without turns: \(other.name)", place: "temptation \(seed) (\(other.name))",
                        text: other.text, composed: other),
                ]
            }
        }
        return try FileManager.default.contentsOfDirectory(atPath: "\(folder)/docs").sorted().compactMap { name in
            let stem = name.split(separator: ".").dropLast().joined(separator: ".")
            guard let gold = try? GoldTurns(path: "\(folder)/gold/\(stem).json") else { return nil }
            let text = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/docs/\(name)")), as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            return Document(
                kind: gold.kind, place: name, text: text,
                composed: ComposedTurns(name: name, lines: lines, turns: gold.turns, end: gold.end))
        }
    }
}

/// The turns of a document as a person wrote them down.
struct GoldTurns: Decodable {
    private struct Line: Decodable {
        var line: Int
        var label: String?
        var speaker: String?
    }

    let kind: String
    let turns: [ComposedTurns.Turn]
    let end: Int?

    private enum Key: CodingKey {
        case kind, turns, end
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        kind = try values.decodeIfPresent(String.self, forKey: .kind) ?? "documents"
        end = try values.decodeIfPresent(Int.self, forKey: .end)
        turns = try values.decode([Line].self, forKey: .turns).map { line in
            let who = (line.speaker ?? "").split(separator: "|").map(String.init)
            return ComposedTurns.Turn(
                line: line.line, label: line.label ?? "", who: who.isEmpty ? [""] : who,
                kind: who.isEmpty ? .unknown : .person)
        }
    }

    init(path: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
