/// What begins as a name of two syllables could and is none.
extension PersonLine {
    /// Words of two syllables that begin with a surname, and begin what organizations are called.
    static let places: Set<String> = Set(
        """
        서울 인천 부산 경기 전남 전북 경남 경북 강원 제주 성남 고양 안양 안산 안동 여수 공주 남원 구미 남해 남양 마산 하남 양산 양주 양평 용인 원주 김해 김포 \
        나주 진주 진해 전주 정읍 동해 태안 한국 조선 국립 국회 국민 국가 전국 전문 전자 정부 정보 정책 정신 경찰 경영 경제 방송 방위 신한 신용 하나 우리 기업 \
        기술 기후 기초 현대 현장 한양 한겨 한미 고려 고용 연세 연합 이화 동국 동아 국제 국방 국토 서강 서부 명지 명예 단국 인하 인권 인문 공공 공정 공동 공익 \
        지역 지방 민간 시민 시립 여성 노동 노인 환경 문화 문학 사회 사법 사단 산업 산림 안전 교통 교육 복지 연구 미래 미디 선거 성공 소방 소비 소상 송도 양성 \
        온라 원자 유럽 유통 은행 음악 의료 임업 장애 주거 주택 주한 중국 중소 중앙 지식 차세 천문 추진 탄소 표준 한방 해양 홍보 황해 금융 남북 도시 도립 독립 \
        배움 백석 법무 법률 변화 보건 보험 부천 손해 심리 안보 여론 염전 예술 옥외 왕립 우정 육군 윤리 이동 이주 임상 제철 조세 종합 평화 평생 피해 해군 형사
        """.words.map(String.init))
}
