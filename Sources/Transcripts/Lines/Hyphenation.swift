import KoreanText

/// Tells a hyphen that only broke a Latin word at a line's end (`prom-` / `ise`) from one that is the word's own (`open-` / `source`).
///
/// The text itself is asked first: how it writes the same word within its lines. Where it never does, the hyphen goes only
/// where what follows cannot begin an English word (`gover-` / `nment`) or is an ending (`prom-` / `ise`), or where neither half is a word of
/// the text; else it stays as printed.
struct Hyphenation {
    /// How many letters of a word at least show that it goes on as another does (`regula-` / `tors` beside `regulation`).
    static let leastStem = 6

    /// A word that a hyphen at a line's end parts, in small letters.
    private struct Parted {
        var left: [UInt8]
        var right: [UInt8]

        var joined: UInt64 { (left + right).reduce(Hyphenation.seed, Hyphenation.extended) }
        var hyphenated: UInt64 { (left + [0x2D] + right).reduce(Hyphenation.seed, Hyphenation.extended) }
        /// The word as far as the second letter after the hyphen, where that is enough to tell it from others.
        var stem: UInt64? {
            guard left.count >= 3, right.count >= 2, left.count + 2 >= Hyphenation.leastStem else { return nil }
            return (left + right.prefix(2)).reduce(Hyphenation.seed, Hyphenation.extended)
        }
    }

    /// The digests of the words that are asked for, as whole words and as beginnings of words, where they stand within lines.
    private var words: Set<UInt64> = []
    private var beginnings: Set<UInt64> = []

    /// How many words must surely be broken before a text is taken for one that breaks words.
    static let leastBroken = 3
    /// The share of lines that end in a hyphen within a word from which a text is one that breaks words.
    static let leastHyphenShare = 0.03
    /// How many of a text's hyphens at most are looked at to tell that.
    static let mostJudged = 2000

    /// Whether the text was set with words broken at line ends, so that one of which nothing else is known likely is one of them.
    private var isBreakingWords = false

    /// A text without a word that could be parted.
    init() {}

    /// Reads how a text writes the words that its line ends part.
    init(_ manuscript: Manuscript, _ texts: [Int]) {
        var wanted: Set<UInt64> = []
        var breaks: [Parted] = []
        for (row, next) in zip(texts, texts.dropFirst()) {
            guard Self.endsInHyphen(manuscript, row), let parted = Self.parted(manuscript, row, next) else { continue }
            wanted.formUnion([parted.joined, parted.hyphenated])
            wanted.formUnion([parted.left, parted.right].map { $0.reduce(Self.seed, Self.extended) })
            if breaks.count < Self.mostJudged { breaks.append(parted) }
            if let stem = parted.stem { wanted.insert(stem) }
        }
        guard !wanted.isEmpty else { return }
        // Few digests are wanted: a look into a table passes over nearly all letters of the text.
        var filter = [Bool](repeating: false, count: 1 << 16)
        for digest in wanted { filter[Int(digest & 0xFFFF)] = true }
        var isFragment = false
        for row in texts {
            // What a break leaves on either side is no word of the text.
            var range = manuscript.rows[row].clean
            if isFragment {
                let rest = manuscript.clean[range].drop { Self.lowercased($0) != nil }
                range = rest.startIndex..<range.upperBound
            }
            isFragment = Self.endsInHyphen(manuscript, row)
            if isFragment {
                let rest = manuscript.clean[range].reversed().drop { $0 != 0x20 }
                range = range.lowerBound..<(range.lowerBound + rest.count)
            }
            read(manuscript.clean, range, wanted, filter)
        }
        let sure = breaks.compactMap(surelyBreaksWord)
        let broken = sure.count { $0 }
        let kept = sure.count - broken
        // Where no words are broken, few lines happen to end at the hyphen of a compound.
        let isOften = Double(breaks.count) >= Double(texts.count) * Self.leastHyphenShare && kept * 3 < breaks.count
        isBreakingWords = broken >= Self.leastBroken && broken > kept * 2 || breaks.count >= Self.leastBroken && isOften
    }

