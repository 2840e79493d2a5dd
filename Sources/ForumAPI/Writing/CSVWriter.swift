/// Writes rows of items as CSV (RFC 4180): a header line, lines that end in CR LF, quotes only where they are needed.
///
/// A column is the dotted path of a value (``CSVCell``). An absent value is an empty field, an empty text a quoted one.
struct CSVWriter {
    /// The columns.
    let columns: [String]
    /// Whether a value that a spreadsheet would take for a formula is kept from it by an apostrophe.
    let isSafe: Bool
    /// How several values stand in one cell.
    let cells: CellForm

    private(set) var bytes: [UInt8] = []
    private let paths: [[String]]

    /// Makes a table of its header alone.
    ///
    /// - Parameters:
    ///   - columns: The columns.
    ///   - cells: How several values stand in one cell.
    ///   - isSafe: Whether formulas are disarmed.
    ///   - hasMark: Whether the text begins with a byte order mark, by which Excel knows UTF-8.
    init(columns: [String], cells: CellForm = .text, isSafe: Bool = false, hasMark: Bool = false) {
        self.columns = columns
        self.cells = cells
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
                let text = CSVCell(item, at: path[...]).text(cells)
                return isSafe && text.map(Self.isFormula) == true ? text.map { "'" + $0 } : text
            })
    }

    private mutating func line(_ fields: [String?]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            guard let field else { continue }
            let needsQuotes = field.isEmpty || field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
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
}
