import HTTPWire

/// What is still to be sent on a connection, in order; long contents are shared with whoever made them.
struct PendingOutput {
    private enum Piece {
        case bytes(ArraySlice<UInt8>)
        /// To be read when its turn comes.
        case source(any ContentSource, Range<Int>)
    }

    private var pieces: [Piece] = []

    var isEmpty: Bool { pieces.isEmpty }

    mutating func append(_ piece: ArraySlice<UInt8>) {
        if !piece.isEmpty { pieces.append(.bytes(piece)) }
    }

    mutating func append(_ source: any ContentSource, _ range: Range<Int>) {
        if !range.isEmpty { pieces.append(.source(source, range)) }
    }

    /// The piece to send first, at least one byte; `nil` where it cannot be read, or nothing is left.
    mutating func next() -> ArraySlice<UInt8>? {
        guard let first = pieces.first else { return nil }
        switch first {
        case .bytes(let bytes): return bytes
        case .source(let source, let range):
            let part = range.prefix(ServerConfiguration.sourcePiece)
            let bytes = source.read(part.startIndex..<part.endIndex)
            guard bytes.count == part.count else { return nil }
            let rest = part.endIndex..<range.upperBound
            pieces[0] = .bytes(bytes[...])
            if !rest.isEmpty { pieces.insert(.source(source, rest), at: 1) }
            return bytes[...]
        }
    }

    /// Forgets what of the first piece, which `next` has given, has been sent.
    mutating func removeFirst(_ count: Int) {
        guard case .bytes(let piece) = pieces.first else { return }
        if count >= piece.count {
            pieces.removeFirst()
        } else {
            pieces[0] = .bytes(piece.dropFirst(count))
        }
    }
}
