import Proceedings
import Testing

@testable import Transcripts

/// What the writer of a record adds between turns without a label is a note, and nobody's words.
@Suite("Notes of the record between turns")
struct RecordNoteTests {
    @Test(
        "the end of a record, in many languages",
        arguments: [
            "END 1:40 P.M. EDT", "- END -", "[End of transcript]", "End of recording.",
            "(Whereupon, at 3 p.m., the hearing was adjourned.)",
            "[Whereupon, at 12:15 p.m., the subcommittee was adjourned.]", "The Senate adjourned at 10.30 p.m.",
            "House adjourned at 22:04", "The committee adjourned at 12.15 p.m. until Tuesday.",
            "Adjourned at 3.05 p.m.",
            "Transcribed by https://example.org", "Captions by a volunteer", "Respectfully submitted, Ada Quill",
            "- 산회 -", "(11시 25분 산회)", "11시 25분 산회", "午後五時散会", "――散会――", "（以上）",
            "La séance est levée à 18 heures 30.", "(La séance est levée à dix-huit heures.)",
            "Se levanta la sesión a las 14:30.",
            "Schluss der Sitzung: 19.34 Uhr", "(Schluss: 22.10 Uhr)", "La seduta termina alle 13.20.",
            "Encerra-se a sessão às 18 horas e 12 minutos.", "Заседание закрыто в 18:30.", "Засідання закрито о 14:00.",
            "Fin de la transcription", "Transkription von Ada Quill", "BY MR. PELL:", "By Ms. Orrin:",
            "DIRECT EXAMINATION",
            "CROSS-EXAMINATION BY MR. PELL:", "Redirect Examination by Ms. Orrin", "EXAMINATION (Continued)",
            "having been first duly sworn, testified as follows:", "(Witness excused.)",
        ])
    func ends(_ text: String) {
        #expect(RecordNote.kind(text) == .end)
    }

    @Test(
        "what interrupts a sitting, or happens in it",
        arguments: [
            "Sitting suspended from 12:10 to 13:00", "Proceedings suspended from 10:30 to 10:45",
            "At 12.51 the sitting was suspended.", "The committee resumed at 2 p.m.",
            "(A recess was taken from 10:05 to 10:20.)",
            "The Senate met at 2:00 p.m., the Speaker in the Chair.", "Laughter and applause.", "Applause.",
            "(La séance, suspendue à seize heures, est reprise à seize heures dix.)", "(10시 41분 개의)", "午前十時開議",
            "(Unterbrechung von 11.02 bis 12.00 Uhr)", "Se suspende la sesión a las 12:00.",
        ])
    func pauses(_ text: String) {
        #expect(RecordNote.kind(text) == .pause)
    }

    @Test(
        "what people say of the same is no note",
        arguments: [
            "The meeting is adjourned.", "I declare the sitting closed at 6 p.m.", "We will end at 3 p.m.",
            "The hearing is adjourned until 10 a.m. tomorrow.",
            "La séance est levée.", "Se levanta la sesión.", "Die Sitzung ist geschlossen.", "회의를 마치겠습니다.",
            "오늘 회의는 11시에 산회하겠습니다.", "End of story.", "The bridge was closed at five.", "It ended at 9.",
            "We rose at 5 in those days.", "The house stood by the river.", "Were you sworn in?",
            "By Monday we need the report.",
            "The examination was hard.", "Did the committee adjourn at 3 p.m.?", "By the way:", "These are my ends.",
            "The council closed the pool and opened a library, and nobody asked the people who swim.",
        ])
    func saidByPeople(_ text: String) {
        #expect(RecordNote.kind(text) == nil)
    }

    /// The kinds and speakers of the passages.
    private func passages(_ text: String) throws -> [String] {
        try Fixture.parse(text).talks.flatMap(\.passages).map { "\($0.kind) \($0.speaker?.description ?? "-")" }
    }

    @Test("nobody goes on speaking behind the end of a sitting, and whoever spoke does behind a pause")
    func behind() throws {
        let text = """
            Ada Quill: I thank you all, and I will be short.

            Sitting suspended from 12:10 to 13:00

            I now come to my second point, as I told you.

            Ben Rowan: Thank you, I agree with you.

            The committee adjourned at 3 p.m.

            APPENDIX

            A letter of the harbour board on the pier.
            """
        let found = try passages(text)
        #expect(
            found.prefix(5) == [
                "paragraph Ada Quill", "note -", "paragraph Ada Quill", "paragraph Ben Rowan", "note -",
            ])
        #expect(found.dropFirst(5).allSatisfy { $0.hasSuffix(" -") })
    }

    @Test("brackets that open a paragraph and close another line's end are a note, however long")
    func longBrackets() throws {
        let text = """
            Ada Quill: I ask you to mend the pier before the winter comes, and to tell
            the people of the harbour what it will cost them in the end.

            [The prepared statement of Ms. Quill on the pier and its piles can be found
            on page 30 of the appendix to the minutes.]

            Ben Rowan: Thank you. I agree with what you said about the harbour and the
            people who live there, and I will vote for it.

            Ada Quill: Thank you very much.
            """
        #expect(
            try passages(text) == ["paragraph Ada Quill", "note -", "paragraph Ben Rowan", "paragraph Ada Quill"])
    }

    @Test("Markdown ends with its meeting as well")
    func markdown() throws {
        let text = """
            **Ada Quill:** I thank you all for coming, we had a good day.

            **Ben Rowan:** Thank you, I agree with you.

            *Transcribed by a volunteer*

            The pier was built by the town and is mended by it.
            """
        let draft = try TranscriptParser().parse([UInt8](text.utf8), event: "e", format: .markdown)
        let found = draft.talks.flatMap(\.passages).map { "\($0.kind) \($0.speaker?.description ?? "-")" }
        #expect(found == ["paragraph Ada Quill", "paragraph Ben Rowan", "note -", "paragraph -"])
    }
}
