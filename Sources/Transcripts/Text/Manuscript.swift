import KoreanText

/// The text of a transcript cut into lines, each measured once and cleaned for comparing and joining.
///
/// Every later stage works on these rows; the raw bytes are only read again for the ledger.
struct Manuscript {
    /// How a line ended.
    enum Terminator: UInt8 {
        case none, lineFeed, carriageReturn, both

        var byteCount: Int {
            switch self {
            case .none: 0
            case .lineFeed, .carriageReturn: 1
            case .both: 2
            }
        }
    }

    /// One line of the text.
    struct Row {
        /// The line in `raw`, without its terminator.
        @CompactRange var raw: Range<Int>
        /// How the line ended.
        var terminator: Terminator
        /// The line in `clean`: NFC, nothing of zero width but joiners that do their work, white space collapsed and trimmed.
        @CompactRange var clean: Range<Int>
        /// The columns that the clean text takes.
        @Compact var width: Int
        /// The length of the clean text in a proportional typeface, in fiftieths of a syllable.
        @Compact var advance: Int
        /// The white space before the text, in columns, form feeds not counted.
        @Compact var indent: Int
        /// Whether the white space before the text is one plain space.
        var beginsWithOneSpace: Bool
        /// Whether white space follows the text.
        var endsInBlank: Bool
        /// Form feeds before the text, or in a line that has none.
        @Compact var feedsBefore: Int
        /// Form feeds after the first of the text.
        @Compact var feedsAfter: Int
        /// Whether two or more spaces or a tab stand between words.
        var hasGaps: Bool
        /// How many runs of three or more columns of white space stand between words, as between cells of a table.
        @Compact var wideGaps: Int
        /// Whether the text ends as a sentence does.
        var endsSentence: Bool
        /// Whether the line had to be normalised to be in NFC.
        var wasDecomposed: Bool

        var isBlank: Bool { clean.isEmpty }

        /// Where the line with its terminator ends in `raw`.
        var end: Int { raw.upperBound + terminator.byteCount }
    }

    /// The decoded text, as it was.
    let raw: [UInt8]
    /// The clean text of all rows, one after another.
    private(set) var clean: [UInt8]
    /// The lines, in order.
    var rows: [Row]

    /// Reads a text.
    ///
    /// - Parameter mostLines: How many lines are of use; reading ends with the one after them.
    init(utf8: [UInt8], mostLines: Int = .max) {
        raw = utf8
        clean = []
        clean.reserveCapacity(utf8.count)
        rows = []
        rows.reserveCapacity(utf8.count / 48)
        utf8.withUnsafeBufferPointer { utf8 in
            LineMetric.advances.withUnsafeBufferPointer { readLines(of: utf8, mostLines, $0) }
        }
    }

    private mutating func readLines(
        of utf8: UnsafeBufferPointer<UInt8>, _ mostLines: Int, _ advances: UnsafeBufferPointer<UInt8>
    ) {
        var start = 0
        var index = 0
        while index < utf8.count, rows.count <= mostLines {
            let byte = utf8[index]
            if byte == 0x0A {
                append(utf8, start..<index, .lineFeed, advances)
                start = index + 1
            } else if byte == 0x0D {
                let isPair = index + 1 < utf8.count && utf8[index + 1] == 0x0A
                append(utf8, start..<index, isPair ? .both : .carriageReturn, advances)
                if isPair { index += 1 }
                start = index + 1
            }
            index += 1
        }
        if start < utf8.count, rows.count <= mostLines { append(utf8, start..<utf8.count, .none, advances) }
    }

    /// How many lines a text has, without reading them.
    static func lineCount(utf8: [UInt8]) -> Int {
        utf8.withUnsafeBufferPointer { bytes in
            guard let first = bytes.first, let last = bytes.last else { return 0 }
            var count = first == 0x0D || first == 0x0A ? 1 : 0
            for index in 1..<bytes.count {
                // Without a branch, many bytes are looked at in one step.
                let (isReturn, isFeed) = (bytes[index] == 0x0D ? 1 : 0, bytes[index] == 0x0A ? 1 : 0)
                count &+= isReturn | (isFeed & (bytes[index - 1] == 0x0D ? 0 : 1))
            }
            return last == 0x0A || last == 0x0D ? count : count + 1
        }
    }

