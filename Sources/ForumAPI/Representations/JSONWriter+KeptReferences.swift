import ForumStore

/// What is written of something that other things refer to.
protocol ReferenceRepresentable: ReferenceView {
    /// Writes the reference.
    func write(to writer: inout JSONWriter)
}

extension TalkReferenceView: ReferenceRepresentable {
    func write(to writer: inout JSONWriter) { writer.reference(self) }
}

extension EventReferenceView: ReferenceRepresentable {
    func write(to writer: inout JSONWriter) { writer.reference(self) }
}

extension PanelistReferenceView: ReferenceRepresentable {
    func write(to writer: inout JSONWriter) { writer.reference(self) }
}

extension TopicReferenceView: ReferenceRepresentable {
    func write(to writer: inout JSONWriter) { writer.reference(self) }
}

extension SectionReferenceView: ReferenceRepresentable {
    func write(to writer: inout JSONWriter) { writer.reference(self) }
}

extension SourceReferenceView: ReferenceRepresentable {
    func write(to writer: inout JSONWriter) { writer.reference(.source, id, name: name) }
}

extension JSONWriter {
    /// Writes a reference, or `null` where there is nothing.
    mutating func reference<View: ReferenceRepresentable>(_ reference: Reference<View>) throws(StoreError) {
        // This one needs nothing of the thing's kind, and is the usual one.
        if let json = reference.thing.cachedBytes { return self.json(json) }
        if let json = try Self.json(of: reference) { self.json(json) } else { null() }
    }

    /// Writes the members of a reference, for an object that says more of the thing.
    mutating func referenceMembers<View: ReferenceRepresentable>(_ reference: Reference<View>) throws(StoreError) {
        if let json = reference.thing.cachedBytes { return members(of: json) }
        if let json = try Self.json(of: reference) { members(of: json) }
    }

    /// Writes an object of a reference's members and a number.
    mutating func reference<View: ReferenceRepresentable>(
        _ reference: Reference<View>, adding name: StaticString, _ number: Int
    ) throws(StoreError) {
        if let json = reference.thing.cachedBytes { return object(json, adding: name, number) }
        try object { writer throws(StoreError) in
            try writer.referenceMembers(reference)
            writer.member(name, number)
        }
    }

    /// A reference as JSON, which the store's reader keeps: most things are referred to again and again.
    private static func json<View: ReferenceRepresentable>(
        of reference: Reference<View>
    ) throws(StoreError) -> [UInt8]? {
        try reference.cached { view throws(StoreError) in
            var writer = JSONWriter(capacity: 256)
            view.write(to: &writer)
            return writer.finish()
        }
    }
}
