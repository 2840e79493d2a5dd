import Proceedings

/// What a person set right about an event's sources in its `corrections.yaml`.
///
/// The file names the hash of every source that it was written for; what the sources say is never edited.
struct CorrectionsFile {
    /// The file's path.
    let path: String
    /// The SHA-256 of each source that the entries were written for, by the file's name.
    let sources: [String: String]
    /// The entries in the file's order.
    let entries: [CorrectionEntry]

    private static let keys = ["sources", "corrections"]
    private static let subjects = ["talk", "passage", "panelist"]
    static let changes = Correction.Change.allCases.map(\.rawValue)
    private static let entryKeys = subjects + ["voice"] + scopeKeys + changes + ["was", "reason", "by"]

    init(_ file: InputFile) throws(ForumDataError) {
        path = file.path
        let document = try YAMLDocument(file)
        guard let root = document.root else {
            (sources, entries) = ([:], [])
            return
        }
        let members = try document.members(of: root, allowed: Self.keys)
        sources = try Self.sources(members["sources"], at: root, document)
        var entries: [CorrectionEntry] = []
        if let list = members["corrections"], list.null == nil || list.scalar == nil {
            guard let sequence = list.sequence else { throw document.failure(at: list, "'corrections' is a list") }
            for node in sequence { entries.append(try Self.entry(node, document)) }
        }
        self.entries = entries
    }

    private static func sources(
        _ node: YAMLDocument.Node?, at root: YAMLDocument.Node, _ document: YAMLDocument
    ) throws(ForumDataError) -> [String: String] {
        guard let node, let mapping = node.mapping, !mapping.isEmpty else {
            throw document.failure(
                at: node ?? root, "'sources' names each corrected file with its SHA-256, as in 'transcript.txt: 9f86…'")
        }
        var sources: [String: String] = [:]
        for (key, value) in mapping {
            guard let name = key.string, let digest = value.scalar?.string.lowercased(), digest.utf8.count == 64,
                digest.allSatisfy(\.isHexDigit)
            else {
                throw document.failure(
                    at: value, "a source's SHA-256 has 64 hexadecimal digits, as sha256sum prints it")
            }
            sources[name] = digest
        }
        return sources
    }

    private static func entry(
        _ node: YAMLDocument.Node, _ document: YAMLDocument
    ) throws(ForumDataError) -> CorrectionEntry {
        let members = try document.members(of: node, allowed: entryKeys)
        if let voice = members["voice"] { return try entry(of: voice, members, at: node, document) }
        for key in scopeKeys {
            guard let place = members[key] else { continue }
            throw document.failure(at: place, "'\(key)' narrows a 'voice', and has no meaning without one")
        }
        let subject = try only(subjects, of: members, at: node, document)
        guard let change = try only(changes, of: members, at: node, document),
            let change = Correction.Change(rawValue: change), let place = members[change.rawValue]
        else { throw document.failure(at: node, "the entry changes nothing; allowed is one of \(list(changes))") }
        guard let text = try document.text(place, key: change.rawValue) else {
            throw document.failure(at: place, "'\(change.rawValue)' is empty")
        }
        var id = ""
        if let subject {
            guard let text = try document.text(members[subject], key: subject) else {
                throw document.failure(at: members[subject] ?? node, "'\(subject)' is empty")
            }
            id = text
        }
        func beginning() throws(ForumDataError) -> String {
            guard let text = try document.text(members["was"], key: "was") else {
                throw document.failure(
                    at: node, "'\(change.rawValue)' of a passage needs 'was', the words that the passage begins with")
            }
            return text
        }
        let action: CorrectionEntry.Action
        switch (change, subject) {
        case (.title, "talk"):
            action = .title(Talk.ID(id), to: text, was: try document.text(members["was"], key: "was"))
        case (.splitBefore, "passage"): action = .split(Passage.ID(id), before: text)
        case (.joinNext, "passage"):
            guard let join = SourceLine.Join(rawValue: text), join == .space || join == .nothing else {
                throw document.failure(
                    at: place, "'join_next' is '\(text)'; allowed are space, and nothing where a word was broken")
            }
            action = .join(Passage.ID(id), join, beginning: try beginning())
        case (.spacing, "passage"): action = .spacing(Passage.ID(id), text)
        case (.speaker, "passage"): action = .speaker(Passage.ID(id), text, beginning: try beginning())
        case (.speaker, "talk"): action = .panelist(Talk.ID(id), text)
        case (.startDate, nil), (.endDate, nil):
            action = .date(change, try document.date(place, key: change.rawValue) ?? text)
        case (.sameAs, "panelist"): action = .merge(Panelist.ID(id), into: Panelist.ID(text))
        default:
            throw document.failure(
                at: node,
                "'\(change.rawValue)' \(expectation(change)), not \(subject.map { "of a '\($0)'" } ?? "alone")")
        }
        let guarded = change == .title || change == .joinNext || (change == .speaker && subject == "passage")
        if let was = members["was"], !guarded {
            throw document.failure(at: was, "'was' has no meaning beside '\(change.rawValue)'")
        }
        return CorrectionEntry(
            line: node.mark?.line ?? 1, action: action, reason: try document.text(members["reason"], key: "reason"),
            author: try document.text(members["by"], key: "by"))
    }

    /// The one of the keys that an entry has.
    private static func only(
        _ keys: [String], of members: [String: YAMLDocument.Node], at node: YAMLDocument.Node,
        _ document: YAMLDocument
    ) throws(ForumDataError) -> String? {
        let given = keys.filter { members[$0] != nil }
        guard given.count <= 1 else {
            throw document.failure(
                at: node, "an entry has one of \(list(keys)), not \(given.joined(separator: " and "))")
        }
        return given.first
    }

    static func list(_ keys: [String]) -> String { keys.joined(separator: ", ") }

    private static func expectation(_ change: Correction.Change) -> String {
        switch change {
        case .title: "is said of a 'talk'"
        case .splitBefore, .joinNext, .spacing: "is said of a 'passage'"
        case .speaker: "is said of a 'passage' or a 'talk'"
        case .startDate, .endDate: "stands alone, for it is the event's"
        case .sameAs: "is said of a 'panelist'"
        case .identity: "is said of a 'voice'"
        }
    }
}
