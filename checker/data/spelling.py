"""British and American spelling: which system a word is of, and the form that both share.

Source: the systematic differences that the style guides of both sides list (-our/-or, -re/-er, -ise/-ize, -yse/-yze, -ll-/-l-, -ence/-ense);
the word lists hold the stems to which they apply, so that "four", "wise" and "fulfilled" are left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

_OUR = ("colour labour favour honour neighbour behaviour rumour harbour humour vapour flavour armour rigour vigour endeavour savour splendour "
        "tumour valour odour candour clamour demeanour favourite honourable neighbourhood favourable colourful").split()
_RE = "centre theatre metre litre fibre lustre spectre calibre sombre kilometre".split()
_ENCE = {"defence": "defense", "offence": "offense", "licence": "license", "pretence": "pretense"}
_DOUBLED = ("travel cancel label model signal counsel fuel marshal level channel quarrel jewel tunnel rival dial total initial equal "
            "shovel funnel unravel").split()
_WORDS = {"programme": "program", "grey": "gray", "tyre": "tire", "cheque": "check", "plough": "plow", "sceptical": "skeptical",
          "sceptic": "skeptic", "jewellery": "jewelry", "moustache": "mustache", "manoeuvre": "maneuver", "aluminium": "aluminum",
          "paediatric": "pediatric", "storey": "story", "pyjamas": "pajamas", "cosy": "cozy", "mould": "mold", "smoulder": "smolder"}
_NO_AMERICAN = frozenset({"tire", "check", "story", "program"})  # words of their own on both sides
_NOT_ISE = frozenset((
    "advertise advise surprise exercise promise raise rise wise comprise compromise premise revise supervise televise despise devise disguise "
    "enterprise expertise franchise improvise merchandise otherwise precise concise treatise likewise noise praise poise cruise bruise demise "
    "arise excise circumcise chastise apprise reprise paradise turquoise tortoise clockwise appraise malaise liaise braise imprecise guise "
    "mayonnaise surmise chemise anise marquise unwise uprise sunrise moonrise").split())

_NOT_ISE_BUT_IZE = frozenset("capsize downsize outsize oversize resize supersize upsize midsize undersize rightsize".split())  # to a new size, in both


def _table() -> dict[str, tuple[str, str]]:
    out: dict[str, tuple[str, str]] = {}

    def add(british: str, american: str, stem: str) -> None:
        for ending in ("", "s", "d", "ed", "ing") if british != "programme" and british not in _ENCE else ("", "s"):  # both sides have "licensed"
            if not (british.endswith("e") and ending in ("ed", "ing")):
                out[british + ending] = ("British", stem + ending)
                if american not in _NO_AMERICAN:
                    out[american + ending] = ("American", stem + ending)
    for w in _OUR:
        add(w, w.replace("our", "or"), w)
    for w in _RE:
        add(w, w[:-2] + "er", w)
    for british, american in (*_ENCE.items(), *_WORDS.items()):
        add(british, american, british)
    for w in _DOUBLED:
        for ending in ("ed", "ing", "er", "ers"):
            out[w + "l" + ending] = ("British", w + ending)
            out[w + ending] = ("American", w + ending)
    return out


_ENDING = re.compile(r"[a-z]{3,}(?:i[sz](?:e[sdr]?|ers|ing|ations?)|y[sz]e[sd]?)$").match


@lru_cache(1)
def _known() -> dict[str, tuple[str, str]]:
    return _table()


@lru_cache(1)
def words_of_a_system() -> frozenset[str]:
    """The words that are British or American as a whole; those of an ending besides are for `system` to tell."""
    return frozenset(_known())


@lru_cache(16384)
def system(word: str) -> tuple[str, str] | None:
    """ "British" or "American" with the form that stands for the word in both; None for a word that both spell alike."""
    found = _known().get(word)
    if found is not None or not _ENDING(word):
        return found
    for ending in ("ise", "ised", "ises", "ising", "isation", "isations", "iser", "isers", "ize", "ized", "izes", "izing", "ization", "izations", "izer", "izers"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word[:-len(ending)]
            british = ending[1] == "s"
            whole = stem + "ise"
            if british and (whole in _NOT_ISE or whole.endswith(("raise", "promise", "advise", "exercise", "supervise", "surmise", "franchise", "surprise"))) \
                    or not british and stem + "ize" in _NOT_ISE_BUT_IZE:
                return None
            return ("British" if british else "American"), stem + "ize" + ending[3:]
    for british, ending in ((True, "yse"), (False, "yze")):
        if word.rstrip("ds").endswith(ending) and word.startswith(("anal", "paral", "catal")) and word != "analyses":
            return ("British" if british else "American"), word.replace("ys", "yz", 1)
    return None
