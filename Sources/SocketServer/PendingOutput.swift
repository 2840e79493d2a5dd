/// What is still to be sent on a connection, in order; long contents are shared with whoever made them.
struct PendingOutput {
    private var pieces: [ArraySlice<UInt8>] = []

    var isEmpty: Bool { pieces.isEmpty }

    /// The piece to send first.
    var first: ArraySlice<UInt8> { pieces.first ?? [] }

    mutating func append(_ piece: ArraySlice<UInt8>) {
        if !piece.isEmpty { pieces.append(piece) }
    }

    /// Forgets what of the first piece has been sent.
    mutating func removeFirst(_ count: Int) {
        guard let piece = pieces.first else { return }
        if count >= piece.count {
            pieces.removeFirst()
        } else {
            pieces[0] = piece.dropFirst(count)
        }
    }
}
