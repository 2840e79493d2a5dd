import Testing

@testable import Transcripts

/// Whose words: what a document shows of its own labels decides, and doubt leaves words to nobody.
@Suite("Words are given to nobody who did not say them")
struct TurnLawTests {
    /// Who speaks each passage, `-` where nobody is named.
    private func speakers(_ text: String) throws -> [String] {
        try Fixture.parse(text).talks.flatMap(\.passages).map { $0.speaker?.description ?? "-" }
    }

    @Test("two titles that speak right after each other before one surname are two people")
    func neighbours() throws {
        let text = """
            Judge Fox: The court will hear counsel.

            Mr. Fox: Thank you, I will be short.

            Judge Fox: I know that you are not my brother.

            Fox: Which of us do you mean?
            """
        #expect(try speakers(text) == ["Judge Fox", "Mr. Fox", "Judge Fox", "-"])
        let one = text.replacing("Mr. Fox: Thank", with: "Ms. Pell: Thank").replacing(
            "Fox: Which", with: "Ms. Pell: Which")
        #expect(try speakers(one) == ["Judge Fox", "Pell", "Judge Fox", "Pell"])
    }

    @Test("a voice that nobody knew is somebody else each time")
    func unidentified() throws {
        let text = """
            Ada Quill: We will close the pier.

            VOICE FROM THE GALLERY: Shame!

            Ada Quill: I hear you, and I go on.

            Unidentified Woman: I object to that.

            Ada Quill: We will hear you later.
            """
        let passages = try Fixture.parse(text).talks.flatMap(\.passages)
        #expect(passages.map { $0.speaker?.description ?? "-" } == ["Ada Quill", "-", "Ada Quill", "-", "Ada Quill"])
        #expect(passages[1].voice?.kind == .anonymous && passages[1].voice?.label == "VOICE FROM THE GALLERY")
    }

    @Test("what the writer of a record adds ends the turn before, and what a speaker sums up does not")
    func record() throws {
        let text = """
            Ada Quill: I ask you to approve the agenda.

            Motion: To approve the agenda.

            Ben Rowan: I agree with that.

            Conclusion: we need a longer pier.

            Ada Quill: Thank you.

            Ben Rowan: You are welcome.
            """
        #expect(try speakers(text) == ["Ada Quill", "-", "Ben Rowan", "Ben Rowan", "Ada Quill", "Ben Rowan"])
    }

    @Test("a name with a full stop that calls on somebody begins no turn where turns have another form")
    func calls() throws {
        let text = """
            CHIEF JUSTICE VANCE: We will hear argument in this case.
            Mr. Tennyson.
            MR. TENNYSON: Thank you, and may it please the Court.
            JUSTICE ABARA: Which word do you mean?
            MR. TENNYSON: The first one.
            """
        let passages = try Fixture.parse(text).talks.flatMap(\.passages)
        #expect(passages.first { $0.text.contains("Mr. Tennyson.") }?.speaker == "CHIEF JUSTICE VANCE")
    }

    @Test("letters for questions are read though no letter marks the answers")
    func questions() throws {
        let text = """
            MODERATOR: Coach, an opening statement, please.
            COACH BERRIGAN: I thought that we played well.
            Q. Coach, what did you say at halftime?
            COACH BERRIGAN: I told them to run.
            Q. Did they?
            COACH BERRIGAN: They did.
            """
        let coach = "COACH BERRIGAN"
        #expect(try speakers(text) == ["MODERATOR", coach, "-", coach, "-", coach])
        // A list by letters asks nothing.
        let list =
            "Ada Quill: I see two ways.\n\nA. We close it.\n\nB. We mend it.\n\nBen Rowan: I agree.\n\nAda Quill: Thank you.\n"
        #expect(try speakers(list).filter { $0 == "-" }.isEmpty)
    }

    @Test("a full stop at a line's start within a paragraph leaves the words to nobody")
    func weakStarts() throws {
        let names = ["M. Étienne Bouchard", "Mme Odile Varenne", "M. Luc Tessier"]
        var lines = (10..<22).flatMap { number in
            [
                "  \(names[number % 3]). Nous avons compté \(number) ponts dans les communes",
                "du nord, et je vous demande, mes chers collègues, de voter cette loi,",
                "car les écoles et les routes de nos villages en ont besoin ce soir.",
            ]
        }
        lines += ["M. Bouchard. Voilà un homme que je respecte, mais il se trompe ce soir."]
        let text = lines.joined(separator: "\n")
        let passages = try Fixture.parse(text).talks.flatMap(\.passages)
        let last = try #require(passages.last)
        #expect(last.text.contains("Voilà") && last.speaker != "Étienne Bouchard")
    }

