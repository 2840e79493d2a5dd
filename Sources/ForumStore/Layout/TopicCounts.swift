/// How often a topic is spoken of in some talks.
struct TopicCounts {
    /// What counts them over rows of `talk_topics`, called `tt`.
    static let mentions = "coalesce(sum(tt.mentions), 0)"
    static let passages = "coalesce(sum(tt.passages), 0)"
    static let talks = "count(*)"

    var mentions: Int
    var passages: Int
    var talks: Int
}
