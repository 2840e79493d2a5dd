import SeededNumbers

/// Proceedings composed of real sentences in a layout drawn by a seed, with the reading that is right.
package struct ComposedDocument {
    /// A paragraph or an item of a list.
    package struct Block {
        package var isBullet: Bool
        package var text: String
        /// For each end of a line within it: how many letters stand before, and whether a word ends there.
        package var breaks: [(letters: Int, isSpace: Bool)]
    }

    /// The heading of a section.
    package struct Heading: Hashable {
        package var marker: String
        package var title: String
        package var level: Int
    }

    /// Someone with where they are from.
    package struct Person {
        package var name: String
        package var affiliation: String
        package var role: String
    }

    /// An item of the programme.
    package struct Item {
        package var label: String
        package var ordinal: Int?
        package var title: String?
        package var people: [Person]
        package var headings: [Heading] = []
        package var blocks: [Block] = []
    }

    /// The programme, as it is to be read.
    package private(set) var items: [Item] = []
    /// The text of the document.
    package var text: String { lines.joined(separator: "\n") + "\n" }

    private let layout: ComposedLayout
    private let statements: Int?
    private var random: Seeded
    private var sentences: ArraySlice<String>
    private var lines: [String] = []
    private var linesOnPage = 0
    private var page: Int
    private var mark = ""

    /// Composes a document.
    ///
    /// - Parameters:
    ///   - sentences: What is said; each is used at most once, so that none teaches how another is spaced.
    ///   - statements: How many statements follow the lectures; `nil` leaves it to the seed.
    package init(
        _ layout: ComposedLayout, sentences: [String], statements: Int? = nil, random: Seeded
    ) {
        self.layout = layout
        self.random = random
        self.statements = statements
        var random = random
        self.sentences = sentences.shuffled(using: &random)[...]
        page = layout.firstPage
        compose()
    }

    // MARK: The programme

    private mutating func compose() {
        for label in [layout.lecture, layout.statement] {
            let drawn = Int.random(in: label == layout.lecture ? 1...2 : 2...4, using: &random)
            for number in 1...(label == layout.statement ? statements ?? drawn : drawn) {
                guard sentences.count > 12 else { return }
                beginItem(label, number)
                compose(bodyOf: items.count - 1)
            }
        }
        guard layout.hasTurns, sentences.count > 6 else { return }
        composeDiscussion()
    }

    private mutating func person() -> Person {
        let affiliation = ComposedLayout.affiliations.randomElement(using: &random) ?? ("한빛대학교 행정학과", "교수")
        let given = ComposedLayout.givenNames
        let name =
            [ComposedLayout.surnames.randomElement(using: &random), given.randomElement(using: &random)]
            .compactMap(\.self).joined() + (given.randomElement(using: &random) ?? "")
        return Person(name: name, affiliation: affiliation.0, role: affiliation.1)
    }

    private mutating func beginItem(_ label: ComposedLayout.Label, _ number: Int) {
        mark = layout.itemMark
        var item = Item(label: label.word, ordinal: number, title: nil, people: [person()])
        if label == layout.lecture { item.title = ComposedLayout.titles.randomElement(using: &random) }
        let title = item.title.map { [$0] } ?? []
        let isBeside = layout.titlePlace == .beside && item.title != nil
        put(label.printed(number) + (isBeside ? ". \(title[0])" : ""))
        endBlock()
        if layout.titlePlace == .before { putAll(title) }
        if !layout.separator.isEmpty { putAll([layout.separator]) }
        for person in item.people {
            let name = layout.isSpaced ? person.name.map(String.init).joined(separator: " ") : person.name
            switch layout.personForm {
            case .lines: putAll([name, "\(person.affiliation) \(person.role)"])
            case .threeLines: putAll([name, person.affiliation, person.role])
            case .brackets: putAll(["\(name) (\(person.affiliation) \(person.role))"])
            case .part: putAll(["\(label.part) : \(name) (\(person.affiliation) \(person.role))"])
            case .below: putAll(["\(person.affiliation) \(person.role)", name])
            }
        }
        if layout.titlePlace == .after { putAll(title) }
        items.append(item)
    }

    private mutating func compose(bodyOf item: Int) {
        for _ in 0..<Int.random(in: 1...2, using: &random) { putBlock(in: item) }
        var numbers = [Int](repeating: 0, count: layout.headings.count)
        for _ in 0..<(layout.headings.isEmpty ? 0 : Int.random(in: 1...2, using: &random)) {
            for level in layout.headings.indices {
                putHeading(level, &numbers, in: item)
                if level + 1 == layout.headings.count || Bool.random(using: &random) { putBlock(in: item) }
            }
            for _ in 0..<Int.random(in: 0...3, using: &random) { putBlock(in: item, isBullet: true) }
        }
    }

    private mutating func composeDiscussion() {
        mark = layout.itemMark
        put("종합토론")
        endBlock()
        let chair = person()
        putAll(["좌장: \(chair.name) (\(chair.affiliation) \(chair.role))"])
        items.append(Item(label: "종합토론", ordinal: nil, title: nil, people: [chair]))
        let speakers = [chair, person(), person()]
        for turn in 0..<5 where !sentences.isEmpty {
            putBlock(in: items.count - 1, prefix: "\(speakers[turn % 3].name): ", sentenceCount: 1)
        }
    }

    // MARK: Blocks

    private mutating func putHeading(_ level: Int, _ numbers: inout [Int], in item: Int) {
        numbers[level] += 1
        for deeper in numbers.indices where deeper > level { numbers[deeper] = 0 }
        let marker = layout.headings[level].marker(min(numbers[level], 9), above: Array(numbers[..<level]))
        let title = ComposedLayout.headingTitles.randomElement(using: &random) ?? "결론"
        put("\(marker) \(title)")
        endBlock()
        items[item].headings.append(Heading(marker: marker, title: title, level: level + 1))
    }

    private mutating func putBlock(
        in item: Int, isBullet: Bool = false, prefix: String = "", sentenceCount: Int? = nil
    ) {
        let count = sentenceCount ?? (isBullet ? 1 : Int.random(in: 2...3, using: &random))
        let text = sentences.prefix(count).joined(separator: " ")
        guard !text.isEmpty else { return }
        sentences = sentences.dropFirst(count)
        let start = isBullet ? layout.bullet + " " : prefix.isEmpty ? layout.paragraphIndent : prefix
        let (lines, breaks) = layout.wrapped(text, after: start)
        for line in lines { put(line) }
        endBlock()
        items[item].blocks.append(Block(isBullet: isBullet, text: text, breaks: breaks))
    }

    // MARK: Lines and pages

    private mutating func putAll(_ lines: [String]) {
        for line in lines { put(line) }
        if !lines.isEmpty { endBlock() }
    }

    private mutating func endBlock() {
        if layout.blankLines == .betweenBlocks, lines.last != "" { lines.append("") }
    }

    private mutating func put(_ line: String) {
        if linesOnPage >= layout.pageLength {
            for line in layout.furniture(page) { append(line) }
            page += 1
            linesOnPage = 0
            mark = layout.pageMark
        }
        linesOnPage += 1
        append(line)
    }

    private mutating func append(_ line: String) {
        lines.append(mark + line)
        mark = ""
        if layout.blankLines == .everywhere { lines.append("") }
    }
}
