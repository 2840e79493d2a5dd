import ForumStore

extension Component {
    /// A passage with what was found in it.
    static let hit = Schema.extended(
        .passage,
        [
            .member("score", .number, "How well it fits; comparable within one answer only."),
            .member("snippet", .text, "The words around what was found, whole ones."),
            .member("highlights", .list(range), "The words of text that hold what was found, whole ones."),
            .member("matches", .list(range), "What was found itself, without particles (규제 of 규제를)."),
        ])

    private static let range = Schema.object([
        .member("start", .integer, "In UTF-16 units into text."),
        .member("end", .integer, "Exclusive, in UTF-16 units into text."),
    ])

    static let searchSchema = Schema.object([
        .member("data", .list(hit), "The passages of this page, the best first."),
        .member("page", .named(.page), "Where the page stands in the list."),
        snapshot,
        .member("query", .text, "What was sought, as given."),
        .member("did_you_mean", .optional(.text), "What was sought instead, where nothing held the query."),
        .objects(
            "terms", "How the query was understood.",
            .member("text", .text, "A word of the query."),
            .member("stem", .optional(.text), "The word without its particle, sought as well."),
            .member("aliases", .list(.text), "Other names of the same thing, sought as well.")),
        .member(
            "facets",
            .map(
                .list(.extended(.facetCount, [.member("id", .text, "The same as value.")]))),
            "How the hits spread over events, panelists, topics and kinds, or over those that facet names."),
    ])

    static let suggestionsSchema = Schema.object([
        .member("query", .text, "What was typed."),
        .objects(
            "data", "The likeliest first.",
            .member("text", .text, "What it may become."),
            .member("type", .text, "topic, panelist or term."),
            .member("id", .optional(.text), "The identifier of the topic or panelist; null for a mere word."),
            .member("url", .optional(.address), "Its address on this server; null for a mere word."),
            .member("passages", .integer, "In how many passages it stands.")),
        snapshot,
    ])
}
