import Bytes

extension JSONWriter {
    /// Writes the path of something: a prefix, the percent-encoded identifier, and what follows it.
    mutating func address(_ prefix: StaticString, _ id: UnsafeBufferPointer<UInt8>, _ suffix: StaticString = "") {
        let length = prefix.utf8CodeUnitCount + PercentEncoding.longest * id.count + suffix.utf8CodeUnitCount + 3
        output.append(atMost: length) { piece in
            piece.put(UInt8(ascii: "\""))
            piece.put(prefix)
            if PercentEncoding.isUnreserved(id) {
                piece.put(id)
            } else {
                PercentEncoding.encode(id) { piece.put($0) }
            }
            piece.put(suffix)
            piece.put(UInt8(ascii: "\""))
            piece.put(UInt8(ascii: ","))
        }
    }

    /// Writes the members `id`, `name` and `url` of something whose identifier is its name.
    mutating func nameless(_ prefix: StaticString, _ id: UnsafeBufferPointer<UInt8>) {
        // What need not be encoded need not be escaped either.
        guard PercentEncoding.isUnreserved(id) else {
            key("id")
            value(utf8: id)
            key("name")
            value(utf8: id)
            key("url")
            return address(prefix, id)
        }
        output.append(atMost: 3 * id.count + prefix.utf8CodeUnitCount + 32) { piece in
            piece.put("\"id\":\"")
            piece.put(id)
            piece.put("\",\"name\":\"")
            piece.put(id)
            piece.put("\",\"url\":\"")
            piece.put(prefix)
            piece.put(id)
            piece.put("\",")
        }
    }

    /// Writes the members `id`, `type` and `url` that every object begins with.
    mutating func identity(_ type: StaticString, _ prefix: StaticString, _ id: UnsafeBufferPointer<UInt8>) {
        guard PercentEncoding.isUnreserved(id) else {
            key("id")
            value(utf8: id)
            member("type", word: type)
            key("url")
            return address(prefix, id)
        }
        output.append(atMost: 2 * id.count + type.utf8CodeUnitCount + prefix.utf8CodeUnitCount + 32) { piece in
            piece.put("\"id\":\"")
            piece.put(id)
            piece.put("\",\"type\":\"")
            piece.put(type)
            piece.put("\",\"url\":\"")
            piece.put(prefix)
            piece.put(id)
            piece.put("\",")
        }
    }
}
