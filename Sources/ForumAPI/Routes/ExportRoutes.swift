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
            ) { _, store, _ throws(Problem) in
                var package = DataPackage(snapshot: store.snapshot)
                for export in Export.all {
                    for form in Export.Form.allCases {
                        var pieces = export.pieces(form, of: store)
                        try Problem.reading { () throws(StoreError) in while try pieces.next() != nil {} }
                        package.add(pieces.summary)
                    }
                }
                return (package.document, [:])
            }
        ]
    }

    private static func table(_ export: Export) -> Route {
        Route(
            "export-\(export.name)",
            PathTemplate(.literal("v1"), .literal("exports"), .literal(export.name)),
            "All \(export.name) as one file, in the order of the document.", rows: export.item
        ) { call, store, form throws(Problem) in
            let form = Export.Form.allCases.first { $0.mediaType == form } ?? .json
            var pieces = ExportPieces(
                export, form, store, isSafe: call.arguments.flag("csv_safe"), hasMark: call.arguments.flag("bom"))
            var body: [UInt8] = []
            try Problem.reading { () throws(StoreError) in
                while let piece = try pieces.next() { body += piece }
            }
            // RFC 9530 §3.
            let digest = "sha-256=:\(Data(pieces.summary.sha256).base64EncodedString()):"
            return (body, [.reprDigest: digest, .totalCount: String(pieces.summary.rows)])
        }
    }
}

extension HTTPField.Name {
    /// The hash of a representation (RFC 9530 §3).
    fileprivate static var reprDigest: Self { Self("Repr-Digest") ?? .totalCount }
}
