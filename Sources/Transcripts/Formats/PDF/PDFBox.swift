/// A rectangle on a page, in points from its upper left corner.
struct PDFBox: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }
    var centre: Double { (left + right) / 2 }

    /// The part of the lower of two boxes' heights that both share.
    func sharedHeight(_ other: PDFBox) -> Double {
        let shared = min(bottom, other.bottom) - max(top, other.top)
        return shared / max(min(height, other.height), 0.01)
    }

    /// The smallest box around both.
    func union(_ other: PDFBox) -> PDFBox {
        PDFBox(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
