import Transcripts

/// Why a data folder cannot be used: what was wrong, where, and what is allowed.
public enum ForumDataError: Error, Equatable, CustomStringConvertible {
    /// There is nothing at the path.
    case missing(path: String)
    /// Something stands at the path, but it is no folder.
    case notAFolder(path: String)
    /// The operating system refused to read the path.
    case unreadable(path: String, reason: String)
    /// `events` holds no event folder.
    case noEvents(path: String)
    /// An event's folder has a name that cannot stand in an address.
    case invalidEventName(path: String)
    /// Two transcripts would give their talks the same identifiers.
    case identifierTaken(path: String, id: String)
    /// An event's folder has no transcript; the names of the files seen there instead.
    case noTranscript(path: String, found: [String])
    /// A YAML file is malformed or says something that is not allowed there.
    case invalidYAML(path: String, line: Int?, column: Int?, reason: String)
    /// A transcript could not be read as one.
    case invalidTranscript(path: String, error: TranscriptError)
    /// The text of a PDF could not be taken out.
    case invalidPDF(path: String, failure: PDFText.Failure)
    /// Nothing could be read: why, file by file.
    case nothingLoaded([LocatedDiagnostic])
    /// `--strict`: the diagnostics that were counted as failures.
    case refusedByStrict([LocatedDiagnostic])

    /// One line for a person.
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): no such file or folder; expected a data folder with events/<event-id>/transcript.<ext>"
        case .notAFolder(let path):
            "\(path): not a folder; expected a data folder with events/<event-id>/transcript.<ext>"
        case .unreadable(let path, let reason):
            "\(path): cannot be read: \(reason)"
        case .noEvents(let path):
            "\(path): holds no event; expected a folder per event with a transcript.<ext> in it"
        case .invalidEventName(let path):
            "\(path): the folder's name becomes the event's id; allowed are letters, digits, '-' and '_', at most "
                + "\(EventFolder.maximumNameLength) characters"
        case .identifierTaken(let path, let id):
            "\(path): its talks would begin with '\(id)-', as another event's do; rename one of the two folders"
        case .noTranscript(let path, let found):
            "\(path): holds no transcript; expected transcript.<ext>"
                + (found.isEmpty ? " (the folder is empty)" : ", found \(found.joined(separator: ", "))")
        case .invalidYAML(let path, let line, let column, let reason):
            "\(path)\(line.map { ":\($0)" } ?? "")\(column.map { ":\($0)" } ?? ""): \(reason)"
        case .invalidTranscript(let path, let error):
            "\(path): \(error)"
        case .invalidPDF(let path, let failure):
            "\(path): \(failure)"
        case .nothingLoaded(let diagnostics):
            "nothing was loaded: none of \(diagnostics.count) files and folders can be used"
        case .refusedByStrict(let diagnostics):
            "refused by --strict: \(diagnostics.count) of severity warning or worse, the first: "
                + (diagnostics.first.map(String.init(describing:)) ?? "none")
        }
    }
}
