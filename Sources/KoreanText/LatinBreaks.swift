/// Tells whether a text cuts Latin words and numbers at line ends wherever the line is full, or leaves them whole.
///
/// Many texts that break Korean anywhere keep Latin words whole. Which kind a text is shows over all of its breaks between Latin letters:
/// one that cuts words leaves parts that are none and that stand joined elsewhere; one that keeps them leaves words.
struct LatinBreaks: Sendable {
    /// The logarithm of how much likelier a finding is where words are cut than where they are whole.
    private enum Evidence {
        static let joinedElsewhere: Float = 3
        static let number: Float = 2
        // Of words cut anywhere about half leave one or two letters, or none of the vowels.
        static let fragment: Float = 2.3
        static let noFragment: Float = -0.64
        static let twoWords: Float = -2
        static let capital: Float = -1.5
    }

    /// How often runs of letters stand within lines, where they are whole.
    private var runs = CountTable(zero: Float())
    /// The places between two Latin characters within lines, and all places between two characters.
    private var inside = 0
    private var places = 0
    private var breaks = 0
    private var latinBreaks = 0
    private var evidence: Float = 0

    /// Whether words are cut.
    ///
    /// Where no break stands between Latin characters, they are whole if chance would have made one.
    var cutsWords: Bool {
        latinBreaks > 0 ? evidence > 0 : Float(breaks) * Float(inside) < Float(places)
    }

    /// Learns the words of a line; those at its ends may be cut.
    mutating func learn(_ line: Span<UInt8>) {
        var start = 0
        var length = 0
        var wasLatin = false
        var index = 0
        while index < line.count {
            let byte = line[index]
            places += 1
            let isLetter = Self.isLetter(byte)
            let isLatin = isLetter || Self.isDigit(byte)
            if isLatin, wasLatin { inside += 1 }
            wasLatin = isLatin
            if isLetter {
                if length == 0 { start = index }
                length += 1
            } else if length > 0 {
                if start > 0 { runs.count(Run(line, start..<(start + length)).hash) { $0 += 1 } }
                length = 0
            }
            index += UTF8.width(startingWith: byte)
        }
    }

    /// Weighs one of the text's breaks.
    mutating func weigh(left: Span<UInt8>, right: Span<UInt8>) {
        breaks += 1
        guard let parts = Parts(left, right), parts.left.isEmpty == parts.right.isEmpty else { return }
        latinBreaks += 1
        guard !parts.left.isEmpty else { return evidence += Evidence.number }
        if isKnown(parts.joined) { return evidence += Evidence.joinedElsewhere }
        if isWord(parts.left), isWord(parts.right) { return evidence += Evidence.twoWords }
        if parts.left.endsSmall, parts.right.beginsCapital { return evidence += Evidence.capital }
        let isFragment = isFragment(parts.left, beside: parts.right) || isFragment(parts.right, beside: nil)
        evidence += isFragment ? Evidence.fragment : Evidence.noFragment
    }

    /// How much speaks for a break inside a word, or `nil` where it does not stand between two Latin characters.
    func score(left: Span<UInt8>, right: Span<UInt8>) -> Float? {
        guard let parts = Parts(left, right) else { return nil }
        guard cutsWords else { return -1 }
        guard !parts.left.isEmpty, !parts.right.isEmpty, !isKnown(parts.joined) else { return 0.5 }
        if parts.left.endsSmall, parts.right.beginsCapital { return -0.5 }
        return isWord(parts.left) && isWord(parts.right) ? -0.5 : 0.5
    }

    private func isKnown(_ hash: UInt64) -> Bool { runs[hash] > 0 }

    private func isWord(_ run: Run) -> Bool { isKnown(run.hash) || Self.smallWords.contains(run.hash) }

    /// Whether a run can hardly be a word: one or two letters, or none of the vowels.
    private func isFragment(_ run: Run, beside next: Run?) -> Bool {
        guard !isWord(run) else { return false }
        if run.isCapitals { return run.count == 1 && next?.beginsCapital == false }
        return run.count <= 2 || !run.hasVowel
    }

    private static let smallWords = Set(
        "a i an am as at be by do go he if in is it me my no of on or so to up us we the and for".split(separator: " ")
            .map { word in
                let bytes = Array(word.utf8)
                return Run(bytes.span, 0..<bytes.count).hash
            })

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Latin letters that stand together.
    private struct Run {
        private(set) var count = 0
        /// Of the letters, whatever their case.
        private(set) var hash = LatinBreaks.seed
        private(set) var hasVowel = false
        private(set) var isCapitals = true
        private(set) var beginsCapital = false
        private(set) var endsSmall = false

        var isEmpty: Bool { count == 0 }

        init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
            for index in range {
                let byte = bytes[index]
                let isCapital = byte & 0x20 == 0
                if count == 0 { beginsCapital = isCapital }
                if !isCapital { isCapitals = false }
                endsSmall = !isCapital
                switch byte | 0x20 {
                case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: hasVowel = true
                default: break
                }
                hash = LatinBreaks.extended(hash, byte)
                count += 1
            }
        }
    }

    /// The letters on both sides of a break between Latin characters; there are none beside a digit.
    private struct Parts {
        var left: Run
        var right: Run
        var joined: UInt64

        init?(_ before: Span<UInt8>, _ after: Span<UInt8>) {
            guard before.count > 0, after.count > 0 else { return nil }
            let (last, first) = (before[before.count - 1], after[0])
            guard isLetter(last) || isDigit(last), isLetter(first) || isDigit(first) else { return nil }
            var start = before.count
            while start > 0, isLetter(before[start - 1]), before.count - start < WordPart.reach { start -= 1 }
            var end = 0
            while end < after.count, isLetter(after[end]), end < WordPart.reach { end += 1 }
            left = Run(before, start..<before.count)
            right = Run(after, 0..<end)
            joined = (0..<end).reduce(left.hash) { LatinBreaks.extended($0, after[$1]) }
        }
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func extended(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte | 0x20)) &* 0x0000_0100_0000_01B3
    }
}
