import CSQLite

/// Keeps what FTS5 is to call where C can point to it.
final class FullTextExtension<Content> {
    private let content: Content

    init(_ content: Content) {
        self.content = content
    }

    /// What FTS5 has a pointer to, while it is registered.
    static func at(_ pointer: UnsafeRawPointer) -> Content {
        Unmanaged<FullTextExtension>.fromOpaque(pointer).takeUnretainedValue().content
    }
}

extension Connection {
    /// Makes something known to FTS5, which owns it until the connection is closed.
    ///
    /// - Parameters:
    ///   - extension: What FTS5 is to call.
    ///   - name: What it is, for an error.
    ///   - create: Registers it, with the function by which FTS5 lets it go; `nil` where FTS5 takes nothing of the kind.
    func register(
        _ extension: FullTextExtension<some Any>, as name: String,
        _ create: (
            UnsafeMutablePointer<fts5_api>, UnsafeMutableRawPointer,
            _ release: @convention(c) (UnsafeMutableRawPointer?) -> Void
        ) -> Int32?
    ) throws(SQLiteError) {
        let api = try fullTextInterface()
        let kept = Unmanaged<AnyObject>.passRetained(`extension`)
        let status = create(api, kept.toOpaque()) { context in
            guard let context else { return }
            Unmanaged<AnyObject>.fromOpaque(context).release()
        }
        guard status == SQLITE_OK else {
            kept.release()
            throw SQLiteError(extendedCode: status ?? SQLITE_MISUSE, message: "FTS5 refused the \(name)")
        }
    }
}
