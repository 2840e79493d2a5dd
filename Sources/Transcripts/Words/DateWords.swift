/// The words of printed days, from `dates.tsv`.
enum DateWords {
    /// What a word is; the raw values stand in the file.
    enum Kind: String, CaseIterable {
        case month, link, ordinal, era, firstYear, yearUnit, monthUnit, dayUnit, weekday, beside
    }

    static let table = WordTable<Kind>(PackageResources.dates_tsv)

    /// The months by their names; a line of the file has the twelve in order.
    static let months: [String: Int] = {
        var result: [String: Int] = [:]
        for row in table.rows where row.kind == .month {
            for (index, name) in row.words.enumerated() { result[name] = index + 1 }
        }
        return result
    }()

    /// What stands between day, month and year.
    static let links = Set(table[.link])
    /// What stands right after the number of a day.
    static let ordinals = Set(table[.ordinal])

    /// The year before the first of an era.
    static let eras: [String: Int] = {
        var result: [String: Int] = [:]
        for entry in table[.era] {
            guard let year = entry.words.last.flatMap({ Int($0) }) else { continue }
            result[String(entry.prefix { $0 != " " })] = year
        }
        return result
    }()

    /// What stands behind the number of a year, a month and a day.
    static let years = Set(table[.yearUnit]), monthUnits = Set(table[.monthUnit]), days = Set(table[.dayUnit])
    /// The first year of an era.
    static let firstYears = Set(table[.firstYear])
    /// All of these, each a token of its own.
    static let units = ScalarSet(unitWords.flatMap(\.unicodeScalars))
    private static let unitWords = years.union(monthUnits).union(days).union(firstYears)
    /// The letters of the days of the week, where they are written without an alphabet.
    static let weekdays = table.scalars(.weekday)

    /// What stands beside a day and says no more than it: days of the week, parts of a time.
    static let beside = Set(table[.beside] + table[.weekday]).union(unitWords).union(links).union(ordinals).union(
        eras.keys)
}
