import Sockets

/// Why a server did not start.
public enum ServerError: Error, Sendable, CustomStringConvertible {
    /// The host is neither a numeric address nor `localhost`.
    case invalidHost(String)
    /// Another process, perhaps another instance, listens there.
    case addressInUse(SocketAddress)
    /// The system refuses to listen there.
    case cannotListen(SocketAddress, SystemError)
    /// The system gives no descriptor for the server's own use.
    case system(SystemError)
    /// A responder could not be made; these are its words.
    case application(String)
    /// It is running or has run; a server starts once.
    case alreadyStarted

    /// One line for the person who started it.
    public var description: String {
        switch self {
        case .invalidHost(let host): "cannot listen on \"\(host)\": give a numeric address or localhost"
        case .addressInUse(let address): "cannot listen on \(address): another process listens there"
        case .cannotListen(let address, let error): "cannot listen on \(address): \(error)"
        case .system(let error): "cannot start the server: \(error)"
        case .application(let words): words
        case .alreadyStarted: "the server has been started before"
        }
    }
}
