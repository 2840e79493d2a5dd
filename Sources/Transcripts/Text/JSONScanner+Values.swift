extension JSONScanner {
    /// The values of an array, in order; of nothing else.
    func items(_ node: Int?) -> [Int] {
        guard let node, nodes[node].kind == .array else { return [] }
        var items: [Int] = []
        var child = node + 1
        while child < nodes[node].next {
            items.append(child)
            child = nodes[child].next
        }
        return items
    }

    /// The keys of an object with their values, in order.
    func members(_ node: Int?) -> [(key: String, value: Int)] {
        guard let node, nodes[node].kind == .object else { return [] }
        var members: [(String, Int)] = []
        var child = node + 1
        while child < nodes[node].next {
            let value = nodes[child].next
            // After a key that was cut off stands no value.
            guard nodes[child].kind == .key, value < nodes[node].next else { break }
            members.append((text(child), value))
            child = nodes[value].next
        }
        return members
    }

    /// The value of a key of an object, the first of several.
    func value(_ node: Int?, _ key: StaticString) -> Int? {
        guard let node, nodes[node].kind == .object else { return nil }
        var child = node + 1
        while child < nodes[node].next {
            let value = nodes[child].next
            guard nodes[child].kind == .key, value < nodes[node].next else { return nil }
            if isNamed(child, key) { return nodes[value].kind == .literal && isNull(value) ? nil : value }
            child = nodes[value].next
        }
        return nil
    }

    /// The value of the first of some keys that an object has.
    func value(_ node: Int?, _ keys: [StaticString]) -> Int? {
        for key in keys { if let value = value(node, key) { return value } }
        return nil
    }

    private func isNamed(_ node: Int, _ key: StaticString) -> Bool {
        let (start, end) = (nodes[node].start + 1, nodes[node].end - 1)
        guard end - start == key.utf8CodeUnitCount else { return false }
        return key.withUTF8Buffer { bytes[start..<end].elementsEqual($0) }
    }

    private func isNull(_ node: Int) -> Bool {
        let first = bytes[nodes[node].start]
        return first != 0x74 && first != 0x66
    }

    /// Whether a value is `true`.
    func isTrue(_ node: Int?) -> Bool {
        node.map { nodes[$0].kind == .literal && bytes[nodes[$0].start] == 0x74 } ?? false
    }

    /// A string as it reads, a number as it is written; nothing for the rest.
    func label(_ node: Int?) -> String? {
        guard let node else { return nil }
        switch nodes[node].kind {
        case .string, .key: return text(node)
        case .number: return written(node)
        case .object, .array, .literal: return nil
        }
    }

    /// A string as it reads.
    func string(_ node: Int?) -> String? {
        guard let node, nodes[node].kind == .string else { return nil }
        return text(node)
    }

    /// A value as it is written.
    func written(_ node: Int) -> String { String(decoding: bytes[nodes[node].start..<nodes[node].end], as: UTF8.self) }

    /// The text of a string without its quotation marks, its escapes resolved; half a surrogate pair becomes U+FFFD.
    private func text(_ node: Int) -> String {
        let start = nodes[node].start + 1
        var end = nodes[node].end
        // A string that was cut off has no quotation mark at its end.
        if end > start, bytes[end - 1] == 0x22, !isEscaped(end - 1, from: start) { end -= 1 }
        guard end > start else { return "" }
        guard bytes[start..<end].contains(0x5C) else { return String(decoding: bytes[start..<end], as: UTF8.self) }
        var units: [UInt8] = []
        units.reserveCapacity(end - start)
        var index = start
        while index < end {
            guard bytes[index] == 0x5C else {
                units.append(bytes[index])
                index += 1
                continue
            }
            index += 1
            guard index < end else { break }
            if bytes[index] == 0x75 {
                units.append(contentsOf: Array(String(escaped(&index, before: end)).utf8))
            } else {
                units.append(Self.plain(bytes[index]))
                index += 1
            }
        }
        return String(decoding: units, as: UTF8.self)
    }

    /// Whether an odd number of backslashes stands before a byte.
    private func isEscaped(_ place: Int, from start: Int) -> Bool {
        var count = 0
        while place - count - 1 >= start, bytes[place - count - 1] == 0x5C { count += 1 }
        return !count.isMultiple(of: 2)
    }

    private static func plain(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x62, 0x66: 0x20
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        default: byte
        }
    }

    /// Reads `u` and four digits, and the other half of a surrogate pair where it follows.
    private func escaped(_ index: inout Int, before end: Int) -> Unicode.Scalar {
        guard let first = unit(index, before: end) else {
            index += 1
            return "\u{FFFD}"
        }
        index += 5
        if first & 0xFC00 == 0xD800, index + 1 < end, bytes[index] == 0x5C, bytes[index + 1] == 0x75,
            let second = unit(index + 1, before: end), second & 0xFC00 == 0xDC00
        {
            index += 6
            return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)) ?? "\u{FFFD}"
        }
        return Unicode.Scalar(first) ?? "\u{FFFD}"
    }

    /// The value of the four hexadecimal digits after a `u`.
    private func unit(_ index: Int, before end: Int) -> UInt32? {
        guard index + 4 < end else { return nil }
        var value: UInt32 = 0
        for byte in bytes[(index + 1)...(index + 4)] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | (UInt32(byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return value
    }
}
