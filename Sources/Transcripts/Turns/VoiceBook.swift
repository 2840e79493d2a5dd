import Proceedings

/// Finds out which labels are one voice, and whose.
///
/// Nothing is guessed: a label that could mean two people is nobody's.
struct VoiceBook {
    private(set) var speakers: [Speaker] = []
    private let words: TurnWords
    /// The speakers by name in small letters.
    private var named: [String: Int] = [:]
    /// Full names by their last and first words in small letters.
    private var byPart: [String: Set<String>] = [:]
    /// Full names as printed, by name in small letters.
    private var fullNames: [String: String] = [:]
    /// The name behind initials and nicks.
    private var byShort: [String: String] = [:]
    /// Who holds an office, at first by the lists and then by the labels so far.
    private var holders: [String: Set<String>] = [:]
    private var lastHolder: [String: String] = [:]
    /// Surnames that stand behind titles of a man and of a woman, or with different places.
    private var disputed: Set<String> = []
    /// Those of them that stand with different places.
    private var ofPlaces: Set<String> = []
    /// Names of one word that are labels by themselves.
    private var singles: Set<String> = []
    private var koreanSurnames: [String: Set<String>] = [:]

    /// - Parameters:
    ///   - turns: The labels of all turns, in order.
    ///   - known: People whom heads and lists name.
    init(_ turns: [KnownReading], known: [KnownPerson], words: TurnWords = .embedded) {
        self.words = words
        var isNew = [Bool](repeating: true, count: (turns.lazy.map(\.number).max() ?? -1) + 1)
        let readings = turns.compactMap { turn -> LabelReading? in
            defer { isNew[turn.number] = false }
            return isNew[turn.number] ? turn.reading : nil
        }
        singles = Set(
            readings.lazy.filter { $0.shape == .name && !$0.hasTitle }.compactMap(\.name).map(TurnWords.folded))
        for person in known { enter(person) }
        for reading in readings { enter(reading) }
        // Of two who have the same initials, the later is meant.
        for turn in turns { enter(shortOf: turn.reading) }
        findDisputed(readings, findNeighbours(turns))
    }

    private mutating func enter(_ person: KnownPerson) {
        enter(fullName: person.name)
        if let short = person.short { byShort[short.lowercased()] = person.name }
        if let office = person.office {
            holders[Self.officeKey(office), default: []].insert(person.name)
        }
    }

    private mutating func enter(_ reading: LabelReading) {
        guard reading.shape == .name, !reading.isPair, !isSeveral(reading), let name = reading.name else { return }
        let bare = Self.bareName(reading)
        if bare.words.count > 1 || Self.isKorean(bare) { enter(fullName: bare) }
        if let office = reading.office, words.isOne(office, .presiding) || reading.hasNote {
            holders[Self.officeKey(office), default: []].insert(reading.hasNote ? name : bare)
        }
    }

    private mutating func enter(shortOf reading: LabelReading) {
        guard let short = reading.short, reading.shape == .name, !isSeveral(reading), reading.name != nil else {
            return
        }
        byShort[short.lowercased()] = Self.bareName(reading)
    }

    /// Whether a label with a comma names two who have labels of their own (`Martin, Jana` beside `Jana`).
    private func isSeveral(_ reading: LabelReading) -> Bool {
        if reading.isPair { return !isHolder(reading) }
        return reading.isInverted
            && (reading.name ?? "").split(separator: ",").contains {
                singles.contains(TurnWords.folded($0.drop { $0 == " " }))
            }
    }

    /// Whether the first of two names has labels of its own and the second has none: that is where he is from.
    private func isHolder(_ reading: LabelReading) -> Bool {
        guard let name = reading.name, let place = reading.affiliation else { return false }
        return fullNames[name.lowercased()] != nil && fullNames[place.lowercased()] == nil
    }

    private mutating func enter(fullName name: String) {
        let folded = name.lowercased()
        // A name in small letters is better to read than one in capitals.
        if fullNames[folded].map({ $0 == $0.uppercased() }) ?? true { fullNames[folded] = name }
        let parts = folded.split { $0 == " " || $0 == "," }
        if parts.count > 1 {
            for part in [parts[0], parts[parts.count - 1]] {
                byPart[TurnWords.folded(part), default: []].insert(folded)
            }
        }
        if Self.isKorean(name), let first = name.unicodeScalars.first {
            koreanSurnames[String(Character(first)), default: []].insert(name)
        }
    }

