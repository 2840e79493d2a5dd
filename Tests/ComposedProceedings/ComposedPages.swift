import SeededNumbers

/// A transcript with turns on printed pages, composed by a seed: running heads, numbers at several places, pages with roman numbers
/// before the text, and sentences that go on over the ends of pages.
package struct ComposedPages {
    /// What stands at the head of a page.
    package enum Head: String, CaseIterable, Sendable {
        case none, title, twoLines, numbered, alternating
    }

    /// Where the number of a page stands, if it is not beside the head.
    package enum Number: String, CaseIterable, Sendable {
        case foot, dashedFoot, ofTotal, outerFoot, head, rightHead
    }

    /// A line of somebody's words, with the number of its page.
    package struct Line: Sendable {
        /// The 1-based line of the text.
        package var line: Int
        package var number: String
        package var paragraph: Int
        package var words: String
    }

    package let head: Head
    package let number: Number
    /// Whether a form feed parts the pages.
    package let hasFeeds: Bool
    /// How many pages stand before the text.
    package let fronts: Int
    package private(set) var text = ""
    package private(set) var lines: [Line] = []

    private let isKorean: Bool
    private let first: Int
    private let width: Int
    private let length: Int
    private var random: Seeded

    private static let titles = ["Harbour Forum: Roads and Water", "새벽포럼 : 물길과 도로의 내일"]
    private static let others = ["Proceedings of the Harbour Forum", "제3회 새벽포럼 자료집"]
    private static let names = [["Ada Quillby", "Corin Tilden", "Maud Orlebar"], ["한도윤", "문가온", "곽서율"]]
    private static let romans = ["i", "ii", "iii", "iv"]
    private static let openings = [
        ["We", "I think that the council", "The harbour", "Every ferry", "The old wall", "They"],
        ["우리는", "저는 위원회가", "항구는", "모든 나룻배는", "오래된 둑은", "주민들은"],
    ]
    private static let middles = [
        ["read the report on the weir", "asked for the money of last year", "closed the library beside the bridge"],
        ["지난해의 보고서를 다리 옆에서", "작년의 예산을 다시", "도서관의 지붕을 여름까지"],
    ]
    private static let ends = [
        ["because nobody had seen it before.", "and came back in winter.", "for the third time."],
        ["읽어 보았습니다.", "고쳐야 한다고 생각합니다.", "세 번이나 살펴보았습니다."],
    ]

    package init(seed: UInt64) {
        random = Seeded(seed &* 0x9E37_79B9_7F4A_7C15)
        isKorean = Bool.random(using: &random)
        head = Head.allCases[Int.random(in: 0..<Head.allCases.count, using: &random)]
        number = Number.allCases[Int.random(in: 0..<Number.allCases.count, using: &random)]
        hasFeeds = Bool.random(using: &random)
        fronts = [0, 0, 2, 4][Int.random(in: 0..<4, using: &random)]
        first = [1, 1, 3, 17, 101][Int.random(in: 0..<5, using: &random)]
        width = [60, 66, 72][Int.random(in: 0..<3, using: &random)]
        length = Int.random(in: 18...34, using: &random)
        compose()
    }

    private mutating func pick(_ choices: [[String]]) -> String {
        let own = choices[isKorean ? 1 : 0]
        return own[Int.random(in: 0..<own.count, using: &random)]
    }

    private mutating func paragraph() -> String {
        (0..<Int.random(in: 3...7, using: &random)).map { _ in
            let number = Int.random(in: 2...90, using: &random)
            let count = isKorean ? "\(number)곳의" : "with \(number) others"
            return "\(pick(Self.openings)) \(pick(Self.middles)) \(count) \(pick(Self.ends))"
        }.joined(separator: " ")
    }

    /// The words broken into lines; a syllable is as wide as two letters.
    private func wrapped(_ text: String) -> [String] {
        var lines: [String] = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.count - 1]
            let columns = (line + " " + word).unicodeScalars.reduce(0) { $0 + ($1.value > 0x1100 ? 2 : 1) }
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if columns <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private mutating func compose() {
        var body: [(words: String, paragraph: Int?)] = []
        for index in 0..<Int.random(in: 20...34, using: &random) {
            // Who has the word is drawn: labels that always come in one order are none of speakers.
            let name = pick(Self.names)
            for line in wrapped("\(isKorean ? "○\(name) 위원 " : "\(name): ")\(paragraph())") {
                body.append((line, index))
            }
            body.append(("", nil))
        }
        var pages: [(number: String, lines: [(words: String, paragraph: Int?)])] = []
        for index in 0..<fronts {
            let opening = isKorean ? "머리말" : "Foreword"
            pages.append(
                (Self.romans[index], [(opening, nil)] + wrapped(paragraph() + " " + paragraph()).map { ($0, nil) }))
        }
        for start in stride(from: 0, to: body.count, by: length) {
            pages.append((String(first + start / length), Array(body[start..<min(start + length, body.count)])))
        }
        let total = pages.last?.number ?? ""
        for (index, page) in pages.enumerated() { put(page.number, page.lines, index, total) }
    }

    private mutating func put(
        _ printed: String, _ page: [(words: String, paragraph: Int?)], _ index: Int, _ total: String
    ) {
        let (title, other) = (Self.titles[isKorean ? 1 : 0], Self.others[isKorean ? 1 : 0])
        let isOdd = index % 2 == 1
        var top: [String] =
            switch head {
            case .none: []
            case .title: [title]
            case .twoLines: [other, title]
            case .numbered: ["\(title)  \(printed)"]
            case .alternating: [isOdd ? "\(printed)  \(title)" : "\(other)  \(printed)"]
            }
        var foot: [String] = []
        if head != .numbered, head != .alternating {
            let margin = String(repeating: " ", count: width - 4)
            switch number {
            case .foot: foot = [printed]
            case .dashedFoot: foot = ["- \(printed) -"]
            case .ofTotal: foot = [isKorean ? "\(printed) / \(total)" : "Page \(printed) of \(total)"]
            case .outerFoot: foot = [isOdd ? printed : margin + printed]
            case .head: top.insert(printed, at: 0)
            case .rightHead: top.insert(margin + printed, at: 0)
            }
        }
        let words = page.drop { $0.words.isEmpty }.reversed().drop { $0.words.isEmpty }.reversed()
        var all: [(words: String, paragraph: Int?)] = top.map { ($0, nil) }
        if !top.isEmpty { all.append(("", nil)) }
        all += words
        if !foot.isEmpty { all.append(("", nil)) }
        all += foot.map { ($0, nil) }
        for (place, line) in all.enumerated() {
            text += (place == 0 && index > 0 && hasFeeds ? "\u{0C}" : "") + line.words + "\n"
            guard let paragraph = line.paragraph else { continue }
            let number = text.utf8.count { $0 == 0x0A }
            lines.append(Line(line: number, number: printed, paragraph: paragraph, words: line.words))
        }
    }
}
