import Foundation
import SeededNumbers
import Testing

@testable import ForumStore

/// Bits of a store's file change on a disk, and no reader may be told what nobody wrote.
@Suite("A store with a bit flipped")
struct BitFlipTests {
    /// How many bits are flipped, each in a store of its own: a sample in every run, and all that were asked for where
    /// `Scripts/bitflips` runs this.
    static let count = ProcessInfo.processInfo.environment["ROSTRUM_BIT_FLIPS"].flatMap(Int.init) ?? 300
    static let seed =
        ProcessInfo.processInfo.environment["ROSTRUM_BIT_FLIP_SEED"].flatMap(UInt64.init)
        ?? UInt64.random(in: 0..<1_000_000)

    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
    }

    /// Everything that a reader reads of the sample, one text a step; a step that fails is `nil`.
    private func readings() -> [String?] {
        var readings: [String?] = []
        func step(_ body: (StoreReader) throws(StoreError) -> String) {
            // Opened for each step, as every worker opens its own: a page is then read from the disk each time.
            do throws(StoreError) {
                readings.append(try body(try StoreReader(path: folder.store)))
            } catch {
                if case .interrupted = error { Issue.record("\(error)") }
                readings.append(nil)
            }
        }
        step { reader in "\(reader.snapshot) \(reader.counts)" }
        step { reader throws(StoreError) in
            var text = ""
            _ = try reader.talks(TalkList(limit: 50)) { row throws(StoreError) in
                text += "\(row.reference.title.string) \(row.lines)\n"
                try row.forEachParticipant { text += "\($0.participation.printedName.string)\n" }
                try row.forEachTopic { text += "\($0.weight.weight)\n" }
            }
            return text
        }
        step { reader throws(StoreError) in
            var text = ""
            _ = try reader.passages(PassageList(order: [SortTerm(.words)], limit: 50)) { row throws(StoreError) in
                text += "\(row.text.string)\n"
                try row.forEachSpan { text += "\($0.lines)\n" }
                try row.forEachMention { text += "\($0.start)\n" }
            }
            return text
        }
        step { reader throws(StoreError) in
            var text = ""
            try reader.lines(of: "forum", 1...99) { text += "\($0.text.string)\n" }
            return text
        }
        for query in ["인공지능", "규제", "김하나"] {
            step { reader throws(StoreError) in
                var text = ""
                _ = try reader.search(SearchRequest(query, limit: 50)) { row, hit in
                    text += "\(row.text.string) \(hit.snippet)\n"
                }
                return text
            }
        }
        return readings
    }

    @Test("gives what was written or an error, wherever the bit is, and its check finds it")
    func flips() throws {
        let whole = try folder.bytes()
        let expected = readings()
        #expect(expected.allSatisfy { $0 != nil })
        var random = Seeded(Self.seed)
        var refused = 0
        print("flipping \(Self.count) bits with the seed \(Self.seed)")
        for _ in 0..<Self.count {
            let bit = Int.random(in: 0..<whole.count * 8, using: &random)
            var bytes = whole
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            try bytes.write(to: URL(fileURLWithPath: folder.store))
            let found = readings()
            for (found, expected) in zip(found, expected) where found != nil {
                #expect(found == expected, "seed \(Self.seed), bit \(bit)")
            }
            if found != expected { refused += 1 }
            #expect(throws: StoreError.self, "seed \(Self.seed), bit \(bit)") {
                try StoreReader(path: folder.store).check()
            }
        }
        print(
            "of \(Self.count) flipped bits \(refused) were refused by a reading, all by the check, and none was served")
    }

    @Test("a page in another's place, zeros in place of a page and a file cut off are refused")
    func moved() throws {
        let whole = try folder.bytes()
        let page = 4096
        var damaged: [Data] = []
        for number in stride(from: 1, to: whole.count / page, by: 7) {
            let place = number * page..<(number + 1) * page
            damaged.append(whole)
            damaged[damaged.count - 1].replaceSubrange(place, with: Data(count: page))
            damaged.append(whole)
            damaged[damaged.count - 1].replaceSubrange(place, with: whole[(number - 1) * page..<number * page])
            damaged.append(whole.prefix(number * page + page / 2))
        }
        let expected = readings()
        for bytes in damaged where bytes != whole {
            try bytes.write(to: URL(fileURLWithPath: folder.store))
            for (found, expected) in zip(readings(), expected) where found != nil { #expect(found == expected) }
            #expect(throws: StoreError.self) { try StoreReader(path: folder.store).check() }
        }
    }
}
