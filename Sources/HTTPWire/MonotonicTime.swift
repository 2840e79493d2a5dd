/// A moment on a clock that only goes forward, in milliseconds from some beginning.
public struct MonotonicTime: Sendable, Hashable, Comparable {
    /// Milliseconds since the clock's beginning.
    public var milliseconds: Int64

    /// Makes a moment.
    @inline(__always)
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Whether a moment is before another.
    @inline(__always)
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment that much later, rounded up to a millisecond.
    public static func + (time: Self, duration: Duration) -> Self {
        let (seconds, attoseconds) = duration.components
        let rounded = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Self(milliseconds: time.milliseconds + seconds * 1000 + rounded)
    }

    /// The milliseconds from one moment to a later one.
    public static func - (later: Self, earlier: Self) -> Int64 { later.milliseconds - earlier.milliseconds }
}
