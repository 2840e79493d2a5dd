import ForumData
import ForumStore
import SocketServer
import Transcripts

/// The one place where the modules' errors become lines for a person and exit statuses.
extension CommandFailure {
    init(_ error: ForumDataError) {
        self.init(status: CommandStatus(of: error), message: error.description)
    }

    init(_ error: StoreError) {
        self.init(status: CommandStatus(of: error), message: error.description)
    }

    init(_ error: ServerError) {
        let isUsage = if case .invalidHost = error { true } else { false }
        self.init(status: isUsage ? .usage : .unavailable, message: error.description)
    }
}

extension CommandFailure {
    /// Says of what the system refuses to write why it does.
    init(writing path: String, _ error: any Error) {
        self.init(
            status: .cannotCreate,
            message: "\(path): cannot be written: \(SystemReason.describe(error)); name another folder")
    }
}

extension CommandStatus {
    init(of error: ForumDataError) {
        self =
            switch error {
            case .missing, .notAFolder, .unreadable, .noEvents, .noTranscript: .noInput
            case .invalidYAML, .invalidEventName, .identifierTaken: .configuration
            case .invalidTranscript(_, let error): CommandStatus(of: error)
            case .refusedByStrict, .nothingLoaded, .invalidPDF: .notATranscript
            }
    }

    init(of error: TranscriptError) {
        self =
            switch error {
            case .invalidEncoding: .encoding
            default: .notATranscript
            }
    }

    init(of error: StoreError) {
        self =
            switch error {
            case .folderMissing, .notPermitted: .cannotCreate
            case .loadInProgress: .temporarilyUnavailable
            default: .inputOutput
            }
    }
}
