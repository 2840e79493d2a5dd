/// The rows that are read by the key of their owner: what a row of a list consists of, and its children.
///
/// Every statement's first column is the owner's key, by which its rows are ordered; its parameters are the least and the
/// greatest owner wanted.
enum RowSet: Int, CaseIterable {
    case events, talks, panelists, topics, passages, sources, corrections
    case organizers, appearances, labels, aliases, topicTalks
    case sections, mentions, passageLines, lineClasses
    case talkReferences, eventReferences, eventsOfTalks, panelistReferences, sectionReferences, topicReferences
    case sourceReferences

    /// Whether an owner has one row.
    var isSingle: Bool { rawValue <= Self.corrections.rawValue || isReferredTo }

    /// Whether the rows are those of things that others refer to: of anything anywhere, and so one alone is read.
    var isReferredTo: Bool { rawValue >= Self.talkReferences.rawValue }

    /// The text of the statement, made once.
    var sql: String { Self.texts[rawValue] }

    /// The text of the statement that finds the row of an identifier, of what has one row of its own.
    var namedSQL: String { Self.namedTexts[rawValue] }

    /// The text of the statement that finds the row of a key, of what has one row of its own.
    var keyedSQL: String { Self.keyedTexts[rawValue] }

    private static let texts = allCases.map(\.text)
    private static let namedTexts = allCases.map { $0.text(finding: "id") }
    private static let keyedTexts = allCases.map { $0.text(finding: "key") }

    private func text(finding column: String) -> String {
        selection.map { "\($0.columns) WHERE \($0.alias).\(column) = ?" } ?? ""
    }

    private var text: String {
        guard let (columns, alias) = selection else { return childText }
        return "\(columns) WHERE \(alias).key BETWEEN ? AND ? ORDER BY \(alias).key"
    }

    /// What is read of a thing of a list, and the name of its table there.
    private var selection: (columns: String, alias: String)? {
        switch self {
        case .events: ("SELECT \(EventRow.columns) FROM events e", "e")
        case .talks: ("SELECT \(TalkRow.columns) FROM talks t", "t")
        case .panelists:
            (
                """
                SELECT \(PanelistRow.columns) FROM panelists pn \
                LEFT JOIN participations pa ON pa.talk = pn.latest_talk AND pa.position = pn.latest_position \
                LEFT JOIN organizations o ON o.key = pa.organization
                """, "pn"
            )
        case .topics:
            ("SELECT \(TopicRow.columns) FROM topics tp LEFT JOIN topics broader ON broader.key = tp.broader", "tp")
        case .passages: ("SELECT \(PassageRow.columns) FROM passages p", "p")
        case .sources:
            ("SELECT \(SourceRow.columns) FROM sources so CROSS JOIN events e ON e.key = so.event", "so")
        default: nil
        }
    }

    private var childText: String {
        switch self {
        case .events, .talks, .panelists, .topics, .passages, .sources: ""
        case .corrections:
            """
            SELECT \(CorrectionRow.columns) FROM corrections c CROSS JOIN events e ON e.key = c.event \
            WHERE c.key BETWEEN ? AND ? ORDER BY c.key
            """
        case .organizers:
            "SELECT event, name FROM organizers WHERE event BETWEEN ? AND ? ORDER BY event, position"
        case .appearances:
            """
            SELECT pa.panelist, \(AppearanceRow.columns) FROM participations pa CROSS JOIN talks t ON t.key = pa.talk \
            CROSS JOIN events e ON e.key = t.event LEFT JOIN organizations o ON o.key = pa.organization \
            WHERE pa.panelist BETWEEN ? AND ? ORDER BY pa.panelist, pa.talk, pa.position
            """
        case .labels:
            "SELECT topic, language, label FROM topic_labels WHERE topic BETWEEN ? AND ? ORDER BY topic, language"
        case .aliases:
            "SELECT topic, alias FROM topic_aliases WHERE topic BETWEEN ? AND ? ORDER BY topic, position"
        case .topicTalks:
            """
            SELECT tt.topic, \(TopicTalkRow.columns) FROM talk_topics tt CROSS JOIN talks t ON t.key = tt.talk \
            WHERE tt.topic BETWEEN ? AND ? ORDER BY tt.topic, tt.talk
            """
        case .sections:
            """
            SELECT s.talk, \(SectionRow.columns) FROM sections s LEFT JOIN sections parent ON parent.key = s.parent \
            WHERE s.talk BETWEEN ? AND ? ORDER BY s.talk, s.key
            """
        case .mentions:
            """
            SELECT m.passage, \(MentionRow.columns) FROM mentions m CROSS JOIN topics tp ON tp.key = m.topic \
            WHERE m.passage BETWEEN ? AND ? ORDER BY m.passage, m.start, m.key
            """
        case .passageLines:
            // The lines that carry the text, not what a page puts between them.
            """
            SELECT ps.passage, ps.position, l.number, l.text FROM passage_spans ps CROSS JOIN source_lines l \
            ON l.source = ps.source AND l.number BETWEEN ps.first_line AND ps.last_line \
            WHERE ps.passage BETWEEN ? AND ? AND l.class IN ('body', 'heading') \
            ORDER BY ps.passage, ps.position, l.number
            """
        case .lineClasses:
            "SELECT lc.source, \(LineClassRow.columns) FROM line_classes lc WHERE lc.source BETWEEN ? AND ? ORDER BY lc.source, lc.class"
        case .talkReferences:
            "SELECT t.key, \(TalkReferenceView.columns) FROM talks t WHERE t.key BETWEEN ? AND ? ORDER BY t.key"
        case .eventReferences:
            "SELECT e.key, \(EventReferenceView.columns) FROM events e WHERE e.key BETWEEN ? AND ? ORDER BY e.key"
        case .eventsOfTalks:
            """
            SELECT t.key, \(EventReferenceView.columns) FROM talks t CROSS JOIN events e ON e.key = t.event \
            WHERE t.key BETWEEN ? AND ? ORDER BY t.key
            """
        case .panelistReferences:
            "SELECT pn.key, \(PanelistReferenceView.columns) FROM panelists pn WHERE pn.key BETWEEN ? AND ? ORDER BY pn.key"
        case .sectionReferences:
            "SELECT s.key, \(SectionReferenceView.columns) FROM sections s WHERE s.key BETWEEN ? AND ? ORDER BY s.key"
        case .topicReferences:
            "SELECT tp.key, \(TopicReferenceView.columns) FROM topics tp WHERE tp.key BETWEEN ? AND ? ORDER BY tp.key"
        case .sourceReferences:
            "SELECT so.key, \(SourceReferenceView.columns) FROM sources so WHERE so.key BETWEEN ? AND ? ORDER BY so.key"
        }
    }
}
