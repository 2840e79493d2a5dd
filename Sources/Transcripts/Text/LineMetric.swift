import KoreanText

/// What the lengths of a text's lines are measured in: the columns of a fixed-width page, or the advances of a proportional typeface.
///
/// Text that a PDF tool extracted was set in a proportional typeface, in which a space takes a third of a syllable and a
/// digit more than half. By columns its full lines differ in length; by advances they end at one edge.
enum LineMetric: CaseIterable {
    case columns, proportional

    /// The length of a space between words.
    var space: Int {
        switch self {
        case .columns: 1
        case .proportional: Int(Self.advances[0x20])
        }
    }

    /// The length of a row's clean text.
    func length(_ row: borrowing Manuscript.Row) -> Int {
        switch self {
        case .columns: row.width
        case .proportional: row.advance
        }
    }

    /// The length of a scalar.
    func length(_ scalar: Unicode.Scalar) -> Int {
        switch self {
        case .columns: TextForm.columns(scalar)
        case .proportional: Self.advance(scalar)
        }
    }

    /// The advance of a syllable, of which the others are parts.
    static let syllable = 50

    /// The advances of ASCII, as they are on the average of common Korean typefaces.
    static let advances: [UInt8] = (0..<128).map { byte in
        switch byte {
        case 0x20: 17
        case 0x30...0x39: 28
        case 0x41...0x5A: 34
        case 0x61...0x7A: 26
        default: 19
        }
    }

    /// The advance of a scalar.
    static func advance(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x80 { return Int(advances[Int(scalar.value)]) }
        switch TextForm.columns(scalar) {
        case 0: return 0
        case 2: return syllable
        default: return 30
        }
    }

    /// The length beyond which lengths are not told apart.
    static let longest = 1 << 13

    /// The length that a share of some lengths does not reach; 0 where there are none.
    static func percentile(_ share: Double, of lengths: some Sequence<Int>) -> Int {
        var histogram = [Int](repeating: 0, count: longest + 1)
        var count = 0
        for length in lengths {
            histogram[min(max(length, 0), longest)] += 1
            count += 1
        }
        var left = Int(Double(count) * share)
        for (length, number) in histogram.enumerated() {
            if left < number { return length }
            left -= number
        }
        return 0
    }
}
