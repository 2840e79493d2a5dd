import ForumStore

/// Writes JSON into bytes, member by member, without building a tree.
///
/// The same calls give the same bytes. Text is written as it stands: Hangul and all else beyond ASCII unescaped, and only
/// `"`, `\` and the controls below U+0020 escaped (RFC 8259 §7). A writer has no way to write a number that JSON lacks.
struct JSONWriter: ~Copyable {
    /// How the text is laid out.
    enum Layout: Sendable {
        /// No white space at all.
        case compact
        /// A member or element a line, indented by two spaces a level, with a line feed at the end of the document.
        case indented
    }

    /// Every value is followed by a comma, which whatever closes takes back: so none asks what stood before it.
    var output: OutputText
    private let layout: Layout

    /// The room of a document at first: that of most answers, so that few are moved while they grow.
    static let initialCapacity = 65536

    /// Makes an empty document.
    init(layout: Layout = .compact, capacity: Int = Self.initialCapacity, within spending: Spending? = nil) {
        self.layout = layout
        output = OutputText(capacity: capacity, within: spending)
    }

    private init(layout: Layout, lent memory: UnsafeMutableBufferPointer<UInt8>, within spending: Spending?) {
        self.layout = layout
        output = OutputText(lent: memory, within: spending)
    }

    /// Makes a document in the memory that it is handed over in: nothing is copied unless it is long or indented.
    ///
    /// - Parameters:
    ///   - layout: How it is laid out.
    ///   - spending: What bounds its length; a document that would be longer is none, and `spending` says so.
    ///   - write: Writes its one value.
    static func document<Failure: Error>(
        layout: Layout = .compact, within spending: Spending? = nil, _ write: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) -> [UInt8] {
        var elsewhere: [UInt8]?
        var document: [UInt8] = []
        try document.append(addingCapacity: Self.initialCapacity) { output throws(Failure) in
            try output.withUnsafeMutableBufferPointer { memory, count throws(Failure) in
                var writer = JSONWriter(layout: layout, lent: memory, within: spending)
                try write(&writer)
                if layout == .compact, writer.output.isInLentMemory {
                    writer.takeComma()
                    count = writer.output.count
                } else {
                    elsewhere = writer.finish()
                }
            }
        }
        return elsewhere ?? document
    }

    /// The document, once its one value is written; nothing where it would have been too long.
    consuming func finish() -> [UInt8] {
        guard !output.isOverrun else { return [] }
        takeComma()
        return layout == .indented ? JSONIndentation.apply(to: output.bytes) : output.bytes
    }

    // MARK: Structure

