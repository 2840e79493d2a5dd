/// How far searches and checks of quotations go; each limit bounds what one request can cost.
public struct StoreLimits: Sendable {
    /// The limits of every reader.
    public static let standard = StoreLimits()

    /// How long a search, or the check of a quotation, may take.
    public var deadline = Duration.seconds(2)

    // MARK: Search

    /// The maximum number of characters (Unicode scalar values) of a query.
    public var queryLength = 500
    /// The maximum number of words and phrases of a query.
    public var queryWords = 24
    /// The maximum number of misspelt words that are corrected in a query.
    var corrections = 4
    /// The maximum number of longer foreign words and numbers, in the order of their letters, that one is sought inside of.
    var innerWords = 2000
    /// The maximum number of passages that are read to see whether they hold a query letter by letter inside longer words.
    var literalCandidates = 5000
    /// The maximum number of passages that are read to see whether they hold a word written apart that ends in one syllable;
    /// where there are more, the index tells.
    var widerCandidates = 1000
    /// The maximum number of values of a facet.
    public var facetValues = 50
    /// The maximum number of marked places of a hit.
    public var highlights = 50
    /// The maximum number of UTF-16 units of a snippet, whole eojeol on both sides.
    var snippetLength = 160

    // MARK: Quotations

    /// The maximum number of anchors that the index is asked for together.
    var maxAnchors = 8
    /// The maximum number of groups that the anchors are cut into: a quotation is found over one end of a passage less than there are groups.
    var maxGroups = 8
    /// The maximum number of passages with a group's anchors for the groups to be followed; where there are more, all passages are read.
    var groupPassages = 200
    /// The minimum number of pairs of syllables in a text for the index to tell what may be near it.
    var minPairs = 2
    /// The maximum number of pairs of syllables that choose the passages which are compared with a text that nothing holds.
    var maxPairs = 48
    /// The maximum number of passages that are read for each of the pairs.
    var pairPassages = 300
    /// How many passages are compared roughly, and how many of these exactly, with a text that nothing holds.
    var roughCandidates = 24
    var nearestCandidates = 6
    /// The minimum number of folded characters of a fragment where words are left out: fewer would be found anywhere.
    var minFragment = 4
}
