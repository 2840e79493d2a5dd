import Proceedings

/// Corrections of who a voice is.
extension EventCorrector {
    /// Where a passage stands in the record; in printed order.
    private struct Spot: Comparable {
        var talk: Int
        var passage: Int

        static func < (left: Spot, right: Spot) -> Bool {
            (left.talk, left.passage) < (right.talk, right.passage)
        }
    }

    /// Gives the turns of a voice to somebody, or to nobody.
    ///
    /// - Parameters:
    ///   - scope: The voice, and what it is narrowed to.
    ///   - talk: The talk that it is narrowed to.
    ///   - name: Who it is; `nil` takes a wrong attribution away.
    ///   - was: The person that the source gives, which must be said where it gives one.
    ///   - correction: Receives what was there, and which passages were changed.
    mutating func identify(
        _ scope: Correction.VoiceScope, in talk: Talk.ID?, as name: String?, was: String?,
        noting correction: inout Correction
    ) throws(Obstacle) {
        let spots = try spots(of: scope, in: try talks(of: scope, in: talk))
        for talk in Set(spots.map(\.talk)).sorted() { try requireSource(record.talks[talk].source) }
        try requireAgreement(on: spots, of: scope.label, was)
        let speaker = name.map { Panelist.ID($0) }
        let before = Set(spots.map { passage($0).speaker })
        guard before != [speaker] else {
            throw Obstacle(detail: "'\(scope.label)' is \(name ?? "nobody") already")
        }
        let names = before.compactMap { $0?.rawValue }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        correction.before = names.isEmpty ? nil : names.joined(separator: ", ")
        let kind = name.map(kind)
        for spot in spots {
            record.talks[spot.talk].talk.passages[spot.passage].speaker = speaker
            correction.changed.append(passage(spot).id)
        }
        named.formUnion(correction.changed)
        for talk in Set(spots.map(\.talk)).sorted() {
            if let name, let kind { add(name, kind, toTalk: talk, for: before) }
            removeSpeakers(before, fromTalk: talk)
        }
    }

    private func passage(_ spot: Spot) -> Passage { record.talks[spot.talk].talk.passages[spot.passage] }

    // MARK: Which passages

    /// The talks that a voice is narrowed to.
    private func talks(of scope: Correction.VoiceScope, in id: Talk.ID?) throws(Obstacle) -> [Int] {
        if let id { return [try talk(id)] }
        guard let name = scope.source else { return Array(record.talks.indices) }
        guard let source = record.sources.first(where: { $0.name == name || $0.id.rawValue == name }) else {
            throw Obstacle(
                detail: "there is no source \(name); the event's are "
                    + record.sources.map(\.name).joined(separator: ", "))
        }
        return record.talks.indices.filter { record.talks[$0].source == source.id }
    }

    /// The passages of a voice in some talks, between the bounds.
    private func spots(of scope: Correction.VoiceScope, in talks: [Int]) throws(Obstacle) -> [Spot] {
        let spots = talks.flatMap { talk in
            record.talks[talk].talk.passages.indices.map { Spot(talk: talk, passage: $0) }
        }
        let own = spots.filter { passage($0).voice?.label == scope.label }
        guard !own.isEmpty else { throw Obstacle(detail: absence(of: scope.label)) }
        func bound(_ id: Passage.ID?) throws(Obstacle) -> Spot? {
            guard let id else { return nil }
            guard let spot = spots.first(where: { passage($0).id == id }) else {
                throw Obstacle(detail: "there is no passage \(id) where '\(scope.label)' is sought")
            }
            guard let voice = passage(spot).voice, voice.label == scope.label else {
                let other = passage(spot).voice.map { "a turn of '\($0.label)'" } ?? "in no turn"
                throw Obstacle(detail: "\(id) is \(other), not of '\(scope.label)'")
            }
            return spot
        }
        let (first, last) = (try bound(scope.first), try bound(scope.last))
        if let first, let last, last < first {
            throw Obstacle(detail: "\(passage(last).id) stands before \(passage(first).id)")
        }
        return own.filter { spot in first.map { $0 <= spot } != false && last.map { spot <= $0 } != false }
    }

