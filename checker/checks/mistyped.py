"""A name with a letter typed wrong: "the Treausry" beside "the Treasury", "Nostalgia Netowork" beside "Nostalgia Network".

What stands once, is no word, name or town that we know, and is a letter from a word or country that the text has as well, is that word: letters that
changed places or were doubled, one that is missing or too many inside, or another one in a long word.
"""

from __future__ import annotations

from checker.checks.forms import Form, edits
from checker.checks.orphans import is_usual
from checker.data.lexicon import is_known, is_word
from checker.data.people import COUNTRIES
from checker.data.spelling import system
from checker.link.names import is_common, sex

_LEAST, _LONG = 6, 8  # letters of a word in which a letter may be lost, and in which it may be another


def mistyped(a: Form, b: Form) -> bool:
    """Is one of the two the other with a letter typed wrong?"""
    for odd, usual in ((a, b), (b, a)):
        if len(odd.uses) == 1 and len(odd.folded) >= _LEAST and _is_slip(odd.folded, usual.folded) and (_is_alone(odd) or odd.others() & usual.others()):
            return not is_usual(odd) and _is_plain(usual.folded) and system(odd.folded) is None
    return False


def _is_alone(form: Form) -> bool:
    return len(form.uses[0].parts) == 1


def _is_slip(odd: str, usual: str) -> bool:
    """Is the odd form what a hand makes of the usual one, and no ending of its own?"""
    if odd[0] != usual[0] or odd[-1] != usual[-1] or edits(odd, usual) != 1:
        return False
    return len(odd) != len(usual) or sorted(odd) == sorted(usual) or len(odd) >= _LONG


def _is_plain(folded: str) -> bool:
    """Is it a word or a country, and nobody's name?"""
    return (is_word(folded) or folded in COUNTRIES or is_known(folded)) and not is_common(folded) and sex(folded) is None
