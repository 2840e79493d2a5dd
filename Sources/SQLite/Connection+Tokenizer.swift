import CSQLite

/// Cuts texts into tokens for FTS5.
///
/// It must cut the same text the same way every time. Each connection that reads or writes an index needs it registered.
public protocol IndexTokenizer {
    /// Hands over the tokens of a text that is being indexed.
    ///
    /// - Parameters:
    ///   - text: The text in UTF-8, as it was bound.
    ///   - body: Receives a token in UTF-8.
    func forEachToken(of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
}

/// Hands tokens to FTS5 until it refuses one.
private struct Emission {
    let emit: @convention(c) (UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32) -> Int32
    let context: UnsafeMutableRawPointer?
    var status = SQLITE_OK

    @inline(__always)
    mutating func hand(_ token: UnsafeBufferPointer<UInt8>) {
        guard status == SQLITE_OK, let start = token.baseAddress else { return }
        // Offsets serve FTS5's own snippets alone, which nothing here uses.
        status = UnsafeRawPointer(start).withMemoryRebound(to: CChar.self, capacity: token.count) {
            emit(context, 0, $0, Int32(clamping: token.count), 0, 0)
        }
    }
}

extension Connection {
    /// Makes a tokenizer known to FTS5 under a name.
    ///
    /// The text of a string in a MATCH expression is not cut again: it holds finished tokens, parted by single spaces, so
    /// that no text of a query is ever taken for grammar. The connection owns the tokenizer until it is closed.
    public func register(_ tokenizer: some IndexTokenizer, named name: String) throws(SQLiteError) {
        var functions = fts5_tokenizer(
            xCreate: { context, _, _, result in
                guard let context, let result else { return SQLITE_MISUSE }
                // The registration keeps the tokenizer for as long as any index of the connection can use it.
                result.pointee = OpaquePointer(context)
                return SQLITE_OK
            },
            xDelete: { _ in },
            xTokenize: { tokenizer, context, flags, text, count, emit in
                guard let tokenizer, let emit else { return SQLITE_MISUSE }
                let own = FullTextExtension<any IndexTokenizer>.at(UnsafeRawPointer(tokenizer))
                let length = text == nil ? 0 : max(0, Int(count))
                return UnsafeRawBufferPointer(start: text, count: length).withMemoryRebound(to: UInt8.self) { content in
                    var emission = Emission(emit: emit, context: context)
                    if flags & FTS5_TOKENIZE_QUERY != 0 {
                        for token in content.split(separator: UInt8(ascii: " ")) {
                            emission.hand(UnsafeBufferPointer(rebasing: token))
                        }
                    } else {
                        own.forEachToken(of: content) { emission.hand($0) }
                    }
                    return emission.status
                }
            })
        try register(FullTextExtension<any IndexTokenizer>(tokenizer), as: "tokenizer \(name)") {
            api, context, release in
            api.pointee.xCreateTokenizer?(api, name, context, &functions, release)
        }
    }
}
