import KoreanText

/// How the texts write terms, counted.
///
/// A label is what stands in a text: words as they are written there, and of the last one of a Korean term what comes before its
/// particle.
struct TermLabels {
    /// By each term's stems, how often it is written how.
    private(set) var writings: [[Int32]: [String: Int]] = [:]

    /// Counts the writings of some terms in an event.
    ///
    /// - Parameter ends: Room for whether a term ends with a stem, for every stem, each `false`; it is given back so.
    mutating func add(
        _ terms: [[Int32]], _ parts: [EventWords.Part], _ words: EventWords, _ lexicon: Lexicon, ends: inout [Bool]
    ) {
        var byEnd: [Int32: [[Int32]]] = [:]
        for term in terms {
            guard let last = term.last else { continue }
            ends[Int(last)] = true
            byEnd[last, default: []].append(term)
        }
        for part in parts {
            for index in part.words where words.sequence[index] != EventWords.boundary {
                let stem = lexicon.readings[Int(words.sequence[index])].stem
                guard stem != Lexicon.none, ends[Int(stem)], let terms = byEnd[stem] else { continue }
                for term in terms where index - term.count + 1 >= part.words.lowerBound {
                    let places = (index - term.count + 1)...index
                    guard stands(term, words.sequence[places], lexicon) else { continue }
                    writings[term, default: [:]][surface(words.sequence[places], words, lexicon), default: 0] += 1
                }
            }
        }
        for last in byEnd.keys { ends[Int(last)] = false }
    }

    private func stands(_ term: [Int32], _ words: ArraySlice<Int32>, _ lexicon: Lexicon) -> Bool {
        zip(term, words).allSatisfy { stem, word in
            word != EventWords.boundary && lexicon.readings[Int(word)].stem == stem
        }
    }

    private func surface(_ places: ArraySlice<Int32>, _ words: EventWords, _ lexicon: Lexicon) -> String {
        var surface = places.dropLast().map { words.table[Int($0)] }
        if let last = places.last {
            let reading = lexicon.readings[Int(last)]
            let word = words.table[Int(last)].unicodeScalars
            // A plural is written out; a particle is no part of the label.
            let hasParticle = word.contains(where: Hangul.isSyllable)
            let length = hasParticle ? lexicon.stemWords[Int(reading.stem)].unicodeScalars.count : word.count
            surface.append(String(String.UnicodeScalarView(word.prefix(length))))
        }
        return surface.joined(separator: " ")
    }
}