    private mutating func read(_ clean: [UInt8], _ range: Range<Int>, _ wanted: Set<UInt64>, _ filter: [Bool]) {
        var digest = Self.seed
        var length = 0
        for index in range {
            let letter = Self.lowercased(clean[index])
            let isHyphen = letter == nil && clean[index] == 0x2D && length > 0
            guard letter != nil || isHyphen else {
                length = 0
                digest = Self.seed
                continue
            }
            digest = Self.extended(digest, letter ?? 0x2D)
            length += 1
            guard filter[Int(digest & 0xFFFF)], wanted.contains(digest) else { continue }
            let isEnd = index + 1 == range.upperBound || Self.lowercased(clean[index + 1]) == nil
            if isEnd { words.insert(digest) }
            beginnings.insert(digest)
        }
    }

    /// Whether the hyphen at a row's end only broke the word.
    func breaksWord(_ manuscript: Manuscript, _ row: Int, _ next: Int) -> Bool {
        guard let parted = Self.parted(manuscript, row, next) else { return false }
        if let isSure = surelyBreaksWord(parted) { return isSure }
        guard !HyphenWords.prefixes.contains(parted.left), !HyphenWords.compounding.contains(parted.left),
            !HyphenWords.compounded.contains(parted.right)
        else { return false }
        // Two words that the text has make a compound; of two that it has not, likely neither is one.
        let isWord = { (word: [UInt8]) in words.contains(word.reduce(Self.seed, Self.extended)) }
        let (isLeft, isRight) = (isWord(parted.left), isWord(parted.right))
        return isBreakingWords ? !(isLeft && isRight) : !isLeft && !isRight
    }

    /// Whether a hyphen only broke its word, by the text's own words and by the form of what follows; `nil` where neither tells.
    private func surelyBreaksWord(_ parted: Parted) -> Bool? {
        if beginnings.contains(parted.hyphenated) { return false }
        if words.contains(parted.joined) { return true }
        if let stem = parted.stem, beginnings.contains(stem) { return true }
        if HyphenWords.boundPrefixes.contains(parted.left) { return true }
        guard parted.left.count >= 2, !HyphenWords.prefixes.contains(parted.left) else { return nil }
        return HyphenWords.endings.contains(parted.right) || !Self.canBeginWord(parted.right) ? true : nil
    }

    /// Whether a row ends in a hyphen with a letter or number right before it.
    static func endsInHyphen(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let line = manuscript.rows[row]
        guard !line.endsInBlank, let byte = manuscript.clean[line.clean].last,
            byte == 0x2D || byte == 0x90 || byte == 0x91
        else { return false }
        let last = manuscript.lastScalars(row, 2)
        return last.count == 2 && isHyphen(last[0]) && isWordPart(last[1])
    }

    /// Whether a row ends in a hyphen that shows only where a word is broken (U+00AD), which the clean text leaves out.
    static func endsInSoftHyphen(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let raw = manuscript.raw[manuscript.rows[row].raw]
        return raw.last == 0xAD && raw.dropLast().last == 0xC2
    }

    /// Whether a row begins with a letter or number.
    static func beginsWord(_ manuscript: Manuscript, _ row: Int) -> Bool {
        manuscript.firstScalar(row).map(isWordPart) ?? false
    }

    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isAlphabetic || scalar.properties.numericType == .decimal
    }

    /// The last letters before the hyphen and the first ones after it; `nil` where one side has none in small letters.
    private static func parted(_ manuscript: Manuscript, _ row: Int, _ next: Int) -> Parted? {
        let clean = manuscript.clean
        let range = manuscript.rows[row].clean
        var end = range.upperBound
        while end > range.lowerBound, lowercased(clean[end - 1]) == nil, range.upperBound - end < 3 { end -= 1 }
        var start = end
        while start > range.lowerBound, lowercased(clean[start - 1]) != nil { start -= 1 }
        let right = clean[manuscript.rows[next].clean].prefix { (0x61...0x7A).contains($0) }
        guard start < end, !right.isEmpty, (0x61...0x7A).contains(clean[end - 1]) else { return nil }
        return Parted(left: clean[start..<end].compactMap(lowercased), right: Array(right))
    }

    private static func lowercased(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x61...0x7A: byte
        case 0x41...0x5A: byte + 0x20
        default: nil
        }
    }

    // MARK: English

    /// Whether letters could begin an English word, by the first two.
    private static func canBeginWord(_ letters: [UInt8]) -> Bool {
        let vowels = Array("aeiouy".utf8)
        guard letters.count >= 3, !vowels.contains(letters[0]), !vowels.contains(letters[1]) else { return true }
        return HyphenWords.onsets.contains(Array(letters.prefix(2)))
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func extended(_ digest: UInt64, _ byte: UInt8) -> UInt64 {
        (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
