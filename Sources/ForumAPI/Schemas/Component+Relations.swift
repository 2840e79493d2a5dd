import ForumStore

extension Component {
    private static let axisSchema = Schema.object([
        .member("axis", .word(MatrixAxis.allCases.map(\.rawValue)), "The filter of passages that has the values."),
        .member("total", .integer, "How many values there are, those left out included."),
        .objects(
            "data", "The most frequent values, the most frequent first.",
            .member("id", .text, "The value to filter passages by."),
            .member("name", .text, "What the value goes by."),
            .member("count", .integer, "How many passages have the value."),
            .member("url", .address, "These passages.")),
    ])

    static let matrixSchema = Schema.object(
        identity("matrix", id: "The names of the two axes.") + [
            .member("rows", axisSchema, "The values of one property."),
            .member("cols", axisSchema, "The values of the other."),
            .objects(
                "cells", "Those that are not empty, the fullest first.",
                .member("row", .text, "The id of the row's value."),
                .member("col", .text, "The id of the column's value."),
                .member("count", .integer, "How many passages have both."),
                .member("url", .address, "These passages.")),
            snapshot,
        ])

    static let cooccurrenceSchema = Schema.object([
        .member("topics", .list(.named(.reference)), "Two, in the vocabulary's order."),
        .member("windows", .integer, "In how many passages, sections or talks both are spoken of."),
        .member("similarity", .number, "The windows with both as a share of those with either, from 0 to 1."),
        .objects(
            "evidence", "The first \(Limits.cooccurrenceEvidence) windows.",
            .member("talk", .named(.reference), "The talk that the window is in or is."),
            .member(
                "section", .optional(.named(.reference)),
                "The section; null where the window is no section, or stands under no heading."),
            .member(
                "passages", .list(.named(.reference)),
                "The first that speaks of each topic; the same twice where one speaks of both.")),
    ])

    static let timelinePointSchema = Schema.object([
        .member("event", .named(.reference), "The event of the talk."),
        .member("start_date", .optional(.text), "The event's first day."),
        .member("talk", .named(.reference), "The talk that the passage is in."),
        .member("talk_position", .integer, "The talk's place in the programme, from 1."),
        .member("passage", .named(.reference), "The passage that speaks of the topic."),
        .member("position", .integer, "The passage's place in the talk, from 1."),
        .member("progress", .number, "How far into the talk it ends: 1 for the last passage."),
        .member("mentions", .integer, "How often the passage mentions the topic."),
        time("When it is spoken, where captions say so."),
    ])
}
