import ForumAPI
import ForumStore
import Foundation
import HTTPTypes
import HTTPWire

/// What the interface says of a quotation, as far as the command shows it.
struct QuotationRecord: Decodable {
    struct Difference: Decodable {
        let kind: String
        let severity: String
        let given: String
        let printed: String?
        let drops: [String]
    }

    struct Correction: Decodable {
        let text: String
        let citation: String
    }

    struct Named: Decodable {
        let name: String
    }

    struct Match: Decodable {
        let id: String
        let panelist: Named?
    }

    let text: String
    let result: String
    let severity: String?
    let inner: Bool
    let differences: [Difference]
    let correct: Correction?
    let matches: [Match]

    /// Whether it is a true quotation.
    var isTrue: Bool { result == "exact" || result == "normalised" }

    /// The lines that tell a person.
    var lines: [String] {
        var lines = [severity.map { "\(result) (\($0))" } ?? result]
        if inner { lines[0] += ", words that the speaker quotes" }
        for difference in differences {
            let drops = difference.drops.isEmpty ? "" : "; it holds: \(difference.drops.joined(separator: ", "))"
            lines.append("  \(difference.kind): “\(difference.given)” for “\(difference.printed ?? "")”\(drops)")
        }
        if let correct {
            lines.append("  printed: \(correct.text)")
            lines.append("  \(correct.citation)")
        }
        return lines
    }
}

/// Asks the interface about quotations, without a server.
struct QuotationChecker {
    /// A quotation, and whose it is to be.
    struct Question: Encodable {
        var text: String
        var panelist: String?
        var talk: String?
        var event: String?
    }

    /// How many are asked together.
    private static let batch = 100

    let reader: StoreReader

    /// What the interface says, each document as it is and as it is shown.
    func check(_ questions: [Question]) throws -> [(document: [String: Any], record: QuotationRecord)] {
        var checked: [(document: [String: Any], record: QuotationRecord)] = []
        var start = 0
        while start < questions.count {
            let part = Array(questions[start..<min(start + Self.batch, questions.count)])
            let body = try JSONEncoder().encode(["quotations": part])
            let response = ForumAPI(configuration: .init(version: Rostrum.version, budget: .unlimited)).respond(
                to: Request(
                    method: .post, path: "/v1/quotes", fields: [.contentType: "application/json"], body: [UInt8](body)),
                reading: reader)
            let object = try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any]
            guard response.status == .ok, let documents = object?["data"] as? [[String: Any]] else {
                throw CommandFailure(
                    status: .usage, message: object?["detail"] as? String ?? "the quotations cannot be checked")
            }
            for document in documents {
                let data = try JSONSerialization.data(withJSONObject: document)
                checked.append((document, try JSONDecoder().decode(QuotationRecord.self, from: data)))
            }
            start += Self.batch
        }
        return checked
    }
}
