import Proceedings
import SQLite

/// What each passage belongs to, by its key: counting facets then reads no table.
struct PassageCatalogue {
    private var talk: [Int32] = [0]
    private var kind: [UInt8] = [0]
    /// Empty where no source says who speaks.
    private var speaker: [Int32] = []
    private var eventOfTalk: [Int32] = [0]
    private var voicesOfTalk: [[Int32]] = [[]]
    private var firstTopic: [Int32] = [0]
    private var topics: [Int32] = []
    private var events = 0
    private var people = 0
    /// How long each passage is, as the ranking counts it.
    private(set) var lengths: [UInt8] = [0]

    /// The kinds by their number.
    static let kinds = Passage.Kind.allCases.map(\.rawValue)
    /// The number of scene remarks, which nobody speaks.
    private static let note = number(of: .note)

    /// The number of a kind.
    static func number(of kind: Passage.Kind) -> UInt8 {
        UInt8(truncatingIfNeeded: Passage.Kind.allCases.firstIndex(of: kind) ?? 0)
    }

    init(_ reader: StoreReader) throws(StoreError) {
        events = try Self.count("events", reader.counts.events, reader)
        people = try Self.count("panelists", reader.counts.panelists, reader)
        let subjects = try Self.count("topics", reader.counts.topics, reader)
        try reader.forEachRow(of: "SELECT kinds, lengths, speakers, topics FROM search_passages", []) {
            row throws(StoreError) in
            row.withBlob(at: 0) { kind += $0 }
            row.withBlob(at: 1) { lengths += $0 }
            row.withBlob(at: 2) { bytes in
                guard !bytes.isEmpty else { return }
                var reader = NumberReader(bytes)
                speaker = [0]
                speaker.reserveCapacity(kind.count)
                while let number = reader.next() { speaker.append(Self.key(number, atMost: people)) }
            }
            row.withBlob(at: 3) { bytes in
                var reader = NumberReader(bytes)
                firstTopic.reserveCapacity(kind.count + 1)
                firstTopic.append(0)
                while let count = reader.next() {
                    for _ in 0..<count {
                        guard let topic = reader.next() else { return }
                        topics.append(Self.key(topic, atMost: subjects))
                    }
                    firstTopic.append(Int32(truncatingIfNeeded: topics.count))
                }
            }
        }
        // Its columns bound what follows: a damaged count cannot ask for more room than the file has.
        guard kind.count - 1 == reader.counts.passages, lengths.count == kind.count, firstTopic.count == kind.count + 1,
            speaker.isEmpty || speaker.count == kind.count
        else { throw Self.damage(reader) }
        try readTalks(reader)
    }

    private mutating func readTalks(_ reader: StoreReader) throws(StoreError) {
        // Passages are numbered in the order of their talks.
        talk.reserveCapacity(kind.count)
        try reader.forEachRow(of: "SELECT event, passage_count FROM talks ORDER BY key", []) { row throws(StoreError) in
            let count = row.int(at: 1)
            guard (0...kind.count - talk.count).contains(count) else { throw Self.damage(reader) }
            let number = Int32(truncatingIfNeeded: eventOfTalk.count)
            eventOfTalk.append(Self.key(row.int(at: 0), atMost: events))
            voicesOfTalk.append([])
            talk.append(contentsOf: repeatElement(number, count: count))
        }
        guard talk.count == kind.count else { throw Self.damage(reader) }
        try reader.forEachRow(
            of: "SELECT talk, panelist FROM participations WHERE is_voice ORDER BY talk, position", []
        ) {
            row throws(StoreError) in
            let (talk, panelist) = (row.int(at: 0), Self.key(row.int(at: 1), atMost: people))
            guard voicesOfTalk.indices.contains(talk), !voicesOfTalk[talk].contains(panelist) else { return }
            voicesOfTalk[talk].append(panelist)
        }
    }

    /// How many rows a table has, which must be as many as the store says.
    private static func count(_ table: String, _ told: Int, _ reader: StoreReader) throws(StoreError) -> Int {
        guard try reader.integer(Condition("SELECT count(*) FROM \(table)")) == told else {
            throw .corrupt(path: reader.path, detail: "the table \(table) does not have \(told) rows")
        }
        return told
    }

    /// A key of one of so many rows; 0, which is nobody's, where it is none.
    private static func key(_ number: Int, atMost last: Int) -> Int32 {
        (1...max(1, last)).contains(number) ? Int32(truncatingIfNeeded: number) : 0
    }

    private static func damage(_ reader: StoreReader) -> StoreError {
        .corrupt(path: reader.path, detail: "search_passages does not fit the passages")
    }

    /// The greatest key of a passage.
    var lastPassage: Int { talk.count - 1 }

    /// The talk of a passage.
    func talk(of passage: Int) -> Int { talk.indices.contains(passage) ? Int(talk[passage]) : 0 }

    /// The topics that a passage mentions.
    func topics(of passage: Int) -> ArraySlice<Int32> {
        guard talk.indices.contains(passage) else { return [] }
        return topics[Int(firstTopic[passage])..<Int(firstTopic[passage + 1])]
    }

    /// Who speaks: the printed speaker, or everyone whose voice the talk is.
    func voices(of passage: Int) -> [Int32] {
        guard talk.indices.contains(passage) else { return [] }
        if !speaker.isEmpty, speaker[passage] > 0 { return [speaker[passage]] }
        if kind[passage] == Self.note { return [] }
        return voicesOfTalk.indices.contains(Int(talk[passage])) ? voicesOfTalk[Int(talk[passage])] : []
    }

    /// How many of the passages belong to each event, person, topic and kind, by its key; nothing for those of none.
    func facets(of passages: some Sequence<Int64>) -> [SearchFacet.Kind: [(key: Int, count: Int)]] {
        var perTalk = [Int32](repeating: 0, count: eventOfTalk.count)
        var unattributed = perTalk
        var perPerson = [Int](repeating: 0, count: people + 1)
        var perTopic: [Int] = []
        var perKind = [Int](repeating: 0, count: Self.kinds.count)
        for passage in passages {
            guard let key = Int(exactly: passage), talk.indices.contains(key) else { continue }
            perTalk[Int(talk[key])] += 1
            if perKind.indices.contains(Int(kind[key])) { perKind[Int(kind[key])] += 1 }
            if !speaker.isEmpty, speaker[key] > 0 {
                perPerson[min(Int(speaker[key]), people)] += 1
            } else if kind[key] != Self.note {
                unattributed[Int(talk[key])] += 1
            }
            for topic in topics[Int(firstTopic[key])..<Int(firstTopic[key + 1])] {
                while perTopic.count <= topic { perTopic.append(0) }
                perTopic[Int(topic)] += 1
            }
        }
        var perEvent = [Int](repeating: 0, count: events + 1)
        for (talk, count) in perTalk.enumerated() where count > 0 {
            perEvent[min(Int(eventOfTalk[talk]), events)] += Int(count)
            guard unattributed[talk] > 0 else { continue }
            for person in voicesOfTalk[talk] { perPerson[min(Int(person), people)] += Int(unattributed[talk]) }
        }
        let counted = { (counts: [Int]) in
            counts.enumerated().filter { $0.element > 0 }.map { (key: $0.offset, count: $0.element) }
        }
        return [
            .event: counted(perEvent), .panelist: counted(perPerson), .topic: counted(perTopic),
            .kind: counted(perKind),
        ]
    }
}
