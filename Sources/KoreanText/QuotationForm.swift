/// A text as it is compared with a quotation: only what nobody would call another wording is folded.
///
/// - White space is left out, but between two digits, where it is one space (`10 20` is not `1020`).
/// - Every kind of quotation mark is one, and so is every kind of middle dot, of dash, of tilde and of ellipsis.
/// - A hyphen inside a word is left out, as at the end of a line (`infor- mation`, `AI-기반`); one between digits or after a
///   space stays (`20-30`, `성장률 -5`), where it is a range or a sign.
/// - Full-width forms of ASCII are narrow. Letter case stays.
///
/// The text is expected in NFC, as passages are.
public struct QuotationForm: Sendable {
    /// The folded scalars.
    public private(set) var scalars: [UInt32] = []
    /// Where each folded scalar stands in the text, in UTF-16 units.
    public private(set) var places: [Range<Int>] = []

    private static let quotationMark: UInt32 = 0x22
    private static let hyphen: UInt32 = 0x2D
    private static let stop: UInt32 = 0x2E
    private static let middleDot: UInt32 = 0xB7
    private static let ellipsis: UInt32 = 0x2026

    private var offset = 0
    private var hasSpace = false
    private var pendingHyphen: Range<Int>?

    /// Makes an empty form, for texts to be read into one after another.
    public init() {}

    /// Folds a text.
    public init(_ text: String) {
        read(text)
    }

    /// Folds a text in place of the one before, whose memory is used again.
    public mutating func read(_ text: String) {
        scalars.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        offset = 0
        hasSpace = false
        pendingHyphen = nil
        for scalar in text.unicodeScalars {
            let end = offset + (scalar.value > 0xFFFF ? 2 : 1)
            take(scalar, at: offset..<end)
            offset = end
        }
        if let place = pendingHyphen { append(Self.hyphen, at: place) }
    }

    /// The form without the marks at its ends that belong to quoting and not to what is quoted.
    public var trimmed: ArraySlice<UInt32> {
        let marks: Set<UInt32> = [Self.quotationMark, Self.hyphen, Self.middleDot, Self.ellipsis, 0x20]
        guard let first = scalars.firstIndex(where: { !marks.contains($0) }),
            let last = scalars.lastIndex(where: { !marks.contains($0) })
        else { return [] }
        return scalars[first...last]
    }

    private mutating func take(_ scalar: Unicode.Scalar, at place: Range<Int>) {
        // Hangul syllables and ideographs first: they are nearly everything.
        let value = scalar.value
        if value >= 0xAC00 && value <= 0xD7A3 || value >= 0x4E00 && value <= 0x9FFF { return keep(value, at: place) }
        switch value {
        case 0xFF01...0xFF5E: takeNarrow(value - 0xFEE0, at: place)
        case _ where TextForm.isWhiteSpace(scalar): hasSpace = true
        case 0xFE00...0xFE0F: break
        case _ where TextForm.isZeroWidth(scalar): break
        case 0x2018...0x201F, 0x2032, 0x2033, 0xB4, 0xAB, 0xBB, 0x2039, 0x203A, 0x3008...0x300F, 0x301D...0x301F,
            0xFF62, 0xFF63:
            keep(Self.quotationMark, at: place)
        case 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0x318D, 0x119E: keep(Self.middleDot, at: place)
        case 0x2025, 0x22EF: keep(Self.ellipsis, at: place)
        case 0x2012...0x2015, 0x2212, 0x2500: keep(Self.hyphen, at: place)
        case 0x223C, 0x301C: keep(0x7E, at: place)
        case 0x2010, 0x2011: takeNarrow(Self.hyphen, at: place)
        default: takeNarrow(value, at: place)
        }
    }

    private mutating func takeNarrow(_ value: UInt32, at place: Range<Int>) {
        switch value {
        case 0x27, 0x60: keep(Self.quotationMark, at: place)
        case Self.hyphen where !hasSpace && pendingHyphen == nil && scalars.last.map(Self.isLetter) == true:
            pendingHyphen = place
        default: keep(value, at: place)
        }
    }

    private mutating func keep(_ value: UInt32, at place: Range<Int>) {
        if let hyphen = pendingHyphen, !Self.isLetter(value), !Self.isDigit(value) {
            append(Self.hyphen, at: hyphen)
        }
        pendingHyphen = nil
        if hasSpace, let last = scalars.last, Self.isDigit(last), Self.isDigit(value) {
            append(0x20, at: place.lowerBound..<place.lowerBound)
        }
        hasSpace = false
        append(value, at: place)
    }

    /// Appends a scalar; marks that stand for one another in a row become one.
    private mutating func append(_ value: UInt32, at place: Range<Int>) {
        guard let before = scalars.last, let start = places.last?.lowerBound else {
            scalars.append(value)
            places.append(place)
            return
        }
        switch value {
        case Self.stop, Self.middleDot, Self.ellipsis:
            guard before == value || before == Self.ellipsis else { break }
            scalars[scalars.count - 1] = Self.ellipsis
            places[places.count - 1] = start..<place.upperBound
            return
        case Self.quotationMark, Self.hyphen:
            guard before == value else { break }
            places[places.count - 1] = start..<place.upperBound
            return
        default: break
        }
        scalars.append(value)
        places.append(place)
    }

    private static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

    private static func isLetter(_ value: UInt32) -> Bool {
        Unicode.Scalar(value)?.properties.isAlphabetic == true
    }
}
