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
}
