import KoreanText
import Proceedings
import Testing

@testable import Transcripts

/// Walks every word through every position of a label, and asserts what its kind says.
@Suite("Every word in every place of a label")
struct WordWalkTests {
    /// A word with all its kinds, whatever language says so, since labels are read without knowing their language.
    struct Entry: Sendable {
        let word: String
        let language: String
        let kinds: Set<TurnWords.Kind>

        /// Whether a word is of a kind and of none that makes it a voice.
        func isOnly(_ kind: TurnWords.Kind) -> Bool {
            kinds.contains(kind) && kinds.isDisjoint(with: [.office, .presiding, .group, .ask, .anonymous, .title])
        }
    }

    static let entries: [Entry] = {
        var kinds: [String: Set<TurnWords.Kind>] = [:]
        var order: [(word: String, language: String)] = []
        let turns = WordTable<TurnWords.Kind>(PackageResources.turns_tsv).rows.map {
            ([$0.kind], $0.language, $0.words)
        }
        let roles = RoleWords.embedded.rows.map { ($0.turns, $0.language, $0.words) }
        let offices = OfficeWords.table.rows.filter { $0.kind == .office || $0.kind == .turnOffice }.map {
            ([TurnWords.Kind.office], $0.language, $0.words)
        }
        for (said, language, words) in turns + offices + roles where !said.isEmpty {
            for word in words {
                if kinds[TurnWords.folded(word)] == nil { order.append((word, language)) }
                kinds[TurnWords.folded(word), default: []].formUnion(said)
            }
        }
        return order.map { Entry(word: $0.word, language: $0.language, kinds: kinds[TurnWords.folded($0.word)] ?? []) }
    }()

    /// Where a word may stand.
    enum Place: String, CaseIterable, Sendable {
        case alone, capitals, capitalized, bracketed, squared, beforeName, beforeFullName, afterName, withHolder,
            ofHolder, beforeSpeech,
            numbered, withinName
    }

    static func isCased(_ word: String) -> Bool { word.lowercased() != word.uppercased() }

    /// A word as it begins a label: capitals at the beginnings of its words, but for those that link them.
    static func titled(_ word: String) -> String {
        let links: Set<Substring> = ["of", "the", "le", "la", "el", "o", "a"]
        return word.split(separator: " ").enumerated().map { index, part in
            index > 0 && links.contains(part) ? String(part) : part.prefix(1).uppercased() + part.dropFirst()
        }.joined(separator: " ")
    }

    /// A name as it is written with a word, its full form, and what follows it in speech.
    struct Sample {
        var name = "Quillon"
        var full = "Ada Quillon"
        var speech = "Thank you, I agree with you."
        var space = " "

        init(_ entry: Entry) {
            if entry.word.unicodeScalars.contains(where: Hangul.isSyllable) {
                (name, full, speech) = ("김도섭", "김도섭", "네, 말씀드리겠습니다.")
            } else if entry.language == "ja" {
                (name, full, speech, space) = ("山田太郎", "山田太郎", "始めます。", "")
            } else if entry.language == "zh" {
                (name, full, speech, space) = ("王小明", "王小明", "各位好。", "")
            } else if entry.language == "ar" {
                (name, full, speech) = ("كريم", "كريم سالم", "شكرا لكم.")
            }
        }
    }

    private func reading(_ line: String) -> LabelReading? {
        TurnScanner().candidate(TurnLine(row: 0, text: line, gapWords: [], isBlockStart: true), at: 0)?.reading
    }

    private func read(_ label: String) -> LabelReading { LabelReader().read(label) }

    /// The shape that a word by itself has by its kinds; `nil` where they ask for none.
    private func shape(_ entry: Entry) -> LabelReading.Shape? {
        if entry.kinds.contains(.group) { return .group }
        if entry.kinds.contains(.ask) { return .ask }
        if isOffice(entry) { return .office }
        return entry.isOnly(.key) || entry.isOnly(.scene) ? .key : nil
    }

    private func isOffice(_ entry: Entry) -> Bool {
        entry.kinds.contains(.office) || entry.kinds.contains(.presiding)
    }

    /// What is wrong with a word that stands for itself.
    private func fault(_ text: String, _ entry: Entry, _ found: LabelReading?) -> String? {
        guard let expected = shape(entry) else { return nil }
        let isRight =
            switch expected {
            case .key: found?.shape.isVoice != true
            case .office: found?.shape == .office || found?.shape == .anonymous
            default: found?.shape == expected
            }
        return isRight ? nil : "“\(text)” is \(Self.told(found)), not \(expected)"
    }

    private static func told(_ reading: LabelReading?) -> String {
        reading.map { "\($0.shape) \($0.name ?? "-") \($0.office ?? "-")" } ?? "nothing"
    }

