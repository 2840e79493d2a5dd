import ComposedProceedings
import Foundation
import SeededNumbers
import Transcripts

/// How fast proceedings are read, by how their lines are broken.
struct SpeedReport {
    let megabytes: [Int]

    private static let rounds = 3
    private static let bytesOfStatement = 60_000

    func write() throws {
        print("| lines | " + megabytes.map { "\($0) MB" }.joined(separator: " | ") + " | aim |")
        print("|---|" + megabytes.map { _ in "---|" }.joined() + "---|")
        for wrap in ComposedLayout.Wrap.allCases {
            for keepsBlanks in [true, false] {
                let name =
                    "broken \(wrap == .atSpaces ? "between" : "inside") words, blanks \(keepsBlanks ? "kept" : "stripped")"
                let speeds = megabytes.map { Self.measure($0, wrap, keepsBlanks) }
                print("| \(name) | " + speeds.joined(separator: " | ") + " | 20 MB/s |")
            }
        }
    }

    private static func measure(_ megabytes: Int, _ wrap: ComposedLayout.Wrap, _ keepsBlanks: Bool) -> String {
        let bytes = text(megabytes * 1_000_000, wrap, keepsBlanks)
        let (seconds, parsed) = TranscriptBench.seconds(bytes, rounds: rounds)
        let passages = parsed?.talks.reduce(0) { $0 + $1.passages.count } ?? 0
        return String(format: "%.1f MB/s, %d passages", Double(bytes.count) / 1e6 / seconds, passages)
    }

    private static func text(_ size: Int, _ wrap: ComposedLayout.Wrap, _ keepsBlanks: Bool) -> [UInt8] {
        var made = MadeSentences(seed: 7)
        var result: [UInt8] = []
        var seed: UInt64 = 1
        // One document of many: a layout is measured once for a whole text, so that all of it has the same.
        var random = Seeded(11)
        let layout = ComposedLayout(wrap, keepsBlanks: keepsBlanks, using: &random)
        while result.count < size {
            let document = ComposedDocument(
                layout, sentences: made.sentences(bytes: bytesOfStatement), statements: 40,
                random: Seeded(seed))
            result += document.text.utf8
            seed += 1
        }
        return result
    }
}
