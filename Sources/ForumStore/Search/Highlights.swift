import KoreanText

/// Where a passage says what was sought, by whole eojeol, and the part of its text around it.
struct Highlights {
    /// The eojeol, in UTF-16 units, in order and without overlaps.
    private(set) var ranges: [Range<Int>] = []
    /// What was found itself, without the particles around it, in UTF-16 units, in order and without overlaps.
    private(set) var matches: [Range<Int>] = []
    /// The part of the text.
    private(set) var snippet = ""
    /// Where the part begins, in UTF-16 units.
    private(set) var snippetStart = 0
    /// Whether the text goes on after it.
    private(set) var isCutShort = false

    init(_ text: String, _ needles: [SearchNeedle], _ limits: StoreLimits) {
        let units = Array(text.utf16)
        let eojeol = Self.eojeol(units)
        let found = Self.places(SearchText(text), needles)
        for place in found {
            guard ranges.count < limits.highlights, matches.count < limits.highlights else { break }
            if let previous = matches.last, place.lowerBound < previous.upperBound {
                matches[matches.count - 1] = previous.lowerBound..<max(previous.upperBound, place.upperBound)
            } else {
                matches.append(place)
            }
            let touched = eojeol.filter { $0.overlaps(place) }
            guard let first = touched.first, let last = touched.last else { continue }
            let whole = first.lowerBound..<last.upperBound
            if let previous = ranges.last, whole.lowerBound < previous.upperBound {
                ranges[ranges.count - 1] = previous.lowerBound..<max(previous.upperBound, whole.upperBound)
            } else {
                ranges.append(whole)
            }
        }
        let around = Self.window(eojeol, around: ranges.first ?? 0..<0, length: limits.snippetLength)
        snippet = String(decoding: units[around], as: UTF16.self)
        snippetStart = around.lowerBound
        isCutShort = around.upperBound < units.count
    }

    /// The stretches between white space.
    private static func eojeol(_ units: [UInt16]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start: Int?
        for (index, unit) in units.enumerated() {
            let isSpace = Unicode.Scalar(unit).map(TextForm.isWhiteSpace) ?? false
            if isSpace, let begun = start {
                result.append(begun..<index)
                start = nil
            } else if !isSpace, start == nil {
                start = index
            }
        }
        if let begun = start { result.append(begun..<units.count) }
        return result
    }

    private static func places(_ text: SearchText, _ needles: [SearchNeedle]) -> [Range<Int>] {
        var characters: [SearchText.Unit] = []
        var followsGap: [Bool] = []
        var isGap = true
        for unit in text.units {
            if unit.kind != .gap {
                characters.append(unit)
                followsGap.append(isGap)
            }
            isGap = unit.kind == .gap
        }
        var places: [Range<Int>] = []
        for start in characters.indices {
            var longest: Range<Int>?
            for needle in needles where needle.scalars.first == characters[start].scalar {
                guard let end = needle.end(in: characters, from: start, followsGap: followsGap) else { continue }
                let place = characters[start].start..<characters[end - 1].end
                if place.upperBound > longest?.upperBound ?? 0 { longest = place }
            }
            if let longest { places.append(longest) }
        }
        return places
    }

    /// As many whole eojeol as fit, a third of them before the first one found.
    private static func window(_ eojeol: [Range<Int>], around place: Range<Int>, length: Int) -> Range<Int> {
        guard let first = eojeol.first, let last = eojeol.last else { return 0..<0 }
        let whole = first.lowerBound..<last.upperBound
        guard whole.count > length else { return whole }
        let wanted = min(
            place.lowerBound - length / 3, whole.upperBound - length)
        let start = eojeol.first { $0.lowerBound >= wanted }?.lowerBound ?? place.lowerBound
        let end = eojeol.last { $0.upperBound <= start + length }?.upperBound ?? start
        return start..<max(end, place.upperBound, start)
    }
}
