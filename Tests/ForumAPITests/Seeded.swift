/// A generator that gives the same numbers for the same seed (SplitMix64), so that a failure can be repeated.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A text of up to so many characters, the awkward ones often.
    mutating func text(upTo length: Int) -> String {
        let awkward: [Unicode.Scalar] = [
            "\"", "\\", "/", "\u{0}", "\u{1F}", "\n", "\t", "\u{7F}", "\u{2028}", "\u{2029}", "한", "글", "힣", "\u{1112}",
            "\u{1161}", "é", "😀", "\u{FEFF}", "%", "&", "+", "<", "\u{FFFF}", "\u{10FFFF}", "･", "\u{E000}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &self) {
            if Bool.random(using: &self), let scalar = awkward.randomElement(using: &self) {
                text.append(scalar)
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0x20...0xD7FF, using: &self)) {
                text.append(scalar)
            }
        }
        return String(text)
    }
}
