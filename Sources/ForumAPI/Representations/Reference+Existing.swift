import ForumStore

extension Reference {
    /// Reads a thing that every row of its kind refers to.
    func existing<Result>(_ read: (borrowing View) throws(StoreError) -> Result) throws(StoreError) -> Result {
        guard let result = try self.read(read) else {
            throw .inconsistentCorpus(detail: "what a row must refer to is missing")
        }
        return result
    }
}
