import Proceedings

/// A diagnostic with the file that it is about.
public struct LocatedDiagnostic: Hashable, Sendable, CustomStringConvertible {
    /// The file's path.
    public var path: String
    /// What was found there.
    public var diagnostic: Diagnostic

    /// Puts a diagnostic in its place.
    public init(path: String, diagnostic: Diagnostic) {
        self.path = path
        self.diagnostic = diagnostic
    }

    /// One line in the form that compilers use: `path:line:column: severity: message [code]`.
    public var description: String {
        let line = diagnostic.line.map { ":\($0)" } ?? ""
        let column = diagnostic.column.map { ":\($0)" } ?? ""
        return "\(path)\(line)\(column): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]"
    }
}
