import ForumStore

extension StoreReader {
    /// What a thing goes by, as a reference to it says; `nil` for what goes by its identifier, and where there is no such
    /// thing.
    func name(of kind: ReferenceKind, _ id: String) throws(StoreError) -> String? {
        var name: String?
        switch kind {
        case .event:
            try event(.init(id)) { row throws(StoreError) in
                name = row.name.optionalString ?? row.label.optionalString
            }
        case .talk: try talk(.init(id)) { row throws(StoreError) in name = row.reference.name }
        case .panelist: try panelist(.init(id)) { row throws(StoreError) in name = row.name.string }
        case .topic: try topic(.init(id)) { row throws(StoreError) in name = row.reference.name.string }
        case .section, .passage, .source, .affiliation: break
        }
        return name
    }
}
