extension CommonWords {
    /// English verbs, adverbs, pronouns and adjectives that say nothing of a subject: never a part of a term.
    static let englishSpoken = set(
        """
        yeah yep yup nope oh ah uh um hmm huh wow hey hi hello bye okay ok alright gonna wanna gotta kinda sorta dunno lol haha please sorry welcome thank thanks
        anyway anyways absolutely totally definitely certainly obviously clearly exactly literally honestly frankly seriously hopefully unfortunately fortunately
        apparently presumably supposedly essentially fundamentally effectively relatively extremely incredibly fairly pretty somewhat slightly nearly hardly barely
        completely entirely fully partly mostly mainly largely primarily usually normally typically commonly frequently rarely seldom constantly immediately quickly
        slowly easily simply directly suddenly eventually ultimately initially originally previously formerly lately soon later ago away back together apart aside
        forward backward backwards forwards anymore anyhow anywhere everywhere somewhere nowhere elsewhere whenever wherever whatever whichever whoever however
        somehow someday sometime myself yourself himself herself itself ourselves yourselves themselves anybody everybody somebody nobody everyone everything
        anyone anything someone something nothing none mine yours hers ours theirs whose
        isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't haven't hasn't hadn't ain't i'm i've i'd i'll you're you've
        you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll we're we've we'd we'll they're they've they'd they'll that's that'd that'll there's here's
        what's who's where's how's why's when's let's y'all ll ve re
        able unable about according accordingly actual actually afterwards ahead along already although amazing amongst another around available awesome aware
        basically beautiful biggest brand brilliant careful clear complete concerned cool correct curious definite difficult
        easier easiest easy else enormous entire especially even every exact exactly excellent excited exciting extraordinary fair familiar fantastic
        faster favorite favourite few fewer fine five former forth four fun funny further glad good gorgeous grateful great greater greatest happy
        harder helpful hundred immediate important impossible incredible interested interesting just kind largest last late latest latter least
        less likely little long longer lovely lucky many mere more most much nearly necessary nice obvious odd okay older oldest only
        other otherwise overall own particular perfect perhaps possible probable probably proper proud quick
        quite rather ready real really reasonable related remarkable respective responsible right sad same scared serious
        several severe shorter sick significant similar similarly slow small smaller smallest so some sorry
        stronger stupid such sudden sufficient sure surprised surprising terrible terrific tiny tired together too total tough tremendous
        true twice ugly unlikely unusual upset useful usual various vast very weird willing wonderful worried worse worst worth wrong
        younger youngest okay triple eleven twelve fifteen twenty thirty forty fifty hundred million billion trillion percent per dozen

        accept accepted achieve achieved add added adding admit agree agreed agrees allow allowed allowing allows announced apologize appear appeared appears
        apply applied appreciate arrive arrived asked asking asks assume assumed assuming avoid became become becomes becoming began begin begins begun behave believe
        believed believes believing belong born bother bothered bought bring bringing brings broke broken brought build built buying came cares carried carry caught
        caused chose choose chosen clarify combine come comes coming compare compared consider considered considering contain contains continue continued continues
        contribute convince correct covered create created creates creating cried dealing dealt decide decided declare define defined deliver delivered demand demonstrate
        depend depending depends describe described deserve destroy determine determined develop developed did died disagree discover discovered
        discuss discussed discussing do does doing done drew drive driven dropped eat ended ends enjoy enjoyed ensure enter entered establish established
        exist existed existing exists expect expected expecting explain explained explaining explore express extend faced fail failed fallen feeling feels fell felt
        figure figured fill filled find finding finds finish finished focus focused follow followed following follows forget forgot forgotten
        found gave get gets getting give given gives giving go goes going gone got gotten grew grow growing grown guess had handle handled happen happened
        happening happens has have having hear heard hearing held help helped helping helps hit hold holding holds hope hoping identify imagine imply
        improve include included includes including increase increased indicate indicated insist intend intended introduce introduced invite involve involved
        join joined keep keeping keeps kept knew know knowing known knows laid laughed laughs laughing laughter leads learn learned leave leaves leaving
        led left lend let letting lie like liked likes listen listened listening lived lives look looked looking looks lose losing lost love loved loves made maintain
        make makes making manage managed matter mattered matters mean means meant meet mention mentioned mentioning met miss missed missing move moved moving must
        need needed needing needs noted notice noticed obtain obtained occur occurred offered ought own paid passed picked
        played plays prefer prepare prepared pretend prevent proceed produce produced promised propose proposed protect protected prove proved provide
        provided provides providing pulled pushed pushing put puts putting quit raise raised ran reached realize realized realise realised receive received recognize
        recognized recommend reduce reduced refer referred refers reflect refuse regard regarding relate relied rely remain remained remains remember remembered remind
        remove removed replace replied reply represent represented represents require required requires resolve respond responded resulted retain return returned reveal
        runs said sat save saved saw say saying says seek seem seemed seems seen select sell send sending sent serve served set
        setting settle shall shifted shot should show showed showing shown shows shut sit sitting sold solve solved sounds speak speaking speaks
        spend spending spent spoke spoken stand standing stands started starting starts stated stay stayed stood stop stopped stopping struggled stuck succeed
        suffer suggest suggested suggesting suggests suppose supposed take taken takes taking talked talking taught teach tell telling tells tend tends thanked
        think thinking thinks thought threw throw thrown told took touch tried tries try trying turn turned turning turns understand understanding understands understood
        use used uses using wait waited waiting wake walked walking wanna want wanted wanting wants warn was watched watching went were wish
        wished won wonder wondered wondering wore worked works worried worry writes written wrote would wouldn
        """)

