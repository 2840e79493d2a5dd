/// A file of words: in each line a kind, a language (BCP 47) and words parted by commas.
///
/// What is wrong in a file is left out here; `WordTableTests` refuses it.
struct WordTable<Kind: RawRepresentable & Hashable & Sendable>: Sendable where Kind.RawValue == String {
    /// A line of a file.
    struct Row: Sendable {
        let kind: Kind
        let language: String
        let words: [String]
    }

    /// The lines, in the file's order.
    let rows: [Row]

    init(_ bytes: [UInt8]) {
        rows = WordLines.columns(bytes).compactMap { columns in
            guard columns.count == 3, let kind = Kind(rawValue: columns[0]) else { return nil }
            return Row(kind: kind, language: columns[1], words: WordLines.words(columns[2]))
        }
    }

    /// The words of a kind, in the file's order.
    subscript(kind: Kind) -> [String] { rows.filter { $0.kind == kind }.flatMap(\.words) }

    /// The words of a kind in one language.
    subscript(kind: Kind, in language: String) -> [String] {
        rows.filter { $0.kind == kind && $0.language == language }.flatMap(\.words)
    }

    /// The words of a kind in every language but one.
    subscript(kind: Kind, notIn language: String) -> [String] {
        rows.filter { $0.kind == kind && $0.language != language }.flatMap(\.words)
    }

    /// The scalars of which the words of a kind are made.
    func scalars(_ kind: Kind) -> ScalarSet { ScalarSet(self[kind].flatMap(\.unicodeScalars)) }
}

/// The lines of a file of words.
enum WordLines {
    /// The columns of each line that is no remark.
    static func columns(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t").map(String.init) }
    }

    /// The words of a column, white space made single spaces.
    static func words(_ column: String) -> [String] {
        column.split(separator: ",").map { $0.words.joined(separator: " ") }.filter { !$0.isEmpty }
    }
}
