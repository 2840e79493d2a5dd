import KoreanText

/// What a page number looks like, by itself and beside a running head.
extension PageFurniture {
    static let numberOpenings: ScalarSet = "0123456789ivxlcPpSsFfСс제第"
    static let numberOrnaments: ScalarSet = "-–—−‐‑~|｜│┃·•<>[]()〈〉《》【】〔〕￭■▪ "
    /// The most digits of a page's number, of one that is called a page in brackets, and of either side of one of a part (`5-12`).
    private static let mostDigits = 4, mostMarkedDigits = 6, mostDigitsOfPart = 3
    private static let romanDigits: ScalarSet = "ivxlc"

    /// The number of a line that holds a page number and nothing else (`26`, `- 26 -`, `p. 26`, `26쪽`, `– iv –`, `[[Page S26]]`).
    static func pageNumber(_ line: String) -> (number: String, isDecorated: Bool)? {
        guard line.unicodeScalars.contains(where: { ("0"..."9").contains($0) || romanDigits.contains($0) }) else {
            return nil
        }
        var scalars = Array(line.unicodeScalars)[...]
        while let first = scalars.first, numberOrnaments.contains(first) { scalars.removeFirst() }
        while let last = scalars.last, numberOrnaments.contains(last) { scalars.removeLast() }
        let all = Array(line.unicodeScalars)
        let (leading, trailing) = (all[..<scalars.startIndex], all[scalars.endIndex...])
        // A dash on one side only is a list item or an unfinished range.
        guard leading.isEmpty == trailing.isEmpty else { return nil }
        // In brackets of a list or a reference (`(2)`, `[2]`) it has to fit a sequence.
        let isBracketed = leading.allSatisfy { "([ ".unicodeScalars.contains($0) }
        var isDecorated = !leading.isEmpty && !isBracketed
        var text = String(String.UnicodeScalarView(scalars))
        var isPage = false
        if let prefix = PageWords.prefixes.first(where: text.hasPrefix) {
            text.removeFirst(prefix.count)
            isPage = true
        }
        if let suffix = PageWords.suffixes.first(where: text.hasSuffix) {
            text.removeLast(suffix.count)
            isPage = true
        }
        if isPage { isDecorated = true }
        if let range = text.firstRange(ofBytes: " of ") ?? text.firstRange(ofBytes: "/") {
            guard let number = numberOfTotal(text, range) else { return nil }
            text = number
            isDecorated = true
        }
        return plainNumber(text, isDecorated: isDecorated, isMarkedPage: isPage && !leading.isEmpty && isBracketed)
    }

    /// The number before the count of all pages (`12/48`), which is not smaller.
    private static func numberOfTotal(_ text: String, _ range: Range<String.Index>) -> String? {
        let total = text[range.upperBound...].drop { $0 == " " }
        guard !total.isEmpty, total.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        var number = String(text[..<range.lowerBound])
        while number.last == " " { number.removeLast() }
        if let value = Int(number), let total = Int(total), value > total { return nil }
        return number
    }

    private static func plainNumber(
        _ text: String, isDecorated: Bool, isMarkedPage: Bool
    ) -> (number: String, isDecorated: Bool)? {
        guard !text.isEmpty, text.utf8.count <= mostMarkedDigits else { return nil }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return text.utf8.count <= mostDigits || isMarkedPage ? (text, isDecorated) : nil
        }
        // The page of a part of a record (`[[Page S1205]]`).
        let digits = text.drop { ("A"..."Z").contains($0) }
        if isMarkedPage, !digits.isEmpty, digits.startIndex > text.startIndex,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        {
            return (text, true)
        }
        // The page of a part (`5-12`).
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isPart = { (part: Substring) in
            part.utf8.count <= mostDigitsOfPart && !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        if parts.count == 2, parts.allSatisfy(isPart) { return (text, isDecorated) }
        guard text.utf8.allSatisfy({ "ivxlc".utf8.contains($0) }), isDecorated else { return nil }
        return (text, true)
    }

    /// The number that a page number counts by.
    static func pageValue(_ number: String) -> Int? {
        number.split(separator: "-").last.flatMap { Int($0.drop { ("A"..."Z").contains($0) }) }
    }

    /// The number that begins or ends a line of words, as where header and page number share a line.
    static func numberBeside(_ manuscript: Manuscript, _ row: Int) -> Int? {
        let range = manuscript.rows[row].clean
        guard let first = manuscript.clean[range].first, let last = manuscript.clean[range].last else { return nil }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard isDigit(first) || isDigit(last) else { return nil }
        let words = manuscript.clean[range]
        guard let space = words.firstIndex(of: 0x20), let lastSpace = words.lastIndex(of: 0x20) else { return nil }
        if let value = number(words[(lastSpace + 1)...]), !isCounted(words[..<lastSpace]) { return value }
        guard let value = number(words[..<space]), !isMonth(words[(space + 1)...]) else { return nil }
        return value
    }

    /// The number that a word of at most four digits is.
    private static func number(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count <= mostDigits, !word.isEmpty else { return nil }
        return word.reduce(0) { value, byte in
            value.flatMap { (0x30...0x39).contains(byte) ? $0 * 10 + Int(byte - 0x30) : nil }
        }
    }

    /// Whether the last of some words counts what follows it, or is a month.
    private static func isCounted(_ words: ArraySlice<UInt8>) -> Bool {
        let last = words.split(separator: 0x20).last ?? []
        let word = String(decoding: last, as: UTF8.self).lowercased()
        return PageWords.counted.contains(word) || DateWords.months[word.filter { $0 != "." }] != nil
    }

    private static func isMonth(_ words: ArraySlice<UInt8>) -> Bool {
        let first = words.split(separator: 0x20, maxSplits: 1).first ?? []
        let word = String(decoding: first, as: UTF8.self).lowercased()
        return DateWords.months[word.filter { $0 != "." && $0 != "," }] != nil
    }
}
