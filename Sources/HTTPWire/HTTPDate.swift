/// Dates as HTTP writes them (RFC 9110 §5.6.7), from and to seconds since 1970.
public enum HTTPDate {
    /// The bytes of an IMF-fixdate.
    public static let length = 29

    private static let dayNames = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The date as `Sun, 06 Nov 1994 08:49:37 GMT`.
    public static func format(_ seconds: Int64) -> [UInt8] {
        let clamped = min(max(seconds, 0), 253_402_300_799)
        let days = Int(clamped / 86_400)
        let second = Int(clamped % 86_400)
        let (year, month, day) = civil(days)
        var text = dayNames[days % 7] + ", " + two(day) + " " + monthNames[month - 1] + " "
        text += two(year / 100) + two(year % 100)
        text += " " + two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60) + " GMT"
        return Array(text.utf8)
    }

    /// The seconds of a date in any of the three forms a recipient must know, or `nil`.
    public static func parse(_ bytes: Span<UInt8>) -> Int64? {
        var words: [[UInt8]] = [[]]
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "-"):
                if words[words.count - 1] != [] { words.append([]) }
            default: words[words.count - 1].append(bytes[index])
            }
        }
        guard words.count == 6 || words.count == 5 else { return nil }
        let isASCTime = words.count == 5
        if !isASCTime { guard words[5] == Array("GMT".utf8) else { return nil } }
        // asctime: Sun Nov  6 08:49:37 1994; the others: Sun, 06 Nov 1994 08:49:37 GMT, with - in RFC 850.
        let month = isASCTime ? words[1] : words[2]
        let day = isASCTime ? words[2] : words[1]
        let year = isASCTime ? words[4] : words[3]
        let time = isASCTime ? words[3] : words[4]
        let clock = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let monthNumber = monthNames.firstIndex(where: { Array($0.utf8) == month }).map({ $0 + 1 }),
            let dayNumber = number(day[...], digits: 1...2), 1...31 ~= dayNumber,
            var yearNumber = number(year[...], digits: 2...4), year.count != 3,
            clock.count == 3, let hour = number(clock[0], digits: 2...2), hour < 24,
            let minute = number(clock[1], digits: 2...2), minute < 60,
            let second = number(clock[2], digits: 2...2), second <= 60
        else { return nil }
        // RFC 9110 §5.6.7 takes a two-digit year as one of the last hundred; without a clock, 1970 is where they begin.
        if year.count == 2 { yearNumber += yearNumber < 70 ? 2000 : 1900 }
        let seconds = Int64(daysSinceEpoch(yearNumber, monthNumber, dayNumber)) * 86_400
        return seconds + Int64(hour * 3600 + minute * 60 + second)
    }

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private static func number(_ bytes: ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
        guard digits ~= bytes.count, bytes.allSatisfy(\.isDigit) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The proleptic Gregorian date of a day count, by eras of 400 years that begin on 1 March.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func daysSinceEpoch(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
