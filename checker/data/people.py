"""Words around names: titles, particles, given names with their short forms, countries; by hand from general knowledge."""

from __future__ import annotations

TITLES = frozenset("""
Mr Mrs Ms Miss Dr Sir Dame Lord Lady President Prime Minister Secretary Senator Sen Rep Representative Gov Governor Mayor Chairman
Chairwoman Chair Justice Judge Prosecutor King Queen Prince Princess Pope Colonel Col General Gen Lieutenant Lt Sergeant Sgt Captain Capt Major Maj
Attorney Speaker Vice Ambassador Professor Prof Chancellor Deputy Officer Detective Inspector Superintendent Director Commissioner
Congressman Congresswoman Assemblyman Assemblywoman Former Rev Reverend Father Sister Brother Cardinal Archbishop Bishop Rabbi Imam Sheikh Ayatollah Coach
Chief Sheriff Admiral Adm Marshal Premier Councillor Councillors Cllr Cllrs Councilman Councilwoman Alderman Alderwoman Selectman Selectwoman Baroness Baron Count Countess Duke Duchess
Spokesman Spokeswoman Leader Majority Minority Whip Democrat Republican Rabbi Minister Undersecretary First Private Pvt Cpl Corporal
Emeritus Solicitor Consul Treasurer Auditor Constable Brigadier Commander Comptroller Acting State Foreign Defense Defence Interior Finance Treasury Health House Senate White Executive Strategist Counsel Adviser Advisor
""".split())

# titles that stand right before a person's name whatever stands before them ("House Speaker …", "Russian President …")
OFFICES = frozenset("""President Minister Secretary Senator Sen Rep Governor Gov Mayor Chairman Chairwoman Speaker Leader Chancellor Premier
Ambassador Sheriff Chief Superintendent Inspector Prosecutor Director Captain Sergeant Detective Lieutenant Colonel Ambassador Justice Judge General Commissioner Congressman Congresswoman Spokesman Spokeswoman Adviser Advisor
Assemblyman Assemblywoman Councilman Councilwoman Alderman Alderwoman Selectman Selectwoman Chair Undersecretary Gen Adm Col Lt Capt Sgt Cpl
Whip Counsel Counselor Strategist Administrator Treasurer Attorney CEO CFO COO
Mr Mrs Ms Dr""".split())

PARTICLES = frozenset("von van de der den del della di da dos du la le al el bin ibn ben abu ter ten zu af av".split())

# of countries whose bodies have their letters by their own language, in our alphabet ("Swedish Export Credit (SEK)")
OWN_LETTERS = frozenset("""
French German Austrian Swiss Belgian Dutch Italian Spanish Catalan Basque Portuguese Brazilian Mexican Argentine Argentinian Chilean Peruvian Colombian
Venezuelan Bolivian Ecuadorian Ecuadorean Uruguayan Paraguayan Cuban Dominican Salvadoran Nicaraguan Guatemalan Honduran Panamanian Haitian Swedish
Norwegian Danish Finnish Icelandic Polish Czech Slovak Slovenian Croatian Bosnian Hungarian Romanian Estonian Latvian Lithuanian Albanian Turkish
Kurdish Algerian Tunisian Moroccan Senegalese Malian Ivorian Congolese Cameroonian Angolan Mozambican Indonesian Vietnamese
""".split())

# what a company's name ends with in law, as news copy has it
LEGAL_FORMS = frozenset("Corp Inc Ltd LLC Co Plc PLC plc AG SA NV BV AB AS ASA Oy SpA SPA Spa GmbH KK Bhd Pty Sarl Cie".split())

# capitalised in bodies and offices, but no names of their own
GENERIC = frozenset("""
department minister ministry senate senator senators committee council commission university college school court supreme house
representatives congress party parties republican republicans democrat democrats democratic president presidential presidency
secretary government governor national international federal state states united union american america north south east west
northern southern eastern western central county city street avenue road park river lake bank group company corporation institute
institution association agency administration bureau office center centre foundation fund project program programme act bill law
report review journal times post news television radio network press service services army navy force forces police guard security
defense defence justice health education energy labor labour treasury homeland general attorney district county island islands
mountain valley church temple mosque hospital museum library theater theatre society federation league club team world global
prime chief deputy vice former senior junior director chairman chairwoman member members board assembly parliament premier
conservative conservatives liberal liberals progressive progressives christian christians catholic catholics muslim muslims jewish jew jews
politics chapter charter volume section article islam islamic christmas christianity constitution constitutional declaration amendment republic kingdom war peace day week month year
tax reform policy public private social media free open new old great big little first second third high low top good best
women woman men man children people capitol capital house story photo video image
""".split())

