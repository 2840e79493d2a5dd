import KoreanText

/// The number or sign that a heading or a list item begins with.
struct BlockMarker: Hashable {
    /// The form of a marker; markers of one form stand on one level.
    enum Style: Hashable {
        /// `1.`
        case arabicPoint
        /// `1)`
        case arabicParenthesis
        /// `(1)`
        case arabicParentheses
        /// `1.1`, `1.1.1`, `1-1.`, by the count of numbers.
        case decimal(Int)
        /// `Ⅰ.`, `I.`
        case roman
        /// `A.`
        case letter
        /// `(a)`
        case letterParentheses
        /// `(ii)`, which only ever counts the parts of a sentence.
        case smallRoman
        /// `가.`
        case hangulPoint
        /// `가)`
        case hangulParenthesis
        /// `(가)`
        case hangulParentheses
        /// `①`
        case circled
        /// `제1장`, by its unit.
        case chapter(Unicode.Scalar)
        /// `[서론]`, `【결론】`, `<요약>`, by the opening bracket.
        case bracketed(Unicode.Scalar)
        /// `□`, `○` and their like, which head a part or an item.
        case sign(Unicode.Scalar)
        /// `-`, `·`, `•` and their like, which only ever begin an item.
        case bullet(Unicode.Scalar)
        /// `>` before quoted lines.
        case quotation

        /// Whether markers of this form are counted.
        var isCounted: Bool {
            switch self {
            case .bracketed, .sign, .bullet, .quotation: false
            default: true
            }
        }

        /// Whether such a marker can head a section.
        var canHead: Bool {
            switch self {
            case .bullet, .quotation, .smallRoman: false
            default: true
            }
        }
    }

    /// The form.
    var style: Style
    /// The marker as printed, without white space around it.
    var label: String
    /// The number it stands for, where it is counted.
    var number: Int
    /// Where the text after the marker begins in the clean bytes.
    var textStart: Int
    /// Whether the text follows without a space, which makes the marker less sure.
    var isTight: Bool
    /// Whether it stands on a line by itself, its text below it.
    var isAlone = false

    /// Reads the marker at the start of a clean line, if one stands there with text after it.
    init?(_ clean: [UInt8], _ range: Range<Int>) {
        guard !range.isEmpty, Self.mayBegin(clean, range) else { return nil }
        var scanner = Scanner(bytes: clean, index: range.lowerBound, end: range.upperBound)
        guard let style = scanner.style() else { return nil }
        let labelEnd = scanner.index
        isTight = !scanner.skipSpace()
        if style.style == .bullet("-"), isTight { return nil }
        guard scanner.index < range.upperBound else { return nil }
        self.style = style.style
        number = style.number
        label = String(decoding: clean[range.lowerBound..<labelEnd], as: UTF8.self)
        textStart = scanner.index
        if case .bracketed = style.style {
            textStart = range.lowerBound
            label = ""
        }
        if isTight {
            switch style.style {
            case .decimal, .letter, .letterParentheses, .roman, .hangulParentheses, .bullet("*"), .bullet("–"),
                .bullet("—"), .bullet("o"),
                .bullet("→"), .quotation:
                return nil
            case .arabicPoint, .hangulPoint, .hangulParenthesis:
                let next = clean.scalar(at: textStart, before: range.upperBound).scalar
                guard Hangul.isSyllable(next) || next.isUppercase else { return nil }
            default: break
            }
        }
    }

    /// The label of a note, whose length in bytes is known beforehand.
    init(_ manuscript: Manuscript, _ row: Int, label length: Int) {
        let range = manuscript.rows[row].clean
        textStart = min(range.lowerBound + length, range.upperBound)
        let bytes = manuscript.clean[range.lowerBound..<textStart]
        label = String(decoding: bytes.last == 0x20 ? bytes.dropLast() : bytes, as: UTF8.self)
        number = Int(String(label.unicodeScalars.filter { ("0"..."9").contains($0) })) ?? 0
        style = .arabicParenthesis
        isTight = false
    }

    /// Whether a line may begin with a marker: most begin with a syllable that counts nothing.
    private static func mayBegin(_ clean: [UInt8], _ range: Range<Int>) -> Bool {
        guard clean[range.lowerBound] >= 0xEA, clean[range.lowerBound] <= 0xED else { return true }
        let (scalar, next) = clean.scalar(at: range.lowerBound, before: range.upperBound)
        if scalar == "제" || !Hangul.isSyllable(scalar) { return true }
        return next < range.upperBound && (clean[next] == 0x2E || clean[next] == 0x29)
    }

    /// Reads the marker of a row.
    init?(_ manuscript: Manuscript, _ row: Int) {
        self.init(manuscript.clean, manuscript.rows[row].clean)
    }

