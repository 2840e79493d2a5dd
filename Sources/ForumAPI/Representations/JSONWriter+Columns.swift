import ForumStore

extension JSONWriter {
    /// Writes a text of the store without copying it; `null` where it is absent.
    mutating func value(_ column: TextColumn) {
        if let text = column.utf8 {
            value(utf8: text)
        } else {
            null()
        }
    }

    /// Writes a member with a text of the store; `null` where it is absent.
    @inline(__always)
    mutating func member(_ name: StaticString, _ column: TextColumn) {
        key(name)
        value(column)
    }

    /// Writes a member with lines or the like as `{first, last}` under the given names.
    @inline(__always)
    mutating func member(
        _ name: StaticString, _ range: ClosedRange<Int>?, _ lower: StaticString = "start", _ upper: StaticString = "end"
    ) {
        key(name)
        guard let range else { return null() }
        object { writer in
            writer.member(lower, range.lowerBound)
            writer.member(upper, range.upperBound)
        }
    }

    /// Writes a member with the address of something, or of a list below it.
    mutating func member(
        _ name: StaticString, address kind: ReferenceKind, _ id: TextColumn, _ suffix: StaticString = ""
    ) {
        key(name)
        if let id = id.utf8 {
            address(kind.addressPrefix, id, suffix)
        } else {
            null()
        }
    }

    /// Writes a member with an address that ends in an identifier.
    mutating func member(_ name: StaticString, list prefix: StaticString, _ id: TextColumn) {
        key(name)
        if let id = id.utf8 {
            address(prefix, id)
        } else {
            null()
        }
    }

    /// Writes the members that every object begins with.
    mutating func identity(_ kind: ReferenceKind, _ id: TextColumn) {
        if let id = id.utf8 {
            identity(kind.word, kind.addressPrefix, id)
        } else {
            member("id", id)
            member("type", word: kind.word)
            member("url", id)
        }
    }
}
