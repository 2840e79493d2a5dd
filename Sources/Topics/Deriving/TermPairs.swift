import KoreanText
import Proceedings

/// Terms that texts give in two languages: `딥시크(DeepSeek)`, `대형 언어 모델(LLM)`.
struct TermPairs {
    /// The Korean forms' keys by the foreign one's.
    private var forms: [String: Set<String>] = [:]
    /// By the Korean form's key and the foreign one's, how often the foreign one is written how.
    private var written: [String: [String: [String: Int]]] = [:]

    /// Seeks the pairs in the titles and passages of some events.
    init(_ events: [Corpus.EventRecord]) {
        for (talk, _) in events.lazy.flatMap(\.talks) {
            if let title = talk.title { add(title) }
            for passage in talk.passages { add(passage.text) }
        }
    }

    /// The key that a term goes by: the Korean form's for a foreign one that stands for one form only.
    func canonical(_ key: String) -> String {
        guard let forms = forms[key], forms.count == 1, let form = forms.first else { return key }
        return form
    }

    /// The foreign forms of a Korean one in their order, each as it is written most often; of equals, the least.
    func alternatives(of key: String) -> [String] {
        (written[key] ?? [:]).filter { canonical($0.key) == key }
            .compactMap { $0.value.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }.sorted()
    }

    private mutating func add(_ text: String) {
        for pair in AliasPair.all(in: text) {
            let (form, alternative) = (TermKey.of(pair.form), TermKey.of(pair.alternative))
            guard !form.isEmpty, !alternative.isEmpty, form != alternative else { continue }
            forms[alternative, default: []].insert(form)
            written[form, default: [:]][alternative, default: [:]][pair.alternative, default: 0] += 1
        }
    }
}
