"""Offices that exclude each other: of two on one ladder a person holds one at a time.

Hand-made from the titles that news copy puts before names; forms of one office share its first form's name.
"""

from __future__ import annotations

# ladder: office = forms, forms; the first form names the office
_LADDERS = {
    "elected": "senator=Senator,Sen. representative=Representative,Rep.,Congressman,Congresswoman governor=Governor,Gov. mayor=Mayor",
    "chamber": "speaker=Speaker majority_leader=Majority_Leader minority_leader=Minority_Leader majority_whip=Majority_Whip minority_whip=Minority_Whip",
    "cabinet": "prime_minister=Prime_Minister,Premier president=President chancellor=Chancellor opposition_leader=Opposition_Leader",
    "secretaries": "secretary_of_state=Secretary_of_State "
                   "health_secretary=Health_and_Human_Services_Secretary,HHS_Secretary,Secretary_of_Health_and_Human_Services "
                   "homeland_security_secretary=Homeland_Security_Secretary,Secretary_of_Homeland_Security,DHS_Secretary "
                   "housing_secretary=HUD_Secretary veterans_affairs_secretary=VA_Secretary",
    # of one leader's or company's desk
    "staff": "chief_of_staff=Chief_of_Staff counsel=White_House_Counsel,White_House_counsel,General_Counsel press_secretary=Press_Secretary "
             "communications_director=Communications_Director,Director_of_Communications campaign_manager=Campaign_Manager "
             "national_security_adviser=National_Security_Adviser,National_Security_Advisor chief_strategist=Chief_Strategist "
             "budget_director=Budget_Director",
    "law": "attorney_general=Attorney_General,Attorney-General deputy_attorney_general=Deputy_Attorney_General,Deputy_Attorney-General solicitor_general=Solicitor_General,Solicitor-General",
    "police": "police_chief=Police_Chief sheriff=Sheriff commissioner=Commissioner,Police_Commissioner fire_chief=Fire_Chief superintendent=Superintendent,Supt. "
              "chief_superintendent=Chief_Superintendent,Chief_Supt. chief_inspector=Chief_Inspector inspector=Inspector constable=Constable",
    # a person has one rank
    "army": "general=General,Gen. brigadier=Brigadier,Brig. colonel=Colonel,Col. major=Maj.,Major captain=Captain,Capt. lieutenant=Lieutenant,Lt. sergeant=Sergeant,Sgt. "
            "corporal=Corporal,Cpl. admiral=Admiral,Adm. commander=Commander,Cmdr. ",
    "embassy": "ambassador=Ambassador consul=Consul,Consul_General",
    "church": "pope=Pope bishop=Bishop archbishop=Archbishop cardinal=Cardinal",
    "court": "judge=Judge,Justice magistrate=Magistrate coroner=Coroner prosecutor=Prosecutor,District_Attorney,Chief_Prosecutor defense_lawyer=Defense_Lawyer,Defence_Lawyer,Defense_Attorney",
    "board": "chief_executive=Chief_Executive,Chief_Executive_Officer,CEO chief_financial_officer=Chief_Financial_Officer,CFO,Finance_Chief,Finance_Director,Financial_Director "
             "chief_economist=Chief_Economist chief_engineer=Chief_Engineer marketing_director=Marketing_Director,Marketing_Manager sales_director=Sales_Director,Sales_Manager "
             "chief_technology_officer=Chief_Technology_Officer chief_information_officer=Chief_Information_Officer chief_scientist=Chief_Scientist "
             "chief_operating_officer=Chief_Operating_Officer,COO",
    "treasury": "treasurer=State_Treasurer,Treasurer auditor=State_Auditor,Auditor comptroller=Comptroller,State_Comptroller",
    "field": "goalkeeper=Goalkeeper,Goalie defender=Defender midfielder=Midfielder striker=Striker quarterback=Quarterback linebacker=Linebacker pitcher=Pitcher "
             "catcher=Catcher shortstop=Shortstop",
    "ward": "surgeon=Surgeon nurse=Nurse",
    "council": "councillor=Councillor,Councilman,Councilwoman deputy_mayor=Deputy_Mayor",
    "team": "coach=Coach,Head_Coach captain=Skipper umpire=Umpire referee=Referee",
    "desk": "spokesman=Spokesman,Spokeswoman,Spokesperson analyst=Analyst economist=Economist trader=Trader lawyer=Lawyer,Attorney,Solicitor,Barrister chairman=Chairman,Chairwoman "
            "editor=Editor reporter=Reporter",
    "vice": "vice_president=Vice_President",
    "crown": "king=King prince=Prince queen=Queen princess=Princess",
}
# offices that go against those of a second ladder: ranks that an army and a police force have, heads of a government against a vice president
BOTH = {"sergeant": "police", "prime minister": "vice", "chancellor": "vice"}
# what a minister or secretary is for: one line a portfolio, whose forms may be told of one person
_PORTFOLIOS = """
foreign=Foreign,Foreign Affairs,External Affairs,External Relations
defense=Defense,Defence
finance=Finance,Treasury,the Treasury,Economy,Economics,Economic Affairs,Budget
interior=Interior,Home,Home Affairs,Internal Affairs,the Interior
justice=Justice
health=Health,Welfare,Social Affairs
education=Education,Higher Education,Science,Research
transport=Transport,Transportation,Public Works
trade=Trade,Foreign Trade,International Trade,Industry,Commerce,Business
environment=Environment,the Environment,Natural Resources
energy=Energy,Oil,Petroleum,Mines,Resources
labor=Labor,Labour,Employment,Workplace Relations
agriculture=Agriculture,Farm,Fisheries,Forestry,Primary Industries
culture=Culture,Arts,Sports,Sport,Tourism
communications=Communications,Information,Telecommunications
immigration=Immigration
housing=Housing,Local Government,Planning
veterans affairs=Veterans Affairs
police=Police
""".strip()
for _line in _PORTFOLIOS.splitlines():
    _office, _, _forms = _line.replace(" ", "_").partition("=")
    for _ladder, _holder in (("cabinet", "Minister"), ("secretaries", "Secretary")):
        _named = [f"{_form}_{_holder}" for _form in _forms.split(",") if not _form.startswith("the_")]
        _LADDERS[_ladder] += f" {_office}_{_holder.lower()}=" + ",".join([*_named, *(f"{_holder}_{_link}_{_form}" for _form in _forms.split(",") for _link in ("of", "for"))])
