import Synchronization
import Testing

@testable import rostrum

@Suite("Memory that is bounded")
struct MemoryGateTests {
    @Test("what has no room does not begin, and room that is left is another's")
    func gate() {
        let used = Mutex(0)
        let gate = MemoryGate(limit: 100) { used.withLock(\.self) }
        #expect(gate.enter(60))
        #expect(!gate.enter(60))
        #expect(gate.enter(40))
        gate.leave(60)
        used.withLock { $0 = 50 }
        #expect(!gate.enter(20))
        #expect(gate.enter(10))
    }

    #if canImport(Glibc)
    @Test("the address space is what the system says")
    func addressSpace() {
        #expect(ProcessSettings.addressSpace > 1024 * 1024)
    }
    #endif
}
