import KoreanText

/// A query as the search understands it: every term must be found, in any of its forms.
struct SearchQuery {
    /// How far a term reaches.
    enum Reach {
        /// Its words as words.
        case words
        /// Also inside longer foreign words and numbers (`GPT` in `ChatGPT`).
        case insideWords
        /// Its words, and passages of which only their text tells whether they hold it (``SearchPhrase/wider``).
        case wider
    }

    /// A word, several words that are one name, or a quoted phrase.
    struct Term {
        var interpretation: SearchTerm
        /// What finds it.
        var phrases: [SearchPhrase]
        /// What finds it inside longer foreign words and numbers.
        var inner: [SearchPhrase] = []
        /// What is marked where it is found.
        var needles: [SearchNeedle]
        /// Whether it is meant as it stands.
        var isQuoted = false
    }

    var terms: [Term] = []
    var excluded: [Term] = []

    /// The words that a name written in several can have.
    static let longestName = 5

    /// Reads words.
    ///
    /// - Parameters:
    ///   - words: The words.
    ///   - knowledge: The store's words and aliases.
    ///   - joinsSyllables: Whether a single syllable belongs to the word before or after it (`딥 시크`).
    init(_ words: SearchWords, _ knowledge: SearchKnowledge, joinsSyllables: Bool) {
        let wanted = joinsSyllables ? Self.joined(words.wanted) : words.wanted
        var rest = wanted[...]
        while !rest.isEmpty {
            if let (term, count) = Self.name(rest, knowledge) {
                terms.append(term)
                rest = rest.dropFirst(count)
            } else if let word = rest.popFirst() {
                terms.append(Self.term(word, knowledge))
            }
        }
        excluded = words.excluded.map { Self.term($0, knowledge) }
    }

    /// The MATCH expression for all terms, made of finished tokens alone.
    func expression(reach: Reach = .words) -> String {
        guard let unwanted else { return wanted(reach: reach) }
        return "\(wanted(reach: reach)) NOT \(unwanted)"
    }

    /// The MATCH expression for all terms, whatever else stands there.
    ///
    /// What is ranked is excluded afterwards: FTS5 forgets some of the places in a row that NOT lets through.
    func wanted(reach: Reach) -> String {
        "(" + terms.map { $0.clause(reach) }.joined(separator: " AND ") + ")"
    }

    /// The MATCH expression for what must not stand there, or `nil` where anything may.
    var unwanted: String? {
        excluded.isEmpty ? nil : "(" + excluded.map { $0.clause() }.joined(separator: " OR ") + ")"
    }

    /// The MATCH expression for any term.
    var anyTerm: String { terms.map { $0.clause() }.joined(separator: " OR ") }

    /// The MATCH expression for any of some phrases.
    static func clause(_ phrases: [SearchPhrase]) -> String {
        "("
            + phrases.map { "\"\($0.tokens.joined(separator: " "))\"" + ($0.endsInPrefix ? " *" : "") }
            .joined(separator: " OR ") + ")"
    }

    /// Whether any term reaches inside longer words.
    var hasInner: Bool { terms.contains { !$0.inner.isEmpty } }

    /// Whether more passages than those that hold the terms are found sooner.
    var isSoonerWider: Bool { !hasInner && terms.contains { $0.phrases.contains { $0.wider != nil } } }

    /// Whether a text holds every term.
    func isHeld(by text: String) -> Bool {
        let tokens = SearchTokenizer.tokens(of: text)
        return terms.allSatisfy { $0.phrases.contains { $0.isHeld(by: tokens) } }
    }

    // MARK: Terms

