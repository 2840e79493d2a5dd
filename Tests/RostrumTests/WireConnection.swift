#if canImport(Darwin)
import Darwin
private let streamType = SOCK_STREAM
private let sendFlags: CInt = 0
#else
import Glibc
private let streamType = CInt(SOCK_STREAM.rawValue)
private let sendFlags = CInt(MSG_NOSIGNAL)
#endif

/// A connection to the loopback that sends exactly what it is given; nothing is waited for longer than ten seconds.
final class WireConnection {
    private let descriptor: CInt
    private var received: [UInt8] = []

    /// Connects; `nil` where nobody listens.
    init?(_ port: UInt16) {
        descriptor = socket(AF_INET, streamType, 0)
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Sends it all, as far as the server takes it.
    func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { bytes in
                #if canImport(Darwin)
                Darwin.send(descriptor, bytes.baseAddress, bytes.count, sendFlags)
                #else
                Glibc.send(descriptor, bytes.baseAddress, bytes.count, sendFlags)
                #endif
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private func receive() -> Bool {
        var piece = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &piece, piece.count, 0)
        guard count > 0 else { return false }
        received += piece[..<count]
        return true
    }

    /// What comes until the server closes.
    func readToEnd() -> String {
        while receive() {}
        defer { received = [] }
        return String(decoding: received, as: UTF8.self)
    }

    /// Asks for a target and takes the answer, whose content is as long as it says; status 0 where none comes.
    func ask(_ target: String) -> (status: Int, text: String) {
        send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        return answer()
    }

    /// Takes the next answer, whose content is as long as it says; status 0 where none comes.
    func answer() -> (status: Int, text: String) {
        while true {
            if let end = received.indices.first(where: { received[$0...].starts(with: [13, 10, 13, 10]) }) {
                let head = String(decoding: received[..<end], as: UTF8.self)
                let length = head.firstMatch(of: /Content-Length: ([0-9]+)/).flatMap { Int($0.1) } ?? 0
                if received.count >= end + 4 + length {
                    let text = String(decoding: received[(end + 4)..<(end + 4 + length)], as: UTF8.self)
                    received.removeFirst(end + 4 + length)
                    return (Int(head.split(separator: " ")[1]) ?? 0, text)
                }
            }
            guard receive() else { return (0, "") }
        }
    }
}
