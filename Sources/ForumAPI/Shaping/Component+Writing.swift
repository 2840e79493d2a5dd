import ForumStore
import Proceedings

extension Component {
    /// Writes the whole thing with an identifier, as it stands alone.
    ///
    /// - Returns: Whether there is such a thing; where there is none, nothing is written.
    func write(_ id: String, _ store: StoreReader, to writer: inout JSONWriter) throws(StoreError) -> Bool {
        switch self {
        case .event: try store.event(.init(id)) { row throws(StoreError) in try writer.event(row) }
        case .talk: try store.talk(.init(id)) { row throws(StoreError) in try writer.wholeTalk(row, .init(id), store) }
        case .panelist: try store.panelist(.init(id)) { row throws(StoreError) in try writer.panelist(row) }
        case .topic: try store.topic(.init(id)) { row throws(StoreError) in try writer.wholeTopic(row) }
        case .passage: try store.passage(.init(id)) { row throws(StoreError) in try writer.passage(row) }
        case .source: try store.source(.init(id)) { row throws(StoreError) in try writer.source(row) }
        default: preconditionFailure("\(rawValue) does not stand alone")
        }
    }

    /// Writes the things of this kind that belong to another as elements, no more than ``Limits/includedThings``.
    func write(of owner: Component, _ id: String, _ store: StoreReader, to writer: inout JSONWriter) throws(StoreError)
    {
        let limit = Limits.includedThings
        switch (owner, self) {
        case (.event, .talk), (.panelist, .talk):
            let filter = Filter.only(owner == .event ? TalkField.event : .panelist, id)
            _ = try TalkField.write(.init(filter: filter, limit: limit), of: store, to: &writer, asLines: false)
        case (.event, .panelist):
            let filter = Filter.only(PanelistField.event, id)
            _ = try PanelistField.write(.init(filter: filter, limit: limit), of: store, to: &writer, asLines: false)
        case (.talk, .passage):
            let filter = Filter.only(PassageField.talk, id)
            _ = try PassageField.write(.init(filter: filter, limit: limit), of: store, to: &writer, asLines: false)
        default: preconditionFailure("no \(rawValue) belongs to a \(owner.rawValue)")
        }
    }
}
