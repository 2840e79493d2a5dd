import ForumStore
import Foundation
import Quotations

/// What is said of one quotation of a draft.
struct AuditVerdict {
    /// The places of a quotation that are shown, in the characters of a table's cell.
    private static let shownCharacters = 40

    let quotation: DraftQuotation
    private let record: QuotationRecord
    private let document: [String: Any]
    /// The result; true words of another than the draft names are misattributed even where nobody known bears the name.
    let result: String

    /// Whether it is a true quotation.
    var isTrue: Bool { result == "exact" || result == "normalised" }

    /// Checks the quotations of a draft.
    static func verdicts(
        _ quotations: [DraftQuotation], _ people: [(name: String, id: String)], _ reader: StoreReader
    ) throws -> [AuditVerdict] {
        let questions = quotations.map { quotation in
            // Several may bear one name: then the words decide.
            let ids = people.filter { $0.name == quotation.speaker }.map(\.id)
            return QuotationChecker.Question(text: quotation.text, panelist: ids.count == 1 ? ids.first : nil)
        }
        let checked = try QuotationChecker(reader: reader).check(questions)
        return zip(quotations, checked).map { quotation, checked in
            let speakers = checked.record.matches.compactMap { $0.panelist?.name }
            let isOfAnother =
                checked.record.isTrue && !checked.record.inner && !speakers.isEmpty
                && quotation.speaker.map { !speakers.contains($0) } ?? false
            return AuditVerdict(
                quotation: quotation, record: checked.record, document: checked.document,
                result: isOfAnother ? "misattributed" : checked.record.result)
        }
    }

    /// The cells of a table.
    func row(_ path: String) -> [String] {
        let causes = record.differences.filter { $0.severity == record.severity }.map(\.kind)
        let words =
            quotation.text.count > Self.shownCharacters
            ? quotation.text.prefix(Self.shownCharacters) + "…" : quotation.text
        return [
            "\(path):\(quotation.line)", result,
            result == "misattributed" && causes.isEmpty ? "speaker" : Self.listed(causes), quotation.speaker ?? "",
            words, record.correct?.citation ?? "",
        ]
    }

    /// A line of JSON: the document of `/v1/quotes` with where the quotation stands and whom the draft names.
    func json(_ path: String) throws -> String {
        var object = document
        object["file"] = path
        object["line"] = quotation.line
        object["speaker"] = quotation.speaker ?? NSNull()
        object["result"] = result
        let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    private static func listed(_ causes: [String]) -> String {
        var seen: [String] = []
        for cause in causes where !seen.contains(cause) { seen.append(cause) }
        return seen.joined(separator: ", ")
    }
}
