import KoreanText

let sentence = "황의종 교수는 “인공 지능의 앞날”을 말했다."

// Particles come off, so that a search finds every form of a word by its stem.
for word in sentence.split(separator: " ") {
    let syllables = word.unicodeScalars.filter(Hangul.isSyllable)
    if let stem = SearchStem.of(Array(syllables)) { print("\(word) → \(SearchText.string(stem))") }
}

// A quotation is found however it is spaced, with its place in UTF-16 units.
let form = QuotationForm(sentence)
if var pattern = QuotationPattern("인공지능의 앞날") {
    let length = pattern.scalars.count
    pattern.forEachEnd(in: form.scalars) { last in
        print("quoted at \(form.places[last + 1 - length].lowerBound)..<\(form.places[last].upperBound)")
    }
}

// Initials, an English keyboard, and a name as programmes space it out.
print(SearchText.string(Jamo.initials(of: "딥시크".unicodeScalars)))
print(Jamo.typedInEnglish("elqtlzm".unicodeScalars) ?? "no Hangul")
print(PersonName("황 의 종").map { "\($0.name) (\($0.likelihood))" } ?? "no name")
