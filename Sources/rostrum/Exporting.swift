import ArgumentParser
import ForumAPI
import ForumStore
import Foundation

/// `rostrum export`: writes every table as files, the same bytes that the server gives.
struct Exporting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write everything as JSON, NDJSON and CSV files, with their hashes.",
        discussion: """
            The files are those of /v1/exports/. datapackage.json, which tells their hashes and row counts, is written \
            last: a folder without it is not whole.
            """)

    @OptionGroup var options: StoreOptions

    @Argument(help: "The folder to write to; it is made where there is none.", completion: .directory)
    var folder: String

    func run() throws {
        let reader = try Listing(options).reader
        let folder = URL(fileURLWithPath: folder, isDirectory: true)
        let description = folder.appendingPathComponent(DataPackage.fileName)
        try Self.writing(folder) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            if FileManager.default.fileExists(atPath: description.path) {
                try FileManager.default.removeItem(at: description)
            }
        }
        var package = DataPackage(snapshot: reader.snapshot)
        for export in Export.all {
            for form in Export.Form.allCases {
                let file = folder.appendingPathComponent(export.fileName(form))
                package.add(try write(export.pieces(form, of: reader), to: file))
            }
            Terminal.print("\(export.name)")
        }
        try Self.writing(description) { try Data(package.document).write(to: description, options: .atomic) }
    }

    /// Writes a file piece by piece.
    private func write(_ pieces: ExportPieces, to file: URL) throws(CommandFailure) -> ExportSummary {
        var pieces = pieces
        let handle = try Self.writing(file) {
            try Data().write(to: file)
            return try FileHandle(forWritingTo: file)
        }
        while let piece = try next(of: &pieces) {
            try Self.writing(file) { try handle.write(contentsOf: piece) }
        }
        try Self.writing(file) { try handle.close() }
        return pieces.summary
    }

    private func next(of pieces: inout ExportPieces) throws(CommandFailure) -> [UInt8]? {
        do throws(StoreError) {
            return try pieces.next()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Says of what the system refuses which file it was.
    private static func writing<Result>(_ file: URL, _ body: () throws -> Result) throws(CommandFailure) -> Result {
        do {
            return try body()
        } catch {
            throw CommandFailure(
                status: .cannotCreate, message: "\(file.path): cannot be written; name another folder")
        }
    }
}
