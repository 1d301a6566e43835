"""Currencies beside a numeral: "$", "A$", "EUR " before it; "euros", "Canadian dollars", "p" after it."""

from __future__ import annotations

import re
from decimal import Decimal

from checker.data.currencies import ADJECTIVES, CODES, DOLLARS, POUNDS, SIGNS, WORDS
from checker.data.units import LETTERS, SCALES
from checker.extract.nouns import Word

_BEFORE = re.compile(r"(?:(?<![A-Za-z])(U\.S\.|[A-Za-z]{2,4}|[A-Za-z](?! ))[ ]?)?([$£€¥￥₹₪₩₽₺₴₦฿₫₱₨]) ?$")
# a letter alone is a country's only where it touches the sign: "A $5 million plan" begins a sentence
_SIGN_FIRST = re.compile(r"\$(USD?|AUD?|A|NZD?|CAD|CAN|C|HKD?|SGD?|S|NT)[ ]?$")  # "$US12", as Australian papers have it
_CODE = re.compile(r"(?<![A-Za-z$])([A-Za-z]{2,4}\.?) ?$")
_CODE_ENDS = frozenset(code[-2:] for code in CODES)
_ONE = Decimal(1)
_GLUED = {"p": ("GBP", Decimal("0.01")), "c": ("USD", Decimal("0.01")), "€": ("EUR", _ONE), "£": ("GBP", _ONE), "$": ("USD", _ONE),
          "¢": ("USD", Decimal("0.01")), "₽": ("RUB", _ONE), "¥": ("JPY", _ONE), "₪": ("ILS", _ONE), "₹": ("INR", _ONE)}
# the first words of what `after` tells, in small letters
BEGINS = frozenset({*map(str.lower, CODES), *(scale + code.lower() for scale in "kmb" for code in CODES), *WORDS, *POUNDS, *(first for first, _ in ADJECTIVES),
                    *"us hong new sri south west".split()})
_DOLLAR_AFTER = re.compile(r"[ ]?([A-Z]{1,3})\$(?![ ]?\d)")
_OTHERWISE = frozenset("won mark marks punt punts guarani guaranis quetzal quetzals kuna kunas".split())  # words that mean something else beside a small figure
_SCALE_AFTER = re.compile(r"[ ](million|billion|trillion|mn|bn|mln|bln)(?![A-Za-z])")
_AMOUNT_NEXT = re.compile(r"\s?\((?:about |around |roughly |approximately |some |nearly |almost |over |more than |US|U\.S\. )?[$£€¥]|,? (?:and )?[\w-]+ (?:pence|penny)(?![a-z])")


def before(text: str, start: int) -> tuple[str, int] | None:
    """The currency told before the numeral at `start`: (code, where the amount begins)."""
    end = start - 1 if text[start - 1] == " " else start
    left = text[end - 1:end]
    if left in SIGNS:
        m = _BEFORE.search(text, max(0, start - 8), start)
        if m is None:
            return None
        prefix, sign = m.groups()
        if sign == "$" and prefix and (prefix in DOLLARS or (len(prefix) > 1 and prefix.upper() in DOLLARS)):
            return DOLLARS.get(prefix) or DOLLARS[prefix.upper()], m.start()
        if prefix in CODES and len(prefix) == 3 and sign != "$":
            return CODES[prefix], m.start()
        return SIGNS[sign], m.start(2)
    if "$" in text[end - 5:end - 1] and (m := _SIGN_FIRST.search(text, max(0, start - 6), start)):
        return DOLLARS[m[1]], m.start()
    if text[end - 2:end] in _CODE_ENDS:
        m = _CODE.search(text, max(0, start - 6), start)
        if m and m[1] in CODES:
            return CODES[m[1]], m.start()
    return None


def after(text: str, end: int, words: list[Word], scaled: bool, value: Decimal) -> tuple[str, Decimal, int, int] | None:
    """The currency told after the numeral that ends at `end`: (code, factor, where it ends, words used)."""
    sign = text[end:end + 1]
    if sign in _GLUED and sign and not text[end + 1:end + 2].isalnum():
        code, factor = _GLUED[sign]
        return code, factor, end + 1, 1 if sign.isalpha() else 0
    if sign == " " and text[end + 1:end + 2] in "€£¥₽₪₹" and text[end + 1:end + 2] and not text[end + 2:end + 3].isdigit():
        return SIGNS[text[end + 1]], _ONE, end + 2, 0
    if "$" in text[end:end + 5] and (m := _DOLLAR_AFTER.match(text, end)) and m[1] in DOLLARS:
        return DOLLARS[m[1]], _ONE, m.end(), 0
    if not words:
        return None
    used = 0
    while used < min(3, len(words)) and (words[used].low in ("us", "hong", "new", "sri", "south", "west") or
                                         (used + 1 < len(words) and (words[used].low, words[used + 1].low) in ADJECTIVES)):
        used += 1
    if used >= len(words):
        return None
    word = words[used]
    named = ADJECTIVES.get((words[used - 1].low, word.low)) if used else None
    if named is not None:
        return named, _ONE, word.end, used + 1
    if used or word.joint == "\n":
        return None
    return _plain(text, word, scaled, value)


def _plain(text: str, word: Word, scaled: bool, value: Decimal) -> tuple[str, Decimal, int, int] | None:
    if word.low in POUNDS:
        sterling = text.startswith(" sterling", word.end)
        if sterling or (scaled and value >= 10 ** 6) or _AMOUNT_NEXT.match(text, word.end):
            return "GBP", _ONE, word.end + (9 if sterling else 0), 1
        return None
    found = WORDS.get(word.low) or ((CODES[word.text], _ONE) if word.text in CODES and word.text.isupper() and len(word.text) == 3 else None)
    if found is None:
        return _scaled_code(word)
    if word.text in CODES and (text[word.end:word.end + 1].isdigit() or (more := _SCALE_AFTER.match(text, word.end))):
        return None if text[word.end].isdigit() or more is None else (found[0], found[1] * SCALES[more[1]], more.end(), 1)
    if word.joint == "" and (word.low == "won" or (word.low == "rs" and (word.text != "Rs" or value < 10))):
        return None
    if word.low in _OTHERWISE and not (scaled or value >= 10000 or _AMOUNT_NEXT.match(text, word.end)):
        return None
    if word.low in ("real", "lev", "lei", "dong", "mad", "top", "krone", "mark", "nis", "rm") and not value > 1:
        return None
    return *found, word.end, 1


def _scaled_code(word: Word) -> tuple[str, Decimal, int, int] | None:
    """30 MUSD, 5 kEUR: the scale before the code."""
    if len(word.text) != 4 or word.text[0] not in "kMB" or word.text[1:] not in CODES or not word.text[1:].isupper():
        return None
    return CODES[word.text[1:]], LETTERS[word.text[0].lower()], word.end, 1
