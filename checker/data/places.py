"""States and provinces that news copy puts behind a town, with their abbreviations; cities that it names without.

Source: the states and territories of the United States with the Associated Press and postal abbreviations, the provinces and
territories of Canada, the states of Australia, the nations of the United Kingdom; countries are in `people`. The cities are capitals and
the largest cities of their countries in one word, by hand from general knowledge, without those that are names of people or words as well.
"""

from __future__ import annotations

_STATES = """Alabama:Ala.:AL Alaska::AK Arizona:Ariz.:AZ Arkansas:Ark.:AR California:Calif.:CA:Cal. Colorado:Colo.:CO Connecticut:Conn.:CT
Delaware:Del.:DE Florida:Fla.:FL Georgia:Ga.:GA Hawaii::HI Idaho::ID Illinois:Ill.:IL Indiana:Ind.:IN Iowa::IA Kansas:Kan.:KS:Kans.
Kentucky:Ky.:KY Louisiana:La.:LA Maine::ME Maryland:Md.:MD Massachusetts:Mass.:MA Michigan:Mich.:MI Minnesota:Minn.:MN
Mississippi:Miss.:MS Missouri:Mo.:MO Montana:Mont.:MT Nebraska:Neb.:NE:Nebr. Nevada:Nev.:NV New_Hampshire:N.H.:NH New_Jersey:N.J.:NJ
New_Mexico:N.M.:NM New_York:N.Y.:NY North_Carolina:N.C.:NC North_Dakota:N.D.:ND Ohio::OH Oklahoma:Okla.:OK Oregon:Ore.:OR:Oreg.
Pennsylvania:Pa.:PA:Penn.:Penna. Rhode_Island:R.I.:RI South_Carolina:S.C.:SC South_Dakota:S.D.:SD Tennessee:Tenn.:TN Texas:Tex.:TX Utah::UT
Vermont:Vt.:VT Virginia:Va.:VA Washington:Wash.:WA West_Virginia:W.Va.:WV Wisconsin:Wis.:WI:Wisc. Wyoming:Wyo.:WY Puerto_Rico::PR
Ontario:Ont.:ON Quebec:Que.:QC British_Columbia:B.C.:BC Alberta:Alta.:AB Manitoba:Man.:MB Saskatchewan:Sask.:SK
Nova_Scotia:N.S.:NS New_Brunswick:N.B.:NB Newfoundland:Nfld.:NL Queensland:Qld.:Qld Victoria:Vic.:Vic Tasmania:Tas.:Tas New_South_Wales:NSW:
England:: Scotland:: Wales:: Northern_Ireland::"""
# every form → the full name
_LANDS = {"Canada": "Ontario Quebec British_Columbia Alberta Manitoba Saskatchewan Nova_Scotia New_Brunswick Newfoundland",
          "Australia": "Queensland Victoria Tasmania New_South_Wales", "Britain": "England Scotland Wales Northern_Ireland"}
# a state or province → its country, outside the United States, which news copy does not put behind a town
LANDS = {region.replace("_", " "): land for land, regions in _LANDS.items() for region in regions.split()}
REGIONS: dict[str, str] = {form: full for entry in _STATES.split() for full in [entry.split(":")[0].replace("_", " ")]
                           for form in [full, *entry.replace("_", " ").split(":")[1:]] if form}

CITIES = frozenset("""
aberdeen abidjan ahmedabad albuquerque aleppo alexandria algiers amman amsterdam anchorage ankara antwerp athens atlanta auckland baghdad bakersfield
baku baltimore bamako bangalore bangkok barcelona basra beijing beirut belfast belgrade berlin birmingham bogota bologna bordeaux boston bratislava
brisbane bristol brussels bucharest budapest buffalo cairo calgary canberra caracas cardiff casablanca chengdu chennai chicago cincinnati cleveland
cologne colombo copenhagen dakar damascus delhi denver detroit dhaka doha donetsk dresden dubai dublin durban edinburgh edmonton fallujah frankfurt
fresno gdansk geneva genoa glasgow guadalajara guangzhou hamburg hanoi harare havana helsinki hiroshima honolulu houston hyderabad indianapolis
islamabad istanbul jakarta jerusalem jeddah johannesburg juba kabul kampala kandahar karachi kathmandu kharkiv khartoum kinshasa kobani kolkata
krakow kyiv kiev lagos lahore lausanne leeds leipzig leningrad lima lisbon liverpool ljubljana london luanda lusaka lyon madrid managua
manchester manila marseille medellin melbourne memphis miami milan milwaukee minneapolis minsk mogadishu monrovia montevideo montreal moscow mosul
mumbai munich nagasaki nairobi naples nashville newark newcastle nottingham odessa omaha osaka oslo ottawa palermo peshawar philadelphia phoenix
pittsburgh prague pretoria pyongyang quito rabat ramadi ramallah rangoon raqqa reykjavik riyadh rome rotterdam sacramento salzburg sarajevo seattle
seoul sevastopol shanghai sheffield shenzhen sofia stalingrad stockholm strasbourg stuttgart sydney taipei tallinn tampa tashkent tbilisi tehran
tijuana tikrit tokyo toronto toulouse tripoli tucson tulsa tunis turin utrecht valencia vancouver venice vienna vientiane vilnius warsaw winnipeg
wuhan yangon yerevan zagreb zurich
""".split())

