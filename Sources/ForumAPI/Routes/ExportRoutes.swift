import Bytes
import Digests
import ForumStore
import Foundation
import HTTPTypes

extension Route {
    /// The routes of whole tables, and of the description of all.
    static var exports: [Route] {
        [exportFiles] + Export.all.map(table) + [
            Route(
                "datapackage", "/v1/exports/datapackage.json",
                "The exports' files with their hashes, sizes and row counts, as a Frictionless Data Package.",
                answers: .foreign
            ) { call, store, _ throws(Problem) in
                let document = try package(call, store).document
                return (document, ExportSummary.digest(SHA256.hash(document)))
            },
            Route(
                "corpus", "/v1/exports/\(Export.corpusName)",
                "Everything as tables of one SQLite file.", offers: .sqlite
            ) { call, store, _ throws(Problem) in try corpus(call, store) },
        ]
    }

    /// The list of the files; their hashes are those of what the store gives, so that it is asked for all of it once.
    private static var exportFiles: Route {
        Route(
            "exports", "/v1/exports",
            "The files that everything comes as, with their hashes, sizes and row counts.",
            answers: .list(of: .named(.exportFile)), parameters: Parameter.paging()
        ) { call, store, writer throws(Problem) in
            let package = try package(call, store)
            let page = try Page(call, snapshot: store.snapshot)
            let files = (package.files + [package.summary])
            let shown = files.dropFirst(page.offset).prefix(page.limit)
            writer.object { writer in
                writer.array("data") { writer in
                    for file in shown { writer.exportFile(file) }
                }
                page.write(count: shown.count, of: files.count, to: &writer)
            }
        }
    }

    /// The description of all files, made once for a snapshot.
    private static func package(_ call: Call, _ store: StoreReader) throws(Problem) -> DataPackage {
        try call.configuration.spool.package(of: store.snapshot) { () throws(Problem) in
            var package = DataPackage(snapshot: store.snapshot)
            for export in Export.all {
                for form in Export.Form.allCases {
                    var pieces = export.pieces(form, of: store)
                    try Problem.reading { () throws(StoreError) in while try pieces.next() != nil {} }
                    package.add(pieces.summary)
                }
            }
            package.add(try corpus(call, store).summary)
            return package
        }
    }

    private static func table(_ export: Export) -> Route {
        Route(
            "export-\(export.name)",
            "/v1/exports/\(export.name)",
            "All \(export.name) as one file, in the order of the document\(export.parameters.isEmpty ? "" : ", or those that filters keep").",
            rows: export.item, parameters: export.parameters
        ) { call, store, form throws(Problem) in
            guard let format = Export.Form.allCases.first(where: { $0.mediaType == form }) else {
                preconditionFailure("no export is offered as \(form.rawValue)")
            }
            return try call.configuration.spool.file(
                call.address + " " + form.rawValue, of: store.snapshot
            ) { memory in
                try ExportFile(ExportPieces(export, format, store, as: call.arguments), memory: memory)
            }
        }
    }

    private static func corpus(_ call: Call, _ store: StoreReader) throws(Problem) -> ExportFile {
        try call.configuration.spool.file(Export.corpusName, of: store.snapshot) { _ in
            try ExportFile(corpusOf: store)
        }
    }
}

extension JSONWriter {
    /// Writes an export's file, as an entry of their list.
    fileprivate mutating func exportFile(_ file: ExportSummary) {
        object { writer in
            writer.member("id", file.fileName)
            writer.member("type", "export")
            writer.member("url", "/v1/exports/" + PercentEncoding.encode(file.fileName))
            writer.member("name", file.fileName)
            writer.member("format", file.format)
            writer.member("media_type", file.mediaType.rawValue)
            writer.member("bytes", file.bytes)
            writer.member("sha256", file.sha256.hexadecimal)
            writer.member("rows", file.fileName == DataPackage.fileName ? nil : file.rows)
        }
    }
}
