/// A text in JSON (RFC 8259) as a flat list of values with their places, read up to the first fault.
///
/// Every passage needs the line it stands on, and a file that was cut off is still of use: so it is read here and not by Foundation. What
/// programs write beside the standard is taken too: `NaN`, a comma before a closing bracket, line breaks inside strings, and several values one
/// after another (JSON Lines), all of which ``roots`` names.
struct JSONScanner {
    /// What kind of value a node is.
    enum Kind: UInt8 {
        case object, array, string, key, number, literal
    }

    /// A value or a key.
    struct Node {
        var kind: Kind
        /// Where it begins in the text, in bytes; a string's is its quotation mark.
        @Compact var start: Int
        /// Where it ends, exclusive; a string's after its quotation mark.
        @Compact var end: Int
        /// The node after this value and all that it holds.
        @Compact var next: Int
    }

    /// What was wrong, and where.
    struct Fault: Error, Hashable {
        /// The byte.
        var offset: Int
        /// What was expected there.
        var expected: String
    }

    /// How many values may stand inside one another.
    static let greatestDepth = 64

    /// The text.
    let bytes: [UInt8]
    /// The values and keys, each before what it holds.
    private(set) var nodes: [Node] = []
    /// The values that stand in no other.
    private(set) var roots: [Int] = []
    /// Where reading ended before the text did.
    private(set) var fault: Fault?

    private var index = 0

    /// Reads a text.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        do throws(Fault) {
            skipBlanks()
            repeat {
                roots.append(nodes.count)
                try readValue()
                skipBlanks()
                if byte == 0x2C { advance() }
            } while byte == 0x7B || byte == 0x5B
            if byte != nil { throw Fault(offset: index, expected: "the end of the text") }
        } catch {
            fault = error
        }
        if let last = roots.last, last >= nodes.count { roots.removeLast() }
    }

    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func advance() {
        index += 1
        skipBlanks()
    }

    private mutating func skipBlanks() {
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    }

    private func expected(_ what: String) -> Fault { Fault(offset: index, expected: what) }

    private mutating func open(_ kind: Kind) -> Int {
        nodes.append(Node(kind: kind, start: index, end: bytes.count, next: 0))
        return nodes.count - 1
    }

    private mutating func close(_ node: Int) {
        nodes[node].end = index
        nodes[node].next = nodes.count
    }

    /// Reads a value without recursion: the open objects and arrays stand in a list.
    private mutating func readValue() throws(Fault) {
        var open: [Int] = []
        // What a fault leaves open ends where the text was left.
        defer { for node in open.reversed() { close(node) } }
        repeat {
            skipBlanks()
            if let inner = open.last, byte == (nodes[inner].kind == .object ? 0x7D : 0x5D) {
                index += 1
                close(inner)
                open.removeLast()
            } else {
                if let inner = open.last, nodes[inner].kind == .object { try readKey() }
                if byte == 0x7B || byte == 0x5B {
                    guard open.count < Self.greatestDepth else {
                        throw expected("at most \(Self.greatestDepth) values inside one another")
                    }
                    open.append(self.open(byte == 0x7B ? .object : .array))
                    index += 1
                    continue
                }
                try readScalar()
            }
            if let inner = open.last { try readComma(in: nodes[inner].kind) }
        } while !open.isEmpty
    }

    private mutating func readComma(in kind: Kind) throws(Fault) {
        skipBlanks()
        if byte == 0x2C {
            index += 1
        } else if byte != (kind == .object ? 0x7D : 0x5D) {
            throw expected(kind == .object ? "“,” or “}”" : "“,” or “]”")
        }
    }

    private mutating func readKey() throws(Fault) {
        guard byte == 0x22 else { throw expected("a key in quotation marks or “}”") }
        try readString(.key)
        skipBlanks()
        guard byte == 0x3A else { throw expected("“:” after a key") }
        advance()
    }

    private mutating func readScalar() throws(Fault) {
        switch byte ?? 0 {
        case 0x22: try readString(.string)
        case 0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
            let start = index
            while let byte, Self.isOfWord(byte) { index += 1 }
            let word = bytes[start..<index]
            let isNumber = JSONNumber.isOne(word)
            guard isNumber || Self.literals.contains(String(decoding: word, as: UTF8.self)) else {
                index = start
                throw expected("a value")
            }
            nodes.append(Node(kind: isNumber ? .number : .literal, start: start, end: index, next: nodes.count + 1))
        default: throw expected("a value")
        }
    }

    private static let literals: Set<String> = ["true", "false", "null", "NaN", "Infinity", "-Infinity"]

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2B, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private mutating func readString(_ kind: Kind) throws(Fault) {
        let node = open(kind)
        index += 1
        while let byte, byte != 0x22 { index += byte == 0x5C ? 2 : 1 }
        guard index < bytes.count else {
            index = bytes.count
            // A key that was cut off is none; of a text what is there is kept.
            if kind == .key { nodes.removeLast() } else { close(node) }
            throw expected("“\"” at the end of a string")
        }
        index += 1
        close(node)
    }
}

/// How JSON and its kin write numbers.
enum JSONNumber {
    /// Whether a word is a number: a sign, digits with or without a point among them, an exponent.
    static func isOne(_ word: some Collection<UInt8>) -> Bool {
        var (digits, points, hasExponent) = (0, 0, false)
        var previous: UInt8 = 0
        for byte in word {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x2E where points == 0 && !hasExponent: points += 1
            case 0x65 where digits > 0 && !hasExponent, 0x45 where digits > 0 && !hasExponent: hasExponent = true
            case 0x2D where previous == 0 || previous | 0x20 == 0x65, 0x2B where previous | 0x20 == 0x65: break
            default: return false
            }
            previous = byte
        }
        return digits > 0 && (0x30...0x39).contains(previous)
    }
}
