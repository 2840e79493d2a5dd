import Proceedings

/// The programme items of a layout, read one after another.
struct Programme {
    private(set) var talks: [Talk] = []
    private(set) var marks: LedgerMarks
    /// Item labels whose item is printed again further on, by line.
    private(set) var listings: [Int] = []
    /// Rows at which an item begins that names nobody.
    private(set) var nameless: [Int] = []

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
        var (items, sessions) = Self.items(layout)
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
    private static func items(_ layout: Layout) -> (items: [Item], sessions: [Range<Int>]) {
        let reader = HeadReader(layout: layout)
        var items: [Item] = []
        var sessions: [Range<Int>] = []
        var session: Int?
        var index = 0
        while index < layout.content.count {
            let row = layout.content[index]
            guard let label = layout.labels[row] else {
                if case .chapter("부")? = BlockMarker(layout.manuscript, row)?.style { session = index }
                index += 1
                continue
            }
            let head = reader.head(label, at: index)
            guard accepts(layout, head, at: index) else {
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
        if items.isEmpty, let minutes = minutes(layout) { items = [minutes] }
        return (items, sessions)
    }

    /// How many turns there are at least in minutes that have no programme.
    static let leastTurnsOfMinutes = 4

    /// The one item of a text that has no programme and is nothing but turns, as the minutes of a hearing.
    private static func minutes(_ layout: Layout) -> Item? {
        var turns: [String: Int] = [:]
        var first: Int?
        for (index, row) in layout.content.enumerated() {
            guard let turn = SpeakerLabel(layout.manuscript, row), let speaker = turn.name ?? turn.office else {
                continue
            }
            turns[speaker, default: 0] += 1
            first = first ?? index
        }
        // Lines of a form have words before a colon, too, but each another one.
        guard let first, turns.count >= 2, turns.values.contains(where: { $0 > 1 }),
            turns.values.reduce(0, +) >= leastTurnsOfMinutes
        else { return nil }
        let kinds = layout.content[..<first].flatMap { layout.text($0).words.map(String.init) }
            .compactMap { EventName.kind($0.hasSuffix("회의록") ? String($0.dropLast()) : $0) }
        // Minutes are of some meeting always; what else it was says more.
        let kind = kinds.first { $0 != "회의" } ?? kinds.first
        let label = ItemLabel(kind: .roundtable, label: kind ?? "")
        let head = Head(label: label, labelRow: layout.content[first], end: first)
        return Item(head: head, body: first..<layout.content.count)
    }

    /// Whether a label with what follows it begins an item, and is no line of running text.
    private static func accepts(_ layout: Layout, _ head: Head, at index: Int) -> Bool {
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
                    && !isFollowedByTurn(layout, head)
                if isOpen { return false }
            }
        }
        // `사회: 지금부터 시작하겠습니다.` is what somebody says.
        if label.ordinal == nil, head.titleBeside != nil, layout.endsSentence(head.labelRow) { return false }
        if label.rest != nil, head.people.isEmpty {
            return label.isMarkedOff && label.ordinal != nil && !layout.endsSentence(head.labelRow)
        }
        if label.kind == .roundtable, label.rest == nil {
            return head.evidence >= 2 || hasTurns(layout, head.end..<layout.content.count, least: 2, within: 40)
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
    private static func isFollowedByTurn(_ layout: Layout, _ head: Head) -> Bool {
        guard head.label.kind == .roundtable, head.label.rest == nil, head.end < layout.content.count else {
            return false
        }
        return SpeakerLabel(layout.manuscript, layout.content[head.end])?.isMarkedOff == true
    }

    /// Whether a text begins with a turn as English hearings mark it, which nothing else looks like.
    private static func isHearingTurn(_ layout: Layout, _ index: Int) -> Bool {
        let row = layout.content[index]
        return HearingTurn.mayBegin(layout.manuscript, row) && HearingTurn(layout.text(row)) != nil
    }

    /// Whether marks of speakers stand among the first rows of a text.
    private static func hasTurns(
        _ layout: Layout, _ body: Range<Int>, least: Int, within: Int, names: KnownNames = KnownNames()
    ) -> Bool {
        var marked = 0
        var signed = 0
        var others = 0
        for row in layout.content[body].prefix(within) {
            if let turn = SpeakerLabel(layout.manuscript, row, names: names) {
                // A short line that ends no sentence is a heading (`○ 유럽의 사례`), whatever its first word could be.
                let isSaid = turn.office != nil || turn.rest.isEmpty || layout.endsSentence(row) || isFull(layout, row)
                if turn.isMarkedOff { marked += 1 } else if isSaid { signed += 1 } else { others += 1 }
                if marked >= least { return true }
            } else if case .sign? = BlockMarker(layout.manuscript, row)?.style {
                others += 1
            }
        }
        // Where `○` mostly begins items of lists, the word after it is no name.
        return marked + signed >= least && signed > others * 2
    }

    private static func isFull(_ layout: Layout, _ row: Int) -> Bool {
        guard layout.wrap.isWrapped else { return layout.width(row) > WrapModel.widestPage / 2 }
        return layout.width(row) * 5 > layout.wrap.longWidth * 4
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
        let names = KnownNames(items.flatMap { $0.head.people.map(\.name) })
        for item in items {
            let isRoundtable = item.head.label.kind == .roundtable
            let hasTurns =
                item.body.first.map { Self.isHearingTurn(layout, $0) } == true
                || Self.hasTurns(
                    layout, item.body, least: isRoundtable ? 1 : item.head.people.count > 1 ? 2 : 3,
                    within: isRoundtable ? Int.max : 60, names: names)
            var reader = BlockReader(layout, hasTurns: hasTurns, names: names)
            var text = reader.read(layout.content[item.body])
            if layout.wrap.isWrapped, layout.hints == nil {
                text.blocks = ListParting(layout: layout).parted(text.blocks)
            }
            read.append(text)
        }
        Self.part(layout, &read)
        var identifiers = Identifiers()
        var known = KnownSpeakers()
        talks.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            // Taken out, so that the outline changes them in place.
            var blocks: [Block] = []
            swap(&blocks, &read[index].blocks)
            let outline = Outline(layout, &blocks)
            var builder = TalkBuilder(layout, marks: marks, known: known)
            // The ledger and the names are handed over and back, not copied.
            marks = LedgerMarks()
            known = KnownSpeakers()
            let talk = builder.talk(
                item.head, id: Talk.ID("\(event)-\(identifiers.take(item.head.label))"), position: index + 1,
                blocks: blocks,
                outline: outline, separators: read[index].separators)
            marks = builder.marks
            talks.append(talk)
            known = builder.known
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
