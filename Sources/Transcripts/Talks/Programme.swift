import Proceedings

/// The programme items of a layout, read one after another.
struct Programme {
    private(set) var talks: [Talk] = []
    private(set) var marks: LedgerMarks
    /// Item labels whose item is printed again further on, by line.
    private(set) var listings: [Int] = []
    /// Rows at which an item begins that names nobody.
    private(set) var nameless: [Int] = []
    /// The turns of the text.
    private(set) var turns: Turns
    /// The first row of speech that no label stands before.
    private(set) var speechBeforeTurns: Int?
    /// What the head of minutes says of them; nothing where there is a programme.
    private(set) var facts = MinutesFacts()

    /// How much has to speak for an item whose label has no number.
    static let leastEvidenceWithoutNumber = 4

    /// How many rows the heading of a session takes at most.
    static let mostSessionRows = 4

    private struct Item {
        var head: Head
        var body: Range<Int>
    }

    init(_ layout: Layout, event: Event.ID) {
        marks = LedgerMarks(layout)
        let text = TurnText(layout)
        turns = Turns(text)
        var (items, sessions) = Self.items(layout, turns)
        let named = items.flatMap { $0.head.people.map { KnownPerson(name: $0.name, office: $0.affiliation?.role) } }
        // Those whom the heads name are known in labels, whatever their names look like.
        if !named.isEmpty { turns = Turns(text, known: named) }
        if Self.isNone(items.map(\.head.labelRow), turns) { (items, sessions) = ([], []) }
        if items.isEmpty, let minutes = Self.minutes(layout, turns) {
            items = [minutes.item]
            speechBeforeTurns = minutes.speech
            facts = minutes.facts
            for row in facts.titleRows { marks.mark(row, .title) }
            for row in facts.metadataRows { marks.mark(row, .metadata) }
        }
        if let first = items.first, let leading = Self.leading(layout, turns, before: first) {
            items.insert(leading.item, at: 0)
            speechBeforeTurns = leading.speech
        }
        for row in sessions.flatMap({ layout.content[$0] }) { marks.drop(row, .session) }
        let repeated = Self.listings(items)
        for index in repeated.sorted(by: >) {
            let item = items.remove(at: index)
            listings.append(item.head.labelRow + 1)
            for row in item.head.classes.keys { marks.drop(row, .listing) }
            for row in layout.content[item.body] { marks.drop(row, .listing) }
        }
        listings.sort()
        build(layout, items, event)
    }

    /// The items, and the headings of sessions that stand before some of them.
    private static func items(_ layout: Layout, _ turns: Turns) -> (items: [Item], sessions: [Range<Int>]) {
        let reader = HeadReader(layout: layout, turns: turns)
        var items: [Item] = []
        var sessions: [Range<Int>] = []
        var session: Int?
        var index = 0
        while index < layout.content.count {
            let row = layout.content[index]
            // `[Speaker 1]` and `[사회자]` begin turns where they come again and again.
            guard let label = layout.labels[row], !turns.recurs(at: row) else {
                if case .chapter("부")? = BlockMarker(layout.manuscript, row)?.style { session = index }
                index += 1
                continue
            }
            let head = reader.head(label, at: index)
            guard accepts(layout, turns, head, at: index) else {
                if label.kind == .talk { session = index }
                index += 1
                continue
            }
            var end = index
            if let start = session, index - start <= mostSessionRows {
                sessions.append(start..<index)
                end = start
            }
            session = nil
            if let last = items.indices.last {
                items[last].body = items[last].body.lowerBound..<max(end, items[last].body.lowerBound)
            }
            items.append(Item(head: head, body: head.end..<layout.content.count))
            index = head.end
        }
        return (items, sessions)
    }

    /// What is said before the first item of a programme: no turn is front matter.
    private static func leading(
        _ layout: Layout, _ turns: Turns, before item: Item
    ) -> (item: Item, speech: Int?)? {
        guard let end = layout.content.firstIndex(of: item.head.labelRow),
            layout.content[..<end].contains(where: turns.recurs)
                || layout.content[..<end].lazy.filter({ turns.byRow[$0] != nil }).prefix(leastTurns).count
                    == leastTurns,
            let first = layout.content[..<end].firstIndex(where: { turns.byRow[$0] != nil })
        else { return nil }
        let opening = MinutesHead(layout, before: first)
        let head = Head(
            label: ItemLabel(kind: .roundtable, label: ""), labelRow: layout.content[opening.end], end: opening.end)
        return (Item(head: head, body: opening.end..<end), opening.hasSpeech ? layout.content[opening.end] : nil)
    }

    /// Whether what look like items stand within turns: most turns begin before the first of them.
    private static func isNone(_ starts: [Int], _ turns: Turns) -> Bool {
        guard let first = starts.first else { return false }
        let before = turns.byRow.keys.count { $0 < first }
        return before > Self.leastTurns && before * 2 > turns.byRow.count
    }