    /// The longest name at the beginning of the words that the store knows aliases of.
    private static func name(
        _ words: ArraySlice<SearchWords.Word>, _ knowledge: SearchKnowledge
    ) -> (Term, Int)? {
        guard words.first?.isQuoted == false else { return nil }
        for count in stride(from: min(longestName, words.count), through: 1, by: -1) {
            let chosen = words.prefix(count)
            guard chosen.allSatisfy({ !$0.isQuoted }) else { continue }
            let squeezed = chosen.map(\.squeezed).joined()
            var form = squeezed
            if knowledge.aliases[form] == nil {
                let stem = SearchStem.ofParticle(Array(form.unicodeScalars)).map(string) ?? SearchStem.english(form)
                if let stem { form = stem }
            }
            guard let alternatives = knowledge.aliases[form] else { continue }
            if count == 1, let word = chosen.first {
                var term = term(word, knowledge)
                term.add(alternatives)
                return (term, 1)
            }
            // The words of the name may stand apart: each alone is found where all are.
            var term = Term(
                interpretation: SearchTerm(text: chosen.map(\.text.squeezed).joined(separator: " ")), phrases: [],
                needles: [SearchNeedle(form)])
            term.phrases += Self.phrases(ofName: form, words: chosen.map(\.runs))
            if form != squeezed { term.interpretation.stem = form }
            term.add(alternatives)
            return (term, count)
        }
        return nil
    }

    private static func term(_ word: SearchWords.Word, _ knowledge: SearchKnowledge) -> Term {
        var term = Term(
            interpretation: SearchTerm(text: word.squeezed), phrases: [], needles: [SearchNeedle(word.runs)],
            isQuoted: word.isQuoted)
        term.add(SearchPhrase.anywhere(word.runs))
        guard !word.isQuoted else { return term }
        var runs = word.runs
        if let last = runs.last, last.kind == .syllable {
            let stem: [Unicode.Scalar]?
            if runs.count == 1 {
                // What the text knows as a word ends in no particle (`완성도`).
                stem =
                    knowledge.contains(last.text) ? SearchStem.ofVerb(last.scalars) : SearchStem.of(last.scalars)
            } else {
                // A particle follows a foreign word at once (`GPT-4는`); after a number, 만 is ten thousand.
                let isNumeral = last.text == "만" && runs[runs.count - 2].kind == .digit
                stem = Particle.follows(last.text) && !isNumeral ? [] : nil
            }
            if let stem {
                runs.removeLast()
                if !stem.isEmpty { runs.append(.init(kind: .syllable, scalars: stem)) }
                term.add(SearchPhrase.anywhere(runs))
                term.interpretation.stem = runs.map(\.text).joined()
                term.needles = [SearchNeedle(runs)]
            }
        }
        if runs.count == 1, let run = runs.first {
            term.add(SearchPhrase.splits(of: run))
            term.addNames(within: run, knowledge)
            if run.kind == .letter, let stem = SearchStem.english(run.text) {
                term.add([SearchPhrase(tokens: [stem], endsInPrefix: true)])
                term.interpretation.stem = stem
                term.needles.append(SearchNeedle(stem))
            }
        }
        term.addInner(runs, knowledge)
        return term
    }

    /// The phrases of a name that may be written with or without spaces.
    fileprivate static func phrases(ofName form: String, words: [[SearchText.Run]]) -> [SearchPhrase] {
        var phrases = SearchPhrase.anywhere(SearchText(form).runs) + SearchPhrase.anywhere(apart(words))
        let runs = SearchText(form).runs
        if runs.count == 1, let run = runs.first { phrases += SearchPhrase.splits(of: run) }
        return phrases
    }

    /// The runs of words one after another; runs of one kind stay apart.
    private static func apart(_ words: [[SearchText.Run]]) -> [SearchText.Run] { words.flatMap { $0 } }

    /// Single syllables put together with a neighbour of syllables.
    private static func joined(_ words: [SearchWords.Word]) -> [SearchWords.Word] {
        var result: [SearchWords.Word] = []
        for word in words {
            if let last = result.last, isJoinable(last), isJoinable(word),
                last.squeezed.unicodeScalars.count == 1 || word.squeezed.unicodeScalars.count == 1,
                let both = SearchWords.Word(last.squeezed + word.squeezed)
            {
                result[result.count - 1] = both
            } else {
                result.append(word)
            }
        }
        return result
    }

