import KoreanText
import SQLite

/// The same tokenizer while a store is built: it hands the runs of passages on to whoever counts words, so that no text is
/// taken apart twice.
final class CountingTokenizer: IndexTokenizer {
    /// The words of the passages.
    var words = WordTally()
    /// Whether what is cut now is a passage.
    var isCounting = false

    func forEachToken(of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard isCounting else { return SearchTokenizer.forEachToken(of: text, body) }
        words.addRuns(of: text) { kind, run in SearchTokenizer.forEachToken(of: kind, run, body) }
    }
}
