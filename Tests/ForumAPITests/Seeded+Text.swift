import SeededNumbers

extension Seeded {
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
