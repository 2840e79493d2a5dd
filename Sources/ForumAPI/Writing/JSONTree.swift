import Bytes

/// A JSON document that this program wrote, taken apart: for answers that are a part of another answer or lay it out
/// differently.
///
/// It reads what ``JSONWriter`` writes without white space, and nothing that comes from elsewhere.
indirect enum JSONTree {
    /// A string with its quotes and escapes, a number, `true`, `false` or `null`.
    case scalar(ArraySlice<UInt8>)
    /// An array.
    case array([JSONTree])
    /// An object, its members in order.
    case object([(name: String, value: JSONTree)])

    /// What stands for a value that is absent.
    static let null = scalar(Array("null".utf8)[...])

    /// A string.
    init(text: String) {
        var writer = JSONWriter()
        writer.value(text)
        self = .scalar(writer.finish()[...])
    }

    /// Takes a document apart.
    init(_ document: [UInt8]) {
        self.init(document[...])
    }

    /// Takes a part of a text apart that is a document itself.
    init(_ document: ArraySlice<UInt8>) {
        var rest = document
        self.init(next: &rest)
    }

    private init(next rest: inout ArraySlice<UInt8>) {
        switch rest.first {
        case UInt8(ascii: "["):
            var elements: [JSONTree] = []
            Self.items(&rest) { rest in elements.append(JSONTree(next: &rest)) }
            self = .array(elements)
        case UInt8(ascii: "{"):
            var members: [(name: String, value: JSONTree)] = []
            Self.items(&rest) { rest in
                let name = Self.text(of: Self.scalar(&rest))
                rest = rest.dropFirst()
                members.append((name, JSONTree(next: &rest)))
            }
            self = .object(members)
        default: self = .scalar(Self.scalar(&rest))
        }
    }

    /// Reads what stands between two brackets, separated by commas.
    private static func items(_ rest: inout ArraySlice<UInt8>, _ item: (inout ArraySlice<UInt8>) -> Void) {
        rest = rest.dropFirst()
        while let byte = rest.first, byte != UInt8(ascii: "]"), byte != UInt8(ascii: "}") {
            if byte == UInt8(ascii: ",") { rest = rest.dropFirst() }
            item(&rest)
        }
        rest = rest.dropFirst()
    }

    private static func scalar(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = rest.startIndex
        if rest.first == UInt8(ascii: "\"") {
            end += 1
            while end < rest.endIndex, rest[end] != UInt8(ascii: "\"") {
                end += rest[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            end = min(end + 1, rest.endIndex)
        } else {
            while end < rest.endIndex, !Self.ends.contains(rest[end]) { end += 1 }
        }
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    /// What ends a number or a word.
    private static let ends: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")]

    // MARK: Reading

    /// The member of an object, or `nil` where there is none.
    subscript(_ name: String) -> JSONTree? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The elements of an array; none of anything else.
    var elements: [JSONTree] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// A scalar as text, a string without quotes and escapes; `nil` for `null` and for what is no scalar.
    var text: String? {
        guard case .scalar(let bytes) = self, bytes.first != UInt8(ascii: "n") else { return nil }
        return Self.text(of: bytes)
    }

    private static func text(of scalar: ArraySlice<UInt8>) -> String {
        guard scalar.first == UInt8(ascii: "\"") else { return String(decoding: scalar, as: UTF8.self) }
        var rest = scalar.dropFirst().dropLast()
        guard rest.contains(UInt8(ascii: "\\")) else { return String(decoding: rest, as: UTF8.self) }
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
                bytes.append(byte)
                continue
            }
            switch escape {
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "u"):
                // Only controls are written so: four digits below 0x20.
                let digits = rest.prefix(4)
                rest = rest.dropFirst(4)
                bytes.append(
                    digits.reduce(0) { value, digit in
                        guard let low = digit.hexadecimalValue else { preconditionFailure("no digit of an escape") }
                        return value << 4 | low
                    })
            default: bytes.append(escape)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension JSONWriter {
    /// Writes a document taken apart.
    mutating func tree(_ tree: JSONTree) {
        switch tree {
        case .scalar(let bytes): json(bytes)
        case .array(let elements):
            array { writer in
                for element in elements { writer.tree(element) }
            }
        case .object(let members):
            object { writer in
                for member in members {
                    writer.key(verbatim: member.name)
                    writer.tree(member.value)
                }
            }
        }
    }
}
