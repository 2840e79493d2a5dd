/// Writes JSON into bytes, member by member, without building a tree.
///
/// The same calls give the same bytes. Text is written as it stands: Hangul and all else beyond ASCII unescaped, and only
/// `"`, `\` and the controls below U+0020 escaped (RFC 8259 §7). A writer has no way to write a number that JSON lacks.
struct JSONWriter {
    /// How the text is laid out.
    enum Layout: Sendable {
        /// No white space at all.
        case compact
        /// A member or element a line, indented by two spaces a level, with a line feed at the end of the document.
        case indented
    }

    private var bytes: [UInt8] = []
    private let layout: Layout
    private var depth = 0
    /// Whether a member or element already stands before the next one.
    private var needsComma = false
    /// Whether a member's name was written last, so that its value follows on the same line.
    private var isAfterKey = false

    /// Makes an empty document.
    init(layout: Layout = .compact, capacity: Int = 2048) {
        self.layout = layout
        bytes.reserveCapacity(capacity)
    }

    /// The document, once its one value is written.
    consuming func finish() -> [UInt8] {
        if layout == .indented { bytes.append(UInt8(ascii: "\n")) }
        return bytes
    }

    // MARK: Structure

    /// Writes an object with the members that the closure writes.
    mutating func object<Failure: Error>(_ members: (inout Self) throws(Failure) -> Void) throws(Failure) {
        open(UInt8(ascii: "{"))
        try members(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an array with the elements that the closure writes.
    mutating func array<Failure: Error>(_ elements: (inout Self) throws(Failure) -> Void) throws(Failure) {
        open(UInt8(ascii: "["))
        try elements(&self)
        close(UInt8(ascii: "]"))
    }

    /// Writes an array of strings.
    mutating func array(_ values: some Sequence<String>) {
        array { writer in
            for value in values { writer.value(value) }
        }
    }

    /// Writes the name of the member whose value is written next.
    mutating func key(_ name: StaticString) {
        beginValue()
        name.withUTF8Buffer { appendQuoted($0) }
        endKey()
    }

    /// Writes a name that is data itself, such as a language tag.
    mutating func key(verbatim name: String) {
        beginValue()
        appendQuoted(name)
        endKey()
    }

    // MARK: Values

    /// Writes a string, or `null` where there is none.
    mutating func value(_ text: String?) {
        guard let text else { return null() }
        beginValue()
        appendQuoted(text)
        needsComma = true
    }

    /// Writes UTF-8 bytes as a string.
    mutating func value(utf8 text: UnsafeBufferPointer<UInt8>) {
        beginValue()
        appendQuoted(text)
        needsComma = true
    }

    /// Writes a whole number, or `null` where there is none.
    mutating func value(_ number: Int?) {
        guard let number else { return null() }
        beginValue()
        append(number)
        needsComma = true
    }

    /// Writes a number in the shortest form that reads back as the same one; `null` for what is no number.
    mutating func value(_ number: Double) {
        guard number.isFinite else { return null() }
        if let whole = Int(exactly: number) { return value(whole) }
        beginValue()
        bytes.append(contentsOf: number.description.utf8)
        needsComma = true
    }

    /// Writes `true` or `false`.
    mutating func value(_ flag: Bool) {
        beginValue()
        append(flag ? "true" : "false")
        needsComma = true
    }

    /// Writes a string, number or word that is JSON already.
    mutating func scalar(_ json: ArraySlice<UInt8>) {
        beginValue()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// Writes `null`.
    mutating func null() {
        beginValue()
        append("null")
        needsComma = true
    }

    // MARK: Members

    /// Writes a member with a string, or `null` where there is none.
    mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        value(text)
    }

    /// Writes a member with a whole number, or `null` where there is none.
    mutating func member(_ name: StaticString, _ number: Int?) {
        key(name)
        value(number)
    }

    /// Writes a member with a number.
    mutating func member(_ name: StaticString, _ number: Double) {
        key(name)
        value(number)
    }

    /// Writes a member with `true` or `false`.
    mutating func member(_ name: StaticString, _ flag: Bool) {
        key(name)
        value(flag)
    }

    // MARK: Addresses

    /// Writes the path of something: a prefix, the percent-encoded identifier, and what follows it.
    mutating func address(_ prefix: StaticString, _ id: UnsafeBufferPointer<UInt8>, _ suffix: StaticString = "") {
        beginValue()
        bytes.append(UInt8(ascii: "\""))
        append(prefix)
        PercentEncoding.append(id, to: &bytes)
        append(suffix)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    // MARK: Bytes

    private mutating func open(_ bracket: UInt8) {
        beginValue()
        bytes.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if needsComma, layout == .indented { breakLine() }
        bytes.append(bracket)
        needsComma = true
    }

    /// Writes what stands between the value before and the one that begins here.
    private mutating func beginValue() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if layout == .indented, depth > 0 { breakLine() }
    }

    private mutating func endKey() {
        bytes.append(UInt8(ascii: ":"))
        if layout == .indented { bytes.append(UInt8(ascii: " ")) }
        isAfterKey = true
    }

    private mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ number: Int) {
        if number >= 0, number < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    private mutating func appendQuoted(_ text: String) {
        var text = text
        text.withUTF8 { appendQuoted($0) }
    }

    private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var copied = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
            bytes.append(contentsOf: text[copied..<index])
            appendEscaped(byte)
            copied = index + 1
        }
        bytes.append(contentsOf: text[copied...])
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        default:
            append("\\u00")
            bytes.append(UInt8.hexadecimalDigit(byte >> 4))
            bytes.append(UInt8.hexadecimalDigit(byte))
        }
    }
}
