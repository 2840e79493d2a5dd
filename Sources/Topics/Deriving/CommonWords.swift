/// Words that say nothing of what a text is about.
enum CommonWords {
    /// Pronouns, bound nouns, adverbs, adnominals and the like: never a part of a term.
    static let function = boundNouns.union(
        set(
            """
            우리 우리들 저희 저희들 여러분 여러분들 본인 자신 자기 서로 누구 누군가 아무 아무나 아무것 모두 모든 각각 각자 이것 그것 저것 이거 그거 저거
            무엇 무언가 뭔가 어디 어딘가 언제 여기 거기 저기 이곳 그곳 저곳 이쪽 그쪽 저쪽 이때 그때 이번 저번 지난번 다음번 이런 그런 저런 어떤 무슨
            이러한 그러한 저러한 어떠한 이렇게 그렇게 저렇게 어떻게 이와 그와 이를 그를 이에 그에 이후 이전 이상 이하 이내 미만 초과 이외 외에 때문 경우 정도 가지
            만큼 대로 따름 뿐만 나름 무렵 즈음 동안 이래 당시 도중 와중 가운데 사이 중간 옆에 위해 위한 위하여 통해 통한 통하여 대해 대한 대하여 관해 관한 관하여
            의해 의한 의하여 인해 인한 인하여 따라 따른 따라서 비해 비해서 대비 향해 향한 걸쳐 거쳐 더불어 함께 같이 같은 같다 다른 다름 다르게 관련 관련된 관련한
            그리고 그러나 그런데 그래서 그러면 그러므로 하지만 그렇지만 그럼에도 그렇다면 그러니까 그래도 그러다 또한 또는 혹은 및 즉 또 더 더욱 더구나 게다가 다만
            단지 오직 오로지 매우 아주 무척 너무 가장 훨씬 상당히 상당 굉장히 굉장 정말 정말로 진짜 진짜로 사실 사실은 사실상 실제 실제로 특히 특별히 물론 역시 결국 드디어
            마침내 이미 벌써 아직 아직도 여전히 계속 계속해서 항상 늘 자주 가끔 다시 새로 새로운 새롭게 먼저 우선 일단 바로 곧 곧바로 당장 즉시 갑자기 점점 점차 차차 점차적
            아마 아마도 만약 만일 비록 설령 반드시 꼭 절대 절대로 전혀 별로 거의 대부분 대체로 대개 보통 주로 일부 일부분 약간 조금 많이 많은 적은 적게 여러 여럿 다수 소수
            수많은 온갖 갖은 각종 다양 다양한 다양하게 중요 중요한 필요 필요한 가능 가능한 불가능 하나 하나하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 첫째 둘째 셋째 넷째 첫번째 두번째
            세번째 마지막 처음 나중 다음 최초 최종 최근 최근에 현재 지금 지금까지 오늘 오늘날 어제 내일 올해 작년 내년 금년 지난해 이듬해 요즘 요새 앞으로 앞서 뒤에 이어 이어서
            하다 하는 하고 하며 하면 하지 하게 하기 하는데 해서 해야 되다 되는 되고 되며 되면 되지 되게 되기 있다 있는 있고 있으며 있으면 있지 있게 있기 없다 없는 없고 없이 없지
            없게 아니 아니다 아닌 아니고 아니라 아니면 않다 않는 않은 않고 않으면 같습니다 합니다 됩니다 있습니다 없습니다 입니다 그것들 이것들 것들 부분들 이들 그들 저들 얘네
            얘기 이야기 말씀 소리 한번 한편 반면 반대로 거꾸로 도리어 오히려 차라리 왜냐하면 예컨대 예를 이를테면 가령 말하자면 다시말해 즉각 더이상 이제 이제는 어느 어느새 한두
            몇몇 몇 수십 수백 수천 수만 수억 여개 제대로 스스로 저절로 일일이 따로 따로따로 그냥 그대로 이대로 마음대로 그저 혼자 전부 전체 일체 나머지 기타 등등 따위 겁니다 거죠 건데 거예요
            걸로 거니까 이제요 네네 하나둘 한데 근데 그럼 그니까 그때그때 해당 상기 전술 본 각기 제각기 나날이 날로 갈수록 무려 불과 이른바 소위 이른 모처럼 그동안 그간 이어진 아래 위쪽
            아래쪽 앞쪽 뒤쪽 안쪽 바깥 바깥쪽 왼쪽 오른쪽 양쪽 한쪽 다른쪽 건가 걸까 달라 나라도 우리도 어차피 도대체 대충 막상 막 일종 나뉘 나오 나가 들어가 들어오 올라가 내려가 가져오 보여주
            알려주 만들어 만들 쓰이 보이 생기 바뀌 남기 커지 늘어나 줄어들 어려움 즐거움 아쉬움 새로움 고마움 두려움 마찬가지 그만큼 이만큼 얼마 얼마나 얼마든지 언제나 언제든지 누구나 누구든지 어디든지
            번째 아까 여기서 거기서 저기서 이걸 그걸 저걸 이걸로 그걸로 여기까지 거기까지 박수 우리나라 대박 하이 무엇보다 개의 명의 가지의 번의 그야말로 이야말로 못지 못지않 물론이 그러기 이러기 하기만 하려 하자 아이고 생각보다 그다음 그거를 요거 요것 요런 이게 그게 저게 이건 그건 저건 뭐가 뭐를 때문이 이런저런 거의모든
            """))