    /// The one item of a text that has no programme and is nothing but turns, as the minutes of a hearing.
    private static func minutes(_ layout: Layout, _ turns: Turns) -> (item: Item, facts: MinutesFacts, speech: Int?)? {
        guard !turns.isEmpty,
            let first = layout.content.firstIndex(where: { turns.byRow[$0] != nil || turns.remarks.contains($0) })
        else { return nil }
        let kinds = layout.content[..<first].flatMap { layout.text($0).words.map(String.init) }
            .compactMap { EventName.kind($0.hasSuffix("회의록") ? String($0.dropLast()) : $0) }
        // Minutes are of some meeting always; only what else it was is a label.
        let label = ItemLabel(kind: .roundtable, label: kinds.first { $0 != "회의" } ?? "")
        let opening = MinutesHead(layout, before: first)
        let head = Head(label: label, labelRow: layout.content[opening.end], end: opening.end)
        let facts = MinutesFacts(layout, end: opening.end, before: first)
        let item = Item(head: head, body: opening.end..<layout.content.count)
        return (item, facts, opening.hasSpeech ? layout.content[opening.end] : nil)
    }

    /// Whether a label with what follows it begins an item, and is no line of running text.
    private static func accepts(_ layout: Layout, _ turns: Turns, _ head: Head, at index: Int) -> Bool {
        let label = head.label
        // A session is an item where it names somebody, and otherwise the heading of those that follow.
        if label.kind == .talk, head.people.isEmpty { return false }
        if index > 0 {
            let previous = layout.content[index - 1]
            let gap = layout.gap(previous, head.labelRow)
            let isApart = (gap.blankLines > 0 && layout.wrap.blankLinesSeparate) || gap.hasPageBreak
            if !layout.separators.contains(previous), head.evidence < (isApart ? 2 : 4) {
                let isOpen =
                    layout.isFull(previous, before: head.labelRow)
                    && !layout.endsSentence(previous) && !isSetOff(layout, label, gap, after: previous)
                    && !isFollowedByTurn(layout, turns, head)
                if isOpen { return false }
            }
        }
        // `사회: 지금부터 시작하겠습니다.` is what somebody says.
        if label.ordinal == nil, head.titleBeside != nil, layout.endsSentence(head.labelRow) { return false }
        if label.rest != nil, head.people.isEmpty {
            return label.isMarkedOff && label.ordinal != nil && !layout.endsSentence(head.labelRow)
        }
        if label.kind == .roundtable, label.rest == nil {
            return head.evidence >= 2 || hasTurns(layout, turns, from: head.end)
        }
        // `발제 1.` is a label, `발표.` the end of a sentence.
        if label.rest == nil, label.ordinal != nil { return true }
        if label.ordinal != nil || label.isMarkedOff {
            return !layout.endsSentence(head.labelRow) || head.evidence >= leastEvidenceWithoutNumber
        }
        return head.evidence >= leastEvidenceWithoutNumber
    }

    /// Whether a line that holds a label and nothing else follows one that lacks the blank of a line that goes on.
    private static func isSetOff(
        _ layout: Layout, _ label: ItemLabel, _ gap: LineGap, after previous: Int
    ) -> Bool {
        label.rest == nil && !gap.hasPageBreak && layout.wrap.lacksBlank(layout.manuscript, previous)
            && !Punctuation.expectsMore(layout.manuscript, previous)
    }

    /// Whether a turn begins right after the label of a discussion that stands by itself.
    private static func isFollowedByTurn(_ layout: Layout, _ turns: Turns, _ head: Head) -> Bool {
        guard head.label.kind == .roundtable, head.label.rest == nil, head.end < layout.content.count else {
            return false
        }
        return turns.byRow[layout.content[head.end]] != nil
    }

    /// How many rows behind a label are searched for turns, and how many show that it is a discussion's.
    static let turnReach = 40, leastTurns = 2

    /// Whether turns stand among the first rows of a text.
    private static func hasTurns(_ layout: Layout, _ turns: Turns, from start: Int) -> Bool {
        layout.content[min(start, layout.content.count)...].prefix(turnReach).lazy.filter { turns.byRow[$0] != nil }
            .prefix(leastTurns).count == leastTurns
    }

    /// The items that only announce a later one of the same label and number.
    private static func listings(_ items: [Item]) -> Set<Int> {
        struct Key: Hashable {
            var label: String
            var ordinal: Int?
        }
        var seen: [Key: [Int]] = [:]
        for (index, item) in items.enumerated() {
            seen[Key(label: item.head.label.label, ordinal: item.head.label.ordinal), default: []].append(index)
        }
        var result: Set<Int> = []
        for indices in seen.values where indices.count > 1 {
            for (index, later) in zip(indices, indices.dropFirst())
            where items[index].body.isEmpty && !items[later].body.isEmpty {
                let names = { (item: Item) in Set(item.head.people.map(\.name)) }
                let isSame = names(items[index]).isSubset(of: names(items[later]))
                if isSame { result.insert(index) }
            }
        }
        return result
    }

