import ForumStore
import Foundation

/// A quotation, true or altered, with what is to be said of it.
public struct JudgedQuotation {
    /// What is to be said.
    public let result: String
    /// The causes that are right, any of which is enough; none where it is true to the letter or found nowhere.
    public let kinds: Set<String>
    /// How grave the cause is.
    public let severity: String?
    /// What is quoted.
    public let text: String

    /// The sets, by the text that they are of: `forum` is that of Data/, the others stand in ``texts``.
    public static let sets = ["forum", "hearing", "lecture", "assembly", "council", "seminar"]

    /// The folder of the texts that are not in Data/, laid out as that is.
    public static var texts: String { path("Texts") }

    /// Reads a set.
    public static func read(_ name: String) throws -> [JudgedQuotation] {
        try String(contentsOfFile: path("Judgements/\(name).tsv"), encoding: .utf8)
            .split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { line in
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard columns.count == 4 else { throw CocoaError(.fileReadCorruptFile) }
                return JudgedQuotation(
                    result: columns[0], kinds: Set(columns[1].split(separator: "|").map(String.init)),
                    severity: columns[2].isEmpty ? nil : columns[2], text: columns[3])
            }
    }

    private static func path(_ name: String) -> String {
        (Bundle.module.resourceURL ?? URL(filePath: ".")).appending(path: name).path
    }
}

/// What a store says of a judged quotation, beside what it is to say.
public struct QuotationVerdict {
    /// The quotation.
    public let judged: JudgedQuotation
    /// What the store says.
    public let found: Quotation?
    /// What the store says, in a word.
    public let result: String
    /// The gravest causes that the store names.
    public let causes: Set<String>
    /// How grave they are.
    public let severity: String?

    /// Asks a store.
    public init(_ judged: JudgedQuotation, _ reader: StoreReader) throws {
        self.judged = judged
        found = try reader.quotation(judged.text, limit: 20)
        result = found?.result.rawValue ?? "refused"
        let gravest = found?.differences.map(\.severity).max()
        severity = gravest?.rawValue
        causes = Set(found?.differences.filter { $0.severity == gravest }.map(\.kind.rawValue) ?? [])
    }

    /// Whether the word is right.
    public var isRight: Bool { result == judged.result }
    /// Whether a right cause is among the gravest.
    public var isCauseRight: Bool { judged.kinds.isEmpty ? isRight : !judged.kinds.isDisjoint(with: causes) }
    /// Whether it is as grave as it is.
    public var isSeverityRight: Bool { judged.severity.map { $0 == severity } ?? isRight }
    /// Whether a quotation that is none was called a true one.
    public var isFalselyTrue: Bool {
        found?.result.isTrue == true && judged.result != "exact" && judged.result != "normalised"
    }
    /// The group that it is counted in.
    public var group: String { judged.kinds.sorted().first ?? judged.result }
}
