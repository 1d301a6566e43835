"""States and provinces that news copy puts behind a town, with their abbreviations.

Source: the states and territories of the United States with the Associated Press and postal abbreviations, the provinces and
territories of Canada, the states of Australia, the nations of the United Kingdom; countries are in `people`.
"""

from __future__ import annotations

_STATES = """Alabama:Ala.:AL Alaska::AK Arizona:Ariz.:AZ Arkansas:Ark.:AR California:Calif.:CA Colorado:Colo.:CO Connecticut:Conn.:CT
Delaware:Del.:DE Florida:Fla.:FL Georgia:Ga.:GA Hawaii::HI Idaho::ID Illinois:Ill.:IL Indiana:Ind.:IN Iowa::IA Kansas:Kan.:KS
Kentucky:Ky.:KY Louisiana:La.:LA Maine::ME Maryland:Md.:MD Massachusetts:Mass.:MA Michigan:Mich.:MI Minnesota:Minn.:MN
Mississippi:Miss.:MS Missouri:Mo.:MO Montana:Mont.:MT Nebraska:Neb.:NE Nevada:Nev.:NV New_Hampshire:N.H.:NH New_Jersey:N.J.:NJ
New_Mexico:N.M.:NM New_York:N.Y.:NY North_Carolina:N.C.:NC North_Dakota:N.D.:ND Ohio::OH Oklahoma:Okla.:OK Oregon:Ore.:OR
Pennsylvania:Pa.:PA Rhode_Island:R.I.:RI South_Carolina:S.C.:SC South_Dakota:S.D.:SD Tennessee:Tenn.:TN Texas:Tex.:TX Utah::UT
Vermont:Vt.:VT Virginia:Va.:VA Washington:Wash.:WA West_Virginia:W.Va.:WV Wisconsin:Wis.:WI Wyoming:Wyo.:WY Puerto_Rico::PR
Ontario:Ont.:ON Quebec:Que.:QC British_Columbia:B.C.:BC Alberta:Alta.:AB Manitoba:Man.:MB Saskatchewan:Sask.:SK
Nova_Scotia:N.S.:NS New_Brunswick:N.B.:NB Newfoundland:: Queensland:Qld.: Victoria:Vic.: Tasmania:Tas.: New_South_Wales:NSW:
England:: Scotland:: Wales:: Northern_Ireland::"""
# every form → the full name
REGIONS: dict[str, str] = {form: full for entry in _STATES.split() for full in [entry.split(":")[0].replace("_", " ")]
                           for form in [full, *entry.replace("_", " ").split(":")[1:]] if form}