    private mutating func build(_ layout: Layout, _ items: [Item], _ event: Event.ID) {
        var read: [(blocks: [Block], separators: [Int])] = []
        for (index, item) in items.enumerated() {
            var reader = BlockReader(layout, turns: turns)
            let end = index + 1 < items.count ? items[index + 1].head.labelRow : layout.manuscript.rows.count
            let start = item.head.labelRow
            var text = reader.read(layout.content[item.body], span: start..<max(start, end))
            if layout.wrap.isWrapped, layout.hints == nil {
                text.blocks = ListParting(layout: layout).parted(text.blocks)
            }
            read.append(text)
        }
        Self.part(layout, &read)
        var identifiers = Identifiers()
        talks.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            // Taken out, so that the outline changes them in place.
            var blocks: [Block] = []
            swap(&blocks, &read[index].blocks)
            let outline = Outline(layout, &blocks)
            var builder = TalkBuilder(layout, marks: marks, turns: turns)
            // The ledger is handed over and back, not copied.
            marks = LedgerMarks()
            var talk = builder.talk(
                item.head, id: Talk.ID("\(event)-\(identifiers.take(item.head.label))"), position: index + 1,
                blocks: blocks,
                outline: outline, separators: read[index].separators)
            marks = builder.marks
            if talk.title == nil { talk.title = facts.title }
            talks.append(talk)
            if talk.participations.isEmpty { nameless.append(item.head.labelRow + 1) }
        }
    }

    /// Parts blocks that ran into one another, by the usual length of a block.
    private static func part(_ layout: Layout, _ read: inout [(blocks: [Block], separators: [Int])]) {
        let isText = { (block: Block) in block.kind == .paragraph || (block.kind == .bullet && block.rows.count > 1) }
        guard read.contains(where: { $0.blocks.contains { !$0.openEnds.isEmpty && isText($0) } }) else { return }
        var lengths: [Passage.Kind: [Int]] = [:]
        // By their indices: a block that a loop hands out is a copy.
        for index in read.indices {
            for position in read[index].blocks.indices
            where read[index].blocks[position].openEnds.isEmpty && read[index].blocks[position].rows.count > 1
                && isText(read[index].blocks[position])
            {
                lengths[read[index].blocks[position].kind, default: []].append(
                    read[index].blocks[position].rows.reduce(0) { $0 + layout.width($1) })
            }
        }
        let (paragraphs, bullets) = (lengths[.paragraph] ?? [], lengths[.bullet] ?? [])
        // Items of lists are shorter than paragraphs: where they are the most, they tell nothing of a paragraph's length.
        let all = paragraphs.count >= bullets.count ? LengthModel(lengths: paragraphs + bullets) : nil
        let models = [
            Passage.Kind.paragraph: LengthModel(lengths: paragraphs) ?? all,
            .bullet: LengthModel(lengths: bullets) ?? all,
        ].compactMapValues(\.self)
        guard !models.isEmpty else { return }
        for index in read.indices {
            var partings: [Int: [Int]] = [:]
            for position in read[index].blocks.indices where !read[index].blocks[position].openEnds.isEmpty {
                guard let model = models[read[index].blocks[position].kind] else { continue }
                let places = model.partings(
                    of: read[index].blocks[position].rows.map(layout.width), at: read[index].blocks[position].openEnds)
                if !places.isEmpty { partings[position] = places }
            }
            if !partings.isEmpty { read[index].blocks = parted(read[index].blocks, at: partings) }
        }
    }

    /// The blocks, those at some positions parted after some of their rows.
    private static func parted(_ blocks: [Block], at partings: [Int: [Int]]) -> [Block] {
        var result: [Block] = []
        result.reserveCapacity(blocks.count + partings.count)
        for (index, block) in blocks.enumerated() {
            var rest = block
            var done = 0
            for position in partings[index] ?? [] {
                let (first, second) = rest.parted(after: position - done)
                result.append(first)
                rest = second
                done = position + 1
            }
            result.append(rest)
        }
        return result
    }

    /// The identifiers given out, with the next number to try for each that is taken.
    private struct Identifiers {
        private struct Key: Hashable {
            var letter: UInt8?
            var number: Int
        }

        private var next: [Key: Int] = [:]

        /// The item's own number, or the next free one where that is taken.
        mutating func take(_ label: ItemLabel) -> String {
            let letter = label.kind.letter
            var key = Key(letter: letter.asciiValue, number: label.ordinal ?? 1)
            var taken = [key]
            while let later = next[key] {
                key.number = later
                taken.append(key)
            }
            let number = key.number
            // Whoever comes to one of these again goes on from here at once.
            for key in taken { next[key] = number + 1 }
            return "\(letter)\(number)"
        }
    }
}
