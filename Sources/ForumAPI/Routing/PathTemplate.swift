import ForumStore

/// The pattern of a route's path: literal segments and captured identifiers, written `/v1/talks/{talk}/passages`.
struct PathTemplate: Equatable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// One segment of a pattern.
    enum Segment: Equatable, Sendable {
        /// Stands as it is.
        case literal(String)
        /// The identifier of a thing.
        case identifier(ReferenceKind)
        /// The identifier of a thing with an ending that names a form of it (`{talk}.md`).
        case document(ReferenceKind, String)
        /// The name of a kind of problem.
        case problem
    }

    /// The segments between the slashes.
    let segments: [Segment]

    /// The second segment, where it is a literal.
    var word: String? {
        if segments.count > 1, case .literal(let word) = segments[1] { word } else { nil }
    }

    /// Makes a pattern of its printed form.
    init(stringLiteral pattern: String) {
        segments = pattern.split(separator: "/").map { segment in
            guard segment.hasPrefix("{") else { return .literal(String(segment)) }
            let parts = segment.dropFirst().split(separator: "}", maxSplits: 1)
            if parts == ["problem"] { return .problem }
            guard let name = parts.first, let kind = ReferenceKind(rawValue: String(name)) else {
                preconditionFailure("\(segment) captures nothing that is known")
            }
            return parts.count == 1 ? .identifier(kind) : .document(kind, String(parts[1].dropFirst()))
        }
        precondition(description == pattern, "\(pattern) is no pattern of a path")
    }

    /// The pattern as it is printed, captures in braces.
    var description: String {
        "/"
            + segments.map { segment in
                switch segment {
                case .literal(let text): text
                case .identifier(let kind): "{\(kind.rawValue)}"
                case .document(let kind, let ending): "{\(kind.rawValue)}.\(ending)"
                case .problem: "{problem}"
                }
            }.joined(separator: "/")
    }

    /// The names of what the pattern captures.
    var captures: [String] {
        segments.compactMap { segment in
            switch segment {
            case .literal: nil
            case .identifier(let kind), .document(let kind, _): kind.rawValue
            case .problem: "problem"
            }
        }
    }

    /// Whether the last segment is an identifier, which may hold anything.
    var endsInIdentifier: Bool {
        switch segments.last {
        case .identifier, .problem: true
        case .literal, .document, nil: false
        }
    }

    /// Whether the last segment is an identifier with an ending.
    var endsInDocument: Bool {
        if case .document = segments.last { true } else { false }
    }

    /// What the path captures, or `nil` where it is another's; no route captures more than one segment.
    ///
    /// - Returns: The captured text, empty where the pattern captures none.
    func match(_ path: [String]) -> String? {
        guard path.count == segments.count else { return nil }
        var captured = ""
        for (segment, text) in zip(segments, path) {
            switch segment {
            case .literal(let literal): guard literal == text else { return nil }
            case .document(_, let ending):
                guard let stem = text.stem(before: ending), !stem.isEmpty else { return nil }
                captured = String(stem)
            case .identifier, .problem:
                guard !text.isEmpty else { return nil }
                captured = text
            }
        }
        return captured
    }

    /// The path with its wrong words set right, where each is near to the pattern's.
    func nearest(to path: [String]) -> [String]? {
        guard path.count == segments.count, !path.isEmpty else { return nil }
        var corrected: [String] = []
        for (segment, text) in zip(segments, path) {
            switch segment {
            case .literal(let literal):
                guard
                    literal == text || literal.hasPrefix(text + ".")
                        || NearestSpelling(of: text).best(among: [literal]) != nil
                else { return nil }
                corrected.append(literal)
            case .document(_, let ending):
                guard text.stem(before: ending) != nil else { return nil }
                corrected.append(text)
            case .identifier, .problem:
                guard !text.isEmpty else { return nil }
                corrected.append(text)
            }
        }
        return corrected
    }
}

extension String {
    /// Whether there is a dot.
    var hasDot: Bool {
        var text = self
        return text.withUTF8 { $0.contains(UInt8(ascii: ".")) }
    }

    /// What stands before a dot and an ending of ASCII letters, or `nil` where the text does not end so.
    func stem(before ending: String) -> Substring? {
        let length = ending.utf8.count
        guard utf8.count > length, utf8.suffix(length).elementsEqual(ending.utf8) else { return nil }
        let dot = utf8.index(utf8.endIndex, offsetBy: -length - 1)
        return utf8[dot] == UInt8(ascii: ".") ? self[..<dot] : nil
    }
}
