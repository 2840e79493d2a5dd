extension Sequence {
    /// The first elements of an order, in that order, without sorting the rest.
    func first(_ count: Int, by precedes: (Element, Element) -> Bool) -> [Element] {
        guard count > 0 else { return [] }
        /// A heap whose top is the last of those that are kept.
        var kept: [Element] = []
        for element in self {
            if kept.count < count {
                kept.append(element)
                var child = kept.count - 1
                while child > 0, precedes(kept[(child - 1) / 2], kept[child]) {
                    kept.swapAt(child, (child - 1) / 2)
                    child = (child - 1) / 2
                }
            } else if precedes(element, kept[0]) {
                kept[0] = element
                var parent = 0
                while true {
                    var last = parent
                    for child in [2 * parent + 1, 2 * parent + 2]
                    where child < kept.count && precedes(kept[last], kept[child]) {
                        last = child
                    }
                    guard last != parent else { break }
                    kept.swapAt(parent, last)
                    parent = last
                }
            }
        }
        return kept.sorted(by: precedes)
    }
}