# parts of countries that news copy tells a town by, besides those above → their country; by hand from general knowledge
_PARTS = """Australia:South_Australia,Western_Australia,Northern_Territory,Australian_Capital_Territory Israel:West_Bank,Gaza_Strip,Gaza,Golan_Heights,Galilee,Negev
India:Kashmir,Gujarat,Punjab,Kerala,Bihar,Assam,Tamil_Nadu,Maharashtra,Rajasthan,Karnataka,Orissa,Uttar_Pradesh,West_Bengal Pakistan:Sindh,Baluchistan,Balochistan
Russia:Chechnya,Dagestan,Siberia,Ingushetia Ukraine:Crimea,Donbass Italy:Sicily,Sardinia,Tuscany,Lombardy,Piedmont,Calabria,Veneto,Umbria France:Corsica,Normandy,Brittany,Provence,Alsace,Burgundy
Spain:Catalonia,Andalusia,Galicia,Castile,Aragon,Extremadura,Navarre Germany:Bavaria,Saxony,Hesse,Thuringia,Brandenburg,Saarland,Westphalia Switzerland:Ticino,Valais
Indonesia:Java,Sumatra,Aceh,Bali,Sulawesi,Borneo,Kalimantan,Papua Philippines:Mindanao,Luzon,Cebu,Basilan Japan:Hokkaido,Honshu,Kyushu,Okinawa,Shikoku
China:Tibet,Xinjiang,Sichuan,Guangdong,Yunnan,Hunan,Hubei,Henan,Hebei,Shandong,Fujian,Zhejiang,Jiangsu,Liaoning,Gansu Afghanistan:Helmand,Nangarhar,Paktia,Kunar,Badakhshan
Canada:Prince_Edward_Island,Yukon,Labrador,Northwest_Territories Britain:Cornwall,Devon,Kent,Essex,Sussex,Surrey,Norfolk,Suffolk,Yorkshire,Lancashire,Cumbria,Wiltshire,Ulster
Austria:Tyrol,Styria,Carinthia Belgium:Flanders,Wallonia Brazil:Bahia,Minas_Gerais,Parana,Pernambuco South_Africa:Gauteng,KwaZulu-Natal,Transvaal,Natal Mexico:Chiapas,Oaxaca,Chihuahua,Sonora"""
PARTS: dict[str, str] = {part.replace("_", " "): land.replace("_", " ") for entry in _PARTS.split() for land, _, parts in [entry.partition(":")] for part in parts.split(",")}
# adjectives of countries → the country, where no more than one has it
NATIONS: dict[str, str] = dict(pair.split("=") for pair in """
Afghan=Afghanistan Albanian=Albania Algerian=Algeria Angolan=Angola Argentine=Argentina Armenian=Armenia Australian=Australia Austrian=Austria Bangladeshi=Bangladesh
Belgian=Belgium Bolivian=Bolivia Bosnian=Bosnia Brazilian=Brazil British=Britain Bulgarian=Bulgaria Cambodian=Cambodia Canadian=Canada Chilean=Chile Chinese=China
Colombian=Colombia Croatian=Croatia Cuban=Cuba Cypriot=Cyprus Danish=Denmark Dutch=Netherlands Egyptian=Egypt English=England Estonian=Estonia
Ethiopian=Ethiopia Finnish=Finland French=France German=Germany Ghanaian=Ghana Greek=Greece Hungarian=Hungary Indian=India Indonesian=Indonesia Iranian=Iran Iraqi=Iraq
Irish=Ireland Israeli=Israel Italian=Italy Japanese=Japan Jordanian=Jordan Kenyan=Kenya Kuwaiti=Kuwait Latvian=Latvia Lebanese=Lebanon Libyan=Libya Lithuanian=Lithuania
Malaysian=Malaysia Mexican=Mexico Moroccan=Morocco Nigerian=Nigeria Norwegian=Norway Pakistani=Pakistan Peruvian=Peru Philippine=Philippines Polish=Poland Portuguese=Portugal
Romanian=Romania Russian=Russia Saudi=Saudi Scottish=Scotland Serbian=Serbia Slovak=Slovakia Somali=Somalia Spanish=Spain Sudanese=Sudan Swedish=Sweden Swiss=Switzerland
Syrian=Syria Tanzanian=Tanzania Thai=Thailand Tunisian=Tunisia Turkish=Turkey Ugandan=Uganda Ukrainian=Ukraine Venezuelan=Venezuela Vietnamese=Vietnam Welsh=Wales Yemeni=Yemen
Zambian=Zambia Zimbabwean=Zimbabwe""".split())
