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
        let depth = text.prefix { $0 == "#" }.count
        let rest = text.dropFirst(depth)
        guard (1...6).contains(depth), rest.first == " " else { return nil }
        var title = rest.dropFirst()
        let open = title.reversed().drop { $0 == "#" }
        if open.first == " " || open.isEmpty { title = title.dropLast(title.count - open.count) }
        while title.last == " " { title = title.dropLast() }
        return title.isEmpty ? nil : (depth, String(title))
    }

    var isHeading: Bool { heading != nil }

    /// Whether it is a rule: three or more of `-`, `*` or `_`.
    var isRule: Bool {
        guard let first = text.first, "-*_".contains(first) else { return false }
        return text.allSatisfy { $0 == first || $0 == " " } && text.count { $0 == first } >= 3
    }

    /// The depth of the heading that the line before is, if this line underlines it.
    var underlineDepth: Int? {
        guard text.count >= 2, let first = text.first, text.allSatisfy({ $0 == first }) else { return nil }
        return first == "=" ? 1 : first == "-" ? 2 : nil
    }

    /// Whether it begins or ends a block of code.
    var isFence: Bool { fence != nil }

    /// The mark of a fence of code, and whether it says what the code is (CommonMark, section 4.5).
    var fence: (mark: Character, hasInfo: Bool)? {
        guard let mark = text.first, mark == "`" || mark == "~", text.prefix(while: { $0 == mark }).count >= 3 else {
            return nil
        }
        let info = text.drop { $0 == mark }.drop { $0 == " " }
        // Code between backticks within a line is no fence.
        return info.contains("`") ? nil : (mark, !info.isEmpty)
    }

    /// An item of a list: `-`, `*`, `+`, or at most nine digits with `.` or `)`.
    var bullet: Marked? {
        guard let space = text.firstIndex(of: " ") else { return nil }
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
        guard text.first == ">" else { return nil }
        let rest = text.drop { $0 == ">" || $0 == " " }
        return Marked(mark: ">", rest: String(rest))
    }

    /// A footnote: `[^1]: …`.
    var footnote: Marked? {
        guard text.hasPrefix("[^"), let close = text.firstRange(of: "]:") else { return nil }
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