    /// What is wrong with a label that names somebody.
    private func fault(_ text: String, names: [String], office: Bool) -> String? {
        let found = read(text)
        let isRight = found.shape == .name && names.contains(found.name ?? "") && (!office || found.office != nil)
        return isRight ? nil : "“\(text)” is \(Self.told(found)), not a name"
    }

    /// What is wrong with a word in a place; `nil` where nothing is, or nothing is asked.
    private func fault(_ entry: Entry, _ place: Place) -> String? {
        let word = Self.titled(entry.word)
        switch place {
        case .alone: return fault(entry.word, entry, read(entry.word))
        case .capitals: return fault(word.uppercased(), entry, read(word.uppercased()))
        case .capitalized: return fault(word, entry, read(word))
        case .beforeSpeech:
            let text = "\(word): \(Sample(entry).speech)"
            return fault(text, entry, reading(text))
        case .bracketed: return bracketed("(\(entry.word))", entry)
        case .squared: return bracketed("[\(entry.word)]", entry)
        case .numbered:
            guard entry.kinds.contains(.anonymous) else { return nil }
            return read("\(word) 2").shape == .anonymous ? nil : "“\(word) 2” is \(Self.told(read("\(word) 2")))"
        case .beforeName, .beforeFullName, .afterName, .withHolder, .ofHolder, .withinName:
            return besideName(entry, word, place)
        }
    }

    /// A scene in brackets is a note, and what begins notes is no voice.
    private func bracketed(_ text: String, _ entry: Entry) -> String? {
        if entry.kinds.contains(.scene), !SceneNote.isOne(text, hasTurns: true) { return "“\(text)” is no note" }
        guard entry.isOnly(.key) || entry.isOnly(.scene), reading(text)?.shape.isVoice == true else { return nil }
        return "“\(text)” is a voice"
    }

    /// A title is no part of the name, an office is one beside it, a key is none.
    private func besideName(_ entry: Entry, _ word: String, _ place: Place) -> String? {
        let sample = Sample(entry)
        let name = place == .beforeName ? sample.name : sample.full
        let isBefore = place == .beforeName || place == .beforeFullName
        if place == .withinName {
            guard entry.kinds.contains(.particle) else { return nil }
            let text = "Ada \(entry.word) Quillon"
            return fault(text, names: [text], office: false)
        }
        if entry.kinds.contains(.title) {
            return isBefore ? fault("\(word) \(name)", names: [name], office: false) : nil
        }
        if entry.kinds.contains(.after), place == .afterName {
            return fault(name + entry.word, names: [name], office: false)
        }
        if entry.isOnly(.key), isBefore {
            let text = "\(word): \(name)"
            return fault(text, entry, reading(text))
        }
        if entry.kinds.contains(.many), isBefore {
            return read("\(word) members").shape == .group
                ? nil : "“\(word) members” is \(Self.told(read("\(word) members")))"
        }
        guard isOffice(entry), entry.kinds.isDisjoint(with: [.group, .ask, .key]) else { return nil }
        switch place {
        case .beforeName, .beforeFullName:
            // An office that is printed as a title stays.
            let text = word + sample.space + name
            return fault(text, names: [name, text], office: true)
        case .afterName:
            guard !Self.isCased(word), entry.language != "ar" else { return nil }
            return fault(name + sample.space + word, names: [name], office: true)
        case .withHolder: return fault("\(word) (\(name))", names: [name], office: true)
        default: return fault("\(name) (\(word))", names: [name], office: true)
        }
    }

    @Test("a word is in every place what its kind says", arguments: Place.allCases)
    func walk(_ place: Place) {
        for entry in Self.entries where WordExceptions.reason(entry.word, place.rawValue) == nil {
            if let fault = fault(entry, place) {
                Issue.record("\(place) \(entry.kinds.map(\.rawValue).sorted()): \(fault)")
            }
        }
    }

    @Test("every exception is a word that there is, and has a reason")
    func exceptions() {
        let words = Set(Self.entries.map(\.word))
        for exception in WordExceptions.all {
            #expect(words.contains(exception.word) && !exception.reason.isEmpty, "\(exception.word)")
            #expect(Place(rawValue: exception.place) != nil, "\(exception.place)")
        }
    }

    @Test("a word of speech is no office, and no name of several words")
    func speech() {
        for row in WordTable<TurnWords.Kind>(PackageResources.turns_tsv).rows where row.kind == .speech {
            for word in row.words {
                let kinds = TurnWords.embedded.kinds(word)
                #expect(!kinds.contains(.init(.office)) && !kinds.contains(.init(.presiding)), "\(word)")
                let text = "\(Self.titled(word)) \(word): \(word)"
                if Self.isCased(word) { #expect(reading(text)?.shape.isVoice != true, "\(text)") }
            }
        }
    }
}
