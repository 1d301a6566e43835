"""Lists whose items show what they are: "three options …: to raise it or to leave it", "two parties, the Greens, the Liberals and the Left", "gold, silver and copper both"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checker.data.english import FUNCTION_WORDS
from checker.model import Mention, Quantity, Relation, Span
from checker.relate.gaps import quantity
from checker.relate.groups import named, names_told
from checker.structure.document import Document
from checker.structure.words import occurrences

_COLON = re.compile(r"(?: [a-zA-Z’',-]+){0,8}?(?: |, [\w ]{1,25})?(?::| —| –| --)\s(?=to [a-z]|[a-z]+ing )")
_REACH = 90  # characters from a number to its colon
_COLON_ARTICLE = re.compile(r"(?: [a-zA-Z’'-]+){0,8}?(?:, [\w ]{1,25})?:\s(?=(?:an?|the) [a-z])")
_NEXT_THING = re.compile(r", (?:and |or )?(?=(?:an?|the) )| (?:and|or) (?=(?:an?|the) )")
_AND_LAST = re.compile(r"(?:and|or) (?:an?|the) [^,]+$")
_ARTICLE = re.compile(r"(?:an?|the) ")
_LONGEST = 7  # words of an item
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|who|which|that|said|says)\b")
_BOTH_OF = re.compile(r"\b(Both)(?: of)?(?: the| his| her| their)?(?: [a-z]+){1,2}, (?=[A-Z])")
_TO = re.compile(r"(?P<joint>[,;] (?:and |or )?|,? (?:and|or) )(?:also |finally |then |even |else |simply )?to [a-z]+")
_ING = re.compile(r"(?P<joint>[,;] (?:and |or )?| (?:and|or) )(?:also |finally |then |even |else |simply )?(?!(?:during|according|including|nothing|something|anything|everything|morning|evening|being|king|spring|string|building|meeting|meaning|saying|adding)\b)[a-z]{2,}ing (?=[a-z\d$£€A-Z])")
_LESS = re.compile(r"\b(?:includ\w+|such as|among|other|others|another|more|etc|for example|for instance|either)\b")
_PART = re.compile(r"\b(?:of|than|least|most|another|first|last|next|about|some|nearly|over) (?:the |its |their |his |her )?$", re.I)
_ITEM = r"(?:the )?(?:<[^<>\n]{2,60}>|[A-Z][\w’'.&-]*(?:(?: of| for| and the| de| del| du)? [A-Z][\w’'.&-]*)*)"
_SERIES = re.compile(rf"{_ITEM}(?:, {_ITEM})*,? and {_ITEM}")
_NEXT = re.compile(r", and |, | and ")
_APPOSED = re.compile(r"(?: [a-z’'-]+){0,2}?(?:, |: | — | – | -- | \()(?=(?:the )?<|the [A-Z])")
_CLOSED = re.compile(r"[,.;)]| [—–-]|$")
_SUBORDINATE = re.compile(r"\s*(?:After|Before|When|While|With|Without|If|By|Because|Since|Although|Though|Despite|Following|Once|Until|Unless)\b")
_AS_WELL = re.compile(r",? (?:as well as|along with|together with|besides|plus|with) ")
_BOTH_THREE = re.compile(r"(?P<items>(?P<first>[\w’'-]+(?: [\w’'-]+)?)(?P<more>(?:, [\w’'-]+(?: [\w’'-]+){0,2})+),? and [\w’'-]+(?: [\w’'-]+){0,2}?)(?: (?:are|were|have|had|will|would|can|could|must|may|should|might))?$")
_ARE, _JOINING = (" are", " were"), ("and ", "& ", "or ", "of ")
_BOTH_VERB = re.compile(r" both (?!(?:of|the|in|at|on|by|for|to|from|with|as|and|sides|ways|times|his|her|its|their|these|those|houses|parties|men|women|countries|were|are)\b)([a-z]+)")
_PAIRED = re.compile(r"[^,.;:()\n]{0,60}\band\b")
_ADVERB = frozenset("""meanwhile however today yesterday tomorrow later instead still then now also thus here there indeed finally moreover furthermore earlier separately
monday tuesday wednesday thursday friday saturday sunday overall together elsewhere afterwards nevertheless nonetheless therefore otherwise recently""".split())
_A_NAME = r"(?:the )?(?:(?!and |of |the |who |which |in |at |on |through |by |with |for |from |to |against |under |via )[a-z]+ ){0,3}(?:[A-Z][\w’'-]+ ?)+(?<! )"
_THREE_NAMES = re.compile(rf" both (?P<items>{_A_NAME}, {_A_NAME} and (?:the )?{_A_NAME})(?=[.,;]| (?!and)[a-z])")
_THREE_WORDS = re.compile(r" both (?P<items>[a-z]+, [a-z]+ and [a-z]+)(?=[.;])")
_ENDS_IN_VERB = re.compile(r"\w(?:ed|ing)\b")
_MONTHS = frozenset("january february march april may june july august september october november december".split())


def itemised(document: Document, announced: Sequence[Mention]) -> Iterator[Relation]:
    """Relation "list" (announced, items); `announced` are the figures that may announce one, of twelve at most."""
    text = document.text
    for m in announced:
        q = quantity(m)
        if q.hedge or not q.noun:
            continue
        end = document.sentence_at(m.span.start).end
        told = _deeds(text, m, end) or _the_names(document, m, end) or _things(text, m, end)
        if told is not None:
            span, number = told
            yield _relation(m, span, text, number)
    if "Both" in document.lowercase:
        for found in filter(None, (_BOTH_OF.match(text, at) for at in occurrences(text, "Both "))):
            series = named(text, found.end(), document.sentence_at(found.start()).end)
            counted = names_told(text[series.start:series.end]) if series is not None and text[series.end:series.end + 1] == "," else None
            if series is not None and counted is not None and counted[0] == counted[1] > 2:
                yield _relation(Mention("quantity", Span(*found.span(1)), found[1], Quantity(Decimal(2), Decimal(2), "count")), series, text, counted[0])
    for at in (at - 1 for at in document.places("both")) if "both" in document.lowercase else ():
        if text.startswith(" both ", at) and (three := _both(document, at) or _both_then(text, at)) is not None:
            two = Mention("quantity", Span(at + 1, at + len(" both")), "both", Quantity(Decimal(2), Decimal(2), "count"))
            yield _relation(two, three[0], text, three[1])


def _both_then(text: str, at: int) -> tuple[Span, int] | None:
    """ "both Okafor, Hallberg and Ellery", "both tea, coffee and milk": one word each, or names with what they are."""
    m = _THREE_NAMES.match(text, at) or _THREE_WORDS.match(text, at)
    return None if m is None or _ENDS_IN_VERB.search(m["items"]) or text[:at].endswith((" are", " were", " is", " was")) else (Span(*m.span("items")), 3)


def _relation(announced: Mention, span: Span, text: str, number: int) -> Relation:
    items = Mention("quantity", span, text[span.start:span.end], announced.value)
    return Relation("list", (("announced", announced), ("items", items)), {"least": str(number), "most": str(number)})


def _deeds(text: str, m: Mention, end: int) -> tuple[Span, int] | None:
    """ "three ways …: to sell it, to rent it or to leave it": each item begins with a verb of one form."""
    start = m.span.end
    if text.find(" to ", start, start + _REACH + 4) < 0 and text.find("ing ", start, start + _REACH + 14) < 0:
        return None
    opened = _COLON.match(text, start, min(end, start + _REACH))
    if opened is None or _LESS.search(opened[0]) or _PART.search(text, max(0, m.span.start - 18), m.span.start):
        return None
    stretch = text[opened.end():end].rstrip(" .\n\"”")
    if _LESS.search(stretch) or any(mark in stretch for mark in ":(“\""):
        return None
    joints = [found["joint"] for found in (_TO if stretch.startswith("to ") else _ING).finditer(stretch)]
    if not joints or not ("and" in joints[-1] or "or" in joints[-1]) or any("and" in j or "or" in j for j in joints[:-1]):
        return None
    return Span(opened.end(), opened.end() + len(stretch)), len(joints) + 1


def _things(text: str, m: Mention, end: int) -> tuple[Span, int] | None:
    """ "three parts: a new pier and a new road": each item begins with an article and nothing else is told."""
    start = m.span.end
    if text.find(":", start, start + _REACH) < 0 or (opened := _COLON_ARTICLE.match(text, start, min(end, start + _REACH))) is None or _LESS.search(opened[0]) \
            or _PART.search(text, max(0, m.span.start - 18), m.span.start):
        return None
    stretch = text[opened.end():end].rstrip(" .\n\"”")
    items = _NEXT_THING.split(stretch)
    if len(items) < 2 or _LESS.search(stretch) or not _AND_LAST.search(stretch) or any(mark in stretch for mark in ":;(“\"—–") or " and " in items[0] and len(items) == 2 \
            or not all(_ARTICLE.match(item) and len(item.split()) <= _LONGEST and "," not in item and not _VERB.search(item) for item in items):
        return None
    return Span(opened.end(), opened.end() + len(stretch)), len(items)


def _the_names(document: Document, m: Mention, end: int) -> tuple[Span, int] | None:
    """ "two small parties, the Greens, the Liberals and the Left, …"; names in angle brackets, as agencies mark companies."""
    text, start = document.text, m.span.end
    opened = _APPOSED.match(text, start, end)
    if opened is None or _PART.search(text, max(0, m.span.start - 18), m.span.start):
        return None
    series = _SERIES.match(text, opened.end(), end)
    if series is None or not _CLOSED.match(text, series.end()):
        return None
    items = _NEXT.split(re.sub(r" and the ", ", the ", series[0]))
    begins = [item.startswith(("the ", "<")) for item in items]
    if not all(begins):
        return None
    if len(items) < quantity(m).low and (_AS_WELL.match(text, series.end()) or _LESS.search(text, series.end(), min(end, series.end() + 60))):
        return None
    opening = document.sentence_at(m.span.start).start
    return None if _SUBORDINATE.match(text, opening) else (Span(*series.span()), len(items))


def _both(document: Document, at: int) -> tuple[Span, int] | None:
    """ "IT, finance and telecoms both offer": three before "both" and its verb."""
    text = document.text
    verb = _BOTH_VERB.match(text, at)
    start = max(document.sentence_at(at).start, at - 120)
    if verb is None and not text.endswith(_ARE, start, at) or _PAIRED.match(text, at + len(" both ")) or text.find(", ", start, at) < 0:
        return None
    found = _BOTH_THREE.search(text, start, at)
    if found is None or found["items"].count(" and ") > 1 or text.endswith(_JOINING, start, found.start()):
        return None
    items = [i.strip() for i in re.split(r", and |, | and ", found["items"])]
    first = found["first"].split()
    # of "she likes gold, silver and copper" the last word belongs to the list
    heads = [first[-1], *items[1:]]
    same_case = all(h[:1].isupper() for h in heads) or not any(h[:1].isupper() for h in heads[1:]) and (not heads[0][:1].isupper() or heads[0].isupper() or found.start() == document.sentence_at(at).start)
    if not same_case or any(set(i.lower().split()) & FUNCTION_WORDS for i in items[1:]) or heads[0].lower() in _ADVERB | _MONTHS or heads[0].lower() in FUNCTION_WORDS and not heads[0].isupper() or first[0] in ("and", "or", "of") or heads[0].endswith("ly") \
            or any(h.isdigit() for h in heads) or _SUBORDINATE.match(text, start):
        return None
    begins = found.start("first") + (len(found["first"]) - len(first[-1]))
    return Span(begins, found.end("items")), len(items)
