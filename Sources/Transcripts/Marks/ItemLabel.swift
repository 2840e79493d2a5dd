import KoreanText
import Proceedings

/// The label that begins a programme item: `주제발표 1`, `[지정토론 2]`, `종합토론`, `Keynote 1`.
struct ItemLabel: Hashable {
    /// What kind of item it announces.
    var kind: TalkKind
    /// The label as printed, closed up, without its number and brackets.
    var label: String
    /// The printed number.
    var ordinal: Int?
    /// What follows the label on its line: a title, or a name with an affiliation.
    var rest: String?
    /// Whether the label stands in brackets or is parted from the rest by a mark.
    var isMarkedOff: Bool

    /// The widest line, in columns, that can hold a label and what follows it.
    static let widestLine = 120

    /// The label of an item that has none printed.
    init(kind: TalkKind, label: String) {
        self.kind = kind
        self.label = label
        isMarkedOff = false
    }

    /// Reads a clean line as a label, or gives `nil`.
    init?(_ manuscript: Manuscript, _ row: Int) {
        guard manuscript.rows[row].width <= Self.widestLine, let first = manuscript.firstScalar(row),
            (Self.openings.contains(first) || Self.ornaments.contains(first)) && Self.mayBegin(manuscript, row)
                || Self.mayBeCompound(manuscript, row, first),
            !ContentsLine.isOne(manuscript, row)
        else { return nil }
        self.init(manuscript.text(row), hasGaps: manuscript.rows[row].hasGaps)
    }

    /// Reads a line as a label, or gives `nil`.
    ///
    /// - Parameters:
    ///   - line: The line, clean.
    ///   - hasGaps: Whether wide gaps stand between its words, which part a label from a name as a mark does.
    init?(_ line: String, hasGaps: Bool = false) {
        var scalars = Array(line.unicodeScalars)
        var inside: [Unicode.Scalar]?
        // `◆ 축사 ◆`: ornaments on both sides mark a label off as brackets do.
        let isOrnamented =
            scalars.count > 2 && [scalars.first, scalars.last].allSatisfy { $0.map(Self.ornaments.contains) == true }
        if isOrnamented {
            while scalars.last.map({ Self.ornaments.contains($0) || $0 == " " }) == true { scalars.removeLast() }
        }
        while let first = scalars.first, Self.ornaments.contains(first) || first == " " { scalars.removeFirst() }
        if let first = scalars.first, let close = Self.brackets[first] {
            guard let end = scalars.firstIndex(of: close) else { return nil }
            inside = Array(scalars[1..<end].drop { $0 == " " })
            scalars = Array(scalars[(end + 1)...])
        }
        let text = inside ?? scalars
        guard let (kind, label, number, used) = Self.keyword(text) else { return nil }
        var ordinal = number
        var rest = Array(text[used...])
        if let twin = Self.twin(of: label, rest) {
            rest = Array(rest[twin.end...])
            ordinal = ordinal ?? twin.ordinal
        }
        // A number of two parts is no ordinal, and as sure a sign of an item as one; what somebody states follows at once.
        let isStatement = ordinal == nil && RoleWords.embedded.statements.contains(label.lowercased())
        var isMarkedOff =
            inside != nil || isOrnamented || isStatement
            || (ordinal == nil && label.utf8.last.map { (0x30...0x39).contains($0) } == true)
        if inside != nil {
            guard rest.allSatisfy({ $0 == " " }) || rest.first.map(Self.isMark) == true else { return nil }
            rest = rest.drop { Self.isMark($0) || $0 == " " } + scalars
        }
        let gap = rest.prefix { $0 == " " }.count
        rest.removeFirst(gap)
        if Self.isTwin(rest.drop { Self.isMark($0) || $0 == " " }, of: label, ordinal) {
            rest = []
        } else if let mark = rest.first, Self.isMark(mark) {
            isMarkedOff = true
            rest = Array(rest.drop { Self.isMark($0) || $0 == " " })
        } else if !rest.isEmpty, inside == nil {
            // `지정토론 1 홍길동` has a label, `토론 1시간` and `발표자료` have none.
            guard gap > 0, ordinal != nil || hasGaps || isMarkedOff else { return nil }
        }
        guard !Self.isPageNumber(rest) else { return nil }
        while rest.last.map({ $0 == " " || Self.ornaments.contains($0) || ">]】".unicodeScalars.contains($0) }) == true {
            rest.removeLast()
        }
        // A role before where somebody is from: `Chair, Harbour Forum`.
        if gap == 0, ordinal == nil, inside == nil, text[used...].first == ",", label.utf8.allSatisfy({ $0 < 0x80 }) {
            return nil
        }
        self.kind = kind
        self.label = isStatement ? String(label.dropLast(3)) : label
        self.ordinal = ordinal
        self.isMarkedOff = isMarkedOff
        self.rest = rest.isEmpty ? nil : String(String.UnicodeScalarView(rest))
    }

