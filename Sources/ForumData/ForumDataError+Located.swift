import Proceedings

extension ForumDataError {
    /// The file or folder that cannot be used, where it is one.
    var path: String? {
        switch self {
        case .missing(let path), .notAFolder(let path), .unreadable(let path, _), .noEvents(let path),
            .invalidEventName(let path), .identifierTaken(let path, _), .noTranscript(let path, _),
            .invalidYAML(let path, _, _, _), .invalidTranscript(let path, _), .invalidPDF(let path, _):
            path
        case .nothingLoaded, .refusedByStrict: nil
        }
    }

    /// The diagnostic of a file that could not be read while the others were.
    var located: LocatedDiagnostic {
        let path = path ?? ""
        var (line, column): (Int?, Int?) = (nil, nil)
        var message = description
        if case .invalidYAML(_, let first, let second, let reason) = self {
            (line, column, message) = (first, second, reason)
        } else if message.hasPrefix("\(path): ") {
            message = String(message.dropFirst(path.count + 2))
        }
        return LocatedDiagnostic(
            path: path,
            diagnostic: Diagnostic(
                severity: .error, code: .unreadableFile, line: line, column: column, message: message))
    }
}
