/// The mark of a turn as English hearings print it, with a full stop after it.
///
/// `The CHAIRMAN.`, `Dr. HANLEY.`, `Mr. SMITH of Ohio.`
struct HearingTurn {
    /// The surname, in capitals.
    var surname: String?
    /// The office, where it stands for the name or before it (`CHAIRMAN`, `Senator`).
    var office: String?
    /// The mark as printed.
    var printed: String
    /// What is said on the same line.
    var rest: String

    /// How many words a mark has at most.
    static let mostWords = 7

    private static let addresses: Set<String> = ["Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Mx."]
    private static let offices: Set<String> = [
        "Senator", "Representative", "Chairman", "Chairwoman", "Chair", "Judge", "Justice", "Secretary", "Ambassador",
        "General", "Admiral", "Professor", "Prof.", "Commissioner", "Director", "Governor", "Mayor", "Minister", "Lord",
    ]
    /// The first two letters of what a mark begins with, as one number.
    private static let beginnings = Set(
        addresses.union(offices).union(["The"]).map { $0.utf8.prefix(2).reduce(0) { $0 << 8 | Int($1) } })

    /// Whether a row begins as such a mark does.
    static func mayBegin(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let range = manuscript.rows[row].clean
        guard range.count > 2, (0x41...0x5A).contains(manuscript.clean[range.lowerBound]) else { return false }
        return beginnings.contains(
            Int(manuscript.clean[range.lowerBound]) << 8 | Int(manuscript.clean[range.lowerBound + 1]))
    }

    /// Reads the mark at the start of a clean line.
    init?(_ line: String) {
        guard let first = line.utf8.first, (0x41...0x5A).contains(first) else { return nil }
        let words = line.split(separator: " ", maxSplits: Self.mostWords, omittingEmptySubsequences: true)
        guard words.count >= 2, let opening = words.first.map(String.init) else { return nil }
        let isOffice = Self.offices.contains(opening)
        guard opening == "The" || isOffice || Self.addresses.contains(opening) else { return nil }
        var capitals: [String] = []
        var index = 1
        while index < min(words.count, Self.mostWords), Self.isInCapitals(words[index]) {
            capitals.append(String(words[index]))
            index += 1
            if capitals.last?.last == "." { break }
        }
        guard !capitals.isEmpty else { return nil }
        if capitals.last?.last != "." {
            // `of Ohio.`, of two who have the same surname.
            guard opening != "The", index < words.count, words[index] == "of" else { return nil }
            repeat { index += 1 } while index < min(words.count, Self.mostWords) && words[index - 1].last != "."
            guard words[index - 1].last == "." else { return nil }
        } else {
            capitals[capitals.count - 1].removeLast()
        }
        let name = capitals.joined(separator: " ")
        surname = opening == "The" ? nil : name
        office = opening == "The" ? name : isOffice ? opening : nil
        printed = String(line[..<words[index - 1].endIndex])
        rest = String(line[words[index - 1].endIndex...].drop { $0 == " " })
    }

    /// Whether a word is set in capitals but for a small prefix (`McDONALD`, `O’HARA`).
    private static func isInCapitals(_ word: Substring) -> Bool {
        let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count >= 2 && letters.suffix(2).allSatisfy(\.properties.isUppercase)
            && letters.first.map(\.properties.isUppercase) == true && letters.count { !$0.properties.isUppercase } <= 2
    }
}