    /// Writes an object with the members that the closure writes.
    @inline(__always)
    mutating func object<Failure: Error>(_ members: (inout Self) throws(Failure) -> Void) throws(Failure) {
        output.append(atMost: 1) { $0.put(UInt8(ascii: "{")) }
        try members(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an array with the elements that the closure writes.
    @inline(__always)
    mutating func array<Failure: Error>(_ elements: (inout Self) throws(Failure) -> Void) throws(Failure) {
        output.append(atMost: 1) { $0.put(UInt8(ascii: "[")) }
        try elements(&self)
        close(UInt8(ascii: "]"))
    }

    /// Writes a member with an object.
    @inline(__always)
    mutating func object<Failure: Error>(
        _ name: StaticString, _ members: (inout Self) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try object(members)
    }

    /// Writes a member with an array.
    @inline(__always)
    mutating func array<Failure: Error>(
        _ name: StaticString, _ elements: (inout Self) throws(Failure) -> Void
    ) throws(Failure) {
        key(name)
        try array(elements)
    }

    /// Writes a member with an array of strings.
    mutating func array(_ name: StaticString, _ values: some Sequence<String>) {
        key(name)
        array(values)
    }

    /// Writes an array of strings.
    mutating func array(_ values: some Sequence<String>) {
        array { writer in
            for value in values { writer.value(value) }
        }
    }

    /// Writes the name of the member whose value is written next.
    @inline(__always)
    mutating func key(_ name: StaticString) {
        // No name in this program needs an escape.
        output.append(atMost: name.utf8CodeUnitCount + 3) { $0.put(key: name) }
    }

    /// Writes a name that is data itself, such as a language tag.
    mutating func key(verbatim name: String) {
        value(name)
        takeComma()
        output.append(atMost: 1) { $0.put(UInt8(ascii: ":")) }
    }

    // MARK: Values

    /// Writes a string, or `null` where there is none.
    mutating func value(_ text: String?) {
        guard var text else { return null() }
        text.withUTF8 { value(utf8: $0) }
    }

    /// Writes UTF-8 bytes as a string.
    mutating func value(utf8 text: UnsafeBufferPointer<UInt8>) {
        var plain = 0
        output.append(atMost: text.count + 3) { piece in
            piece.put(UInt8(ascii: "\""))
            plain = piece.putPlain(text)
            if plain == text.count { piece.put("\",") }
        }
        if plain < text.count { escape(UnsafeBufferPointer(rebasing: text[plain...])) }
    }

    /// Writes a whole number, or `null` where there is none.
    mutating func value(_ number: Int?) {
        guard let number else { return null() }
        output.append(atMost: OutputText.Piece.longestNumber + 1) { piece in
            piece.put(number)
            piece.put(UInt8(ascii: ","))
        }
    }

    /// Writes a number in the shortest form that reads back as the same one; `null` for what is no number.
    mutating func value(_ number: Double) {
        guard number.isFinite else { return null() }
        if let whole = Int(exactly: number) { return value(whole) }
        var digits = number.description
        digits.withUTF8 { verbatim($0) }
    }

    /// Writes `true` or `false`.
    @inline(__always)
    mutating func value(_ flag: Bool) {
        if flag {
            output.append(atMost: 5) { $0.put("true,") }
        } else {
            output.append(atMost: 6) { $0.put("false,") }
        }
    }

    /// Writes a value that is JSON already, written without white space.
    mutating func json(_ json: [UInt8]) {
        json.withUnsafeBufferPointer { verbatim($0) }
    }

    /// The same of bytes that are lent.
    @inline(__always)
    mutating func json(_ json: UnsafeBufferPointer<UInt8>) { verbatim(json) }

    /// The same of a part of a document.
    mutating func json(_ json: ArraySlice<UInt8>) {
        json.withUnsafeBufferPointer { verbatim($0) }
    }

    /// Writes an object that is JSON already, has members and is written without white space, with a number as a further one.
    mutating func object(_ object: UnsafeBufferPointer<UInt8>, adding name: StaticString, _ number: Int) {
        output.append(atMost: object.count + name.utf8CodeUnitCount + OutputText.Piece.longestNumber + 8) { piece in
            piece.put(UnsafeBufferPointer(start: object.baseAddress, count: max(0, object.count - 1)))
            piece.put(UInt8(ascii: ","))
            piece.put(key: name)
            piece.put(number)
            piece.put("},")
        }
    }

    /// Writes the members of an object that is JSON already, written without white space.
    mutating func members(of object: [UInt8]) {
        object.withUnsafeBufferPointer { members(of: $0) }
    }

    /// The same of bytes that are lent.
    mutating func members(of object: UnsafeBufferPointer<UInt8>) {
        guard object.count > 2 else { return }
        verbatim(UnsafeBufferPointer(rebasing: object[1..<object.count - 1]))
    }

    /// Ends a value that stands on a line of its own, where a document is a value a line.
    mutating func endLine() {
        takeComma()
        output.append(atMost: 1) { $0.put(UInt8(ascii: "\n")) }
    }

    /// Writes `null`.
    @inline(__always)
    mutating func null() {
        output.append(atMost: 5) { $0.put("null,") }
    }

    // MARK: Members

    /// Writes a member with a string, or `null` where there is none.
    @inline(__always)
    mutating func member(_ name: StaticString, _ text: String?) {
        key(name)
        value(text)
    }

    /// Writes a member with a whole number, or `null` where there is none.
    @inline(__always)
    mutating func member(_ name: StaticString, _ number: Int?) {
        key(name)
        value(number)
    }

    /// Writes a member with a number.
    @inline(__always)
    mutating func member(_ name: StaticString, _ number: Double) {
        key(name)
        value(number)
    }

    /// Writes a member with `true` or `false`.
    @inline(__always)
    mutating func member(_ name: StaticString, _ flag: Bool) {
        key(name)
        value(flag)
    }

    /// Writes a member with a word of this program's own.
    @inline(__always)
    mutating func member(_ name: StaticString, word: StaticString) {
        key(name)
        output.append(atMost: word.utf8CodeUnitCount + 3) { piece in
            piece.put(UInt8(ascii: "\""))
            piece.put(word)
            piece.put(UInt8(ascii: "\""))
            piece.put(UInt8(ascii: ","))
        }
    }

    // MARK: Bytes

    private mutating func close(_ bracket: UInt8) {
        takeComma()
        output.append(atMost: 2) { piece in
            piece.put(bracket)
            piece.put(UInt8(ascii: ","))
        }
    }

    /// Takes back the comma after the last value; a string's own comma has a quote behind it.
    @inline(__always)
    private mutating func takeComma() {
        if output.last == UInt8(ascii: ",") { output.removeLast() }
    }

    private mutating func verbatim(_ text: UnsafeBufferPointer<UInt8>) {
        output.append(atMost: text.count + 1) { piece in
            piece.put(text)
            piece.put(UInt8(ascii: ","))
        }
    }

    /// Writes the rest of a string from the first byte that must be escaped, closing quote included.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        output.append(atMost: JSONEscape.longest * text.count + 2) { piece in
            var rest = text
            while let byte = rest.first {
                JSONEscape.put(byte, into: &piece)
                rest = UnsafeBufferPointer(rebasing: rest.dropFirst())
                let plain = piece.putPlain(rest)
                rest = UnsafeBufferPointer(rebasing: rest.dropFirst(plain))
            }
            piece.put(UInt8(ascii: "\""))
            piece.put(UInt8(ascii: ","))
        }
    }
}
