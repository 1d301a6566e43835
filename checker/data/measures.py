"""Units of measure and of time as English words, with what they measure; by hand from general knowledge."""

from __future__ import annotations

from checker.model import Dimension

_TABLE: dict[Dimension, dict[str, str]] = {
    "duration": {"second": "seconds sec secs", "minute": "minutes min mins", "hour": "hours hr hrs", "day": "days", "night": "nights",
                 "week": "weeks", "month": "months", "year": "years yr yrs", "decade": "decades", "century": "centuries"},
    "length": {"mile": "miles", "kilometre": "kilometres kilometer kilometers km kms", "metre": "metres meter meters",
               "centimetre": "centimetres centimeter centimeters cm", "millimetre": "millimetres millimeter millimeters",
               "foot": "feet ft", "inch": "inches", "yard": "yards yds"},
    "area": {"acre": "acres", "hectare": "hectares ha", "square mile": "square-mile", "square kilometre": "square-kilometre sqkm",
             "square foot": "square-foot sqft", "square metre": "square-metre"},
    "mass": {"kilogram": "kilograms kg kgs kilo kilos", "gram": "grams grammes", "tonne": "tonnes", "ton": "tons",
             "pound": "lb lbs pounds", "ounce": "ounces oz", "stone": ""},
    "volume": {"gallon": "gallons", "litre": "litres liter liters", "barrel": "barrels bpd", "pint": "pints", "quart": "quarts"},
    "temperature": {"degree": "degrees °C °F C F"},
    "speed": {"mph": "", "km/h": "kph kmh", "knot": "knots"},
}
UNITS: dict[str, tuple[str, Dimension]] = {
    word: (unit, dimension) for dimension, table in _TABLE.items() for unit, others in table.items()
    for word in [unit, *others.split()]}

# how many of the smaller unit; for durations that are told in two units
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}

IRREGULAR_PLURALS = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
                     "mice": "mouse", "lives": "life", "wives": "wife", "police": "police", "troops": "troop", "dead": "dead",
                     "injured": "injured", "wounded": "wounded", "personnel": "personnel", "staff": "staff", "aircraft": "aircraft",
                     "percent": "percent", "cattle": "cattle", "sheep": "sheep", "fish": "fish", "media": "medium", "data": "data",
                     "countrymen": "countryman", "policemen": "policeman", "congressmen": "congressman", "servicemen": "serviceman",
                     "gunmen": "gunman", "fishermen": "fisherman", "firemen": "fireman", "chairmen": "chairman", "clergymen": "clergyman",
                     "Englishmen": "Englishman", "Irishmen": "Irishman", "Frenchmen": "Frenchman"}


def singular(word: str) -> str | None:
    """The singular of a plural noun, None when the word is no plural by its form."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "’s")):
        return None
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    return word[:-1]
