/// A time beside a label: `00:12`, `[1:02:03.500]`, `10:42 AM`, `2024. 2. 13. 오전 10:42`.
struct LabelTime: Hashable {
    /// The milliseconds since the start; for a time of day it tells nothing.
    var milliseconds: Int
    /// Whether a date or a half of the day stands beside it, which makes it a time of day.
    var isClock: Bool

    /// The most scalars of a date before a time.
    static let mostDate = 40

    /// Reads a time at the start of a text, in brackets or none.
    ///
    /// - Returns: The time, and what follows it.
    static func read(_ text: Substring) -> (time: LabelTime, rest: Substring)? {
        guard let first = text.utf8.first,
            first == 0x5B || first == 0x28 || (0x30...0x39).contains(first) || first >= 0xE2
        else { return nil }
        let close: Character? = first == 0x5B ? "]" : first == 0x28 ? ")" : nil
        var rest = close == nil ? text : text.dropFirst()
        // Only a digit or a word for half of the day begins one.
        guard let next = rest.utf8.first, (0x30...0x39).contains(next) || dropHalf(rest) != nil else { return nil }
        var isClock = false
        if (0x30...0x39).contains(next), let after = dropDate(rest) {
            rest = after
            isClock = true
        }
        if let after = dropHalf(rest) {
            rest = after
            isClock = true
        }
        guard case (let milliseconds, var after)? = digits(rest) else { return nil }
        if let half = dropHalf(after.drop { $0 == " " }) {
            after = half
            isClock = true
        }
        if let close {
            // A range of times: `[00:00:01.000 --> 00:00:02.000]`.
            if after.first != close,
                let arrow = after.prefix(6).firstIndex(of: ">") ?? after.prefix(4).firstIndex(of: "-")
            {
                let second = after[after.index(after: arrow)...].drop { $0 == " " }
                if let (_, end) = digits(second) { after = end }
            }
            guard after.first == close else { return nil }
            after = after.dropFirst()
        }
        return (LabelTime(milliseconds: isClock ? 0 : milliseconds, isClock: isClock), after)
    }

    /// What stands between the numbers of a date, what of it parts them, and the days of the week.
    private static let dateParts: ScalarSet = "-/.년월일年月日 ,T요화수목금토"
    private static let dateMarks: ScalarSet = "-/.월月"

    /// What follows a date and what parts it from its time, where a date stands at the start.
    private static func dropDate(_ text: Substring) -> Substring? {
        var digits = 0
        var marks = 0
        let scalars = text.unicodeScalars
        var last = text.startIndex
        for index in scalars.indices.prefix(mostDate) {
            let scalar = scalars[index]
            if ("0"..."9").contains(scalar) {
                digits += 1
                continue
            }
            guard dateParts.contains(scalar) else { break }
            if dateMarks.contains(scalar) { marks += 1 }
            last = scalars.index(after: index)
        }
        return digits >= 3 && marks >= 1 && last > text.startIndex ? text[last...] : nil
    }

    private static let halves = TurnWords.embedded.halves.map { Array($0.utf8) }
    /// Of every byte, whether a word for half of a day begins with it, which tells most texts apart.
    private static let halfOpenings = (UInt8.min...UInt8.max).map { byte in halves.contains { $0.first == byte } }

    private static func dropHalf(_ text: Substring) -> Substring? {
        guard let first = text.utf8.first, halfOpenings[Int(first)],
            let half = text.withBytes({ bytes in halves.first { bytes.starts(with: $0) } })
        else { return nil }
        return text[text.utf8.index(text.startIndex, offsetBy: half.count)...].withoutLeadingSpaces
    }

    private static func digits(_ text: Substring) -> (Int, Substring)? {
        var parts: [Int] = []
        var rest = text
        while parts.count < 3 {
            let number = rest.utf8.prefix { (0x30...0x39).contains($0) }
            guard (1...4).contains(number.count) else { break }
            parts.append(number.reduce(0) { $0 * 10 + Int($1 - 0x30) })
            rest = rest[number.endIndex...]
            guard rest.utf8.first == 0x3A else { break }
            rest = rest[rest.utf8.index(after: rest.startIndex)...]
        }
        guard parts.count >= 2, parts.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        var milliseconds = parts.reduce(0) { $0 * 60 + $1 } * 1000
        if let point = rest.first, point == "." || point == ",", let digit = rest.dropFirst().first, digit.isNumber {
            let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }.prefix(3)
            milliseconds += (Int(fraction) ?? 0) * [1: 100, 2: 10, 3: 1, 0: 0][fraction.count, default: 0]
            rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber }
        }
        if let next = rest.first, next.isLetter || next.isNumber {
            return dropHalf(rest) == nil ? nil : (milliseconds, rest)
        }
        return (milliseconds, rest)
    }
}
