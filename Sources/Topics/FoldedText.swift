/// A text as matching sees it: scalar by scalar, letters folded, each with its place in the original.
///
/// One is meant for many texts, read one after another into the same memory.
struct FoldedText {
    /// The folded scalars, one for each scalar of the original.
    private(set) var scalars: [Unicode.Scalar] = []
    /// The scalars as they stand in the text.
    private(set) var original: [Unicode.Scalar] = []
    /// Whether every scalar is one UTF-16 unit.
    private var isNarrow = true

    init(_ text: String = "") {
        read(text)
    }

    /// Takes a text in place of the one before.
    mutating func read(_ text: String) {
        scalars.removeAll(keepingCapacity: true)
        original.removeAll(keepingCapacity: true)
        isNarrow = true
        for scalar in text.unicodeScalars {
            original.append(scalar)
            scalars.append(Self.fold(scalar))
            if scalar.value > 0xFFFF { isNarrow = false }
        }
    }

    /// Where a scalar begins in UTF-16 units; for the number of scalars, the text's length.
    func offset(of index: Int) -> Int {
        isNarrow ? index : original[..<index].reduce(index) { $0 + ($1.value > 0xFFFF ? 1 : 0) }
    }

    /// The form as it stands in the text.
    func surface(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: original[range])
        return String(view)
    }

    /// A text with its scalars folded.
    static func folded(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map(fold)))
    }

    /// One scalar for one scalar: case, full width, and the many middle dots and hyphens.
    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xAC00...0xD7A3: return scalar
        case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20) ?? scalar
        case 0..<0x80: return scalar
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map(fold) ?? scalar
        case 0xB7, 0x2022, 0x2027, 0x22C5, 0x30FB, 0x318D, 0x119E, 0xFF65: return "\u{B7}"
        case 0x2010...0x2015, 0x2212: return "-"
        case 0xA0, 0x3000: return " "
        default:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower.first ?? scalar : scalar
        }
    }
}
