import Proceedings
import SeededNumbers

/// A corpus composed by program: Korean-looking proceedings of any size, the same bytes for the same size.
///
/// Words follow Zipf's law, nouns carry particles and sentences end in verbs, so that runs, tokens and their frequencies are
/// like those of a real text.
struct MadeCorpus {
    private static let passagesPerTalk = 40
    private static let talksPerEvent = 50
    private static let speakers = 2000

    private(set) var corpus = Corpus(snapshot: "made", events: [], panelists: [], topics: [], mentions: [])
    /// The UTF-8 bytes of all passages.
    private(set) var textBytes = 0
    /// Two nouns of one passage each, as people would seek them.
    private(set) var queries: [String] = []

    private var random = Seeded(20_250_213)
    private let words: MadeWords

    init(passages: Int) {
        words = MadeWords(random: &random)
        let people = (0..<Self.speakers).map { _ in words.name(&random) }
        corpus.panelists = Array(Set(people)).sorted().map { Panelist(id: .init($0), name: $0) }
        corpus.topics = (0..<60).map { index in
            Topic(id: .init("topic-\(index)"), labels: ["ko": words.noun(at: index * 3)], aliases: [])
        }
        var left = passages
        while left > 0 { left -= addEvent(atMost: left) }
    }

    private mutating func addEvent(atMost limit: Int) -> Int {
        let event = "e\(corpus.events.count + 1)"
        var made = 0
        var lines: [SourceLine] = []
        var talks: [Talk] = []
        for number in 1...Self.talksPerEvent where made < limit {
            let talk = addTalk("\(event)-d\(number)", number, atMost: limit - made, &lines)
            made += talk.passages.count
            talks.append(talk)
        }
        let source = Source(
            id: .init(event), event: .init(event), name: "transcript.txt", format: "proceedings", encoding: "UTF-8",
            sha256: String(repeating: "0", count: 64), byteCount: 1, lines: lines)
        corpus.events.append(
            .init(
                event: Event(id: .init(event), name: words.title(&random)), sources: [source],
                talks: talks.map { (talk: $0, source: source.id) }))
        return made
    }

    private mutating func addTalk(
        _ id: String, _ number: Int, atMost limit: Int, _ lines: inout [SourceLine]
    ) -> Talk {
        let first = lines.count + 1
        var passages: [Passage] = []
        for position in 1...min(limit, Self.passagesPerTalk) {
            let (text, nouns) = words.sentences(&random)
            textBytes += text.utf8.count
            let passage = Passage(
                id: .init("\(id).p\(position)"), kind: position % 10 == 1 ? .heading : .paragraph, text: text,
                spans: [SourceSpan(page: 1, printedPage: nil, lines: (lines.count + 1)...(lines.count + 1))])
            if let one = nouns.randomElement(using: &random), let other = nouns.randomElement(using: &random),
                one != other, Int.random(in: 0..<20, using: &random) == 0
            {
                queries.append("\(one) \(other)")
            }
            lines.append(
                SourceLine(
                    number: lines.count + 1, text: text, terminator: "\n", lineClass: .body, talk: .init(id),
                    passage: passage.id, join: .end, page: 1))
            for topic in corpus.topics.prefix(20) {
                guard let label = topic.labels["ko"], nouns.contains(label) else { continue }
                corpus.mentions.append(
                    Mention(
                        topic: topic.id, talk: .init(id), passage: passage.id, start: 0, end: label.utf16.count,
                        surface: label, method: .alias))
            }
            passages.append(passage)
        }
        let speaker = corpus.panelists[Int.random(in: 0..<corpus.panelists.count, using: &random)]
        let organization = words.noun(at: number) + "대학교"
        let affiliation = Affiliation(
            organization: organization, department: nil, text: organization, printed: organization)
        return Talk(
            id: .init(id), kind: .discussion, kindLabel: "지정토론", ordinal: number, position: number,
            title: words.title(&random),
            participations: [
                Participation(
                    panelist: speaker.id, role: .discussant, name: speaker.name, printedName: speaker.name,
                    affiliation: affiliation)
            ],
            lines: first...lines.count, passages: passages)
    }
}

