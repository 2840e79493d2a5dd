import ForumStore

extension JSONWriter {
    /// Writes an event.
    mutating func event(_ row: borrowing EventRow) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.identity(.event, row.id)
            writer.member("name", row.name)
            writer.member("label", row.label)
            writer.member("classification", row.classification)
            writer.member("start_date", row.startDate)
            writer.member("end_date", row.endDate)
            writer.member("location", row.location)
            try writer.array("organizers") { writer throws(StoreError) in
                try row.forEachOrganizer { organizer throws(StoreError) in writer.value(organizer) }
            }
            writer.member("language", row.language)
            writer.object("counts") { writer in
                writer.member("sources", row.sourceCount)
                writer.member("talks", row.talkCount)
                writer.member("panelists", row.panelistCount)
                writer.member("passages", row.passageCount)
            }
            writer.member("talks_url", list: "/v1/talks?event=", row.id)
            writer.member("panelists_url", list: "/v1/panelists?event=", row.id)
            writer.member("topics_url", list: "/v1/topics?event=", row.id)
            writer.member("sources_url", list: "/v1/sources?event=", row.id)
        }
    }
}
