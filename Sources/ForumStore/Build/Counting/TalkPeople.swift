/// Who takes part in a talk, by what their passages are counted.
///
/// It says the same as the table `passage_voices`, talk by talk.
struct TalkPeople {
    private var voices: [PassageVoices.Voice] = []
    private var speakers: [Int64: PassageVoices.Voice] = [:]

    /// Adds a part, in the order of their positions; someone printed twice counts once, with the first part.
    mutating func add(_ voice: PassageVoices.Voice, isVoice: Bool) {
        if isVoice, !voices.contains(where: { $0.panelist == voice.panelist }) { voices.append(voice) }
        if speakers[voice.panelist] == nil { speakers[voice.panelist] = voice }
    }

    /// Who may be quoted for a passage with a printed speaker, or without one.
    func voices(ofSpeaker speaker: Int64?) -> PassageVoices {
        guard let speaker else { return PassageVoices(voices) }
        return PassageVoices([speakers[speaker] ?? .init(panelist: speaker, role: nil, organization: nil)])
    }
}
