import ForumData
import ForumStore
import Foundation
import JudgedQuotations
import Proceedings

/// Asks judged quotations, true and altered, of the store, and prints how often the verdict, its cause and its severity are right.
struct QuotationReport {
    /// The folder of the forum.
    let data: String

    func run() throws {
        let forum = try reader(data)
        let texts = try reader(JudgedQuotation.texts)
        for name in JudgedQuotation.sets { try report(name, name == "forum" ? forum : texts) }
    }

    private func reader(_ folder: String) throws -> StoreReader {
        let corpus = try CorpusReader(folder: DataFolder(path: folder)).read(schemaVersion: StoreSchema.version).corpus
        let store = FileManager.default.temporaryDirectory.appending(path: "rostrum-bench-\(UUID().uuidString).sqlite")
        try StoreBuilder(path: store.path).build(from: corpus)
        defer { try? FileManager.default.removeItem(at: store) }
        return try StoreReader(path: store.path)
    }

    private func report(_ name: String, _ reader: StoreReader) throws {
        let verdicts = try JudgedQuotation.read(name).map { try QuotationVerdict($0, reader) }
        print("\nquotations of \(name)\n")
        print("| cause | | result right | cause right | severity right |")
        print("|---|---|---|---|---|")
        var groups: [String] = []
        for verdict in verdicts where !groups.contains(verdict.group) { groups.append(verdict.group) }
        for group in groups { line(group, verdicts.filter { $0.group == group }) }
        line("all", verdicts)
        print("\nfalse quotations called true: \(verdicts.count(where: \.isFalselyTrue))")
        for verdict in verdicts where !(verdict.isRight && verdict.isCauseRight && verdict.isSeverityRight) {
            explain(verdict)
        }
    }

    private func line(_ group: String, _ verdicts: [QuotationVerdict]) {
        let right = [\QuotationVerdict.isRight, \.isCauseRight, \.isSeverityRight].map { path in
            String(verdicts.count { $0[keyPath: path] })
        }
        print("| \(group) | \(verdicts.count) | \(right.joined(separator: " | ")) |")
    }

    /// Says what was wrong, on standard error, for whoever works on the rules.
    private func explain(_ verdict: QuotationVerdict) {
        let judged = verdict.judged
        let differences = verdict.found?.differences.map { difference in
            let given = (judged.text as NSString).substring(
                with: NSRange(location: difference.given.lowerBound, length: difference.given.count))
            return
                "\(difference.kind.rawValue)/\(difference.severity.rawValue) [\(given)] for [\(difference.printed?.text ?? "")]"
        }
        let wanted = "\(judged.result) \(judged.kinds.sorted().joined(separator: "|")) \(judged.severity ?? "")"
        let text =
            "\(judged.text)\n  wanted \(wanted), said \(verdict.result): \((differences ?? []).joined(separator: "; "))\n"
        FileHandle.standardError.write(Data(text.utf8))
    }
}
