import ArgumentParser
import ForumAPI
import ForumStore
import Foundation

/// `rostrum export`: writes every table as files, the same bytes that the server gives.
struct Exporting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write everything as JSON, NDJSON, CSV and SQLite files with their hashes, or as a static site.",
        discussion: """
            The files are those of /v1/exports/. datapackage.json, which tells their hashes and row counts, is written \
            last: a folder without it is not whole, and the same command makes it so.

            With --site it is the whole interface as files that any web server gives. The folder is written beside its \
            place and put there when it is whole; site.json names what only a server can answer.
            """)

    @OptionGroup var options: StoreOptions

    @OptionGroup var publicURL: PublicURLOption

    @Flag(help: "Write the whole interface as a static site.")
    var site = false

    @Argument(help: "The folder to write to; it is made where there is none.", completion: .directory)
    var folder: String

    func run() throws {
        let reader = try Listing(options).reader
        if site { return try SiteFolder(path: folder, publicURL: publicURL.root).write(reader) }
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
        package.add(try writeCorpus(of: reader, to: folder.appendingPathComponent(Export.corpusName)))
        Terminal.print(Export.corpusName)
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

    /// Writes everything as one database.
    private func writeCorpus(of reader: StoreReader, to file: URL) throws(CommandFailure) -> ExportSummary {
        try Self.writing(file) {
            let corpus = try ExportFile(corpusOf: reader)
            try Data().write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            defer { try? handle.close() }
            try corpus.forEachPiece { try handle.write(contentsOf: $0) }
            return corpus.summary
        }
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
            throw CommandFailure(writing: file.path, error)
        }
    }
}
