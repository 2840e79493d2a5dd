import KoreanText

/// What the head of minutes says of their meeting: its name and kind, its day, its place.
///
/// Nothing is guessed: a day is one where the head has no other, and a place where a line names it as one.
struct MinutesFacts {
    private(set) var name: String?
    private(set) var label: String?
    private(set) var day: String?
    private(set) var location: String?
    /// The rows that name the meeting or its kind, and those that say something else of it.
    private(set) var titleRows: [Int] = []
    private(set) var metadataRows: [Int] = []

    /// The title of what has no other.
    var title: String? {
        let parts = [name, label].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// How many rows are looked at, and the widest of them that is a title or a line of data.
    static let mostRows = 60, widest = 100

    /// No facts.
    init() {}

    /// Reads the head of minutes.
    ///
    /// - Parameters:
    ///   - end: The place in the content at which the text begins.
    ///   - first: The place of the first turn.
    init(_ layout: Layout, end: Int, before first: Int) {
        var days: Set<PrintedDate> = []
        var hasRange = false
        var isAgenda = false
        var kindRow: Int?
        for place in 0..<min(first, Self.mostRows) {
            let row = layout.content[place]
            let text = layout.text(row)
            let isHead = place < end
            if isHead, Self.beginsAgenda(text) { isAgenda = true }
            let isItem = isAgenda || BlockMarker(layout.manuscript, row) != nil && !PrintedDate.isWhole(text)
            guard !isItem, layout.width(row) <= Self.widest || Self.tellsMeeting(text) else { continue }
            let next = place + 1 < first && !layout.endsSentence(row) ? layout.text(layout.content[place + 1]) : ""
            var isData = readPlace(text, next: Self.tellsMeeting(text) ? next : "")
            if isHead || Self.tellsMeeting(text) {
                let found = PrintedDate.days(in: text)
                days.formUnion(found.days)
                hasRange = hasRange || found.hasRange
                isData = isData || !found.days.isEmpty
            }
            guard isHead else { continue }
            if !isData, !layout.endsSentence(row), readTitle(text, row) {
                titleRows.append(row)
                if label != nil, kindRow == nil { kindRow = place }
            } else if isData {
                metadataRows.append(row)
            }
        }
        if days.count == 1, !hasRange { day = days.first?.iso }
        nameByTitle(layout, kindRow)
    }

    // MARK: Name and kind

    /// Takes a line for the meeting's name or kind, where it is one.
    private mutating func readTitle(_ text: String, _ row: Int) -> Bool {
        let isKind = Self.namesKind(text)
        if Self.isSession(text) {
            guard name == nil else { return false }
            name = text
            return true
        }
        guard isKind, label == nil else { return false }
        label = text
        return true
    }

    /// `제49회 푸른군의회(정기회)`, `第213回国会`.
    private static func isSession(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars.filter { $0 != " " }.prefix(8))
        guard let first = scalars.first, first == "제" || first == "第" else { return false }
        let digits = scalars.dropFirst().prefix { ("0"..."9").contains($0) || (0xFF10...0xFF19).contains($0.value) }
        guard !digits.isEmpty, let unit = scalars.dropFirst(1 + digits.count).first,
            unit == "회" || unit == "回" || unit == "届"
        else {
            return false
        }
        return scalars.count > digits.count + 3
    }

    private static func namesKind(_ text: String) -> Bool {
        if EventWords.recordEnds.match(text, atLeast: 0) { return true }
        guard !text.utf8.contains(0x3A) else { return false }
        let lower = text.lowercased()
        if EventWords.recordPhrases.contains(where: lower.holds) { return true }
        return lower.split { !$0.isLetter }.contains { EventWords.records.contains(String($0)) }
    }

    /// The line above the kind names whose minutes they are; where there is none, the kind names the meeting.
    private mutating func nameByTitle(_ layout: Layout, _ kindPlace: Int?) {
        guard name == nil, let kindPlace, let kind = label else { return }
        if kindPlace > 0 {
            let row = layout.content[kindPlace - 1]
            let text = layout.text(row)
            let isTitle =
                !layout.endsSentence(row) && !text.contains(":") && !metadataRows.contains(row)
                && layout.manuscript.firstScalar(row)?.isAlphabetic == true
                && !layout.separators.contains(row)
            if isTitle {
                name = text
                titleRows.append(row)
                titleRows.sort()
                return
            }
        }
        (name, label) = (kind, nil)
    }

    private static func beginsAgenda(_ text: String) -> Bool {
        EventWords.agendas.contains(text.lowercased().filter { $0.isLetter })
    }

    // MARK: Place

    /// Takes the place that a line names by its key, or in the sentence that says where the meeting was held.
    private mutating func readPlace(_ text: String, next: String) -> Bool {
        if let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) {
            let key = text[..<colon].lowercased().filter { $0.isLetter }
            if EventWords.placeKeys.contains(key) {
                take(String(text[text.index(after: colon)...]))
                return true
            }
        }
        if let gap = text.firstIndex(of: " "), text.hasPrefix("장 소 ") || text.hasPrefix("장소 ") {
            let rest = text.hasPrefix("장 소 ") ? text.dropFirst(4) : text[gap...].dropFirst()
            take(String(rest))
            return true
        }
        guard Self.tellsMeeting(text) || !PrintedDate.all(in: text).isEmpty else { return false }
        guard location == nil, let place = Self.placeWithin(next.isEmpty ? text : text + " " + next) else {
            return false
        }
        location = place
        return true
    }

    private mutating func take(_ text: String) {
        let place = LabelReader.edgesTrimmed(text)
        guard location == nil, !place.isEmpty, place.count <= Self.widest else { return }
        location = place
    }

    /// Whether a line says that a meeting took place.
    private static func tellsMeeting(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter }.contains { EventWords.meets.contains(String($0)) }
    }

    /// What stands behind `in` or `at` and is named as a room or a building, up to what does not belong to it.
    private static func placeWithin(_ text: String) -> String? {
        let words = text.split(separator: " ").map(String.init)
        for (index, word) in words.enumerated() where ["in", "at"].contains(word.lowercased()) {
            var rest = words[(index + 1)...]
            if rest.first?.lowercased() == "the" { rest = rest.dropFirst() }
            var place: [String] = []
            for word in rest {
                let bare = word.filter { $0.isLetter || $0.isNumber }
                let isName = bare.first.map { $0.isUppercase || $0.isNumber } ?? false
                let isInner =
                    ["of", "the", "and", "for", "room", "de"].contains(bare) && !place.isEmpty || bare == "room"
                guard isName || isInner, !EventWords.afterPlaces.contains(bare.lowercased()) else { break }
                place.append(word)
                if word.hasSuffix(".") || word.hasSuffix(";") { break }
            }
            while let last = place.last, ["of", "the", "and", "for"].contains(last) { place.removeLast() }
            let found = place.joined(separator: " ")
            let isPlace = found.lowercased().split { !$0.isLetter }.contains { EventWords.places.contains(String($0)) }
            let hasNumberFirst = found.first?.isNumber == true && !isPlace
            guard isPlace, !hasNumberFirst, PrintedDate.all(in: found).isEmpty else { continue }
            let trimmed = found.reversed().drop { ",.; ".contains($0) }
            return String(trimmed.reversed())
        }
        return nil
    }

}
