/// The words for where people are from, from `organizations.tsv`.
enum OrganizationWords {
    /// What a word is; the raw values stand in the file.
    enum Kind: String, CaseIterable {
        case legalForm, wholeLegalForm, companySign, organizationEnd, organization, body, departmentEnd,
            noDepartmentEnd,
            departmentSign, townEnd,
            shortNameEnd, wholeNameEnd, noName, link, officeLink, abbreviation
    }

    static let table = WordTable<Kind>(PackageResources.organizations_tsv)

    static let legalForms = table[.legalForm]
    /// Legal forms with what stands in brackets behind them, and no name.
    static let wholeLegalForms = Set(table[.wholeLegalForm])
    static let legalWords = SuffixSet(legalForms)
    static let companySigns = SuffixSet(table[.companySign])
    /// What organizations end in.
    static let ends = SuffixSet(table[.organizationEnd])
    /// Whole words that name organizations.
    static let names = SuffixSet(table[.organization])
    /// Words within English names that say what the organization is.
    static let englishBodies = SuffixSet(table[.body])
    static let departmentEnds = SuffixSet(table[.departmentEnd])
    /// What ends as departments do and is none.
    static let noDepartmentEnds = SuffixSet(table[.noDepartmentEnd])
    /// Last syllables by which what could be a name is a department.
    static let departmentSigns = table.scalars(.departmentSign)
    /// Last syllables of towns and districts.
    static let townEnds = table.scalars(.townEnd)
    /// What short names end in: universities, authorities, towns, districts, unions.
    static let shortNameEnds = table.scalars(.shortNameEnd)
    /// Of these, what no department and few offices end in.
    static let wholeNameEnds = table.scalars(.wholeNameEnd)
    /// Words of two syllables that begin with a surname, and begin what organizations are called.
    static let noNames = Set(table[.noName])
    /// The words within English names that are not capitalized.
    static let links = Set(table[.link])
    /// What stands between an office and where somebody has it, with its blanks, in small letters and in capitals.
    static let officeLinks = table[.officeLink].flatMap { [" \($0) ", " \($0.uppercased()) "] }
    /// What ends in a full stop that ends no sentence.
    static let abbreviations = SuffixSet(table[.abbreviation])
}
