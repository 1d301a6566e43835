"""Offices that exclude each other: of two on one ladder a person holds one at a time.

Hand-made from the titles that news copy puts before names; forms of one office share its first form's name.
"""

from __future__ import annotations

# ladder: office = forms, forms; the first form names the office
_LADDERS = {
    "elected": "senator=Senator,Sen. representative=Representative,Rep.,Congressman,Congresswoman governor=Governor,Gov. mayor=Mayor",
    "chamber": "speaker=Speaker majority_leader=Majority_Leader minority_leader=Minority_Leader",
    "whips": "majority_whip=Majority_Whip minority_whip=Minority_Whip",
    "cabinet": "prime_minister=Prime_Minister foreign_minister=Foreign_Minister defense_minister=Defense_Minister,Defence_Minister "
               "finance_minister=Finance_Minister interior_minister=Interior_Minister",
    "secretaries": "secretary_of_state=Secretary_of_State secretary_of_defense=Secretary_of_Defense,Defense_Secretary "
                   "treasury_secretary=Treasury_Secretary home_secretary=Home_Secretary foreign_secretary=Foreign_Secretary",
    "law": "attorney_general=Attorney_General solicitor_general=Solicitor_General",
    "police": "police_chief=Police_Chief sheriff=Sheriff superintendent=Superintendent commissioner=Commissioner,Police_Commissioner",
    "army": "general=General,Gen. colonel=Colonel,Col. major=Maj. captain=Captain,Capt. sergeant=Sergeant,Sgt. corporal=Corporal,Cpl.",
    "embassy": "ambassador=Ambassador consul=Consul,Consul_General",
    "church": "bishop=Bishop archbishop=Archbishop cardinal=Cardinal",
    "crown": "king=King prince=Prince queen=Queen princess=Princess",
}
# the form as printed → (ladder, office)
OFFICES: dict[str, tuple[str, str]] = {
    form.replace("_", " "): (ladder, office.replace("_", " "))
    for ladder, entries in _LADDERS.items() for entry in entries.split() for office, forms in [entry.split("=")] for form in forms.split(",")}
# the form in small letters → (ladder, office): those words that mean little else beside a name
LOWER: dict[str, tuple[str, str]] = {form.lower(): office for form, office in OFFICES.items()
                                     if "." not in form and form not in ("Representative", "General", "Captain", "Commissioner", "Speaker", "King", "Queen", "Prince", "Princess")}
# heads of offices that have deputies, and the name of each office: a chairwoman is a chair
HEADS: dict[str, str] = {form: head for entry in """president=president secretary=secretary governor=governor,gov mayor=mayor premier=premier
minister=minister director=director commissioner=commissioner chancellor=chancellor speaker=speaker sheriff=sheriff superintendent=superintendent
prosecutor=prosecutor coach=coach manager=manager editor=editor principal=principal treasurer=treasurer leader=leader chief=chief
chair=chair,chairman,chairwoman,chairperson attorney_general=attorney_general district_attorney=district_attorney
solicitor_general=solicitor_general""".split() for head, forms in [entry.replace("_", " ").split("=")] for form in forms.split(",")}
