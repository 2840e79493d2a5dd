import ForumStore
import Proceedings

extension JSONWriter {
    /// Writes an event as linked data in the words of schema.org; what is not known is left out, as JSON-LD has it.
    ///
    /// - Parameter talks: Writes the programme's items, each by ``linkedTalk(_:)``.
    mutating func linkedEvent(
        _ row: borrowing EventRow, talks: (inout Self) throws(StoreError) -> Void
    ) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.linked("Event", .event, row.id)
            writer.known("name", row.name.isNull ? row.label : row.name)
            writer.known("startDate", row.startDate)
            writer.known("endDate", row.endDate)
            if !row.location.isNull {
                writer.key("location")
                writer.linkedName("Place", row.location)
            }
            try writer.array("organizer") { writer throws(StoreError) in
                try row.forEachOrganizer { organizer throws(StoreError) in
                    writer.linkedName("Organization", organizer)
                }
            }
            writer.known("inLanguage", row.language)
            try writer.array("subEvent") { writer throws(StoreError) in try talks(&writer) }
        }
    }

    /// Writes a programme item as a part of a linked event.
    mutating func linkedTalk(_ row: borrowing TalkRow) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.member("@type", "Event")
            writer.member("@id", address: .talk, row.reference.id)
            writer.name(of: row.reference)
            try writer.array("performer") { writer throws(StoreError) in
                try row.forEachParticipant { participant throws(StoreError) in
                    try participant.panelist.read { panelist throws(StoreError) in
                        guard panelist.kind.equals(Voice.Kind.person.rawValue) else { return }
                        writer.object { writer in
                            writer.member("@type", "Person")
                            writer.member("@id", address: .panelist, panelist.id)
                            writer.member("name", panelist.name)
                        }
                    }
                }
            }
        }
    }

    /// Writes a person as linked data in the words of schema.org.
    mutating func linkedPerson(_ row: borrowing PanelistRow) throws(StoreError) {
        try object { writer throws(StoreError) in
            // An office or a numbered speaker is nobody known.
            writer.linked(row.kind.equals(Voice.Kind.person.rawValue) ? "Person" : "Thing", .panelist, row.id)
            writer.member("name", row.name)
            let affiliation = row.latest.affiliation
            if !affiliation.isNull {
                writer.object("affiliation") { writer in
                    writer.member("@type", "Organization")
                    writer.member("name", affiliation.organization)
                    if !affiliation.department.isNull {
                        writer.key("department")
                        writer.linkedName("Organization", affiliation.department)
                    }
                }
            }
            writer.known("jobTitle", row.latest.roleTitle)
            try writer.array("performerIn") { writer throws(StoreError) in
                try row.forEachAppearance { appearance throws(StoreError) in
                    writer.object { writer in
                        writer.member("@type", "Event")
                        writer.member("@id", address: .talk, appearance.talk.id)
                        writer.name(of: appearance.talk)
                    }
                }
            }
        }
    }

    private mutating func linked(_ type: String, _ kind: ReferenceKind, _ id: TextColumn) {
        member("@context", "https://schema.org")
        member("@type", type)
        member("@id", address: kind, id)
        member("identifier", id)
        member("url", address: kind, id)
    }

    private mutating func linkedName(_ type: String, _ name: TextColumn) {
        object { writer in
            writer.member("@type", type)
            writer.member("name", name)
        }
    }

    private mutating func known(_ name: StaticString, _ column: TextColumn) {
        if !column.isNull { member(name, column) }
    }
}
