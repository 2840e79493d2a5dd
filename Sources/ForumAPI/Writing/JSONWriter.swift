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

    private var output: OutputText
    private let layout: Layout
    private var depth = 0
    /// Whether a member or element already stands before the next one.
    private var needsComma = false
    /// Whether a member's name was written last, so that its value follows on the same line.
    private var isAfterKey = false

    /// Makes an empty document.
    init(layout: Layout = .compact, capacity: Int = 2048) {
        self.layout = layout
        output = OutputText(capacity: capacity)
    }

    /// The document, once its one value is written.
    consuming func finish() -> [UInt8] {
        if layout == .indented { append(UInt8(ascii: "\n")) }
        return output.bytes
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
        let hasComma = beginValue()
        // No name in this program needs an escape.
        output.append(atMost: name.utf8CodeUnitCount + 5) { piece in
            if hasComma { piece.put(UInt8(ascii: ",")) }
            piece.put(UInt8(ascii: "\""))
            piece.put(name)
            piece.put(UInt8(ascii: "\""))
            piece.put(UInt8(ascii: ":"))
            if layout == .indented { piece.put(UInt8(ascii: " ")) }
        }
        isAfterKey = true
    }

    /// Writes a name that is data itself, such as a language tag.
    mutating func key(verbatim name: String) {
        value(name)
        append(UInt8(ascii: ":"))
        if layout == .indented { append(UInt8(ascii: " ")) }
        isAfterKey = true
    }

    // MARK: Values

    /// Writes a string, or `null` where there is none.
    mutating func value(_ text: String?) {
        guard var text else { return null() }
        text.withUTF8 { value(utf8: $0) }
    }

    /// Writes UTF-8 bytes as a string.
    mutating func value(utf8 text: UnsafeBufferPointer<UInt8>) {
        let hasComma = beginValue()
        let plain = JSONEscape.firstOffset(in: text)
        output.append(atMost: plain + 3) { piece in
            if hasComma { piece.put(UInt8(ascii: ",")) }
            piece.put(UInt8(ascii: "\""))
            piece.put(UnsafeBufferPointer(rebasing: text[..<plain]))
            if plain == text.count { piece.put(UInt8(ascii: "\"")) }
        }
        if plain < text.count { escape(UnsafeBufferPointer(rebasing: text[plain...])) }
        needsComma = true
    }

    /// Writes a whole number, or `null` where there is none.
    mutating func value(_ number: Int?) {
        guard let number else { return null() }
        let hasComma = beginValue()
        output.append(atMost: OutputText.Piece.longestNumber + 1) { piece in
            if hasComma { piece.put(UInt8(ascii: ",")) }
            piece.put(number)
        }
        needsComma = true
    }

    /// Writes a number in the shortest form that reads back as the same one; `null` for what is no number.
    mutating func value(_ number: Double) {
        guard number.isFinite else { return null() }
        if let whole = Int(exactly: number) { return value(whole) }
        var digits = number.description
        digits.withUTF8 { verbatim($0) }
    }

    /// Writes `true` or `false`.
    mutating func value(_ flag: Bool) {
        verbatim(flag ? "true" : "false")
    }

    /// Writes a string, number or word that is JSON already.
    mutating func scalar(_ json: ArraySlice<UInt8>) {
        json.withUnsafeBufferPointer { verbatim($0) }
    }

    /// Writes `null`.
    mutating func null() {
        verbatim("null")
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
        let hasComma = beginValue()
        let length = prefix.utf8CodeUnitCount + PercentEncoding.longest * id.count + suffix.utf8CodeUnitCount + 3
        output.append(atMost: length) { piece in
            if hasComma { piece.put(UInt8(ascii: ",")) }
            piece.put(UInt8(ascii: "\""))
            piece.put(prefix)
            PercentEncoding.encode(id) { piece.put($0) }
            piece.put(suffix)
            piece.put(UInt8(ascii: "\""))
        }
        needsComma = true
    }

    // MARK: Bytes

    private mutating func open(_ bracket: UInt8) {
        let hasComma = beginValue()
        output.append(atMost: 2) { piece in
            if hasComma { piece.put(UInt8(ascii: ",")) }
            piece.put(bracket)
        }
        depth += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if needsComma, layout == .indented { breakLine() }
        append(bracket)
        needsComma = true
    }

    /// Makes ready for a value, on a line of its own where the layout says so.
    ///
    /// - Returns: Whether a comma has still to be written, in one piece with the value.
    private mutating func beginValue() -> Bool {
        if isAfterKey {
            isAfterKey = false
            return false
        }
        guard layout == .indented, depth > 0 else { return needsComma }
        if needsComma { append(UInt8(ascii: ",")) }
        breakLine()
        return false
    }

    private mutating func breakLine() {
        let indentation = depth * 2
        output.append(atMost: indentation + 1) { piece in
            piece.put(UInt8(ascii: "\n"))
            for _ in 0..<indentation { piece.put(UInt8(ascii: " ")) }
        }
    }

    private mutating func append(_ byte: UInt8) {
        output.append(atMost: 1) { $0.put(byte) }
    }

    private mutating func verbatim(_ literal: StaticString) {
        literal.withUTF8Buffer { verbatim($0) }
    }

    private mutating func verbatim(_ text: UnsafeBufferPointer<UInt8>) {
        let hasComma = beginValue()
        output.append(atMost: text.count + 1) { piece in
            if hasComma { piece.put(UInt8(ascii: ",")) }
            piece.put(text)
        }
        needsComma = true
    }

    /// Writes the rest of a string from the first byte that must be escaped, closing quote included.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        output.append(atMost: JSONEscape.longest * text.count + 1) { piece in
            for byte in text { JSONEscape.put(byte, into: &piece) }
            piece.put(UInt8(ascii: "\""))
        }
    }
}
