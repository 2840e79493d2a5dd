import Crypto
import ForumStore
import Foundation
import HTTPTypes

extension Route {
    /// The routes of whole tables, and of the description of all.
    static var exports: [Route] {
        Export.all.map(table) + [
            Route(
                "datapackage", PathTemplate(.literal("v1"), .literal("exports"), .literal("datapackage.json")),
                "The exports' files with their hashes, sizes and row counts, as a Frictionless Data Package.",
                answers: .foreign
            ) { call, store, _ throws(Problem) in
                var package = DataPackage(snapshot: store.snapshot)
                for export in Export.all {
                    for form in Export.Form.allCases {
                        var pieces = export.pieces(form, of: store)
                        try Problem.reading { () throws(StoreError) in while try pieces.next() != nil {} }
                        package.add(pieces.summary)
                    }
                }
                package.add(try corpus(call, store).summary)
                let document = package.document
                return (document, ExportSummary.digest(Array(SHA256.hash(data: document))))
            },
            Route(
                "corpus", PathTemplate(.literal("v1"), .literal("exports"), .literal(Export.corpusName)),
                "Everything as tables of one SQLite file.", offers: .sqlite
            ) { call, store, _ throws(Problem) in try corpus(call, store) },
        ]
    }

    private static func table(_ export: Export) -> Route {
        Route(
            "export-\(export.name)",
            PathTemplate(.literal("v1"), .literal("exports"), .literal(export.name)),
            "All \(export.name) as one file, in the order of the document.", rows: export.item
        ) { call, store, form throws(Problem) in
            let format = Export.Form.allCases.first { $0.mediaType == form } ?? .json
            return try call.configuration.spool.file(
                call.address + " " + form.rawValue, of: store.snapshot
            ) { memory in
                try ExportFile(
                    ExportPieces(
                        export, format, store, isSafe: call.arguments.flag("csv_safe"),
                        hasMark: call.arguments.flag("bom")), memory: memory)
            }
        }
    }

    private static func corpus(_ call: Call, _ store: StoreReader) throws(Problem) -> ExportFile {
        try call.configuration.spool.file(Export.corpusName, of: store.snapshot) { _ in
            try ExportFile(corpusOf: store)
        }
    }
}

extension ExportSummary {
    /// The fields that tell of the file: its hash (RFC 9530 §3) and how many items it holds.
    var fields: HTTPFields {
        var fields = Self.digest(sha256)
        fields[.totalCount] = String(rows)
        return fields
    }

    /// The field that tells the hash of a whole file.
    static func digest(_ sha256: [UInt8]) -> HTTPFields {
        HTTPField.Name("Repr-Digest").map { [$0: "sha-256=:\(Data(sha256).base64EncodedString()):"] } ?? [:]
    }
}
