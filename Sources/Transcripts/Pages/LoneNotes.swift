import KoreanText

/// Footnotes whose number stands on a line by itself above their text.
///
/// A lone figure is a note's number only where the text before it calls that note (`…싣는다.1`), or where what stands below it right after
/// an item's label is nothing but a reference with its page. Such a note is no text of the page's own: it ends no paragraph, and nothing
/// of a programme is read from it.
struct LoneNotes {
    /// How many rows before a note its call is looked for.
    static let reach = 200
    /// How many rows a note has at most.
    static let mostRows = 9
    /// How many rows behind an item's label a note without a call may stand.
    static let reachOfLabel = 3

    /// The rows of each note, its number's first.
    private(set) var notes: [[Int]] = []
    /// All of them.
    private(set) var rows: Set<Int> = []

    init(_ manuscript: Manuscript, _ furniture: PageFurniture, _ labels: ItemLabels) {
        let numbers = manuscript.rows.indices.filter {
            furniture.kinds[$0] == .text && Self.figure(manuscript, $0) != nil
        }
        guard !numbers.isEmpty else { return }
        let texts = manuscript.rows.indices.filter { !manuscript.rows[$0].isBlank && furniture.kinds[$0] == .text }
        let calls = Self.calls(manuscript, texts, labels)
        var used: [Int: Int] = [:]
        var place = 0
        for row in numbers {
            while texts[place] < row { place += 1 }
            guard let figure = Self.figure(manuscript, row), place > 0, place + 1 < texts.count, !rows.contains(row)
            else { continue }
            let call = Self.last(calls[figure] ?? [], before: row)
            let isCalled = call.map { $0 > used[figure] ?? -1 && row - $0 <= Self.reach } ?? false
            guard isCalled || Self.isReferenceInHead(manuscript, texts, place, labels),
                let note = Self.note(manuscript, texts, place, labels)
            else { continue }
            used[figure] = row
            notes.append(note)
            rows.formUnion(note)
        }
    }

    /// The number that a row of one or two digits is.
    private static func figure(_ manuscript: Manuscript, _ row: Int) -> Int? {
        let bytes = manuscript.clean[manuscript.rows[row].clean]
        guard (1...2).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }), bytes.first != 0x30
        else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The last of some rows before another.
    private static func last(_ rows: [Int], before row: Int) -> Int? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? rows[low - 1] : nil
    }

    // MARK: Calls

    /// The rows that call each note, in order.
    private static func calls(_ manuscript: Manuscript, _ texts: [Int], _ labels: ItemLabels) -> [Int: [Int]] {
        var result: [Int: [Int]] = [:]
        for row in texts where !labels.begins(row) {
            let range = manuscript.rows[row].clean
            var index = range.lowerBound + 1
            while index < range.upperBound {
                guard (0x31...0x39).contains(manuscript.clean[index]) else {
                    index += 1
                    continue
                }
                let start = index
                while index < range.upperBound, (0x30...0x39).contains(manuscript.clean[index]) { index += 1 }
                guard index - start <= 2, endsWord(manuscript, index, range), Self.follows(manuscript, start, range)
                else { continue }
                let number = manuscript.clean[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
                result[number, default: []].append(row)
            }
        }
        return result
    }

    private static func endsWord(_ manuscript: Manuscript, _ index: Int, _ range: Range<Int>) -> Bool {
        index == range.upperBound
            || " ,.;".utf8.contains(manuscript.clean[index])
                && (index + 1 == range.upperBound || !(0x30...0x39).contains(manuscript.clean[index + 1]))
    }

    private static let closing: ScalarSet = "”’」』)]》〉"

    /// Whether a call may stand at a place: right behind a word, a sentence or a quotation.
    private static func follows(_ manuscript: Manuscript, _ start: Int, _ range: Range<Int>) -> Bool {
        let (scalar, before) = manuscript.clean.scalar(endingAt: start, after: range.lowerBound)
        if closing.contains(scalar) || scalar == "。" { return true }
        if Hangul.isSyllable(scalar) { return !PageWords.counting.contains(scalar) }
        if ("a"..."z").contains(scalar) {
            return SentenceEnd.wordLength(manuscript.clean, endingAt: start, range) >= leastWord
        }
        guard scalar == "." || scalar == "?" || scalar == "!" else { return false }
        return SentenceEnd.isBehindWord(manuscript.clean, before, range)
    }

    /// The shortest Latin word that a figure right behind calls a note and is no part of (`km2`, `no1`).
    private static let leastWord = 4

    // MARK: Notes

    /// The rows of the note whose number stands at a place.
    private static func note(_ manuscript: Manuscript, _ texts: [Int], _ place: Int, _ labels: ItemLabels) -> [Int]? {
        let first = texts[place + 1]
        guard isText(manuscript, first, labels) else { return nil }
        var result = [texts[place], first]
        var next = place + 2
        while next < texts.count, result.count < mostRows, let last = result.last, texts[next] == last + 1,
            !manuscript.rows[last].endsSentence, manuscript.rows[texts[next]].feedsBefore == 0,
            isText(manuscript, texts[next], labels)
        {
            result.append(texts[next])
            next += 1
        }
        return result
    }

    private static func isText(_ manuscript: Manuscript, _ row: Int, _ labels: ItemLabels) -> Bool {
        !labels.begins(row) && figure(manuscript, row) == nil && !Separator.isOne(manuscript, row)
            && BlockMarker.alone(manuscript, row).isEmpty
    }

    /// Whether a number right after an item's label stands above a reference and nothing else.
    private static func isReferenceInHead(
        _ manuscript: Manuscript, _ texts: [Int], _ place: Int, _ labels: ItemLabels
    ) -> Bool {
        guard texts[max(0, place - reachOfLabel)..<place].contains(where: labels.begins) else { return false }
        return endsInPage(manuscript.text(texts[place + 1]))
    }

    /// Whether a line ends in the page of what it refers to (`…, 14쪽.`, `…, pp. 3-5.`).
    private static func endsInPage(_ line: String) -> Bool {
        let words = line.split { " ,.".contains($0) }
        guard let last = words.last else { return false }
        let isNumber = { (word: Substring) in
            !word.isEmpty && word.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
        }
        if PageWords.units.match(last, atLeast: 0) { return isNumber(last.dropLast()) }
        return words.count > 2 && isNumber(last) && PageWords.references.contains(String(words[words.count - 2]))
    }
}
