import ForumStore

extension JSONWriter {
    /// Writes a topic.
    ///
    /// - Parameters:
    ///   - row: The topic.
    ///   - details: Writes the further members of a topic that stands alone.
    mutating func topic(
        _ row: borrowing TopicRow, details: (inout Self) throws(StoreError) -> Void = { _ in }
    ) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.identity(.topic, row.reference.id)
            writer.member("name", row.reference.name)
            try writer.object("labels") { writer throws(StoreError) in
                try row.forEachLabel { language, label throws(StoreError) in
                    writer.key(verbatim: language.string)
                    writer.value(label)
                }
            }
            try writer.array("aliases") { writer throws(StoreError) in
                try row.forEachAlias { alias throws(StoreError) in writer.value(alias) }
            }
            writer.key("broader")
            writer.reference(row.broader)
            writer.member("general", row.isGeneral)
            writer.member("origin", row.origin)
            writer.object("counts") { writer in
                writer.member("mentions", row.mentionCount)
                writer.member("passages", row.passageCount)
                writer.member("talks", row.talkCount)
            }
            writer.member("passages_url", address: .topic, row.reference.id, "/passages")
            try details(&writer)
        }
    }

    /// Writes a topic that stands alone, with the first talks that speak of it.
    mutating func wholeTopic(_ row: borrowing TopicRow) throws(StoreError) {
        try topic(row) { writer throws(StoreError) in
            try writer.talks(of: row)
            writer.member("talks_url", list: "/v1/talks?topic=", row.reference.id)
        }
    }

    /// Writes the first talks that speak of a topic, as a member.
    private mutating func talks(of row: borrowing TopicRow) throws(StoreError) {
        try array("talks") { writer throws(StoreError) in
            try row.forEachTalk(limit: Limits.topicTalks) { talk throws(StoreError) in
                writer.object { writer in
                    writer.referenceMembers(talk.talk)
                    writer.kindMembers(talk.talk)
                    writer.weightMembers(talk.weight)
                }
            }
        }
    }
}
