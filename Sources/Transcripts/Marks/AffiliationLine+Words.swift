import KoreanText

/// The words by which offices and organizations are known.
extension AffiliationLine {
    static let legalForms = [
        "법무법인", "주식회사", "㈜", "(주)", "재단법인", "사단법인", "(사)", "(재)", "유한회사", "학교법인", "특허법인", "회계법인", "노무법인", "세무법인",
    ]

    /// What parts two offices, or an office from what stands in brackets after it.
    static let officeMarks: ScalarSet = "･·ㆍ/,(&"

    static let researchers: SuffixSet = ["연구원"]

    static let offices = SuffixSet(
        """
        교수 대표 이사 상무 전무 사장 회장 소장 원장 실장 국장 과장 부장 차장 단장 처장 총장 학장 팀장 대리 주임 사원 위원 의원 기자 변호사 변리사 회계사 \
        세무사 노무사 의사 약사 감사 간사 총무 고문 장관 차관 시장 군수 구청장 지사 도지사 청장 조사관 사무관 서기관 주무관 행정관 비서관 보좌관 심의관 정책관 \
        연구원 연구관 연구사 연구위원 연구교수 전문위원 자문위원 논설위원 해설위원 편집인 발행인 활동가 작가 감독 평론가 칼럼니스트 엔지니어 개발자 기획자 \
        디자이너 매니저 리더 리드 디렉터 에반젤리스트 아키텍트 컨설턴트 파트너 애널리스트 프로듀서 강사 교사 교장 교감 박사 박사과정 석사과정 대학원생 학생 판사 검사 \
        센터장 관장 편집장 주필 교육장 교육감 점장 반장 조장 본부장 그룹장 부문장 지부장 지점장 지회장 위원장 이사장 학과장 연구소장 부원장 의장 대변인 사무총장 사무국장 특보 상임이사 대사 영사 신부 목사 스님 \
        비평가 번역가 소설가 사진가 건축가 연출가 예술가 음악가 작곡가 운동가 창업가 사업가 기업가 전략가 시인 배우 PD 사서 학예사 간호사 사회복지사 조교 \
        상담원 감시원 조합원 조사원 승무원 판매원 안내원 실무사 기능사 정비사 사육사 보육사 지원사 조율사 미용사 요리사 수사관 감독관 분석관 심사관 지휘자 연주자 안무가 무용수 \
        가수 성우 선수 심판 지배인 관리인 변호인 극장장 농장장 공장장 서장 읍장 면장 동장 대장 선장 기장 총재 부총재 역장 당대표 원내대표 소믈리에 바리스타 \
        행장 부행장 회원 총무 자문역 이장 통장 촌장 계장 총괄 담당 원로 어촌계장 조합장 학예연구사 연구사 지도사 상담사 조리사 영양사 물리치료사 요양보호사 기술사 설계사 운영자 \
        플래너 큐레이터 코디네이터 마케터 크리에이터 스트래티지스트 사이언티스트 리서처 코치 멘토 트레이너 퍼실리테이터 프로그래머 저널리스트 아나운서 앵커 피디 \
        수간호사 전문의 전공의 원무과장 한의사 치과의사 수의사 약제부장 조종사 항해사 도선사 선장 기관사 소방관 경찰관 교도관 집배원 해설사 통역사 번역사 \
        통상관 참사관 공보관 외교관 기획관 조정관 협력관 감사관 법무관 이사관 전문관 장학사 장학관 재판관 심판관 대통령 총리 부총리
        """.words.map(String.init))

    static let officeEndings: SuffixSet = [
        "교수", "대표", "이사", "연구위원", "위원", "위원장", "의원", "기자", "변호사", "변리사", "회계사", "노무사", "세무사", "법무사", "건축사", "기술사",
        "조합장", "청장", "사장", "회장", "부장", "국장", "과장",
        "실장",
        "팀장", "센터장", "본부장", "소장", "원장", "처장", "단장", "총장", "학장", "의장", "이사장", "조사관", "사무관", "서기관", "비서관", "보좌관", "심의관",
        "정책관",
        "연구관", "담당관", "장관", "차관", "전무", "상무", "감사", "대사", "강사", "교사", "박사", "책임자", "담당자", "운영자", "활동가", "전문가", "매니저",
        "총괄", "리더",
        "비평가", "번역가", "사진가", "건축가", "연출가", "예술가", "운동가", "창업가", "사업가", "통상관", "참사관", "공보관", "기획관", "조정관", "협력관", "감사관",
        "법무관", "이사관", "전문관", "간호사", "복지사", "학예사", "국장급", "차장", "그룹장", "부문장", "책임", "수석", "엔지니어", "개발자", "디렉터", "컨설턴트",
        "에디터", "관리자", "창업자", "설립자", "작가", "평론가", "연구사", "지도사", "상담사", "조리사", "영양사", "치료사", "보호사", "설계사", "해설사", "통역사",
        "기록사", "분석사", "평가사", "중개사", "감정사", "관리사", "지도자", "연구자", "설계자", "기획자", "제작자", "봉사자", "책임관", "안전관", "보호관", "조정관",
        "전문의", "전공의", "플래너", "큐레이터", "코디네이터", "마케터", "크리에이터", "프로그래머", "아키텍트", "사이언티스트", "애널리스트", "프로듀서", "스페셜리스트",
        "행장", "역장", "서장", "읍장", "면장", "동장", "대장", "선장", "총재", "극장장", "농장장", "공장장", "상담원", "감시원", "조합원", "조사원", "승무원",
        "실무사", "기능사", "정비사", "사육사", "보육사", "지원사", "수사관", "감독관", "분석관", "심사관", "지휘자", "연주자", "안무가", "감독", "지배인", "관리인",
        "변호인", "수료", "어촌계장", "이장", "계장", "대리", "단원", "사서", "주무관", "통신원", "특파원", "논설실장",
    ]

