/// How far the check of a quotation goes.
struct QuotationLimits {
    /// How many anchors the index is asked for together.
    var mostAnchors = 8
    /// Into how many groups the anchors are cut at most: a quotation is found over one end of a passage less than there are groups.
    var mostGroups = 8
    /// How many passages have a group's anchors at most for the groups to be followed; where one has more, all passages are read.
    var passagesOfGroup = 200
    /// How many pairs of syllables a text has at least for the index to say what may come near it.
    var fewestPairs = 2
    /// How many pairs of syllables choose the passages that are compared with what nothing holds.
    var mostPairs = 48
    /// How many passages are read for each of the pairs.
    var passagesOfPair = 300
    /// How many passages are compared roughly, and how many of these exactly, with what nothing holds.
    var roughCandidates = 24
    var nearestCandidates = 6
    /// How many folded characters each fragment has at least where words are left out: fewer would be found anywhere.
    var shortestFragment = 4
}