    /// English nouns and forms of address that any proceedings may use: no term by themselves.
    static let englishPlain = set(
        """
        stuff guy guys folk folks dude buddy friend friends boy boys girl girls lady ladies gentleman gentlemen sir madam mister miss colleague colleagues
        honor honour honourable honorable chair chairman chairwoman chairperson chairmen president speaker senator congressman congresswoman representative
        secretary minister deputy judge justice counsel member hon mr mrs ms dr prof professor host guest audience participant participants interviewer interviewee
        someone bit bits lot lots bunch couple pair piece pieces ton tons load loads thing stuff sorts kinds sense matter matters manner fashion regard regards respect
        minute minutes second seconds hour hours moment moments morning afternoon evening night nights decade decades century age ages date dates period periods past
        future beginning middle end ends start top bottom front back side sides edge corner half rest whole entirety
        idea ideas thought thoughts opinion opinions view views viewpoint perspective perspectives notion sense feeling feelings belief beliefs guess assumption assumptions
        answer answers question questions comment comments remark remarks statement statements point points note notes mention word words sentence sentences phrase phrases
        paragraph paragraphs page pages line lines item items list lists chapter section sections title titles name names number numbers amount amounts total quantity
        percentage percent ratio average level levels degree degrees range size sizes length height width distance scale scope extent
        reason reasons cause causes effect effects impact impacts result results outcome outcomes consequence consequences conclusion conclusions purpose purposes
        goal goals aim aims objective objectives intention intentions plan plans step steps stage stages phase phases process processes procedure procedures method methods
        approach approaches technique techniques way ways means solution solutions option options choice choices alternative alternatives decision decisions
        problem problems issue issues trouble troubles difficulty difficulties challenge challenges concern concerns worry worries risk risks mistake mistakes error errors failure failures
        success advantage advantages disadvantage disadvantages benefit benefits opportunity opportunities chance chances possibility possibilities likelihood
        situation situations circumstance circumstances condition conditions case cases instance instances example examples scenario scenarios context contexts
        fact facts truth reality evidence proof detail details information figure figures fact knowledge experience experiences lesson lessons
        part parts component components element elements aspect aspects feature features characteristic characteristics factor factors
        kind type types form forms version versions category categories class group groups set sets series sequence pattern patterns structure structures
        place places area areas region regions location locations spot room home house building world country countries city town state states street
        person people man men adult adults individual individuals everybody father mother brother sister son daughter
        wife husband baby team teams crowd community communities public society user users client clients employee employees worker workers staff boss
        company companies business businesses firm firms organization organizations organisation organisations institution institutions office offices department departments agency agencies
        career careers work works task tasks role roles responsibility responsibilities duty duties effort efforts activity activities action actions
        project projects program programs programme programmes product products service services system systems tool tools thing object objects
        event events meeting meetings conference session sessions talk talks speech discussion discussions conversation conversations debate debates argument arguments presentation
        interview interviews podcast episode episodes show shows story stories book books article articles paper papers report reports document documents
        letter letters message messages email emails call calls phone picture pictures photo photos slide slides screen
        law laws rule rules policy policies right deal deals proposal proposals suggestion suggestions recommendation recommendations request requests
        support help advice attention focus care hope fun joke luck respect thanks appreciation welcome
        dollar dollars euro euros cent cents cost costs value values worth fee
        life head hand hands eye eyes face mind heart body foot feet voice
        change changes difference differences improvement improvements increase decrease growth development progress trend trends movement
        relationship relationships connection connections link links interaction interactions balance comparison combination variety difference
        need needs demand demands requirement requirements expectation expectations standard standards quality
        test tests check try attempt attempts trip tour visit break
        use usage application applications implementation definition definitions description explanation explanations introduction overview summary background history
        ability abilities skill skills strength control position positions status mode order
        credit clip segment transcript applause laughter crosstalk inaudible pause intro outro
        january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
        today yesterday tomorrow week weeks month months year years day days weekend time times
        yes no hello thanks terms basis behalf sake terms favor favour
        alone big bigger break building busy catch close closed closer closing cover crazy crime cry dear die double doubt drop extra face fall fast feel fifth fight final fit fix fixed fourth fresh full general grab half hard hate hide hot huge initial inside jump kill lead learning living main major massive minor offer old open opened opposite original outside pass pay paying pick play playing potential present previous prior promise pull push race reach read reading recent relevant ride ring rise run running safe self selling separate shared sharing sharp shift short simple single sixth sleep smart soft sole solid sound special specific step stick strange strong struggle switch third thousand trust upper visit walk watch weak wear whole wide working write writing young zero
        motion motions amendment agenda minutes floor committee hearing testimony witness witnesses
        """)
}
