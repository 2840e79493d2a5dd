/// A text as matching sees it: scalar by scalar, letters folded, each with its place in the original.
struct FoldedText {
    /// The folded scalars, one for each scalar of the original.
    let scalars: [Unicode.Scalar]
    /// The scalars as they stand in the text.
    let original: [Unicode.Scalar]
    /// Where each scalar begins in UTF-16 units; one more than there are scalars, the last the text's length.
    let offsets: [Int]

    init(_ text: String) {
        original = Array(text.unicodeScalars)
        scalars = original.map(Self.fold)
        var offsets: [Int] = [0]
        offsets.reserveCapacity(original.count + 1)
        var offset = 0
        for scalar in original {
            offset += scalar.value > 0xFFFF ? 2 : 1
            offsets.append(offset)
        }
        self.offsets = offsets
    }

    /// The form as it stands in the text.
    func surface(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: original[range])
        return String(view)
    }

    /// One scalar for one scalar: case, full width, and the many middle dots and hyphens.
    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20) ?? scalar
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map(fold) ?? scalar
        case 0xB7, 0x2022, 0x2027, 0x22C5, 0x30FB, 0x318D, 0x119E, 0xFF65: return "\u{B7}"
        case 0x2010...0x2015, 0x2212: return "-"
        case 0xA0, 0x3000: return " "
        case 0..<0x80: return scalar
        default:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return lower.count == 1 ? lower.first ?? scalar : scalar
        }
    }
}
