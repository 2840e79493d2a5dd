/// What shows for sure that lines of one form are none of turns.
extension TurnLearner {
    /// The share of labels after which the same one always follows, as fields of a form do, and how many it takes to tell.
    static let orderedShare = 0.95, leastOrdered = 8
    /// How many labels take turns at the most in a conversation that always has one order.
    static let leastCycle = 3
    /// How often the same words stand behind a label of a running line.
    static let runningLines = 3
    /// The fewest questions of an interview that is printed with dashes and without names.
    static let fewestQuestions = 2
    /// What share of labels that stand alone on their lines must be followed by speech, and come again.
    static let leastBareSpeech = 0.4, leastBareRecurring = 0.5
    /// The share of labels of known people that speaks for a form by itself.
    static let leastKnown = 0.5
    /// The least share of lines after which somebody speaks, where labels are words in small letters.
    static let leastNickSpeech = 0.25

    /// What shows for sure that lines of a form are none of turns.
    func objection(
        to form: TurnForm, _ kept: [Int], _ distinct: Set<Int>
    ) -> String? {
        if form.end == .lost { return "its end was lost" }
        guard kept.contains(where: { Self.shapelessness(candidates[$0].reading.shape) < 1 }) else {
            return "no label looks like a speaker"
        }
        if form.end == .opening, kept.count(where: { evidence[$0].isQuestion }) < Self.fewestQuestions {
            return "hardly anything is asked"
        }
        let isNamed = kept.contains(where: isKnown)
        let recurs = kept.contains(where: self.recurs)
        let titled = kept.count(where: isTitled)
        if form.isNick, form.wrapper != .angle, kept.count > 2, !isNamed,
            Double(kept.count { evidence[$0].isSpeech }) < Double(kept.count) * Self.leastNickSpeech
        {
            return "nobody seems to speak"
        }
        if kept.count == 1, !isNamed, !recurs, titled == 0 { return "it comes once" }
        let spoken = Double(kept.count { evidence[$0].isSpeech }) / Double(kept.count)
        var own: [Int: Int] = [:]
        for index in kept { own[labels[index].number, default: 0] += 1 }
        let recurring = Double(own.values.reduce(0) { $1 > 1 ? $0 + $1 : $0 }) / Double(kept.count)
        if form.end == .line, form.wrapper == .none, form.prefix == .none || form.prefix == .list,
            spoken < Self.leastBareSpeech || recurring < Self.leastBareRecurring
        {
            return "nobody seems to speak below it"
        }
        if form.wrapper == .heading, !isNamed, !recurs || spoken < Self.leastBareSpeech {
            return "nobody seems to speak below it"
        }
        return objectionToSetOff(form, kept, spoken, recurring)
            ?? objectionToKeys(form, kept, spoken, own)
            ?? objectionToRepetition(form, kept, distinct, recurs || isNamed)
    }

    /// What shows that labels which stand alone, or behind a sign, are headings or items.
    private func objectionToSetOff(
        _ form: TurnForm, _ kept: [Int], _ spoken: Double, _ recurring: Double
    ) -> String? {
        let isNamed = kept.contains(where: isKnown)
        let knownShare = Double(kept.count(where: isKnown)) / Double(kept.count)
        let members = forms[form]?.members.count ?? kept.count
        if form.isAlone, form.wrapper != .none, form.wrapper != .square, knownShare < Self.leastKnown,
            kept.count * 2 < members
        {
            return "most of its labels name nobody"
        }
        if form.isAlone, form.wrapper == .bold || form.wrapper == .underscore, !isNamed, !kept.contains(where: recurs),
            kept.contains(where: { candidates[$0].reading.label.words.count == 1 })
        {
            return "no label comes twice"
        }
        if case .sign = form.prefix, knownShare < Self.leastKnown, form.end == .space || form.end == .line,
            kept.count(where: isTitled) * 2 <= kept.count,
            recurring < Self.leastBareRecurring || spoken < Self.leastBareSpeech
        {
            return "nobody seems to speak behind the sign"
        }
        return nil
    }

