import Bytes

/// The text of a YAML file: checked before it is parsed, and asked where in it something stands.
///
/// Lines and columns are those of libyaml, from 1: a column is a Unicode scalar, and NEL, LS and PS end a line, too.
struct YAMLSource {
    /// Something in the text that is not allowed, and where.
    struct Fault: Error, Equatable {
        /// The line, from 1.
        var line: Int
        /// The column in Unicode scalars, from 1.
        var column: Int
        /// What is wrong and what is allowed.
        var reason: String
    }

    private let bytes: [UInt8]

    /// Takes the text of a file, which is UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Refuses what must not reach a YAML parser: characters that YAML does not allow, and aliases.
    ///
    /// An alias stands for a value that was written before, so that a few hundred bytes can mean billions of values.
    func check() throws(Fault) {
        var anchors: Set<ArraySlice<UInt8>> = []
        for position in bytes.indices {
            switch bytes[position] {
            case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: throw control(at: position)
            case 0xC2 where 0x80..<0xA0 ~= byte(position + 1) && byte(position + 1) != 0x85:
                throw control(at: position)
            case UInt8(ascii: "&"): if let name = name(behind: position) { anchors.insert(name) }
            case UInt8(ascii: "*"):
                guard let name = name(behind: position), anchors.contains(name) else { continue }
                throw fault(
                    at: position,
                    "'*\(String(decoding: name, as: UTF8.self))' is an alias, which is not read here; "
                        + "write the value itself")
            default: continue
            }
        }
    }

    /// Where a double-quoted scalar escapes a control character, other than a tab or a line feed.
    ///
    /// - Parameter line: The line of the scalar, or of the tag or anchor in front of it.
    /// - Parameter column: The column of the same.
    func escapedControl(fromLine line: Int, column: Int) -> Fault? {
        guard let start = offset(line: line, column: column),
            var position = bytes[start...].firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] == UInt8(ascii: "\\") else {
                position += 1
                continue
            }
            let (value, length) = escape(at: position)
            if let value, Self.isRefused(value) { return control(value, at: position) }
            position += length
        }
        return nil
    }

    /// Whether a text holds a control character that is neither a tab nor a line feed.
    static func hasControl(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for position in bytes.indices {
                let byte = bytes[position]
                if byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F { return true }
                if byte == 0xC2, bytes[position + 1] < 0xA0 { return true }
            }
            return false
        }
    }

    private static func isRefused(_ value: UInt32) -> Bool {
        value < 0x20 && value != 0x09 && value != 0x0A || 0x7F..<0xA0 ~= value
    }

    // MARK: Anchors and aliases

    /// The name of an anchor or alias whose sign stands at a position; `nil` where none can begin there.
    private func name(behind sign: Int) -> ArraySlice<UInt8>? {
        guard mayBeginToken(sign) else { return nil }
        let name = bytes[(sign + 1)...].prefix {
            ByteSet.unreserved.contains($0) && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "~")
        }
        return name.isEmpty ? nil : name
    }

    /// Whether a token can begin at a position: behind white space, a line's end, an indicator or a quoted scalar.
    ///
    /// What stands in a quoted or plain scalar in such a place is taken for a token, too; only a name that is both behind `&`
    /// and, later, behind `*` is refused for it.
    private func mayBeginToken(_ position: Int) -> Bool {
        guard position > 0 else { return true }
        switch bytes[position - 1] {
        case 0x00...0x20: return true
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","),
            UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            return true
        // The last bytes of NEL, LS, PS and the byte order mark; of other characters as well, which is no harm.
        case 0x85, 0xA8, 0xA9, 0xBF: return true
        default: return false
        }
    }

    // MARK: Escapes

    /// The value of the escape that begins at a position, where it is a number or a control character, and its length.
    private func escape(at position: Int) -> (value: UInt32?, length: Int) {
        switch byte(position + 1) {
        case UInt8(ascii: "x"): (number(at: position + 2, digits: 2), 4)
        case UInt8(ascii: "u"): (number(at: position + 2, digits: 4), 6)
        case UInt8(ascii: "U"): (number(at: position + 2, digits: 8), 10)
        case UInt8(ascii: "0"): (0x00, 2)
        case UInt8(ascii: "a"): (0x07, 2)
        case UInt8(ascii: "b"): (0x08, 2)
        case UInt8(ascii: "v"): (0x0B, 2)
        case UInt8(ascii: "f"): (0x0C, 2)
        case UInt8(ascii: "r"): (0x0D, 2)
        case UInt8(ascii: "e"): (0x1B, 2)
        case UInt8(ascii: "N"): (0x85, 2)
        default: (nil, 2)
        }
    }

    private func number(at position: Int, digits: Int) -> UInt32? {
        var value: UInt32 = 0
        for place in position..<position + digits {
            guard let digit = byte(place).hexadecimalValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// The byte at a position; 0 behind the end.
    private func byte(_ position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

    // MARK: Places

    private func control(at position: Int) -> Fault {
        control(bytes[position] == 0xC2 ? UInt32(byte(position + 1)) : UInt32(bytes[position]), at: position)
    }

    private func control(_ value: UInt32, at position: Int) -> Fault {
        let digits = String(value + 0x1_0000, radix: 16, uppercase: true).dropFirst()
        return fault(
            at: position, "U+\(digits) is a control character; allowed are tabs and line breaks, and no others")
    }

    private func fault(at position: Int, _ reason: String) -> Fault {
        var (line, column) = (1, 1)
        walk { offset, isBreak in
            guard offset < position else { return false }
            (line, column) = isBreak ? (line + 1, 1) : (line, column + 1)
            return true
        }
        return Fault(line: line, column: column, reason: reason)
    }

    private func offset(line: Int, column: Int) -> Int? {
        var found: Int?
        var (present, place) = (1, 1)
        walk { offset, isBreak in
            guard (present, place) != (line, column) else {
                found = offset
                return false
            }
            (present, place) = isBreak ? (present + 1, 1) : (present, place + 1)
            return present <= line
        }
        return found
    }

    /// Goes through the scalars, with where each begins and whether it ends a line, until `visit` returns false.
    private func walk(_ visit: (_ offset: Int, _ isBreak: Bool) -> Bool) {
        var offset = 0
        while offset < bytes.count {
            let first = bytes[offset]
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            let isBreak =
                switch first {
                case 0x0A: true
                case 0x0D: byte(offset + 1) != 0x0A
                case 0xC2: byte(offset + 1) == 0x85
                case 0xE2: byte(offset + 1) == 0x80 && 0xA8...0xA9 ~= byte(offset + 2)
                default: false
                }
            guard visit(offset, isBreak) else { return }
            offset += length
        }
    }
}
