/// How far the check of a quotation goes.
enum QuotationLimits {
    /// How many anchors the index is asked for together.
    static let mostAnchors = 8
    /// Into how many groups the anchors are cut at most: a quotation is found over one end of a passage less than there are groups.
    static let mostGroups = 8
    /// How many passages have a group's anchors at most for the group to be followed.
    static let passagesOfGroup = 200
    /// How many pairs of syllables a text has at least for the index to say what may come near it.
    static let fewestPairs = 2
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
