import ForumData
import ForumStore
import Foundation
import JudgedQuotations
import Testing

@Suite("Judged quotations")
struct JudgedQuotationTests {
    /// The share of verdicts that name a right cause.
    private static let minCauses = 0.95

    @Test("causes are right, and no false quotation is called true", arguments: JudgedQuotation.sets)
    func judged(set: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Data").path
        let folder = DataFolder(path: set == "forum" ? root : JudgedQuotation.texts)
        let corpus = try CorpusReader(folder: folder).read(schemaVersion: StoreSchema.version).corpus
        let path = FileManager.default.temporaryDirectory.appending(path: "judged-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try StoreBuilder(path: path).build(from: corpus)
        let reader = try StoreReader(path: path)
        let verdicts = try JudgedQuotation.read(set).map { try QuotationVerdict($0, reader) }
        #expect(verdicts.filter(\.isFalselyTrue).map(\.judged.text).isEmpty)
        let right = Double(verdicts.count(where: \.isCauseRight)) / Double(verdicts.count)
        #expect(right >= Self.minCauses, "\(verdicts.filter { !$0.isCauseRight }.map(\.judged.text))")
    }
}
