import Testing

@testable import rostrum

#if canImport(Glibc)
import Glibc
#endif

/// What the command sets for its process.
@Suite("Process settings")
struct ProcessSettingsTests {
    @Test("the limit of descriptors is raised to the system's")
    func descriptors() {
        let limit = ProcessSettings.raiseDescriptorLimit()
        #expect(limit >= 256)
        #expect(ProcessSettings.raiseDescriptorLimit() == limit)
    }

    #if canImport(Glibc)
    @Test("glibc takes the limit of arenas")
    func arenas() {
        #expect(ProcessSettings.limitArenas())
    }

    @Test("freed memory is retained for its next use: no page of it is taken from the system again")
    func retainedMemory() {
        #expect(ProcessSettings.retainFreedMemory(2 * 1024 * 1024))
        let (rounds, blocks, size, page) = (50, 16, 60_000, 4096)
        var faults = 0
        for round in 0...rounds {
            // The first round takes what the others find.
            if round == 1 { faults = pageFaults() }
            let memory = (0..<blocks).map { _ in UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16) }
            for block in memory {
                for offset in stride(from: 0, to: size, by: page) {
                    block.storeBytes(of: 1, toByteOffset: offset, as: UInt8.self)
                }
            }
            for block in memory { block.deallocate() }
        }
        // Other tests may have taken some of it meanwhile.
        #expect(pageFaults() - faults < rounds * blocks * size / page / 4)
    }

    @Test("much freed memory is given back, though something is left at its end")
    func releasedMemory() {
        let (blocks, size) = (8192, 16_384)
        let memory = (0..<blocks).map { _ in UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16) }
        for block in memory { block.initializeMemory(as: UInt8.self, repeating: 1, count: size) }
        for block in memory.dropLast() { block.deallocate() }
        #expect(blocks * size > 4 * ProcessSettings.retainedAfterLarge)
        #expect(ProcessSettings.releaseFreedMemory())
        memory.last?.deallocate()
    }

    /// The page faults of this thread so far that needed no input.
    private func pageFaults() -> Int {
        let thisThread: __rusage_who_t = 1
        var usage = rusage()
        return getrusage(thisThread, &usage) == 0 ? usage.ru_minflt : 0
    }
    #endif
}
