"""Offices that exclude each other: of two on one ladder a person holds one at a time.

Hand-made from the titles that news copy puts before names; forms of one office share its first form's name.
"""

from __future__ import annotations

# ladder: office = forms, forms; the first form names the office
_LADDERS = {
    "elected": "senator=Senator,Sen. representative=Representative,Rep.,Congressman,Congresswoman governor=Governor,Gov. mayor=Mayor",
    "chamber": "speaker=Speaker majority_leader=Majority_Leader minority_leader=Minority_Leader majority_whip=Majority_Whip minority_whip=Minority_Whip",
    "cabinet": "prime_minister=Prime_Minister president=President foreign_minister=Foreign_Minister defense_minister=Defense_Minister,Defence_Minister "
               "finance_minister=Finance_Minister interior_minister=Interior_Minister justice_minister=Justice_Minister health_minister=Health_Minister "
               "education_minister=Education_Minister transport_minister=Transport_Minister trade_minister=Trade_Minister "
               "environment_minister=Environment_Minister energy_minister=Energy_Minister labor_minister=Labor_Minister,Labour_Minister",
    "secretaries": "secretary_of_state=Secretary_of_State secretary_of_defense=Secretary_of_Defense,Defense_Secretary,Defence_Secretary "
                   "treasury_secretary=Treasury_Secretary,Secretary_of_the_Treasury home_secretary=Home_Secretary foreign_secretary=Foreign_Secretary "
                   "commerce_secretary=Commerce_Secretary,Secretary_of_Commerce labor_secretary=Labor_Secretary,Secretary_of_Labor "
                   "education_secretary=Education_Secretary,Secretary_of_Education energy_secretary=Energy_Secretary,Secretary_of_Energy "
                   "interior_secretary=Interior_Secretary,Secretary_of_the_Interior agriculture_secretary=Agriculture_Secretary,Secretary_of_Agriculture "
                   "transportation_secretary=Transportation_Secretary,Transport_Secretary,Secretary_of_Transportation "
                   "health_secretary=Health_Secretary,Health_and_Human_Services_Secretary,HHS_Secretary,Secretary_of_Health_and_Human_Services "
                   "homeland_security_secretary=Homeland_Security_Secretary,Secretary_of_Homeland_Security,DHS_Secretary "
                   "housing_secretary=Housing_Secretary,HUD_Secretary veterans_affairs_secretary=Veterans_Affairs_Secretary,VA_Secretary "
                   "justice_secretary=Justice_Secretary,Secretary_of_Justice",
    # of one leader's or company's desk
    "staff": "chief_of_staff=Chief_of_Staff counsel=White_House_Counsel,White_House_counsel,General_Counsel press_secretary=Press_Secretary "
             "communications_director=Communications_Director,Director_of_Communications campaign_manager=Campaign_Manager "
             "national_security_adviser=National_Security_Adviser,National_Security_Advisor chief_strategist=Chief_Strategist "
             "budget_director=Budget_Director",
    "law": "attorney_general=Attorney_General deputy_attorney_general=Deputy_Attorney_General solicitor_general=Solicitor_General",
    "police": "police_chief=Police_Chief sheriff=Sheriff superintendent=Superintendent commissioner=Commissioner,Police_Commissioner fire_chief=Fire_Chief",
    "army": "general=General,Gen. colonel=Colonel,Col. major=Maj.,Major captain=Captain,Capt. sergeant=Sergeant,Sgt. corporal=Corporal,Cpl.",
    "embassy": "ambassador=Ambassador consul=Consul,Consul_General",
    "church": "bishop=Bishop archbishop=Archbishop cardinal=Cardinal",
    "court": "judge=Judge prosecutor=Prosecutor,District_Attorney,Chief_Prosecutor defense_lawyer=Defense_Lawyer,Defence_Lawyer,Defense_Attorney",
    "board": "chief_executive=Chief_Executive,Chief_Executive_Officer,CEO chief_financial_officer=Chief_Financial_Officer,CFO,Finance_Chief "
             "chief_operating_officer=Chief_Operating_Officer,COO",
    "treasury": "treasurer=State_Treasurer,Treasurer auditor=State_Auditor,Auditor comptroller=Comptroller,State_Comptroller",
    "field": "goalkeeper=Goalkeeper,Goalie defender=Defender midfielder=Midfielder striker=Striker quarterback=Quarterback linebacker=Linebacker pitcher=Pitcher "
             "catcher=Catcher shortstop=Shortstop",
    "ward": "surgeon=Surgeon nurse=Nurse",
    "council": "councillor=Councillor,Councilman,Councilwoman deputy_mayor=Deputy_Mayor",
    "crown": "king=King prince=Prince queen=Queen princess=Princess",
}
# the form as printed → (ladder, office)
OFFICES: dict[str, tuple[str, str]] = {
    form.replace("_", " "): (ladder, office.replace("_", " "))
    for ladder, entries in _LADDERS.items() for entry in entries.split() for office, forms in [entry.split("=")] for form in forms.split(",")}
# the form in small letters → (ladder, office): those words that mean little else beside a name
LOWER: dict[str, tuple[str, str]] = {(form if form.endswith("counsel") else form.lower()): office for form, office in OFFICES.items()
                                     if "." not in form and form not in ("Representative", "Major", "President", "Treasurer", "Auditor", "CEO", "CFO", "COO", "General", "Captain", "Commissioner", "Speaker", "King", "Queen", "Prince", "Princess", "White House Counsel")}
# heads of offices that have deputies, and the name of each office: a chairwoman is a chair
HEADS: dict[str, str] = {form: head for entry in """president=president secretary=secretary governor=governor,gov mayor=mayor premier=premier
minister=minister director=director commissioner=commissioner chancellor=chancellor speaker=speaker sheriff=sheriff superintendent=superintendent
prosecutor=prosecutor coach=coach manager=manager editor=editor principal=principal treasurer=treasurer leader=leader chief=chief
chair=chair,chairman,chairwoman,chairperson attorney_general=attorney_general district_attorney=district_attorney
solicitor_general=solicitor_general""".split() for head, forms in [entry.replace("_", " ").split("=")] for form in forms.split(",")}
