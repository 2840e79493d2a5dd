import ComposedProceedings
import Foundation
import Transcripts

/// Measures how proceedings are read.
///
/// - `TranscriptBench [MB]...`: how fast, each kind of lines at each size, and how right turns are on composed documents
/// - `TranscriptBench --turns [FOLDER] [--misses]`: how right turns are, on composed documents or on those of a folder
/// - `TranscriptBench --kinds [MB]...`: how fast, by kind of document and in shapes that nobody prints
/// - `TranscriptBench --compose SEED...`: prints composed documents, for a seed below 0 one without turns
/// - `TranscriptBench --features [FILE GOLD]...`: what the weights of turns are fitted on, in columns parted by tabs
@main
struct TranscriptBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let rest = Array(arguments.dropFirst())
        switch arguments.first {
        case "--turns":
            let folder = rest.first { !$0.hasPrefix("-") }
            try TurnReport(folder: folder, showsMisses: rest.contains("--misses")).write()
        case "--compose":
            let seeds = rest.compactMap { Int($0) }
            for seed in seeds {
                let document = seed < 0 ? ComposedTurns(temptation: UInt64(-seed)) : ComposedTurns(seed: UInt64(seed))
                print(document.text, terminator: "")
            }
        case "--features": try FeatureTable(files: rest).write()
        case "--kinds": try KindReport(megabytes: sizes(rest, else: [1, 4])).write()
        default:
            try SpeedReport(megabytes: sizes(arguments, else: [20, 100])).write()
            try KindReport(megabytes: [1, 4]).write()
            try TurnReport(folder: nil, showsMisses: false).write()
        }
    }

    private static func sizes(_ arguments: [String], else usual: [Int]) -> [Int] {
        let sizes = arguments.compactMap { Int($0) }
        guard sizes.count == arguments.count, sizes.allSatisfy({ (1...200).contains($0) }) else {
            FileHandle.standardError.write(
                Data(
                    "usage: TranscriptBench [--kinds] [MB]... (each from 1 to 200) | --turns [FOLDER] [--misses] | --features [FILE GOLD]...\n"
                        .utf8))
            exit(64)
        }
        return sizes.isEmpty ? usual : sizes
    }

    /// The processor time of a reading in seconds, the best of some rounds: what disturbs a round only ever slows it.
    static func seconds(_ bytes: [UInt8], rounds: Int) -> (seconds: Double, parsed: ParsedTranscript?) {
        var best = Double.infinity
        var parsed: ParsedTranscript?
        for _ in 0..<rounds {
            let start = clock()
            parsed = try? TranscriptParser().parse(bytes, event: "bench")
            best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
        }
        return (best, parsed)
    }
}
