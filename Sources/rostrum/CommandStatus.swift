/// The command's exit statuses, those of sysexits(3) where it has one.
enum CommandStatus: Int32, CaseIterable {
    case success = 0
    case usage = 64
    case notATranscript = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case inputOutput = 74
    case temporarilyUnavailable = 75
    case configuration = 78
    case encoding = 79

    /// What the status means, for the help and the documentation.
    var meaning: String {
        switch self {
        case .success: "done"
        case .usage: "the command's own words are wrong"
        case .notATranscript: "a file is no transcript, or --strict refused it"
        case .noInput: "the data folder or a file is missing or unreadable, or holds no event"
        case .unavailable: "the address cannot be listened on: the port is in use"
        case .cannotCreate: "the store, an export or its folder cannot be opened or written"
        case .inputOutput: "the store cannot be read or written: disk full, damaged, not a store"
        case .temporarilyUnavailable: "another process is loading the same store"
        case .configuration: "event.yaml, topics.yaml or the name of an event's folder is not allowed"
        case .encoding: "a file's bytes are no text in any encoding that is read"
        }
    }

    /// All statuses in one line each.
    static var summary: String {
        allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ") + "."
    }
}
