extension CorpusReader {
    /// How far the reading is.
    public struct Progress: Sendable {
        /// The transcript that is being read.
        public var path = ""
        /// How many were read before it.
        public var done = 0
        /// How many there are.
        public var total: Int
        /// The bytes of those that were read before it.
        public var bytesDone = 0
        /// The bytes of all.
        public var bytesTotal: Int
        /// The bytes of this one.
        private var bytes = 0

        /// What is to be read.
        init(_ folders: [EventFolder]) {
            let files = folders.flatMap(\.transcripts)
            total = files.count
            bytesTotal = files.reduce(0) { $0 + $1.byteCount }
        }

        /// Passes to the next transcript.
        mutating func begin(_ file: InputFile) -> Self {
            if !path.isEmpty { done += 1 }
            bytesDone += bytes
            (path, bytes) = (file.path, file.byteCount)
            return self
        }
    }
}
