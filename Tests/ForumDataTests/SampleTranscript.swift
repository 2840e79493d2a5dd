/// A small programme in the manner of printed proceedings.
enum SampleTranscript {
    static let text = item("지정토론 1", name: "김 철 수", affiliation: "한국대학교 경제학과 교수")

    static func item(_ label: String, name: String, affiliation: String) -> String {
        """
        \(label)

        ● ● ●

        \(name)

        \(affiliation)

        규제의 목적은 시장을 지키는 데에 있으며 기업의 자유를 줄이는 데에 있지 않다는 점을 

        먼저 분명히 해야 한다. 그래야 논의가 앞으로 나아갈 수 있다.

        """
    }
}
