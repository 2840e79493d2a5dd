import Foundation
import Proceedings

/// The files of one event: its transcripts and, if there are such, its `event.yaml` and its `corrections.yaml`.
struct EventFolder {
    /// The longest event name, in characters.
    static let maximumNameLength = 64

    let path: String
    let id: Event.ID
    /// In the order of their parts: `transcript.txt` is the first, then `transcript-2.txt` and so on.
    let transcripts: [InputFile]
    let eventFile: InputFile?
    let correctionsFile: InputFile?
    /// Files that look as if they were meant to be transcripts, and are left aside.
    let leftAside: [InputFile]

    init(path: String, name: String) throws(ForumDataError) {
        self.path = path
        let canonical = name.precomposedStringWithCanonicalMapping
        guard Self.isIdentifier(canonical) else { throw .invalidEventName(path: path) }
        id = Event.ID(canonical)
        let files = try DataFolder.names(in: path).map { InputFile(path: "\(path)/\($0)", name: $0) }
        transcripts = files.compactMap { file in Self.part(file.name).map { (part: $0, file: file) } }
            .sorted { ($0.part, $0.file.name) < ($1.part, $1.file.name) }
            .map(\.file)
        guard !transcripts.isEmpty else { throw .noTranscript(path: path, found: files.map(\.name)) }
        eventFile = files.first { $0.name == "event.yaml" }
        correctionsFile = files.first { $0.name == "corrections.yaml" }
        leftAside = files.filter { $0.name.lowercased().hasPrefix("transcript") && Self.part($0.name) == nil }
    }

    private static func isIdentifier(_ name: String) -> Bool {
        !name.isEmpty && name.count <= maximumNameLength
            && name.allSatisfy { $0.isLetter || $0.isWholeNumber || $0 == "-" || $0 == "_" }
    }

    /// Which part a file is: 1 for `transcript.<ext>`, the number for `transcript-<number>.<ext>`; `nil` for other files.
    private static func part(_ name: String) -> Int? {
        guard let match = name.wholeMatch(of: /transcript(?:-([1-9][0-9]{0,3}))?\.[A-Za-z0-9]+/) else { return nil }
        guard let digits = match.1 else { return 1 }
        return Int(digits).flatMap { $0 >= 2 ? $0 : nil }
    }
}
