import Bytes
import Foundation
import SeededNumbers
import Testing

@testable import ForumAPI

@Suite("The JSON writer")
struct JSONWriterTests {
    private func write(_ layout: JSONWriter.Layout = .compact, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(layout: layout)
        body(&writer)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    @Test(
        "escapes what RFC 8259 demands and nothing else",
        arguments: [
            ("", #""""#), ("규제", #""규제""#), ("a\"b\\c/d", #""a\"b\\c/d""#),
            ("\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F}", #""\u0000\b\t\n\u000B\f\r\u001F""#),
            ("\u{7F}\u{2028}😀", "\"\u{7F}\u{2028}😀\""),
        ])
    func escapes(text: String, json: String) {
        #expect(write { $0.value(text) } == json)
    }

    @Test("finds what is to be escaped wherever it stands", arguments: 0...70)
    func escapePlaces(length: Int) {
        for escape in ["\"", "\\", "\n", "\u{1F}", "\" \""] {
            for place in 0...length {
                let before = String(repeating: "a", count: place)
                let after = String(repeating: "é", count: length - place)
                let json = write { $0.value(before + escape + after) }
                let expected = escape.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                    .replacing("\n", with: "\\n").replacing("\u{1F}", with: "\\u001F")
                #expect(json == "\"\(before)\(expected)\(after)\"")
            }
        }
    }

    @Test("a document is the same in the memory it is handed over in, when it outgrows that, and indented")
    func document() throws {
        struct Cut: Error {}
        let room = JSONWriter.initialCapacity
        for length in [0, 1, 100, room - 8, room - 4, room - 3, room - 2, room - 1, room, room + 1, 3 * room] {
            let text = String(repeating: "x", count: length)
            for layout in [JSONWriter.Layout.compact, .indented] {
                let document = JSONWriter.document(layout: layout) { writer in
                    writer.array { writer in
                        writer.value(text)
                        writer.value(1)
                    }
                }
                let expected = write(layout) { writer in
                    writer.array { writer in
                        writer.value(text)
                        writer.value(1)
                    }
                }
                #expect(document == Array(expected.utf8), "\(length)")
            }
            #expect(throws: Cut.self) {
                try JSONWriter.document { writer throws(Cut) in
                    writer.value(text)
                    throw Cut()
                }
            }
        }
    }

    @Test(
        "identifiers need no encoding, or get it",
        arguments: ["", "a", "deepseek-d1.p12", "이상근", "a\"b", "a/b c d e f g"])
    func identifiers(id: String) {
        let address = "/v1/talks/" + PercentEncoding.encode(id)
        let name = write { $0.value(id) }
        var text = id
        text.withUTF8 { bytes in
            let column = bytes
            let identity = write { writer in writer.object { $0.identity("talk", "/v1/talks/", column) } }
            #expect(identity == "{\"id\":\(name),\"type\":\"talk\",\"url\":\"\(address)\"}")
            let reference = write { writer in writer.object { $0.nameless("/v1/talks/", column) } }
            #expect(reference == "{\"id\":\(name),\"name\":\(name),\"url\":\"\(address)\"}")
        }
    }

    @Test("a byte that is to be percent-encoded is found wherever it stands", arguments: 0...20)
    func reserved(length: Int) {
        let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        for place in 0...length {
            for byte in UInt8.min...UInt8.max {
                var text = [UInt8](repeating: UInt8(ascii: "z"), count: length)
                text.insert(byte, at: place)
                let isUnreserved = text.withUnsafeBufferPointer { PercentEncoding.isUnreserved($0) }
                #expect(isUnreserved == letters.contains(byte), "\(byte) at \(place) of \(length)")
            }
        }
    }

    @Test("writes what is JSON already as it stands, whole or its members")
    func ready() {
        let json = write { writer in
            writer.object { writer in
                writer.key("whole")
                writer.json(Array(#"{"a":",","b":[]}"#.utf8))
                writer.members(of: Array(#"{"c":1,"d":"]"}"#.utf8))
                writer.members(of: Array("{}".utf8))
                writer.member("e", 2)
            }
        }
        #expect(json == #"{"whole":{"a":",","b":[]},"c":1,"d":"]","e":2}"#)
        let added = write { writer in
            writer.array { writer in
                Array(#"{"id":"a"}"#.utf8).withUnsafeBufferPointer { writer.object($0, adding: "n", -7) }
            }
        }
        #expect(added == #"[{"id":"a","n":-7}]"#)
    }

    @Test("a number is written in all its digits")
    func wholeNumbers() {
        var numbers = [0, 9, 10, -1, .max, .min]
        for power in 1...18 {
            let ten = (0..<power).reduce(1) { number, _ in number * 10 }
            numbers += [ten - 1, ten, -ten]
        }
        for number in numbers { #expect(write { $0.value(number) } == String(number)) }
    }

    @Test("writes members and elements in the order of the calls, without white space")
    func compact() {
        let json = write { writer in
            writer.object { writer in
                writer.member("id", "a")
                writer.member("none", nil as String?)
                writer.member("count", -12)
                writer.member("missing", nil as Int?)
                writer.member("weight", 0.25)
                writer.member("whole", 1.0)
                writer.member("strange", Double.nan)
                writer.member("flag", true)
                writer.key("list")
                writer.array(["x", "y"])
                writer.key("empty")
                writer.array { _ in }
                writer.key("nothing")
                writer.object { _ in }
                writer.key(verbatim: "ko\"")
                writer.null()
            }
        }
        #expect(
            json
                == #"{"id":"a","none":null,"count":-12,"missing":null,"weight":0.25,"whole":1,"strange":null,"flag":true,"#
                + #""list":["x","y"],"empty":[],"nothing":{},"ko\"":null}"#)
    }

    @Test("indents by two spaces and ends with a line feed when laid out for reading")
    func indented() {
        let json = write(.indented) { writer in
            writer.object { writer in
                writer.member("id", "a")
                writer.key("list")
                writer.array { writer in
                    writer.value(1)
                    writer.object { _ in }
                }
            }
        }
        #expect(json == "{\n  \"id\": \"a\",\n  \"list\": [\n    1,\n    {}\n  ]\n}\n")
        #expect(write(.indented) { $0.array(["[", "\"]", ",:{"]) } == "[\n  \"[\",\n  \"\\\"]\",\n  \",:{\"\n]\n")
        #expect(write(.indented) { $0.value("a: b") } == "\"a: b\"\n")
    }

    @Test("whatever is written reads back the same, in both layouts", arguments: 1...40)
    func roundTrip(seed: UInt64) throws {
        var random = Seeded(seed)
        let value = randomValue(depth: 4, &random)
        for layout in [JSONWriter.Layout.compact, .indented] {
            var writer = JSONWriter(layout: layout)
            write(value, to: &writer)
            let bytes = writer.finish()
            let read = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            #expect(equal(value, read), "seed \(seed)")
        }
    }

    @Test("a number has the shortest form that reads back as the same one", arguments: 1...100)
    func numbers(seed: UInt64) {
        var random = Seeded(seed)
        let number = Double(bitPattern: random.next())
        let json = write { $0.value(number) }
        #expect(number.isFinite ? Double(json) == number : json == "null", "seed \(seed)")
    }

    private indirect enum Value {
        case text(String), number(Int), real(Double), flag(Bool), null, array([Value]), object([(String, Value)])
    }

    private func randomValue(depth: Int, _ random: inout Seeded) -> Value {
        switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
        case 0: return .text(random.text(upTo: 20))
        case 1: return .number(Int.random(in: .min ... .max, using: &random))
        case 2: return .real(Double(Int.random(in: -9999...9999, using: &random)) / 8)
        case 3: return .flag(Bool.random(using: &random))
        case 4: return .null
        case 5:
            return .array(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in randomValue(depth: depth - 1, &random) })
        default:
            return .object(
                (0..<Int.random(in: 0...4, using: &random)).map { index in
                    ("\(index)" + random.text(upTo: 5), randomValue(depth: depth - 1, &random))
                })
        }
    }

    private func write(_ value: Value, to writer: inout JSONWriter) {
        switch value {
        case .text(let text): writer.value(text)
        case .number(let number): writer.value(number)
        case .real(let number): writer.value(number)
        case .flag(let flag): writer.value(flag)
        case .null: writer.null()
        case .array(let values): writer.array { writer in for value in values { write(value, to: &writer) } }
        case .object(let members):
            writer.object { writer in
                for (name, value) in members {
                    writer.key(verbatim: name)
                    write(value, to: &writer)
                }
            }
        }
    }

    private func equal(_ value: Value, _ read: Any) -> Bool {
        switch value {
        case .text(let text): (read as? String).map { Array($0.utf8) == Array(text.utf8) } ?? false
        case .number(let number): (read as? NSNumber)?.intValue == number
        case .real(let number): (read as? NSNumber)?.doubleValue == number
        case .flag(let flag): (read as? Bool) == flag
        case .null: read is NSNull
        case .array(let values):
            (read as? [Any]).map { $0.count == values.count && zip(values, $0).allSatisfy(equal) } ?? false
        case .object(let members):
            (read as? [String: Any]).map { read in
                read.count == members.count
                    && members.allSatisfy { name, value in read[name].map { equal(value, $0) } ?? false }
            } ?? false
        }
    }

    @Test("an address encodes every byte but the unreserved ones, so that it holds in a shell and a browser")
    func addresses() {
        #expect(PercentEncoding.encode("황의종") == "%ED%99%A9%EC%9D%98%EC%A2%85")
        #expect(PercentEncoding.encode("a-b_c.d~9/?&=+ %") == "a-b_c.d~9%2F%3F%26%3D%2B%20%25")
    }
}
