import ForumStore

extension JSONWriter {
    /// Writes a reference `{id, name, url}`, or `null` where there is nothing; the name falls back to the identifier.
    mutating func reference(_ kind: ReferenceKind, _ id: TextColumn, name: TextColumn) {
        guard let id = id.utf8 else { return null() }
        object { writer in writer.referenceMembers(kind, id, name: name.utf8 ?? id) }
    }

    /// Writes a reference to an event; one without a name goes by its label, else its identifier.
    mutating func reference(_ event: borrowing EventReferenceView) {
        if event.name.isNull {
            reference(.event, event.id, name: event.label)
        } else {
            reference(.event, event.id, name: event.name)
        }
    }

    /// Writes a reference to a talk.
    mutating func reference(_ talk: TalkReferenceView) {
        object { writer in writer.referenceMembers(talk) }
    }

    /// Writes a reference to a person, or `null` where there is nobody.
    mutating func reference(_ panelist: borrowing PanelistReferenceView) {
        reference(.panelist, panelist.id, name: panelist.name)
    }

    /// Writes a reference to a topic, or `null` where there is none.
    mutating func reference(_ topic: borrowing TopicReferenceView) {
        reference(.topic, topic.id, name: topic.name)
    }

    /// Writes a reference to a section, or `null` where there is none.
    mutating func reference(_ section: borrowing SectionReferenceView) {
        reference(.section, section.id, name: section.title)
    }

    /// Writes a reference that has nothing but its identifier for a name, or `null` where there is none.
    mutating func reference(_ kind: ReferenceKind, _ id: TextColumn) {
        guard let id = id.utf8 else { return null() }
        object { writer in writer.nameless(kind.addressPrefix, id) }
    }

    /// Writes the members of a reference, for an object that says more of the thing.
    mutating func referenceMembers(_ kind: ReferenceKind, _ id: TextColumn, name: TextColumn) {
        guard let id = id.utf8 else { return }
        referenceMembers(kind, id, name: name.utf8 ?? id)
    }

    /// The same of bytes that are read already.
    private mutating func referenceMembers(
        _ kind: ReferenceKind, _ id: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>
    ) {
        key("id")
        value(utf8: id)
        key("name")
        value(utf8: name)
        key("url")
        address(kind.addressPrefix, id)
    }

    /// Writes the members of a reference to a talk.
    mutating func referenceMembers(_ talk: TalkReferenceView) {
        member("id", talk.id)
        name(of: talk)
        member("url", address: .talk, talk.id)
    }

    /// Writes what a talk goes by; a printed title without copying it.
    mutating func name(of talk: TalkReferenceView) {
        if talk.title.isNull {
            member("name", talk.name)
        } else {
            member("name", talk.title)
        }
    }

    /// Writes where a person is from, or `null` where nothing is printed.
    mutating func affiliation(_ affiliation: AffiliationView) {
        guard !affiliation.isNull else { return null() }
        object { writer in
            writer.member("organization", affiliation.organization)
            writer.member("department", affiliation.department)
            writer.member("text", affiliation.text)
            writer.member("printed", affiliation.printed)
        }
    }

    /// Writes the members of a person's part in a programme item, as printed there.
    mutating func participationMembers(_ part: ParticipationView) {
        member("printed_name", part.printedName)
        member("role", part.role)
        key("affiliation")
        affiliation(part.affiliation)
        member("role_title", part.roleTitle)
    }

    /// Writes the members of a topic's weight in a talk.
    mutating func weightMembers(_ weight: TopicWeightView) {
        member("mentions", weight.mentions)
        member("weight", weight.weight)
        member("primary", weight.isPrimary)
    }
}
