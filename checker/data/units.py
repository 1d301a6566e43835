"""Units of measure, time and number: English words and symbols → (dimension, singular name).

Source: the BIPM SI brochure (9th edition) for symbols, the units that news copy uses beside them by hand.
Units keep their own name: a mile stays a mile. `SIZE` is one unit in its dimension's base (metre, square metre, litre,
kilogram, hour; NIST Handbook 44, appendix C), for whoever compares two.
"""

from __future__ import annotations

from decimal import Decimal

from checker.model import Dimension

_TABLE: dict[Dimension, str] = {
    "duration": "second:seconds,sec,secs minute:minutes,min,mins hour:hours,hr,hrs,h day:days week:weeks,wk,wks fortnight:fortnights "
                "month:months,mos quarter:quarters year:years,yr,yrs decade:decades century:centuries millisecond:milliseconds,ms",
    "length": "mile:miles,mi foot:feet,ft inch:inches yard:yards,yd,yds kilometer:kilometers,kilometre,kilometres,km,kms "
              "meter:meters,metre,metres centimeter:centimeters,centimetre,centimetres,cm "
              "millimeter:millimeters,millimetre,millimetres,mm light-year:light-years",
    "area": "acre:acres hectare:hectares,ha",
    "volume": "gallon:gallons,gal liter:liters,litre,litres barrel:barrels,bbl pint:pints quart:quarts bushel:bushels "
              "milliliter:milliliters,millilitre,millilitres,ml,mls teaspoon:teaspoons tablespoon:tablespoons",
    "mass": "ton:tons tonne:tonnes pound:pounds,lb,lbs ounce:ounces,oz kilogram:kilograms,kilogramme,kilogrammes,kilo,kilos,kg,kgs "
            "gram:grams,gramme,grammes milligram:milligrams,mg stone:",
    "temperature": "degree:degrees,celsius,fahrenheit",
    "speed": "mile_per_hour:mph kilometer_per_hour:kph,kmh knot:knots",
}
UNITS: dict[str, tuple[Dimension, str]] = {
    form: (dimension, unit.replace("_", " "))
    for dimension, table in _TABLE.items() for entry in table.split() for unit, forms in [entry.split(":")]
    for form in [*([unit] if "_" not in unit else []), *filter(None, forms.split(","))]}
LINEAR = {"mile", "foot", "inch", "yard", "kilometer", "meter", "centimeter", "millimeter"}

SIZE = {unit: Decimal(size) for unit, size in (pair.split("=") for pair in (
    "second=0.000277777777778 minute=0.0166666666667 hour=1 day=24 week=168 fortnight=336 month=730.5 year=8766 decade=87660 "
    "century=876600 mile=1609.344 foot=0.3048 inch=0.0254 yard=0.9144 kilometer=1000 meter=1 centimeter=0.01 "
    "millimeter=0.001 acre=4046.8564224 hectare=10000 gallon=3.785411784 liter=1 barrel=158.987294928 pint=0.473176473 "
    "quart=0.946352946 ton=907.18474 tonne=1000 pound=0.45359237 ounce=0.028349523125 kilogram=1 gram=0.001 "
    "milligram=0.000001 stone=6.35029318 milliliter=0.001").split())} | {
    "nautical mile": Decimal(1852), "knot": Decimal(1852), "troy ounce": Decimal("0.0311034768"), "long ton": Decimal("1016.0469088"), "short ton": Decimal("907.18474")}

# how many of a smaller unit make one: exact but for days in a month or year (mean Gregorian) and weeks in them
STEPS: dict[str, dict[str, Decimal]] = {}
for _pair in ("century/year=100 decade/year=10 year/month=12 year/week=52.1775 year/day=365.2425 year/hour=8765.82 month/week=4.348125 "
              "month/day=30.436875 week/day=7 day/hour=24 day/minute=1440 hour/minute=60 hour/second=3600 minute/second=60 "
              "mile/yard=1760 mile/foot=5280 yard/foot=3 yard/inch=36 foot/inch=12 kilometer/meter=1000 kilometer/centimeter=100000 "
              "meter/centimeter=100 meter/millimeter=1000 centimeter/millimeter=10 stone/pound=14 pound/ounce=16 ton/pound=2000 "
              "tonne/kilogram=1000 kilogram/gram=1000 gram/milligram=1000 gallon/quart=4 gallon/pint=8 quart/pint=2 "
              "liter/milliliter=1000").split():
    _large, _, _rest = _pair.partition("/")
    _small, _, _count = _rest.partition("=")
    STEPS.setdefault(_large, {})[_small] = Decimal(_count)
ONES = {w: i for i, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())} | {"nought": 0, "naught": 0}
TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)} | {"fourty": 40}
SCALES = {"hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(10) ** 6, "billion": Decimal(10) ** 9,
          "trillion": Decimal(10) ** 12, "quadrillion": Decimal(10) ** 15, "mln": Decimal(10) ** 6, "mn": Decimal(10) ** 6,
          "bln": Decimal(10) ** 9, "bn": Decimal(10) ** 9, "trn": Decimal(10) ** 12, "tn": Decimal(10) ** 12,
          "lakh": Decimal(10) ** 5, "lakhs": Decimal(10) ** 5, "crore": Decimal(10) ** 7, "crores": Decimal(10) ** 7,
          "dozen": Decimal(12), "dozens": Decimal(12), "millions": Decimal(10) ** 6, "billions": Decimal(10) ** 9,
          "trillions": Decimal(10) ** 12, "thousands": Decimal(1000), "hundreds": Decimal(100),
          "mil": Decimal(10) ** 6, "mio": Decimal(10) ** 6, "tln": Decimal(10) ** 12, "lac": Decimal(10) ** 5, "lacs": Decimal(10) ** 5,
          "lkh": Decimal(10) ** 5,
          "lkhs": Decimal(10) ** 5, "cr": Decimal(10) ** 7, "krore": Decimal(10) ** 7, "krores": Decimal(10) ** 7, "koti": Decimal(10) ** 7,
          "doz": Decimal(12), "dozs": Decimal(12), "dzs": Decimal(12)}
LETTERS = {"k": Decimal(1000), "m": Decimal(10) ** 6, "b": Decimal(10) ** 9, "t": Decimal(10) ** 12}
ORDINALS = {w: i for i, w in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth".split(), 1)} | {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100, "thousandth": 1000, "millionth": 10 ** 6, "billionth": 10 ** 9, "trillionth": 10 ** 12}
# run together, as a slip of the keyboard leaves them: twentyfirst
ORDINALS |= {ten + one: TENS[ten] + n for ten in list(TENS)[:8] for one, n in list(ORDINALS.items())[:9]}
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {w + s: n for w, n in ORDINALS.items() if n >= 3 for s in ("", "s")}
VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333333333", "⅔": "0.6666666667", "⅛": "0.125", "⅜": "0.375",
          "⅝": "0.625", "⅞": "0.875", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8"}
