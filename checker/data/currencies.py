"""Currencies: signs, codes and English names → ISO 4217 codes.

Source: the signs and English plural names of Unicode CLDR 44 (common/main/en.xml), checked by hand and cut to the
currencies that the world's news prices things in; press forms ("dlrs", "stg", "Rs") from the Reuters-21578 wire.
A bare "dollar", "peso" or "rupee" is the commonest one; `SHARED` lists what else it may be.
"""

from __future__ import annotations

from decimal import Decimal

SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "￥": "JPY", "₹": "INR", "₪": "ILS", "₩": "KRW", "₽": "RUB",
         "₺": "TRY", "₴": "UAH", "₦": "NGN", "฿": "THB", "₫": "VND", "₱": "PHP", "₨": "INR", "¢": "USD"}

DOLLARS = {"US": "USD", "U.S.": "USD", "USD": "USD", "A": "AUD", "AU": "AUD", "AUD": "AUD", "Aust": "AUD", "C": "CAD",
           "c": "CAD", "CA": "CAD", "CAN": "CAD", "Can": "CAD", "CAD": "CAD", "HK": "HKD", "HKD": "HKD", "NZ": "NZD", "NZD": "NZD",
           "S": "SGD", "SG": "SGD", "R": "BRL", "NT": "TWD", "MX": "MXN", "MXN": "MXN", "Mex": "MXN", "AR": "ARS", "J": "JMD", "Z": "ZWL"}

CODES = {c: c for c in (
    "USD EUR GBP JPY CHF CAD AUD NZD CNY INR ILS KRW RUB TRY UAH NGN THB VND PHP BRL MXN ARS CLP COP PEN ZAR SEK NOK DKK "
    "ISK PLN CZK HUF RON BGN HRK SGD HKD TWD MYR IDR PKR BDT LKR SAR AED QAR KWD BHD OMR EGP MAD KES GHS TZS UGX "
    "IQD IRR JOD LBP SYP DEM FRF ITL ESP BTC").split()}
CODES |= {"NIS": "ILS", "Rs": "INR", "Rs.": "INR", "RS": "INR", "RMB": "CNY", "RM": "MYR", "kr": "SEK", "Fr": "CHF", "SFr": "CHF",
          "Dlrs": "USD", "dlrs": "USD", "DM": "DEM", "Dh": "AED", "Dhs": "AED", "Rp": "IDR", "Ksh": "KES", "KSh": "KES",
          "usd": "USD", "eur": "EUR", "gbp": "GBP", "rmb": "CNY", "inr": "INR", "chf": "CHF"}

_ONE, _CENT = Decimal(1), Decimal("0.01")
_NAMES = {
    "USD": "dollar dollars dlr dlrs buck bucks greenback greenbacks", "EUR": "euro euros eur", "GBP": "sterling stg quid",
    "JPY": "yen", "CNY": "yuan renminbi rmb", "INR": "rupee rupees rs", "ILS": "shekel shekels nis", "KRW": "won",
    "RUB": "ruble rubles rouble roubles", "CHF": "franc francs", "TRY": "lira liras", "UAH": "hryvnia hryvnias hryvna",
    "BRL": "reais", "ZAR": "rand rands", "MXN": "peso pesos", "SEK": "krona kronor", "NOK": "kroner krone kr",
    "PLN": "zloty zlotys zloties", "CZK": "koruna korunas", "HUF": "forint forints", "THB": "baht", "MYR": "ringgit ringgits",
    "IDR": "rupiah rupiahs", "AED": "dirham dirhams", "SAR": "riyal riyals", "KWD": "dinar dinars", "NGN": "naira",
    "VND": "dong", "BDT": "taka", "RON": "lei", "BGN": "lev leva", "KES": "shilling shillings", "BTC": "bitcoin bitcoins",
    "DEM": "deutschemark deutschemarks mark marks", "IRR": "rial rials", "FIM": "markka markkas", "ESP": "peseta pesetas",
    "NLG": "guilder guilders", "PTE": "escudo escudos", "GRD": "drachma drachmas", "IEP": "punt punts", "ITL": "lire", "ATS": "schilling schillings",
    "BRC": "cruzado cruzados cruzeiro cruzeiros", "VES": "bolivar bolivars bolivares", "ARA": "austral australs australes", "GHS": "cedi cedis",
    "ZMW": "kwacha kwachas", "ETB": "birr birrs", "PYG": "guarani guaranis guaranies", "HNL": "lempira lempiras", "GTQ": "quetzal quetzals quetzales",
    "KZT": "tenge", "AZN": "manat manats", "MMK": "kyat kyats", "KHR": "riel riels", "LTL": "litas", "EEK": "kroon kroons", "SIT": "tolar tolars",
    "HRK": "kuna kunas", "MNT": "tugrik tugriks", "HTG": "gourde gourdes", "AOA": "kwanza kwanzas"}
