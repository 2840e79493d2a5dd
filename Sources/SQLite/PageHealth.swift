import CPages

/// What is known of the pages of one file by all connections that have it open with checked pages.
///
/// It may be asked from any thread, and holds no connection open.
public final class PageHealth: Sendable {
    /// The address of the C structure, which takes care of its threads itself.
    private let address: UInt

    init(adopting pointer: OpaquePointer) { address = UInt(bitPattern: pointer) }

    deinit { cpages_release(OpaquePointer(bitPattern: address)) }

    /// How often a page was refused, whoever read it, since the file was last found to be whole.
    public var refusals: Int { Int(cpages_refusals(OpaquePointer(bitPattern: address))) }
}
