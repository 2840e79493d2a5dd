import ForumStore

extension JSONWriter {
    /// Writes a person with every part the person had.
    mutating func panelist(_ row: borrowing PanelistRow) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.identity(.panelist, row.id)
            writer.member("name", row.name)
            writer.member("kind", row.kind)
            writer.participationMembers(row.latest)
            writer.object("counts") { writer in
                writer.member("events", row.eventCount)
                writer.member("talks", row.talkCount)
                writer.member("passages", row.passageCount)
            }
            try writer.array("participations") { writer throws(StoreError) in
                try row.forEachAppearance { appearance throws(StoreError) in
                    writer.object { writer in
                        writer.key("event")
                        writer.reference(appearance.event)
                        writer.object("talk") { writer in
                            writer.referenceMembers(appearance.talk)
                            writer.kindMembers(appearance.talk)
                        }
                        writer.participationMembers(appearance.participation)
                    }
                }
            }
            writer.member("talks_url", list: "/v1/talks?panelist=", row.id)
            writer.member("passages_url", list: "/v1/passages?panelist=", row.id)
        }
    }
}