# what bodies are called and nobody is, standing alone behind "the"
BODIES = frozenset("""
academy agency alliance association authority board bureau cabinet campaign coalition commission committee confederation congress consortium cooperative
corporation council department directorate federation forum foundation fund government initiative institute institution ministry organisation organization
parliament party programme project society syndicate task tribunal trust union university watchdog
""".split())

COUNTRIES = frozenset(w.lower() for w in """
Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain Bangladesh Barbados Belarus Belgium
Belize Benin Bhutan Bolivia Bosnia Botswana Brazil Brunei Bulgaria Burundi Cambodia Cameroon Canada Chad Chile China Colombia Columbia Congo
Croatia Cuba Cyprus Denmark Dominica Ecuador Egypt Eritrea Estonia Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana
Greece Grenada Guatemala Guiana Guinea Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan
Jordan Kenya Korea Kosovo Kuwait Laos Latvia Lebanon Liberia Libya Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia
Maldives Mali Malta Mauritania Mauritius Mexico Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nauru Nepal
Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palau Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia
Rwanda Samoa Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Swaziland Sweden Switzerland Syria
Taiwan Tajikistan Tanzania Thailand Togo Tonga Tunisia Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan Vanuatu Venezuela
Vietnam Yemen Zambia Zimbabwe Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois
Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada
Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Carolina Dakota Hampshire Jersey
""".split())

# short forms of one given name; every word of a line may stand for every other
NICKNAMES = tuple(frozenset(line.split()) for line in """
alexander alex sandy xander alexandra alec sasha
andrew andy drew
anthony tony
barbara barb
benjamin ben benny
bernard bernie
catherine kate cathy katherine kathy katie kathleen kay kit
charles charlie chuck chas
christopher chris
christine chris christina tina chrissy
daniel dan danny
david dave
deborah debbie deb debra
donald don donnie
douglas doug
edward ed eddie ted ned teddy
elizabeth liz beth betsy betty eliza lizzie bess
eugene gene
frederick fred freddie
gerald gerry jerry
gregory greg
henry harry hank
jacob jake
james jim jimmy jamie
jennifer jen jenny
jeffrey jeff geoffrey geoff
john johnny jack jon
jonathan jon jonny
joseph joe joey
joshua josh
judith judy
kenneth ken kenny
lawrence larry laurence
leonard len lenny leo
margaret maggie meg peggy marge
matthew matt
michael mike mick mickey mitch
mitchell mitch
nancy nan
nathan nate nathaniel
nicholas nick nicky
pamela pam
patricia pat patty tricia trish
patrick pat paddy
peter pete
philip phil phillip
raymond ray
rebecca becky
richard dick rick rich ricky richie
robert bob bobby rob robbie bert
ronald ron ronnie
rudolph rudy
samuel sam sammy
samantha sam
stanley stan
stephen steve steven
susan sue suzy suzanne
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
victoria vicky tori
vincent vince
walter walt
william bill will billy willie liam
zachary zach zack
""".strip().split("\n"))

GIVEN = frozenset(w for group in NICKNAMES for w in group) | frozenset("""
aaron adam adrian aisha alan albert alice alicia allen allison amanda amy ana andrea angela anita ann anna anne arthur ashley austin
barack beatrice betty beverly brad bradley brandon brenda brett brian bridget bruce bryan caleb cameron carl carla carlos carmen carol
caroline carrie cecilia charlotte cheryl claire clara clarence claudia clifford clinton colin connie craig crystal cynthia dale
darren dean denise dennis derek diana diane dominic doris dorothy dylan earl edgar edith edwin eleanor elena ellen emily emma eric
erica ernest ethan eva evan evelyn felix fiona florence frances francis frank gabriel gail gary george gina glenn gloria gordon grace
graham grant guy hannah harold harriet harvey heather heidi helen herbert holly howard hugh ian irene isaac isabel ivan jacqueline
jane janet janice jared jason jay jean jeanne jeremy jesse jessica jill joan joanna jodi joel jorge jose joyce juan juanita judy
julia julian julie justin karen karl keith kelly kevin kim kimberly kirk kristen kurt kyle lance laura lauren lee leon leroy leslie
lillian linda lindsey lisa lloyd lois loretta lori lorraine louis louise lucas lucy luis luke lynn marc marco marcus maria marie
marilyn marina mario marion marjorie mark marsha martha martin marvin mary maureen maurice max megan melanie melissa melvin meredith
michelle miguel mildred milton miriam monica morgan nadia natalie neil nelson nicole nina noah nora norma norman oliver olivia omar
oscar owen pablo paul paula pauline pedro penny phyllis priscilla rachel ralph ramon randall randy raul regina renee rhonda roberta
rodney roger roland rosa rose rosemary ross roy ruben russell ruth ryan sally sandra sara sarah scott sean seth shane shannon sharon
shaun shawn sheila shelly sherry shirley sidney simon sofia sonia sophia spencer stella stuart sylvia tamara tanya tara teresa terry
theresa tiffany todd tracy travis trevor tyler ursula valerie vanessa vera veronica vernon victor viola virginia vivian wallace warren
wayne wendy wesley willard xavier yolanda yvonne abdullah ahmed ali fatima hassan hussein ibrahim khalid mahmoud mohammed muhammad
mohamed mustafa yusuf boris dmitri igor ivan mikhail natasha nikolai oleg olga sergei svetlana tatiana vladimir yuri
""".split())

