import SeededNumbers

/// A kind of document in which nobody speaks in turns, and that looks as if.
enum Temptation: String, CaseIterable {
    case keys, koreanKeys, changes, glossary, frequentQuestions, agenda, recipe, resolutions, politeProse, essay, code,
        settings, log
    case review, bibliography, programme, guide, koreanGuide, tasks, letters

    func compose(using random: inout Seeded) -> [String] {
        var maker = TemptationMaker(random: random)
        defer { random = maker.random }
        switch self {
        case .keys: return maker.keys(["Name", "Place", "Opened", "Height", "Keeper", "State", "Remarks", "Owner"])
        case .koreanKeys: return maker.keys(["이름", "위치", "준공", "높이", "관리", "상태", "비고", "소유"])
        case .changes: return maker.changes()
        case .glossary: return maker.glossary()
        case .frequentQuestions: return maker.frequentQuestions()
        case .agenda: return maker.agenda()
        case .recipe: return maker.recipe()
        case .resolutions: return maker.resolutions()
        case .politeProse: return maker.prose(.korean, leads: ["첫째", "둘째", "결론", "예를 들면", "요컨대", "참고로"])
        case .essay:
            return maker.prose(
                .english, leads: ["First", "Note", "In short", "Example", "The result", "One thing is clear"])
        case .code: return maker.code()
        case .settings: return maker.settings()
        case .log: return maker.log()
        case .review: return maker.review()
        case .bibliography: return maker.bibliography()
        case .programme: return maker.programme()
        case .guide:
            return maker.guide(
                .english, ["Open the sluice", "Warning", "Check the weir", "Tip", "Close the gate", "Result"])
        case .koreanGuide: return maker.guide(.korean, ["수문 열기", "주의", "둑길 점검", "도움말", "수문 닫기", "결과"])
        case .tasks: return maker.tasks()
        case .letters: return maker.letters()
        }
    }
}

/// Draws what tempting documents consist of.
private struct TemptationMaker {
    var random: Seeded

    private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    private mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func sentence(_ tongue: TurnTongue) -> String {
        var result = ""
        for (number, part) in pick(tongue.statements).split(separator: "%", omittingEmptySubsequences: false)
            .enumerated()
        {
            result += (number == 0 ? "" : pick(tongue.things)) + part
        }
        return result
    }

    private mutating func sentences(_ tongue: TurnTongue, _ range: ClosedRange<Int>) -> String {
        (0..<count(range)).map { _ in sentence(tongue) }.joined(separator: " ")
    }

    private mutating func name() -> String { "\(pick(TurnTongue.english.given)) \(pick(TurnTongue.english.surnames))" }

    private mutating func thing() -> String { pick(TurnTongue.english.things) }

    mutating func keys(_ fields: [String]) -> [String] {
        var lines = ["Register", ""]
        for _ in 0..<count(8...30) {
            for field in fields {
                lines.append(
                    "\(field): \(pick([name(), thing(), "\(count(1850...2030))", "good", sentence(.english), "\(count(3...90)) m"]))"
                )
            }
            lines.append("")
        }
        return lines
    }

    mutating func changes() -> [String] {
        var lines = ["Changes", ""]
        for version in 1...count(6...20) {
            lines += ["\(version).\(count(0...9)).0", ""]
            for _ in 0..<count(2...8) {
                lines.append(
                    "- \(pick(["fix", "docs", "core", "tide", "build", "sluice", "Fixed", "Added", "merge"])): \(pick(["close", "drop", "rename", "we now check"])) the \(thing())"
                )
            }
            lines += ["", "Released-by: \(name())", ""]
        }
        return lines
    }

    mutating func glossary() -> [String] {
        var lines = ["Glossary", ""]
        let first = ["Salt", "Lamp", "Tide", "Bell", "Grain", "North", "Water", "Ferry"],
            second = ["Table", "Road", "Tax", "Tower", "Store", "Gate", "Toll"]
        var terms = Array(
            first.flatMap { one in second.map { "\(one) \($0)" } }.shuffled(using: &random).prefix(count(20...50)))
        // Some terms have two meanings.
        terms.append(terms[0])
        for term in terms.sorted() { lines += ["\(term) — \(sentence(.english))", ""] }
        return lines
    }

    mutating func frequentQuestions() -> [String] {
        var lines = ["Frequently asked questions", ""]
        for _ in 0..<count(10...30) {
            lines += ["Who pays for the \(thing())?", "", sentences(.english, 1...4), ""]
        }
        return lines
    }

    mutating func agenda() -> [String] {
        var lines = ["Agenda of the Harbour Day", ""]
        for hour in 9...count(12...18) {
            lines += [
                "\(hour):00 Opening of the \(thing())",
                "\(hour):15 \(name()), Northwind Institute: The \(thing()) and the \(thing())", "\(hour):45 Break", "",
            ]
        }
        return lines
    }

