import Proceedings

extension CorrectionsFile {
    /// What narrows a voice, beside a talk.
    static let scopeKeys = ["source", "from_passage", "to_passage"]

    /// Reads an entry that says who a voice is.
    static func entry(
        of voice: YAMLDocument.Node, _ members: [String: YAMLDocument.Node], at node: YAMLDocument.Node,
        _ document: YAMLDocument
    ) throws(ForumDataError) -> CorrectionEntry {
        let allowed = ["is", "was", "talk"] + scopeKeys + ["reason", "by"]
        for key in ["passage", "panelist"] + changes where key != Correction.Change.identity.rawValue {
            guard let place = members[key] else { continue }
            throw document.failure(
                at: place, "'\(key)' has no meaning beside 'voice'; allowed are \(list(allowed))")
        }
        func text(_ key: String) throws(ForumDataError) -> String? {
            guard let place = members[key] else { return nil }
            guard let text = try document.text(place, key: key) else {
                throw document.failure(at: place, "'\(key)' is empty")
            }
            return text
        }
        guard let label = try text("voice") else { throw document.failure(at: voice, "'voice' is empty") }
        guard members["talk"] == nil || members["source"] == nil else {
            throw document.failure(at: node, "a 'voice' is narrowed by one of talk, source, not by both")
        }
        guard let who = members["is"] else {
            throw document.failure(
                at: node, "'voice' needs 'is', the name of who it is; null takes a wrong attribution away")
        }
        let name = try document.text(who, key: "is")
        guard name != nil || who.scalar?.string.isEmpty == false else {
            throw document.failure(at: who, "'is' is empty; null takes a wrong attribution away")
        }
        let scope = Correction.VoiceScope(
            label: label, source: try text("source"), first: try text("from_passage").map { Passage.ID($0) },
            last: try text("to_passage").map { Passage.ID($0) })
        return CorrectionEntry(
            line: node.mark?.line ?? 1,
            action: .identity(
                scope, talk: try text("talk").map { Talk.ID($0) }, name: name, was: try text("was")),
            reason: try document.text(members["reason"], key: "reason"),
            author: try document.text(members["by"], key: "by"))
    }
}
