/// The values of front matter: the part of YAML that people write there.
///
/// Block maps and lists by their indentation, `[a, b]` and `{a: b}`, quoted and plain text over one line or several, `|` and `>`, comments.
/// Anchors, tags and further documents are read as text.
struct FrontMatterTree {
    /// A value with the row it begins on.
    struct Value {
        enum Content {
            case text(String)
            case list([Value])
            case map([Entry])
        }

        var content: Content
        var row: Int
        /// The row of the key it belongs to.
        var keyRow: Int?
    }

    /// A key with its value.
    struct Entry {
        var key: String
        var value: Value
    }

    /// A line of the front matter without its indentation.
    struct Line {
        var row: Int
        var indent: Int
        var text: String

        var isItem: Bool { text == "-" || text.hasPrefix("- ") }
    }

    /// How many values may stand inside one another; what is deeper is left out.
    static let greatestDepth = 12

    /// The longest key, in characters.
    static let longestKey = 40

    /// The outermost keys in order.
    private(set) var entries: [Entry] = []
    /// The lines that could not be read, with their columns.
    private(set) var faults: [(row: Int, column: Int)] = []

    private let lines: [Line]
    private var index = 0

    /// Reads lines, blank ones left out.
    init(_ lines: [Line]) {
        self.lines = lines
        while let line = current {
            if line.text.first == "#" {
                index += 1
            } else if Self.entry(line.text) != nil, line.indent == 0 || entries.isEmpty {
                entries += map(above: line.indent - 1, 0)
            } else {
                fault(line)
            }
        }
    }

    private var current: Line? { index < lines.count ? lines[index] : nil }

    private mutating func fault(_ line: Line) {
        faults.append((line.row, line.indent + 1))
        index += 1
    }

    private mutating func skipComments() {
        while let line = current, line.text.first == "#" { index += 1 }
    }

    /// The key and the value of `key: value`; a key is plain or in quotation marks.
    static func entry(_ line: String) -> (key: String, value: Substring)? {
        if let quote = line.first, quote == "\"" || quote == "'" {
            let rest = line.dropFirst()
            guard let close = rest.firstIndex(of: quote) else { return nil }
            let after = rest[rest.index(after: close)...]
            guard after == ":" || after.hasPrefix(": ") else { return nil }
            return (String(rest[..<close]), after.dropFirst().drop { $0 == " " })
        }
        guard
            let colon = line.hasSuffix(":")
                ? line.firstRange(of: ": ") ?? line.lastRange(of: ":") : line.firstRange(of: ": ")
        else { return nil }
        let key = line[..<colon.lowerBound]
        guard let first = key.first, first.isLetter || first.isNumber || first == "_", key.count <= longestKey,
            !key.contains(where: { "\"[]{}#,".contains($0) })
        else { return nil }
        return (String(key), line[line.index(after: colon.lowerBound)...].drop { $0 == " " })
    }

    /// The entries of a map, all that is further in than a column.
    private mutating func map(above column: Int, _ depth: Int) -> [Entry] {
        var entries: [Entry] = []
        var width: Int?
        skipComments()
        while let line = current, line.indent > column, !line.isItem {
            guard let (key, rest) = Self.entry(line.text), column >= 0 || line.indent == width ?? line.indent else {
                fault(line)
                skipComments()
                continue
            }
            width = width ?? line.indent
            index += 1
            var value = self.value(Self.withoutComment(rest), line, depth + 1)
            value.keyRow = line.row
            entries.append(Entry(key: key, value: value))
            skipComments()
        }
        return entries
    }

    private mutating func list(at indent: Int, _ depth: Int) -> [Value] {
        var items: [Value] = []
        while let line = current, line.indent == indent, line.isItem {
            let rest = line.text.dropFirst().drop { $0 == " " }
            if Self.entry(String(rest)) != nil, rest.first != "{" {
                // A map that begins on the item's own line, as if it stood there alone.
                items.append(Value(content: .map(itemMap(line, String(rest), depth + 1)), row: line.row))
            } else {
                index += 1
                items.append(value(Self.withoutComment(rest), line, depth + 1))
            }
            skipComments()
        }
        return items
    }

    private mutating func itemMap(_ line: Line, _ text: String, _ depth: Int) -> [Entry] {
        guard let (key, rest) = Self.entry(text) else { return [] }
        index += 1
        let inside = Line(row: line.row, indent: line.indent + 1, text: text)
        let first = value(Self.withoutComment(rest), inside, depth)
        return [Entry(key: key, value: first)] + (depth < Self.greatestDepth ? map(above: line.indent, depth) : [])
    }

    /// The value that begins after a key or an item's dash.
    private mutating func value(_ rest: Substring, _ line: Line, _ depth: Int) -> Value {
        guard depth < Self.greatestDepth else {
            while let next = current, next.indent > line.indent { index += 1 }
            return Value(content: .text(""), row: line.row)
        }
        if rest.isEmpty { return block(after: line, depth) }
        if let mark = rest.first, mark == "|" || mark == ">",
            rest.dropFirst().allSatisfy({ "+-123456789".contains($0) })
        {
            return Value(content: .text(indented(after: line).joined(separator: " ")), row: line.row)
        }
        if let first = rest.first, first == "[" || first == "{" || first == "\"" || first == "'" {
            return enclosed(rest, line)
        }
        // Plain text goes on further in, where no key stands.
        var words = [String(rest)]
        while let next = current, next.indent > line.indent, !next.isItem, Self.entry(next.text) == nil {
            if next.text.first != "#" { words.append(String(Self.withoutComment(next.text[...]))) }
            index += 1
        }
        return Value(content: .text(FrontMatterFlow.plain(words.joined(separator: " "))), row: line.row)
    }

    /// What stands on the lines after a key that has nothing on its own.
    private mutating func block(after line: Line, _ depth: Int) -> Value {
        skipComments()
        guard let next = current,
            next.indent > line.indent || (next.isItem && next.indent == line.indent && !line.isItem)
        else { return Value(content: .text(""), row: line.row) }
        if next.isItem { return Value(content: .list(list(at: next.indent, depth)), row: next.row) }
        if Self.entry(next.text) != nil { return Value(content: .map(map(above: line.indent, depth)), row: next.row) }
        return Value(content: .text(indented(after: line).joined(separator: " ")), row: next.row)
    }

    private mutating func indented(after line: Line) -> [String] {
        var words: [String] = []
        while let next = current, next.indent > line.indent {
            words.append(next.text)
            index += 1
        }
        return words
    }

    /// A value in brackets or quotation marks, with the lines that it goes on over.
    private mutating func enclosed(_ rest: Substring, _ line: Line) -> Value {
        var flow = FrontMatterFlow(row: line.row)
        flow.add(String(rest))
        while !flow.isWhole, let next = current, next.indent > line.indent || "]}".contains(next.text.first ?? " ") {
            flow.add(next.text)
            index += 1
        }
        return flow.value
    }

    /// A value without the comment after it: ` #` outside of quotation marks.
    private static func withoutComment(_ text: Substring) -> Substring {
        if text.first == "#" { return "" }
        guard text.contains("#") else { return text }
        var quote: Character?
        var previous: Character = " "
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if (character == "\"" || character == "'") && (previous == " " || previous == "[" || previous == "{")
            {
                quote = character
            } else if character == "#", previous == " " {
                return text[..<index].trimmingSuffix { $0 == " " }
            }
            previous = character
        }
        return text
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isLeft: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isLeft(last) { rest = rest.dropLast() }
        return rest
    }
}

extension String {
    fileprivate func lastRange(of text: String) -> Range<String.Index>? { ranges(of: text).last }
}