    /// Bound nouns and pronouns of one syllable with a particle: `것이`, `때는`, `분을`.
    private static let boundNouns: Set<String> = {
        let nouns =
            "것 거 게 걸 건 수 데 때 점 분 쪽 줄 바 번 뭐 저 제 내 네 나 너 그 이 말 일 중 속 안 밖 위 앞 뒤 옆 곳 날 적 뜻 등 채 셈 터 측 애 놈 팀 글 값 집 길 눈 손 몸 해 달"
        let particles = "이 가 을 를 은 는 도 만 에 의 로 으로 에서 들 들이 까지 부터 보다 처럼 마다".split(separator: " ")
        return Set(nouns.split(separator: " ").flatMap { noun in particles.map { "\(noun)\($0)" } })
    }()

    /// Nouns that any text may use: no term by themselves, but parts of one (`학습 방법`).
    static let generic = set(
        """
        사람 사람들 분들 친구 친구들 사용 활용 이용 적용 제공 제시 제안 설명 소개 발표 발언 토론 논의 얘기 질문 답변 대답 대화 의견 견해 생각 고민 느낌 마음 기분 의미 뜻 이유
        원인 배경 계기 결과 효과 영향 영향력 문제 문제점 과제 해결 해결책 방법 방식 방안 방향 방향성 대책 대안 수단 도구 과정 절차 단계 순서 상황 상태 현상 현실 현황 실태 조건
        환경 여건 요소 요인 요건 내용 부분 측면 관점 차원 입장 태도 자세 분야 영역 범위 종류 유형 형태 형식 모습 모양 구조 구성 특징 특성 성격 성질 성능 기능 역할 기여 참여 관여
        관계 연결 연관 차이 차이점 비교 대조 공통 공통점 유사 동일 변화 전환 변경 수정 개선 향상 발전 성장 확대 축소 증가 감소 상승 하락 강화 약화 유지 보존 관리 운영 운용 진행
        추진 실시 시행 수행 실행 실현 실천 달성 완성 완료 종료 시작 출발 출시 개시 도입 도달 도착 마련 준비 계획 목표 목적 목적지 의도 의지 기대 희망 예상 예측 전망 가능성 필요성
        중요성 당위성 한계 한계점 장점 단점 이점 약점 강점 우위 열위 수준 정도 규모 크기 길이 높이 무게 속도 시간 시기 시점 기간 날짜 하루 이틀 일주일 한달 일년 시절 시대 세기
        과거 미래 장래 현대 오전 오후 아침 저녁 장소 공간 지역 위치 자리 곳곳 나라 국가 세계 전세계 국내 국외 해외 사회 사회적 경제적 정치적 기술적 문화적 개인 개인적 조직 기관
        단체 집단 회사 업체 기업 기업들 산업 시장 국민 시민 대중 고객 소비자 사용자 이용자 전문가 전문가들 관계자 담당자 책임자 당사자 참석자 참가자 발표자 토론자 발제자 사회자 진행자
        좌장 패널 청중 교수 교수님 박사 대표 대표님 원장 소장 회장 위원 위원장 의원 장관 차관 총리 대통령 기자 선생 선생님 학생 학생들 연구자 연구원 개발자 작업 업무 활동 행동 행위
        노력 시도 도전 경험 체험 실험 연습 훈련 학습 공부 연구 조사 분석 검토 평가 확인 검증 판단 결정 선택 선정 선발 추천 지정 정의 규정 설정 설계 제작 생산 개발 구현 구축 설치
        배포 발생 발견 발명 존재 소유 보유 확보 획득 취득 습득 이해 인식 인지 지각 기억 기록 저장 보관 보고 보고서 자료 정보 지식 기술 능력 역량 실력 자격 권리 권한 의무 책임
        책무 부담 비용 가격 금액 자금 수익 이익 손실 손해 피해 위험 위기 위협 기회 가치 의의 중심 핵심 기반 기초 기본 기준 원칙 원리 이론 개념 사상 정책 제도 법률 법안 법 규칙
        체계 체제 시스템 모델 모형 사례 예시 예제 샘플 경향 추세 흐름 동향 트렌드 비율 비중 확률 평균 합계 총합 전반 전체적 숫자 수치 개수 횟수 번호 이름 제목 주제 테마 목록
        리스트 순위 등급 점수 항목 대상 물건 물체 사물 제품 상품 서비스 행사 회의 모임 포럼 세미나 심포지엄 공청회 토론회 간담회 워크숍 컨퍼런스 콘퍼런스 인사 인사말 감사 감사합니다
        축하 환영 부탁 요청 요구 주장 강조 지적 비판 비난 반대 찬성 동의 합의 협의 협력 협조 지원 도움 배려 관심 관심사 주목 집중 몰입 신경 걱정 우려 불안 불만 만족 성공 실패
        실수 오류 에러 잘못 정답 해답 결론 요약 정리 마무리 서론 본론 머리 얼굴 눈앞 손쉬 사진 그림 화면 영상 동영상 슬라이드 페이지 문서 문장 단어 글자 표현 언급 인용 참고 참조
        출처 링크 버튼 클릭 입력 출력 추가 삭제 제거 포함 제외 통합 분리 분류 구분 구별 나눔 이동 전달 전송 공유 공개 공급 수요 주요 주된 핵심적 결정적 전문 일반 일반적 특정 특수
        단순 복잡 간단 자연 자연스럽 인간 생활 일상 인생 평생 직업 직장 하나님 아이 아이들 어른 남자 여자 부모 엄마 아빠 동료 상대 상대방 주변 근처 주위 내부 외부 내면 표면 앞뒤
        전후 좌우 상하 전부 부족 부재 결핍 과다 충분 적절 적합 정확 명확 분명 확실 당연 자동 수동 자체 자발 주체 객체 객관 주관 장기 단기 중기 초기 중반 후반 말기 상반기 하반기
        분기 연도 년도 매년 매일 매번 매월 대한민국 서울 지방 중앙 현장 실무 경우들 것들 문제들 기술들 내용들 방법들 부분들 생각들 결과물 산출물 성과 실적 업적 공로 대가 대신 대체
        교체 교환 반복 중복 연속 지속 지속적 계속적 즉각적 효과적 효율적 적극적 구체적 체계적 근본적 본격적 전문적 성공적 안정적 종합적 궁극적 전폭적 파격적 획기적 압도적 독자적 자체적
        실질적 장기적 단기적 대표적 기본적 전통적 현실적 이상적 필수적 필수 기존 이번엔 추후 향후 사전 사후 초반 코너 시리즈 버전 파트 챕터 섹션 스텝 케이스 타입 포인트 레벨 아이디어
        노하우 스토리 이슈 이벤트 프로젝트 프로그램 프로세스 태스크 미팅 메시지 세션 강연 강의 수업 과목 책자 서적 도서 기사 전화 메일 댓글 반응 호응 인기 유행 소문 명칭 용어 의문
        의심 오해 착각 상상 공감 감정 감동 재미 흥미 즐거움 기쁨 슬픔 고통 피로 죽음 도덕 시각 시야 청취 경로 통로 입구 출구 시발점 출발점 도착점 전환점 관문 걸림돌 디딤돌 발걸음
        움직임 흐름도 분위기 기류 조짐 징후 신호 암시 단서 근거 증거 이점들 소스 여부 유무 정당성 타당성 적정성 추이 양상 국면 맥락 문맥 취지 의제 안건 쟁점 논점 논란 논쟁 갈등
        대립 충돌 마찰 경쟁 협상 타협 투입 산출 배분 배치 배정 할당 조정 조절 통제 제어 제한 제약 제재 금지 허용 허가 승인 인가 등록 신고 신청 접수 심사 심의 의결 통과 부결 채택
        폐기 폐지 제정 개정 시행령 정비 보완 보충 보강 보장 보호 방지 예방 대응 대처 대비책 조치 처리 처분 처벌 구제 복구 복원 회복 극복 돌파 탈피 등장 탄생 충격 방면 다방면 구도 생각하기 말하기 보기 쓰기 읽기
        듣기 만들기 살펴보기 알아보기 일상적 순간 찰나 당분간 한동안 오랫동안 그날 다음날 첫날 요일 월요일 주말 평일 휴일 시작점 끝점 마지막날 값들 코드들 하단 상단 우측 좌측 중앙부
        화자 저자 필자 독자 관객 손님 주인 주인공 인물 스타 구매 판매 거래 소비 지출 지불 주문 관찰 관측 측정 계산 집계 산정 추정 추산 수집 탐색 조회 열람 처음부터 끝까지 느낌상
        크기순 결과적 마인드 자유롭 상식 습관 버릇 취미 특기 장난 거짓 거짓말 진실 진리 사실관계 실체 본질 근본 바탕 토대 뿌리 기둥
        """)

