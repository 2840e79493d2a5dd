import Bytes
import Foundation
import SeededNumbers
import Testing

@testable import ForumAPI

@Suite("Decoding a target")
struct TargetTests {
    @Test(
        "a path is split first and decoded once",
        arguments: [
            ("/", [], false), ("/v1", ["v1"], false), ("/v1/talks/", ["v1", "talks"], true), ("//", [""], true),
            ("/a//b", ["a", "", "b"], false), ("/a%2Fb", ["a/b"], false), ("/a%252Fb", ["a%2Fb"], false),
            ("/%ED%99%A9", ["황"], false), ("/황", ["황"], false), ("/a+b", ["a+b"], false), ("/%3F%26", ["?&"], false),
            ("/%e1%84%92%e1%85%aa%e1%86%bc", ["황"], false), ("/..", [".."], false),
        ] as [(String, [String], Bool)])
    func paths(path: String, segments: [String], hasTrailingSlash: Bool) throws {
        let target = try Target(path: path)
        #expect(target.segments.map { Array($0.utf8) } == segments.map { Array($0.utf8) })
        #expect(target.hasTrailingSlash == hasTrailingSlash)
    }

    @Test(
        "a row by its identifier is quick, and nothing that may be more",
        arguments: [
            ("/v1/talks/deepseek-k1", true), ("/v1/panelists/%ED%99%A9", true), ("/v1/topics/x", true),
            ("/v1/passages/x", true), ("/v1/events/x", true), ("/v1/sources/x", true), ("/v1/talks/", false),
            ("/v1/talks", false), ("/v1/talks/x/", false), ("/v1/talks/x/passages", false),
            ("/v1/talks/x?include=passages", false),
            ("/v1/talks/x.md", false), ("/v1/search", false), ("/v1/exports/x", false), ("/", false), ("", false),
            ("/V1/talks/x", false), ("/v1/talk", false), ("/v1/topics/cooccurrence", false),
            ("/v1/topics/cooccurrences", true), ("/v1/topics/", false),
        ] as [(String, Bool)])
    func quick(target: String, isQuick: Bool) {
        let api = ForumAPI(configuration: .init(version: "test"))
        let found = api.quickTarget(Array(target.utf8).span)
        #expect((found != nil) == isQuick)
    }

    @Test(
        "a row that is known by the bytes of its address is the one that its segments name",
        arguments: Route.all.indices)
    func rows(index: Int) throws {
        let router = Router(routes: Route.all)
        let route = Route.all[index]
        let identifiers = [
            "x", "a-1.b", "haneul-k1", "cooccurrence", "schedule.json", "~_", String(repeating: "y", count: 40),
        ]
        for identifier in identifiers {
            let segments = route.path.segments.map { segment in
                switch segment {
                case .literal(let word): word
                case .identifier, .problem: identifier
                case .document(_, let ending): identifier + "." + ending
                }
            }
            let path = "/" + segments.joined(separator: "/")
            let found = try router.find(segments)
            guard let row = router.row(path.utf8.span) else {
                #expect(!found.entry.route.isRow || identifier.contains("."), "\(path)")
                continue
            }
            #expect(row.route == found.entry.number && found.form == nil, "\(path)")
            #expect(path.utf8.dropFirst(row.offset).elementsEqual(found.captured.utf8), "\(path)")
        }
    }

