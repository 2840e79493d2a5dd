import SeededNumbers

/// How a composed document says who speaks: how its people are named, and what its labels are set in.
struct TurnStyle {
    /// Somebody who speaks.
    struct Person {
        var given: String
        var surname: String
        var isWoman: Bool
        var office: String
        var place: String
        var nick: String
        var full: String
        var initials: String { String(given.prefix(1) + surname.prefix(1)) }
    }

    /// How people are named in labels.
    enum Naming: String, CaseIterable {
        case full, surname, capitals, titled, titledCapitals, initials, nick, numbered, officeAndName, nameAndOffice,
            withPlace
    }

    /// What labels are set in.
    enum Setting: String, CaseIterable {
        case colon, bold, boldTime, heading, list, square, time, dash, lenticular, timedColon, alone, angle, timedAngle,
            tightAngle
        case stop, stopDash, sign, gap, question, equals
    }

    /// A label as it is printed, with what follows it on its line or not.
    struct Frame {
        var text: String
        var isAlone = false
        var hasBlankBelow = false
    }

    let tongue: TurnTongue
    let naming: Naming
    let setting: Setting
    let people: [Person]
    let hasHeadings: Bool
    let hasNotes: Bool
    let hasGroups: Bool
    let hasAsides: Bool
    /// Whether the one who presides is named by office alone, and whether once with the holder in brackets.
    let isChairAnOffice: Bool
    let showsHolder: Bool
    private let isCapitalised: Bool

    var name: String { "\(tongue.code) \(naming.rawValue) \(setting.rawValue)" }
    var isMarkdown: Bool { [.bold, .boldTime, .heading].contains(setting) }
    var isChat: Bool { naming == .nick || setting == .angle || setting == .timedAngle || setting == .tightAngle }
    var mayWrap: Bool { !isMarkdown && !isChat && setting != .list && setting != .time }
    var needsList: Bool { naming == .initials }
    var isAlwaysParted: Bool { isMarkdown || setting == .square || setting == .alone || setting == .time }

    init(using random: inout Seeded) {
        let tongues: [TurnTongue] = [
            .english, .english, .english, .english, .korean, .korean, .korean, .japanese, .chinese, .german, .french,
            .spanish, .russian,
        ]
        tongue = tongues[Int.random(in: 0..<tongues.count, using: &random)]
        let settings = Self.settings(of: tongue.code)
        setting = settings[Int.random(in: 0..<settings.count, using: &random)]
        let namings = Self.namings(of: tongue.code, in: setting)
        naming = namings[Int.random(in: 0..<namings.count, using: &random)]
        var drawn: [Person] = []
        for index in 0..<Int.random(in: 2...6, using: &random) {
            drawn.append(Self.person(tongue, index, drawn, using: &random))
        }
        people = drawn
        hasHeadings = Int.random(in: 0..<3, using: &random) == 0
        hasNotes = Int.random(in: 0..<3, using: &random) == 0
        hasGroups =
            Int.random(in: 0..<4, using: &random) == 0 && naming != .nick && naming != .initials && naming != .numbered
        hasAsides = Int.random(in: 0..<3, using: &random) == 0
        let mayPreside =
            naming != .nick && naming != .initials && naming != .numbered && setting != .dash && setting != .alone
        isChairAnOffice = mayPreside && Bool.random(using: &random)
        showsHolder = Bool.random(using: &random)
        isCapitalised = naming == .titledCapitals || naming == .capitals
    }

    private static func settings(of code: String) -> [Setting] {
        let common: [Setting] = [
            .colon, .colon, .bold, .boldTime, .heading, .list, .square, .time, .lenticular, .timedColon,
        ]
        switch code {
        case "en":
            return common + [
                .dash, .alone, .stop, .stop, .question, .angle, .angle, .timedAngle, .timedAngle, .tightAngle, .colon,
                .equals,
            ]
        case "ko": return common + [.sign, .sign, .gap, .alone]
        case "ja": return common + [.sign]
        case "fr", "es": return common + [.stopDash, .dash]
        case "ru", "de": return common + [.dash]
        default: return common
        }
    }

    private static func namings(of code: String, in setting: Setting) -> [Naming] {
        switch setting {
        case .angle, .timedAngle, .tightAngle: return [.nick]
        case .stop: return [.titled, .titledCapitals]
        case .stopDash: return [.titled]
        case .question: return [.full, .titled]
        case .sign, .gap: return code == "ja" ? [.officeAndName] : [.officeAndName, .nameAndOffice]
        case .alone: return code == "ko" ? [.officeAndName, .nameAndOffice] : [.full]
        case .dash: return [.full]
        case .equals: return [.full]
        case .time: return [.full, .numbered]
        default:
            switch code {
            case "en":
                return [.full, .surname, .capitals, .titled, .titledCapitals, .initials, .nick, .numbered, .withPlace]
            case "ko": return [.full, .numbered, .officeAndName, .nameAndOffice, .withPlace]
            case "ja", "zh": return [.full, .surname, .titled, .numbered]
            case "de", "ru": return [.full, .titled, .numbered, .withPlace]
            default: return [.full, .titled, .titledCapitals, .numbered]
            }
        }
    }

    private static let nickParts = [
        "tol", "mjo", "pim", "zar", "quo", "vex", "lin", "dra", "oku", "fen", "wis", "bru", "hax", "ry", "nul", "ebb",
    ]

