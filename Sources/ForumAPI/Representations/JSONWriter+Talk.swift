import ForumStore
import Proceedings

extension JSONWriter {
    /// Writes a talk.
    ///
    /// - Parameters:
    ///   - row: The talk.
    ///   - details: Writes the further members of a talk that stands alone.
    mutating func talk(
        _ row: borrowing TalkRow, details: (inout Self) throws(StoreError) -> Void = { _ in }
    ) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.identity(.talk, row.reference.id)
            writer.name(of: row.reference)
            writer.member("guid", row.guid)
            writer.key("event")
            try writer.reference(row.event)
            writer.kindMembers(row.reference)
            writer.member("position", row.position)
            writer.member("title", row.reference.title)
            try writer.participants(row)
            writer.member("has_transcript", row.hasTranscript)
            writer.key("source")
            try writer.reference(row.source)
            writer.object("pages") { writer in
                writer.member("first", row.pages.lowerBound)
                writer.member("last", row.pages.upperBound)
                writer.member("printed_first", row.firstPrintedPage)
                writer.member("printed_last", row.lastPrintedPage)
            }
            writer.member("lines", row.lines)
            writer.member("title_lines", row.titleLines)
            writer.member("corrected", row.isCorrected)
            writer.object("counts") { writer in
                writer.member("sections", row.sectionCount)
                writer.member("passages", row.passageCount)
                writer.member("characters", row.characterCount)
                writer.member("words", row.wordCount)
                writer.member("reading_minutes", row.readingMinutes)
            }
            try writer.topics(row)
            writer.member("passages_url", address: .talk, row.reference.id, "/passages")
            writer.member("outline_url", address: .talk, row.reference.id, "/outline")
            try details(&writer)
        }
    }

    /// Writes a talk that stands alone, with its sections.
    mutating func wholeTalk(_ row: borrowing TalkRow, _ id: Talk.ID, _ store: StoreReader) throws(StoreError) {
        // A closure that takes the row with it copies it.
        let count = row.sectionCount
        try talk(row) { writer throws(StoreError) in try writer.sections(of: id, count: count, store) }
    }

    /// Writes a talk's sections, of which there are so many, as a member.
    mutating func sections(of talk: Talk.ID, count: Int, _ store: StoreReader) throws(StoreError) {
        try array("sections") { writer throws(StoreError) in
            // Many talks have none, and to ask costs as much as a row.
            guard count > 0 else { return }
            try store.sections(of: talk) { row throws(StoreError) in writer.section(row) }
        }
    }

    /// Writes the members that tell what kind of programme item a talk is.
    mutating func kindMembers(_ talk: TalkReferenceView) {
        member("kind", talk.kind)
        // Captions and notes have no word for what they are.
        if talk.kindLabel.utf8?.isEmpty == false {
            member("kind_label", talk.kindLabel)
        } else {
            member("kind_label", String?.none)
        }
        member("ordinal", talk.ordinal)
    }

    private mutating func participants(_ row: borrowing TalkRow) throws(StoreError) {
        try array("panelists") { writer throws(StoreError) in
            try row.forEachParticipant { participant throws(StoreError) in
                try writer.object { writer throws(StoreError) in
                    try writer.referenceMembers(participant.panelist)
                    writer.participationMembers(participant.participation)
                }
            }
        }
    }

    private mutating func topics(_ row: borrowing TalkRow) throws(StoreError) {
        try array("topics") { writer throws(StoreError) in
            try row.forEachTopic { topic throws(StoreError) in
                try writer.object { writer throws(StoreError) in
                    try writer.referenceMembers(topic.topic)
                    writer.weightMembers(topic.weight)
                    writer.member("general", topic.isGeneral)
                }
            }
        }
    }
}
