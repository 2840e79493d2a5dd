/// Everything that a store is built from: the events with their talks, people, topics and sources.
public struct Corpus: Sendable {
    /// One event with what was read for it.
    public struct EventRecord: Sendable {
        /// The event.
        public var event: Event
        /// The files it was read from.
        public var sources: [Source]
        /// Its programme, with the source that each talk was read from.
        public var talks: [(talk: Talk, source: Source.ID)]
        /// What a person set right in the reading of the sources, in the order of the event's file.
        public var corrections: [Correction]

        /// Puts an event together.
        public init(
            event: Event, sources: [Source], talks: [(talk: Talk, source: Source.ID)], corrections: [Correction] = []
        ) {
            self.event = event
            self.sources = sources
            self.talks = talks
            self.corrections = corrections
        }
    }

    /// A file or folder of which nothing could be used; everything else is there.
    public struct LeftOut: Hashable, Sendable {
        /// Its place within the data folder.
        public var place: String
        /// Why it cannot be used.
        public var reason: String

        /// Names what is left out.
        public init(place: String, reason: String) {
            self.place = place
            self.reason = reason
        }
    }

    /// The hash of everything below and of the versions that made it; never a time.
    public var snapshot: String
    /// The events, in the order of their identifiers.
    public var events: [EventRecord]
    /// Everyone on a programme, in the order of first appearance.
    public var panelists: [Panelist]
    /// The topics, in the vocabulary's order, derived ones last.
    public var topics: [Topic]
    /// Every mention of a topic, in the order of the text.
    public var mentions: [Mention]
    /// What could not be used, in the order of its places.
    public var leftOut: [LeftOut]

    /// Puts a corpus together.
    public init(
        snapshot: String, events: [EventRecord], panelists: [Panelist], topics: [Topic], mentions: [Mention],
        leftOut: [LeftOut] = []
    ) {
        self.snapshot = snapshot
        self.events = events
        self.panelists = panelists
        self.topics = topics
        self.mentions = mentions
        self.leftOut = leftOut
    }
}
