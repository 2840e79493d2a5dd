import KoreanText

/// The mark that begins a speaker's turn in a discussion: `김철수: …`, `○ 홍길동 교수`, `◯위원장`, `사회자: …`.
struct SpeakerLabel: Hashable {
    /// The name, where one is printed.
    var name: String?
    /// The office or part printed with or instead of a name (`위원장`, `사회자`, `교수`).
    var office: String?
    /// The mark as printed.
    var printed: String
    /// What follows on the line.
    var rest: String
    /// Whether a colon or bracket parts the mark from what is said.
    var isMarkedOff: Bool

    private static let parts: SuffixSet = [
        "좌장", "공동좌장", "사회", "공동사회", "사회자", "진행자", "진행", "위원장", "의장", "부위원장", "토론자", "발제자", "발표자", "패널", "청중", "질문자",
        "참석자", "플로어", "간사",
        "위원장대리", "주민", "시민", "방청객", "방청인", "참가자", "관객", "응답자", "면담자", "질의자", "진술인", "공술인", "참고인", "증인", "감정인", "발언자",
        "Moderator", "Chair", "Panelist", "Audience", "Q", "A", "질문",
        "답변", "문", "답",
    ]

    /// Reads the mark at the start of a row.
    ///
    /// - Parameter names: Names that are known, whatever they look like.
    init?(_ manuscript: Manuscript, _ row: Int, names: KnownNames = KnownNames()) {
        guard let first = manuscript.firstScalar(row) else { return nil }
        if !Self.openings.contains(first), !HearingTurn.mayBegin(manuscript, row) {
            guard Self.holdsColon(manuscript, manuscript.rows[row].clean.prefix(Self.reach * 3)) else { return nil }
        } else if Self.signs.contains(first), !Self.mayBeSigned(manuscript, row, names) {
            return nil
        }
        self.init(manuscript.text(row), names: names)
    }

    /// Whether the sign that a row begins with may be a turn's.
    ///
    /// A turn has a colon, or a word after its sign that could begin a name or is an office; most signs are those of lists.
    private static func mayBeSigned(_ manuscript: Manuscript, _ row: Int, _ names: KnownNames) -> Bool {
        let line = manuscript.rows[row].clean
        if holdsColon(manuscript, line) || manuscript.clean[line].prefix(reach * 3).contains(0x3D) { return true }
        // Every sign has three bytes.
        let text = manuscript.clean[line].dropFirst(3).drop { $0 == 0x20 }
        let word = text.prefix { $0 != 0x20 }
        if names.mayBegin(text) { return true }
        let label = String(decoding: word, as: UTF8.self)
        // A word that is not Korean throughout is looked at closely.
        guard let first = label.unicodeScalars.first, let last = label.unicodeScalars.last,
            label.unicodeScalars.allSatisfy(Hangul.isSyllable)
        else { return true }
        if parts.contains(label) || AffiliationLine.isRole(label) { return true }
        // By itself a word is a name of three or four syllables, three bytes each.
        guard PersonName.mayBegin(with: first), (9...12).contains(word.count) else { return false }
        guard particles.contains(last) else { return true }
        // What ends as a noun with its particle is a name only before an office.
        let office = String(decoding: text[word.endIndex...].dropFirst().prefix { $0 != 0x20 }, as: UTF8.self)
        return !office.unicodeScalars.allSatisfy(Hangul.isSyllable) || isPart(office) || AffiliationLine.isRole(office)
    }

