/// Lays a JSON document out for reading: a member or element a line, indented by two spaces a level, with a line feed at
/// the end.
enum JSONIndentation {
    /// The document with white space.
    ///
    /// - Parameter document: A well-formed document without white space, as ``JSONWriter`` writes it.
    static func apply(to document: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(document.count * 2)
        var depth = 0
        var isInString = false
        var isEscaped = false
        func breakLine() {
            bytes.append(UInt8(ascii: "\n"))
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(0, depth)))
        }
        for (index, byte) in document.enumerated() {
            if isInString {
                bytes.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                bytes.append(byte)
                depth += 1
                let next = index + 1 < document.count ? document[index + 1] : 0
                // Brackets with nothing between stay together.
                if next != UInt8(ascii: "}"), next != UInt8(ascii: "]") { breakLine() }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                let previous = index > 0 ? document[index - 1] : 0
                if previous != UInt8(ascii: "{"), previous != UInt8(ascii: "[") { breakLine() }
                bytes.append(byte)
            case UInt8(ascii: ","):
                bytes.append(byte)
                breakLine()
            case UInt8(ascii: ":"):
                bytes.append(byte)
                bytes.append(UInt8(ascii: " "))
            default:
                isInString = byte == UInt8(ascii: "\"")
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }
}
