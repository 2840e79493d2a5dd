import ForumStore

/// A store as answers are made from it, with what is made once of its snapshot.
///
/// Like its store, it is in use by one call at a time.
public final class Edition {
    let store: StoreReader
    /// What the deployment chose.
    let configuration: InterfaceConfiguration
    /// The beginning of every entity tag's hash: another version of the program, or another public address, may make another response.
    private let beginning: Fingerprint
    private let jsonBeginning: Fingerprint

    init(_ store: StoreReader, _ configuration: InterfaceConfiguration) {
        self.store = store
        self.configuration = configuration
        var beginning = Fingerprint(configuration.version, store.snapshot)
        if let publicURL = configuration.publicURL { beginning.add(publicURL) }
        self.beginning = beginning
        beginning.add(MediaType.json.rawValue)
        jsonBeginning = beginning
    }

    /// The hash of what all answers of a form have in common.
    func fingerprint(of form: MediaType) -> Fingerprint {
        // Most answers are JSON.
        if form == .json { return jsonBeginning }
        var fingerprint = beginning
        fingerprint.add(form.rawValue)
        return fingerprint
    }
}
