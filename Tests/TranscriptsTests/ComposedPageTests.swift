import ComposedProceedings
import Proceedings
import Testing

@testable import Transcripts

/// Counts over composed documents how many lines have the number that is printed on their page, and over how many ends of pages a
/// sentence is one text.
@Suite("Printed pages, and sentences over their ends")
struct ComposedPageTests {
    /// What was counted.
    struct Count {
        var (lines, right, wrong) = (0, 0, 0)
        var (breaks, joined) = (0, 0)
        var misses: [String] = []

        mutating func add(_ pages: ComposedPages, _ seed: UInt64) throws {
            let parsed = try Fixture.parse(pages.text)
            var printed: [Int: String?] = [:]
            var texts: [Int: String] = [:]
            for passage in parsed.talks.flatMap(\.passages) {
                for span in passage.spans {
                    for line in span.lines { (printed[line], texts[line]) = (span.printedPage, passage.text) }
                }
            }
            let name = "seed \(seed): \(pages.head), \(pages.number), feeds \(pages.hasFeeds), fronts \(pages.fronts)"
            for line in pages.lines {
                lines += 1
                let found = printed[line.line] ?? nil
                if found == line.number {
                    right += 1
                } else {
                    if found != nil { wrong += 1 }
                    misses.append("\(name): line \(line.line) is on \(line.number), not \(found ?? "none")")
                }
            }
            for (line, next) in zip(pages.lines, pages.lines.dropFirst())
            where line.paragraph == next.paragraph && line.number != next.number {
                breaks += 1
                let last = line.words.split(separator: " ").suffix(3),
                    first = next.words.split(separator: " ").prefix(3)
                let text = (last + first).joined(separator: " ")
                if texts[next.line]?.contains(text) == true {
                    joined += 1
                } else {
                    misses.append("\(name): “\(text)” is parted at line \(next.line)")
                }
            }
        }
    }

    @Test("98 of 100 lines have their page's number, hardly one another's, and 95 of 100 ends of pages part no text")
    func composed() throws {
        var count = Count()
        for seed in UInt64(1)...120 { try count.add(ComposedPages(seed: seed), seed) }
        #expect(count.breaks > 200)
        #expect(Double(count.right) >= Double(count.lines) * 0.98, "\(count.misses.prefix(40))")
        #expect(Double(count.wrong) <= Double(count.lines) * 0.01, "\(count.misses.prefix(40))")
        #expect(Double(count.joined) >= Double(count.breaks) * 0.95, "\(count.misses.prefix(40))")
    }

    @Test("roman numbers count by rule")
    func romans() {
        let romans = ["i", "ii", "iii", "iv", "v", "vi", "ix", "x", "xiv", "xxxix", "xl", "lx"]
        #expect(romans.map(PageFurniture.romanValue) == [1, 2, 3, 4, 5, 6, 9, 10, 14, 39, 40, 60])
        for word in ["", "iiii", "vx", "iix", "I", "1", "lxi", "ivy", "xxxxxxxxxxxx"] {
            #expect(PageFurniture.romanValue(word) == nil, "\(word)")
        }
    }

    @Test("the second line of a running head, with a colon in it, is none of the text")
    func secondLine() throws {
        let head = "Proceedings of the Harbour Forum\nHarbour Forum: Roads and Water\n\n"
        let things = ["the weir", "a ferry", "our library", "that bridge"]
        let text = ["Ada Quillby", "Corin Tilden", "Ada Quillby", "Corin Tilden"].enumerated().map { index, name in
            """
            \(name): We read the report of last year again and we asked for
            the money that \(things[index]) had cost before the

            \(index + 3)
            \(head)winter came back to \(things[(index + 1) % 4]), and they closed it to the people of
            the lower town until \(things[(index + 2) % 4]) opened again in May, when everybody who
            wanted \(things[(index + 3) % 4]) came home and said that it was good.



            """
        }.joined()
        let passages = try Fixture.parse(text).talks.flatMap(\.passages)
        #expect(passages.allSatisfy { !$0.text.contains("Forum") })
        #expect(passages.count { $0.text.contains("before the winter came back") } == 4)
    }

    @Test("a list with roman letters on lines of their own numbers no pages")
    func list() throws {
        let text = "토론 1\n\n김민수\n참여연대 간사\n\n우리가 요구하는 것은 다음과 같다:\ni\n부두를 고쳐야 한다.\nii\n등대를 켜야 한다.\n"
        #expect(try Fixture.parse(text).lines.allSatisfy { $0.printedPage == nil })
    }
}
