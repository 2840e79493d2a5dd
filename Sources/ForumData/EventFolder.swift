import Foundation
import Proceedings

/// The files of one event: `transcript.<ext>` and, if there is one, `event.yaml`.
struct EventFolder {
    /// The longest event name, in characters.
    static let maximumNameLength = 64

    let id: Event.ID
    /// In the order of their names: `transcript.txt`, then `transcript-2.txt` and so on.
    let transcripts: [InputFile]
    let description: InputFile?

    init(path: String, name: String) throws(ForumDataError) {
        let canonical = name.precomposedStringWithCanonicalMapping
        guard Self.isIdentifier(canonical) else { throw .invalidEventName(path: path) }
        id = Event.ID(canonical)
        let names = try DataFolder.names(in: path)
        transcripts = names.filter(Self.isTranscript).map { InputFile(path: "\(path)/\($0)", name: $0) }
        guard !transcripts.isEmpty else { throw .noTranscript(path: path, found: names) }
        description =
            names.contains("event.yaml") ? InputFile(path: "\(path)/event.yaml", name: "event.yaml") : nil
    }

    private static func isIdentifier(_ name: String) -> Bool {
        !name.isEmpty && name.count <= maximumNameLength
            && name.allSatisfy { $0.isLetter || $0.isWholeNumber || $0 == "-" || $0 == "_" }
    }

    /// `transcript.<ext>` or `transcript-<number>.<ext>`.
    private static func isTranscript(_ name: String) -> Bool {
        guard name.hasPrefix("transcript"), let dot = name.lastIndex(of: "."), name.index(after: dot) < name.endIndex
        else { return false }
        let number = name[..<dot].dropFirst("transcript".count)
        return number.isEmpty || (number.first == "-" && Int(number.dropFirst()) != nil)
    }
}
