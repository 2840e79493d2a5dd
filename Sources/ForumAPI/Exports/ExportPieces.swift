import Digests
import ForumStore

/// An export on its way out.
public struct ExportPieces {
    /// What has gone out so far: whole once ``next()`` has given `nil`.
    public private(set) var summary: ExportSummary

    private let export: Export
    private let form: Export.Form
    private let store: StoreReader
    private let arguments: Arguments?
    private var table: CSVWriter
    private var place: ListPosition?
    private var isBegun = false
    private var isDone = false
    private var digest = SHA256()

    /// Makes an export.
    ///
    /// - Parameter arguments: The checked parameters that choose its items and its form; `nil` gives all of them.
    init(
        _ export: Export, _ form: Export.Form, _ store: StoreReader, as arguments: Arguments? = nil
    ) {
        self.export = export
        self.form = form
        self.store = store
        self.arguments = arguments
        table = CSVWriter(
            columns: export.item.columns, cells: arguments?[.cells] ?? .text, isSafe: arguments?[.csvSafe] ?? false,
            hasMark: arguments?[.bom] ?? false)
        summary = ExportSummary(
            fileName: export.fileName(form), format: form.rawValue, mediaType: form.mediaType,
            columns: form == .csv ? export.item : nil, key: form == .csv ? export.key : [])
    }

    /// The next piece, or `nil` after the last.
    public mutating func next() throws(StoreError) -> [UInt8]? {
        guard !isDone else { return nil }
        var writer = JSONWriter(capacity: 1 << 16)
        var next: ListPosition?
        let place = place
        next = try export.read(store, arguments, place, &writer)
        // No line feed stands within a line: in a string it is escaped.
        let text = writer.finish()
        let lines = text.split(separator: UInt8(ascii: "\n"))
        var piece: [UInt8] = []
        switch form {
        case .csv:
            for line in lines { table.row(JSONTree(line)) }
            piece = table.take()
        case .ndjson: piece = text
        case .json:
            piece.reserveCapacity(text.count + lines.count + 3)
            for (index, line) in lines.enumerated() {
                piece += isBegun || index > 0 ? [UInt8(ascii: ","), UInt8(ascii: "\n")] : [UInt8(ascii: "[")]
                piece += line
            }
            if next == nil { piece += (isBegun || !lines.isEmpty ? "]\n" : "[]\n").utf8 }
        }
        isBegun = true
        isDone = next == nil
        self.place = next
        digest.update(piece)
        summary.rows += lines.count
        summary.bytes += piece.count
        if isDone { summary.sha256 = digest.finalize() }
        return piece
    }
}

/// What an export's file came to.
public struct ExportSummary: Sendable {
    /// The file's name.
    let fileName: String
    /// The form's name.
    let format: String
    /// The media type.
    let mediaType: MediaType
    /// What a row holds, where the file is a table.
    var columns: Schema?
    /// The columns whose values tell a row from every other.
    var key: [String] = []
    /// Whether a reader of data packages sees a table in it: an item a line.
    var isTable: Bool { mediaType == .csv || mediaType == .ndjson }
    /// How many items it holds; of the whole corpus, how many passages.
    public internal(set) var rows = 0
    /// How many bytes it has.
    public internal(set) var bytes = 0
    /// The hash of the bytes; empty until all have gone out.
    public internal(set) var sha256: [UInt8] = []
}
