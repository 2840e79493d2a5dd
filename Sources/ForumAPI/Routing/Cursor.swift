/// A place in a list, as `page.next` gives it: opaque to clients, one spelling for each place.
///
/// It carries the snapshot it belongs to and a check over the list's address, filters and order, so that it opens no
/// other list, and a made-up one opens none.
struct Cursor: Equatable, Sendable {
    /// Why a cursor opens nothing.
    enum Refusal: Error, Equatable {
        /// It is not one of this list's.
        case malformed
        /// It is of another snapshot.
        case expired
    }

    /// The number of items before the place.
    let offset: Int
    /// What a client is given.
    let token: String

    private static let snapshotDigits = 16
    private static let offsetDigits = 8
    private static let checkDigits = 16

    /// Makes the cursor of a place.
    ///
    /// - Parameter list: the list's address with its filters and order in canonical form, without the page's own
    ///   parameters.
    init(offset: Int, list: String, snapshot: String) {
        self.init(offset: offset, list: list, snapshotTag: Self.digits(Fingerprint(snapshot).folded, Self.snapshotDigits))
    }

    /// Reads a cursor that a client gave back.
    init(token: String, list: String, snapshot: String) throws(Refusal) {
        let characters = Array(token)
        guard characters.count == Self.snapshotDigits + Self.offsetDigits + Self.checkDigits,
            let offset = Int(
                String(characters[Self.snapshotDigits..<Self.snapshotDigits + Self.offsetDigits]), radix: 16)
        else { throw .malformed }
        self.init(offset: offset, list: list, snapshotTag: String(characters[..<Self.snapshotDigits]))
        guard self.token == token else { throw .malformed }
        guard self == Cursor(offset: offset, list: list, snapshot: snapshot) else { throw .expired }
    }

    private init(offset: Int, list: String, snapshotTag: String) {
        let place = snapshotTag + Self.digits(UInt64(offset.magnitude), Self.offsetDigits)
        self.offset = offset
        token = place + Self.digits(Fingerprint(list, place).folded, Self.checkDigits)
    }

    private static func digits(_ number: UInt64, _ count: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}
