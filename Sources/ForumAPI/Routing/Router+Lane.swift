import HTTPWire

extension Router {
    /// The names of parameters that make a list costly: what is counted or sought among all rows, or added to each.
    private static let costlyParameters = [ParameterKey.query.name, ParameterKey.facet.name, ParameterKey.include.name]

    /// By which way a request for a target is to go; decided on a loop, from the target's bytes alone.
    ///
    /// A target that hides its letters behind escapes goes by the costly way, where all that is sent is answered too.
    func lane(_ target: Span<UInt8>) -> Lane {
        let parts = target.withUnsafeBufferPointer { bytes in
            bytes.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
        }
        guard let path = parts.first else { return .quick }
        guard !path.hidesLetters else { return .costly }
        let segments = path.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
        if let lane = lane(of: segments) { return lane }
        // An ending asks for a form.
        if let last = segments.last, let dot = last.lastIndex(of: "."),
            let lane = lane(of: segments.dropLast() + [String(last[..<dot])])
        {
            return lane
        }
        guard parts.count > 1 else { return .quick }
        let isCostly = parts[1].utf8.split(separator: UInt8(ascii: "&")).contains { item in
            let name = item.prefix { $0 != UInt8(ascii: "=") }
            return name.contains(UInt8(ascii: "%"))
                || Self.costlyParameters.contains { $0.utf8.elementsEqual(name) }
        }
        return isCostly ? .costly : .quick
    }

    /// Whether the response to a target takes more than one row of the store.
    ///
    /// False for one thing by its identifier, for the state of the server, and for a target that has no route.
    func costsMoreThanRow(_ target: Span<UInt8>) -> Bool {
        guard row(target) == nil else { return false }
        switch lane(target) {
        case .urgent: return false
        case .costly, .bulk: return true
        case .quick:
            let path = target.withUnsafeBufferPointer { bytes in
                String(decoding: bytes.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
            }
            guard let decoded = try? Target(path: path), let found = try? find(decoded.segments) else { return false }
            return !found.entry.route.isRow
        }
    }

    /// The way that a path's route has of its own.
    private func lane(of segments: [String]) -> Lane? {
        laned.first { $0.path.match(segments) != nil }?.lane
    }
}

extension String {
    /// Whether a percent-escape stands for a character of ASCII, which needs none in a path.
    fileprivate var hidesLetters: Bool {
        var isEscape = false
        for byte in utf8 {
            if isEscape, (UInt8(ascii: "2")...UInt8(ascii: "7")).contains(byte) { return true }
            isEscape = byte == UInt8(ascii: "%")
        }
        return false
    }
}
