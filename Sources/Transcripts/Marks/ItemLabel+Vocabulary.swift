import KoreanText
import Proceedings

/// The words of labels.
extension ItemLabel {
    /// What the witnesses of a hearing are announced with; a name follows.
    static let statements: Set<String> = [
        "statement of", "opening statement of", "prepared statement of", "testimony of",
    ]

    /// The keywords of labels by what they announce; where one begins another, the longer is tried first.
    static let vocabulary: [Unicode.Scalar: [(word: [Unicode.Scalar], kind: TalkKind)]] = {
        let korean: [(TalkKind, String)] = [
            (
                .keynote,
                "주제발표 주제발제 주제강연 기조강연 기조연설 기조발표 기조발제 기조강의 특별강연 특별발표 초청강연 초청발표 발제 발제문 발제자 발표 "
                    + "발표문 발표자 강연 특강 주제"
            ),
            (.discussion, "지정토론 지정토론문 지정토론자 토론 토론문 토론자 패널 패널토론 패널발표 패널발언 패널리스트 약정토론 논평 논평자 토의"),
            (
                .roundtable,
                "종합토론 종합토의 자유토론 전체토론 전체토의 집중토론 라운드테이블 좌담 좌담회 질의응답 질의·응답 질의및응답 플로어토론 청중토론 "
                    + "청중질의응답 청중질의 종합토론및질의응답 토론및질의응답 질의응답및토론 종합질의응답"
            ),
            (.opening, "개회사 개회 개회인사 환영사 인사말 인사말씀 여는말 여는글 모시는글 발간사"),
            (.address, "축사 격려사 기념사 치사"),
            (.moderation, "좌장 공동좌장 총괄좌장 토론좌장 부좌장 사회 공동사회 사회자 진행 진행자"),
            (.closing, "폐회사 폐회 닫는말 맺음말씀 폐회인사"),
            (.talk, "세션"),
        ]
        let english: [(TalkKind, [String])] = [
            (
                .keynote,
                [
                    "keynote", "keynote speech", "keynote address", "keynote lecture", "keynote speaker",
                    "presentation",
                    "invited talk", "invited lecture", "special lecture", "lecture", "speaker", "speakers", "presenter",
                    "presenters", "paper",
                ]
            ),
            (
                .discussion,
                [
                    "panel", "panelist", "panellist", "panelists", "panellists", "discussion", "discussant",
                    "discussants", "designated discussion", "comment", "commentator", "commentators",
                ]
            ),
            (
                .roundtable,
                [
                    "panel discussion", "general discussion", "open discussion", "roundtable", "round table",
                    "roundtable discussion", "q&a", "plenary discussion",
                ]
            ),
            (
                .opening,
                [
                    "opening remarks", "opening address", "opening", "welcome remarks", "welcome address",
                    "welcoming remarks",
                ]
            ),
            (
                .address,
                [
                    "congratulatory remarks", "congratulatory address", "congratulatory speech", "special remarks",
                ] + statements
            ),
            (.moderation, ["moderator", "moderators", "chair", "chairs", "chairperson"]),
            (.closing, ["closing remarks", "closing address", "closing"]),
            (.talk, ["session"]),
        ]
        var result: [(word: [Unicode.Scalar], kind: TalkKind)] = []
        for (kind, words) in korean {
            result += words.split(separator: " ").map { (Array($0.unicodeScalars), kind) }
        }
        for (kind, words) in english {
            result += words.map { (Array($0.unicodeScalars.filter { $0 != " " }), kind) }
        }
        let known = result.filter { !$0.word.isEmpty }.sorted { $0.word.count > $1.word.count }
        return Dictionary(grouping: known) { $0.word.first ?? " " }
    }()
}
