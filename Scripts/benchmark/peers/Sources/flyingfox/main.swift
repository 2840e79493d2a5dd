import FlyingFox
import Foundation

// flyingfox PORT TARGET FILE: serves one file's bytes, held in memory, at one target.
let arguments = CommandLine.arguments
guard arguments.count == 4, let port = UInt16(arguments[1]),
    let body = try? Data(contentsOf: URL(fileURLWithPath: arguments[3]))
else { exit(64) }

let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled)
await server.appendRoute(HTTPRoute("GET \(arguments[2])")) { _ in
    HTTPResponse(statusCode: .ok, headers: [.contentType: "application/json"], body: body)
}
try await server.run()