    /// Whether a colon, narrow or wide, stands in a part of the clean text.
    private static func holdsColon(_ manuscript: Manuscript, _ range: Range<Int>) -> Bool {
        manuscript.clean.withUnsafeBufferPointer { holdsColon(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    private static func holdsColon(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in bytes.indices {
            if bytes[index] == 0x3A { return true }
            guard bytes[index] == 0xEF, index + 2 < bytes.count else { continue }
            if bytes[index + 1] == 0xBC, bytes[index + 2] == 0x9A { return true }
        }
        return false
    }

    /// How far into a line, in characters, its mark may reach.
    static let reach = 24

    private static let signs: ScalarSet = "○◯●◎■□◆◇▶▷▸►◈▣❍▲△▼▽"
    /// What nouns are followed by and names hardly ever end in.
    private static let particles: ScalarSet = "의를는에와과"
    private static let openings: ScalarSet = "○◯●◎■□◆◇▶▷▸►◈▣❍▲△▼▽[【<("

    /// Reads the mark at the start of a clean line.
    init?(_ line: String, names: KnownNames = KnownNames()) {
        guard !line.isEmpty else { return nil }
        var line = line
        let holdsColon = line.withUTF8(Self.holdsColon)
        if let turn = HearingTurn(line) {
            (name, office, printed, rest) = (turn.surname, turn.office, turn.printed, turn.rest)
            isMarkedOff = true
            return
        }
        // The time that stands before a turn in the record of a webinar is a part of its mark.
        var text = Self.afterTime(line)
        var hasSign = false
        if let first = text.unicodeScalars.first, Self.signs.contains(first), text.first == Character(first) {
            hasSign = true
            text = text.dropFirst().drop { $0 == " " }
        }
        var label: Substring
        var known: (name: String?, office: String?)?
        if let first = text.first, first == "[" || first == "【" || first == "<",
            let close = text.prefix(Self.reach).firstIndex(where: { $0 == "]" || $0 == "】" || $0 == ">" })
        {
            label = text[text.index(after: text.startIndex)..<close]
            text = text[text.index(after: close)...].drop { $0 == ":" || $0 == " " }
            isMarkedOff = true
        } else if let bracketed = Self.bracketed(text, names) {
            label = bracketed.label
            text = bracketed.rest
            isMarkedOff = true
        } else if hasSign, let equals = text.prefix(Self.reach).firstIndex(of: "=") {
            // As newspapers print it: `▲홍길동 = 찬성합니다.`
            label = text[..<equals]
            text = text[text.index(after: equals)...].drop { $0 == " " }
            isMarkedOff = true
        } else if holdsColon, let colon = text.prefix(Self.reach).firstIndex(where: { $0 == ":" || $0 == "：" }) {
            label = text[..<colon]
            text = text[text.index(after: colon)...].drop { $0 == " " }
            isMarkedOff = true
        } else if hasSign {
            guard !text.isEmpty else { return nil }
            let first = text.prefix { $0 != " " }
            let second = text[first.endIndex...].drop { $0 == " " }.prefix { $0 != " " }
            label = first
            let read = Self.read(String(first)) ?? Self.known(String(first), names)
            known = read
            if !second.isEmpty,
                read != nil || AffiliationLine.isRole(String(first)) || names.contains("\(first) \(second)"),
                let both = Self.read("\(first) \(second)") ?? Self.known("\(first) \(second)", names), both.name != nil
            {
                label = text[first.startIndex..<second.endIndex]
                known = both
            }
            guard known != nil else { return nil }
            text = text[label.endIndex...].drop { $0 == " " }
            isMarkedOff = false
        } else {
            return nil
        }
        while label.last == " " { label = label.dropLast() }
        guard let (name, office) = known ?? Self.read(String(label)) ?? Self.known(String(label), names) else {
            return nil
        }
        // `○ 제도의 한계`: a word with a particle, unless a mark or an office says that it is a name.
        if !isMarkedOff, office == nil, let last = name?.unicodeScalars.last, Self.particles.contains(last) {
            return nil
        }
        self.name = name
        self.office = office
        rest = String(text)
        printed = String(line[..<text.startIndex])
        while printed.last == " " { printed.removeLast() }
    }

    /// What follows a time in brackets or none (`[00:52:10]`, `(52:10)`, `00:52`) at the start of a line; else the whole line.
    private static func afterTime(_ line: String) -> Substring {
        var rest = Substring(line)
        let close = ["[": "]", "(": ")"][rest.prefix(1)]
        if close != nil { rest = rest.dropFirst() }
        let time = rest.prefix { $0 == ":" || $0 == "." || ("0"..."9").contains($0) }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ (1...6).contains($0.count) }) else {
            return Substring(line)
        }
        rest = rest[time.endIndex...]
        if let close {
            guard rest.hasPrefix(close) else { return Substring(line) }
            rest = rest.dropFirst()
        }
        let words = rest.drop { $0 == " " }
        return words.isEmpty || words.startIndex == rest.startIndex && close == nil ? Substring(line) : words
    }

    /// The name and office of `홍길동`, `홍길동 교수`, `위원장 홍길동`, `위원장(홍길동)`, `토론자 1`.
    private static func read(_ label: String) -> (name: String?, office: String?)? {
        if label.utf8.last == 0x29, let open = label.firstIndex(of: "("), label.last == ")" {
            let before = label[..<open].words.joined(separator: " ")
            let inside = String(label[label.index(after: open)...].dropLast())
            if parts.contains(before), let name = fullName(inside) {
                return (name, asks.contains(before) ? nil : before)
            }
            if asks.contains(before), isPart(String(inside.prefix { $0 != " " })) { return (nil, inside) }
            if let name = fullName(before) { return (name, inside) }
            return nil
        }
        if let name = fullName(label) { return (name, nil) }
        let words = label.words.map(String.init)
        guard let first = words.first, let last = words.last, words.count <= 4 else { return nil }
        if isPart(first) {
            let rest = words.dropFirst().joined(separator: " ")
            if rest.isEmpty || rest.allSatisfy(\.isNumber) { return (nil, label) }
            return fullName(rest).map { ($0, first) }
        }
        // `과학기술정보통신부장관 홍길동`, as minutes of a parliament print it.
        if words.count == 2, AffiliationLine.isRole(first), let name = fullName(last), !isPart(last) {
            return (name, first)
        }
        if words.count >= 2, AffiliationLine.isRole(last) || isPart(last),
            let name = fullName(words.dropLast().joined(separator: " "))
        {
            return (name, last)
        }
        return nil
    }

    /// A known name with or without an office before or after it.
    private static func known(_ label: String, _ names: KnownNames) -> (name: String?, office: String?)? {
        guard !names.isEmpty else { return nil }
        if names.contains(label) { return (label, nil) }
        let words = label.words
        let name = words.dropLast().joined(separator: " ")
        if names.contains(name) {
            let office = words.last.map(String.init)
            return office.map { isPart($0) || AffiliationLine.isRole($0) } == true ? (name, office) : nil
        }
        guard words.count == 2, let first = words.first.map(String.init), let last = words.last.map(String.init),
            names.contains(last), AffiliationLine.isRole(first) || isPart(first)
        else { return nil }
        return (last, first)
    }

    /// A name in round brackets with what is said after it, `(홍길동) 찬성합니다.`, and no particle (`(홍길동)은`).
    private static func bracketed(_ text: Substring, _ names: KnownNames) -> (label: Substring, rest: Substring)? {
        guard text.first == "(", let close = text.prefix(reach).firstIndex(of: ")") else { return nil }
        let label = text[text.index(after: text.startIndex)..<close]
        let rest = text[text.index(after: close)...]
        guard rest.first == " ", names.contains(String(label)) || fullName(String(label)) != nil else { return nil }
        return (label, rest.drop { $0 == " " })
    }

    /// What stands before a colon in the head of minutes, and could be a name by its first syllable.
    private static let fields: Set<String> = [
        "장소", "일시", "주제", "주최", "주관", "안건", "사건", "시간", "문의", "비고", "제목", "기간", "대상", "강사", "방법", "정원", "참석", "배석",
        "기록",
        "원고", "피고", "신청인", "피신청인", "소요시간", "구분", "정리",
    ]

    /// Words for what is said, which tell nothing about who says it.
    private static let asks: Set<String> = ["질문", "답변", "문", "답", "Q", "A"]

    private static func isPart(_ word: String) -> Bool {
        if let last = word.unicodeScalars.last, Hangul.isSyllable(last) { return parts.contains(word) }
        let bare = String(word.reversed().drop { $0.isNumber }.reversed())
        return parts.contains(bare)
    }

    private static func fullName(_ text: String) -> String? {
        guard let name = PersonName(text), !parts.contains(text), !fields.contains(name.name) else { return nil }
        if name.likelihood >= .plausible, name.name.unicodeScalars.count >= 3 || name.likelihood == .evident {
            return name.name
        }
        let isForeign = name.name.unicodeScalars.allSatisfy { !Hangul.isSyllable($0) }
        return isForeign ? name.name : nil
    }
}
