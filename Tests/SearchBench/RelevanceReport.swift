import ForumData
import ForumStore
import Foundation
import Proceedings

/// Asks judged queries of the search and of its peers, and prints how well each answers.
struct RelevanceReport {
    /// The folder of the forum.
    let data: String
    /// A folder of plain-text transcripts, or `nil` where there is none.
    let talks: String?

    func run() throws {
        let result = try CorpusReader(folder: DataFolder(path: data)).read(schemaVersion: StoreSchema.version)
        try report("deepseek-1", result.corpus)
        try report("deepseek-2", result.corpus)
        try report("deepseek-3", result.corpus)
        guard let talks else {
            print("\nthe talks are skipped: no folder of them is given")
            return
        }
        for (name, folders) in [
            ("talks-1", ["2018-pyconkr"]), ("talks-2", ["2019-pyconkr"]),
            ("talks-3", ["2018-05-meet-up", "2018-10-meet-up", "2018-12-meet-up"]),
        ] {
            try report(name, Corpus(plainTalks: folders.map { "\(talks)/\($0)" }))
        }
    }

    private func report(_ name: String, _ corpus: Corpus) throws {
        let texts = corpus.passages.map(\.text)
        var uncurated = corpus
        uncurated.topics = []
        uncurated.mentions = []
        let engines: [(name: String, engine: any SearchEngine)] = [
            ("rostrum", try RostrumEngine(corpus)), ("no vocabulary", try RostrumEngine(uncurated)),
            ("unicode61", try PlainEngine(texts, tokenizer: "unicode61")),
            ("trigram", try PlainEngine(texts, tokenizer: "trigram")),
        ]
        var groups: [String] = []
        var results: [String: [Relevance]] = [:]
        for query in try JudgedSet(name).queries {
            let relevant = query.relevant(among: texts)
            guard !relevant.isEmpty else {
                print("nothing is relevant to \(query.text)")
                continue
            }
            if results[query.group] == nil {
                groups.append(query.group)
                results[query.group] = engines.map { _ in Relevance() }
            }
            for (index, engine) in engines.enumerated() {
                let found = try engine.engine.find(query.text)
                results[query.group]?[index].add(found: found, relevant: relevant)
                if index == 0, Set(found) != relevant { explain(query.text, Set(found), relevant, texts) }
            }
        }
        print("\n\(name): \(texts.count) passages\n")
        print("| queries | | precision | recall | F1 | MRR | F1, no vocabulary | F1, unicode61 | F1, trigram |")
        print("|---|---|---|---|---|---|---|---|---|")
        var all = engines.map { _ in Relevance() }
        for group in groups {
            guard let result = results[group] else { continue }
            for index in all.indices { all[index].add(result[index]) }
            line(group, result)
        }
        line("all", all)
        print("\nMRR: " + zip(engines, all).map { "\($0.name) \(decimal($1.reciprocalRank))" }.joined(separator: ", "))
    }

    private func line(_ group: String, _ results: [Relevance]) {
        let own = results[0]
        let figures = [own.precision, own.recall, own.f1, own.reciprocalRank] + results.dropFirst().map(\.f1)
        print("| \(group) | \(own.queries) | \(figures.map(decimal).joined(separator: " | ")) |")
    }

    /// Says what was wrong, on standard error, for whoever works on the rules.
    private func explain(_ query: String, _ found: Set<Int>, _ relevant: Set<Int>, _ texts: [String]) {
        let list = { (places: Set<Int>) in
            places.sorted().prefix(3).map { "  \($0): \(texts[$0].prefix(90))" }.joined(separator: "\n")
        }
        let (missed, wrong) = (relevant.subtracting(found), found.subtracting(relevant))
        let text =
            "\(query): \(missed.count) of \(relevant.count) missed\n\(list(missed))\n"
            + "\(query): \(wrong.count) of \(found.count) wrong\n\(list(wrong))\n"
        FileHandle.standardError.write(Data(text.utf8))
    }

    private func decimal(_ value: Double) -> String { String(format: "%.2f", value) }
}
