import Bytes
import HTTPWire

/// The bytes of a request that select its cached response.
///
/// They are target, authority and the lines of the varying fields. HEAD has the key of GET.
struct RequestKey: Sendable, Hashable {
    /// The parts, each with a mark before it that none of them can hold.
    private(set) var bytes: [UInt8] = []

    /// Makes the key of a request.
    init(_ head: RequestHead, in message: Span<UInt8>) {
        head.forEachKeyPart { mark, part in
            bytes.append(mark)
            message.extracting(part.offsets).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            return true
        }
    }

    /// Whether it is the key of that request, for which none is made.
    @inline(__always)
    func fits(_ head: RequestHead, in message: Span<UInt8>) -> Bool {
        let bytes = bytes.span
        var position = 0
        let isSame = head.forEachKeyPart { mark, part in
            let part = message.extracting(part.offsets)
            guard position + 1 + part.count <= bytes.count, bytes[position] == mark,
                bytes.extracting(position + 1..<position + 1 + part.count).isSame(as: part)
            else { return false }
            position += 1 + part.count
            return true
        }
        return isSame && position == bytes.count
    }
}

/// The hash of a request's key, made of the request itself.
///
/// It is seeded, so that nobody can know requests that collide.
struct RequestHash: Sendable {
    private let seed = UInt64.random(in: .min ... .max)
    private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

    @inline(__always)
    func value(of head: RequestHead, in message: Span<UInt8>) -> UInt64 {
        var hash = seed
        head.forEachKeyPart { mark, part in
            let part = message.extracting(part.offsets)
            // The mark and the length keep parts apart that would be the same when they are put together.
            hash = mix(mix(hash, UInt64(mark) << 32 | UInt64(part.count)), part)
            return true
        }
        return hash
    }

    /// The hash of all of a message's bytes.
    @inline(__always)
    func value(of message: Span<UInt8>) -> UInt64 { mix(mix(seed, UInt64(message.count)), message) }

    @inline(__always)
    private func mix(_ hash: UInt64, _ part: Span<UInt8>) -> UInt64 {
        guard part.count >= 8 else {
            return mix(hash, part.indices.reduce(0) { $0 << 8 | UInt64(part[$1]) })
        }
        var hash = hash
        var position = 0
        while position + 8 <= part.count {
            hash = mix(hash, part.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        // The last eight bytes, some of them for the second time.
        return mix(hash, part.bytes.unsafeLoadUnaligned(fromByteOffset: part.count - 8, as: UInt64.self))
    }

    @inline(__always)
    private func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let (high, low) = (hash ^ word ^ Self.factor).multipliedFullWidth(by: hash &+ seed | 1)
        return high ^ low &+ word
    }
}

extension RequestHead {
    /// Calls `body` with each part of the key and its mark until it returns false; returns whether it never did.
    @inline(__always) @discardableResult
    fileprivate func forEachKeyPart(_ body: (_ mark: UInt8, _ part: ByteRange) -> Bool) -> Bool {
        // Neither a target nor a field value holds such a control character, and these fields' numbers are ones.
        guard body(0, target) else { return false }
        if let authority { guard body(0, authority) else { return false } }
        guard isNegotiating else { return true }
        for line in fields where line.field.isNegotiating {
            guard body(line.field.rawValue, line.value) else { return false }
        }
        return true
    }
}
