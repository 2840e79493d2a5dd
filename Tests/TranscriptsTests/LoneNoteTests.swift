import Foundation
import Proceedings
import Testing

@testable import Transcripts

@Suite("A footnote's number on a line by itself is one where the text calls it")
struct LoneNoteTests {
    private func passages(_ text: String) throws -> [Passage] {
        let parsed = try Fixture.parse(text)
        #expect(try Ledger.faults([UInt8](text.utf8), parsed) == [])
        return parsed.talks.flatMap(\.passages)
    }

    private static let korean = """
        발제 1

        홍길동
        서울대학교 교수

        방파제는 스무 해 전에 지었고 그 뒤로 한 번도 고치지 않았다C 그래서 물이
        샌다. 어민들은 해마다 고쳐 달라고 했다.

        3

        바다연구원, 방파제 백서, 2031, 44쪽.

        이제는 고쳐야 한다. 더 미룰 수 없다.
        """

    @Test("called behind a sentence, a word or a quotation", arguments: [".3", ".”3", "3", "”3"])
    func called(call: String) throws {
        let passages = try passages(Self.korean.replacingOccurrences(of: "C", with: call))
        let note = try #require(passages.first { $0.kind == .footnote })
        #expect(note.marker == "3" && note.text == "바다연구원, 방파제 백서, 2031, 44쪽.")
        #expect(passages.first?.text.contains("않았다\(call) 그래서 물이 샌다.") == true)
        #expect(passages.last?.text.hasPrefix("이제는") == true || passages.contains { $0.text.hasPrefix("이제는") })
    }

    @Test("a figure that nothing calls, or that another figure calls, is text", arguments: [".", ".4", " 3.", "(제3)."])
    func uncalled(call: String) throws {
        let passages = try passages(Self.korean.replacingOccurrences(of: "C", with: call))
        #expect(!passages.contains { $0.kind == .footnote })
    }

    private static let english = """
        Keynote 1

        Jane Doe
        University of Fenn

        The wall was built twenty years ago and nobody has mended it since the great
        flood of that winter, as the engineers of the county have told us more@ and

        4

        County of Fenn, State of the Walls (2031), p. 7.

        more often than we cared to hear. It leaks.
        """

    @Test("a note parts no sentence", arguments: [",4", "4", ".”4"])
    func within(call: String) throws {
        let passages = try passages(Self.english.replacingOccurrences(of: "@", with: call))
        #expect(
            passages.contains { $0.kind == .footnote && $0.text == "County of Fenn, State of the Walls (2031), p. 7." }
                == (call != ",4"))
        if call != ",4" { #expect(passages.contains { $0.text.contains("and more often than we cared") }) }
    }

    @Test("units, versions and abbreviations call nothing", arguments: ["km4", "vol.4", "v4", "No.4", "3.4", "A4"])
    func abbreviations(word: String) throws {
        let passages = try passages(Self.english.replacingOccurrences(of: "more@", with: "more of \(word)"))
        #expect(!passages.contains { $0.kind == .footnote })
    }

    @Test("a reference below a figure is never a talk's title, and a title may begin with a figure")
    func titles() throws {
        let head = "토론 2\n\n7\n\n바다연구원, 등대 백서, 9쪽.\n홍길동\n서울대학교 교수\n\n등대가 꺼졌다.\n"
        let talk = try #require(try Fixture.parse(head).talks.first)
        #expect(talk.title == nil && talk.participations.map(\.name) == ["홍길동"])
        let other = try Fixture.parse("발제 2\n\n7가지 제안\n\n홍길동\n서울대학교 교수\n\n등대가 꺼졌다.\n")
        #expect(other.talks.first?.title == "7가지 제안")
    }
}

@Suite("Minutes say in their head what they are of")
struct MinutesFactsTests {
    private func parse(_ head: String) throws -> ParsedTranscript {
        let text =
            head
            + "\n\nMs. ORR: I open the meeting.\nMr. HALE: Thank you.\nMs. ORR: Is there a motion?\nMr. HALE: There is.\n"
        let parsed = try Fixture.parse(text)
        #expect(try Ledger.faults([UInt8](text.utf8), parsed) == [])
        return parsed
    }

