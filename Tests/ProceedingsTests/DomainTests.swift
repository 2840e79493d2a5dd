import Proceedings
import Testing

@Suite("The domain's words")
struct DomainTests {
    @Test("every kind of talk has a letter of its own for its identifiers")
    func letters() {
        #expect(Set(TalkKind.allCases.map(\.letter)).count == TalkKind.allCases.count)
    }

    @Test("identifiers are ordered by their UTF-8 bytes, the same on every machine")
    func order() {
        let names: [Event.ID] = ["나", "b", "가", "a", "É", "B"]
        #expect(names.sorted().map(\.rawValue) == ["B", "a", "b", "É", "가", "나"])
    }

    @Test("canonically equivalent spellings are one identifier")
    func equality() {
        #expect(Panelist.ID("가") == Panelist.ID("\u{1100}\u{1161}"))
    }

    @Test("severities are ordered from the mildest to the worst")
    func severities() {
        #expect(Diagnostic.Severity.allCases.sorted() == [.note, .warning, .error])
    }

    @Test("the raw values that the interface shows are those that clients rely on")
    func contract() {
        #expect(
            Passage.Kind.allCases.map(\.rawValue)
                == ["heading", "paragraph", "bullet", "quote", "table", "footnote", "note"])
        #expect(ParticipationRole.allCases.map(\.rawValue) == ["keynote", "discussant", "moderator", "speaker"])
        #expect(Voice.Kind.allCases.map(\.rawValue) == ["person", "office", "group", "anonymous", "unknown"])
        #expect(Voice.Kind.allCases.filter(\.isOneSpeaker) == [.person, .office, .anonymous])
        #expect(Correction.Change.allCases.map(\.rawValue).suffix(2) == ["same_as", "is"])
        #expect(TalkKind.keynote.rawValue == "keynote" && TalkKind.discussion.rawValue == "discussion")
        #expect(SourceLine.Class.pageHeader.rawValue == "page_header")
        #expect(SourceLine.Join.allCases.map(\.rawValue) == ["space", "nothing", "hyphen", "end"])
    }

    @Test("a talk of which only the head matter was printed has no transcript")
    func transcript() {
        var talk = Talk(
            id: "e-k1", kind: .keynote, kindLabel: "발제", ordinal: 1, position: 1, title: nil, participations: [],
            lines: 1...3)
        #expect(!talk.hasTranscript)
        let span = SourceSpan(page: 1, printedPage: nil, lines: 4...4)
        talk.passages = [Passage(id: "e-k1.p1", kind: .paragraph, text: "말", spans: [span])]
        #expect(talk.hasTranscript)
    }
}
