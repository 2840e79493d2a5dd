import Testing

@testable import HTTPWire

@Suite("Connection state")
struct ConnectionStateTests {
    static let get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"

    private func after(_ milliseconds: Int64) -> MonotonicTime { MonotonicTime(milliseconds: 1000 + milliseconds) }

    @Test("a new connection that sends nothing is closed when a head is due")
    func silent() {
        var talk = Conversation()
        #expect(talk.state.deadline == after(10_000))
        #expect(talk.state.deadlinePassed(at: after(9_999)) == .proceed)
        #expect(talk.state.deadlinePassed(at: after(10_000)) == .closeSending)
    }

    @Test("the head's deadline counts from its first byte and is not renewed by more")
    func slowHead() {
        var talk = Conversation()
        talk.now = after(5_000)
        talk.receive("GET")
        #expect(talk.state.deadline == after(15_000))
        talk.now = after(14_000)
        talk.receive(" / HTTP/1.1\r\n")
        #expect(talk.state.deadline == after(15_000))
        guard case .refuse(let error) = talk.state.deadlinePassed(at: after(15_000)) else {
            Issue.record("a slow head was not refused")
            return
        }
        #expect(error.status == .requestTimeout)
        #expect(talk.state.outputFlushed(at: after(15_000)) == .closeSending)
        #expect(talk.state.deadline == after(17_000))
        #expect(talk.state.deadlinePassed(at: after(17_000)) == .close)
    }

    @Test("an empty line does not begin a request")
    func emptyLine() {
        var talk = Conversation()
        talk.receive("\r\n")
        #expect(talk.state.phase == .idle)
        talk.receive("G")
        #expect(talk.state.phase == .head)
    }

    @Test("content has a deadline of its own")
    func slowContent() {
        var talk = Conversation()
        talk.receive("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nab")
        #expect(talk.state.phase == .content)
        #expect(talk.state.deadline == after(30_000))
        talk.now = after(29_000)
        talk.receive("c")
        guard case .refuse = talk.state.deadlinePassed(at: after(30_000)) else {
            Issue.record("slow content was not refused")
            return
        }
    }

    @Test("after an answer the connection waits for the next request, then closes its side")
    func keepAlive() {
        var talk = Conversation()
        talk.receive(Self.get)
        #expect(talk.entries.count == 1)
        #expect(talk.state.phase == .idle)
        #expect(talk.state.deadline == after(30_000))
        #expect(talk.state.deadlinePassed(at: after(30_000)) == .closeSending)
        #expect(talk.state.phase == .lingering)
    }

    @Test("nothing is due while the application has the request")
    func answering() {
        var talk = Conversation()
        talk.receive(Self.get, answers: false)
        #expect(talk.state.deadline == nil)
        #expect(talk.state.deadlinePassed(at: after(1_000_000)) == .proceed)
        #expect(!talk.state.isReading)
    }

    @Test("output that went out before the last answer is made does not end the connection")
    func earlyFlush() {
        var talk = Conversation()
        talk.receive("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", answers: false)
        #expect(talk.state.outputFlushed(at: talk.now) == .proceed)
        #expect(talk.answer() == .closeSending)
    }

    @Test("a peer that takes nothing is dropped; one that takes enough is given more time")
    func stalledWrite() {
        var talk = Conversation()
        talk.receive(Self.get, answers: false)
        talk.state.answered(at: talk.now)
        talk.state.outputBlocked(taken: 1000, at: talk.now)
        #expect(!talk.state.isReading)
        #expect(talk.state.deadline == after(20_000))
        talk.state.outputBlocked(taken: 10, at: after(19_000))
        #expect(talk.state.deadline == after(20_000), "a trickle renews nothing")
        talk.state.outputBlocked(taken: WireDeadlines.writeQuota, at: after(19_500))
        #expect(talk.state.deadline == after(39_500))
        #expect(talk.state.deadlinePassed(at: after(39_500)) == .close)
    }

    @Test("a blocked connection reads again when its output is out")
    func unblocked() {
        var talk = Conversation()
        talk.receive(Self.get, answers: false)
        talk.state.answered(at: talk.now)
        talk.state.outputBlocked(taken: 1000, at: talk.now)
        #expect(talk.state.outputFlushed(at: after(100)) == .proceed)
        #expect(talk.state.isReading)
        #expect(talk.state.deadline == after(30_100))
    }