    /// English words that are no term by themselves: function words first, then what any text may use.
    static let englishFunction = set(
        """
        a an the this that these those my your his her its our their some any each every no all both either neither another other such same own and or but nor so yet if then else
        than as at by for from in into of off on onto out over per to toward towards under until up upon via with within without about above across after against along among around
        because before behind below beneath beside besides between beyond despite down during except inside instead like near once since though although through throughout unless unlike
        whereas whether while i me we us you he him she it they them who whom whose which what when where why how there here be am is are was were been being do does did done doing have
        has had having can could may might must shall should will would not only just also too very more most less least much many few little lot lots several one two three four five six
        seven eight nine ten first second third last next again ever never always often sometimes usually already still even quite rather almost enough well now today however therefore thus
        hence moreover furthermore otherwise meanwhile indeed perhaps maybe yes ok okay etc eg ie vs let lets us get gets got getting go goes going gone went come comes came coming make makes made
        making take takes took taken taking give gives gave given giving see sees saw seen seeing say says said saying tell tells told know knows knew known knowing think thinks thought thinking want
        wants wanted need needs needed use uses used using try tries tried trying work works worked working look looks looked looking find finds found put puts keep keeps kept seem seems show shows
        showed shown ask asked become becomes became mean means meant call called feel felt run runs running start started begin began help helped helps turn turned happen happens happened talk talked
        talking good better best bad worse worst new old great big small large high low long short early late different important possible able sure certain right wrong true false real really actually
        basically simply probably especially particularly generally specifically recently currently finally don't doesn't didn't won't can't isn't aren't wasn't weren't i'm we're you're they're it's
        that's there's let's i've we've you've i'll we'll http https www com org html jpg png pdf
        """)

