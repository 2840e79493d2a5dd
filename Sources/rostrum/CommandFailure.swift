/// Why the command ends without having done its work: one line for a person, and the exit status for a program.
struct CommandFailure: Error {
    let status: CommandStatus
    let message: String
}
