import CSQLite

/// Cuts texts into tokens for FTS5.
///
/// It must cut the same text the same way every time. Each connection that reads or writes an index needs it registered.
public protocol IndexTokenizer: Sendable {
    /// Hands over the tokens of a text that is being indexed.
    ///
    /// - Parameters:
    ///   - text: The text, ill-formed UTF-8 repaired.
    ///   - body: Receives a token, and whether it stands at the place of the one before.
    func forEachToken(of text: String, _ body: (String, _ isColocated: Bool) -> Void)
}

/// Keeps a tokenizer where C can point to it.
private final class TokenizerBox {
    let tokenizer: any IndexTokenizer

    init(_ tokenizer: any IndexTokenizer) {
        self.tokenizer = tokenizer
    }
}

extension Connection {
    /// Makes a tokenizer known to FTS5 under a name.
    ///
    /// The text of a string in a MATCH expression is not cut again: it holds finished tokens, parted by single spaces, so
    /// that no text of a query is ever taken for grammar. The connection owns the tokenizer until it is closed.
    public func register(_ tokenizer: some IndexTokenizer, named name: String) throws(SQLiteError) {
        let api = try fullTextInterface()
        let box = Unmanaged.passRetained(TokenizerBox(tokenizer))
        var functions = fts5_tokenizer(
            xCreate: { context, _, _, result in
                guard let context, let result else { return SQLITE_MISUSE }
                // The registration keeps the box for as long as any index of the connection can use it.
                result.pointee = OpaquePointer(context)
                return SQLITE_OK
            },
            xDelete: { _ in },
            xTokenize: { tokenizer, context, flags, text, count, emit in
                guard let tokenizer, let emit else { return SQLITE_MISUSE }
                let box = Unmanaged<TokenizerBox>.fromOpaque(UnsafeRawPointer(tokenizer)).takeUnretainedValue()
                let bytes = UnsafeRawBufferPointer(start: text, count: text == nil ? 0 : max(0, Int(count)))
                let content = String(decoding: bytes, as: UTF8.self)
                var status = SQLITE_OK
                func hand(_ token: String, _ isColocated: Bool) {
                    guard status == SQLITE_OK else { return }
                    var token = token
                    // Offsets serve FTS5's own snippets alone, which nothing here uses.
                    status = token.withUTF8 { utf8 in
                        utf8.withMemoryRebound(to: CChar.self) { characters in
                            emit(
                                context, isColocated ? FTS5_TOKEN_COLOCATED : 0, characters.baseAddress,
                                Int32(clamping: characters.count), 0, 0)
                        }
                    }
                }
                if flags & FTS5_TOKENIZE_QUERY != 0 {
                    for token in content.split(separator: " ") { hand(String(token), false) }
                } else {
                    box.tokenizer.forEachToken(of: content, hand)
                }
                return status
            })
        guard let create = api.pointee.xCreateTokenizer else {
            box.release()
            throw SQLiteError(extendedCode: SQLITE_MISUSE, message: "FTS5 takes no tokenizers")
        }
        let status = create(api, name, box.toOpaque(), &functions) { context in
            guard let context else { return }
            Unmanaged<TokenizerBox>.fromOpaque(context).release()
        }
        guard status == SQLITE_OK else {
            box.release()
            throw SQLiteError(extendedCode: status, message: "FTS5 refused the tokenizer \(name)")
        }
    }
}
