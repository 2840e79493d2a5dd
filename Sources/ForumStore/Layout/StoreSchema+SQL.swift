import Proceedings

extension StoreSchema {
    /// The statements that lay out the tables of an empty store.
    ///
    /// Keys are numbered from 1 without gaps in the order of the document, so an order by key is the printed order and a
    /// neighbour is a key away. Public identifiers are unique texts beside them. What ends in `_count`, and
    /// the tables `line_classes`, `line_joins`, `drop_reasons`, `passage_topics`, `talk_topics` and `passage_voices`, are
    /// derived while loading, so that reading never counts. Rows with long texts stand in tables with a rowid: in the others
    /// (WITHOUT ROWID) few of them fit a page, and adding one would move its neighbours most of the time. Derived, too, are
    /// the columns `packed` (``PackedRowsWriter``): a talk's holds its other columns, who takes part and its topics, a
    /// passage's its other columns but the long ones, the neighbours' identifiers, its spans and its topics. So either is
    /// read from its own row, and most of it from one column, which takes SQLite no longer than one of them; a talk's stands
    /// first, for SQLite reads the type of every column before the one that is wanted.
    static let tables = """
        CREATE TABLE meta (
            one INTEGER PRIMARY KEY CHECK (one = 1), snapshot TEXT NOT NULL,
            \(StoreCounts.columns.map { "\($0.name) INTEGER NOT NULL" }.joined(separator: ", "))
        ) STRICT;

        CREATE TABLE events (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT, label TEXT, classification TEXT,
            start_date TEXT, end_date TEXT, location TEXT, language TEXT,
            source_count INTEGER NOT NULL, talk_count INTEGER NOT NULL, panelist_count INTEGER NOT NULL,
            passage_count INTEGER NOT NULL, first_passage INTEGER REFERENCES passages,
            last_passage INTEGER REFERENCES passages, CHECK (id <> '')
        ) STRICT;

        CREATE TABLE organizers (
            event INTEGER NOT NULL REFERENCES events, position INTEGER NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (event, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sources (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, event INTEGER NOT NULL REFERENCES events,
            name TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL, sha256 TEXT NOT NULL,
            byte_count INTEGER NOT NULL CHECK (byte_count >= 0), line_count INTEGER NOT NULL,
            page_count INTEGER NOT NULL, CHECK (id <> '')
        ) STRICT;

        CREATE TABLE source_lines (
            source INTEGER NOT NULL REFERENCES sources, number INTEGER NOT NULL CHECK (number >= 1),
            class TEXT NOT NULL CHECK (\(one("class", of: SourceLine.Class.self))),
            talk INTEGER REFERENCES talks, passage INTEGER REFERENCES passages,
            joined TEXT CHECK (\(one("joined", of: SourceLine.Join.self))),
            page INTEGER NOT NULL CHECK (page >= 1), printed_page TEXT, reason TEXT,
            terminator TEXT NOT NULL CHECK (
                terminator = char(10) OR terminator = '' OR terminator = char(13) OR terminator = char(13) || char(10)),
            text TEXT NOT NULL, PRIMARY KEY (source, number)
        ) STRICT;

        CREATE TABLE line_classes (
            source INTEGER NOT NULL REFERENCES sources, class TEXT NOT NULL, lines INTEGER NOT NULL,
            characters INTEGER NOT NULL, PRIMARY KEY (source, class)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE line_joins (
            source INTEGER NOT NULL REFERENCES sources, joined TEXT NOT NULL, lines INTEGER NOT NULL,
            PRIMARY KEY (source, joined)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE drop_reasons (
            source INTEGER NOT NULL REFERENCES sources, reason TEXT NOT NULL, lines INTEGER NOT NULL,
            PRIMARY KEY (source, reason)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE diagnostics (
            source INTEGER NOT NULL REFERENCES sources, position INTEGER NOT NULL,
            severity TEXT NOT NULL CHECK (\(one("severity", of: Diagnostic.Severity.self))), code TEXT NOT NULL,
            line INTEGER CHECK (line >= 1), column INTEGER CHECK (column >= 1), message TEXT NOT NULL,
            PRIMARY KEY (source, position), CHECK (code <> '')
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE turn_summaries (
            source INTEGER PRIMARY KEY REFERENCES sources, turns INTEGER NOT NULL CHECK (turns >= 0),
            voices INTEGER NOT NULL CHECK (voices >= 0), unresolved INTEGER NOT NULL CHECK (unresolved >= 0),
            unread INTEGER NOT NULL CHECK (unread >= 0)
        ) STRICT;

        CREATE TABLE turn_forms (
            source INTEGER NOT NULL REFERENCES turn_summaries, position INTEGER NOT NULL, pattern TEXT NOT NULL,
            turns INTEGER NOT NULL CHECK (turns >= 0), first_line INTEGER NOT NULL CHECK (first_line >= 1),
            PRIMARY KEY (source, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE organizations (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

        CREATE TABLE panelists (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (\(one("kind", of: Voice.Kind.self))), latest_talk INTEGER,
            latest_position INTEGER, event_count INTEGER NOT NULL, talk_count INTEGER NOT NULL,
            passage_count INTEGER NOT NULL, CHECK (id <> ''),
            FOREIGN KEY (latest_talk, latest_position) REFERENCES participations (talk, position)
        ) STRICT;

        CREATE TABLE talks (
            key INTEGER PRIMARY KEY, packed BLOB NOT NULL, id TEXT NOT NULL UNIQUE, guid TEXT NOT NULL UNIQUE,
            event INTEGER NOT NULL REFERENCES events, source INTEGER NOT NULL REFERENCES sources,
            kind TEXT NOT NULL CHECK (\(one("kind", of: TalkKind.self))), kind_label TEXT NOT NULL, ordinal INTEGER,
            position INTEGER NOT NULL, title TEXT, first_line INTEGER NOT NULL, last_line INTEGER NOT NULL,
            first_title_line INTEGER, last_title_line INTEGER, first_page INTEGER NOT NULL,
            last_page INTEGER NOT NULL, first_printed_page TEXT, last_printed_page TEXT,
            section_count INTEGER NOT NULL, passage_count INTEGER NOT NULL, character_count INTEGER NOT NULL,
            word_count INTEGER NOT NULL, reading_minutes INTEGER NOT NULL,
            is_corrected INTEGER NOT NULL CHECK (is_corrected IN (0, 1)),
            CHECK (id <> '' AND first_line <= last_line),
            FOREIGN KEY (source, first_line) REFERENCES source_lines (source, number),
            FOREIGN KEY (source, last_line) REFERENCES source_lines (source, number)
        ) STRICT;

        CREATE TABLE participations (
            talk INTEGER NOT NULL REFERENCES talks, position INTEGER NOT NULL,
            panelist INTEGER NOT NULL REFERENCES panelists,
            role TEXT NOT NULL CHECK (\(one("role", of: ParticipationRole.self))), name TEXT NOT NULL,
            printed_name TEXT NOT NULL, organization INTEGER REFERENCES organizations, department TEXT,
            affiliation TEXT, affiliation_printed TEXT, role_title TEXT, name_line INTEGER, affiliation_line INTEGER,
            is_voice INTEGER NOT NULL CHECK (is_voice IN (0, 1)), PRIMARY KEY (talk, position),
            CHECK ((organization IS NULL) = (affiliation IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sections (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, talk INTEGER NOT NULL REFERENCES talks,
            level INTEGER NOT NULL CHECK (level >= 1), number_label TEXT, title TEXT NOT NULL,
            parent INTEGER REFERENCES sections CHECK (parent < key), first_line INTEGER NOT NULL,
            last_line INTEGER NOT NULL, passage_count INTEGER NOT NULL, CHECK (id <> '' AND first_line <= last_line)
        ) STRICT;

        CREATE TABLE passages (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, talk INTEGER NOT NULL REFERENCES talks,
            position INTEGER NOT NULL, kind TEXT NOT NULL CHECK (\(one("kind", of: Passage.Kind.self))),
            section INTEGER REFERENCES sections, speaker INTEGER REFERENCES panelists,
            panelist INTEGER REFERENCES panelists, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            character_count INTEGER NOT NULL, word_count INTEGER NOT NULL, mention_count INTEGER NOT NULL,
            first_page INTEGER, last_page INTEGER, start_ms INTEGER, end_ms INTEGER,
            is_corrected INTEGER NOT NULL CHECK (is_corrected IN (0, 1)),
            voice_label TEXT, voice_kind TEXT CHECK (\(one("voice_kind", of: Voice.Kind.self))),
            packed BLOB NOT NULL, marker TEXT, text TEXT NOT NULL,
            CHECK (id <> ''), CHECK ((voice_label IS NULL) = (voice_kind IS NULL)), CHECK ((start_ms IS NULL) = (end_ms IS NULL) AND start_ms <= end_ms)
        ) STRICT;

        CREATE TABLE passage_spans (
            passage INTEGER NOT NULL REFERENCES passages, position INTEGER NOT NULL,
            source INTEGER NOT NULL REFERENCES sources, page INTEGER NOT NULL CHECK (page >= 1), printed_page TEXT,
            first_line INTEGER NOT NULL, last_line INTEGER NOT NULL, PRIMARY KEY (passage, position),
            CHECK (first_line <= last_line),
            FOREIGN KEY (source, first_line) REFERENCES source_lines (source, number),
            FOREIGN KEY (source, last_line) REFERENCES source_lines (source, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE corrections (
            key INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES events, number INTEGER NOT NULL,
            line INTEGER NOT NULL, change TEXT NOT NULL CHECK (\(one("change", of: Correction.Change.self))),
            talk TEXT, passage TEXT, panelist TEXT, voice TEXT, source TEXT, from_passage TEXT, to_passage TEXT,
            before TEXT, after TEXT NOT NULL, reason TEXT, author TEXT, obstacle TEXT, UNIQUE (event, number)
        ) STRICT;

        CREATE TABLE left_out (key INTEGER PRIMARY KEY, place TEXT NOT NULL, reason TEXT NOT NULL) STRICT;

        CREATE TABLE topics (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, broader INTEGER REFERENCES topics,
            is_general INTEGER NOT NULL CHECK (is_general IN (0, 1)),
            origin TEXT NOT NULL CHECK (\(one("origin", of: Topic.Origin.self))), mention_count INTEGER NOT NULL,
            passage_count INTEGER NOT NULL, talk_count INTEGER NOT NULL, CHECK (id <> '')
        ) STRICT;

        CREATE TABLE topic_labels (
            topic INTEGER NOT NULL REFERENCES topics, language TEXT NOT NULL, label TEXT NOT NULL,
            PRIMARY KEY (topic, language)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE topic_aliases (
            topic INTEGER NOT NULL REFERENCES topics, position INTEGER NOT NULL, alias TEXT NOT NULL,
            PRIMARY KEY (topic, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mentions (
            key INTEGER PRIMARY KEY, topic INTEGER NOT NULL REFERENCES topics, talk INTEGER NOT NULL REFERENCES talks,
            passage INTEGER REFERENCES passages, start INTEGER NOT NULL CHECK (start >= 0), end INTEGER NOT NULL,
            surface TEXT NOT NULL,
            method TEXT NOT NULL CHECK (\(one("method", of: Mention.Method.self))), CHECK (start < end)
        ) STRICT;

        CREATE TABLE passage_topics (
            passage INTEGER NOT NULL REFERENCES passages, topic INTEGER NOT NULL REFERENCES topics,
            mentions INTEGER NOT NULL, PRIMARY KEY (passage, topic)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE talk_topics (
            talk INTEGER NOT NULL REFERENCES talks, position INTEGER NOT NULL,
            topic INTEGER NOT NULL REFERENCES topics, mentions INTEGER NOT NULL, passages INTEGER NOT NULL,
            in_title INTEGER NOT NULL CHECK (in_title IN (0, 1)),
            in_heading INTEGER NOT NULL CHECK (in_heading IN (0, 1)),
            is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
            weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1), PRIMARY KEY (talk, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE passage_voices (
            panelist INTEGER NOT NULL REFERENCES panelists, passage INTEGER NOT NULL REFERENCES passages,
            talk INTEGER NOT NULL REFERENCES talks, position INTEGER, PRIMARY KEY (panelist, passage),
            FOREIGN KEY (talk, position) REFERENCES participations (talk, position)
        ) STRICT, WITHOUT ROWID;
        """

