import Foundation
import KoreanText
import SeededNumbers
import Testing

@testable import ForumStore

/// What always holds: every passage that contains a query as it stands, after normalisation, is found.
@Suite("Whatever holds the query is found")
struct SearchPropertyTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("in made-up texts of every kind of character", arguments: 1...6)
    func made(seed: UInt64) throws {
        var random = Seeded(seed)
        let pieces = [
            "딥시크", "모델을", "법", "은", "中國", "이", "GPT-4", "GPT4o는", "R1", "C++", "c#", "2,000억", "10%p", "3.6", "node.js",
            "AI･SW",
            "models", "2025년", "日本語", "ㅋㅋㅋ", "é", "ﬁn", "①", "(주)", "A", "7", "—", "오픈 소스", "스모", "１２", "x2y", "😀", "큰",
            "가",
        ]
        let texts = (0..<40).map { _ in
            (0..<Int.random(in: 1...9, using: &random))
                .map { _ in (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "") }
                .joined()
        }
        try check(texts, queries: 120, seed: seed)
    }

    /// The lines of some transcripts that may lie beside the package.
    private static let published: [String] = {
        let shared = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
        let meeting = "corpora/pyconkr/2018-12-meet-up"
        let talks = (try? FileManager.default.contentsOfDirectory(atPath: shared.appending(path: meeting).path)) ?? []
        let paths = ["transcripts/deepseek.txt"] + talks.sorted().prefix(2).map { "\(meeting)/\($0)" }
        return paths.compactMap { try? Data(contentsOf: shared.appending(path: $0)) }.flatMap { bytes in
            TextForm.composed(String(decoding: bytes, as: UTF8.self)).split(whereSeparator: \.isNewline)
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
    }()

    @Test(
        "in the transcripts beside the package",
        .enabled(if: !SearchPropertyTests.published.isEmpty, "there are no transcripts beside the package"),
        arguments: [1, 2])
    func real(seed: UInt64) throws {
        try check(Self.published, queries: 250, seed: seed)
    }

    /// Takes stretches out of texts, writes them otherwise, and seeks them.
    private func check(_ texts: [String], queries: Int, seed: UInt64) throws {
        var random = Seeded(seed)
        try StoreBuilder(path: folder.store).build(from: SearchCorpus.make(texts))
        let reader = try StoreReader(path: folder.store)
        let normal = texts.map(Self.normal)
        var (asked, tried) = (0, 0)
        while asked < queries, tried < queries * 20 {
            tried += 1
            let scalars = Array((texts.randomElement(using: &random) ?? "").unicodeScalars)
            guard scalars.count > 1 else { continue }
            let start = Int.random(in: 0..<scalars.count - 1, using: &random)
            let stretch = scalars[start...].prefix(Int.random(in: 2...16, using: &random))
            let query = Self.spelt(SearchText.string(stretch), Int.random(in: 0..<5, using: &random))
            let words = SearchWords(query)
            let wanted = Self.normal(query)
            // Marks that mean something, and one letter or digit alone, which is a word and never a part of one.
            guard words.excluded.isEmpty, words.wanted.allSatisfy({ !$0.isQuoted }), wanted.count > 1,
                StoreReader.refusal(of: query) == nil
            else { continue }
            asked += 1
            var found: Set<Int> = []
            _ = try reader.search(SearchRequest(query, limit: .max)) { row, _ in
                if let number = Int(row.id.string.split(separator: "p").last ?? "") { found.insert(number - 1) }
            }
            for (index, text) in normal.enumerated() where Self.holds(text, wanted) {
                #expect(found.contains(index), "seed \(seed): '\(query)' stands in '\(texts[index])'")
            }
        }
        #expect(asked == queries, "seed \(seed): only \(asked) of \(tried) stretches are queries")
    }

    /// The same query as others would type it.
    private static func spelt(_ query: String, _ way: Int) -> String {
        switch way {
        case 0: query.decomposedStringWithCanonicalMapping
        case 1: query.uppercased()
        case 2: "  " + query.replacing(" ", with: " \u{3000}") + "\t"
        case 3: query.replacing(" ", with: "\u{A0}") + "\u{200B}"
        default: query
        }
    }

    /// The folded characters, with one space for all that stands between.
    private static func normal(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        for unit in SearchText(text).units {
            if unit.kind != .gap { result.append(unit.scalar) } else if result.last != " " { result.append(" ") }
        }
        while result.last == " " { result.removeLast() }
        return Array(result.drop { $0 == " " })
    }

    private static func holds(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
        text.count >= part.count
            && (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }
}