    @Test("a peer that has closed its side still gets its answer, and then the connection closes")
    func halfClosed() {
        var talk = Conversation()
        talk.receive(Self.get, answers: false)
        #expect(talk.state.inputClosed() == .proceed)
        #expect(talk.answer() == .proceed)
        #expect(talk.state.inputExhausted() == .close)
    }

    @Test("a peer that closes between requests or within one is let go", arguments: ["", "GET /", "\r\n"])
    func closedEarly(text: String) {
        var talk = Conversation()
        talk.receive(text)
        #expect(talk.state.inputClosed() == .close)
    }

    @Test("the last answer to a peer that has closed its side closes at once")
    func noLinger() {
        var talk = Conversation()
        talk.receive("GET / HTTP/1.0\r\n\r\n", answers: false)
        #expect(talk.state.inputClosed() == .proceed)
        #expect(talk.answer() == .close)
    }

    @Test("when the server stops, an answer that is begun is finished and is the last")
    func endWhileAnswering() {
        var begun = Conversation()
        begun.receive(Self.get, answers: false)
        begun.state.end(at: begun.now)
        #expect(begun.state.isLast)
        #expect(begun.answer() == .closeSending)
        var blocked = Conversation()
        blocked.receive(Self.get, answers: false)
        blocked.state.answered(at: blocked.now)
        blocked.state.outputBlocked(taken: 0, at: blocked.now)
        blocked.state.end(at: blocked.now)
        #expect(blocked.state.outputFlushed(at: blocked.now) == .closeSending)
    }

    @Test("when the server stops, a request on its way has a moment to come in", arguments: ["", "GET / HT"])
    func endWhileReading(sent: String) {
        var gone = Conversation()
        gone.receive(sent)
        gone.state.end(at: gone.now)
        gone.receive(sent.isEmpty ? "GET" : "TP")
        #expect(gone.state.deadline == after(250))
        #expect(gone.state.deadlinePassed(at: after(250)) == .close)
        var came = Conversation()
        came.receive(sent)
        came.state.end(at: came.now)
        came.receive(String(Self.get.dropFirst(sent.count)), answers: false)
        #expect(came.entries.count == 1)
        #expect(came.state.isLast)
        #expect(came.answer() == .closeSending)
    }

    @Test("when the server stops, requests that came in behind the present one are answered, the last of them as last")
    func endWithUnread() {
        var talk = Conversation()
        talk.receive(Self.get + Self.get, answers: false)
        talk.state.end(at: talk.now, hasUnread: true)
        #expect(!talk.state.isLast)
        #expect(talk.answer() == .proceed)
        #expect(talk.state.deadline == after(250))
        talk.receive("", answers: false)
        #expect(talk.state.isLast)
        #expect(talk.answer() == .closeSending)
        #expect(talk.entries.count == 2)
    }

    @Test("when the server stops, a pipeline that is just coming in is answered to its end")
    func endWithPipeline() {
        var talk = Conversation()
        talk.state.end(at: talk.now)
        talk.receive(Self.get + Self.get + Self.get)
        #expect(talk.entries.count == 3)
        #expect(talk.state.phase == .lingering)
    }

    @Test("when the server stops, a peer that takes its answer late gets the answers behind it too")
    func endWhileBlocked() {
        var talk = Conversation()
        talk.receive(Self.get + Self.get, answers: false)
        talk.state.answered(at: talk.now)
        talk.state.outputBlocked(taken: 0, at: talk.now)
        talk.state.end(at: talk.now, hasUnread: true)
        #expect(talk.state.deadline == after(20_000))
        #expect(talk.state.outputFlushed(at: after(10_000)) == .proceed)
        talk.receive("")
        #expect(talk.entries.count == 2)
        #expect(talk.state.phase == .lingering)
    }

    // MARK: Requests known by their bytes

