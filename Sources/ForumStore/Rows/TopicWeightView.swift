import SQLite

/// A topic's weight in a talk.
///
/// Every value can be recomputed from the mentions.
public struct TopicWeightView {
    static let columns = "tt.mentions, tt.in_title, tt.in_heading, tt.is_primary, tt.weight"

    /// How often the topic is mentioned in the talk, title and headings included.
    public let mentions: Int
    /// Whether the title mentions it.
    public let isInTitle: Bool
    /// Whether a heading mentions it.
    public let isInHeading: Bool
    /// Whether the talk is about it: in the title or a heading, or at least three mentions.
    public let isPrimary: Bool
    /// The topic's share of the talk's mentions, those in title and headings counted three times; 0 to 1, three decimals.
    public let weight: Double

    init(statement: Statement, first: Int) {
        mentions = statement.int(at: first)
        isInTitle = statement.int(at: first + 1) != 0
        isInHeading = statement.int(at: first + 2) != 0
        isPrimary = statement.int(at: first + 3) != 0
        weight = statement.double(at: first + 4)
    }

    init(_ rows: inout PackedRowsReader) {
        mentions = rows.int()
        let flags = rows.int()
        isInTitle = flags & 1 != 0
        isInHeading = flags & 2 != 0
        isPrimary = flags & 4 != 0
        weight = Double(rows.int()) / TopicWeights.steps
    }

    /// Appends what is read of a weight.
    static func pack(_ tally: TopicWeights.Tally, weight: Double, into rows: inout PackedRowsWriter) {
        rows.append(tally.mentions)
        rows.append(flags: tally.isInTitle, tally.isInHeading, tally.isPrimary)
        rows.append(Int((weight * TopicWeights.steps).rounded()))
    }
}