WORDS = {w: (code, _ONE) for code, names in _NAMES.items() for w in names.split()}
WORDS |= {c.lower(): (c, _ONE) for c in CODES.values() if c.lower() not in ("try", "all", "top", "cad", "bob")}
WORDS |= {"cent": ("USD", _CENT), "cents": ("USD", _CENT), "cts": ("USD", _CENT), "pence": ("GBP", _CENT), "penny": ("GBP", _CENT)}
POUNDS = frozenset({"pound", "pounds"})

_ADJECTIVES = {
    "dollar": "us=USD u.s=USD american=USD canadian=CAD australian=AUD kong=HKD zealand=NZD singapore=SGD "
              "singaporean=SGD taiwan=TWD taiwanese=TWD jamaican=JMD zimbabwean=ZWL kiwi=NZD aussie=AUD namibian=NAD",
    "peso": "mexican=MXN philippine=PHP filipino=PHP argentine=ARS argentinian=ARS chilean=CLP colombian=COP cuban=CUP "
            "uruguayan=UYU dominican=DOP",
    "rupee": "indian=INR pakistani=PKR pakistan=PKR sri=LKR lankan=LKR nepalese=NPR indonesian=IDR mauritian=MUR",
    "pound": "british=GBP uk=GBP english=GBP egyptian=EGP lebanese=LBP syrian=SYP sudanese=SDG turkish=TRY irish=IEP",
    "franc": "swiss=CHF french=FRF belgian=BEF cfa=XOF african=XOF congolese=CDF", "yen": "japanese=JPY",
    "lira": "turkish=TRY italian=ITL", "mark": "german=DEM west=DEM deutsche=DEM finnish=FIM", "shekel": "israeli=ILS new=ILS",
    "krone": "norwegian=NOK danish=DKK", "krona": "swedish=SEK icelandic=ISK", "crown": "norwegian=NOK danish=DKK swedish=SEK "
    "czech=CZK icelandic=ISK", "dinar": "kuwaiti=KWD iraqi=IQD jordanian=JOD serbian=RSD bahraini=BHD algerian=DZD",
    "real": "brazilian=BRL", "riyal": "saudi=SAR qatari=QAR yemeni=YER", "rial": "iranian=IRR omani=OMR yemeni=YER",
    "yuan": "chinese=CNY", "won": "korean=KRW", "ruble": "russian=RUB belarusian=BYN", "rouble": "russian=RUB",
    "rand": "african=ZAR", "dirham": "emirati=AED uae=AED moroccan=MAD", "shilling": "kenyan=KES ugandan=UGX tanzanian=TZS",
    "zloty": "polish=PLN", "forint": "hungarian=HUF", "koruna": "czech=CZK", "ringgit": "malaysian=MYR", "cent": "euro=EUR"}
_PLURALS = {"krone": "kroner", "krona": "kronor", "real": "reais"}
ADJECTIVES = {(adjective, form): code for noun, pairs in _ADJECTIVES.items() for pair in pairs.split()
              for adjective, code in [pair.split("=")] for form in (noun, noun + "s", _PLURALS.get(noun, noun))}

SHARED = {"MXN": ("MXN", "PHP"), "NOK": ("NOK", "DKK", "SEK"), "SEK": ("SEK", "ISK", "NOK", "DKK"), "CHF": ("CHF",)}
# currencies that share their names with coins of old, or with those of other countries: the name, and words of which one must tell that they are meant
SHARED_NAMES = {"CHF": ("franc", frozenset("swiss switzerland zurich geneva basel bern lausanne chf sfr fr".split())),
             "MXN": ("peso", frozenset("mexican mexicans mexico philippine philippines filipino filipinos manila mxn php mex".split())),
             "ILS": ("shekel", frozenset("israel israeli israelis palestinian palestinians jerusalem gaza tel bank ils nis".split())),
             # Pakistan, Sri Lanka, Nepal and Mauritius have rupees too, and write Rs
             "INR": ("rupee", frozenset("india indian indians inr rbi modi delhi mumbai bengaluru bangalore chennai madras kolkata calcutta pune ahmedabad jaipur lucknow bhopal maharashtra karnataka kerala tamil "
                                        "telangana andhra gujarat rajasthan bihar odisha assam goa haryana bengal uttar madhya jharkhand chhattisgarh".split())),
             "GRD": ("drachma", frozenset("greece greek greeks athens bank grd".split()))}