/// The words of a made corpus.
struct MadeWords {
    private let nouns: [String]
    private let verbs: [String]
    private let weights: [Double]
    private static let particles = [
        "을", "의", "이", "에", "은", "으로", "과", "에서", "도", "", "", "", "", "까지", "에는", "에서는", "만", "부터", "보다",
    ]
    private static let endings = ["한다", "했다", "하고", "하는", "됐다", "되는", "할", "하면", "하기", "합니다", "했습니다"]
    private static let foreign = ["AI", "LLM", "GPU", "GPT-4", "OpenAI", "R1", "2025년", "3,000억", "10%", "data"]

    init(random: inout Seeded) {
        let syllables =
            Array(
                "이다의는에을기가지고하사로도인자서한시대정리어전수나부해일보여동주제과원장성구아은상국들를공조유신비있라미계학그산만경화물발생물게선면안고간중용관세것내업재적무연소민실방식회출"
            )
        let pick = { (random: inout Seeded) -> Character in
            // The product of two even numbers leans to the front, as the frequencies of syllables do.
            let place = Double.random(in: 0..<1, using: &random) * Double.random(in: 0..<1, using: &random)
            return syllables[Int(place * Double(syllables.count))]
        }
        let rare = (0..<900).compactMap { _ in
            Unicode.Scalar(UInt32(0xAC00 + Int.random(in: 0..<11172, using: &random))).map(Character.init)
        }
        var seen: Set<String> = []
        var made: [String] = []
        while made.count < 40_000 {
            let length = [2, 2, 2, 2, 3, 3, 4][Int.random(in: 0..<7, using: &random)]
            let word = String(
                (0..<length).map { _ in
                    Int.random(in: 0..<3, using: &random) == 0
                        ? rare.randomElement(using: &random) ?? "가" : pick(&random)
                })
            if seen.insert(word).inserted { made.append(word) }
        }
        nouns = made
        verbs = Array(made.reversed().prefix(4000))
        var sum = 0.0
        weights = (1...made.count).map { rank in
            // Zipf and Mandelbrot's law; the shift keeps the first word at a few in a hundred.
            sum += 1 / (Double(rank) + 8)
            return sum
        }
    }

    func noun(at rank: Int) -> String { nouns[rank] }

    private func zipf(_ random: inout Seeded) -> Int {
        let point = Double.random(in: 0..<(weights.last ?? 1), using: &random)
        var (low, high) = (0, weights.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if weights[middle] < point { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func name(_ random: inout Seeded) -> String {
        let surnames = Array("김이박최정강조윤장임한오서신권황안송전홍")
        let given = nouns[Int.random(in: 0..<nouns.count, using: &random)].prefix(2)
        return String(surnames[Int.random(in: 0..<surnames.count, using: &random)]) + given
    }

    func title(_ random: inout Seeded) -> String {
        (0..<4).map { _ in nouns[zipf(&random)] }.joined(separator: " ")
    }

    /// A paragraph of two to four sentences, and its nouns.
    func sentences(_ random: inout Seeded) -> (text: String, nouns: [String]) {
        var text = ""
        var used: [String] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            for _ in 0..<Int.random(in: 4...9, using: &random) {
                if Int.random(in: 0..<12, using: &random) == 0 {
                    text += Self.foreign[Int.random(in: 0..<Self.foreign.count, using: &random)] + " "
                    continue
                }
                let noun = nouns[zipf(&random)]
                used.append(noun)
                text += noun + Self.particles[Int.random(in: 0..<Self.particles.count, using: &random)] + " "
            }
            let verb = verbs[zipf(&random) % verbs.count]
            text += verb + Self.endings[Int.random(in: 0..<Self.endings.count, using: &random)] + ". "
        }
        return (String(text.dropLast()), used)
    }
}
