import SQLite

/// What each passage belongs to, by its key: counting facets then reads no table.
struct PassageCatalogue {
    private var talk: [Int32] = [0]
    private var kind: [UInt8] = [0]
    private var speaker: [Int32] = [0]
    private var eventOfTalk: [Int32] = [0]
    private var voicesOfTalk: [[Int32]] = [[]]
    private var firstTopic: [Int32] = [0]
    private var topics: [Int32] = []
    /// The kinds that occur, by their number.
    private(set) var kinds: [String] = []

    init(_ reader: StoreReader) throws(StoreError) {
        try reader.forEachRow(of: "SELECT event FROM talks ORDER BY key", []) { row throws(StoreError) in
            eventOfTalk.append(Int32(truncatingIfNeeded: row.int(at: 0)))
            voicesOfTalk.append([])
        }
        try reader.forEachRow(
            of: "SELECT talk, panelist FROM participations WHERE is_voice ORDER BY talk, position", []
        ) {
            row throws(StoreError) in
            let (talk, panelist) = (row.int(at: 0), Int32(truncatingIfNeeded: row.int(at: 1)))
            guard voicesOfTalk.indices.contains(talk), !voicesOfTalk[talk].contains(panelist) else { return }
            voicesOfTalk[talk].append(panelist)
        }
        var numbers: [String: UInt8] = [:]
        try reader.forEachRow(of: "SELECT talk, kind, speaker FROM passages ORDER BY key", []) {
            row throws(StoreError) in
            talk.append(Int32(truncatingIfNeeded: row.int(at: 0)))
            let name = row.string(at: 1) ?? ""
            let number = numbers[name] ?? UInt8(truncatingIfNeeded: kinds.count)
            if numbers.updateValue(number, forKey: name) == nil { kinds.append(name) }
            kind.append(number)
            speaker.append(Int32(truncatingIfNeeded: row.optionalInt(at: 2) ?? 0))
        }
        var last = 0
        try reader.forEachRow(of: "SELECT passage, topic FROM passage_topics ORDER BY passage, topic", []) {
            row throws(StoreError) in
            let passage = row.int(at: 0)
            while last < passage, last < talk.count {
                last += 1
                firstTopic.append(Int32(topics.count))
            }
            topics.append(Int32(truncatingIfNeeded: row.int(at: 1)))
        }
        while firstTopic.count <= talk.count { firstTopic.append(Int32(topics.count)) }
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
        if speaker[passage] > 0 { return [speaker[passage]] }
        return voicesOfTalk.indices.contains(Int(talk[passage])) ? voicesOfTalk[Int(talk[passage])] : []
    }

    /// How many of the passages belong to each event, person, topic and kind.
    func facets(of passages: some Sequence<Int64>) -> [SearchFacet.Kind: [Int: Int]] {
        var perTalk: [Int32: Int] = [:]
        var perPerson: [Int32: Int] = [:]
        var perTopic: [Int32: Int] = [:]
        var perKind = Array(repeating: 0, count: kinds.count)
        var unattributed: [Int32: Int] = [:]
        for passage in passages {
            guard let key = Int(exactly: passage), talk.indices.contains(key) else { continue }
            perTalk[talk[key], default: 0] += 1
            if perKind.indices.contains(Int(kind[key])) { perKind[Int(kind[key])] += 1 }
            if speaker[key] > 0 {
                perPerson[speaker[key], default: 0] += 1
            } else {
                unattributed[talk[key], default: 0] += 1
            }
            for index in Int(firstTopic[key])..<Int(firstTopic[key + 1]) { perTopic[topics[index], default: 0] += 1 }
        }
        var perEvent: [Int: Int] = [:]
        for (talk, count) in perTalk where eventOfTalk.indices.contains(Int(talk)) {
            perEvent[Int(eventOfTalk[Int(talk)]), default: 0] += count
        }
        for (talk, count) in unattributed where voicesOfTalk.indices.contains(Int(talk)) {
            for person in voicesOfTalk[Int(talk)] { perPerson[person, default: 0] += count }
        }
        let widened = { (counts: [Int32: Int]) in
            Dictionary(counts.map { (Int($0.key), $0.value) }, uniquingKeysWith: +)
        }
        return [
            .event: perEvent, .panelist: widened(perPerson), .topic: widened(perTopic),
            .kind: Dictionary(perKind.enumerated().filter { $0.1 > 0 }.map { ($0.0, $0.1) }, uniquingKeysWith: +),
        ]
    }
}