    @Test("a full stop behind an address or a sentence ends no label")
    func addresses() throws {
        let text = """
            Chairman Brack. Thank you all. I call on Senator Orle.
            Senator Orle. Thank you, Chairman Brack. I have two questions.
            Chairman Brack, welcome. You know the harbour as I do.
            Some changes have taken place. All right, let's see. We need a pier.
            Several Senators. Hear, hear.
            Chairman Brack. Order. I thank you.
            M. Tilden, rapporteur. Je vous remercie.
            Senator Orle. I yield back.
            """
        let labels = TurnLawTests.labels(text)
        #expect(labels.filter { $0 == "Chairman Brack" }.count == 2 && labels.contains("M. Tilden, rapporteur"))
        #expect(labels.contains("Several Senators"))
        #expect(!labels.contains { $0.contains("welcome") || $0.contains("changes") || $0.contains("right") })
    }

    /// The labels that the scanner finds at the starts of lines.
    private static func labels(_ text: String) -> [String] {
        text.split(separator: "\n").enumerated().compactMap { row, line in
            TurnScanner().candidate(TurnLine(row: row, text: String(line), isBlockStart: true), at: row)
        }.filter { $0.reading.shape.isVoice }.map(\.reading.label)
    }

    @Test("a surname that is a word elsewhere is a name where full names speak, and a title of a note is none")
    func surnamesThatAreWords() throws {
        let text = """
            Nora Whitfield: I think that we should hire two people.

            Deshawn Price: I agree. We have money for one.

            Nora Whitfield: Thank you, Deshawn.

            Meeting Notes: the meeting went on.

            Ivo Marek: I have a question, if you please.

            Nora Whitfield: Yes?

            Ivo Marek: Who pays?
            """
        let found = try speakers(text)
        #expect(found[1] == "Deshawn Price" && !found.contains("Meeting Notes"))
    }

    @Test("a name, a comma and another is whoever has labels by himself, or nobody")
    func pairs() throws {
        let text = """
            Hollis Dane, Acme Robotics: We shipped ninety units last year.

            Perpetua Lowe: And how many came back, do you know?

            Hollis Dane: Four, I think.

            Perpetua Lowe, Hollis Dane: We agree.

            Perpetua Lowe: Thank you.
            """
        #expect(try speakers(text) == ["Hollis Dane", "Perpetua Lowe", "Hollis Dane", "-", "Perpetua Lowe"])
    }

    @Test("keys of lists are no speakers, in bold, behind bullets or over their text")
    func keysOfLists() throws {
        let items = (1...12).map { "  - NG: 配列の番号をキーに使う例 \($0)\n  - OK: 安定した値を使う例 \($0)" }
        let definitions = ["철칙", "언어", "철칙", "해상도", "철칙", "데이터 보존", "판단권한", "포맷", "철칙", "표준", "경로", "범위"]
            .map { "- **\($0)**: 모든 작업은 정해진 순서로 수행합니다." }
        let headings = (1...24).map {
            "**\(["Smart Dose", "Safety", "Usability", "Performance"][$0 % 4])**\n* The dose of the vial is \($0) ml.\n"
        }
        for text in [items, definitions, headings].map({ $0.joined(separator: "\n") }) {
            let parsed = try TranscriptParser().parse([UInt8](text.utf8), event: "e", format: .markdown)
            #expect(parsed.talks.flatMap(\.passages).allSatisfy { $0.speaker == nil && $0.voice == nil })
        }
    }

    @Test("a key in capitals among labels in capitals ends the turn before, and nobody speaks it")
    func keysInCapitals() throws {
        let text = """
            DANA: Where is it? I can't see.

            OLIVER: I don't know.

            WARNING: THIS ROAD IS CLOSED

            OLIVER: Look at this, please.

            DANA: Thank you.
            """
        #expect(try speakers(text) == ["DANA", "OLIVER", "-", "OLIVER", "DANA"])
    }