    @Test("whatever the target, a row that its bytes name is the one that its segments name", arguments: 1...20)
    func anyRows(seed: UInt64) throws {
        let router = Router(routes: Route.all)
        var random = Seeded(seed)
        let pieces =
            Route.all.flatMap { $0.path.description.split(separator: "/").map(String.init) }
            + [
                "", "x", "a-1.b", "haneul-k1", "x.csv", "x.md", ".", "~_", "%41", "%2F", "%2E", "csv", "김하나",
                "%EA%B9%80",
            ]
        var rows = 0
        for _ in 0..<2000 {
            var path = ""
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                path += "/" + (pieces.randomElement(using: &random) ?? "")
                if Int.random(in: 0..<8, using: &random) == 0 { path += pieces.randomElement(using: &random) ?? "" }
            }
            if Bool.random(using: &random) {
                path =
                    "/v1/"
                    + (["talks", "topics", "panelists", "passages", "events"].randomElement(using: &random) ?? "")
                    + path
            }
            guard let row = router.row(path.utf8.span) else { continue }
            let rest = Array(path.utf8.dropFirst(row.offset))
            guard rest.allSatisfy(PercentEncoding.isUnreserved) else { continue }
            let target = try Target(path: path)
            let found = try router.find(target.segments)
            #expect(row.route == found.entry.number && found.form == nil, "seed \(seed): \(path)")
            #expect(rest.elementsEqual(found.captured.utf8) && !target.hasTrailingSlash, "seed \(seed): \(path)")
            #expect(Router.path(target.segments) == path, "seed \(seed)")
            rows += 1
        }
        #expect(rows > 20, "seed \(seed)")
    }

    @Test(
        "a query's items are split first, decoded once, and + is a space",
        arguments: [
            ("", []), ("&&", []), ("q=규제", [.init(name: "q", value: "규제")]),
            ("q=%EA%B7%9C%EC%A0%9C&q=a+b%2Bc", [.init(name: "q", value: "규제"), .init(name: "q", value: "a b+c")]),
            ("pretty", [.init(name: "pretty", value: "")]), ("a=b=c%26d", [.init(name: "a", value: "b=c&d")]),
            ("=x", [.init(name: "", value: "x")]),
        ] as [(String, [Target.QueryItem])])
    func queries(query: String, items: [Target.QueryItem]) throws {
        #expect(try Target(path: "/", query: query).query == items)
    }

    @Test(
        "what is not text is refused",
        arguments: [
            ("%", .badEscape), ("%4", .badEscape), ("%zz", .badEscape), ("%+1", .badEscape), ("%ED%99", .invalidUTF8),
            ("%C0%AF", .invalidUTF8), ("%ED%A0%80", .invalidUTF8), ("%FF", .invalidUTF8),
            ("%F5%80%80%80", .invalidUTF8),
            ("%00", .controlCharacter), ("%0B", .controlCharacter), ("%7F", .controlCharacter),
            ("%C2%85", .controlCharacter), ("\u{1}", .controlCharacter),
        ] as [(String, Target.Malformation)])
    func malformed(text: String, malformation: Target.Malformation) {
        #expect(throws: malformation) { try Target(path: "/v1/" + text) }
        #expect(throws: malformation) { try Target(path: "/", query: "q=" + text) }
        #expect(throws: malformation) { try Target(path: "/", query: text + "=q") }
    }

    @Test("tabs and line breaks are spaces in a value, and refused everywhere else", arguments: ["%09", "%0A", "%0D"])
    func breaks(escape: String) throws {
        #expect(try Target(path: "/", query: "text=a\(escape)b").query == [.init(name: "text", value: "a b")])
        #expect(throws: Target.Malformation.controlCharacter) { try Target(path: "/", query: "a\(escape)b=1") }
        #expect(throws: Target.Malformation.controlCharacter) { try Target(path: "/a\(escape)b") }
    }

    @Test("a path begins with a slash")
    func slash() {
        #expect(throws: Target.Malformation.noLeadingSlash) { try Target(path: "") }
        #expect(throws: Target.Malformation.noLeadingSlash) { try Target(path: "*") }
    }

    @Test("a query holds as many items as the limit and no more")
    func items() throws {
        let query = Array(repeating: "a=b", count: Limits.queryItems).joined(separator: "&")
        #expect(try Target(path: "/", query: query).query.count == Limits.queryItems)
        #expect(Route.all.allSatisfy { $0.parameters.count < Limits.queryItems })
        #expect(throws: Target.Malformation.tooManyQueryItems) { try Target(path: "/", query: query + "&a") }
    }

    @Test("what is encoded decodes to itself in NFC, raw, encoded and decomposed alike", arguments: 1...200)
    func roundTrip(seed: UInt64) throws {
        var random = Seeded(seed)
        let scalars = random.text(upTo: 20).unicodeScalars.filter { $0.properties.generalCategory != .control }
        let text = String(String.UnicodeScalarView(scalars))
        guard !text.isEmpty else { return }
        let composed = Array(text.precomposedStringWithCanonicalMapping.utf8)
        for form in [text, text.decomposedStringWithCanonicalMapping] {
            let target = try Target(
                path: "/v1/" + PercentEncoding.encode(form), query: "q=" + PercentEncoding.encode(form))
            #expect(target.segments.last.map { Array($0.utf8) } == composed, "seed \(seed)")
            #expect(target.query.first.map { Array($0.value.utf8) } == composed, "seed \(seed)")
        }
    }

    @Test("no bytes trap", arguments: 1...200)
    func fuzz(seed: UInt64) {
        var random = Seeded(seed)
        let bytes = (0..<40).map { _ in UInt8.random(in: 0x21...0xFF, using: &random) } + Array("%2%&=+".utf8)
        let text = String(decoding: bytes.shuffled(using: &random), as: UTF8.self)
        _ = try? Target(path: "/" + text, query: text)
    }
}