    private static func isKorean(_ name: String) -> Bool {
        name.unicodeScalars.first.map { (0xAC00...0xD7A3).contains($0.value) } ?? false
    }

    /// A name without the office that is printed as its title.
    static func bareName(_ reading: LabelReading) -> String {
        guard let name = reading.name else { return "" }
        guard let office = reading.office, name.hasPrefix(office + " ") else { return name }
        return String(name.dropFirst(office.count + 1))
    }

    private static func officeKey(_ office: String) -> String {
        var words = office.lowercased().words.map(String.init)
        while let first = words.first, ["the", "mr.", "mr", "madam", "hon.", "hon", "mrs.", "ms."].contains(first),
            words.count > 1
        {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }

    /// The title of a label as printed: a form of address or an office before the name.
    private static func title(_ reading: LabelReading) -> String? {
        let office = reading.office.flatMap { reading.name?.hasPrefix($0 + " ") == true ? $0 : nil }
        return (reading.honorific ?? office).map(TurnWords.folded)
    }

    /// Finds surnames whose labels with different titles speak right after each other: nobody takes over from oneself.
    private func findNeighbours(_ turns: [KnownReading]) -> Set<String> {
        var found: Set<String> = []
        for (turn, next) in zip(turns, turns.dropFirst()) where turn !== next {
            let (one, two) = (turn.reading, next.reading)
            guard one.shape == .name, two.shape == .name else { continue }
            let bare = Self.bareName(one)
            guard bare.words.count == 1, !Self.isKorean(bare), bare.lowercased() == Self.bareName(two).lowercased(),
                let before = Self.title(one), let after = Self.title(two), before != after
            else { continue }
            found.insert(bare.lowercased())
        }
        return found
    }

    private mutating func findDisputed(_ readings: [LabelReading], _ neighbours: Set<String>) {
        var titles: [String: Set<Bool>] = [:]
        var places: [String: Set<String>] = [:]
        for reading in readings where reading.shape == .name {
            let bare = Self.bareName(reading)
            guard bare.words.count == 1 else { continue }
            let key = bare.lowercased()
            if let title = reading.honorific.map({ TurnWords.folded($0.words.last ?? "") }) {
                if words.isOne(title, .woman) { titles[key, default: []].insert(true) }
                if words.isOne(title, .man) { titles[key, default: []].insert(false) }
            }
            // What stands in brackets may be anything (`TAPPER (voice-over)`).
            if reading.honorific != nil, !reading.hasNote, let place = reading.affiliation {
                places[key, default: []].insert(place.lowercased())
            }
        }
        ofPlaces = Set(places.filter { $0.value.count > 1 }.keys)
        disputed = Set(titles.filter { $0.value.count > 1 }.keys).union(ofPlaces).union(neighbours)
    }

    /// The voice of a label, and who speaks; labels are asked for in the order of the text.
    mutating func voice(of reading: LabelReading, row: Int) -> (voice: Voice, speaker: Int?) {
        let label = LabelReader.trimmed(reading.label)
        switch reading.shape {
        case .name where isSeveral(reading): return (Voice(label: label, kind: .group), nil)
        case .name:
            guard let speaker = person(reading, row) else { return (Voice(label: label, kind: .unknown), nil) }
            if let office = reading.office, words.isOne(office, .presiding) || reading.hasNote {
                lastHolder[Self.officeKey(office)] = speakers[speaker].name
            }
            return (Voice(label: label, kind: .person), speaker)
        case .initials, .nick: return (Voice(label: label, kind: .person), short(reading, row))
        case .office: return (Voice(label: label, kind: .office), office(reading, row))
        case .anonymous:
            if byShort[label.lowercased()] != nil {
                return (Voice(label: label, kind: .person), short(LabelReading(label, .initials), row))
            }
            // Somebody whom nobody knew is somebody else each time.
            guard let name = reading.name else { return (Voice(label: label, kind: .anonymous), nil) }
            let key = name.filter { $0 != " " }
            return (Voice(label: label, kind: .anonymous), take(key, name, .anonymous, reading, row))
        case .group: return (Voice(label: label, kind: .group), nil)
        case .surname:
            let speaker = surname(reading, row)
            return (Voice(label: label, kind: speaker == nil ? .unknown : .person), speaker)
        case .word where byShort[label.lowercased()] != nil:
            return (Voice(label: label, kind: .person), short(reading, row))
        case .other, .word:
            // A label that its form shows to be a turn's, whatever its words are.
            return (Voice(label: label, kind: .person), take(label, label, .person, reading, row))
        case .ask, .key: return (Voice(label: label, kind: .unknown), nil)
        }
    }

    /// Who is meant by a name; `nil` where it could be two people's.
    private mutating func person(_ reading: LabelReading, _ row: Int) -> Int? {
        let bare = Self.bareName(reading)
        let parts = bare.words
        guard parts.count == 1, !Self.isKorean(bare) else {
            return take(bare, fullNames[bare.lowercased()] ?? bare, .person, reading, row)
        }
        let key = bare.lowercased()
        if disputed.contains(key) {
            // What tells them apart elsewhere is missing here.
            let isTold = ofPlaces.contains(key) ? reading.affiliation != nil : Self.title(reading) != nil
            guard isTold else { return nil }
            let office = reading.office.flatMap { reading.name?.hasPrefix($0 + " ") == true ? $0 : nil }
            let whole = [reading.honorific ?? office, bare, reading.affiliation.map { "of \($0)" }].compactMap(\.self)
                .joined(
                    separator: " ")
            return take(whole, whole, .person, reading, row)
        }
        if let full = byPart[TurnWords.folded(bare)], full.count == 1, let one = full.first, let name = fullNames[one] {
            return take(name, name, .person, reading, row)
        }
        if let full = byPart[TurnWords.folded(bare)], full.count > 1, let honorific = reading.honorific {
            let whole = "\(honorific) \(bare)"
            return take(whole, whole, .person, reading, row)
        }
        if let full = byPart[TurnWords.folded(bare)], full.count > 1, named[key] == nil { return nil }
        // `Mayor Orle` and `Mr. Orle` are one; the fuller is served.
        return take(key, reading.name ?? bare, .person, reading, row)
    }

    private mutating func short(_ reading: LabelReading, _ row: Int) -> Int {
        let key = (reading.name ?? reading.label).lowercased()
        if let name = byShort[key] { return take(name, fullNames[name.lowercased()] ?? name, .person, reading, row) }
        // A surname in capitals of four letters looks like initials.
        if let full = byPart[key], full.count == 1, let one = full.first, let name = fullNames[one], key.count > 2 {
            return take(name, name, .person, reading, row)
        }
        return take(key, reading.name ?? reading.label, .person, reading, row)
    }

    private mutating func office(_ reading: LabelReading, _ row: Int) -> Int {
        let office = reading.office ?? reading.label
        let key = Self.officeKey(office)
        if let last = lastHolder[key] { return take(last, last, .person, reading, row) }
        if let known = holders[key], known.count == 1, let name = known.first {
            return take(name, name, .person, reading, row)
        }
        return take("\u{0}" + key, office, .office, reading, row)
    }

    private mutating func surname(_ reading: LabelReading, _ row: Int) -> Int? {
        guard let surname = reading.name, let people = koreanSurnames[surname], people.count == 1,
            let name = people.first
        else { return nil }
        return take(name, name, .person, reading, row)
    }

    /// The speaker of a key, entered where it is new.
    private mutating func take(
        _ key: String, _ name: String, _ kind: Voice.Kind, _ reading: LabelReading, _ row: Int
    ) -> Int {
        let key = key.lowercased()
        if let known = named[key] {
            if speakers[known].office == nil { speakers[known].office = reading.office }
            if speakers[known].affiliation == nil { speakers[known].affiliation = reading.affiliation }
            if speakers[known].kind == .person, name.words.count > speakers[known].name.words.count {
                speakers[known].name = name
            }
            return known
        }
        let leads = reading.office.map { words.isOne($0, .presiding) || words.isOne(Self.officeKey($0), .presiding) }
        named[key] = speakers.count
        speakers.append(
            Speaker(
                name: name, printed: reading.name ?? name, kind: kind, office: kind == .person ? reading.office : nil,
                affiliation: reading.affiliation,
                leads: leads ?? false, row: row))
        return speakers.count - 1
    }
}
