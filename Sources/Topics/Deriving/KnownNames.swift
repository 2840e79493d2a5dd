import KoreanText
import Proceedings

/// Persons and the places that they come from, which are no topics.
struct KnownNames {
    private var words: Set<String> = []

    /// Everyone on the programmes of some events.
    init(_ events: [Corpus.EventRecord]) {
        for (talk, _) in events.lazy.flatMap(\.talks) {
            for part in talk.participations {
                add(part.name)
                for text in [part.affiliation?.organization, part.affiliation?.department, part.roleTitle] {
                    if let text { add(text) }
                }
                for word in (part.affiliation?.printed ?? "").split(separator: " ") where Self.isInstitution(word) {
                    add(String(word))
                }
                if let printed = part.affiliation?.printed { addRows(of: printed) }
            }
        }
    }

    /// Whether a folded word, or words with spaces, is a name or an affiliation.
    func contains(_ term: String) -> Bool { words.contains(term) }

    /// Adds all words in a row of an affiliation that could be a term (`정보보호대학원 교수`).
    private mutating func addRows(of printed: String) {
        let parts = FoldedText.folded(printed).split(separator: " ")
        for start in parts.indices {
            for end in parts.indices.dropFirst(start + 1).prefix(TermCounter.longest - 1) {
                words.insert(parts[start...end].joined(separator: " "))
            }
        }
    }

    private mutating func add(_ name: String) {
        let folded = FoldedText.folded(name)
        words.insert(folded)
        words.insert(folded.replacing(" ", with: ""))
        // `고려대학교` is also called `고려대`.
        if folded.hasSuffix("대학교") { words.insert(String(folded.dropLast(2))) }
    }

    private static func isInstitution(_ word: Substring) -> Bool { institutions.contains(where: word.hasSuffix) }

    private static let institutions = [
        "대학교", "대학", "대학원", "대", "학과", "학부", "연구원", "연구소", "연구실", "연구단", "학회", "협회", "연합회", "재단", "공사", "공단", "은행",
        "신문", "일보",
        "경제", "방송", "센터", "위원회", "의원실", "처", "청", "부", "과학원", "진흥원", "평가원", "기술원", "법인", "주식회사", "그룹", "본부", "병원", "교수",
        "위원", "기자",
    ]
}
