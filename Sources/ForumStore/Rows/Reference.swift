import SQLite

/// Something that a row refers to, read when it is asked for.
///
/// It is valid inside the closure that received the row.
public struct Reference<View: ReferenceView> {
    /// What is referred to, whatever it is.
    public let thing: ReferredThing

    /// Refers to what has the key, or to nothing where it is 0.
    init(_ kind: ReferenceCache.Kind, key: Int64, _ children: LentCursors) {
        thing = ReferredThing(kind: kind, key: key, children: children)
    }

    /// Whether nothing is referred to.
    public var isNull: Bool { thing.key == 0 }

    /// Lends the thing.
    ///
    /// - Returns: What the body returns, or `nil` where nothing is referred to.
    public func read<Result>(
        _ body: (borrowing View) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        guard thing.key != 0 else { return nil }
        var result: Result?
        try thing.children.cursors.forEach(thing.kind.rows, of: thing.key) { statement throws(StoreError) in
            result = try body(View(LentReference(statement: statement)))
        }
        return result
    }

    /// The representation that the body makes of the thing, from the reader's cache where it is there.
    ///
    /// A reader has one cache for each kind of thing: always pass the same body.
    ///
    /// - Returns: `nil` where nothing is referred to.
    public func cached(
        _ body: (borrowing View) throws(StoreError) -> [UInt8]
    ) throws(StoreError) -> [UInt8]? {
        if let bytes = thing.cachedBytes { return Array(bytes) }
        guard let bytes = try read(body) else { return nil }
        thing.children.cursors.references.insert(bytes, thing.kind, thing.key)
        return bytes
    }
}

/// What a reference is to.
public struct ReferredThing {
    let kind: ReferenceCache.Kind
    let key: Int64
    let children: LentCursors

    init(kind: ReferenceCache.Kind, key: Int64, children: LentCursors) {
        self.kind = kind
        self.key = key
        self.children = children
    }

    /// The representation that ``Reference/cached(_:)`` has cached; valid until another is.
    public var cachedBytes: UnsafeBufferPointer<UInt8>? {
        children.cachedBytes(kind, key)
    }
}

/// The cursors of the reading that lends a row.
///
/// A list's row refers to half a dozen things and has as many rows of its own. The reading holds the cursors meanwhile, so
/// that they need not be counted for each.
struct LentCursors {
    private let unmanaged: Unmanaged<ChildCursors>

    init(_ cursors: ChildCursors) { unmanaged = .passUnretained(cursors) }

    var cursors: ChildCursors { unmanaged.takeUnretainedValue() }

    func cachedBytes(_ kind: ReferenceCache.Kind, _ key: Int64) -> UnsafeBufferPointer<UInt8>? {
        unmanaged._withUnsafeGuaranteedRef { $0.references.bytes(kind, key) }
    }
}

/// A row that something is referred to by.
public struct LentReference {
    /// Its columns after the first are the thing's.
    let statement: Statement
}

/// The columns by which something is referred to.
public protocol ReferenceView {
    /// Makes a view onto a row.
    init(_ row: LentReference)
}

// Each view says the same below: a default for all of them would have to ask for how a view is made, which is nobody's but the
// store's, and a public requirement cannot be met by what is not public.

extension TalkReferenceView: ReferenceView {
    /// Makes a view onto a row.
    public init(_ row: LentReference) { self.init(statement: row.statement, first: 1) }
}

extension EventReferenceView: ReferenceView {
    /// Makes a view onto a row.
    public init(_ row: LentReference) { self.init(statement: row.statement, first: 1) }
}

extension PanelistReferenceView: ReferenceView {
    /// Makes a view onto a row.
    public init(_ row: LentReference) { self.init(statement: row.statement, first: 1) }
}

extension TopicReferenceView: ReferenceView {
    /// Makes a view onto a row.
    public init(_ row: LentReference) { self.init(statement: row.statement, first: 1) }
}

extension SectionReferenceView: ReferenceView {
    /// Makes a view onto a row.
    public init(_ row: LentReference) { self.init(statement: row.statement, first: 1) }
}

extension SourceReferenceView: ReferenceView {
    /// Makes a view onto a row.
    public init(_ row: LentReference) { self.init(statement: row.statement, first: 1) }
}
