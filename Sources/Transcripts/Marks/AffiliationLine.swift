import KoreanText
import Proceedings

/// A line that says where a panelist is from and in what office: `고려대학교 정보보호대학원 교수`.
struct AffiliationLine: Hashable {
    /// How surely a line is one, by its words alone.
    enum Likelihood: Int, Comparable {
        case unknown, organization, role

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Where the panelist is from, or `nil` where only an office is printed.
    var affiliation: Affiliation?
    /// The office, or `nil` where only an organization is printed.
    var role: String?

    /// The most words of one.
    static let mostWords = 12

    /// How surely a line is an affiliation with an office, or at least the name of an organization.
    static func likelihood(_ line: String) -> Likelihood {
        let words = line.words.map(String.init)
        guard let last = words.last, let first = words.first, words.count <= mostWords else { return .unknown }
        if isRole(last) || (line.utf8.contains(0x2C) && isEnglishRole(first)) { return .role }
        if let comma = line.utf8.firstIndex(of: 0x2C), let office = line[..<comma].words.last,
            isEnglishRole(String(office))
        {
            return .role
        }
        if isEnglishRole(last) || (isEnglishRole(first) && words.count > 2) { return .role }
        if words.count > 1, couldBeRole(last), words.dropLast().contains(where: isOrganization) { return .role }
        return words.contains(where: isOrganization) ? .organization : .unknown
    }

    /// Reads a line, taking its last word for the office unless that is plainly an organization.
    ///
    /// - Parameter printed: The line in NFC, with single spaces.
    init(_ printed: String) {
        // `산업안보연구원 본부장 / 경제학 박사`: what stands after the bar is a second office.
        if let bar = printed.firstRange(ofBytes: " / "), Self.likelihood(String(printed[bar.upperBound...])) == .role {
            let first = AffiliationLine(String(printed[..<bar.lowerBound]))
            if let office = first.role, var affiliation = first.affiliation {
                affiliation.printed = printed
                self.affiliation = affiliation
                role = office + printed[bar.lowerBound...]
                return
            }
        }
        let words = printed.words.map(String.init)
        if let parts = Self.englishParts(printed) {
            role = parts.role
            affiliation = parts.text.map {
                Affiliation(organization: $0, department: nil, text: $0, printed: printed)
            }
            return
        }
        var count = words.isEmpty ? 0 : 1
        if let last = words.last {
            let isBeside = { Self.couldBeRole(last) && words.dropLast().contains(where: Self.isOrganization) }
            if !Self.isRole(last), words.count == 1 || (Self.isOrganization(last) && !isBeside()) {
                count = 0
            } else if Self.isRole(last) {
                while count < words.count - 1, OfficeWords.qualifiers.contains(words[words.count - 1 - count]) {
                    count += 1
                }
            }
        }
        role = count > 0 ? words.suffix(count).joined(separator: " ") : nil
        let rest = Array(words.dropLast(count))
        guard !rest.isEmpty else {
            affiliation = nil
            return
        }
        let (organization, department) = Self.divided(rest)
        affiliation = Affiliation(
            organization: organization, department: department, text: rest.joined(separator: " "), printed: printed)
    }

    /// Puts an organization and an office together that were printed apart.
    init(organization: String, role: String?, printed: String) {
        let (name, department) = Self.divided(organization.words.map(String.init))
        affiliation = Affiliation(organization: name, department: department, text: organization, printed: printed)
        self.role = role
    }

    /// An office by itself.
    init(role: String) { self.role = role }

    /// Tells an organization from the part of it that the last words name.
    static func divided(_ words: [String]) -> (organization: String, department: String?) {
        var unit = 1
        if let first = words.first, words.count > 1, beginsWithLegalForm(first), !hasName(first) {
            unit = 2
        }
        guard words.count > unit, let last = words.last, isDepartment(last) else {
            return (words.joined(separator: " "), nil)
        }
        return (words.prefix(unit).joined(separator: " "), words.dropFirst(unit).joined(separator: " "))
    }

    private static func beginsWithLegalForm(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first, legalOpenings.contains(first) else { return false }
        return OrganizationWords.legalForms.contains(where: word.hasPrefix)
    }

    /// Whether a legal form already has the name joined to it (`㈜인이지`, `법무법인미래`).
    private static func hasName(_ word: String) -> Bool {
        !OrganizationWords.legalForms.contains(word) && !["법무법인(유한)", "법무법인(유)"].contains(word)
    }

    /// What parts two offices, or an office from what stands in brackets after it.
    private static let officeMarks: ScalarSet = "･·ㆍ/,(&"

    private static let legalOpenings = ScalarSet(OrganizationWords.legalForms.compactMap(\.unicodeScalars.first))

    /// Whole words that are offices.
    static var offices: SuffixSet { OfficeWords.offices }
    /// What words for what people do end in.
    static var openOfficeEnds: ScalarSet { OfficeWords.openEnds }

    /// Whether a word is an office by itself (`교수`, `논설위원･선임기자`, `CEO`).
    static func isRole(_ word: String) -> Bool {
        var last = word
        if word.unicodeScalars.contains(where: officeMarks.contains) {
            let parts = word.unicodeScalars.split(whereSeparator: officeMarks.contains)
            guard let part = parts.last else { return false }
            last = String(part)
        }
        if last.utf8.contains(0x29) { last.unicodeScalars.removeAll { $0 == ")" } }
        guard !last.isEmpty else { return false }
        if OfficeWords.offices.contains(last) || isEnglishOffice(last) { return true }
        if OfficeWords.researchers.match(last, atLeast: 0) {
            return OfficeWords.qualifiers.contains(String(last.unicodeScalars.dropLast(3)))
        }
        return OfficeWords.ends.match(last, atLeast: 1)
    }

