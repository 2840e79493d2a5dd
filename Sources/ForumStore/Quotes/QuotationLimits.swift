/// How far the check of a quotation goes.
enum QuotationLimits {
    /// How many anchors a text must have for the index to be asked; one with fewer is sought in every passage.
    static let fewestAnchors = 2
    /// How many anchors the index is asked for together.
    static let mostAnchors = 8
    /// How many passages an anchor may have to tell where a quotation runs over the end of one.
    ///
    /// A quotation is found over as many ends of passages as it has such anchors, less one.
    static let rareAnchor = 100
    /// How many pairs of syllables choose the passages that are compared with what nothing holds.
    static let mostPairs = 48
    /// How many passages are read for each of the pairs.
    static let passagesOfPair = 300
    /// How many passages are compared roughly, and how many of these exactly, with what nothing holds.
    static let roughCandidates = 24
    static let nearestCandidates = 6
    /// How many folded characters each fragment has at least where words are left out: fewer would be found anywhere.
    static let shortestFragment = 4
    /// How many places of a fragment are tried for a text that leaves words out.
    static let placesOfFragment = 200
}
