/// Reads labels in Han characters and kana: `議長（山田太郎君）`, `田中委員`, `王小明`, `主持人`.
struct HanLabel {
    private let words: TurnWords

    /// The most characters of a Chinese name, and of a name with kana.
    static let mostHan = 4, mostKana = 12

    init(_ words: TurnWords) { self.words = words }

    func read(_ text: String, _ label: String) -> LabelReading {
        var body = text.unicodeScalars.filter { $0 != " " }
        let spaced = text.words
        if spaced.count > 3 { return LabelReading(label, .other) }
        for after in words.afterNames where String(body).hasSuffix(after) && body.count > after.unicodeScalars.count {
            body.removeLast(after.unicodeScalars.count)
            break
        }
        let plain = String(body)
        if words.isOne(plain, .office) || words.isOne(plain, .presiding) { return office(plain, label) }
        if words.isOne(plain, .key) { return LabelReading(label, .key) }
        // The longest office at its end: what stands before it is a name, or a part of the office.
        let scalars = Array(body)
        for start in scalars.indices.dropFirst() {
            let end = String(String.UnicodeScalarView(scalars[start...]))
            guard words.isOne(end, .office) else { continue }
            let head = String(String.UnicodeScalarView(scalars[..<start]))
            // Somebody of a newspaper is no one by name.
            guard isName(head), !words.isOne(end, .reporter) else { return office(plain, label) }
            var reading = LabelReading(label, .name)
            (reading.name, reading.office) = (head, end)
            return reading
        }
        for end in scalars.indices.dropFirst().reversed() {
            let head = String(String.UnicodeScalarView(scalars[..<end]))
            guard endsInOffice(head) else { continue }
            let tail = String(String.UnicodeScalarView(scalars[end...]))
            guard isName(tail) else { break }
            var reading = LabelReading(label, .name)
            (reading.name, reading.office) = (tail, head)
            return reading
        }
        guard isName(plain) else { return LabelReading(label, .other) }
        var reading = LabelReading(label, .name)
        reading.name = spaced.count > 1 ? text : plain
        return reading
    }

    /// Whether an office ends a text (`运输局局长`).
    private func endsInOffice(_ text: String) -> Bool {
        if words.isOne(text, .office) { return true }
        return (2...Self.longestOffice).contains { count in
            text.unicodeScalars.count > count
                && words.isOne(String(String.UnicodeScalarView(text.unicodeScalars.suffix(count))), .office)
        }
    }

    /// The most characters of an office that others may stand before.
    private static let longestOffice = 4

    private func office(_ office: String, _ label: String) -> LabelReading {
        var reading = LabelReading(label, .office)
        reading.office = office
        return reading
    }

    private func isName(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        let isKana = { (scalar: Unicode.Scalar) in (0x3040...0x30FF).contains(scalar.value) }
        let isHan = { (scalar: Unicode.Scalar) in
            (0x3400...0x9FFF).contains(scalar.value) || scalar == "々" || (0x20000...0x3FFFF).contains(scalar.value)
        }
        let isDot = { (scalar: Unicode.Scalar) in "·・．.＝".unicodeScalars.contains(scalar) }
        guard scalars.allSatisfy({ isKana($0) || isHan($0) || isDot($0) }), scalars.count >= 1 else { return false }
        let hasKana = scalars.contains { isKana($0) && !isDot($0) }
        let hasDot = scalars.contains(where: isDot)
        return scalars.count <= (hasKana || hasDot ? Self.mostKana : Self.mostHan)
    }
}
