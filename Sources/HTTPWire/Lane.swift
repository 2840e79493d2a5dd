/// By which way a request goes to the application: what is in one never waits for what is in another.
public enum Lane: Sendable, Hashable, CaseIterable {
    /// What tells of the server itself, and is answered under any load.
    case urgent
    /// What takes about as long as to hand it over.
    case quick
    /// What may take as long as a request may.
    case costly
    /// Whole tables, which take as long as they are.
    case bulk
}
