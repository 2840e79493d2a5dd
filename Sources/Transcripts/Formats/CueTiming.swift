/// The line of times that begins a cue: `00:01:02,500 --> 00:01:04,000`, in either caption format.
///
/// What other programs write is taken too: a point for a comma and the reverse, hours left out, fewer than three
/// digits after the sign, cue settings after the times.
struct CueTiming: Hashable {
    /// When the cue begins, in milliseconds.
    var start: Int
    /// When it ends, in milliseconds.
    var end: Int

    /// What was wrong with a line of times, and where.
    struct Fault: Error, Hashable {
        /// The 1-based column in characters.
        var column: Int
        /// What was expected there.
        var expected: String
    }

    /// The most digits that the hours may have.
    static let mostHourDigits = 5

    /// What stands between the two times.
    enum Arrow {
        /// `-->`, in SubRip and WebVTT.
        case arrow
        /// A comma, in SBV.
        case comma

        fileprivate var text: [Character] { self == .arrow ? ["-", "-", ">"] : [","] }
    }

    /// Whether a line has the arrow of times after something that begins as a time does.
    static func mayBeOne(_ line: String, _ arrow: Arrow = .arrow) -> Bool {
        if arrow == .comma {
            // A comma is everywhere: only a line of nothing but times is one.
            let isTime = line.utf8.allSatisfy { (0x2C...0x3A).contains($0) && $0 != 0x2D && $0 != 0x2F }
            return isTime && line.utf8.count { $0 == 0x3A } >= 2 && line.utf8.contains(0x2C)
        }
        guard let first = line.utf8.first, first < 0x41, let arrow = line.firstRange(ofBytes: "-->") else {
            return false
        }
        let before = line[..<arrow.lowerBound].unicodeScalars
        return before.contains(":") && before.allSatisfy { !$0.isAlphabetic }
            && before.contains { $0.properties.numericType != nil }
    }

    /// Reads a line of times.
    static func read(_ line: String, _ arrow: Arrow = .arrow) -> Result<CueTiming, Fault> {
        var scanner = Scanner(characters: Array(line), takesComma: arrow == .arrow)
        do throws(Fault) {
            scanner.skipBlanks()
            let start = try scanner.time()
            scanner.skipBlanks()
            try scanner.take(arrow.text)
            scanner.skipBlanks()
            let end = try scanner.time()
            guard scanner.isAtEnd || scanner.isAtBlank else {
                throw scanner.fault("a blank or the end of the line after the times")
            }
            return .success(CueTiming(start: start, end: end))
        } catch {
            return .failure(error)
        }
    }

    /// A time on its own, in milliseconds (`00:01:02,500`).
    static func time(_ text: String) -> Int? {
        var scanner = Scanner(characters: Array(text), takesComma: true)
        guard let time = try? scanner.time(), scanner.isAtEnd else { return nil }
        return time
    }

    private struct Scanner {
        let characters: [Character]
        /// Whether a comma may stand for the point of a fraction.
        let takesComma: Bool
        var index = 0

        var isAtEnd: Bool { index >= characters.count }
        var isAtBlank: Bool { !isAtEnd && characters[index].isWhitespace }

        func fault(_ expected: String) -> Fault { Fault(column: index + 1, expected: expected) }

        mutating func skipBlanks() {
            while isAtBlank || (!isAtEnd && characters[index] == "\u{FEFF}") { index += 1 }
        }

        mutating func take(_ text: [Character]) throws(Fault) {
            guard characters[index...].starts(with: text) else { throw fault("“\(String(text))”") }
            index += text.count
        }

        /// A run of ASCII digits and its value.
        mutating func number(_ most: Int, _ what: String) throws(Fault) -> (value: Int, digits: Int) {
            var value = 0
            var digits = 0
            while !isAtEnd, let digit = characters[index].asciiValue, (0x30...0x39).contains(digit) {
                guard digits < most else { throw fault("at most \(most) digits of \(what)") }
                value = value * 10 + Int(digit - 0x30)
                digits += 1
                index += 1
            }
            guard digits > 0 else { throw fault("\(what) in digits, as in 00:01:02,500") }
            return (value, digits)
        }

        mutating func time() throws(Fault) -> Int {
            var parts = [try number(CueTiming.mostHourDigits, "hours").value]
            while parts.count < 3, !isAtEnd, characters[index] == ":" {
                index += 1
                let start = index
                let part = try number(2, parts.count == 1 ? "minutes" : "seconds").value
                guard part < 60 else { throw Fault(column: start + 1, expected: "a number below 60") }
                parts.append(part)
            }
            guard parts.count > 1 else { throw fault("“:”") }
            let seconds = parts.reduce(0) { $0 * 60 + $1 }
            guard !isAtEnd, characters[index] == "." || (takesComma && characters[index] == ",") else {
                return seconds * 1000
            }
            index += 1
            let fraction = try number(3, "milliseconds")
            let scale = [1: 100, 2: 10, 3: 1][fraction.digits] ?? 1
            return seconds * 1000 + fraction.value * scale
        }
    }
}
