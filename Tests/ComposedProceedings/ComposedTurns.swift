import SeededNumbers

/// A transcript with turns composed by a seed, or a document without any that tempts to see some, with the reading that is right.
///
/// All names are invented, and sentences are put together of common words; one who learns from these documents learns forms.
package struct ComposedTurns {
    /// What a label names.
    package enum Kind: String, Sendable {
        case person, office, anonymous, group, unknown
    }

    /// A turn, as it is to be read.
    package struct Turn {
        /// The 1-based line of the label.
        package var line: Int
        package var label: String
        /// Names of which one is to be served; the fullest first.
        package var who: [String]
        package var kind: Kind

        package init(line: Int, label: String, who: [String], kind: Kind) {
            (self.line, self.label, self.who, self.kind) = (line, label, who, kind)
        }
    }

    /// Whose the words of a line are.
    package enum Owner: Equatable {
        case turn(Int)
        /// The record's own: a heading, a note of the scene, the head of the document.
        case nobody
        /// Blank, or printed on the page and no text.
        case none
    }

    /// What kind of document it is: a form of turns, or what tempts.
    package let name: String
    package let tongue: String
    package private(set) var lines: [String] = []
    package private(set) var turns: [Turn] = []
    /// For each line whose words it has.
    package private(set) var owners: [Owner] = []
    package var text: String { lines.joined(separator: "\n") + "\n" }
    package var hasTurns: Bool { !turns.isEmpty }
    /// What its labels are set in.
    package var setting: String { form.setting.rawValue }

    var random: Seeded
    private let form: TurnStyle
    private let width: Int?
    private let isParted: Bool
    private let foot: Int?
    private var untilFoot = 0
    private var page = 1
    private var seconds = 4

    /// Composes a transcript.
    package init(seed: UInt64) {
        random = Seeded(seed &* 0x2545_F491_4F6C_DD1D)
        form = TurnStyle(using: &random)
        (name, tongue) = (form.name, form.tongue.code)
        let mayWrap = form.mayWrap && Int.random(in: 0..<2, using: &random) == 0
        width = mayWrap ? Int.random(in: 58...78, using: &random) : nil
        isParted =
            form.isChat
            ? false
            : width == nil ? Int.random(in: 0..<4, using: &random) > 0 : Int.random(in: 0..<3, using: &random) > 0
        foot = mayWrap && Bool.random(using: &random) ? Int.random(in: 30...44, using: &random) : nil
        untilFoot = foot ?? 0
        compose()
    }

    /// Composes a document without turns.
    package init(temptation seed: UInt64) {
        random = Seeded(seed &* 0x9E6C_63D0_876A_68EE)
        form = TurnStyle(using: &random)
        (width, isParted, foot) = (nil, false, nil)
        let drawn = Temptation.allCases[Int(seed % UInt64(Temptation.allCases.count))]
        (name, tongue) = (drawn.rawValue, "")
        for line in drawn.compose(using: &random) { put(line, .nobody) }
    }

    /// A document that was not composed, with what is known of its turns: a line is the turn's above it, up to an end.
    package init(name: String, lines: [String], turns: [Turn], end: Int?) {
        (random, width, isParted, foot) = (Seeded(0), nil, false, nil)
        form = TurnStyle(using: &random)
        (self.name, self.lines, self.turns, tongue) = (name, lines, turns.sorted { $0.line < $1.line }, "")
        owners = [Owner](repeating: .none, count: lines.count)
        for (place, turn) in self.turns.enumerated() {
            let next = place + 1 < turns.count ? self.turns[place + 1].line : min(end ?? lines.count, lines.count) + 1
            for line in turn.line..<max(turn.line, next) where owners.indices.contains(line - 1) {
                owners[line - 1] = lines[line - 1].allSatisfy(\.isWhitespace) ? .none : .turn(place)
            }
        }
    }

    // MARK: Transcripts

    private mutating func compose() {
        composeHead()
        let count =
            Int.random(in: 0..<6, using: &random) == 0
            ? Int.random(in: 4...8, using: &random) : Int.random(in: 9...60, using: &random)
        var last = -1
        var spoken = 0
        for number in 0..<count {
            if number > 2, form.hasHeadings, Int.random(in: 0..<14, using: &random) == 0 {
                putApart(pick(form.tongue.headings))
            }
            if number > 1, form.hasNotes, Int.random(in: 0..<12, using: &random) == 0 {
                putApart(pick(form.tongue.notes))
            }
            if number > 2, form.hasGroups, Int.random(in: 0..<18, using: &random) == 0 {
                let label = pick(form.tongue.groups)
                putTurn(
                    form.frame(label, seconds, number), [filled(pick(form.tongue.openings))],
                    Turn(line: 0, label: label, who: [label], kind: .group))
                last = -1
                continue
            }
            var next = Int.random(in: 0..<form.people.count, using: &random)
            // The chair speaks more often, and nobody twice in a row.
            if Int.random(in: 0..<3, using: &random) == 0 { next = 0 }
            if next == last { next = (next + 1) % form.people.count }
            last = next
            let label = form.label(of: next, isFirst: spoken & (1 << next) == 0)
            spoken |= 1 << next
            putTurn(
                form.frame(label.text, seconds, number), paragraphs(),
                Turn(line: 0, label: label.text, who: label.who, kind: label.kind))
        }
    }

    private mutating func composeHead() {
        guard form.needsList || Int.random(in: 0..<3, using: &random) > 0 else { return }
        guard !form.isChat else { return }
        put((form.isMarkdown ? "# " : "") + pick(form.tongue.titles), .nobody)
        put("", .none)
        if Bool.random(using: &random) {
            put(form.tongue.code == "ko" ? "2031. 3. 12." : "12.3.2031", .nobody)
            put("", .none)
        }
        if form.needsList || Int.random(in: 0..<3, using: &random) == 0 {
            put("\(form.tongue.present): " + form.people.map { form.listed($0) }.joined(separator: ", "), .nobody)
            put("", .none)
        }
    }

    /// What somebody says at a time.
    private mutating func paragraphs() -> [String] {
        let isShort = form.isChat || Int.random(in: 0..<3, using: &random) == 0
        var result: [String] = []
        for number in 0..<(isShort ? 1 : Int.random(in: 1...3, using: &random)) {
            var sentences: [String] = []
            if number == 0, Int.random(in: 0..<4, using: &random) > 0 { sentences.append(pick(form.tongue.openings)) }
            for _ in 0..<(isShort ? 1 : Int.random(in: 1...5, using: &random)) {
                sentences.append(pick(form.tongue.statements))
            }
            if Int.random(in: 0..<3, using: &random) == 0 { sentences.append(pick(form.tongue.questions)) }
            result.append(sentences.map { filled($0) }.joined(separator: form.tongue.hasBlanks ? " " : ""))
        }
        if form.hasAsides, !form.isChat, Int.random(in: 0..<9, using: &random) == 0 {
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                result.append("\(pick(form.tongue.asides)): \(filled(pick(form.tongue.statements)))")
            }
        }
        return form.isChat ? result.map { chatted($0) } : result
    }

    /// A sentence as people write it in chats.
    private mutating func chatted(_ text: String) -> String {
        guard form.tongue.code == "en", Bool.random(using: &random) else { return text }
        return text.prefix(1).lowercased() + text.dropFirst().filter { $0 != "." }
    }

    private mutating func filled(_ sentence: String) -> String {
        sentence.split(separator: "%", omittingEmptySubsequences: false).enumerated().reduce("") { result, part in
            result + (part.offset == 0 ? "" : pick(form.tongue.things)) + part.element
        }
    }

    // MARK: Lines

    private mutating func putTurn(_ frame: TurnStyle.Frame, _ paragraphs: [String], _ turn: Turn) {
        if isParted || form.isAlwaysParted { put("", .none) }
        let owner = Owner.turn(turns.count)
        var turn = turn
        var rest = paragraphs[...]
        turn.line = lines.count + 1
        turns.append(turn)
        if frame.isAlone {
            put(frame.text, owner)
            if frame.hasBlankBelow { put("", .none) }
        } else {
            putParagraph(rest.popFirst() ?? "", owner, after: frame.text)
        }
        for (number, paragraph) in rest.enumerated() {
            if number > 0 || !frame.isAlone, isParted || width == nil || form.isAlwaysParted { put("", .none) }
            putParagraph(paragraph, owner)
        }
        seconds += Int.random(in: 5...50, using: &random)
    }

    private mutating func putApart(_ text: String) {
        put("", .none)
        put(form.isMarkdown && text.first != "(" && text.first != "[" ? "## \(text)" : text, .nobody)
        if !isParted { put("", .none) }
    }

    private mutating func putParagraph(_ text: String, _ owner: Owner, after label: String = "") {
        guard let width else { return put(label + text, owner) }
        // The label stands in one piece, with the gap behind it.
        var line = label
        var taken = Self.columns(label)
        let units: [String] =
            form.tongue.hasBlanks ? text.split(separator: " ").map { "\($0) " } : text.map(String.init)
        for unit in units {
            let columns = Self.columns(unit)
            // The blank behind a word may hang over the edge.
            if taken > 0, taken + columns - (form.tongue.hasBlanks ? 1 : 0) > width {
                put(line, owner)
                (line, taken) = ("", 0)
            }
            line += unit
            taken += columns
        }
        put(line, owner)
    }

    private static func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && !(0x2000...0x206F).contains($1.value) ? 2 : 1) }
    }

    private mutating func put(_ line: String, _ owner: Owner) {
        var line = line
        while line.last == " " { line.removeLast() }
        lines.append(line)
        owners.append(owner)
        guard let foot else { return }
        untilFoot -= 1
        guard untilFoot <= 0, owner != .none else { return }
        untilFoot = foot
        for text in ["", "- \(page) -", ""] {
            lines.append(text)
            owners.append(.none)
        }
        page += 1
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }
}