    mutating func recipe() -> [String] {
        var lines: [String] = []
        for number in 1...count(4...12) {
            lines += [
                "Soup No. \(number)", "", "Serves: \(count(2...8))", "Time: \(count(10...90)) minutes", "Ingredients:",
                "- salt: \(count(1...9)) g", "- barley: 200 g", "", "Method:",
            ]
            for step in 1...count(3...6) { lines.append("Step \(step): Stir the pot, and we wait until it thickens.") }
            lines += ["Tip: You can add salt.", ""]
        }
        return lines
    }

    mutating func resolutions() -> [String] {
        var lines = ["Minutes of the Harbour Board", ""]
        for number in 1...count(8...30) {
            lines += [
                "\(number). The \(thing())", "Moved by \(name()), seconded by \(name()).",
                "Resolved: That the \(thing()) be closed.",
                "Carried: \(count(4...9)) to \(count(0...3)).",
                "Action: \(name()) to write to the \(thing()) committee.", "",
            ]
        }
        return lines
    }

    mutating func prose(_ tongue: TurnTongue, leads: [String]) -> [String] {
        var lines: [String] = []
        for _ in 0..<count(12...50) {
            let lead = count(0...2) == 0 ? "\(pick(leads)): " : ""
            lines += [lead + sentences(tongue, 2...6), ""]
        }
        return lines
    }

    mutating func code() -> [String] {
        var lines: [String] = []
        for number in 1...count(10...40) {
            lines += [
                "// Note: the \(thing()) is read first.", "func gate\(number)(height: Int, name: String) {",
                "    switch height {", "    case low: return we(\"yes\")",
                "    default: print(\"Keeper: \\(name)\")", "    }", "}", "",
            ]
        }
        return lines
    }

    mutating func settings() -> [String] {
        var lines: [String] = []
        for number in 1...count(8...40) {
            lines += [
                "[gate.\(number)]", "keeper = \(name())", "height: \(number)", "host: tide\(number).example",
                "title = We open at dawn", "",
            ]
        }
        return lines
    }

    mutating func log() -> [String] {
        (0..<count(40...200)).map { number in
            "2031-03-12 1\(number / 60 % 10):\(10 + number % 50):\(10 + number * 7 % 50) \(pick(["INFO", "WARN", "ERROR"])) \(pick(["gate", "server", "tide", "keeper"])): \(pick(["opened", "we are closed", "could not find you", "retry"])) \(thing())"
        }
    }

    mutating func review() -> [String] {
        var lines: [String] = []
        for number in 1...count(6...20) {
            lines += [
                "Lamp \(number)", "Pros: I like the light, and my house is warm.", "Cons: We waited a year for it.",
                "Verdict: \(sentence(.english))", "Price: \(number * 12)", "",
            ]
        }
        return lines
    }

    mutating func bibliography() -> [String] {
        (0..<count(20...80)).map { _ in
            "\(pick(TurnTongue.english.surnames)), \(pick(["A.", "B. C.", "J."])) (\(count(1950...2030))). The \(thing()): a history of the \(thing()). Northwind: Gull Press."
        }
    }

    mutating func programme() -> [String] {
        var lines = ["Programme", ""]
        for number in 1...count(5...15) {
            lines += [
                "Session \(number): The \(thing())", "Chair: \(name()), Northwind Institute",
                "Speakers: \(name()); \(name())", "Room: \(count(1...9))", "",
            ]
        }
        return lines
    }

    mutating func guide(_ tongue: TurnTongue, _ steps: [String]) -> [String] {
        var lines: [String] = []
        for _ in 0..<count(15...50) {
            lines += ["\(pick(["", "", "- ", "**"]))\(pick(steps)): \(sentences(tongue, 1...3))"]
            if count(0...2) == 0 { lines.append("") }
        }
        return lines.map { $0.hasPrefix("**") ? $0.replacing(":", with: ":**", maxReplacements: 1) : $0 }
    }

    mutating func tasks() -> [String] {
        (0..<count(20...70)).map { _ in
            "- [ ] \(pick(["Harbour", "Weir", "Ferry", "Salt Road"])): \(pick(["paint", "measure", "close", "ask for"])) the \(thing()) (\(name()))"
        }
    }

    mutating func letters() -> [String] {
        var lines: [String] = []
        for _ in 0..<count(4...12) {
            lines += [
                "To: \(name())", "From: \(name())", "Date: \(count(1...28)) March 2031", "Subject: The \(thing())", "",
                "Dear Mr. \(pick(TurnTongue.english.surnames)),", "", sentences(.english, 3...8), "", "Yours,", name(),
                "",
            ]
        }
        return lines
    }
}
