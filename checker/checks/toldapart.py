"""Two forms that the text itself sets side by side as two: "the Marlows and the Marlowes", "spelt with a z", "not the MP Josephine Barker", "no relation"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.model import Mention, Name, Span
from checker.structure.document import Document

_FEW = 3  # uses of each form that are looked at
_NEAR = 60  # characters between two forms that one phrase joins
_BEFORE = 40


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    names = r"(?:[A-Z][\w.’'-]* ){0,2}"
    aside = r"(?:, (?!(?:and|or|but) )[^,.;:\n]{2,30},)?"
    return {
        # what is said of names and their letters
        "of names": re.compile(r"\b(?:mis-?)?(?:spelt|spelled|spelling|spellings|transliterat\w+)\b|\bletters? (?:too|apart|more|less|different)\b|\bwith (?:an?|one|two|no) (?:small |capital |silent |single |double )?[“‘\"']?[a-z](?:[’']s)?[”’\"']?(?=[,;)]|\.(?:\s|$)| (?:and|at|in|instead|rather|not)\b)"
                               r"|\b(?:renamed|rechristened|mistaken for|mistook|confused?(?: \w+)? with|been confused|namesakes?|no relation|no kin|not related|which (?:was|is) which)\b|\bsame (?:sur|last |first |family )?names?\b", re.I),
        # between two forms of one phrase
        "joined": re.compile(rf"(?:[’']s)?{aside},? (?:and|or|nor|not|but not|versus|vs\.?|v\.?|to|into|becomes?|became|instead of|rather than|is now|are now|as opposed to)(?: (?:both|as|the|an?|its?|his|her|their|in|at|of|from|for))* {names}[“‘\"']?{names}"),
        "set against": re.compile(rf"\b(?:(?:is|was|are|were) not|née|nee|born(?: an?| the)?) (?:(?:the|an?|to) )?{names}$"),
    }


def told_apart(document: Document, forms: Sequence[Sequence[Span]]) -> bool:
    """Does the text tell of the two forms, by their places, as of two names?"""
    patterns, text = _patterns(), document.text
    one, two = (spans[:_FEW] for spans in forms)
    for span in (*one[:2], *two[:2]):
        if (m := patterns["of names"].search(text, *document.sentence_at(span.start))) is not None and not _in_comment(text, m.start()) or patterns["set against"].search(text, max(0, span.start - _BEFORE), span.start):
            return True
    return any(_joined(text, *sorted((a, b))) for a in one for b in two if document.sentence_index(a.start) == document.sentence_index(b.start))


def _in_comment(text: str, at: int) -> bool:
    """Is it said to the desk alone: "<!-- his own spelling -->"?"""
    return text.rfind("<!--", 0, at) > text.rfind("-->", 0, at)


def told_as_two(document: Document, span: Span) -> bool:
    """Does the sentence of a name, or the one before it, say that there are two of that name?"""
    index = document.sentence_index(span.start)
    return _TWO.search(document.text, document.sentences[max(0, index - 1)].start, document.sentences[index].end) is not None


_TWO = re.compile(r"\b(?:namesakes?|no relation|no kin|not related|same (?:sur|last |first |family )?name)\b", re.I)


def _joined(text: str, a: Span, b: Span) -> bool:
    return b.start - a.end <= _NEAR and _patterns()["joined"].fullmatch(text, a.end, b.start) is not None


_SMALL = frozenset("a an the of in at for and his her their its former new present".split())


def introduced_apart(one: Sequence[Mention], two: Sequence[Mention]) -> bool:
    """Are two full names each introduced with who it is, and as different people: "Olive Brand, the actress", "Olive Brandt, a chemist"?"""
    told = [{w for m in mentions[:_FEW] if isinstance(m.value, Name) and len(m.value.parts) > 1 for w in (m.value.apposition or "").lower().split()} - _SMALL for mentions in (one, two)]
    return all(told) and told[0].isdisjoint(told[1])
