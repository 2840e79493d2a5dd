/// What a line of Markdown is by its own marks (CommonMark's block structure, as far as transcripts use it).
struct MarkdownLine {
    /// A mark at the start of a line, the text after it.
    struct Marked {
        var mark: String
        var rest: String
    }

    let text: String

    /// Takes a clean line.
    init(_ text: String) { self.text = text }

    /// The depth and title of a heading: one to six `#`, a blank, the title, and perhaps more `#`.
    var heading: (depth: Int, title: String)? {
        let depth = text.utf8.prefix { $0 == 0x23 }.count
        let rest = text.utf8.dropFirst(depth)
        guard (1...6).contains(depth), rest.first == 0x20 else { return nil }
        var title = rest.dropFirst()
        let open = title.dropLast(title.reversed().prefix { $0 == 0x23 }.count)
        if open.last == 0x20 || open.isEmpty { title = open }
        while title.last == 0x20 { title.removeLast() }
        return title.isEmpty ? nil : (depth, String(Substring(title)))
    }

    var isHeading: Bool { heading != nil }

    /// Whether it is a rule: three or more of `-`, `*` or `_`.
    var isRule: Bool {
        guard let byte = text.utf8.first, byte == 0x2D || byte == 0x2A || byte == 0x5F, let first = text.first else {
            return false
        }
        return text.allSatisfy { $0 == first || $0 == " " } && text.count { $0 == first } >= 3
    }

    /// The depth of the heading that the line before is, if this line underlines it.
    var underlineDepth: Int? {
        guard text.utf8.count >= 2, let first = text.utf8.first, first == 0x3D || first == 0x2D,
            text.utf8.allSatisfy({ $0 == first })
        else { return nil }
        return first == 0x3D ? 1 : 2
    }

    /// Whether it begins or ends a block of code.
    var isFence: Bool { fence != nil }

    /// The mark of a fence of code, and whether it says what the code is (CommonMark, section 4.5).
    var fence: (mark: Character, hasInfo: Bool)? {
        guard let byte = text.utf8.first, byte == 0x60 || byte == 0x7E, let mark = text.first,
            text.prefix(while: { $0 == mark }).count >= 3
        else {
            return nil
        }
        let info = text.drop { $0 == mark }.drop { $0 == " " }
        // Code between backticks within a line is no fence.
        return info.contains("`") ? nil : (mark, !info.isEmpty)
    }

    /// The most bytes of a bullet with the blank behind it.
    private static let longestBullet = 11

    /// An item of a list: `-`, `*`, `+`, or at most nine digits with `.` or `)`.
    var bullet: Marked? {
        guard let space = text.utf8.prefix(Self.longestBullet).firstIndex(of: 0x20) else { return nil }
        let mark = text[..<space]
        let isSign = mark == "-" || mark == "*" || mark == "+" || mark == "•"
        let isNumber =
            (mark.last == "." || mark.last == ")") && (1...9).contains(mark.count - 1)
            && mark.dropLast().utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isSign || isNumber else { return nil }
        return Marked(mark: String(mark), rest: String(text[text.index(after: space)...]))
    }

    /// A line of a block quotation, its marks of all depths taken off.
    var quote: Marked? {
        guard text.utf8.first == 0x3E else { return nil }
        let rest = text.drop { $0 == ">" || $0 == " " }
        return Marked(mark: ">", rest: String(rest))
    }

    /// A footnote: `[^1]: …`.
    var footnote: Marked? {
        guard text.utf8.starts(with: "[^".utf8), let close = text.firstRange(ofBytes: "]:") else { return nil }
        let label = text[text.index(text.startIndex, offsetBy: 2)..<close.lowerBound]
        guard !label.isEmpty, !label.contains(" "), !label.contains("]") else { return nil }
        return Marked(
            mark: String(text[..<close.upperBound]), rest: String(text[close.upperBound...].drop { $0 == " " }))
    }

    /// The number that begins a title: `1.`, `2.3`, `(1)`, `Ⅰ.`.
    static func number(of title: String) -> Marked? {
        guard let space = title.firstIndex(of: " "), let last = title[..<space].last else { return nil }
        let mark = title[..<space]
        let bare = mark.drop { $0 == "(" }
        let digits = bare.prefix { $0.isNumber || $0 == "." }
        let rest = bare.dropFirst(digits.count)
        guard digits.contains(where: \.isNumber), rest.isEmpty || rest == ")",
            last == "." || last == ")" || digits.dropLast().contains(".")
        else { return nil }
        return Marked(mark: String(mark), rest: String(title[title.index(after: space)...]))
    }
}
