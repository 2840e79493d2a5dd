import KoreanText

/// Rows of ornaments (`● ● ●`, `* * *`, `─────`) that part a head from its text.
enum Separator {
    private static let ornaments: ScalarSet = "●○◎◇◆■□★☆◈▣▲△▼▽▶▷♦♣♠♥✦✧❖※*-=_─━—–~∼·•∙◦▪▫￭#+═＊⁂＃＝"

    /// Whether a row is made of ornaments alone, at least three of them or two set apart.
    static func isOne(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let range = manuscript.rows[row].clean
        guard range.count >= 3 else { return false }
        var index = range.lowerBound
        var count = 0
        while index < range.upperBound {
            let (scalar, next) = manuscript.clean.scalar(at: index, before: range.upperBound)
            index = next
            if scalar == " " { continue }
            guard ornaments.contains(scalar) || isSymbol(scalar) else { return false }
            count += 1
        }
        return count >= 2
    }

    /// Whether a scalar is a symbol of some kind; letters and digits are known by their place.
    private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
        guard (0x2000..<0x2C00).contains(scalar.value) || scalar.value >= 0x1F000 else { return false }
        return [.otherSymbol, .mathSymbol, .dashPunctuation].contains(scalar.properties.generalCategory)
    }

    /// Whether a row is a drawn line, as stands above footnotes.
    static func isRule(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let range = manuscript.rows[row].clean
        guard range.count >= 5, isOne(manuscript, row) else { return false }
        return manuscript.firstScalar(row).map { "-_─━—―".unicodeScalars.contains($0) } ?? false
    }
}
