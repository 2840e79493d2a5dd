import ComposedProceedings
import Foundation
import SeededNumbers
import Transcripts

/// Measures how fast proceedings are read: `TranscriptBench [MB]...`, each kind of lines at each size.
@main
struct TranscriptBench {
    private static let rounds = 3
    private static let bytesOfStatement = 60_000

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let sizes = arguments.compactMap { Int($0) }
        guard sizes.count == arguments.count, sizes.allSatisfy({ (1...200).contains($0) }) else {
            FileHandle.standardError.write(Data("usage: TranscriptBench [MB]..., each from 1 to 200\n".utf8))
            exit(64)
        }
        let megabytes = sizes.isEmpty ? [20, 100] : sizes
        print("| lines | " + megabytes.map { "\($0) MB" }.joined(separator: " | ") + " | aim |")
        print("|---|" + megabytes.map { _ in "---|" }.joined() + "---|")
        for wrap in ComposedLayout.Wrap.allCases {
            for keepsBlanks in [true, false] {
                let name =
                    "broken \(wrap == .atSpaces ? "between" : "inside") words, blanks \(keepsBlanks ? "kept" : "stripped")"
                let speeds = try megabytes.map { try measure($0, wrap, keepsBlanks) }
                print("| \(name) | " + speeds.joined(separator: " | ") + " | 20 MB/s |")
            }
        }
    }

    /// Megabytes a second of processor time, the best of some rounds: what disturbs a round only ever slows it.
    private static func measure(_ megabytes: Int, _ wrap: ComposedLayout.Wrap, _ keepsBlanks: Bool) throws -> String {
        let bytes = text(megabytes * 1_000_000, wrap, keepsBlanks)
        var best = Double.infinity
        var passages = 0
        for _ in 0..<rounds {
            let start = clock()
            let parsed = try TranscriptParser().parse(bytes, event: "bench")
            best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
            passages = parsed.talks.reduce(0) { $0 + $1.passages.count }
        }
        return String(format: "%.1f MB/s, %d passages", Double(bytes.count) / 1e6 / best, passages)
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