    private static let bullets: ScalarSet = "-–—‐‑−·•‧ㆍ∙⋅・･‣⁃▪▫◾◽∎*※→⇒➔➜➤➢✓✔◦⦁▸►"
    private static let signs: ScalarSet = "□■○●◎◉⊙◇◆▶▷△▲▽▼▣◈❍◯￭☐❏❑❖★☆"
    static let countingSyllables = Array("가나다라마바사아자차카타파하".unicodeScalars)
    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "【": "】", "<": ">", "〈": "〉", "〔": "〕"]

    private struct Scanner {
        let bytes: [UInt8]
        var index: Int
        let end: Int

        mutating func style() -> (style: Style, number: Int)? {
            let lead = bytes[index]
            if lead < 0x80 { return asciiStyle(lead) }
            let (scalar, next) = bytes.scalar(at: index, before: end)
            switch scalar.value {
            case 0x2460...0x2473: return accept(next, .circled, Int(scalar.value - 0x245F))
            case 0x2776...0x277F: return accept(next, .circled, Int(scalar.value - 0x2775))
            case 0x2780...0x2789: return accept(next, .circled, Int(scalar.value - 0x277F))
            case 0x2160...0x216B:
                index = next
                if let point = peek(), point == 0x2E || point == 0x29 { index += 1 }
                return (.roman, Int(scalar.value - 0x215F))
            default: break
            }
            if scalar == "제" { return chapter(next) }
            if let number = countingSyllables.firstIndex(of: scalar) {
                guard next < end, bytes[next] == 0x2E || bytes[next] == 0x29 else { return nil }
                let style: Style = bytes[next] == 0x2E ? .hangulPoint : .hangulParenthesis
                return accept(next + 1, style, number + 1)
            }
            if bullets.contains(scalar) { return accept(next, .bullet(scalar), 0) }
            if signs.contains(scalar) {
                // `○○시`: a name that is left out.
                guard next >= end || bytes.scalar(at: next, before: end).scalar != scalar else { return nil }
                return accept(next, .sign(scalar), 0)
            }
            return bracketed(scalar)
        }

        mutating func skipSpace() -> Bool {
            guard index < end, bytes[index] == 0x20 else { return false }
            index += 1
            return true
        }

        private mutating func asciiStyle(_ lead: UInt8) -> (style: Style, number: Int)? {
            switch lead {
            case 0x30...0x39: return arabic()
            case 0x28: return parenthesised()
            case 0x2D, 0x2A: return accept(index + 1, .bullet(Unicode.Scalar(lead)), 0)
            case 0x3E: return accept(index + 1, .quotation, 0)
            case 0x5B, 0x3C: return bracketed(Unicode.Scalar(lead))
            case 0x6F: return accept(index + 1, .bullet("o"), 0)
            case 0x41...0x5A: return capital(lead)
            default: return nil
            }
        }

        private mutating func accept(_ next: Int, _ style: Style, _ number: Int) -> (style: Style, number: Int) {
            index = next
            return (style, number)
        }

        private func peek() -> UInt8? { index < end ? bytes[index] : nil }

        /// One or two digits, or nothing.
        private mutating func digits() -> Int? {
            var value = 0
            var count = 0
            while let byte = peek(), byte >= 0x30, byte <= 0x39 {
                value = value * 10 + Int(byte - 0x30)
                count += 1
                index += 1
                if count > 2 { return nil }
            }
            return count > 0 ? value : nil
        }

        private mutating func arabic() -> (style: Style, number: Int)? {
            guard var value = digits(), let mark = peek() else { return nil }
            if mark == 0x29 { return accept(index + 1, .arabicParenthesis, value) }
            guard mark == 0x2E || mark == 0x2D else { return nil }
            var numbers = 1
            while let mark = peek(), mark == 0x2E || mark == 0x2D, index + 1 < end,
                (0x30...0x39).contains(bytes[index + 1])
            {
                index += 1
                guard let next = digits() else { return nil }
                value = next
                numbers += 1
            }
            if numbers > 1 {
                if peek() == 0x2E { index += 1 }
                return (.decimal(numbers), value)
            }
            guard peek() == 0x2E else { return nil }
            return accept(index + 1, .arabicPoint, value)
        }

        private mutating func parenthesised() -> (style: Style, number: Int)? {
            index += 1
            if let value = digits() {
                guard peek() == 0x29 else { return nil }
                return accept(index + 1, .arabicParentheses, value)
            }
            if let byte = peek(), (0x61...0x7A).contains(byte), index + 1 < end, bytes[index + 1] == 0x29 {
                return accept(index + 2, .letterParentheses, Int(byte - 0x60))
            }
            guard let byte = peek(), byte >= 0x80 else { return nil }
            let (scalar, next) = bytes.scalar(at: index, before: end)
            guard let number = countingSyllables.firstIndex(of: scalar), next < end, bytes[next] == 0x29 else {
                return nil
            }
            return accept(next + 1, .hangulParentheses, number + 1)
        }

        private mutating func capital(_ lead: UInt8) -> (style: Style, number: Int)? {
            var next = index
            while next < end, (0x41...0x5A).contains(bytes[next]) { next += 1 }
            guard next < end, bytes[next] == 0x2E, next - index <= 4 else { return nil }
            let letters = String(decoding: bytes[index..<next], as: UTF8.self)
            let romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
            if let number = romans.firstIndex(of: letters) { return accept(next + 1, .roman, number + 1) }
            guard letters.utf8.count == 1 else { return nil }
            return accept(next + 1, .letter, Int(lead - 0x40))
        }

        private mutating func chapter(_ next: Int) -> (style: Style, number: Int)? {
            index = next
            _ = skipSpace()
            guard let value = digits() else { return nil }
            _ = skipSpace()
            guard index < end else { return nil }
            let (unit, after) = bytes.scalar(at: index, before: end)
            guard PageWords.chapterUnits.contains(unit) else { return nil }
            index = after
            if peek() == 0x2E { index += 1 }
            return peek() == 0x20 ? (.chapter(unit), value) : nil
        }

        /// A whole line in brackets.
        private mutating func bracketed(_ open: Unicode.Scalar) -> (style: Style, number: Int)? {
            guard let close = brackets[open] else { return nil }
            var last = end - 1
            while last > index, bytes[last] & 0xC0 == 0x80 { last -= 1 }
            guard last > index, bytes.scalar(at: last, before: end).scalar == close else { return nil }
            let closing = Array(String(Character(close)).utf8)
            let isWhole = !bytes[index..<last].indices.contains { bytes[$0...].starts(with: closing) && $0 < last }
            return isWhole ? (.bracketed(open), 0) : nil
        }
    }
}
