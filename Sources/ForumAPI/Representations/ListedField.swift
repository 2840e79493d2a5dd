import ForumStore

/// A field of a list whose elements are written as JSON: it names the list.
protocol ListedField: ListField {
    /// What the list is sorted by.
    associatedtype Key: SortKey

    /// Writes the rows of a part of the list as elements, or each on a line of its own.
    static func write(
        _ request: ListRequest<Self, Key>, of store: StoreReader, to writer: inout JSONWriter, asLines: Bool
    ) throws(StoreError) -> ListResult
}

extension EventField: ListedField {
    static func write(
        _ request: EventList, of store: StoreReader, to writer: inout JSONWriter, asLines: Bool
    ) throws(StoreError) -> ListResult {
        try store.events(request) { row throws(StoreError) in
            try writer.event(row)
            if asLines { writer.endLine() }
        }
    }
}

extension TalkField: ListedField {
    static func write(
        _ request: TalkList, of store: StoreReader, to writer: inout JSONWriter, asLines: Bool
    ) throws(StoreError) -> ListResult {
        try store.talks(request) { row throws(StoreError) in
            try writer.talk(row)
            if asLines { writer.endLine() }
        }
    }
}

extension PanelistField: ListedField {
    static func write(
        _ request: PanelistList, of store: StoreReader, to writer: inout JSONWriter, asLines: Bool
    ) throws(StoreError) -> ListResult {
        try store.panelists(request) { row throws(StoreError) in
            try writer.panelist(row)
            if asLines { writer.endLine() }
        }
    }
}

extension TopicField: ListedField {
    static func write(
        _ request: TopicList, of store: StoreReader, to writer: inout JSONWriter, asLines: Bool
    ) throws(StoreError) -> ListResult {
        try store.topics(request) { row throws(StoreError) in
            try writer.topic(row)
            if asLines { writer.endLine() }
        }
    }
}

extension PassageField: ListedField {
    static func write(
        _ request: PassageList, of store: StoreReader, to writer: inout JSONWriter, asLines: Bool
    ) throws(StoreError) -> ListResult {
        try store.passages(request) { row throws(StoreError) in
            try writer.passage(row)
            if asLines { writer.endLine() }
        }
    }
}

extension SourceField: ListedField {
    static func write(
        _ request: SourceList, of store: StoreReader, to writer: inout JSONWriter, asLines: Bool
    ) throws(StoreError) -> ListResult {
        try store.sources(request) { row throws(StoreError) in
            try writer.source(row)
            if asLines { writer.endLine() }
        }
    }
}

extension CorrectionField: ListedField {
    static func write(
        _ request: CorrectionList, of store: StoreReader, to writer: inout JSONWriter, asLines: Bool
    ) throws(StoreError) -> ListResult {
        try store.corrections(request) { row throws(StoreError) in
            writer.correction(row)
            if asLines { writer.endLine() }
        }
    }
}