    /// Whether nothing but a number follows a label: `토론 1 24` is a running header with its page number.
    private static func isPageNumber(_ rest: [Unicode.Scalar]) -> Bool {
        rest.contains { $0 != " " } && !rest.contains { $0.properties.numericType == nil && $0 != " " }
    }

    /// The same label in another language, in brackets at the start of what follows it: `기조강연 (Keynote)`, `Discussion 2 (토론 2)`.
    ///
    /// - Returns: Its number, and where its closing bracket ends.
    private static func twin(of label: String, _ rest: [Unicode.Scalar]) -> (ordinal: Int?, end: Int)? {
        guard let open = rest.firstIndex(where: { $0 != " " }), "([".unicodeScalars.contains(rest[open]),
            let close = rest[open...].firstIndex(where: { ")]".unicodeScalars.contains($0) })
        else { return nil }
        let inside = Array(rest[(open + 1)..<close])
        let isKorean = { (scalars: [Unicode.Scalar]) in scalars.contains(where: Hangul.isSyllable) }
        guard let (_, _, ordinal, used) = keyword(inside), inside[used...].allSatisfy({ $0 == " " }),
            isKorean(inside) != isKorean(Array(label.unicodeScalars))
        else { return nil }
        return (ordinal, close + 1)
    }

    /// Whether what follows a label is the same in another language: `Keynote 1 | 기조강연 1`, `종합토론 / Panel Discussion`.
    private static func isTwin(_ rest: ArraySlice<Unicode.Scalar>, of label: String, _ ordinal: Int?) -> Bool {
        guard !rest.isEmpty,
            rest.contains(where: Hangul.isSyllable) != label.unicodeScalars.contains(where: Hangul.isSyllable),
            let (_, _, number, used) = keyword(Array(rest))
        else { return false }
        return number == ordinal && used == rest.count
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { marks.contains(scalar) }

    private static let marks: ScalarSet = ":：|｜/–—-.)·,▪•■◆●▶◎▷∙"

    private static let ornaments: ScalarSet = "■□●○◆◇▶▷◀◁￭▪▫★☆※◎▣◈❍◯#"
    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
        "[": "]", "<": ">", "【": "】", "〈": "〉", "《": "》", "(": ")", "「": "」", "『": "』", "〔": "〕", "［": "］",
    ]

    /// What a line with a label can begin with beside ornaments; everything else is passed over without a closer look.
    private static let openings: ScalarSet = {
        let firsts = RoleWords.labels.keys.flatMap { [$0] + $0.properties.uppercaseMapping.unicodeScalars.prefix(1) }
        return ScalarSet(Array(brackets.keys) + firsts + ["제"])
    }()

    /// The first two scalars of every keyword as one number; none is shorter.
    private static let beginnings = Set(
        RoleWords.labels.values.joined().map { beginning($0.word[0], $0.word[1]) })

    private static func beginning(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
        UInt64(first.value) << 32 | UInt64(second.value)
    }

    /// Whether a row begins as a keyword does, ornaments passed over; brackets and `제` are looked at later.
    private static func mayBegin(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let end = manuscript.rows[row].clean.upperBound
        var index = manuscript.rows[row].clean.lowerBound
        var first: Unicode.Scalar?
        while index < end {
            let (scalar, next) = manuscript.clean.scalar(at: index, before: end)
            index = next
            if scalar == " " { continue }
            if let first {
                return beginnings.contains(beginning(lowercased(first), lowercased(scalar)))
            }
            if ornaments.contains(scalar) { continue }
            if scalar == "제" || brackets[scalar] != nil { return true }
            first = scalar
        }
        return false
    }

    /// The keyword and number at the start of a label, and how many scalars they take.
    private static func keyword(
        _ text: [Unicode.Scalar]
    ) -> (kind: TalkKind, label: String, ordinal: Int?, used: Int)? {
        var index = 0
        var leading: Int?
        if text.first == "제" {
            var probe = 1
            skipSpaces(text, &probe)
            guard let number = number(text, &probe) else { return nil }
            skipSpaces(text, &probe)
            leading = number
            index = probe
        }
        guard index < text.count, let words = RoleWords.labels[lowercased(text[index])] else { return compound(text) }
        for entry in words {
            guard let end = match(entry.word, text, from: index) else { continue }
            let label = closedUp(text[index..<end])
            if label == "주제", leading == nil, !isNumberNext(text, end) { continue }
            var after = end
            if let leading { return (entry.kind, label, leading, after) }
            var probe = after
            skipSpaces(text, &probe)
            if probe < text.count, "#-–.·".unicodeScalars.contains(text[probe]), probe + 1 < text.count {
                var numbered = probe + 1
                skipSpaces(text, &numbered)
                if let number = number(text, &numbered), isBoundary(text, numbered) {
                    return (entry.kind, label, number, numbered)
                }
            }
            if let (number, end) = bracketedNumber(text, probe) { return (entry.kind, label, number, end) }
            if let number = number(text, &probe) {
                if let end = compoundEnd(text, probe) {
                    let printed = String(String.UnicodeScalarView(text[after..<end].drop { $0 == " " }))
                    return (entry.kind, "\(label) \(printed)", nil, end)
                }
                guard isBoundary(text, probe) else { return nil }
                after = probe
                return (entry.kind, label, number, after)
            }
            guard isBoundary(text, after) else { continue }
            return (entry.kind, label, nil, after)
        }
        return compound(text)
    }

