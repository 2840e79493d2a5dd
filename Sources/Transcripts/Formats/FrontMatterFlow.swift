/// A value of front matter in brackets or quotation marks, on one line or several.
struct FrontMatterFlow {
    private typealias Value = FrontMatterTree.Value

    private let row: Int
    private var text: [Character] = []
    private var index = 0
    /// How many brackets are open, and the quotation mark that is.
    private var depth = 0
    private var quote: Character?

    init(row: Int) { self.row = row }

    /// Whether nothing is open any more.
    var isWhole: Bool { depth <= 0 && quote == nil }

    /// Adds a line.
    mutating func add(_ line: String) {
        if !text.isEmpty { text.append(" ") }
        var previous: Character = " "
        for character in line {
            if let open = quote {
                if character == open, previous != "\\" || open == "'" { quote = nil }
            } else if (character == "\"" || character == "'") && " [{,:".contains(previous) {
                quote = character
            } else if character == "[" || character == "{" {
                depth += 1
            } else if character == "]" || character == "}" {
                depth -= 1
            }
            previous = character == "\\" && previous == "\\" ? " " : character
            text.append(character)
        }
    }

    /// What was added, read.
    var value: FrontMatterTree.Value {
        var reader = self
        return reader.read(0)
    }

    private mutating func skipBlanks() {
        while index < text.count, text[index] == " " { index += 1 }
    }

    private mutating func read(_ depth: Int) -> Value {
        skipBlanks()
        guard index < text.count else { return Value(content: .text(""), row: row) }
        switch text[index] {
        case "[" where depth < FrontMatterTree.greatestDepth: return Value(content: .list(list(depth)), row: row)
        case "{" where depth < FrontMatterTree.greatestDepth: return Value(content: .map(map(depth)), row: row)
        case "\"", "'": return Value(content: .text(quoted()), row: row)
        default: return Value(content: .text(plain(isKey: false, depth)), row: row)
        }
    }

    private mutating func list(_ depth: Int) -> [Value] {
        index += 1
        var items: [Value] = []
        while index < text.count, text[index] != "]" {
            let start = index
            let item = read(depth + 1)
            if case .text(let text) = item.content, text.isEmpty {} else { items.append(item) }
            passComma(after: start)
        }
        index += 1
        return items
    }

    private mutating func map(_ depth: Int) -> [FrontMatterTree.Entry] {
        index += 1
        var entries: [FrontMatterTree.Entry] = []
        while index < text.count, text[index] != "}" {
            let start = index
            skipBlanks()
            guard index < text.count, text[index] != "}" else { break }
            let isQuoted = text[index] == "\"" || text[index] == "'"
            let key = isQuoted ? quoted() : plain(isKey: true, depth + 1)
            skipBlanks()
            var value = Value(content: .text(""), row: row)
            if index < text.count, text[index] == ":" {
                index += 1
                value = read(depth + 1)
            }
            if !key.isEmpty { entries.append(FrontMatterTree.Entry(key: key, value: value)) }
            passComma(after: start)
        }
        index += 1
        return entries
    }

    /// Goes past the comma after an item; past any one character where nothing else went on.
    private mutating func passComma(after start: Int) {
        skipBlanks()
        if index < text.count, text[index] == "," || index == start { index += 1 }
        skipBlanks()
    }

    private mutating func quoted() -> String {
        let quote = text[index]
        index += 1
        var result = ""
        while index < text.count {
            let character = text[index]
            index += 1
            if character == quote {
                guard quote == "'", index < text.count, text[index] == "'" else { break }
                index += 1
            } else if character == "\\", quote == "\"", index < text.count {
                result.append(text[index] == "n" || text[index] == "t" ? " " : text[index])
                index += 1
                continue
            }
            result.append(character)
        }
        return result
    }

    private mutating func plain(isKey: Bool, _ depth: Int) -> String {
        let start = index
        let ends: Set<Character> = depth == 0 ? [] : isKey ? [",", "]", "}", ":"] : [",", "]", "}"]
        while index < text.count, !ends.contains(text[index]) { index += 1 }
        return Self.plain(String(text[start..<index]))
    }

    /// Plain text without the blanks at its ends; nothing for what stands for nothing.
    static func plain(_ text: String) -> String {
        let words = text.split(separator: " ").joined(separator: " ")
        return words == "null" || words == "~" ? "" : words
    }
}
