import Proceedings
import Testing

@testable import Transcripts

@Suite("Tables of words")
struct WordTableTests {
    /// A file of words with three columns.
    struct File: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        let kinds: [String]

        var testDescription: String { name }
    }

    static let files = [
        File(name: "dates", bytes: PackageResources.dates_tsv, kinds: DateWords.Kind.allCases.map(\.rawValue)),
        File(name: "events", bytes: PackageResources.events_tsv, kinds: EventWords.Kind.allCases.map(\.rawValue)),
        File(name: "fields", bytes: PackageResources.fields_tsv, kinds: FieldWords.Kind.allCases.map(\.rawValue)),
        File(name: "hyphens", bytes: PackageResources.hyphens_tsv, kinds: HyphenWords.Kind.allCases.map(\.rawValue)),
        File(name: "offices", bytes: PackageResources.offices_tsv, kinds: OfficeWords.Kind.allCases.map(\.rawValue)),
        File(
            name: "organizations", bytes: PackageResources.organizations_tsv,
            kinds: OrganizationWords.Kind.allCases.map(\.rawValue)),
        File(name: "pages", bytes: PackageResources.pages_tsv, kinds: PageWords.Kind.allCases.map(\.rawValue)),
        File(name: "records", bytes: PackageResources.records_tsv, kinds: RecordWords.Kind.allCases.map(\.rawValue)),
        File(
            name: "sentences", bytes: PackageResources.sentences_tsv, kinds: SentenceWords.Kind.allCases.map(\.rawValue)
        ),
        File(name: "turns", bytes: PackageResources.turns_tsv, kinds: TurnWords.Kind.allCases.map(\.rawValue)),
    ]

    /// The kinds whose words differ by letter case or the full stop at their end.
    static let exact: Set<String> = ["pagePrefix", "counted", "pageReference"]

    @Test("every line has a known kind, a language and words", arguments: files)
    func lines(_ file: File) {
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.hasPrefix("# ") && text.hasSuffix("\n") && !text.contains("\r"))
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            #expect(columns.count == 3, "\(line)")
            guard columns.count == 3 else { continue }
            #expect(file.kinds.contains(columns[0]), "\(line)")
            #expect(Self.isLanguage(columns[1]), "\(line)")
            let words = columns[2].split(separator: ",", omittingEmptySubsequences: false)
            #expect(words.allSatisfy { !$0.allSatisfy { $0 == " " } }, "\(line)")
        }
    }

    static func isLanguage(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count) && (2...3).contains(parts[0].utf8.count)
            && parts[0].utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }

    @Test("no word stands twice with the same meaning in one language", arguments: files)
    func twice(_ file: File) {
        var seen: Set<String> = []
        for columns in WordLines.columns(file.bytes) where columns.count == 3 && columns[0] != "month" {
            for word in WordLines.words(columns[2]) {
                let folded = Self.exact.contains(columns[0]) ? word : TurnWords.folded(word)
                #expect(
                    seen.insert("\(columns[0]) \(columns[1]) \(folded)").inserted,
                    "\(columns[0]) \(columns[1]): \(word)")
            }
        }
    }

    @Test("every kind has words", arguments: files)
    func kinds(_ file: File) {
        // People and chairs stand in `roles.tsv`; what presides, there too.
        let used = Set(WordLines.columns(file.bytes).compactMap(\.first)).union(["people", "chairs", "presiding"])
        for kind in file.kinds { #expect(used.contains(kind), "\(kind)") }
    }

    @Test("every line of the roles is read, says something, and no word stands in two")
    func roles() {
        let lines = WordLines.columns(PackageResources.roles_tsv)
        let rows = RoleWords.embedded.rows
        #expect(rows.count == lines.count)
        var seen: Set<String> = []
        for row in rows {
            #expect(Self.isLanguage(row.language))
            #expect(
                row.label != nil || row.labelEnd != nil || row.part != nil || row.field != nil || !row.turns.isEmpty)
            #expect(!row.words.isEmpty)
            for word in row.words { #expect(seen.insert("\(row.language) \(word)").inserted, "\(word)") }
        }
    }

    @Test("what the roles say of turns stands nowhere else")
    func onePlace() {
        let roles = Set(
            RoleWords.embedded.rows.flatMap { row in
                row.turns.flatMap { kind in row.words.map { "\(kind) \(row.language) \($0)" } }
            })
        for row in WordTable<TurnWords.Kind>(PackageResources.turns_tsv).rows {
            for word in row.words { #expect(!roles.contains("\(row.kind) \(row.language) \(word)"), "\(word)") }
        }
    }

    @Test("what a table cannot read it leaves out")
    func damaged() {
        let table = WordTable<TurnWords.Kind>(
            Array("# note\nkey\ten\ta,  b  c ,\nnothing\ten\td\nkey\te\nkey\ten\te\tf\n\n".utf8))
        #expect(table[.key] == ["a", "b c"])
        #expect(
            RoleWords(Array("en\tkeynote\t-\t-\t-\ta\nen\tnothing\t-\t-\t-\tb\nen\t-\t-\tkey what\t-\tc\n".utf8)).rows
                .count == 1)
        #expect(WordTable<TurnWords.Kind>([0xFF, 0x09, 0xFF]).rows.isEmpty)
    }
}
