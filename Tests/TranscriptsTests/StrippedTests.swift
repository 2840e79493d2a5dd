import Proceedings
import Testing

@testable import Transcripts

@Suite("Text that lost the blanks at its line ends is rejoined")
struct StrippedTests {
    private static let head = "발제 1\n지역의료의 현황\n임 채 원\n한림대학교 사회의학교실 교수\n"
    private static let paragraph =
        "지방의료원 35곳 가운데 300병상을 넘는 곳은 8곳에 불과하다. 의사 정원을 채운 곳은 더\n적다. 필수 진료과를 모두 갖추지 못한 상태에서 책임의료기관이라는 이름만 붙여서는\n아무것도 달라지지 않는다.\n"
    private static let goesOn =
        "이 세 가지는 서로 맞물려 있다. 규모가 없으면 인력이 오지 않고, 인력이 없으면 역할을 맡길\n수 없으며, 역할이 분명하지 않으면 예산을 요구할 근거가 없다.\n"

    private func passages(_ text: String) throws -> [Passage] {
        try #require(try Fixture.parse(text).talks.first).passages
    }

    @Test("an item ends where its line does with room for more", arguments: ["것", "함"])
    func items(ending: String) throws {
        let ending = ending == "것" ? "도입할 것" : "도입이 필요함"
        let passages = try passages(
            Self.head + Self.paragraph + "- 국립대병원과 지방의료원 사이의 인력 파견을 개별 협약이 아니라 상시 제도로 전환할 것\n"
                + "- 적자 보전이 아닌 역할에 따른 예산 배분 방식을 \(ending)\n" + Self.goesOn)
        #expect(passages.map(\.kind) == [.paragraph, .bullet, .bullet, .paragraph])
        #expect(passages[2].text.hasSuffix(ending))
    }

    @Test("an item goes on where its line is full")
    func fullItem() throws {
        let passages = try passages(
            Self.head + Self.paragraph
                + "- 국립대병원과 지방의료원 사이의 인력 파견을 개별 협약이 아니라 상시 제도로 전환할 것\n으로 보인다.\n" + Self.goesOn)
        #expect(passages.contains { $0.kind == .bullet && $0.text.hasSuffix("으로 보인다.") })
    }

    @Test("a full stop with a footnote's mark ends its block, and a chapter begins one")
    func chapters() throws {
        let marked = String(Self.paragraph.dropLast()) + "2)\n"
        let open = Self.paragraph.replacing("달라지지 않는다.", with: "않는 다수의 의료원")
        for body in [marked, Self.paragraph, open] {
            let talk = try #require(
                try Fixture.parse(Self.head + "제1장 개요\n" + body + "제2장 관찰의 결과\n" + Self.goesOn).talks.first)
            #expect(talk.sections.map(\.title) == ["개요", "관찰의 결과"])
            #expect(talk.passages.count { $0.kind == .paragraph } == 2)
        }
    }

    @Test(
        "a note's mark is seen after what ends a sentence, and a number is none",
        arguments: [
            ("그렇지 않다.2)", true), ("“그렇지 않다.”12)", true), ("지급률은 3.2)", false), ("대상(제2)", false), ("대상은 둘2)", false),
            ("It is so.3)", true), ("2)", false),
        ])
    func noteMarks(line: String, ends: Bool) {
        let bytes = Array(line.utf8)
        #expect(SentenceEnd.isOne(bytes, 0..<bytes.count) == ends)
    }

    @Test(
        "a hyphen goes after what is neither a word nor written with one",
        arguments: [
            ("com", "pany"), ("suc", "cessors"), ("dif", "ferent"), ("col", "leagues"), ("cer", "tain"),
            ("hap", "pening"), ("bet", "ween"),
        ])
    func boundPrefixes(left: String, right: String) throws {
        let text =
            "Keynote 1\nThe harbour\nJane Smith\nProfessor, University of Oslo\n\nHamburg comes close, because the city owns the land as well as the \(left)-\n\(right) of the harbour. Even there, though, the energy utility is a separate one\nand has its own shareholders, who have to be asked before anything is done.\n"
        #expect(try passages(text).contains { $0.text.contains("as the \(left)\(right) of the harbour") })
    }

    private static let welcome =
        "여러분을 이곳 항구에 모시게 되어 기쁩니다. 스무 해 전 이 부두에는 녹슨 기중기만 서 있었고, 밤이면 불빛 하나 보이지 않았습니다. 오늘 아침 산책을 나가 보니 "
        + "창고마다 작업장이 들어서 있고 아이들이 계단에 앉아 그림을 그리고 있었습니다. 멀리서 오신 손님께 먼저 인사를 드리겠습니다. Dear colleagues and friends, "
        + "it is a great pleasure to welcome so many of you to our old harbour, where ships from every ocean once brought their goods and "
        + "their stories. We hope that these two days will give us time to listen, to learn from one another and to plan what we can do together. "
        + "이제 우리말로 이어 가겠습니다. 이 도시가 달라진 것은 누군가 큰돈을 들여서가 아니라 떠나지 않은 사람들이 서로의 가게를 드나들며 버텼기 때문입니다. 그 이야기를 "
        + "들려주실 분들이 지금 앞줄에 앉아 계십니다. 부디 편안한 마음으로 들어 주시고, 궁금한 점은 그때그때 물어 주시기 바랍니다."

    /// A text broken after any syllable, of Latin words between letters too or only between words, without blanks at the ends.
    private func wrapped(_ text: String, cutsLatin: Bool, width: Int = 62) -> String {
        var lines = [""]
        var columns = 0
        for word in text.split(separator: " ") {
            let isLatin = word.utf8.allSatisfy { $0 < 0x80 }
            let parts = isLatin && !cutsLatin ? [String(word)] : word.map(String.init)
            for (index, part) in parts.enumerated() {
                let space = index == 0 && columns > 0 ? " " : ""
                let wide = part.unicodeScalars.reduce(space.count) { $0 + ($1.value < 0x80 ? 1 : 2) }
                if columns + wide > width {
                    lines.append(part)
                    columns = wide - space.count
                } else {
                    lines[lines.count - 1] += space + part
                    columns += wide
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test("two Latin words are parted where the text cuts none", arguments: [58, 62, 66, 70, 74])
    func latinWords(width: Int) throws {
        let text = Self.head + wrapped(Self.welcome, cutsLatin: false, width: width)
        let read = try passages(text).map(\.text).joined(separator: " ")
        let start = try #require(Self.welcome.range(of: "Dear"))
        let end = try #require(Self.welcome.range(of: "together. "))
        #expect(read.contains(Self.welcome[start.lowerBound..<end.lowerBound]))
    }

    @Test("most Latin words are whole again where the text cuts them", arguments: [58, 62, 66, 70, 74])
    func cutLatinWords(width: Int) throws {
        let text = Self.head + wrapped(Self.welcome, cutsLatin: true, width: width)
        let words = Set(try passages(text).flatMap { $0.text.split(separator: " ") })
        let wanted = Set(Self.welcome.split(separator: " ")).filter { $0.utf8.allSatisfy { $0 < 0x80 } }
        // What is cut between two words that stand nowhere else cannot be told; each costs two of some sixty.
        #expect(wanted.subtracting(words).count <= 4, "\(wanted.subtracting(words))")
    }
}