    private mutating func append(
        _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ terminator: Terminator,
        _ advances: UnsafeBufferPointer<UInt8>
    ) {
        let start = clean.count
        var row = Row(
            raw: range, terminator: terminator, clean: start..<start, width: 0, advance: 0, indent: 0,
            beginsWithOneSpace: false, endsInBlank: false, feedsBefore: 0, feedsAfter: 0, hasGaps: false, wideGaps: 0,
            endsSentence: false, wasDecomposed: false)
        var index = range.lowerBound
        var pending = 0
        var hasText = false
        while index < range.upperBound {
            let word = Self.plainRun(utf8, index..<range.upperBound, advances)
            if word.length > 0 {
                flush(&row, &pending, &hasText)
                clean.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[index..<(index + word.length)]))
                row.width += word.width
                row.advance += word.advance
                index += word.length
                continue
            }
            if utf8[index] == 0x20 {
                pending += 1
                index += 1
                continue
            }
            let (scalar, next) = raw.scalar(at: index, before: range.upperBound)
            if TextForm.isWhiteSpace(scalar) {
                if scalar.value == 0x0C {
                    if hasText { row.feedsAfter += 1 } else { row.feedsBefore += 1 }
                    if pending == 0, hasText { pending = 1 }
                } else {
                    pending += scalar.value == 0x09 ? 4 : TextForm.columns(scalar)
                }
            } else if !TextForm.isZeroWidth(scalar)
                || (pending == 0 && joins(scalar, from: start, next, before: range.upperBound))
            {
                flush(&row, &pending, &hasText)
                clean.append(contentsOf: raw[index..<next])
                row.width += TextForm.columns(scalar)
                row.advance += LineMetric.advance(scalar)
                if !TextForm.isSurelyComposed(scalar) { row.wasDecomposed = true }
            }
            index = next
        }
        if hasText { row.endsInBlank = pending > 0 } else { row.indent = pending }
        if row.wasDecomposed { compose(&row, from: start) }
        row.clean = start..<clean.count
        row.endsSentence = SentenceEnd.isOne(clean, row.clean)
        if row.indent == 1 {
            let text = raw[range].drop { $0 == 0x0C }
            row.beginsWithOneSpace = text.first == 0x20
        }
        rows.append(row)
    }

    /// Whether a joiner does its work after what is clean of a line and before the rest of it.
    private func joins(_ joiner: Unicode.Scalar, from start: Int, _ next: Int, before end: Int) -> Bool {
        guard clean.count > start else { return false }
        let before = clean.scalar(endingAt: clean.count, after: start).scalar
        return TextForm.joins(joiner, before, next < end ? raw.scalar(at: next, before: end).scalar : nil)
    }

    /// How many bytes of words of printed ASCII and Hangul syllables, parted by single spaces, stand at the start of a range, and their
    /// columns and advance.
    private static func plainRun(
        _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ advances: UnsafeBufferPointer<UInt8>
    ) -> (length: Int, width: Int, advance: Int) {
        var index = range.lowerBound
        var width = 0
        var advance = 0
        while index < range.upperBound {
            let byte = utf8[index]
            if byte > 0x20, byte < 0x7F {
                index += 1
                width += 1
                advance &+= Int(advances[Int(byte)])
                continue
            }
            if byte == 0x20, index > range.lowerBound, index + 1 < range.upperBound, beginsText(utf8[index + 1]) {
                index += 1
                width += 1
                advance &+= Int(advances[0x20])
                continue
            }
            guard byte >= 0xEA, byte <= 0xED, index + 2 < range.upperBound else { break }
            let value = UInt32(byte & 0x0F) << 12 | UInt32(utf8[index + 1] & 0x3F) << 6 | UInt32(utf8[index + 2] & 0x3F)
            guard value >= 0xAC00, value <= 0xD7A3 else { break }
            index += 3
            width += 2
            advance &+= LineMetric.syllable
        }
        return (index - range.lowerBound, width, advance)
    }

    /// Whether what begins with a byte is text for sure, and neither white space nor of zero width.
    private static func beginsText(_ byte: UInt8) -> Bool {
        (byte > 0x20 && byte < 0x7F) || (byte >= 0xEA && byte <= 0xED)
    }

    private mutating func flush(_ row: inout Row, _ pending: inout Int, _ hasText: inout Bool) {
        if hasText {
            if pending > 0 {
                clean.append(0x20)
                row.width += 1
                row.advance += LineMetric.proportional.space
                if pending > 1 { row.hasGaps = true }
                if pending > 2 { row.wideGaps += 1 }
            }
        } else {
            row.indent = pending
            hasText = true
        }
        pending = 0
    }

    private mutating func compose(_ row: inout Row, from start: Int) {
        let before = String(decoding: clean[start...], as: UTF8.self)
        let after = TextForm.composed(before)
        row.wasDecomposed = !before.utf8.elementsEqual(after.utf8)
        guard row.wasDecomposed else { return }
        clean.removeSubrange(start...)
        clean.append(contentsOf: after.utf8)
        row.width = after.unicodeScalars.reduce(0) { $0 + TextForm.columns($1) }
        row.advance = after.unicodeScalars.reduce(0) { $0 + LineMetric.advance($1) }
    }

    /// Gives up the clean text, where nothing is left to compare or join.
    mutating func forgetClean() { clean = [] }

    /// The clean text of a row.
    func text(_ row: Int) -> String {
        String(decoding: clean[rows[row].clean], as: UTF8.self)
    }

    /// The line as decoded.
    func rawText(_ row: Int) -> String {
        String(decoding: raw[rows[row].raw], as: UTF8.self)
    }

    /// The first scalar of a row's clean text.
    func firstScalar(_ row: Int) -> Unicode.Scalar? {
        let range = rows[row].clean
        return range.isEmpty ? nil : clean.scalar(at: range.lowerBound, before: range.upperBound).scalar
    }

    /// The last scalar of a row's clean text.
    func lastScalar(_ row: Int) -> Unicode.Scalar? {
        let range = rows[row].clean
        return range.isEmpty ? nil : clean.scalar(endingAt: range.upperBound, after: range.lowerBound).scalar
    }

    /// The last scalars of a row's clean text, the very last first.
    func lastScalars(_ row: Int, _ count: Int) -> [Unicode.Scalar] {
        let range = rows[row].clean
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(count)
        var end = range.upperBound
        while end > range.lowerBound, result.count < count {
            let (scalar, start) = clean.scalar(endingAt: end, after: range.lowerBound)
            result.append(scalar)
            end = start
        }
        return result
    }

    /// The length of the first word of a row.
    func firstWordLength(_ row: Int, _ metric: LineMetric) -> Int {
        var index = rows[row].clean.lowerBound
        let end = rows[row].clean.upperBound
        var width = 0
        while index < end, clean[index] != 0x20 {
            let (scalar, next) = clean.scalar(at: index, before: end)
            width += metric.length(scalar)
            index = next
        }
        return width
    }

    /// The length of what begins a row and is not broken: a character, or a number or Latin word, with the marks beside it.
    func firstUnitLength(_ row: Int, _ metric: LineMetric) -> Int {
        var index = rows[row].clean.lowerBound
        let end = rows[row].clean.upperBound
        var length = 0
        var isOpen = true
        while index < end {
            let (scalar, next) = clean.scalar(at: index, before: end)
            if isOpen {
                let isPart = scalar.value < 0x80 && (scalar.isAlphabetic || ("0"..."9").contains(scalar))
                isOpen = isPart || Self.openingMarks.contains(scalar)
            } else if !Self.closingMarks.contains(scalar) {
                break
            }
            length += metric.length(scalar)
            index = next
        }
        return length
    }

    private static let openingMarks: ScalarSet = "([{“‘「『<《〈"
    private static let closingMarks: ScalarSet = ".,)]}”’」』>》〉?!:;%"
}

extension [UInt8] {
    /// The scalar that ends before an index, and the index at which it begins.
    func scalar(endingAt end: Int, after lowest: Int) -> (scalar: Unicode.Scalar, start: Int) {
        var start = end - 1
        while start > lowest, self[start] & 0xC0 == 0x80 { start -= 1 }
        return (scalar(at: start, before: end).scalar, start)
    }

    /// The scalar that begins at an index, and the index after it; U+FFFD, one byte long, where none begins.
    func scalar(at index: Int, before end: Int) -> (scalar: Unicode.Scalar, next: Int) {
        guard let (value, width) = scalarValue(at: index, before: end), let scalar = Unicode.Scalar(value)
        else { return ("\u{FFFD}", index + 1) }
        return (scalar, index + width)
    }
}
