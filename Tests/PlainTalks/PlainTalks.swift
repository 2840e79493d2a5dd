import Foundation
import KoreanText

/// Talks as plain text in folders, a file each: a line is a passage, the file's name the title.
public enum PlainTalks {
    /// One file.
    public struct Talk {
        /// The file's name without its ending.
        public let title: String
        /// The lines in NFC, without those that are blank or an address.
        public let passages: [String]
    }

    /// Reads the files of some folders, one folder after another, each in the order of its files' names; what has no passage is
    /// left out.
    public static func read(_ paths: [String]) throws -> [Talk] {
        try paths.flatMap { path in
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            return try names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
                let file = URL(filePath: path).appending(path: name)
                let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
                let passages = TextForm.composed(text).split(whereSeparator: \.isNewline)
                    .map { $0.trimmingCharacters(in: .whitespaces) }
                    .filter { !$0.isEmpty && !$0.hasPrefix("http") }
                return Talk(title: file.deletingPathExtension().lastPathComponent, passages: passages)
            }
        }.filter { !$0.passages.isEmpty }
    }
}