    /// Why no passage has a voice.
    private func absence(of label: String) -> String {
        var labels: [String] = []
        var known: Set<String> = []
        for (talk, _) in record.talks {
            for passage in talk.passages {
                guard let other = passage.voice?.label else { continue }
                if other == label { return "the voice '\(label)' is in \(talk.id), not where it is sought" }
                if known.insert(other).inserted { labels.append(other) }
            }
        }
        guard let nearest = label.nearest(among: labels) else { return "no passage of the event has a voice" }
        return "there is no voice '\(label)'; the nearest is '\(nearest)'"
    }

    /// That the source gives the passages to whom the correction says it does.
    ///
    /// What an earlier correction has named is that one's to answer for. An office, a numbered speaker and nobody need no word.
    private func requireAgreement(on spots: [Spot], of label: String, _ was: String?) throws(Obstacle) {
        var (people, others): (Set<String>, Set<String>) = ([], [])
        for spot in spots where !named.contains(passage(spot).id) {
            guard let speaker = passage(spot).speaker else { continue }
            let part = record.talks[spot.talk].talk.participations.first { $0.panelist == speaker }
            if part?.kind ?? .person == .person {
                people.insert(speaker.rawValue)
            } else {
                others.insert(speaker.rawValue)
            }
        }
        let given = people.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard given.count <= 1 else {
            throw Obstacle(
                detail: "the source gives '\(label)' to \(given.joined(separator: " and ")); "
                    + "narrow it by talk or source, or by from_passage and to_passage")
        }
        if let was, people != [was], people.isEmpty ? !others.contains(was) : true {
            throw Obstacle(
                detail: "the source gives '\(label)' to \(given.first ?? others.min() ?? "nobody"), "
                    + "and 'was' says '\(was)'")
        }
        if was == nil, let person = given.first {
            throw Obstacle(detail: "the source gives '\(label)' to \(person); 'was' must say so")
        }
    }

    // MARK: Who takes part

    /// What somebody of a name is in the event: an office or a numbered speaker only where nobody else is called so.
    private func kind(of name: String) -> Voice.Kind {
        let kinds = Set(
            record.talks.flatMap(\.talk.participations).filter { $0.name == name }.map(\.kind))
        return kinds.contains(.person) ? .person : kinds.first ?? .person
    }

    /// Adds somebody to a talk's participants, with the part that the speakers before had there.
    private mutating func add(
        _ name: String, _ kind: Voice.Kind, toTalk index: Int, for speakers: Set<Panelist.ID?>
    ) {
        let parts = record.talks[index].talk.participations
        guard !parts.contains(where: { $0.name == name && $0.kind == kind }) else { return }
        let role = parts.first { speakers.contains($0.panelist) }?.role ?? .speaker
        record.talks[index].talk.participations.append(
            Participation(kind, panelist: Panelist.ID(name), role: role, name: name, printedName: name))
    }

    /// Removes from a talk's participants those who were there for their turns alone and have none left.
    private mutating func removeSpeakers(_ speakers: Set<Panelist.ID?>, fromTalk index: Int) {
        let (talk, source) = record.talks[index]
        let speaking = Set(talk.passages.compactMap(\.speaker))
        let lines = record.sources.first { $0.id == source }?.lines ?? []
        record.talks[index].talk.participations.removeAll { part in
            guard speakers.contains(part.panelist), !speaking.contains(part.panelist) else { return false }
            guard part.kind == .person else { return true }
            guard part.affiliation == nil else { return false }
            // A name that no line prints is another correction's; one in the head of a talk was printed for its own sake.
            guard let line = part.nameLine, lines.indices.contains(line - 1) else { return true }
            return [.body, .cue].contains(lines[line - 1].lineClass)
        }
    }
}

extension String {
    /// The text that takes the fewest changes to become this one, the first of equals.
    fileprivate func nearest(among texts: [String]) -> String? {
        let own = Array(prefix(Self.comparedLength))
        return texts.min { distance($0, own) < distance($1, own) }
    }

    private static let comparedLength = 60

    private func distance(_ text: String, _ own: [Character]) -> Int {
        Array(text.prefix(Self.comparedLength)).difference(from: own).count
    }
}
