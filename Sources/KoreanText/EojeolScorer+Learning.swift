extension EojeolScorer {
    /// Whether further lines would teach nothing.
    public var hasLearntEnough: Bool { learnt >= Self.mostLearnt }

    /// Learns from one line of text; the words at its ends may be broken and count as neighbours only.
    public mutating func learn(_ line: Span<UInt8>) {
        guard !hasLearntEnough else { return }
        latin.learn(line)
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(line.count)
        line.withUnsafeBufferPointer { bytes in bytes.forEachScalar { scalars.append($0) } }
        learnt += scalars.count
        var before: Unicode.Scalar?
        var start = 0
        while start < scalars.count {
            let end = scalars[start...].firstIndex(of: " ") ?? scalars.count
            let after = end + 1 < scalars.count ? scalars[end + 1] : nil
            learn(word: scalars[start..<end], before, after)
            before = scalars[start..<end].last
            start = end + 1
        }
    }

    /// Learns from a break of the text whether it cuts Latin words; only once all lines are learnt is it known which words there are.
    public mutating func learnBreak(left: Span<UInt8>, right: Span<UInt8>) {
        latin.weigh(left: left, right: right)
    }

    /// Learns from one word and the characters that stand before and after it, beyond the spaces.
    private mutating func learn(word: ArraySlice<Unicode.Scalar>, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) {
        let isWhole = before != nil && after != nil
        var hash = WordHash()
        for (index, scalar) in zip(word.indices, word) {
            let isFirst = index == word.startIndex
            let isLast = index + 1 == word.endIndex
            characters.count(Self.key(scalar)) { seen in
                seen.before.count(isEdge: isFirst, neighbour: before)
                seen.after.count(isEdge: isLast, neighbour: after)
            }
            if !isLast {
                pairs.count(Self.key(scalar, word[index + 1])) { seen in
                    seen.between.joined += 1
                    seen.before.count(isEdge: isFirst, neighbour: before)
                    seen.after.count(isEdge: index + 2 == word.endIndex, neighbour: after)
                }
            } else if let after {
                pairs.count(Self.key(scalar, after)) { $0.between.apart += 1 }
            }
            hash.extend(by: scalar)
            let isBeginning = index - word.startIndex < Self.longestBeginning
            guard isWhole, isBeginning || isLast else { continue }
            words.count(hash.value) { seen in
                if isBeginning { seen.beginning += 1 }
                if isLast { seen.whole += 1 }
            }
        }
    }
}
