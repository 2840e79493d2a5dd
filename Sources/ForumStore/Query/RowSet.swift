/// The rows that are read by the key of their owner: what a row of a list consists of, and its children.
///
/// Every statement's first column is the owner's key, by which its rows are ordered; its parameter is the least owner wanted.
enum RowSet: Int, CaseIterable {
    case events, talks, panelists, topics, passages, sources, corrections
    case organizers, participants, talkTopics, appearances, labels, aliases, topicTalks
    case spans, passageTopics, mentions, lineClasses

    var sql: String {
        switch self {
        case .events:
            "SELECT \(EventRow.columns) FROM events e WHERE e.key >= ? ORDER BY e.key"
        case .talks:
            """
            SELECT \(TalkRow.columns) FROM talks t CROSS JOIN events e ON e.key = t.event \
            CROSS JOIN sources so ON so.key = t.source WHERE t.key >= ? ORDER BY t.key
            """
        case .panelists:
            """
            SELECT \(PanelistRow.columns) FROM panelists pn \
            LEFT JOIN participations pa ON pa.talk = pn.latest_talk AND pa.position = pn.latest_position \
            LEFT JOIN organizations o ON o.key = pa.organization WHERE pn.key >= ? ORDER BY pn.key
            """
        case .topics:
            """
            SELECT \(TopicRow.columns) FROM topics tp LEFT JOIN topics broader ON broader.key = tp.broader \
            WHERE tp.key >= ? ORDER BY tp.key
            """
        case .passages:
            """
            SELECT \(PassageRow.columns) FROM passages p CROSS JOIN talks t ON t.key = p.talk \
            CROSS JOIN events e ON e.key = t.event LEFT JOIN sections s ON s.key = p.section \
            LEFT JOIN panelists pn ON pn.key = p.panelist \
            LEFT JOIN passages previous ON previous.key = p.key - 1 AND previous.talk = p.talk \
            LEFT JOIN passages next ON next.key = p.key + 1 AND next.talk = p.talk \
            WHERE p.key >= ? ORDER BY p.key
            """
        case .sources:
            """
            SELECT \(SourceRow.columns) FROM sources so CROSS JOIN events e ON e.key = so.event \
            WHERE so.key >= ? ORDER BY so.key
            """
        case .corrections:
            """
            SELECT \(CorrectionRow.columns) FROM corrections c CROSS JOIN events e ON e.key = c.event \
            WHERE c.key >= ? ORDER BY c.key
            """
        case .organizers:
            "SELECT event, name FROM organizers WHERE event >= ? ORDER BY event, position"
        case .participants:
            """
            SELECT pa.talk, \(ParticipantRow.columns) FROM participations pa \
            CROSS JOIN panelists pn ON pn.key = pa.panelist LEFT JOIN organizations o ON o.key = pa.organization \
            WHERE pa.talk >= ? ORDER BY pa.talk, pa.position
            """
        case .talkTopics:
            """
            SELECT tt.talk, \(TalkTopicRow.columns) FROM talk_topics tt CROSS JOIN topics tp ON tp.key = tt.topic \
            WHERE tt.talk >= ? ORDER BY tt.talk, tt.position
            """
        case .appearances:
            """
            SELECT pa.panelist, \(AppearanceRow.columns) FROM participations pa CROSS JOIN talks t ON t.key = pa.talk \
            CROSS JOIN events e ON e.key = t.event LEFT JOIN organizations o ON o.key = pa.organization \
            WHERE pa.panelist >= ? ORDER BY pa.panelist, pa.talk, pa.position
            """
        case .labels:
            "SELECT topic, language, label FROM topic_labels WHERE topic >= ? ORDER BY topic, language"
        case .aliases:
            "SELECT topic, alias FROM topic_aliases WHERE topic >= ? ORDER BY topic, position"
        case .topicTalks:
            """
            SELECT tt.topic, \(TopicTalkRow.columns) FROM talk_topics tt CROSS JOIN talks t ON t.key = tt.talk \
            WHERE tt.topic >= ? ORDER BY tt.topic, tt.talk
            """
        case .spans:
            """
            SELECT ps.passage, \(SpanRow.columns) FROM passage_spans ps CROSS JOIN sources so ON so.key = ps.source \
            WHERE ps.passage >= ? ORDER BY ps.passage, ps.position
            """
        case .passageTopics:
            """
            SELECT pt.passage, \(PassageTopicRow.columns) FROM passage_topics pt \
            CROSS JOIN topics tp ON tp.key = pt.topic WHERE pt.passage >= ? ORDER BY pt.passage, pt.topic
            """
        case .mentions:
            """
            SELECT m.passage, \(MentionRow.columns) FROM mentions m CROSS JOIN topics tp ON tp.key = m.topic \
            WHERE m.passage >= ? ORDER BY m.passage, m.start, m.key
            """
        case .lineClasses:
            "SELECT lc.source, \(LineClassRow.columns) FROM line_classes lc WHERE lc.source >= ? ORDER BY lc.source, lc.class"
        }
    }
}
