import Bytes
import Digests
import ForumStore

/// The description of the exported files: a Frictionless Data Package (version 1), with the hash and row count of each.
public struct DataPackage: Sendable {
    /// The name of the description's own file.
    public static let fileName = "datapackage.json"

    private let snapshot: String
    /// The files, in the order in which they were added.
    private(set) var files: [ExportSummary] = []

    /// Makes the description of no files.
    public init(snapshot: String) {
        self.snapshot = snapshot
    }

    /// Adds a file once it is whole.
    public mutating func add(_ file: ExportSummary) {
        files.append(file)
    }

    /// The description's own bytes.
    public var document: [UInt8] {
        var writer = JSONWriter(layout: .indented)
        write(to: &writer)
        return writer.finish()
    }

    /// What its own file comes to.
    var summary: ExportSummary {
        let document = document
        return ExportSummary(
            fileName: Self.fileName, format: "json", mediaType: .json, bytes: document.count,
            sha256: SHA256.hash(document))
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("profile", "data-package")
            writer.member("name", "rostrum")
            writer.member("snapshot", snapshot)
            writer.array("resources") { writer in
                for file in files { Self.resource(file, &writer) }
            }
        }
    }

    private static func resource(_ file: ExportSummary, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", file.fileName)
            writer.member("path", file.fileName)
            writer.member("format", file.format)
            writer.member("mediatype", file.mediaType.rawValue)
            if file.mediaType != .sqlite { writer.member("encoding", "utf-8") }
            writer.member("bytes", file.bytes)
            writer.member("hash", "sha256:" + file.sha256.hexadecimal)
            writer.member("row_count", file.rows)
            // Readers of the standard hold a file to its rows, and count only those of files that they take for tables.
            if file.isTable { writer.member("rows", file.rows) }
            guard let item = file.columns else { return }
            writer.member("profile", "tabular-data-resource")
            writer.object("schema") { writer in
                writer.array("fields") { writer in
                    for column in item.columns {
                        let path = column.split(separator: ".")[...]
                        writer.object { writer in
                            writer.member("name", CSVWriter.heading(column))
                            writer.member("type", item.columnType(path))
                            writer.member("description", item.columnSummary(path))
                        }
                    }
                }
                writer.array("missingValues", [""])
                if !file.key.isEmpty { writer.array("primaryKey", file.key) }
                Self.references(of: item, &writer)
            }
        }
    }

    /// The columns that hold identifiers of rows of another table, one each.
    private static func references(of item: Schema, _ writer: inout JSONWriter) {
        let references = item.columns.compactMap { column -> (column: String, table: String)? in
            let path = column.split(separator: ".")
            guard path.count == 2, path[1] == "id", let table = Self.tables[String(path[0])],
                !item.isRepeated(path[...])
            else { return nil }
            return (column, table)
        }
        guard !references.isEmpty else { return }
        writer.array("foreignKeys") { writer in
            for reference in references {
                writer.object { writer in
                    writer.member("fields", reference.column)
                    writer.object("reference") { writer in
                        writer.member("resource", reference.table + ".csv")
                        writer.member("fields", "id")
                    }
                }
            }
        }
    }

    /// The table whose rows a member names.
    private static let tables = [
        "event": "events", "talk": "talks", "panelist": "panelists", "topic": "topics", "broader": "topics",
        "passage": "passages", "previous": "passages", "next": "passages", "source": "sources",
    ]
}

extension Export.Form {
    /// The media type of such a file.
    var mediaType: MediaType {
        switch self {
        case .json: .json
        case .ndjson: .ndjson
        case .csv: .csv
        }
    }
}