    @Test(
        "days in the forms in which they cannot be mistaken",
        arguments: [
            ("1996년 12월 16일(월) 10시 10분", "1996-12-16"), ("2018. 7. 2.(월) 10:00 ~ 12:00", "2018-07-02"),
            ("August 4, 2031", "2031-08-04"),
            ("4 August 2031", "2031-08-04"), ("Tuesday, 3rd May, 2022", "2022-05-03"),
            ("Donnerstag, den 14. März 2030", "2030-03-14"),
            ("mardi 1er février 2028", "2028-02-01"), ("miércoles, 7 de junio de 2028", "2028-06-07"),
            ("令和3年8月4日", "2021-08-04"),
            ("2031年8月4日（月）", "2031-08-04"), ("令和元年12月1日", "2019-12-01"), ("2031-02-28", "2031-02-28"),
            ("일시: 2018. 7. 2.(월) 10:00", "2018-07-02"), ("Date: 29 February 2028", "2028-02-29"),
        ])
    func days(_ line: String, _ day: String) throws {
        let parsed = try parse("MINUTES OF THE HARBOUR BOARD\n\(line)")
        #expect(parsed.eventDates == day...day)
        #expect(parsed.lines[1].lineClass == .metadata)
        #expect(parsed.lines[0].lineClass == .title)
    }

    @Test(
        "no day where there is none, two, or a span, or one that cannot be",
        arguments: [
            "4/8/2031", "August 2031", "4 August 2031\nApproved on 3 September 2031", "August 4–5, 2031",
            "4.–5. August 2031",
            "29 February 2031", "31. 4. 2031", "2018. 7. 2. ~ 7. 5.", "Bill 2031-13-01",
            "Agenda\n1. The report of 4 August 2031",
        ])
    func noDays(_ line: String) throws {
        #expect(try parse("MINUTES OF THE HARBOUR BOARD\n\(line)").eventDates == nil)
    }

    @Test(
        "places by their key and in the line of the meeting",
        arguments: [
            ("장소 : 본회의장", "본회의장"), ("장  소: 제1소회의실", "제1소회의실"), ("Venue: Town Hall, Fenn", "Town Hall, Fenn"),
            ("Ort: Raum 5.112", "Raum 5.112"), ("Lieu : salle du conseil", "salle du conseil"), ("場所：第一委員会室", "第一委員会室"),
            ("held on 14 March 2029 at 7.00 pm in the Old School Hall", "Old School Hall"),
            (
                "The board met, pursuant to notice, at 10:00 a.m., in Room 2123, Larch Office Building, Hon. Ada Orr presiding.",
                "Room 2123, Larch Office Building"
            ),
        ])
    func places(_ line: String, _ place: String) throws {
        #expect(try parse("MINUTES OF THE HARBOUR BOARD\n\(line)").eventLocation == place)
    }

    @Test(
        "no place where a line names none",
        arguments: [
            "held on 14 March 2029 at seven in the evening", "The board met in haste.",
            "Present: Ada Orr, in the chair", "In the House we trust",
        ])
    func noPlaces(_ line: String) throws {
        #expect(try parse("MINUTES OF THE HARBOUR BOARD\n\(line)").eventLocation == nil)
    }

    @Test(
        "names, kinds and a title that can be printed",
        arguments: [
            ("제49회 푸른군의회(정기회)\n\n본회의 회의록\n\n제3호", "제49회 푸른군의회(정기회)", "본회의 회의록", "제49회 푸른군의회(정기회) 본회의 회의록"),
            (
                "PARISH OF FENWICK\nMINUTES OF THE COUNCIL MEETING", "PARISH OF FENWICK",
                "MINUTES OF THE COUNCIL MEETING", "PARISH OF FENWICK MINUTES OF THE COUNCIL MEETING"
            ),
            ("Plenarprotokoll 20/14", "Plenarprotokoll 20/14", nil, "Plenarprotokoll 20/14"),
            ("第213回国会\n予算委員会会議録", "第213回国会", "予算委員会会議録", "第213回国会 予算委員会会議録"),
            ("Notes that I took", nil, nil, nil), ("The hearing was long. It was cold.", nil, nil, nil),
        ] as [(String, String?, String?, String?)])
    func names(_ head: String, _ name: String?, _ label: String?, _ title: String?) throws {
        let parsed = try parse(head)
        #expect(parsed.eventName == name)
        #expect(parsed.eventLabel == label)
        #expect(parsed.talks.first?.title == title)
    }

    @Test("a programme's items keep their own titles, and the day is not looked for")
    func programme() throws {
        let parsed = try Fixture.parse("2031. 8. 4.\n발제 1\n\n바다의 날\n\n홍길동\n서울대학교 교수\n\n바다가 높다.\n")
        #expect(parsed.eventDates == nil && parsed.talks.first?.title == "바다의 날")
    }
}
