import Foundation
import Hummingbird
import Logging

// hummingbird PORT TARGET FILE: serves one file's bytes, held in memory, at one target.
let arguments = CommandLine.arguments
guard arguments.count == 4, let port = Int(arguments[1]),
    let body = try? Data(contentsOf: URL(fileURLWithPath: arguments[3]))
else { exit(64) }

let buffer = ByteBuffer(bytes: body)
let router = Router()
router.get(RouterPath(arguments[2])) { _, _ in
    Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: buffer))
}
var logger = Logger(label: "hummingbird")
logger.logLevel = .error
let application = Application(
    router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
    logger: logger)
try await application.runService()
