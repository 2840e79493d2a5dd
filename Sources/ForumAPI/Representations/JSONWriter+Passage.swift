import ForumStore

extension JSONWriter {
    /// Writes a passage.
    ///
    /// - Parameters:
    ///   - row: The passage.
    ///   - details: Writes further members.
    mutating func passage(
        _ row: borrowing PassageRow, details: (inout Self) throws(StoreError) -> Void = { _ in }
    ) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.identity(.passage, row.id)
            writer.member("kind", row.kind)
            writer.member("marker", row.marker)
            writer.member("text", row.text)
            writer.member("position", row.position)
            writer.key("talk")
            try writer.reference(row.talk)
            writer.key("event")
            try writer.reference(row.event)
            writer.key("panelist")
            try writer.reference(row.panelist)
            writer.member("speaker_printed", row.isSpeakerPrinted)
            writer.key("section")
            try writer.reference(row.section)
            try writer.spans(row)
            writer.member("time", row.time, "start_ms", "end_ms")
            writer.member("sha256", row.sha256)
            writer.member("corrected", row.isCorrected)
            writer.key("previous")
            writer.reference(.passage, row.previousID)
            writer.key("next")
            writer.reference(.passage, row.nextID)
            try writer.array("topics") { writer throws(StoreError) in
                try row.forEachTopic { topic throws(StoreError) in
                    try writer.reference(topic.topic, adding: "mentions", topic.mentions)
                }
            }
            writer.voice(row)
            try details(&writer)
        }
    }

    /// Writes whose turn a passage belongs to, as a member.
    private mutating func voice(_ row: borrowing PassageRow) {
        key("voice")
        guard !row.voiceLabel.isNull else { return null() }
        object { writer in
            writer.member("label", row.voiceLabel)
            writer.member("kind", row.voiceKind)
        }
    }

    /// Writes where a passage speaks of a topic, as a member; offsets are UTF-16 units into `text`.
    mutating func mentions(of topic: String, in row: borrowing PassageRow) throws(StoreError) {
        try array("mentions") { writer throws(StoreError) in
            try row.forEachMention { mention throws(StoreError) in
                guard mention.topic.id.equals(topic) else { return }
                writer.object { writer in
                    writer.member("start", mention.start)
                    writer.member("end", mention.end)
                    writer.member("surface", mention.surface)
                    writer.member("method", mention.method)
                }
            }
        }
    }

    private mutating func spans(_ row: borrowing PassageRow) throws(StoreError) {
        try array("spans") { writer throws(StoreError) in
            try row.forEachSpan { span throws(StoreError) in try writer.span(span) }
        }
    }

    /// Writes lines of a source on one page.
    mutating func span(_ span: SpanRow) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.key("source")
            try writer.reference(span.source)
            writer.member("page", span.page)
            writer.member("printed_page", span.printedPage)
            writer.member("line_start", span.lines.lowerBound)
            writer.member("line_end", span.lines.upperBound)
        }
    }
}
