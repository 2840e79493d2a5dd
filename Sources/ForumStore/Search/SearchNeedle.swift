import KoreanText

/// What is marked where a term is found.
struct SearchNeedle {
    /// The characters that a word must have to be marked wherever it is written apart.
    private static let shortestApart = 4

    /// The characters, without gaps.
    let scalars: [Unicode.Scalar]
    /// Before which characters a gap may stand.
    private let joints: Set<Int>

    /// Makes what marks runs that stand one after another.
    init(_ runs: [SearchText.Run]) {
        scalars = runs.flatMap(\.scalars)
        var joints: Set<Int> = []
        var start = 0
        for run in runs {
            if start > 0 { joints.insert(start) }
            // As SearchPhrase/splits(of:) cuts it.
            if run.kind == .syllable, run.scalars.count == 3 { joints.insert(start + 1) }
            start += run.scalars.count
        }
        self.joints = scalars.count >= Self.shortestApart ? Set(0..<scalars.count) : joints
    }

    /// Makes what marks a text.
    init(_ text: String) {
        self.init(SearchText(text).runs)
    }

    /// Where what begins at a character ends, exclusive, or `nil` where it stands otherwise there.
    func end(in text: [SearchText.Unit], from start: Int, followsGap: [Bool]) -> Int? {
        let end = start + scalars.count
        guard !scalars.isEmpty, end <= text.count else { return nil }
        for (offset, scalar) in scalars.enumerated() {
            guard text[start + offset].scalar == scalar else { return nil }
            if offset > 0, followsGap[start + offset], !joints.contains(offset) { return nil }
        }
        return end
    }
}
