import ForumStore

extension JSONWriter {
    /// Writes what a person set right.
    mutating func correction(_ row: borrowing CorrectionRow) {
        object { writer in
            writer.key("event")
            writer.reference(row.event)
            writer.member("number", row.number)
            writer.member("line", row.line)
            writer.member("change", row.change)
            writer.member("talk", row.talkID)
            writer.member("passage", row.passageID)
            writer.member("panelist", row.panelistID)
            writer.member("before", row.before)
            writer.member("after", row.after)
            writer.member("reason", row.reason)
            writer.member("by", row.author)
            writer.member("applied", row.obstacle.isNull)
            writer.member("obstacle", row.obstacle)
            writer.member("voice", row.voiceLabel)
            writer.member("source", row.source)
            writer.member("from_passage", row.fromPassage)
            writer.member("to_passage", row.toPassage)
        }
    }
}