    @Test("what people call themselves in chats is one label, numbers as well")
    func chatNames() throws {
        let text = """
            [한별] [오후 3:12] 내일 몇 시에 만나요?
            [21500002] [오후 3:13] 두 시요
            [서아 엄마] [오후 3:20] 도서관 2층이에요
            [한별] [오후 3:21] 네 좋아요
            [21500002] [오후 3:22] 감사요
            [서아 엄마] [오후 3:23] 내일 봐요
            """
        #expect(try speakers(text) == ["한별", "21500002", "서아 엄마", "한별", "21500002", "서아 엄마"])
    }

    @Test(
        "what people answer, announce or write down in tags is no label",
        arguments: [
            "Yes, Senator.", "Yes, Mr. Chairman.", "No, Senator. I do not.", "Thank you, Mr. Chairman.",
            "No Senator. I do not.",
            "Oui, monsieur le président. Je le crois.", "Sí, señor Presidente. Gracias.",
            "The report states: we need a pier.",
            "Andre Norman said: they have retained it.", "有人認為：這樣不好。", "政府月前重設扶貧委員會，以三層架構推展扶貧工作：第一步。",
            "<speech>MR. SPEAKER: We begin.",
        ])
    func saidNotLabels(_ line: String) {
        #expect(Self.labels(line) == [])
    }

    @Test("names with particles and nicks in brackets stay labels")
    func stayLabels() {
        #expect(Self.labels("MR. ole TIPIS: That is a serious matter.") == ["MR. ole TIPIS"])
        #expect(Self.labels("<mnot> I think so.") == ["mnot"])
        #expect(Self.labels("梁君彥議員：主席，我想問。") == ["梁君彥議員"])
        #expect(Self.labels("Señor Presidente: Gracias.") == ["Señor Presidente"])
    }

    @Test("labels in capitals whose end was lost end the turn before, and nobody is named")
    func lost() throws {
        let turns = (1...5).flatMap { number in
            [
                "MR. ORLE: Mr. Speaker, Sir, I ask for bridge \(number) again.",
                "THE MINISTER FOR ROADS (Mr. Pell): Mr. Speaker, Sir, I beg to reply that we have no money.",
            ]
        }
        let lines =
            turns + [
                "MR.MUIA asked the Minister for Roads when the bridge will be built.",
                "THE MINISTER FOR ROADS (Mr. Pell) On a point of order, Mr. Speaker, Sir.",
                "MR. ORLE: I thank you, Sir.",
            ]
        let found = try speakers(lines.joined(separator: "\n"))
        #expect(
            found.prefix(10).allSatisfy { $0 == "ORLE" || $0 == "Pell" } && found.dropFirst(10) == ["-", "-", "ORLE"])
        // In a text whose labels are in small letters, capitals tell nothing.
        let small = lines.map {
            $0.replacing("MR. ORLE:", with: "Mr. Orle:").replacing(
                "THE MINISTER FOR ROADS (Mr. Pell):", with: "The Minister for Roads (Mr. Pell):")
        }
        #expect(try !speakers(small.joined(separator: "\n")).contains("-"))
    }

    @Test("a mark in brackets that always says the same is nobody")
    func marks() throws {
        let marks = (1...9).map { "[GRAPHIC] [TIFF OMITTED] T8874.00\($0)" }
        let text = (["Ada Quill: I thank you.", "Ben Rowan: I thank you, too.", "Ada Quill: We are done."] + marks)
            .joined(separator: "\n\n")
        #expect(try !speakers(text).contains("GRAPHIC"))
    }

    @Test(
        "several beside each other are a group, one with an office or another place is not",
        arguments: [
            ("BE/DH", true), ("Titzer / Brad", true), ("Ekr, mt, jana", true), ("Ted/martinD", true), ("Jana/MT", true),
            ("Osei, Amara", false), ("A / 대통령", false), ("강다은 / 시장", false), ("BERG, PIET", false),
            ("Ann Lee, MD", false),
        ])
    func joined(_ label: String, _ isGroup: Bool) {
        let reading = LabelReader().read(label)
        #expect((reading.shape == .group) == isGroup)
    }

    @Test(
        "a title with a full stop is no name",
        arguments: ["L'hon. Allan Roch (ministre de la Sante, Lib.)", "Prof. Allan Roch"])
    func titles(_ label: String) {
        #expect(LabelReader().read(label).name == "Allan Roch")
    }
}