    /// The fewest lines of which it is told that nobody speaks in them, and the share of speech below which nobody does.
    static let fewestSilent = 20, leastSpeech = 0.05
    /// The fewest lines with one label and no other of which it is told that nobody speaks in them.
    static let fewestAlike = 3
    /// The fewest items of a list of definitions, and the share of its labels below which they come again by chance.
    static let fewestDefinitions = 8, leastAgain = 0.25
    /// The share of labels that name people for sure, from which a form is no list of keys.
    static let leastNamed = 0.5
    /// The share of lines that must show that the language is one whose speech is known.
    static let leastFamiliar = 0.3

    /// What shows that labels are the keys of a list: nobody speaks behind them, or hardly any comes again.
    private func objectionToKeys(
        _ form: TurnForm, _ kept: [Int], _ spoken: Double, _ own: [Int: Int]
    ) -> String? {
        // Headings in bold over their text may have the form of a full name.
        let isHeading = form.isAlone && form.wrapper != .none && form.wrapper != .square
        let named = kept.count { isTitled($0) || isKnown($0) || labels[$0].isFullName && !isHeading }
        guard Double(named) < Double(kept.count) * Self.leastNamed, form.wrapper != .angle else { return nil }
        if kept.count >= Self.fewestSilent, spoken < Self.leastSpeech,
            Double(kept.count { SpeechEvidence.isFamiliar(following[$0], reader.words) })
                >= Double(kept.count) * Self.leastFamiliar
        {
            return "nobody seems to speak"
        }
        if form.isMarked, form.end == .wrapper, own.count == 1, kept.count >= Self.fewestAlike,
            spoken < Self.leastSpeech
        {
            return "one label, and nobody seems to speak"
        }
        let again = own.values.count { $0 > 1 }
        if form.prefix == .list, kept.count >= Self.fewestDefinitions,
            Double(again) < Double(own.count) * Self.leastAgain
        {
            return "hardly any label comes twice"
        }
        return nil
    }

    /// What the repetition of labels and of what stands behind them shows.
    private func objectionToRepetition(
        _ form: TurnForm, _ kept: [Int], _ distinct: Set<Int>, _ isTold: Bool
    ) -> String? {
        if kept.count >= Self.leastOrdered, distinct.count > Self.leastCycle, isOrdered(kept) {
            return "the labels always come in one order"
        }
        var behind: [Line: Int] = [:]
        for index in kept where !candidates[index].rest.isEmpty {
            behind[Line(label: labels[index].number, rest: candidates[index].rest), default: 0] += 1
        }
        let repeated = behind.values.filter { $0 >= Self.runningLines }.reduce(0, +)
        if repeated * 2 > kept.count, repeated > 4 { return "the same words stand behind the label again and again" }
        if form.end == .dash || form.end == .line && form.wrapper == .none || form.end == .gap || form.end == .equals,
            !isTold
        {
            return "no label comes twice"
        }
        return nil
    }
    /// Whether a label has a title or a number.
    func isTitled(_ index: Int) -> Bool {
        candidates[index].reading.hasTitle || candidates[index].reading.shape == .anonymous
    }

    /// A label and what is said on its line.
    private struct Line: Hashable {
        var label: Int
        var rest: Substring
    }

    /// A label and the next one.
    private struct Step: Hashable {
        var from: Int
        var to: Int
    }

    /// Whether after a label always the same one follows.
    private func isOrdered(_ kept: [Int]) -> Bool {
        guard Double(kept.count { evidence[$0].isSpeech }) <= Double(kept.count) * 0.5 else { return false }
        var steps: [Step: Int] = [:]
        for (one, two) in zip(kept, kept.dropFirst()) {
            steps[Step(from: labels[one].number, to: labels[two].number), default: 0] += 1
        }
        var most: [Int: Int] = [:]
        for (step, count) in steps { most[step.from] = max(most[step.from] ?? 0, count) }
        let fixed = most.values.reduce(0, +)
        return Double(fixed) >= Double(kept.count - 1) * Self.orderedShare
    }
}