    /// Whether a word names an organization or a part of one.
    static func isOrganization(_ word: String) -> Bool {
        OrganizationWords.names.contains(word) || word.utf8.starts(with: "㈜".utf8) || word.utf8.starts(with: "(주)".utf8)
            || OrganizationWords.companySigns.match(word, atLeast: 0) || OrganizationWords.legalWords.contains(word)
            || isPlainOrganization(word)
            || isDepartment(word)
    }

    private static func isPlainOrganization(_ word: String) -> Bool {
        OrganizationWords.ends.match(word, atLeast: 2)
    }

    /// Whether a word names a part of an organization (`정보보호대학원`, `인공지능정책과`).
    static func isDepartment(_ word: String) -> Bool {
        !OrganizationWords.noDepartmentEnds.match(word, atLeast: 0) && OrganizationWords.departmentEnds.matchPart(word)
    }

    /// Whether a word ends as offices do, and names no organization: beside one it is an office, though no list holds it (`조리실무사`).
    static func couldBeRole(_ word: String) -> Bool {
        (2...8).contains(word.unicodeScalars.count) && word.unicodeScalars.allSatisfy(Hangul.isSyllable)
            && word.unicodeScalars.last.map(OfficeWords.openEnds.contains) == true
            && !OfficeWords.noOfficeEnds.match(word, atLeast: 0)
            && (!isPlainOrganization(word) || word.unicodeScalars.last == "원" && word.unicodeScalars.count <= 4)
    }

    /// Whether a word is an English office, whatever the case of its letters.
    private static func isEnglishOffice(_ word: String) -> Bool {
        // No word that begins in Korean is one.
        guard let first = word.utf8.first, first < 0xE3 else { return false }
        let word = word.lowercased()
        return OfficeWords.english.contains(word) || OfficeWords.englishEnds.match(word, atLeast: 2)
    }

    static func isEnglishRole(_ word: String) -> Bool {
        isEnglishOffice(word.utf8.contains { $0 == 0x2C || $0 == 0x2E } ? word.filter { $0 != "," && $0 != "." } : word)
    }

    /// Whether an English text has a word that names an organization by what it is.
    private static func namesBody(_ text: Substring) -> Bool {
        text.split { $0 == " " || $0 == "," }.contains {
            OrganizationWords.englishBodies.contains($0)
                || OrganizationWords.englishBodies.contains($0.prefix(1) + $0.dropFirst().lowercased())
        }
    }

    /// Whether an English line is two names of things parted by a comma, as offices and organizations are (`Tide Warden, Port of Vesselö`).
    static func isEnglishPair(_ line: String) -> Bool {
        let sides = line.split(separator: ",", omittingEmptySubsequences: false)
        return sides.count == 2
            && sides.allSatisfy { side in
                let words = side.words
                return (1...8).contains(words.count)
                    && words.allSatisfy { word in
                        OrganizationWords.links.contains(String(word))
                            || word.unicodeScalars.first.map(\.isUppercase) == true
                    }
                    && words.last.map { !OrganizationWords.links.contains(String($0)) } == true
            }
    }

    /// The office and the rest of an English line: `Professor, Seoul National University`, `CEO of OpenAI`.
    private static func englishParts(_ line: String) -> (role: String, text: String?)? {
        guard line.unicodeScalars.allSatisfy({ !Hangul.isSyllable($0) }) else { return nil }
        let isRoleText = { (text: Substring) in
            text.words.last.map { isEnglishRole(String($0)) } ?? false
        }
        if let comma = line.utf8.firstIndex(of: 0x2C), let lastComma = line.utf8.lastIndex(of: 0x2C) {
            let head = line[..<comma]
            let tail = line[line.index(after: lastComma)...].drop { $0 == " " }
            let afterHead = line[line.index(after: comma)...].drop { $0 == " " }
            // `Professor of Public Policy, University of …`: what is professed is no organization.
            if let link = head.firstRange(ofBytes: " of ") ?? head.firstRange(ofBytes: " for ")
                ?? head.firstRange(ofBytes: " OF "),
                isRoleText(head[..<link.lowerBound]), !namesBody(head[link.upperBound...]), !afterHead.isEmpty
            {
                return (String(head), String(afterHead))
            }
            if isRoleText(head) { return (String(head), afterHead.isEmpty ? nil : String(afterHead)) }
            if isRoleText(tail) { return (String(tail), String(line[..<lastComma])) }
            // Of an office that no list holds, the other side tells: it names an organization, and stands last as a rule.
            if comma == lastComma, !tail.isEmpty {
                return namesBody(head) && !namesBody(tail) ? (String(tail), String(head)) : (String(head), String(tail))
            }
        }
        for link in [" of ", " at ", " OF ", " AT "] {
            guard let range = line.firstRange(ofBytes: link), isRoleText(line[..<range.lowerBound]) else { continue }
            return (String(line[..<range.lowerBound]), String(line[range.upperBound...]))
        }
        return nil
    }
}