    private static func person(_ tongue: TurnTongue, _ index: Int, _ others: [Person], using random: inout Seeded)
        -> Person
    {
        var person: Person
        repeat {
            let given = tongue.given[Int.random(in: 0..<tongue.given.count, using: &random)]
            let surname = tongue.surnames[Int.random(in: 0..<tongue.surnames.count, using: &random)]
            let ends = ["", "", "y", "er", "_", "42", "-", "zz"]
            let nick =
                nickParts[Int.random(in: 0..<nickParts.count, using: &random)]
                + nickParts[Int.random(in: 0..<nickParts.count, using: &random)]
                + ends[Int.random(in: 0..<ends.count, using: &random)]
            person = Person(
                given: given, surname: surname, isWoman: Bool.random(using: &random),
                office: tongue.offices[Int.random(in: 0..<tongue.offices.count, using: &random)],
                place: tongue.places[Int.random(in: 0..<tongue.places.count, using: &random)], nick: nick,
                full: tongue.isSurnameFirst ? surname + tongue.gap + given : given + tongue.gap + surname)
        } while others.contains {
            $0.surname == person.surname || $0.initials == person.initials || $0.nick == person.nick
        }
        if index == 0 { person.office = tongue.chairs[Int.random(in: 0..<tongue.chairs.count, using: &random)] }
        return person
    }

    /// Somebody as the list at the head of the document has them.
    func listed(_ person: Person) -> String {
        naming == .initials ? "\(person.full) (\(person.initials))" : person.full
    }

    /// The label of one who speaks, whom it names, and as what.
    func label(of index: Int, isFirst: Bool) -> (text: String, who: [String], kind: ComposedTurns.Kind) {
        let person = people[index]
        if index == 0, isChairAnOffice {
            let office =
                isCapitalised && tongue.code == "en"
                ? person.office.prefix(4) + person.office.dropFirst(4).uppercased() : person.office[...]
            guard showsHolder else { return (String(office), [person.office], .office) }
            let holder =
                tongue.hasBlanks && tongue.code != "ko"
                ? "\(person.isWoman ? tongue.women : tongue.men) \(person.surname)" : person.full
            return isFirst
                ? ("\(office) (\(holder))", [person.surname], .person)
                : (String(office), [person.surname, person.office], .office)
        }
        let title = person.isWoman ? tongue.women : tongue.men
        let surname = naming == .titledCapitals ? person.surname.uppercased() : person.surname
        switch naming {
        case .full: return (person.full, [person.full], .person)
        case .surname: return (person.surname, [person.surname], .person)
        case .capitals: return (person.surname.uppercased(), [person.surname], .person)
        case .titled, .titledCapitals:
            let text = tongue.hasBlanks ? "\(title) \(surname)" : person.full + title
            return (text, [person.surname], .person)
        case .initials: return (person.initials, [person.full], .person)
        case .nick: return (person.nick, [person.nick], .person)
        case .numbered: return ("\(tongue.numbered) \(index + 1)", ["\(tongue.numbered)\(index + 1)"], .anonymous)
        case .officeAndName:
            if tongue.code == "ja" { return ("\(person.office)（\(person.full)君）", [person.full], .person) }
            return ("\(person.office) \(person.full)", [person.full], .person)
        case .nameAndOffice: return ("\(person.full) \(person.office)", [person.full], .person)
        case .withPlace: return ("\(person.full) (\(person.place))", [person.full], .person)
        }
    }

    /// A label as it is printed.
    func frame(_ label: String, _ seconds: Int, _ number: Int) -> Frame {
        let minutes = seconds / 60 < 10 ? "0\(seconds / 60)" : "\(seconds / 60)"
        let rest = seconds % 60 < 10 ? "0\(seconds % 60)" : "\(seconds % 60)"
        let isWide = tongue.code == "ja" || tongue.code == "zh"
        switch setting {
        case .colon: return Frame(text: isWide ? "\(label)：" : "\(label): ")
        case .bold: return Frame(text: "**\(label):** ")
        case .boldTime: return Frame(text: "**\(label)** [\(minutes):\(rest)]", isAlone: true, hasBlankBelow: true)
        case .heading: return Frame(text: "### \(label)", isAlone: true, hasBlankBelow: true)
        case .list: return Frame(text: "- \(label): ")
        case .square: return Frame(text: "[\(label)]", isAlone: true)
        case .time: return Frame(text: "\(label)  \(seconds / 60):\(rest)", isAlone: true)
        case .dash: return Frame(text: "\(label) — ")
        case .lenticular: return Frame(text: "【\(label)】 ")
        case .timedColon: return Frame(text: "[\(minutes):\(rest)] \(label): ")
        case .alone: return Frame(text: label, isAlone: true)
        case .angle: return Frame(text: "<\(label)> ")
        case .timedAngle: return Frame(text: "[1\(number / 60 % 10):\(rest)] <\(label)> ")
        case .tightAngle: return Frame(text: "1\(number / 60 % 10):\(rest) <\(label)> ")
        case .stop: return Frame(text: "\(label). ")
        case .stopDash: return Frame(text: "\(label). — ")
        case .sign: return Frame(text: isWide ? "○\(label)　" : "○\(label)  ")
        case .gap: return Frame(text: "\(label)   ")
        case .question: return Frame(text: number.isMultiple(of: 2) ? "Q\(number / 2 + 1) \(label): " : "\(label): ")
        case .equals: return Frame(text: "\(label) = ")
        }
    }
}
