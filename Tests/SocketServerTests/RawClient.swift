import Sockets
import Testing

#if canImport(Darwin)
import Darwin
private let streamType = SOCK_STREAM
private let sendFlags: CInt = 0
private let writeEnd = SHUT_WR
#else
import Glibc
private let streamType = CInt(SOCK_STREAM.rawValue)
private let sendFlags = CInt(MSG_NOSIGNAL)
private let writeEnd = CInt(SHUT_WR)
#endif

/// A client that sends exactly the bytes it is given, and waits for a bounded time.
final class RawClient {
    private let descriptor: CInt
    private var isClosed = false
    private(set) var received: [UInt8] = []
    /// Whether the server has closed its side.
    private(set) var isEnded = false
    /// Whether the server took the connection.
    let isConnected: Bool
    /// Whether the connection was reset.
    private(set) var isReset = false

    init(_ address: SocketAddress, receiveBuffer: CInt? = nil) {
        descriptor = socket(AF_INET, streamType, 0)
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<CInt>.size))
        }
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = address.port.bigEndian
        inet_pton(AF_INET, address.host, &name.sin_addr)
        let number = descriptor
        isConnected = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    deinit { leave() }

    /// Closes both sides, as a program does that is ended.
    func leave() {
        guard !isClosed else { return }
        isClosed = true
        close(descriptor)
    }

    @discardableResult
    func send(_ bytes: [UInt8]) -> RawClient {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Self.system(descriptor, $0.baseAddress, $0.count, sendFlags)
            }
            guard count > 0 else { break }
            sent += count
        }
        return self
    }

    @discardableResult
    func send(_ text: String) -> RawClient { send(Array(text.utf8)) }

    /// Sends a byte that the system keeps apart from the others, and at which it stops whoever reads them.
    func sendUrgent() {
        var byte = UInt8(ascii: "!")
        #expect(Self.system(descriptor, &byte, 1, CInt(MSG_OOB)) == 1)
    }

    func closeSending() { shutdown(descriptor, writeEnd) }

    private static func system(_ number: CInt, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: CInt) -> Int {
        #if canImport(Darwin)
        Darwin.send(number, bytes, count, flags)
        #else
        Glibc.send(number, bytes, count, flags)
        #endif
    }

    /// Receives once; false when nothing came within the time or nothing more can come.
    @discardableResult
    func receive(milliseconds: CInt = 60_000) -> Bool {
        guard !isEnded else { return false }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, milliseconds) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count > 0 { received += buffer[..<count] }
        if count <= 0 { isEnded = true }
        if count < 0 { isReset = true }
        return count > 0
    }

    /// Receives until the server closes its side.
    func readToEnd() -> String {
        while receive() {}
        return String(decoding: received, as: UTF8.self)
    }

    /// The next answer; its head must have come and its content, by `Content-Length`, is waited for.
    func answer(toHEAD: Bool = false) -> Answer? {
        while true {
            if let answer = takeAnswer(toHEAD: toHEAD) { return answer }
            guard receive() else { return nil }
        }
    }

    private func takeAnswer(toHEAD: Bool) -> Answer? {
        let blank: [UInt8] = [13, 10, 13, 10]
        guard received.count >= 4,
            let end = (0...received.count - 4).first(where: { Array(received[$0..<$0 + 4]) == blank })
        else { return nil }
        let lines = String(decoding: received[..<end], as: UTF8.self).split(separator: "\r\n").map(String.init)
        guard let statusLine = lines.first else { return nil }
        let words = statusLine.split(separator: " ")
        guard words.count >= 2, let status = Int(words[1]) else { return nil }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
        }
        let hasBody = !toHEAD && status != 304 && status != 204 && status >= 200
        let length = hasBody ? Int(fields["content-length"] ?? "") ?? 0 : 0
        guard received.count >= end + 4 + length else { return nil }
        let body = Array(received[(end + 4)..<(end + 4 + length)])
        received.removeFirst(end + 4 + length)
        return Answer(version: String(words[0]), status: status, fields: fields, body: body)
    }

    struct Answer {
        var version: String
        var status: Int
        var fields: [String: String]
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }
}
