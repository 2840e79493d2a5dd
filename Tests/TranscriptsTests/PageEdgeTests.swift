import Foundation
import Proceedings
import Testing

@testable import Transcripts

@Suite("What is printed at the edges of pages is no text, and parts no sentence")
struct PageEdgeTests {
    /// The passages of a text, each with who says it.
    private func passages(_ text: String) throws -> [Passage] {
        let parsed = try Fixture.parse(text)
        #expect(try Ledger.faults([UInt8](text.utf8), parsed) == [])
        return parsed.talks.flatMap(\.passages)
    }

    private func kinds(_ text: String) -> [PageFurniture.Kind] {
        let manuscript = Manuscript(utf8: Array(text.utf8))
        return PageFurniture(manuscript, ItemLabels(manuscript)).kinds
    }

    /// Three turns that go on over the ends of pages, with what stands between put in for `|`.
    private static let german = """
        Präsidentin Vogt: Die Vorlage liegt Ihnen vor, und ich eröffne die Aussprache über die Frage,
        | ob der Hafen im Winter offen bleibt.
        Abgeordneter Kranz: Ich danke Ihnen. Wir haben den Bericht gelesen und meinen, dass die Mole vor
        | dem nächsten Sturm erneuert werden muss.
        Präsidentin Vogt: Wer wünscht dazu das Wort?
        Abgeordneter Kranz: Niemand hat bisher gefragt, was der Hafen im vergangenen Jahr wirklich
        | gekostet hat.
        """

    /// The text of a language with what stands at the foot and the head of its pages.
    private static func paged(_ text: String, foot: (Int) -> String, feed: String, head: (Int) -> String) -> String {
        let parts = text.split(separator: "| ", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            (index > 0 ? feed + head(index + 1) : "") + part + (index < parts.count - 1 ? foot(index + 1) : "")
        }
        .joined()
    }

    @Test(
        "heads and feet of several lines leave no trace, with numbers and without, with form feeds and without",
        arguments: [
            (
                "Vorläufige Fassung. Es gilt das gesprochene Wort.\nAmtlich nur im Protokoll.\n\n", "\u{0C}",
                "Landtag\n4. März 2031\nN\n\n"
            ),
            (
                "Vorläufige Fassung. Es gilt das gesprochene Wort.\nAmtlich nur im Protokoll.\n\n", "\u{0C}",
                "Landtag\nD. März 2031\n\n"
            ),
            (
                "\nVorläufige Fassung. Es gilt das gesprochene Wort.\nAmtlich nur im Protokoll.\n\n", "",
                "Landtag\n4. März 2031\n\n"
            ),
            ("\n", "", "[[Page HN]]\n\n"), ("\n", "", "[Page N]\n\n"), ("\n- N -\n\n", "", ""),
            ("\nN/48\n\n", "\u{0C}", "Landtag\n\n"),
            ("\nSeite N\n", "\u{0C}", ""),
        ])
    func between(foot: String, feed: String, head: String) throws {
        let fill = { (part: String) in
            { (page: Int) in
                part.replacingOccurrences(of: "N", with: "\(page + 11)").replacingOccurrences(
                    of: "D", with: "\(page + 3)")
            }
        }
        let text = Self.paged(Self.german, foot: fill(foot), feed: feed, head: fill(head))
        let passages = try passages(text)
        #expect(passages.count == 4)
        #expect(passages.first?.text.hasSuffix("über die Frage, ob der Hafen im Winter offen bleibt.") == true)
        #expect(passages.last?.text.hasSuffix("im vergangenen Jahr wirklich gekostet hat.") == true)
        #expect(try Set(Fixture.parse(text).lines.map(\.page)).count == 4)
    }

    @Test("words that come again at the edges of pages are text where they are sentences or turns of few pages")
    func repeated() throws {
        let text = """
            Mr. Hale: I move that the Chair do now leave the place, and that the House do adjourn.
            Ms. Orr: I object.
            \u{0C}Ms. Orr: I object.
            Mr. Hale: The question is whether the pier shall be closed to all who come without a pass.
            Ms. Orr: I object.
            \u{0C}Mr. Hale: Then let us vote on it.
            Ms. Orr: I have objected to it three times now.
            """
        #expect(kinds(text).allSatisfy { $0 == .text })
        #expect(try passages(text).count == 7)
    }

    @Test(
        "a refrain, a remark and a label that repeat are no heads of pages",
        arguments: ["Und das Meer singt leise", "[Beifall]", "Anna Kranz"])
    func refrain(line: String) {
        let verses = (1...6).map { verse in
            (1...9).map { "Vers \(verse * 7 + $0) der das Lied vom Hafen trägt" }.joined(separator: "\n")
                + "\n\(line)\n"
        }
        #expect(kinds(verses.joined()).allSatisfy { $0 == .text })
    }

