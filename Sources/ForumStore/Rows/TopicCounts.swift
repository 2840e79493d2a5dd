/// How often a topic is spoken of in some talks.
struct TopicCounts {
    /// What counts over the rows of ``ListScope/topicTalks``.
    static let mentions = "coalesce(sum(tt.mentions), 0)"
    static let passages = "coalesce(sum(tt.passages), 0)"
    static let talks = "count(*)"

    var mentions: Int
    var passages: Int
    var talks: Int
}
