/// A day as it is printed, in the forms in which day, month and year cannot be mistaken for one another.
///
/// `4/8/2031` is none: it is another day on each side of an ocean.
struct PrintedDate: Hashable {
    let year: Int
    let month: Int
    let day: Int

    /// The years that something that was recorded and printed may bear.
    static let years = 1500...2200

    /// The day in the form of ISO 8601.
    var iso: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

    private static func padded(_ number: Int, _ length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }

    /// A day that there is.
    init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month) else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...days[month - 1]).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The days that a line names, in order.
    static func all(in line: String) -> [PrintedDate] { days(in: line).days }

    /// The days that a line names, and whether one of them only begins or ends a span of days (`3.–5. Mai 2031`).
    static func days(in line: String) -> (days: [PrintedDate], hasRange: Bool) {
        let tokens = DateTokens(line).tokens
        var result: [PrintedDate] = []
        var hasRange = false
        var index = 0
        while index < tokens.count {
            guard let (date, length) = read(tokens[index...]) else {
                index += 1
                continue
            }
            result.append(date)
            if isSpan(tokens[..<index].reversed()) || isSpan(Array(tokens[(index + length)...])) { hasRange = true }
            index += length
        }
        return (result, hasRange)
    }

    /// Whether a dash with a number behind it begins some tokens; the full stop of an ordinal may stand before either.
    private static func isSpan(_ tokens: [DateTokens.Token]) -> Bool {
        let rest = tokens.filter { $0 != .mark(".") }.prefix(2)
        guard rest.count == 2, case .mark(let mark)? = rest.first, case .number? = rest.last else { return false }
        return "-–—~〜～/&".unicodeScalars.contains(mark)
    }

    /// Whether a line is a day, perhaps with the day of the week and a time, and nothing else.
    static func isWhole(_ line: String) -> Bool {
        // Every day has a number, and most lines have none.
        guard line.unicodeScalars.contains(where: { $0.properties.numericType != nil }) else { return false }
        let letters = line.unicodeScalars.count { $0.isAlphabetic }
        guard letters <= mostLettersBeside, !all(in: line).isEmpty else { return false }
        return DateTokens(line).tokens.allSatisfy { token in
            switch token {
            case .number, .mark: true
            case .word(let word): DateWords.months[word] != nil || DateWords.beside.contains(word)
            }
        }
    }

    /// How many letters the longest such line has (`Donnerstag, den 14. September 2031`).
    private static let mostLettersBeside = 40

    private static func read(_ tokens: ArraySlice<DateTokens.Token>) -> (PrintedDate, Int)? {
        byUnits(tokens) ?? byPoints(tokens) ?? monthFirst(tokens) ?? dayFirst(tokens)
    }

    /// `1996년 12월 16일`, `2031年8月4日`, `令和3年8月4日`.
    private static func byUnits(_ tokens: ArraySlice<DateTokens.Token>) -> (PrintedDate, Int)? {
        var scanner = Scanner(tokens)
        let era = scanner.word().flatMap { DateWords.eras[$0] }
        guard let number = scanner.number() ?? (era != nil && scanner.takes("元") ? 1 : nil),
            scanner.takes("년") || scanner.takes("年"), let month = scanner.number(),
            scanner.takes("월") || scanner.takes("月"), let day = scanner.number(),
            scanner.takes("일") || scanner.takes("日"),
            let date = PrintedDate(year: (era ?? 0) + number, month: month, day: day)
        else { return nil }
        return (date, scanner.count)
    }

    /// `2018. 7. 2.`, `2018-07-02`.
    private static func byPoints(_ tokens: ArraySlice<DateTokens.Token>) -> (PrintedDate, Int)? {
        var scanner = Scanner(tokens)
        guard let year = scanner.number(), year >= years.lowerBound, let mark = scanner.mark(".-/"),
            let month = scanner.number(), scanner.mark(String(mark)) != nil, let day = scanner.number(),
            let date = PrintedDate(year: year, month: month, day: day)
        else { return nil }
        return (date, scanner.count)
    }

    /// `August 4, 2031`.
    private static func monthFirst(_ tokens: ArraySlice<DateTokens.Token>) -> (PrintedDate, Int)? {
        var scanner = Scanner(tokens)
        guard let month = scanner.word().flatMap({ DateWords.months[$0] }) else { return nil }
        _ = scanner.mark(".")
        guard let day = scanner.number() else { return nil }
        _ = scanner.word(in: DateWords.ordinals)
        _ = scanner.mark(",")
        guard let year = scanner.number(), let date = PrintedDate(year: year, month: month, day: day) else {
            return nil
        }
        return (date, scanner.count)
    }

    /// `4 August 2031`, `3rd of May, 2022`, `4. August 2031`, `4 de agosto de 2031`.
    private static func dayFirst(_ tokens: ArraySlice<DateTokens.Token>) -> (PrintedDate, Int)? {
        var scanner = Scanner(tokens)
        guard let day = scanner.number() else { return nil }
        _ = scanner.word(in: DateWords.ordinals)
        _ = scanner.mark(".")
        _ = scanner.word(in: DateWords.links)
        guard let month = scanner.word().flatMap({ DateWords.months[$0] }) else { return nil }
        _ = scanner.mark(",.")
        _ = scanner.word(in: DateWords.links)
        guard let year = scanner.number(), let date = PrintedDate(year: year, month: month, day: day) else {
            return nil
        }
        return (date, scanner.count)
    }

    /// Takes tokens from the front.
    private struct Scanner {
        private let tokens: ArraySlice<DateTokens.Token>
        private var index: Int

        init(_ tokens: ArraySlice<DateTokens.Token>) {
            self.tokens = tokens
            index = tokens.startIndex
        }

        /// How many tokens were taken.
        var count: Int { index - tokens.startIndex }

        mutating func number() -> Int? {
            guard index < tokens.endIndex, case .number(let value) = tokens[index] else { return nil }
            index += 1
            return value
        }

        mutating func word() -> String? {
            guard index < tokens.endIndex, case .word(let word) = tokens[index] else { return nil }
            // A number may stand where a word was asked for, and the word stays where nothing knows it.
            guard DateWords.months[word] != nil || DateWords.eras[word] != nil else { return nil }
            index += 1
            return word
        }

        mutating func word(in words: Set<String>) -> String? {
            guard index < tokens.endIndex, case .word(let word) = tokens[index], words.contains(word) else {
                return nil
            }
            index += 1
            return word
        }

        mutating func takes(_ word: String) -> Bool { self.word(in: [word]) != nil }

        mutating func mark(_ marks: String) -> Unicode.Scalar? {
            guard index < tokens.endIndex, case .mark(let mark) = tokens[index], marks.unicodeScalars.contains(mark)
            else {
                return nil
            }
            index += 1
            return mark
        }
    }
}