    /// What words for what people do end in, of which the list of offices holds but the commonest.
    static let englishOfficeEndings: SuffixSet = [
        "ologist", "ographer", "onomist", "scientist", "ician", "strategist",
    ]

    static let englishOffices = Set(
        """
        professor director ceo cto cfo coo ciso cpo president chairman chairperson chair researcher fellow engineer \
        lawyer attorney reporter editor manager partner founder co-founder scientist analyst commissioner minister \
        secretary dean head lecturer developer architect consultant officer advisor adviser journalist economist \
        member counsel specialist lead principal student general secretary-general director-general coordinator \
        planner librarian curator nurse physician surgeon doctor teacher judge senator mayor governor ambassador \
        delegate representative executive treasurer registrar chairwoman vice-president moderator instructor \
        organizer organiser activist campaigner volunteer clerk assessor \
        programmer designer producer writer author critic correspondent columnist strategist technician inspector \
        superintendent counsellor counselor reader warden keeper trustee convenor convener rapporteur auditor prosecutor solicitor barrister pastor farmer \
        investor
        """.words.map(String.init))

    static let qualifiers: SuffixSet = [
        "선임", "수석", "책임", "명예", "석좌", "겸임", "초빙", "특임", "연구", "객원", "대표", "상임", "비상임", "공동", "전", "現", "前", "현", "주임",
        "전임",
        "외래", "임상", "학생", "전문", "부", "보조", "산학협력", "총괄", "최고", "위촉",
    ]

    static let organizationEndings: SuffixSet = [
        "대학교", "대학원", "대학", "학부", "학과", "연구소", "연구원", "연구센터", "센터", "위원회", "협회", "학회", "재단", "진흥원", "평가원", "개발원", "정보원",
        "연합회", "공동체", "연구회", "동호회", "자치회", "주민회", "상인회", "주민모임",
        "연합", "협의회", "공사", "공단", "은행", "그룹", "신문", "신문사", "방송", "방송사", "일보", "병원", "법원", "처", "청", "부", "원", "실", "팀",
        "국회", "본부",
        "조합", "포럼", "네트워크", "연대", "모임", "회사", "사무소", "로펌", "도서관", "박물관", "학교", "경제", "전자", "증권", "보험", "통신", "클라우드",
        "테크", "랩", "랩스",
    ]

    static let organizationWords: SuffixSet = [
        "KAIST", "UNIST", "GIST", "DGIST", "POSTECH", "KDI", "ETRI", "KT", "LG", "SK", "University",
        "Institute", "College", "Inc.", "Ltd.", "Corp.", "Foundation", "Ministry",
    ]

    static let legalWords = SuffixSet(legalForms)

    static let companySigns: SuffixSet = ["㈜", "(주)"]

    static let departmentEndings: SuffixSet = [
        "학부", "학과", "대학", "대학원", "연구소", "연구원", "연구실", "센터", "본부", "사업부", "사업단", "연구단", "추진단", "위원회", "사무국", "지부", "지사",
        "연구센터",
        "정책과", "총괄과", "기획과", "진흥과", "협력과", "지원과", "부문", "그룹", "파트", "스쿨", "병원", "캠퍼스", "조사처", "편집국", "보도국", "논설위원실",
        "학교", "분과",
        "과", "부", "실", "팀", "국", "단", "처", "랩",
    ]

    static let noDepartmentEndings: SuffixSet = [
        "재단", "집단", "한국", "미국", "중국", "영국", "정부", "결과", "효과",
    ]

    static let englishBodies: SuffixSet = [
        "University", "Institute", "College", "School", "Academy", "Centre", "Center", "Ministry", "Department",
        "Agency",
        "Commission", "Council", "Bank", "Foundation", "Association", "Society", "Laboratory", "Inc.", "Ltd.", "Corp.",
        "Company", "Group", "Organisation", "Organization", "Union", "Forum", "Network", "Federation", "Trust", "Board",
        "Authority", "Office", "Hospital", "Museum", "Library",
    ]

    /// What words for what people do end in: 장, 사, 관, 원, 자, 가, 인 and their like.
    static let openOfficeEnds: ScalarSet = "장사관원자가인수감역보무기의생님위령총"
    /// What ends in the same syllables and is a place, a house or a thing.
    static let placeEndings = SuffixSet(
        """
        시장 공장 농장 극장 광장 직장 매장 현장 주장 문장 도장 성장 박물관 도서관 미술관 회관 기념관 기록관 전시관 체육관 영화관 과학관 대사관 영사관 문화관 \
        복지관 생활관 수련관 자료관 역사관 병원 학원 대학원 법원 진흥원 개발원 평가원 정보원 유치원 공원 연구원 보훈원 의료원 요양원 보육원 감사원 교육원 연수원 \
        교정원 심의원 협력원 산업원 기술원 표준원 시험원 식물원 동물원 과학원 문화원 예술원 학술원 한의원 의원 수도원 사원 서원 정원 전원 창원 수원 농원 수목원 \
        어린이집 회사 본사 지사 출판사 신문사 방송사 잡지사 통신사 전자 투자 국가 평가 물가 법인 공사 조사 행사 역사 봉사 농사 검수 정보 홍보 안보 업무 의무 \
        법무 총무부 위기 회의 협의 토의 논의 학생회 지원 자원 인원 차원 교원 감자 여자 남자 숫자 문자
        """.words.map(String.init))
}
