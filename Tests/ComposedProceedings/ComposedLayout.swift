import KoreanText
import SeededNumbers

/// How a composed document is printed, drawn by a seed.
package struct ComposedLayout {
    /// Where lines are broken.
    package enum Wrap: String, CaseIterable { case atSpaces, insideWords }
    enum BlankLines: CaseIterable { case none, betweenBlocks, everywhere }
    enum TitlePlace: CaseIterable { case before, after, beside }
    enum PersonForm: CaseIterable { case lines, threeLines, brackets, part, below }
    enum Furniture: CaseIterable { case none, number, dashes, total, page, headerAndNumber, header }

    /// The label of a kind of item.
    struct Label: Equatable {
        var word: String
        var part: String
        var form: Int

        func printed(_ number: Int) -> String {
            switch form {
            case 0: "\(word) \(number)"
            case 1: "[\(word) \(number)]"
            case 2: "【 \(word) \(number) 】"
            case 3: "■ \(word) \(number)"
            case 4: "제\(number)\(word)"
            default: "\(word)\(number)"
            }
        }
    }

    /// How headings of a level are numbered.
    enum Heading {
        case point, brackets, roman, syllable, circle, square, ring, decimal, chapter

        func marker(_ number: Int, above: [Int]) -> String {
            switch self {
            case .point: "\(number)."
            case .brackets: "(\(number))"
            case .roman: String(Array("ⅠⅡⅢⅣⅤⅥⅦⅧⅨ")[number - 1]) + "."
            case .syllable: String(Array("가나다라마바사아자")[number - 1]) + "."
            case .circle: String(Array("①②③④⑤⑥⑦⑧⑨")[number - 1])
            case .square: "□"
            case .ring: "○"
            case .decimal: (above + [number]).map(String.init).joined(separator: ".")
            case .chapter: "제\(number)장"
            }
        }
    }

    package let wrap: Wrap
    package let keepsBlanks: Bool
    let width: Int
    /// Whether the text is set in a proportional typeface, and not in columns.
    let isProportional: Bool
    let blankLines: BlankLines
    let titlePlace: TitlePlace
    let personForm: PersonForm
    let furnitureForm: Furniture
    let lecture: Label
    let statement: Label
    let headings: [Heading]
    let bullet: String
    let separator: String
    let isSpaced: Bool
    let hasTurns: Bool
    let paragraphIndent: String
    let pageLength: Int
    let firstPage: Int
    /// What stands before the first line of an item: a form feed, what became of one, or nothing.
    let itemMark: String
    /// What stands before the first line of a page.
    let pageMark: String

    private static let headingStyles: [[Heading]] = [
        [], [.point], [.brackets], [.roman], [.syllable], [.circle], [.square], [.roman, .point], [.point, .decimal],
        [.roman, .point, .syllable], [.square, .ring], [.point, .brackets, .circle], [.chapter, .point],
    ]
    private static let labels = [("주제발표", "지정토론"), ("발제", "토론"), ("기조강연", "패널"), ("발표", "토론")]
    private static let event = "정책포럼  지역과 기술의 내일"

    /// Draws a layout of a class.
    package init(_ wrap: Wrap, keepsBlanks: Bool, using random: inout Seeded) {
        self.wrap = wrap
        self.keepsBlanks = keepsBlanks
        func pick<Choice>(_ choices: [Choice]) -> Choice {
            choices[Int.random(in: 0..<choices.count, using: &random)]
        }
        width = pick([60, 66, 70, 74, 80, 86, 92])
        blankLines = pick(BlankLines.allCases)
        titlePlace = pick(TitlePlace.allCases)
        personForm = pick([.lines, .lines] + PersonForm.allCases)
        furnitureForm = pick(Furniture.allCases)
        let words = pick(Self.labels)
        let form = pick([0, 0, 1, 2, 3, 4, 5])
        lecture = Label(word: words.0, part: "발표", form: form)
        statement = Label(word: words.1, part: "토론", form: form)
        headings = pick(Self.headingStyles)
        bullet = pick(["-", "-", "·", "•", "▪", "*", "※", "–"])
        separator = pick(["● ● ●", "◇ ◇ ◇", "* * *", "───────", "", ""])
        isSpaced = pick([true, false])
        hasTurns = pick([true, false])
        paragraphIndent = pick(["", "", "", "  "])
        pageLength = pick([20, 26, 34])
        firstPage = pick([1, 5, 21])
        itemMark = pick(["", "\u{C}", " "])
        pageMark = itemMark.isEmpty ? "" : pick(["", itemMark])
        isProportional = pick([true, false])
    }

    /// What is printed at the foot of a page.
    func furniture(_ page: Int) -> [String] {
        switch furnitureForm {
        case .none: []
        case .number: ["\(page)"]
        case .dashes: ["- \(page) -"]
        case .total: ["\(page) / 64"]
        case .page: ["p. \(page)"]
        case .headerAndNumber: page.isMultiple(of: 2) ? ["￭ ￭ \(Self.event)", "\(page)"] : ["- \(page) -"]
        case .header: ["\(Self.event.split(separator: " ").joined(separator: " ")) \(page)"]
        }
    }

    /// The lines of a text that follows something on its first line, and what their ends are.
    func wrapped(_ text: String, after start: String) -> (lines: [String], breaks: [(letters: Int, isSpace: Bool)]) {
        var (lines, breaks): ([String], [(letters: Int, isSpace: Bool)]) = ([], [])
        var (line, taken, letters) = (start, length(start), 0)
        let (full, space) = (width * 50, length(" "))
        func end(isSpace: Bool) {
            while line.last == " " { line.removeLast() }
            lines.append(line + (isSpace && keepsBlanks ? " " : ""))
            breaks.append((letters, isSpace))
            (line, taken) = ("", 0)
        }
        var isFirst = true
        for word in text.split(separator: " ") {
            let room = full - taken - (isFirst ? 0 : space)
            let isTooLong = length(word) > room
            if !isFirst, wrap == .atSpaces ? isTooLong : word.first.map({ length(String($0)) > room }) == true {
                end(isSpace: true)
            } else if !isFirst {
                line += " "
                taken += space
            }
            isFirst = false
            for character in word {
                let wide = length(String(character))
                if wrap == .insideWords, taken + wide > full { end(isSpace: false) }
                line.append(character)
                taken += wide
                letters += 1
            }
        }
        return (lines + [line], breaks)
    }

    /// The length of a text in hundredths of a syllable.
    private func length(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isProportional ? Self.advance($1) : TextForm.columns($1) * 50) }
    }

    /// The advance of a scalar in some typeface, which is not the one that the reader thinks of.
    private static func advance(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case " ": 30
        case "0"..."9": 58
        case "A"..."Z": 70
        case "a"..."z": 54
        default: TextForm.columns(scalar) == 2 ? 100 : scalar.isASCII ? 34 : 65
        }
    }

    // MARK: What names and headings are made of

    static let surnames = "강고구권김나남노도류문민박배백서성손송신안양오우유윤이임장전정조주진차최한허홍황".map(String.init)
    static let givenNames = "가경규나다도동라람미민보빈서소솔수아연영원윤율은인재정주준지진찬채태하현혜호훈희".map(String.init)
    static let affiliations: [(String, String)] = [
        ("한빛대학교 행정학과", "교수"), ("푸른도시연구원 교통연구실", "연구위원"), ("법무법인 나루", "변호사"), ("새벽신문 경제부", "기자"),
        ("지역균형위원회", "사무관"), ("㈜들녘데이터", "대표이사"), ("소비자권리연대", "사무국장"), ("국립미래도서관", "관장"), ("한강병원 예방의학과", "과장"),
        ("농어촌통신공사", "본부장"), ("해오름대학교 사회복지대학원", "명예교수"), ("중소기업정책연구소", "선임연구위원"), ("시민과학네트워크", "운영위원"),
    ]
    static let titles = [
        "작은 도시의 큰 데이터", "인구 감소와 공공 서비스의 재편", "누가 기계에게 책임을 묻는가", "에너지 전환의 비용과 편익", "배움의 권리와 디지털 격차",
        "바다를 건너온 규범: 개인정보의 국외 이전", "물과 땅과 전기의 정치경제학",
    ]
    static let headingTitles = [
        "들어가며", "문제의 제기", "현황과 쟁점", "국내외 사례 비교", "제도의 한계와 보완", "재원 마련 방안", "법률의 개정 방향", "현장의 목소리", "남은 과제",
        "나가며", "인력과 조직", "무엇을 먼저 할 것인가?", "단기 과제", "2030년의 모습",
    ]
}
