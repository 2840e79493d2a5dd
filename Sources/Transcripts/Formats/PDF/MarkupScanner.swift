/// Goes through markup tag by tag and passes over whatever it does not understand.
///
/// What Poppler writes is not always well-formed: a control character or a sign left bare must not cost the document.
struct MarkupScanner {
    /// What stands at one place.
    enum Piece {
        case open(name: String, attributes: ArraySlice<UInt8>)
        case close(name: String)
        case text(ArraySlice<UInt8>)
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next piece, or `nil` at the end.
    mutating func next() -> Piece? {
        guard index < bytes.count else { return nil }
        let start = index
        if bytes[index] == 0x3C, isTag(at: index) {
            let end = bytes[index...].firstIndex(of: 0x3E) ?? bytes.count
            index = min(end + 1, bytes.count)
            return piece(bytes[(start + 1)..<end])
        }
        index += 1
        while index < bytes.count, !(bytes[index] == 0x3C && isTag(at: index)) { index += 1 }
        return .text(bytes[start..<index])
    }

    /// Whether a `<` begins a tag, and is no sign of the text.
    private func isTag(at index: Int) -> Bool {
        guard index + 1 < bytes.count else { return false }
        let byte = bytes[index + 1]
        return byte == 0x2F || byte == 0x21 || byte == 0x3F || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }

    private func piece(_ tag: ArraySlice<UInt8>) -> Piece {
        let isClosing = tag.first == 0x2F
        let body = isClosing ? tag.dropFirst() : tag
        let name = body.prefix { $0 > 0x20 && $0 != 0x2F }
        let text = String(decoding: name, as: UTF8.self)
        return isClosing ? .close(name: text) : .open(name: text, attributes: body[name.endIndex...])
    }

    /// The number that an attribute holds; none where it is missing or no number.
    static func number(_ name: StaticString, in attributes: ArraySlice<UInt8>) -> Double? {
        let key = name.withUTF8Buffer { Array($0) } + [0x3D, 0x22]
        var index = attributes.startIndex
        while index + key.count <= attributes.endIndex {
            let isStart = index == attributes.startIndex || attributes[index - 1] <= 0x20
            if isStart, attributes[index..<(index + key.count)].elementsEqual(key) {
                let value = attributes[(index + key.count)...].prefix { $0 != 0x22 }
                guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else { return nil }
                return number
            }
            index += 1
        }
        return nil
    }

    /// A text with the signs that its references stand for.
    static func decoded(_ text: ArraySlice<UInt8>) -> String {
        guard text.contains(0x26) else { return String(decoding: text, as: UTF8.self) }
        var result: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let rest = text[index...].prefix(10)
            if text[index] == 0x26, let end = rest.firstIndex(of: 0x3B),
                let scalar = reference(text[(index + 1)..<end])
            {
                result.append(contentsOf: Array(String(Character(scalar)).utf8))
                index = end + 1
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func reference(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let text = String(decoding: name, as: UTF8.self)
        switch text {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return " "
        default: break
        }
        guard text.hasPrefix("#") else { return nil }
        let isHexadecimal = text.dropFirst().first == "x"
        let value = UInt32(text.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
        return value.flatMap(Unicode.Scalar.init)
    }
}
