import Foundation

/// Measures the search: `SearchBench speed [PASSAGES]` or `SearchBench relevance DATA [TALKS]`.
@main
struct SearchBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.dropFirst().first) {
        case ("speed", let passages): try SpeedReport(passages: passages.flatMap { Int($0) } ?? 100_000).run()
        case ("relevance", let data?): try RelevanceReport(data: data, talks: arguments.dropFirst(2).first).run()
        default:
            FileHandle.standardError.write(Data("usage: SearchBench speed [PASSAGES] | relevance DATA [TALKS]\n".utf8))
            exit(64)
        }
    }
}
