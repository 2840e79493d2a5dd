import ComposedProceedings
import Foundation
import Synchronization
import Transcripts

/// Prints what is measured of forms and labels beside whether they are turns', to fit weights on.
///
/// The columns: document, F for a form or L for a label, its words, how many lines, how many of them begin turns, what a hard rule has
/// against it, whether it was read, its lines, and every feature as `name=value`.
struct FeatureTable {
    /// Documents with their gold in JSON, in turn.
    let files: [String]

    /// Seeds of the composed documents, none of which a test reads.
    static let seeds: ClosedRange<UInt64> = 10_001...10_600

    func write() throws {
        guard !files.isEmpty else {
            for seed in Self.seeds {
                for document in [ComposedTurns(seed: seed), ComposedTurns(temptation: seed)] {
                    write("\(seed) \(document.name)", [UInt8](document.text.utf8), Set(document.turns.map(\.line)))
                }
            }
            return
        }
        for place in stride(from: 0, to: files.count - 1, by: 2) {
            let gold = try GoldTurns(path: files[place + 1])
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: files[place])))
            write(files[place], bytes, Set(gold.turns.map(\.line)))
        }
    }

    private func write(_ name: String, _ bytes: [UInt8], _ turns: Set<Int>) {
        // A document may be learned twice, the second time with the people of its heads.
        let last = Mutex<[TurnFitting.Row]>([])
        TurnFitting.$observer.withValue({ rows in last.withLock { $0 = rows } }) {
            _ = try? TranscriptParser().parse(bytes, event: "bench")
        }
        for row in last.withLock({ $0 }) {
            let begun = row.rows.count { turns.contains($0 + 1) }
            let features = row.features.map { "\($0.name)=\(($0.value * 10_000).rounded() / 10_000)" }
            let columns = [
                name, row.isForm ? "F" : "L", row.name.replacing("\t", with: " "), "\(row.rows.count)", "\(begun)",
                row.reason,
                row.isRead ? "1" : "0", row.rows.map { "\($0 + 1)" }.joined(separator: ","),
            ]
            print((columns + features).joined(separator: "\t"))
        }
    }
}