    /// The statements that fill the derived tables once all other rows are written.
    static let derivedRows = """
        INSERT INTO passage_topics (passage, topic, mentions)
            SELECT passage, topic, count(*) FROM mentions WHERE passage IS NOT NULL
            GROUP BY passage, topic ORDER BY passage, topic;
        -- Who may be quoted for a passage: the printed speaker, with the part they have in the talk where they have one,
        -- or everyone whose voice the talk is, which is nobody where turns say who speaks; a scene remark is nobody's.
        -- Someone printed twice in a talk counts once, with the first part.
        INSERT INTO passage_voices (panelist, passage, talk, position)
            SELECT pa.panelist, p.key, p.talk, min(pa.position)
            FROM passages p JOIN participations pa ON pa.talk = p.talk
            WHERE p.speaker IS NULL AND p.kind <> 'note' AND pa.is_voice GROUP BY pa.panelist, p.key
            UNION ALL
            SELECT p.speaker, p.key, p.talk, min(pa.position)
            FROM passages p LEFT JOIN participations pa ON pa.talk = p.talk AND pa.panelist = p.speaker
            WHERE p.speaker IS NOT NULL GROUP BY p.speaker, p.key
            ORDER BY 1, 2;
        """

    /// The indexes, which are made once every row is there: one sort costs less than a place for each row.
    static let indexes = """
        CREATE INDEX sources_by_event ON sources (event);
        CREATE INDEX dropped_lines ON source_lines (source, number) WHERE class = 'dropped';
        CREATE INDEX talks_by_event ON talks (event);
        CREATE INDEX participations_by_panelist ON participations (panelist);
        CREATE INDEX participations_by_organization ON participations (organization);
        CREATE INDEX sections_by_talk ON sections (talk);
        CREATE INDEX sections_by_parent ON sections (parent);
        CREATE INDEX passages_by_talk ON passages (talk);
        CREATE INDEX passages_by_section ON passages (section);
        CREATE INDEX passages_by_kind ON passages (kind);
        CREATE INDEX passages_by_voice ON passages (voice_label) WHERE voice_label IS NOT NULL;
        CREATE INDEX topics_by_broader ON topics (broader);
        CREATE INDEX mentions_by_passage ON mentions (passage, start) WHERE passage IS NOT NULL;
        CREATE INDEX passage_topics_by_topic ON passage_topics (topic);
        CREATE INDEX passage_voices_by_passage ON passage_voices (passage);
        CREATE UNIQUE INDEX talk_topics_by_topic ON talk_topics (topic, talk);
        """

