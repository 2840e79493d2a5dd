import Foundation
import HTTPTypes

extension ExportSummary {
    /// The fields that tell of the file: its hash (RFC 9530 §3) and how many items it holds.
    var fields: HTTPFields {
        var fields = Self.digest(sha256)
        fields[.totalCount] = String(rows)
        return fields
    }

    /// The field that tells the hash of a whole file.
    static func digest(_ sha256: [UInt8]) -> HTTPFields {
        [.reprDigest: "sha-256=:\(Data(sha256).base64EncodedString()):"]
    }
}