    @Test("after a request that is known by its bytes, a connection stands as after one that was read")
    func known() {
        var (known, read) = (Conversation(), Conversation())
        for _ in 0..<2 {
            known.state.receiveKnown(isEverything: true)
            #expect(known.state.phase == .answering && known.state.deadline == nil && !known.state.isReading)
            #expect(known.answer() == .proceed)
            read.receive(Self.get)
            #expect(known.state.phase == read.state.phase && known.state.deadline == read.state.deadline)
            #expect(!known.state.isLast)
        }
        known.receive(Self.get)
        #expect(known.entries.count == 1)
    }

    @Test("an empty line that came before a request that is known by its bytes is no part of the next")
    func knownAfterEmptyLine() {
        var talk = Conversation()
        talk.receive("\r\n", answers: false)
        #expect(talk.state.phase == .idle)
        talk.state.receiveKnown(isEverything: true)
        #expect(talk.answer() == .proceed)
        var next = Conversation()
        next.state = talk.state
        next.receive(Self.get)
        #expect(next.entries.count == 1)
    }

    @Test("when the server stops, a request that is known by its bytes is the last if nothing stands behind it")
    func endWithKnown() {
        var talk = Conversation()
        talk.state.end(at: talk.now)
        talk.state.receiveKnown(isEverything: false)
        #expect(talk.answer() == .proceed)
        #expect(talk.state.deadline == after(250))
        talk.state.receiveKnown(isEverything: true)
        #expect(talk.state.isLast)
        #expect(talk.answer() == .closeSending)
    }

    // MARK: Expect

    static let expecting = "PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n"

    @Test("100 is sent when the content is wanted and has not come")
    func continues() {
        var talk = Conversation()
        talk.receive(Self.expecting)
        #expect(talk.entries == [.continued])
        talk.receive("ab")
        #expect(talk.entries.count == 2)
        #expect(talk.state.phase == .idle)
    }

    @Test("100 is not sent when the content comes unasked")
    func unasked() {
        var talk = Conversation()
        talk.receive(Self.expecting + "ab")
        #expect(talk.entries.count == 1)
    }

    @Test("content that nobody wants is not asked for: the answer comes at once and is the last")
    func unwanted() {
        var talk = Conversation()
        talk.keepsContent = false
        talk.receive(Self.expecting + "abGET / HTTP/1.1\r\n")
        #expect(talk.entries.count == 1)
        #expect(talk.state.phase == .lingering)
    }

    @Test("HTTP/1.0 is never sent 100")
    func oldVersion() {
        var talk = Conversation()
        talk.receive(Self.expecting.replacing("HTTP/1.1", with: "HTTP/1.0"))
        #expect(talk.entries.isEmpty)
        talk.receive("ab")
        #expect(talk.entries.count == 1)
    }

    @Test("100 waits for no content of length 0")
    func noContent() {
        var talk = Conversation()
        talk.receive(Self.expecting.replacing("Content-Length: 2", with: "Content-Length: 0"))
        #expect(talk.entries.count == 1)
        #expect(talk.entries.first != .continued)
    }

    @Test(
        "a connection is idle since its beginning or its last answer, and not while anything of a request is under way")
    func idle() {
        var deadlines = WireDeadlines()
        deadlines.head = .seconds(10)
        deadlines.keepAlive = .seconds(30)
        var conversation = Conversation(deadlines: deadlines, now: MonotonicTime(milliseconds: 1000))
        #expect(conversation.state.idleSince == MonotonicTime(milliseconds: 1000))
        conversation.now = MonotonicTime(milliseconds: 2000)
        conversation.receive("GET / HT")
        #expect(conversation.state.idleSince == nil)
        conversation.receive("TP/1.1\r\nHost: h\r\n\r\n", answers: false)
        #expect(conversation.state.idleSince == nil)
        conversation.now = MonotonicTime(milliseconds: 3000)
        conversation.answer()
        #expect(conversation.state.idleSince == MonotonicTime(milliseconds: 3000))
        conversation.state.outputBlocked(taken: 0, at: conversation.now)
        #expect(conversation.state.idleSince == nil)
        _ = conversation.state.outputFlushed(at: MonotonicTime(milliseconds: 4000))
        #expect(conversation.state.idleSince == MonotonicTime(milliseconds: 4000))
    }
}