    /// The statements that fill the derived columns; they seek through the indexes.
    static let derivedCounts = """
        UPDATE sections SET passage_count = (SELECT count(*) FROM passages WHERE section = sections.key);
        UPDATE panelists SET
            talk_count = (SELECT count(DISTINCT talk) FROM participations WHERE panelist = panelists.key),
            event_count = (
                SELECT count(DISTINCT t.event) FROM participations pa JOIN talks t ON t.key = pa.talk
                WHERE pa.panelist = panelists.key),
            passage_count = (SELECT count(*) FROM passage_voices WHERE panelist = panelists.key);
        UPDATE topics SET
            mention_count = (SELECT coalesce(sum(mentions), 0) FROM talk_topics WHERE topic = topics.key),
            talk_count = (SELECT count(*) FROM talk_topics WHERE topic = topics.key),
            passage_count = (SELECT count(*) FROM passage_topics WHERE topic = topics.key);
        UPDATE events SET
            panelist_count = (
                SELECT count(DISTINCT pa.panelist) FROM talks t JOIN participations pa ON pa.talk = t.key
                WHERE t.event = events.key),
            passage_count = (SELECT coalesce(sum(passage_count), 0) FROM talks WHERE event = events.key),
            first_passage = (
                SELECT min((SELECT min(key) FROM passages WHERE talk = t.key)) FROM talks t WHERE t.event = events.key),
            last_passage = (
                SELECT max((SELECT max(key) FROM passages WHERE talk = t.key)) FROM talks t WHERE t.event = events.key);
        """

    /// That a column holds one of an enumeration's raw values, as SQL.
    ///
    /// It is no list after IN: SQLite would make a table of that for every row that is written.
    private static func one<Choice: CaseIterable & RawRepresentable<String>>(
        _ column: String, of _: Choice.Type
    ) -> String {
        Choice.allCases.map { "\(column) = '\($0.rawValue)'" }.joined(separator: " OR ")
    }
}
