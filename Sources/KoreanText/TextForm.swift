import Foundation

/// What a scalar of printed text is for a reader of lines: white space, nothing at all, or something to keep.
public enum TextForm {
    /// Whether a scalar separates words: spaces of every width, tabs, form feeds and other line controls.
    public static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a scalar prints nothing and separates nothing: zero-width spaces and joiners, marks of byte order,
    /// soft hyphens.
    ///
    /// Where a text is kept, joiners stay that do their work: ``joins(_:_:_:)``. Where it is compared, none counts.
    public static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
        default: false
        }
    }

    /// Whether a joiner or non-joiner (U+200D, U+200C) does its work between two scalars.
    ///
    /// It does in emoji of several parts, and in scripts whose letters take another form by it (Arabic, the scripts of India and their kin).
    /// Between others, Hangul above all, it is noise.
    ///
    /// - Parameters:
    ///   - joiner: The scalar.
    ///   - before: The scalar before it, or `nil` where a word begins.
    ///   - after: The scalar after it, or `nil` where the text ends.
    public static func joins(_ joiner: Unicode.Scalar, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        guard joiner.value == 0x200C || joiner.value == 0x200D, let before else { return false }
        if isOfJoinedScript(before) {
            // A virama keeps its joiner at the end of a word too, where it decides the letter's form.
            return before.properties.canonicalCombiningClass == .virama || after.map(isOfJoinedScript) == true
        }
        return joiner.value == 0x200D && isOfEmoji(before) && after.map(isOfEmoji) == true
    }

    private static func isOfJoinedScript(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x600...0xDFF, 0xF00...0xFFF, 0x1000...0x109F, 0x1780...0x18AF, 0x1A20...0x1C4F, 0xA800...0xABFF,
            0xFB50...0xFDFF, 0xFE70...0xFEFE, 0x1E900...0x1E95F, 0x11000...0x11FFF:
            true
        default: false
        }
    }

    private static func isOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFE0F || scalar.value == 0x20E3 || (scalar.value >= 0x80 && scalar.properties.isEmoji)
    }

    /// A text without what prints nothing, but with the joiners that do their work.
    public static func printed(_ text: some Collection<Unicode.Scalar>) -> String {
        var kept = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        var index = text.startIndex
        while index < text.endIndex {
            let scalar = text[index]
            index = text.index(after: index)
            guard isZeroWidth(scalar) else {
                kept.append(scalar)
                before = isWhiteSpace(scalar) ? nil : scalar
                continue
            }
            if joins(scalar, before, index < text.endIndex ? text[index] : nil) {
                kept.append(scalar)
                before = nil
            }
        }
        return String(kept)
    }

    /// Whether text made of such scalars alone is in NFC, whatever their order.
    ///
    /// `false` means that it has to be normalised to know.
    public static func isSurelyComposed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x2010...0x205E, 0x20A0...0x20CF, 0x2100...0x2125, 0x2150...0x2328, 0x2460...0x2ADB,
            0x2E80...0x2FD5, 0x3001...0x3098, 0x309B...0x318F, 0x3200...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
            0xFE30...0xFE6F, 0xFF00...0xFFEF, 0x1F300...0x1FAFF:
            true
        default: false
        }
    }

    /// The text in Unicode's normalisation form C.
    public static func composed(_ text: String) -> String {
        var needsTables = false
        var needsJoining = false
        for scalar in text.unicodeScalars where !isSurelyComposed(scalar) {
            guard Hangul.isConjoiningJamo(scalar) else {
                needsTables = true
                break
            }
            needsJoining = true
        }
        if needsTables { return ordered(text).precomposedStringWithCanonicalMapping }
        guard needsJoining else { return text }
        var joined = String.UnicodeScalarView()
        joined.append(contentsOf: Hangul.composed(text.unicodeScalars))
        return String(joined)
    }

    /// How many combining marks may follow a letter before they are sorted here; UAX #15's stream-safe text has as many.
    static let mostMarks = 30

    /// The text with long runs of combining marks in canonical order, which changes nothing that its normal form says.
    ///
    /// The library puts each mark in its place one by one: a line of a million marks in disorder would take hours.
    static func ordered(_ text: String) -> String {
        var result: [Unicode.Scalar] = []
        var run: [Unicode.Scalar] = []
        var wasSorted = false
        func close() {
            if run.count > mostMarks {
                wasSorted = true
                let classes = run.map { $0.properties.canonicalCombiningClass.rawValue }
                // Marks of one class keep their order.
                let order = run.indices.sorted { (classes[$0], $0) < (classes[$1], $1) }
                run = order.map { run[$0] }
            }
            result += run
            run.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if scalar.value >= 0x300, scalar.properties.canonicalCombiningClass != .notReordered {
                run.append(scalar)
            } else {
                close()
                result.append(scalar)
            }
        }
        close()
        return wasSorted ? String(String.UnicodeScalarView(result)) : text
    }

    /// How many columns of a fixed-width page a scalar takes: 2 for what East Asian typesetting calls wide, 0 for joiners and
    /// selectors of variants, else 1.
    ///
    /// Source: Unicode Standard Annex #11, East Asian Width, classes W and F.
    public static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x1100: 1
        case 0x200C, 0x200D, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}
