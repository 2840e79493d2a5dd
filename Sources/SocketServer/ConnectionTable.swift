import HTTPWire
import Sockets

/// A shard's connections by token; a token is never used for a second connection, so a late event or response finds nobody.
struct ConnectionTable {
    private var slots: [Connection?] = []
    private var generations: [UInt32] = []
    private var free: [Int] = []

    /// The number of connections.
    private(set) var count = 0

    /// The connection of a token, if it is still there.
    subscript(token: UInt64) -> Connection? {
        let slot = Int(token & 0xffff_ffff)
        guard slot < slots.count, generations[slot] == UInt32(token >> 32) else { return nil }
        return slots[slot]
    }

    /// All connections.
    var all: [Connection] { slots.compactMap(\.self) }

    /// Makes a connection of a socket and gives it a token.
    mutating func insert(_ socket: consuming StreamSocket, state: ConnectionState) -> Connection {
        let slot: Int
        if let reused = free.popLast() {
            slot = reused
        } else {
            slot = slots.count
            slots.append(nil)
            generations.append(0)
        }
        let token = UInt64(generations[slot]) << 32 | UInt64(slot)
        let connection = Connection(socket: socket, token: token, state: state)
        slots[slot] = connection
        count += 1
        return connection
    }

    /// Forgets a connection; it closes when nobody holds it any more.
    mutating func remove(_ token: UInt64) {
        let slot = Int(token & 0xffff_ffff)
        guard slot < slots.count, generations[slot] == UInt32(token >> 32), slots[slot] != nil else { return }
        slots[slot] = nil
        generations[slot] &+= 1
        free.append(slot)
        count -= 1
    }
}
