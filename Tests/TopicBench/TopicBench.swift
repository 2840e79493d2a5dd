import Foundation

/// Measures derived topics: `TopicBench DATA [MATERIAL]`.
///
/// `DATA` is a data folder, whose vocabulary is left aside. `MATERIAL` is a folder with `transcripts/synthetic/*.txt`, proceedings whose
/// texts are spoken talks, and `corpora/pyconkr`, the talks of two conferences as plain text.
@main
struct TopicBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let data = arguments.first, arguments.count <= 2 else {
            FileHandle.standardError.write(Data("usage: TopicBench DATA [MATERIAL]\n".utf8))
            exit(64)
        }
        try PrecisionReport(data: data, material: arguments.dropFirst().first).run()
    }
}
