/// A table of words: in each line a kind, a language (BCP 47) and words parted by commas.
struct QuotationTable: Sendable {
    private let rows: [(kind: Substring, words: [String])]

    init(_ bytes: [UInt8]) {
        rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
            .compactMap { line in
                let columns = line.split(separator: "\t")
                guard columns.count == 3 else { return nil }
                return (columns[0], columns[2].split(separator: ",").map { Self.trimmed($0) })
            }
    }

    /// The words of a kind.
    func words(_ kind: String) -> Set<String> { Set(list(kind)) }

    /// The words of a kind, the longest first.
    func longestFirst(_ kind: String) -> [String] { Set(list(kind)).sorted { ($1.count, $0) < ($0.count, $1) } }

    /// Of each word that stands with others for the same, the number of its group.
    func groups(_ kind: String) -> [String: Int] {
        var groups: [String: Int] = [:]
        for (number, group) in list(kind).enumerated() {
            for word in group.split(separator: ":") { groups[Self.trimmed(word)] = number }
        }
        return groups
    }

    private func list(_ kind: String) -> [String] { rows.filter { $0.kind == kind }.flatMap(\.words) }

    private static func trimmed(_ word: Substring) -> String { word.split(separator: " ").joined(separator: " ") }
}

/// What is known of words; the tables stand beside this file.
enum QuotationWords {
    private static let negations = QuotationTable(PackageResources.negations_tsv)
    private static let numbers = QuotationTable(PackageResources.numbers_tsv)
    private static let names = QuotationTable(PackageResources.names_tsv)
    private static let forms = QuotationTable(PackageResources.forms_tsv)
    private static let notes = QuotationTable(PackageResources.notes_tsv)

    static let negation = negations.words("word")
    static let negationStems = negations.longestFirst("stem")
    static let negationExceptions = negations.longestFirst("except")
    static let negationEndings = negations.longestFirst("ending")
    static let negationPrefixes = negations.longestFirst("prefix")
    static let negationSuffixes = negations.longestFirst("suffix")
    static let condition = negations.words("condition")
    static let conditionEndings = negations.longestFirst("conditionEnding")
    static let conditionExceptions = negations.words("conditionExcept")
    static let number = numbers.words("number")
    static let weakNumber = numbers.words("weak")
    static let unit = numbers.words("unit")
    static let sameUnit = numbers.groups("same")
    static let name = names.words("name")
    static let nameSuffixes = names.longestFirst("suffix")
    static let title = names.words("title")
    static let common = names.words("common")
    static let particle = forms.words("particle")
    static let particles = forms.longestFirst("particle")
    static let infixes = forms.longestFirst("infix")
    static let endings = forms.longestFirst("ending")
    static let copula = forms.words("copula")
    static let suffixes = forms.words("suffix")
    static let inflected = forms.groups("inflected")
    static let contraction = forms.groups("contraction")
    static let pronoun = forms.words("pronoun")
    static let omission = notes.words("omission")
    static let emphasis = notes.longestFirst("emphasis")
    static let sic = notes.words("sic")
}