    /// The columns of the widest label that is a word of any kind before the name of its kind.
    private static let widestCompound = 24

    /// Whether a row is short and ends in a digit, as `논문발표 2` does.
    private static func mayBeCompound(_ manuscript: Manuscript, _ row: Int, _ first: Unicode.Scalar) -> Bool {
        manuscript.rows[row].width <= widestCompound && Hangul.isSyllable(first)
            && manuscript.lastScalar(row).map { $0.properties.numericType != nil } == true
    }

    /// A label whose word ends in the name of its kind, with a number and nothing after it: `논문발표 2`, `지역 토론 1`.
    private static func compound(
        _ text: [Unicode.Scalar]
    ) -> (kind: TalkKind, label: String, ordinal: Int?, used: Int)? {
        let word = text.prefix { Hangul.isSyllable($0) || $0 == " " }
        var end = word.count
        let syllables = word.filter { $0 != " " }
        guard (4...6).contains(syllables.count), let number = number(text, &end), end == text.count,
            let kind = RoleWords.embedded.labelEnds[String(String.UnicodeScalarView(syllables.suffix(2)))]
        else { return nil }
        return (kind, closedUp(word), number, end)
    }

    /// A number in brackets at an index, and where they end: `지정토론 (1)`.
    private static func bracketedNumber(_ text: [Unicode.Scalar], _ index: Int) -> (Int, end: Int)? {
        guard index < text.count, let close = ["(": ")" as Unicode.Scalar, "<": ">", "[": "]"][text[index]] else {
            return nil
        }
        var end = index + 1
        guard let number = number(text, &end), end < text.count, text[end] == close, isBoundary(text, end + 1) else {
            return nil
        }
        return (number, end + 1)
    }

    /// Where a number of two parts ends whose first part ends at an index (`발표 2-1`): of the second session, the first.
    private static func compoundEnd(_ text: [Unicode.Scalar], _ index: Int) -> Int? {
        guard index + 1 < text.count, text[index] == "-" else { return nil }
        var end = index + 1
        guard number(text, &end) != nil, isBoundary(text, end) else { return nil }
        return end
    }

    private static func isNumberNext(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        var probe = index
        skipSpaces(text, &probe)
        return number(text, &probe) != nil && isBoundary(text, probe)
    }

    private static func isBoundary(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index < text.count else { return true }
        return text[index] == " " || isMark(text[index])
    }

    private static func skipSpaces(_ text: [Unicode.Scalar], _ index: inout Int) {
        while index < text.count, text[index] == " " { index += 1 }
    }

    /// The small letter of an ASCII capital; everything else as it is.
    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar
    }

    /// Where a keyword that begins at an index ends, spaces within it passed over and letter case ignored.
    private static func match(_ word: [Unicode.Scalar], _ text: [Unicode.Scalar], from start: Int) -> Int? {
        var index = start
        for (position, wanted) in word.enumerated() {
            if position > 0 { skipSpaces(text, &index) }
            guard index < text.count else { return nil }
            guard lowercased(text[index]) == wanted else { return nil }
            index += 1
        }
        return index
    }

    /// A number in digits, in a circle, or in Roman numerals.
    private static func number(_ text: [Unicode.Scalar], _ index: inout Int) -> Int? {
        guard index < text.count else { return nil }
        switch text[index].value {
        case 0x2460...0x2473:
            index += 1
            return Int(text[index - 1].value - 0x245F)
        case 0x2160...0x216B:
            index += 1
            return Int(text[index - 1].value - 0x215F)
        default: break
        }
        var value = 0
        var end = index
        while end < text.count, end - index < 3,
            let digit = text[end].properties.numericType == .decimal
                ? Int(String(text[end])) : nil
        {
            value = value * 10 + digit
            end += 1
        }
        guard end > index else { return romanNumber(text, &index) }
        index = end
        return value
    }

    private static func romanNumber(_ text: [Unicode.Scalar], _ index: inout Int) -> Int? {
        let letters = text[index...].prefix { "IVX".unicodeScalars.contains($0) }
        let romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
        guard let position = romans.firstIndex(of: String(String.UnicodeScalarView(letters))) else { return nil }
        index += letters.count
        return position + 1
    }

    /// A Korean label without the spaces between its syllables; an English one as it is.
    private static func closedUp(_ slice: ArraySlice<Unicode.Scalar>) -> String {
        let isKorean = slice.contains(where: Hangul.isSyllable)
        return String(String.UnicodeScalarView(slice.filter { !isKorean || $0 != " " }))
    }
}
