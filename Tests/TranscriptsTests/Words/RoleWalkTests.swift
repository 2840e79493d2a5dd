import KoreanText
import Proceedings
import Testing

@testable import Transcripts

/// Walks the words for what people do, for where they are from and for days through the places where they are read.
@Suite("Every word in every place of a head")
struct RoleWalkTests {
    static let roles = RoleWords.embedded.rows

    /// The forms in which a word may be printed.
    static func forms(_ word: String) -> Set<String> {
        [word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]
    }

    @Test("a label announces its kind, alone, numbered, in brackets and before a name")
    func labels() {
        for row in Self.roles {
            guard let kind = row.label else { continue }
            for word in row.words where word != "주제" && !row.isStatement {
                for form in Self.forms(word) {
                    #expect(ItemLabel(form)?.kind == kind, "\(form)")
                    #expect(ItemLabel(form)?.rest == nil, "\(form)")
                    for text in ["\(form) 2", "[\(form) 2]", "■ \(form) 2", "<\(form)> 2: 홍길동"].prefix(3) {
                        #expect(ItemLabel(text)?.kind == kind && ItemLabel(text)?.ordinal == 2, "\(text)")
                    }
                    let named = "\(form): 홍길동 (서울대학교 교수)"
                    #expect(ItemLabel(named)?.kind == kind && ItemLabel(named)?.rest == "홍길동 (서울대학교 교수)", "\(named)")
                    // Within a word it announces nothing.
                    #expect(ItemLabel("\(form)들이 한 말") == nil, "\(form)")
                }
            }
        }
    }

    @Test("`주제` is a label with a number only")
    func theme() {
        #expect(ItemLabel("주제") == nil)
        #expect(ItemLabel("주제 1")?.kind == .keynote && ItemLabel("제1주제")?.ordinal == 1)
    }

    @Test("what a witness states is announced before the name")
    func statements() {
        for row in Self.roles where row.isStatement {
            for word in row.words {
                for form in Self.forms(word) {
                    let label = ItemLabel("\(form) Ada Quillon")
                    #expect(
                        label?.kind == .address && label?.rest == "Ada Quillon" && label?.isMarkedOff == true, "\(form)"
                    )
                }
            }
        }
    }

    @Test("a longer word with a number ends in the label's kind")
    func labelEnds() {
        for row in Self.roles {
            guard let kind = row.labelEnd else { continue }
            for word in row.words {
                #expect(ItemLabel("논문\(word) 2")?.kind == kind && ItemLabel("논문\(word) 2")?.ordinal == 2, "\(word)")
                #expect(ItemLabel("논문\(word)") == nil, "\(word)")
            }
        }
    }

    @Test("a part in brackets behind a name is the person's part")
    func parts() {
        for row in Self.roles {
            guard let part = row.part else { continue }
            for word in row.words {
                for form in Self.forms(word) {
                    #expect(RoleWords.embedded.part(of: form) == part, "\(form)")
                    let person = PersonLine("홍길동 (\(form))")?.people.first
                    #expect(person?.part == part && person?.name == "홍길동", "\(form)")
                }
            }
        }
    }

    @Test("a field is read as a key of front matter in any letter case")
    func fields() {
        let rows =
            FieldWords.table.rows.map { ($0.kind, $0.words) }
            + Self.roles.compactMap { row in row.field.map { ($0, row.words) } }
        for (kind, words) in rows {
            for form in words.flatMap(Self.forms) {
                switch kind {
                case .personName, .personAffiliation, .personRole:
                    #expect(FieldWords.people[form.lowercased()] == kind, "\(form)")
                default: #expect("\(FrontMatter.Field(form).map { "\($0)" } ?? "-")" == kind.rawValue, "\(form)")
                }
            }
        }
    }

    @Test("an office is one by itself, behind a name and behind an organization")
    func offices() {
        for word in OfficeWords.table[.office, in: "ko"] {
            #expect(AffiliationLine.isRole(word), "\(word)")
            #expect(AffiliationLine.likelihood("한빛대학교 \(word)") == .role, "\(word)")
            let person = PersonLine("홍길동 한빛대학교 \(word)")?.people.first
            #expect(person?.name == "홍길동" && person?.affiliation?.role == word, "\(word)")
        }
        for word in OfficeWords.table[.office, in: "en"].flatMap(Self.forms) {
            #expect(AffiliationLine.isRole(word) && AffiliationLine.isEnglishRole("\(word),"), "\(word)")
            let line = AffiliationLine("\(word), Northport University")
            #expect(line.role == word && line.affiliation?.organization == "Northport University", "\(word)")
        }
        for end in OfficeWords.table[.officeEnd, in: "ko"] { #expect(AffiliationLine.isRole("수석\(end)"), "\(end)") }
    }

    @Test("what ends as offices do and is a place is none beside an organization")
    func noOffices() {
        for word in OfficeWords.table[.noOfficeEnd] { #expect(!AffiliationLine.couldBeRole(word), "\(word)") }
    }

    @Test("an organization is one, and no office")
    func organizations() {
        let table = OrganizationWords.table
        for word in table[.organization] + table[.legalForm] + table[.companySign] + table[.departmentEnd] {
            guard word.unicodeScalars.count > 1 || word == "㈜" else { continue }
            #expect(AffiliationLine.isOrganization(word) || word.hasPrefix("("), "\(word)")
        }
        for end in table[.organizationEnd] { #expect(AffiliationLine.isOrganization("한빛\(end)"), "\(end)") }
        for word in table[.noDepartmentEnd] { #expect(!AffiliationLine.isDepartment(word), "\(word)") }
    }

    @Test("every name of a month is one in a day, in small letters, capitals and with a full stop")
    func months() {
        for row in DateWords.table.rows where row.kind == .month {
            #expect(row.words.count == 12)
            for (index, word) in row.words.enumerated() {
                for form in Self.forms(word) {
                    #expect(PrintedDate.all(in: "3 \(form) 2031").first?.month == index + 1, "\(form)")
                    #expect(PrintedDate.isWhole("3. \(form) 2031"), "\(form)")
                }
            }
        }
        for (era, before) in DateWords.eras {
            #expect(PrintedDate.all(in: "\(era)3年8月4日").first?.year == before + 3, "\(era)")
        }
        for word in DateWords.table[.beside] where word.unicodeScalars.count > 2 {
            #expect(PrintedDate.isWhole("\(word) 3 May 2031"), "\(word)")
        }
    }

    @Test("a number of a page is one with every word beside it")
    func pages() {
        for word in PageWords.prefixes { #expect(PageFurniture.pageNumber("\(word)26")?.number == "26", "\(word)") }
        for word in PageWords.suffixes { #expect(PageFurniture.pageNumber("26\(word)")?.number == "26", "\(word)") }
    }

    @Test("a label of a recogniser that is no name is none")
    func recognisers() {
        let table = WordTable<TurnWords.Kind>(PackageResources.turns_tsv)
        for word in table[.unknown] { #expect(RecogniserLabel(word)?.kind == .unknown, "\(word)") }
        for word in table[.recogniser] {
            for text in Self.forms(word).flatMap({ ["\($0) 2", "\($0)_02", "\($0) B", $0] }) {
                #expect(RecogniserLabel(text)?.kind == .anonymous, "\(text)")
            }
        }
    }
}
