/// What the labels of one voice share, numbered: the name or office in small letters.
struct LabelKeys {
    /// The keys by their numbers.
    private(set) var keys: [String] = []
    /// The number of each candidate's key.
    private(set) var numbers: [Int] = []
    /// The first candidate with the same words, where it is another.
    private(set) var same: [Int?] = []

    init(_ candidates: [TurnCandidate]) {
        var known: [String: Int] = [:]
        var first = [Int](repeating: -1, count: (candidates.lazy.map(\.known.number).max() ?? -1) + 1)
        numbers.reserveCapacity(candidates.count)
        same.reserveCapacity(candidates.count)
        for (index, candidate) in candidates.enumerated() {
            let before = first[candidate.known.number]
            guard before < 0 else {
                numbers.append(numbers[before])
                same.append(before)
                continue
            }
            first[candidate.known.number] = index
            let key = Self.key(candidate.reading)
            let number = known[key] ?? keys.count
            if number == keys.count {
                known[key] = number
                keys.append(key)
            }
            numbers.append(number)
            same.append(nil)
        }
    }

    /// The key of a label.
    static func key(_ reading: LabelReading) -> String {
        let name = TurnWords.folded(reading.name ?? reading.office ?? reading.label)
        // Two of one surname are told apart by where they are from.
        guard reading.honorific != nil, let place = reading.affiliation else { return name }
        return name + " of " + place.lowercased()
    }
}
