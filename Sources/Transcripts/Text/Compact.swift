/// A number from 0 in half the room, for what is kept of every line; ``TranscriptParser/mostByteCount`` bounds them all.
@propertyWrapper
struct Compact {
    private var number: UInt32

    init(wrappedValue: Int) { number = UInt32(wrappedValue) }

    var wrappedValue: Int {
        get { Int(number) }
        set { number = UInt32(newValue) }
    }
}

/// A range of numbers from 0 in half the room.
@propertyWrapper
struct CompactRange {
    @Compact private var start: Int
    @Compact private var end: Int

    init(wrappedValue: Range<Int>) {
        start = wrappedValue.lowerBound
        end = wrappedValue.upperBound
    }

    var wrappedValue: Range<Int> {
        get { start..<end }
        set { self = CompactRange(wrappedValue: newValue) }
    }
}
