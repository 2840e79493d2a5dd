/// What a text looks like that could not be read as a transcript, for whoever has to do something about it.
///
/// It is asked for only where a text is refused, and decides nothing.
public enum InputKind: Hashable, Sendable {
    /// JSON that lists nothing that was said: the keys found outermost, and where it breaks off.
    case json(keys: [String], fault: String?)
    /// A page of the Web.
    case html
    /// Marked up otherwise: what it is.
    case markup(String)
    /// A table: how many columns, parted by what.
    case table(columns: Int, separator: String)
    /// A program.
    case code
    /// Messages of a chat.
    case chat(Turns)
    /// A record with the labels of too few turns.
    case minutes(Turns)
    /// Text in which nobody is said to speak.
    case prose

    /// The turns that were seen.
    public struct Turns: Hashable, Sendable {
        /// How many lines look like the start of a turn.
        public var seen: Int
        /// How many are needed.
        public var needed: Int
        /// The 1-based line of the first.
        public var line: Int?
    }

    /// How many lines that carry text are looked at.
    static let probe = 400
    /// How many scalars of a line are looked at for a label.
    static let lineProbe = 400
    /// How many of the keys of JSON are named.
    static let mostKeys = 12
    /// How many bytes at the start are searched for the names of markup.
    static let markupProbe = 4096
    /// How many turns a record needs by default.
    static let turnsNeeded = 3
    /// The shapes of JSON that are read.
    static let shapes = """
        segments with text and start (Whisper, WhisperX, OpenAI), transcription (whisper.cpp), segments with body (Podcasting 2.0), \
        utterances (AssemblyAI, Deepgram), results (Amazon, Google, Speechmatics), monologues (Rev), chunks (Transformers), \
        recognizedPhrases (Azure), events (YouTube), words (ElevenLabs)
        """

    /// Looks at a text.
    ///
    /// - Parameters:
    ///   - manuscript: The text.
    ///   - turnsSeen: How many starts of turns a reader of turns saw; by default the lines with a label before a colon count.
    ///   - turnsNeeded: How many it needs.
    init(_ manuscript: Manuscript, turnsSeen: Int? = nil, turnsNeeded: Int = InputKind.turnsNeeded) {
        let rows = Array(manuscript.rows.indices.lazy.filter { !manuscript.rows[$0].isBlank }.prefix(Self.probe))
        let lines = rows.map { manuscript.text($0) }
        if let kind = Self.markup(manuscript, lines) ?? Self.json(manuscript) ?? Self.table(manuscript, rows) {
            self = kind
            return
        }
        let starts = lines.map { String($0.prefix(ofScalars: Self.lineProbe)) }
        let messages = starts.indices.filter { Self.isMessage(starts[$0]) }
        let labels = starts.indices.filter { Self.hasLabel(starts[$0]) }
        let first = messages.first ?? labels.first
        let turns = Turns(
            seen: turnsSeen ?? max(messages.count, labels.count), needed: turnsNeeded, line: first.map { rows[$0] + 1 })
        if Self.isCode(lines) {
            self = .code
        } else if !messages.isEmpty, messages.count * 3 >= lines.count {
            self = .chat(turns)
        } else {
            self = turns.seen > 0 ? .minutes(turns) : .prose
        }
    }

    /// The kind of a text that is in the markup of another program, whatever labels its lines seem to have.
    static func foreign(_ manuscript: Manuscript) -> InputKind? {
        // Plain text stands within HTML as well.
        if case .markup(let name)? = markup(manuscript, []), name != "XML" { return .markup(name) }
        return nil
    }

    // MARK: Markup

    private static func markup(_ manuscript: Manuscript, _ lines: [String]) -> InputKind? {
        let start = String(decoding: manuscript.raw.prefix(markupProbe), as: UTF8.self).lowercased()
        let text = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if text.hasPrefix("{\\rtf") { return .markup("RTF") }
        if text.hasPrefix("[script info]") { return .markup("ASS or SSA captions") }
        guard text.hasPrefix("<") else { return nil }
        if text.contains("<html") || text.hasPrefix("<!doctype html") { return .html }
        if text.contains("<tt ") || text.contains("<tt>") || text.contains("/ttml") { return .markup("TTML captions") }
        if text.hasPrefix("<?xml") || text.hasPrefix("<!doctype") { return .markup("XML") }
        guard text.contains("</") else { return nil }
        let isHTML = ["<body", "<div", "<p>", "<p ", "<span", "<table", "<br", "<h1", "<ul"].contains(
            where: text.contains)
        return isHTML ? .html : .markup("XML")
    }

    // MARK: JSON

    private static func json(_ manuscript: Manuscript) -> InputKind? {
        guard let first = manuscript.raw.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else { return nil }
        let json = JSONScanner(manuscript.raw)
        var node = json.roots.first
        if let list = node, let inner = json.items(list).first, json.nodes[inner].kind == .object { node = inner }
        var keys: [String] = []
        for (key, _) in json.members(node) where keys.count < mostKeys && !keys.contains(key) { keys.append(key) }
        guard json.fault == nil || !keys.isEmpty else { return nil }
        let fault = json.fault.map { fault in
            let row = manuscript.rows.partitioningRow(of: fault.offset)
            let line = manuscript.rows[row].raw
            let before = manuscript.raw[line.lowerBound..<max(line.lowerBound, min(fault.offset, line.upperBound))]
            let column = String(decoding: before, as: UTF8.self).count + 1
            return "it breaks off at line \(row + 1), column \(column), where \(fault.expected) was expected"
        }
        return .json(keys: keys.map { String($0.prefix(longestLabel)) }, fault: fault)
    }

