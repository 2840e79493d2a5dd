import ForumStore
import HTTPTypes

/// Which part of a list a request asks for.
struct Page {
    /// How many items it holds at most.
    let limit: Int
    /// Where it begins.
    let start: ListStart

    private let call: Call
    private let snapshot: String

    /// Reads the page's parameters; refuses a cursor that is not of this list and snapshot.
    init(_ call: Call, snapshot: String) throws(Problem) {
        self.call = call
        self.snapshot = snapshot
        limit = call.isWhole && !call.arguments.gives(.limit) ? Limits.number : call.arguments[.limit]
        guard let token = call.arguments[.cursor] else {
            start = .offset(call.arguments[.offset] ?? 0)
            return
        }
        do throws(Cursor.Refusal) {
            start = .after(try Cursor(token: token, list: call.list, snapshot: snapshot).position)
        } catch {
            throw Self.problem(error)
        }
    }

    /// Writes what an envelope says beside its data, and has the response's fields say it, too: the next page (RFC 8288 §3)
    /// and how many items there are.
    func write(total: Int, next: ListPosition?, to writer: inout JSONWriter) {
        let cursor = next.map { Cursor(position: $0, list: call.list, snapshot: snapshot) }
        let address = cursor.map(call.address(after:))
        writer.object("page") { writer in
            writer.member("limit", limit)
            writer.member("total", total)
            writer.member("next", cursor?.token)
            writer.member("next_url", address)
        }
        call.pageFields = [.init(name: .totalCount, value: String(total))]
        if let address { call.pageFields.append(.init(name: .link, value: "<\(address)>; rel=\"next\"")) }
        writer.member("snapshot", snapshot)
    }

    /// How many items come before the page, in a list whose places are numbers.
    var offset: Int {
        switch start {
        case .offset(let offset): offset
        case .after(let position): max(0, Int(clamping: position.key))
        }
    }

    /// Writes what an envelope says beside its data, in a list whose places are numbers.
    func write(count: Int, of total: Int, to writer: inout JSONWriter) {
        let end = offset + count
        write(total: total, next: count > 0 && end < total ? .init(values: [], key: Int64(end)) : nil, to: &writer)
    }

    private static func problem(_ refusal: Cursor.Refusal) -> Problem {
        switch refusal {
        case .malformed:
            return Problem(
                kind: .malformedCursor, parameter: "cursor",
                "The cursor is not one of this list's with these filters and this order.")
        case .expired:
            return Problem(
                kind: .expiredCursor,
                detail: "The cursor belongs to an earlier snapshot of the data; begin the list again without it.")
        }
    }
}
