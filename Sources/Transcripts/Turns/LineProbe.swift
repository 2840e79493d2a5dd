/// Tells from a few bytes whether a line may begin with a turn's label, so that most lines are passed over.
enum LineProbe {
    /// How many bytes of a line are searched for a separator.
    static let reach = 240
    /// The widest line, in columns, that may hold a label and nothing else.
    static let widestLabel = 64

    static func mayBegin(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let line = manuscript.rows[row]
        guard let first = manuscript.firstScalar(row) else { return false }
        if line.width <= widestLabel || line.hasGaps { return true }
        if marks.contains(first) { return true }
        // An office may go on on the next line.
        if first == "T", manuscript.text(row).prefix(4).lowercased() == "the " { return true }
        return manuscript.clean.withUnsafeBufferPointer { clean in
            let bytes = UnsafeBufferPointer(rebasing: clean[line.clean.prefix(reach)])
            return hasSeparator(
                bytes, isCapital: (0x41...0x5A).contains(clean[line.clean.lowerBound]) || first.value >= 0xC0)
        }
    }

    private static let marks: ScalarSet = "[【<(*_#>-+•–—○◯●◎■□◆◇▶▷▸►◈▣❍▲△▼▽￭▪◦@［〔Q"

    /// Whether a colon, a dash or, behind a capital, a full stop stands near the beginning.
    private static func hasSeparator(_ bytes: UnsafeBufferPointer<UInt8>, isCapital: Bool) -> Bool {
        for index in bytes.indices {
            switch bytes[index] {
            case 0x3A, 0x3D, 0x3E: return true
            case 0x2E:
                if isCapital, index < 110,
                    index + 1 == bytes.count || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x2D
                        || bytes[index + 1] >= 0x80
                {
                    return true
                }
            case 0x2D: if index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x2E { return true }
            case 0xEF: if index + 2 < bytes.count, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x9A { return true }
            case 0xE2:
                if index + 2 < bytes.count, bytes[index + 1] == 0x80, (0x93...0x95).contains(bytes[index + 2]) {
                    return true
                }
            default: break
            }
        }
        return false
    }
}
