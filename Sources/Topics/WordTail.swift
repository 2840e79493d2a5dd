/// What may follow a noun within its run of Hangul and leave it the noun it was.
///
/// Either a form of a verb made from the noun (`투자하고`), or up to two heads of a plain compound (`중국시장`) and then
/// any cluster of particles (`에서도`). Anything else makes another word (`양자택일`, `한국과학기술기획평가원`).
enum WordTail {
    /// How many particles may follow one another.
    static let longestCluster = 4
    /// How many heads of a compound may follow one another.
    static let mostHeads = 2

    /// Whether a word may go on like this after a noun.
    static func accepts(_ tail: ArraySlice<Unicode.Scalar>) -> Bool {
        isConjugated(tail) || accepts(tail, heads: mostHeads)
    }

    /// Whether a light verb's form begins with a syllable.
    static func mayConjugate(_ scalar: Unicode.Scalar) -> Bool { verbBeginnings[scalar] }

    private static let verbBeginnings = verbs.beginnings.reduce(into: SyllableMap(repeating: false)) { $0[$1] = true }

    /// A light verb's form, an ending, and particles: `하기에는`, `됐다고`, `시킨`.
    static func isConjugated(_ tail: ArraySlice<Unicode.Scalar>) -> Bool {
        verbs.prefixes(of: tail).contains { length in
            let rest = tail.dropFirst(length)
            return isCluster(rest, particles: 1)
                || endings.prefixes(of: rest).contains { isCluster(rest.dropFirst($0), particles: longestCluster) }
        }
    }

    private static func accepts(_ tail: ArraySlice<Unicode.Scalar>, heads: Int) -> Bool {
        if isCluster(tail, particles: longestCluster) { return true }
        guard heads > 0 else { return false }
        return self.heads.prefixes(of: tail).contains { length in
            accepts(tail.dropFirst(length), heads: heads - 1)
        }
    }

    private static func isCluster(_ tail: ArraySlice<Unicode.Scalar>, particles most: Int) -> Bool {
        if tail.isEmpty { return true }
        guard most > 0 else { return false }
        return particles.prefixes(of: tail).contains { length in
            isCluster(tail.dropFirst(length), particles: most - 1)
        }
    }

    /// The forms of the light verbs 하다, 되다, 시키다, 받다, 당하다 and of the copula.
    private static let verbs = WordList(
        """
        하 해 했 할 한 함 합 하였 하겠 되 돼 됐 될 된 됨 됩 되었 되겠 시키 시켜 시켰 시킨 시킬 시킴 받 받았 받은 받을 받음 당하 당한 당해 당했 당할 당함
        였 이었 입
        """)

    /// What ends a verb's form; particles may follow (`하기에는`, `했다는`).
    private static let endings = WordList(
        """
        다 는 는다 ㄴ다 고 며 면 여 지 게 기 려 려고 자 자는 자고 던 도록 거나 지만 면서 므로 니 니까 는데 는지 나 냐 네 요 세요 십시오 서 야 도 왔다
        온 오던 준 주는 준다 져 지고 으며 으나 으면 으니 은 을 음 읍니다 습니다 니다 시다 는가 은가 을까 까 수 지는 지도 지가 진 진다 질 졌다 데 만한
        만큼 듯 듯이 도록 라 라고 라는 려는 려면 고자 었다 았다 겠다 다고 다는 다며 다면 다가 고서 아 어 여서 여야 여도
        """)

    /// Particles, the plural, and the copula's short forms.
    private static let particles = WordList(
        """
        은 는 이 가 을 를 의 에 에서 에게 에겐 한테 께 께서 한테 로 으로 로서 으로서 로써 으로써 와 과 랑 이랑 도 만 까지 부터 보다 처럼 같이
        만큼 뿐 뿐만 조차 마저 밖에 마다 대로 들 이나 나 이든 든 이라 라 라는 이라는 라고 이라고 란 이란 이며 며 이자 이고 이야 야 야말로
        이야말로 이다 다 인 임 일 엔 에만 적 별 간 형 등
        """)

    /// Nouns and suffixes that head a compound without making another thing of its first part.
    private static let heads = WordList(
        """
        시장 업계 산업 산업계 기업 기업들 기술 연구 연구소 연구자 연구진 센터 기반 분야 법 법안 자 화 기 용 사 권 계 력 성 론 학 정책 전략 시스템
        서비스 모델 데이터 인프라 플랫폼 생태계 경쟁 경쟁력 시대 사회 교육 개발 개발자 활용 투자 규제 정부 국민 인 식 률 량 내 외 상 하 당 측 업체
        업자 관련 중심 주도 현장 인력 인재 전문가 사업 과제 제도 체계 환경 역량 혁신 격차 패권 안보 진영 반도체 보호 처리 분석 학습 도입 확산
        발전 성장 협력 지원 육성 강국 선도 후발 비용 성능 수준 문제 위험 윤리 문화 공급 수요 가격 제품 장비 부품 소재 공장 회사 스타트업
        """)
}