    @Test(
        "a number within a page is none of a page, whatever it looks like",
        arguments: [
            "(ii)", "(2)", "2", "Amendment No. 1305", "DATED FEBRUARY 6", "Drucksache Nr. 17", "[3]", "의안 제 12",
        ])
    func inner(line: String) throws {
        let page = { (word: String) in
            (1...12).map { "\(word) zeile \($0) spricht von Dingen, die im Hafen geschehen sind.\n" }.joined()
        }
        let text =
            "Herr Kranz: " + page("Eine") + line + "\n" + page("Andere") + "\u{0C}2\nFrau Vogt: " + page("Dritte")
            + "\u{0C}3\nHerr Kranz: Ja."
        let row = try #require(text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0 == line })
        #expect(kinds(text)[row] == .text)
        let parsed = try Fixture.parse(text)
        #expect(parsed.lines.map(\.page).max() == 3)
        #expect(parsed.lines[row].page == 1 && parsed.lines[row].printedPage == nil)
    }

    @Test("a page number that contradicts its neighbours is told, and numbers nothing")
    func misprinted() throws {
        let pages = (1...6).map { number in
            "\(number == 4 ? 92 : number + 30)\n"
                + (1...9).map {
                    "Herr Kranz: Der Satz \($0) auf Seite \(number) ist fertig und lang genug.\nFrau Vogt: Ja.\n"
                }.joined()
        }
        let parsed = try Fixture.parse(pages.joined(separator: "\u{0C}"))
        let told = parsed.diagnostics.filter { $0.code == Diagnostic.Code.doubtfulPage.rawValue }
        #expect(told.count == 1 && told.first?.severity == .warning)
        #expect(told.first?.line == parsed.lines.first { $0.text.hasSuffix("92") }?.number)
        #expect(Set(parsed.lines.compactMap(\.printedPage)) == ["31", "32", "33", "35", "36"])
        #expect(parsed.lines.map(\.page).max() == 6)
    }

    @Test("left and right pages have their own heads, and an item's title changes within them")
    func mirrored() throws {
        let body = { (page: Int) in
            (1...10).map {
                "Herr Kranz: Der Satz \(page * 10 + $0) ist fertig.\nFrau Vogt: Ja, Nummer \(page * 10 + $0).\n"
            }.joined()
        }
        let titles = ["Haushalt", "Haushalt", "Fischerei", "Fischerei", "Straßen", "Straßen", "Wasser", "Wasser"]
        let pages = titles.enumerated().map { index, title in
            (index % 2 == 0
                ? "\(index + 20)   Landtag von Fenn — \(title)\n"
                : "\(title) — Dritte Sitzung im Winter   \(index + 20)\n")
                + body(index)
        }
        let parsed = try Fixture.parse(pages.joined(separator: "\u{0C}"))
        #expect(parsed.lines.count { $0.lineClass == .pageHeader } == 8)
        #expect(parsed.lines.last?.printedPage == "27")
    }

    @Test("a heading at the foot of a page and prose at the next head stay apart")
    func heading() throws {
        let text = """
            Ms. Orr: We have come to the end of what there is to say about the harbour in the winter.
            PETITIONS
            12
            \u{0C}The petition of those who live on the shore was read by the clerk and is printed here.
            Mr. Hale: Thank you for reading it out to us all, and for the care that you took with it.
            Ms. Orr: It was short.
            13
            \u{0C}Mr. Hale: So it was.
            """
        #expect(try !passages(text).contains { $0.text.contains("PETITIONS The") })
    }
}

@Suite("A marker on a line by itself belongs to the text below it")
struct LoneMarkerTests {
    private func passages(_ text: String) throws -> [Passage] {
        let parsed = try Fixture.parse(text)
        #expect(try Ledger.faults([UInt8](text.utf8), parsed) == [])
        return parsed.talks.flatMap(\.passages)
    }

    @Test(
        "letters, numbers and syllables in order",
        arguments: [
            ["(i)", "(ii)", "(iii)"], ["(a)", "(b)", "(c)"], ["1.", "2.", "3."], ["가.", "나.", "다."],
            ["1)", "2)", "3)"],
            ["(1)", "(2)", "(3)"], ["(가)", "(나)", "(다)"], ["i)", "ii)", "iii)"],
        ])
    func inOrder(markers: [String]) throws {
        let text =
            "토론 1\n\n김민수\n참여연대 간사\n\n우리가 요구하는 것은 다음과 같다:\n"
            + zip(markers, ["첫째로 부두를 고쳐야 한다.", "둘째로 등대를 켜야 한다.", "셋째로 길을 열어야 한다."]).map { "\($0)\n\n\($1)\n\n" }
            .joined()
        let items = try passages(text).filter { $0.marker != nil }
        #expect(items.map(\.marker) == markers)
        #expect(items.map(\.text) == ["첫째로 부두를 고쳐야 한다.", "둘째로 등대를 켜야 한다.", "셋째로 길을 열어야 한다."])
    }

    @Test(
        "a number out of order, and one that ends a sentence, is no marker",
        arguments: ["(vii)", "5.", "라.", "(2031)", "-", "(웃음)", "i", "12"])
    func others(line: String) throws {
        let text = "토론 1\n\n김민수\n참여연대 간사\n\n우리는 부두를 고치라고 요구한다.\n\n\(line)\n\n등대도 켜야 한다.\n"
        #expect(try !passages(text).contains { $0.marker == line && $0.text == "등대도 켜야 한다." })
    }
}