    private static func isJoinable(_ word: SearchWords.Word) -> Bool {
        !word.isQuoted && word.runs.count == 1 && word.runs.first?.kind == .syllable
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

extension SearchQuery.Term {
    /// The MATCH expression for the term alone.
    func clause(_ reach: SearchQuery.Reach = .words) -> String {
        switch reach {
        case .words: SearchQuery.clause(phrases)
        case .insideWords: SearchQuery.clause(phrases + inner)
        case .wider: SearchQuery.clause(phrases.map { $0.wider ?? $0 })
        }
    }

    mutating func add(_ others: [SearchPhrase]) {
        for phrase in others where !phrases.contains(phrase) { phrases.append(phrase) }
    }

    /// Adds what stands for the term.
    mutating func add(_ alternatives: [String]) {
        for alternative in alternatives {
            let text = SearchText(alternative)
            let words = alternative.split(separator: " ").map { SearchText(String($0)).runs }
            add(SearchQuery.phrases(ofName: text.squeezed, words: words))
            interpretation.aliases.append(alternative)
            needles.append(SearchNeedle(alternative))
        }
    }

    /// Adds a compound with one of its parts called otherwise (`인공지능기본법`, `AI 기본법`).
    mutating func addNames(within run: SearchText.Run, _ knowledge: SearchKnowledge) {
        guard run.kind == .syllable, run.scalars.count >= SearchPhrase.shortestSplit,
            run.scalars.count <= SearchPhrase.longestSplit
        else { return }
        for cut in 2...(run.scalars.count - 2) {
            let parts = [run.scalars[..<cut], run.scalars[cut...]].map(SearchText.string)
            for (index, part) in parts.enumerated() {
                for alternative in knowledge.aliases[part] ?? [] {
                    var named = parts
                    named[index] = alternative
                    let name = named.joined(separator: " ")
                    add(SearchPhrase.anywhere(SearchText(name).runs))
                    interpretation.aliases.append(name)
                    needles.append(SearchNeedle(name))
                }
            }
        }
    }

    /// Adds the longer foreign words that the word's own first or last one is a part of.
    mutating func addInner(_ runs: [SearchText.Run], _ knowledge: SearchKnowledge) {
        guard let first = runs.first, let last = runs.last else { return }
        if runs.count == 1 {
            guard first.kind != .syllable, first.scalars.count > 1 else { return }
            addInner(first, knowledge, following: []) { $0.count > $1.count && $0.contains($1) }
            return
        }
        // A single letter or digit is taken for a part of a longer one only beside syllables: `R1` is not in `for 1`.
        if last.kind != .syllable, last.scalars.count > 1 || runs[runs.count - 2].kind == .syllable,
            last.kind != .sign
        {
            for var phrase in SearchPhrase.anywhere(runs) {
                phrase.endsInPrefix = true
                inner.append(phrase)
            }
        }
        if first.kind != .syllable, first.scalars.count > 1 || runs[1].kind == .syllable || runs[1].kind == .sign {
            addInner(first, knowledge, following: Array(runs.dropFirst())) {
                $0.count > $1.count && $0.suffix($1.count).elementsEqual($1)
            }
        }
    }

    private mutating func addInner(
        _ part: SearchText.Run, _ knowledge: SearchKnowledge, following runs: [SearchText.Run],
        where isWanted: (UnsafeBufferPointer<UInt8>, [UInt8]) -> Bool
    ) {
        let part = Array(part.text.utf8)
        for place in knowledge.words.foreign where knowledge.words.withBytes(place, { isWanted($0, part) }) {
            guard inner.count < knowledge.innerWords else { return }
            inner += SearchPhrase.anywhere(SearchText(knowledge.words.text(place)).runs + runs)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes stand somewhere in these.
    fileprivate func contains(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count >= part.count else { return part.isEmpty }
        return (0...count - part.count).contains { start in
            self[start] == first && self[start..<start + part.count].elementsEqual(part)
        }
    }
}