# given names borne by women; two spouses are two people, so a slip hardly ever crosses this line
WOMEN = frozenset("""
alexandra barbara barb catherine kate cathy katherine kathy katie kathleen kay christine christina tina chrissy deborah debbie deb debra
elizabeth liz beth betsy betty eliza lizzie bess jennifer jen jenny judith judy margaret maggie meg peggy marge nancy nan pamela pam
patricia patty tricia trish rebecca becky samantha susan sue suzy suzanne victoria vicky tori aisha alice alicia allison amanda amy
ana andrea angela anita ann anna anne ashley beatrice beverly brenda brenda brenda bridget carla carmen carol caroline carrie cecilia
charlotte cheryl claire clara claudia connie crystal cynthia denise diana diane doris dorothy edith eleanor elena ellen emily emma erica
eva evelyn fiona florence frances gail gina gloria grace hannah harriet heather heidi helen holly irene isabel jacqueline jane janet
janice jean jeanne jessica jill joan joanna jodi joyce juanita julia julie karen kelly kim kimberly kristen laura lauren leslie lillian
linda lindsey lisa lois loretta lori lorraine louise lucy lynn maria marie marilyn marina marion marjorie marsha martha mary maureen
megan melanie melissa meredith michelle mildred miriam monica nadia natalie nicole nina nora norma olivia paula pauline penny phyllis
priscilla rachel regina renee rhonda roberta rosa rose rosemary ruth sally sandra sara sarah shannon sharon sheila shelly sherry shirley
sofia sonia sophia stella sylvia tamara tanya tara teresa theresa tiffany tracy ursula valerie vanessa vera veronica viola virginia
vivian wendy yolanda yvonne fatima natasha olga svetlana tatiana hillary ivanka melania laura michele elise jackie jamie
""".split()) - {"jean", "kim", "kelly", "leslie", "marion", "shannon", "jamie", "jackie", "tracy", "lynn", "ashley"}

# speakers without a name who are not one another: those in charge, those who were there, those who treat, those who study, those who protest
SPEAKERS = {word: side for side, words in enumerate((
    "police officer officers official officials authorities prosecutor prosecutors government ministry minister army military investigators "
    "firefighters governor mayor court judge", "witness witnesses resident residents neighbor neighbors neighbour neighbours bystander bystanders "
    "survivor survivors passenger passengers villager villagers worker workers", "doctor doctors medics hospital", "analyst analysts expert experts "
    "researchers economists scientists", "activist activists rebels opposition protesters organizers organisers")) for word in words.split()}

# surnames that stand before the given name, in Korea, China and Vietnam, as news copy spells them
SURNAMES_FIRST = frozenset("""
Kim Lee Rhee Park Pak Choi Choe Chung Jung Jeong Cheong Cho Jo Yoon Yun Kang Lim Seo Suh Shin Kwon Hwang Ahn Ryu Yoo Hong Moon Bae Baek Nam Noh Roh Ban Chang Jang
Paik Koo Hyun Ko Koh Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Zhu Guo Lin Gao Luo Zheng Liang Xie Tang Deng Feng Cao Peng Zeng Xiao Tian Dong Pan
Yuan Cai Jiang Wei Jia Ding Ye Yu Du Dai Xia Fu Fang Zou Shen Xiong Meng Qin Qiu Hou Mao Hao Gong Shao Wan Tan Xi Tsai Tsang Leung Cheung Wong Kwok Nguyen Tran Pham Hoang Phan
Vu Vo Dang Bui Duong
""".split())
