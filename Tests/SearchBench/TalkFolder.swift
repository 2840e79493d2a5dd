import Foundation
import KoreanText
import Proceedings

/// Talks as plain text, a file each: a line is a passage, the file's name the title.
struct TalkFolder {
    /// The folders, one after another.
    let paths: [String]

    func corpus() throws -> Corpus {
        let files = paths.flatMap { path in
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            return names.filter { $0.hasSuffix(".txt") }.sorted().map { URL(filePath: path).appending(path: $0) }
        }
        var lines: [SourceLine] = []
        var talks: [Talk] = []
        for file in files {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            let texts = TextForm.composed(text).split(whereSeparator: \.isNewline)
                .map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty && !$0.hasPrefix("http") }
            guard !texts.isEmpty else { continue }
            let id = "talks-t\(talks.count + 1)"
            let first = lines.count + 1
            var passages: [Passage] = []
            for (index, text) in texts.enumerated() {
                let number = lines.count + 1
                let passage = Passage(
                    id: .init("\(id).p\(index + 1)"), kind: .paragraph, text: text,
                    spans: [SourceSpan(page: 1, printedPage: nil, lines: number...number)])
                lines.append(
                    SourceLine(
                        number: number, text: text, terminator: "\n", lineClass: .body, talk: .init(id),
                        passage: passage.id, join: .end, page: 1))
                passages.append(passage)
            }
            talks.append(
                Talk(
                    id: .init(id), kind: .talk, kindLabel: "", ordinal: talks.count + 1, position: talks.count + 1,
                    title: file.deletingPathExtension().lastPathComponent, participations: [],
                    lines: first...lines.count,
                    passages: passages))
        }
        let source = Source(
            id: "talks", event: "talks", name: "talks", format: "text", encoding: "UTF-8",
            sha256: String(repeating: "0", count: 64), byteCount: 1, lines: lines)
        return Corpus(
            snapshot: "talks",
            events: [
                .init(
                    event: Event(id: "talks"), sources: [source], talks: talks.map { (talk: $0, source: source.id) })
            ],
            panelists: [], topics: [], mentions: [])
    }
}
