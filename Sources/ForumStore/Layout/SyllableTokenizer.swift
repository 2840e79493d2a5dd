import KoreanText
import SQLite

/// The project's tokenizer as FTS5 knows it.
struct SyllableTokenizer: IndexTokenizer {
    /// The name in the schema.
    static let name = "rostrum"

    func forEachToken(of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        SearchTokenizer.forEachToken(of: text, body)
    }
}
