import ForumStore
import Proceedings

extension StoreReader {
    /// Hands over all talks of an event, in the order of the programme.
    func forEachTalk(
        of event: Event.ID, _ body: (borrowing TalkRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        var start: ListStart? = .offset(0)
        while let place = start {
            let result = try talks(
                .init(filter: .only(.event, event.rawValue), limit: Limits.pageSize, start: place), body)
            start = result.next.map(ListStart.after)
        }
    }
}