/// The numbers, words and marks of a line, for reading days.
struct DateTokens {
    enum Token: Hashable {
        case number(Int)
        /// A run of letters in lower case; the units of East Asian dates stand by themselves.
        case word(String)
        case mark(Unicode.Scalar)
    }

    private(set) var tokens: [Token] = []
    private var word = ""
    private var digits = ""

    /// How many digits a number of a day has at most.
    private static let mostDigits = 4

    private static let units: Set<Unicode.Scalar> = ["년", "월", "일", "年", "月", "日", "元"]

    init(_ line: String) {
        for scalar in line.unicodeScalars {
            if let digit = Self.digit(scalar) {
                endWord()
                digits.append(digit)
            } else if Self.units.contains(scalar) {
                end()
                tokens.append(.word(String(Character(scalar))))
            } else if scalar.isAlphabetic || scalar == "º" || scalar == "ª" {
                endNumber()
                word.unicodeScalars.append(scalar)
            } else {
                end()
                if !scalar.properties.isWhitespace { tokens.append(.mark(scalar)) }
            }
        }
        end()
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Character? {
        switch scalar.value {
        case 0x30...0x39: Character(scalar)
        case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map(Character.init)
        default: nil
        }
    }

    private mutating func end() {
        endWord()
        endNumber()
    }

    private mutating func endWord() {
        if !word.isEmpty { tokens.append(.word(word.lowercased())) }
        word = ""
    }

    private mutating func endNumber() {
        // Longer ones are no part of a day, and not told from one by their value.
        if !digits.isEmpty { tokens.append(digits.count <= Self.mostDigits ? .number(Int(digits) ?? 0) : .mark("#")) }
        digits = ""
    }
}
