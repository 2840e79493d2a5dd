import Foundation
import KoreanText
import Proceedings

/// Talks as plain text, a file each: a line is a passage, the file's name the title.
struct TalkFolder {
    let path: String

    func event() throws -> Corpus.EventRecord {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        var talks: [Talk] = []
        for name in names.filter({ $0.hasSuffix(".txt") }).sorted() {
            let file = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
            let texts = TextForm.composed(String(decoding: file, as: UTF8.self)).split(whereSeparator: \.isNewline)
                .map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty && !$0.hasPrefix("http") }
            let id = "talks-t\(talks.count + 1)"
            talks.append(
                Talk(
                    id: .init(id), kind: .talk, kindLabel: "", ordinal: talks.count + 1, position: talks.count + 1,
                    title: nil, participations: [], lines: 1...max(1, texts.count),
                    passages: texts.enumerated().map { index, text in
                        Passage(id: .init("\(id).p\(index + 1)"), kind: .paragraph, text: text, spans: [])
                    }))
        }
        return Corpus.EventRecord(
            event: Event(id: "talks"), sources: [], talks: talks.map { (talk: $0, source: "talks") })
    }
}
