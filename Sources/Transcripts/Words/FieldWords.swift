/// The keys of front matter, from `fields.tsv` and, for people by their parts, `roles.tsv`.
enum FieldWords {
    /// What a key says; the raw values stand in the files.
    enum Kind: String, CaseIterable {
        case title, event, label, kind, ordinal, people, chairs, date, location
        case personName = "person.name"
        case personAffiliation = "person.affiliation"
        case personRole = "person.role"
    }

    static let table = WordTable<Kind>(PackageResources.fields_tsv)

    /// What the keys of a talk or an event say.
    static let fields: [String: Kind] = {
        var result = RoleWords.embedded.fields
        for row in table.rows where !ofPeople.contains(row.kind) {
            for word in row.words { result[word] = row.kind }
        }
        return result
    }()

    /// What the keys below a person say.
    static let people: [String: Kind] = {
        var result: [String: Kind] = [:]
        for row in table.rows where ofPeople.contains(row.kind) {
            for word in row.words { result[word] = row.kind }
        }
        return result
    }()

    private static let ofPeople: Set<Kind> = [.personName, .personAffiliation, .personRole]
}
