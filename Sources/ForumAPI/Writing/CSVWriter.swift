/// Writes rows of items as CSV (RFC 4180): a header line, lines that end in CR LF, quotes only where they are needed.
///
/// A column is the dotted path of a value. Where the path leads through an array, the values are joined by `; `; an absent
/// value is empty.
struct CSVWriter {
    /// The columns.
    let columns: [String]
    /// Whether a value that a spreadsheet would take for a formula is kept from it by an apostrophe.
    var isSafe = false

    private(set) var bytes: [UInt8] = []
    private let paths: [[String]]

    /// Makes a table of its header alone.
    ///
    /// - Parameters:
    ///   - columns: The columns.
    ///   - isSafe: Whether formulas are disarmed.
    ///   - hasMark: Whether the text begins with a byte order mark, by which Excel knows UTF-8.
    init(columns: [String], isSafe: Bool = false, hasMark: Bool = false) {
        self.columns = columns
        self.isSafe = isSafe
        paths = columns.map { $0.split(separator: ".").map(String.init) }
        if hasMark { bytes = [0xEF, 0xBB, 0xBF] }
        line(columns.map(Self.heading))
    }

    /// What a column's head says: its path, but for what is a pair of columns of its own in every table (`voice_label`, `voice_kind`).
    static func heading(_ column: String) -> String {
        column.hasPrefix("voice.") ? column.replacing(".", with: "_") : column
    }

    /// Takes the bytes written since the last time.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Appends an item's row.
    mutating func row(_ item: JSONTree) {
        line(
            paths.map { path in
                let text = Self.values(item, path[...]).joined(separator: "; ")
                return isSafe && Self.isFormula(text) ? "'" + text : text
            })
    }

    private mutating func line(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
            if needsQuotes { bytes.append(0x22) }
            for byte in field.utf8 {
                if byte == 0x22 { bytes.append(byte) }
                bytes.append(byte)
            }
            if needsQuotes { bytes.append(0x22) }
        }
        bytes += [0x0D, 0x0A]
    }

    /// Whether a spreadsheet would take the text for a formula.
    private static func isFormula(_ text: String) -> Bool {
        text.utf8.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } == true
    }

    private static func values(_ tree: JSONTree, _ path: ArraySlice<String>) -> [String] {
        switch tree {
        case .array(let elements): elements.flatMap { values($0, path) }
        case .object(let members):
            if let name = path.first {
                members.first { $0.name == name }.map { values($0.value, path.dropFirst()) } ?? []
            } else {
                // An object whose names are data.
                members.map { "\($0.name): \($0.value.text ?? "")" }
            }
        case .scalar: tree.text.map { [$0] } ?? []
        }
    }
}