    // MARK: Tables

    private static let separators: [(character: UInt8, name: String)] = [
        (0x09, "tabs"), (0x2C, "commas"), (0x3B, "semicolons"), (0x7C, "bars"),
    ]

    /// A table has the same signs on nearly every line.
    private static func table(_ manuscript: Manuscript, _ rows: [Int]) -> InputKind? {
        guard rows.count >= 3 else { return nil }
        for (character, name) in separators {
            var counts: [Int: Int] = [:]
            for row in rows {
                var (count, isQuoted) = (0, false)
                for byte in manuscript.raw[manuscript.rows[row].raw] {
                    if byte == 0x22 { isQuoted.toggle() }
                    if byte == character, !isQuoted { count += 1 }
                }
                counts[count, default: 0] += 1
            }
            guard let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), most.key > 0 else { continue }
            let least = character == 0x2C ? 2 : 1
            if most.key >= least, most.value * 10 >= rows.count * 9 {
                return .table(columns: most.key + 1, separator: name)
            }
        }
        return nil
    }

    // MARK: Lines

    /// The longest label or nick, in characters, and the most words of one; the longest time before it.
    private static let longestLabel = 40, mostLabelWords = 5, longestTime = 30

    private static func isCode(_ lines: [String]) -> Bool {
        let starts = [
            "import ", "#include", "#!/", "def ", "func ", "function ", "class ", "public ", "private ", "return ",
            "const ",
            "let ", "var ", "package ", "using ", "from ", "if (", "for (", "//", "/*", "}",
        ]
        let count = lines.count { line in
            let last = line.utf8.last
            // By bytes, or a line of combining marks is composed once for each of the words.
            return last == 0x3B || last == 0x7B || last == 0x7D || starts.contains { line.utf8.starts(with: $0.utf8) }
        }
        return lines.count >= 5 && count * 5 >= lines.count * 2
    }

    /// A message of a chat: a nick in angle brackets, or a time and a name before what is said.
    private static func isMessage(_ line: String) -> Bool {
        if line.hasPrefix("<"), let close = line.prefix(longestLabel).firstIndex(of: ">") {
            let nick = line[line.index(after: line.startIndex)..<close]
            return !nick.isEmpty && !nick.contains("/") && line[close...].hasPrefix("> ")
        }
        let hasTime = line.prefix(longestTime).contains(":") && line.prefix(longestTime).contains(where: \.isNumber)
        guard hasTime, let first = line.first, first.isNumber || first == "[" || first == "(" else { return false }
        let rest = line.drop { $0.isNumber || " []():./,-–년월일".contains($0) || "AMPM오전후".contains($0) }
        return rest.hasPrefix("<") || rest.hasPrefix("*") || hasLabel(String(rest)) || line.hasPrefix("[")
    }

    /// Whether a line begins with a short label and a colon, with words after it.
    private static func hasLabel(_ line: String) -> Bool {
        let start = line.prefix(longestLabel)
        guard let colon = start.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
        let label = start[..<colon]
        let after = line[line.index(after: colon)...]
        return label.first?.isLetter == true && label.split(separator: " ").count <= mostLabelWords
            && !label.contains(",")
            && !after.hasPrefix("//") && after.contains { $0.isLetter }
            && (after.first == " " || label.last?.isASCII == false)
    }
}

extension InputKind: CustomStringConvertible {
    /// What the text looks like and what to do, in a sentence or two.
    public var description: String {
        switch self {
        case .json(let keys, let fault):
            "the text is JSON that lists nothing that was said"
                + (keys.isEmpty ? "" : ": its keys are \(keys.map { "“\($0)”" }.joined(separator: ", "))")
                + (fault.map { "; \($0)" } ?? "") + "; read are \(Self.shapes)"
        case .html: "the text looks like HTML; save the page as text, or convert it to Markdown"
        case .markup(let name): "the text looks like \(name); convert it to plain text, or captions to SubRip or WebVTT"
        case .table(let columns, let separator):
            "the text looks like a table of \(columns) columns parted by \(separator); read are tables with tabs and the columns "
                + "start, end and text"
        case .code: "the text looks like the source of a program; expected what people said"
        case .chat(let turns): "the text looks like a chat or IRC log with \(turns.told)"
        case .minutes(let turns): "the text looks like minutes with \(turns.told)"
        case .prose:
            "no programme item found and no turns: expected a line such as “주제발표 1”, “지정토론 1”, “종합토론” or “Keynote 1” "
                + "before a panelist's name, or labels of speakers that come again and again, such as “김철수: …”"
        }
    }
}

extension InputKind.Turns {
    fileprivate var told: String {
        let first = line.map { ", the first on line \($0)" } ?? ""
        return
            "too few turns: \(seen) lines look like the start of one\(first); at least \(needed) are needed, such as “김철수: …”, "
            + "or a programme item such as “주제발표 1”"
    }
}

extension [Manuscript.Row] {
    /// The row that holds a byte of the text; the last for what is behind it.
    func partitioningRow(of offset: Int) -> Int {
        var (low, high) = (0, count - 1)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].end <= offset { low = middle + 1 } else { high = middle }
        }
        return Swift.max(0, low)
    }
}