# the form as printed → (ladder, office)
OFFICES: dict[str, tuple[str, str]] = {
    form.replace("_", " "): (ladder, office.replace("_", " "))
    for ladder, entries in _LADDERS.items() for entry in entries.split() for office, forms in [entry.split("=")] for form in forms.split(",")}
# the form in small letters → (ladder, office): those words that mean little else beside a name
LOWER: dict[str, tuple[str, str]] = {(form if form.endswith("counsel") else form.lower()): office for form, office in OFFICES.items()
                                     if "." not in form and form not in ("Representative", "Major", "Pope", "President", "Treasurer", "Auditor", "CEO", "CFO", "COO", "General", "Captain", "Commissioner", "Commander", "Inspector", "Lieutenant", "Admiral", "Constable", "Chancellor", "Justice", "Speaker", "King", "Queen", "Prince", "Princess", "Vice President", "White House Counsel")}
LOWER["captain"] = ("team", "captain")  # with a capital it is a rank
# heads of offices that have deputies, and the name of each office: a chairwoman is a chair
HEADS: dict[str, str] = {form: head for entry in """president=president secretary=secretary governor=governor,gov mayor=mayor premier=premier
minister=minister director=director commissioner=commissioner chancellor=chancellor speaker=speaker sheriff=sheriff superintendent=superintendent
prosecutor=prosecutor coach=coach manager=manager editor=editor principal=principal treasurer=treasurer leader=leader chief=chief
chair=chair,chairman,chairwoman,chairperson attorney_general=attorney_general district_attorney=district_attorney
solicitor_general=solicitor_general""".split() for head, forms in [entry.replace("_", " ").split("=")] for form in forms.split(",")}

# ranks and offices as they are shortened before a name → in full
SHORT_TITLES: dict[str, str] = dict(pair.split("=") for pair in """Gen=General Lt=Lieutenant Col=Colonel Maj=Major Capt=Captain Sgt=Sergeant Cpl=Corporal Pvt=Private Adm=Admiral
Sen=Senator Rep=Representative Gov=Governor Prof=Professor Rev=Reverend Cllr=Councillor Dr=Doctor""".split())