    /// English nouns that any text may use.
    static let englishGeneric = set(
        """
        time times year years day days week weeks month months way ways thing things people person man woman men women part parts place case cases point points fact facts idea ideas kind kinds type types
        sort example examples problem problems issue issues question questions answer answers result results reason reasons end beginning side area areas level number numbers amount group groups set sets
        line lines name names word words world country countries life hand hands place home house school page pages figure figures table tables section sections chapter chapters topic topics talk talks session
        speaker speakers slide slides thank thanks hello welcome everyone everybody something anything nothing someone anyone future past present change changes value values process step steps method methods
        approach approaches system systems state states form forms order view role use user users development increase decrease growth effort efforts opportunity opportunities challenge challenges goal goals
        need needs term terms course member members company companies government public report reports information today tomorrow yesterday kim lee park choi professor dr mr ms mrs university institute
        """)

    static func set(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}

extension CommonWords {
    /// What stands behind a person's name.
    static let titles = set(
        """
        교수 박사 대표 원장 소장 회장 이사장 부회장 사장 부사장 위원 위원장 의원 장관 차관 총리 대통령 기자 선생 선생님 교수님 대표님 박사님 변호사 판사 검사 감독 작가 씨 님 과장 국장 실장 팀장 본부장 센터장 연구위원 연구원 이사 의장 부의장 간사 시장 부시장 군수 지사 이장 교장 회원 매니저 피디 아나운서 사회자 진행자 선배 후배
            의장님 위원님 위원장님 의원님 원장님 소장님 회장님 이사장님 장관님 총리님 기자님 변호사님 판사님 감독님 작가님 과장님 국장님 실장님 팀장님 본부장님 센터장님 이사님 시장님 군수님 지사님 이장님 교장님 매니저님 피디님 강사님 선배님
        """)
}

extension CommonWords {
    /// The lists with what each makes of a stem.
    static let lists: [([String], WritableKeyPath<Lexicon.Stem, Bool> & Sendable)] = [
        (function.sorted(), \.isFunction), (englishFunction.union(englishSpoken).sorted(), \.isFunction),
        (generic.sorted(), \.isGeneric), (englishGeneric.union(englishPlain).sorted(), \.isGeneric),
    ]
}
