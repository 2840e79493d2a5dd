import ArgumentParser
import ForumStore
import Proceedings

/// `rostrum search`: the passages that say what is sought, without a server.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Search the passages, without a server.",
        discussion: "Words must all be found; \"a phrase\" is meant as it stands; -word leaves passages out.")

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("How many passages to show at most.", valueName: "count"))
    var limit = 10

    @Argument(help: ArgumentHelp("What is sought.", valueName: "query"))
    var query: [String]

    func run() throws {
        let query = query.joined(separator: " ")
        if let refusal = StoreReader.refusal(of: query) {
            throw CommandFailure(status: .usage, message: refusal.sentence)
        }
        let reader = try Listing(options).reader
        var lines: [String] = []
        let result: SearchResult
        do throws(StoreError) {
            result = try reader.search(SearchRequest(query, limit: max(0, limit))) { row, hit throws(StoreError) in
                let title = row.talk.title.optionalString ?? row.talk.kindLabel.string
                let speaker = row.panelist.name.optionalString.map { "\($0), " } ?? ""
                lines += ["\(row.id.string)  \(speaker)\(title)", "    \(hit.snippet)"]
            }
        } catch {
            throw CommandFailure(error)
        }
        if let meant = result.didYouMean { Terminal.print("nothing says \(query); searched for \(meant)") }
        lines.forEach(Terminal.print)
        Terminal.print("\(result.total) \(result.total == 1 ? "passage" : "passages")")
    }
}

extension SearchRefusal {
    /// What is wrong with the query, in a line.
    fileprivate var sentence: String {
        switch self {
        case .nothingToSeek: "the query holds no letter, digit or syllable that could be sought"
        case .tooLong: "the query has more than \(SearchLimits.queryLength) characters"
        case .tooManyWords: "the query has more than \(SearchLimits.words) words"
        }
    }
}
