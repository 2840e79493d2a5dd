import Foundation

/// Measures the search: `SearchBench speed [PASSAGES]...` or `SearchBench relevance DATA [TALKS]`.
@main
struct SearchBench {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.dropFirst().first) {
        case ("speed", nil): try SpeedReport(sizes: [100_000]).run()
        case ("speed", _):
            let sizes = arguments.dropFirst().compactMap { Int($0) }
            guard sizes.count == arguments.count - 1, sizes.allSatisfy({ $0 > 0 }) else { usage() }
            try SpeedReport(sizes: sizes).run()
        case ("relevance", let data?): try RelevanceReport(data: data, talks: arguments.dropFirst(2).first).run()
        default: usage()
        }
    }

    private static func usage() -> Never {
        FileHandle.standardError.write(Data("usage: SearchBench speed [PASSAGES]... | relevance DATA [TALKS]\n".utf8))
        exit(64)
    }
}
