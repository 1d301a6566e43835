"""On which day somebody did what a noun calls back: "the bank suspended her on Tuesday", "Monday's suspension"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from checker.data.deeds import NOUNS, VERBS
from checker.model import Date, Mention, Relation, Span
from checker.records import TYPE_CHECKING, NamedTuple
from checker.structure.document import Document

if TYPE_CHECKING:
    from typing import Literal

_PIECE = re.compile(r"\S+")
_OPENS, _CLOSES = "“\"(‘['—–-$", ",;:!?\"”’')]—–-."
_HOURS = frozenset("morning afternoon evening night".split())
_MARKS = frozenset("'’")
_WHOSE = tuple(f" {hour}{mark}s " for hour in sorted(_HOURS) for mark in "'’")
_OF_DAY = _HOURS | {"'s", "’s"} | {f"{hour}{mark}s" for hour in _HOURS for mark in "'’"}
_THE = frozenset({"the ", "The ", "his ", "her ", "its ", "eir "})
_WHOSES = frozenset({"his ", "her ", "its ", "eir ", "His ", "Her ", "Its "})
_WILL = frozenset({"will", "to", "would"})
_OWNERS = ("'s ", "’s ", "s' ", "s’ ")
_DETERMINERS = frozenset("the this these his her its their a an two three several".split())
_PRONOUNS = frozenset({"his", "her", "its", "their"})
# of what seldom happens twice in one story, a noun that points back needs nothing beside it
_CALLED_BACK = frozenset("""shooting explosion crash death killing stabbing resignation ouster ambush robbery kidnapping collapse escape funeral wedding inauguration""".split())
_POINTING = frozenset("the this these his her its their".split())
# between a day and what it is told of: the words that end the clause, and those that lead to where and with whom it was
_CLAUSE = frozenset("as they he she it we you if and or but nor than that which who when where while after before until since is was were are has had have will would said says".split())
_LEADING = frozenset("in at with by of on for to from against near outside between over about".split())
_LATE = frozenset("early late on of held took place happened occurred came was is ,".split())
_MODIFIERS, _WHERE, _REACH = 3, 7, 11  # words before the noun, behind it, and between a verb and its day
_NEXT, _BEHIND, _BEFORE = 45, 70, 110  # characters around a day in which its event is told
_AROUND, _AFTER = 45, 25  # and around those words in which other times are
_NOUNS = frozenset(NOUNS)
_DEEDS = VERBS.keys() - NOUNS.keys()
_OTHER = re.compile(r"\b(?:second|another|third|previous\w*|next|other|separate\w*|again|repeat\w*|anniversar\w+|postponed|rescheduled|moved|delayed|originally|weekly|daily|"
                    r"(?:days?|weeks?|months?|years?|hours?) (?:ago|before|after|earlier|later|since)|earlier (?!in the day|on |[A-Z]))\b|\blast $", re.I)
_FUTURE = re.compile(r"\b(?:will|would|to be|to begin|expected to|scheduled|planned|plans|slated|set (?:for|to)|due|upcoming|ahead of|poised|if|could|may|might|should)\b")
# "a vigil at the scene of the shooting on Sunday": the day may be the vigil's
_OF_ANOTHER = frozenset("of at after before since following from to about near for over".split())
_SINCE = frozenset({"since", "after", "before", "following"})  # of which "her death on Monday" is one
# but not where the noun goes on behind it: "the shooting Sunday that killed two", "the blast Sunday inside the mill"
_SAID_OF_IT = re.compile(r" (?:that|which|inside|outside|near|aboard|beneath)\b")
# "the debate between the two is set for Monday"
_SET_FOR = re.compile(r" (?:is|are|was|were) (?:now )?(?:set|due|scheduled|planned|expected|slated|to be held|to take place)(?: to be held| to take place)?(?: in [A-Z][\w’'-]+)?(?: for)?(?: on)? $"
                      r"| (?:will be held|will take place|takes place)(?: in [A-Z][\w’'-]+)?(?: on)? $")
_AHEAD = re.compile(r"(?:ahead of|upcoming|scheduled|planned|expected to|will|until) $")


_Token = tuple[str, int, int]  # a word or mark, where it starts and ends
if TYPE_CHECKING:
    _Form = Literal["of", "the", "a", "verb"]


class _Told(NamedTuple):
    what: Mention
    day: Mention
    family: str
    word: str
    form: _Form
    modifiers: str
    owner: str = ""


def deeds(document: Document, dates: Sequence[Mention]) -> Iterator[Relation]:
    """Relation deed (day, what): facts "noun" (the first of its family), "word", "modifiers", "form", "tense".

    The form is "of" ("Monday's vote"), "the" or "a" ("the vote on Monday") or "verb"; told where one of the family calls back.
    """
    if len(dates) < 2:
        return
    text = document.text
    days = [m for m in dates if isinstance(value := m[3], Date) and (value.weekday is not None or value.day)]
    if len({m[3] for m in days}) < 2:
        return
    # that a day has a noun is what most texts have not, and quickly told
    of_days = [found for m in days if _calls(text, m.span) and (found := _behind(document, m)) is not None]
    called = {d.family for d in of_days}
    if (behind := _NOUNS & document.lowercase):
        called |= {d.family for m in days if m.value.weekday is not None and (d := _before(document, m, behind, deeds=False)) is not None and d.form == "the" and (d.modifiers or d.owner or d.family in _CALLED_BACK)}  # type: ignore[union-attr]
    if not called:
        return
    nouns, verbs = (frozenset().union(*[of[family] for family in called]) for of in _families())
    known = {d.day.span for d in of_days}
    told = of_days + [found for m in days if m.span not in known and (found := _before(document, m, nouns | verbs) or _does(document, m, verbs)) is not None]
    told.sort(key=lambda d: d.day.span)
    differ = {family for family in called if len({d.day.value for d in told if d.family == family}) > 1}
    for d in told:
        if d.family in differ and (tense := _tense(document, d)) != "other":
            yield Relation("deed", (("day", d.day), ("what", d.what)), {"noun": d.family, "word": d.word, "modifiers": d.modifiers, "form": d.form, "tense": tense, "owner": d.owner})


def _made(document: Document, m: Mention, start: int, end: int, word: str, form: _Form, modifiers: Sequence[str] = (), owner: str = "") -> _Told:
    family = VERBS[word] if form == "verb" else NOUNS[word]
    return _Told(Mention("date", Span(start, end), document.text[start:end], m.value), m, family, word, form, " ".join(modifiers), owner)


def _tokens(document: Document, start: int, end: int, last: int = 0) -> list[_Token]:
    """The words and, each as one, the marks around them; a full stop behind a capital is an abbreviation's."""
    found: list[_Token] = []
    for piece in list(_PIECE.finditer(document.text, start, end))[-last:]:
        word = piece[0]
        at, until = piece.span()
        if word.isalpha() or word in _OF_DAY:
            found.append((word, at, until))
            continue
        core = word.lstrip(_OPENS)
        if len(core) < len(word):
            found.append((word[0], at, at))
            at = until - len(core)
        bare = core.rstrip(_CLOSES)
        if bare:
            found.append((bare, at, at + len(bare)))
        if len(bare) < len(core) and not (core[len(bare):] == "." and core[0].isupper() and len(core) < 6):
            found.append((core[len(bare)], until, until))
    return found


def _calls(text: str, day: Span) -> bool:
    """Is it "Tuesday's …" or "the Tuesday …"?"""
    behind = text[day.end:day.end + 1]
    return behind in _MARKS or (behind == " " and text.startswith(_WHOSE, day.end)) or text[day.start - 4:day.start] in _THE or text.endswith(_OWNERS, 0, day.start)


def _behind(document: Document, m: Mention) -> _Told | None:
    """ "Tuesday's vote", "the Nov. 13 attacks in Melton"."""
    if _NOUNS.isdisjoint(document.plain[m.span.end:m.span.end + _BEHIND].split()):
        return None
    end = min(document.sentence_at(m.span.start).end, m.span.end + _BEHIND)
    tokens = _tokens(document, m.span.end, end)
    i = next((i for i, t in enumerate(tokens) if t[0] not in _OF_DAY), len(tokens))
    for j in range(i, min(i + _MODIFIERS + 1, len(tokens))):
        word = tokens[j][0]
        if word in NOUNS:
            return _made(document, m, m.span.start, tokens[j][2], word, "of", [t[0] for t in tokens[i:j]] + _place(tokens, j + 1), _owner_before(document.text, m.span.start))
        if word.lower() in _CLAUSE or word.lower() in _LEADING or word.lower() in _DETERMINERS or not word[0].isalnum():
            return None
    return None


def _owner_before(text: str, at: int) -> str:
    """Whose it is, in "Hale's Tuesday speech", as one word; "~" where only "her" is told, "" where nobody's is."""
    if not text.endswith(_OWNERS, 0, at):
        return "~" if text[at - 4:at] in _WHOSES else ""
    return text[text.rindex(" ", 0, at - 1) + 1 if " " in text[:at - 1] else 0:at].rstrip(" '’s")


def _place(tokens: Sequence[_Token], start: int) -> list[str]:
    """The words of "in Melton" or "of the board" that begin here, if any do."""
    if start >= len(tokens) or tokens[start][0] not in _LEADING:
        return []
    words = [t[0] for t in tokens[start:start + _WHERE]]
    end = next((i for i, w in enumerate(words) if w in _CLAUSE or not w[0].isalnum() or (i and w.endswith("ed") and w.islower())), len(words))
    return words[:end]


def _before(document: Document, m: Mention, wanted: Set[str], *, deeds: bool = True) -> _Told | None:
    """ "the vote on Tuesday", "a hearing in Leeds late Tuesday", "suspended them on Tuesday": the nearest that a day can be of."""
    start = max(0, m.span.start - _BEFORE)
    words = document.plain[start:m.span.start].split()[-_REACH - 2:]
    if wanted.isdisjoint(words) and (not deeds or _WILL.isdisjoint(words) or wanted.isdisjoint([f"{w}s" for w in words])):
        return None
    start = max(document.sentence_at(m.span.start).start, start)
    set_for = _SET_FOR.search(document.text, start, m.span.start)
    tokens = _tokens(document, start, set_for.start() if set_for is not None else m.span.start, _REACH + _MODIFIERS + 2)
    last = len(tokens) - 1
    while last >= 0 and tokens[last][0] in _LATE:
        last -= 1
    if last < 0 or tokens[last][0] in _LEADING:  # "his remarks at Sunday's rally"
        return None
    for j in range(last, max(-1, last - _REACH), -1):
        word = tokens[j][0]
        if j and tokens[j - 1][0] in _WILL and f"{word}s" in wanted and f"{word}s" in _DEEDS:  # "will meet on Tuesday"
            return _made(document, m, tokens[j][1], m.span.end, f"{word}s", "verb")
        if word in wanted:
            if word in _DEEDS:
                if any(t[0] in NOUNS for t in tokens[j + 1:last + 1]):
                    return None  # "voted to hold a hearing on Tuesday"
                return _made(document, m, tokens[j][1], m.span.end, word, "verb")
            if (j == last or (last - j < _WHERE and tokens[j + 1][0] in _LEADING)) and (found := _determined(tokens, j)) is not None:
                k, form = found
                if k and tokens[k - 1][0].lower() in _OF_ANOTHER and not (tokens[k - 1][0].lower() in _SINCE and tokens[k][0].lower() in _PRONOUNS) and not (j == last and _SAID_OF_IT.match(document.text, m.span.end)):
                    return None
                before = [t[0] for t in tokens[k:j]]
                owner = next((w for w in reversed(before) if w.endswith(("'s", "’s", "s'", "s’"))), before[0] if before[0].lower() in _PRONOUNS else "")
                words = [t[0] for t in tokens[k + 1:j] if t[0] != owner] + [t[0] for t in tokens[j + 1:last + 1]] + _with(document, m.span.end)
                return _made(document, m, tokens[k][1], m.span.end, word, form, words, owner.rstrip("'’s") if owner.lower() not in _PRONOUNS else "~")
        paired = word == "and" and 0 < j < last and tokens[j - 1][0][0].isupper() and tokens[j + 1][0][0].isupper()  # "between Hale and Orr"
        if word.lower() in _CLAUSE and not paired or not word[0].isalnum():
            return None
    return None


def _with(document: Document, end: int) -> list[str]:
    """The words of "with the Post" or "by Hale" that follow the day."""
    if not document.text.startswith((" with ", " by "), end):
        return []
    tokens = _tokens(document, end, min(document.sentence_at(end).end, end + _NEXT))
    return _place(tokens, 0)


def _determined(tokens: Sequence[_Token], noun: int) -> tuple[int, _Form] | None:
    """Where the words of a noun begin, with an article or an owner, and whether they point back."""
    for k in range(noun - 1, max(-1, noun - _MODIFIERS - 2), -1):
        word = tokens[k][0]
        if word.lower() in _DETERMINERS:
            return k, "the" if word.lower() in _POINTING else "a"
        if word.endswith(("'s", "’s")) and word[0].isupper():
            return k, "the"
        if word.lower() in _CLAUSE or word in _LEADING or not word[0].isalnum():
            return None
    return None


def _does(document: Document, m: Mention, wanted: Set[str]) -> _Told | None:
    """ "the board on Tuesday suspended", "Tuesday formally suspended"."""
    end = min(document.sentence_at(m.span.start).end, m.span.end + _NEXT)
    if wanted.isdisjoint(document.plain[m.span.end:end].split()):
        return None
    tokens = _tokens(document, m.span.end, end)
    words = [t for t in tokens if t[0] not in _HOURS and t[0] != "," and not (t[0].endswith("ly") and t[0].islower())]
    if words and words[0][0] in wanted:
        return _made(document, m, m.span.start, words[0][2], words[0][0], "verb")
    return None


def _tense(document: Document, d: _Told) -> str:
    """ "future" or "past", "" where it cannot be told, "other" where the words around speak of other times."""
    sentence, text = document.sentence_at(d.what.span.start), document.text
    start, end = max(sentence.start, d.what.span.start - _AROUND), min(sentence.end, d.what.span.end + _AFTER)
    if _OTHER.search(text, start, d.what.span.start) or _OTHER.search(text, d.what.span.start, end):
        return "other"
    if d.form == "of":  # "would speak of Monday's vote" is past, "before Monday's vote" may be
        start = d.what.span.start if _AHEAD.search(text, start, d.what.span.start) is None else start
    if _FUTURE.search(text, start, end):
        return "future"
    return "past" if d.form == "verb" else ""


@cache
def _families() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The nouns of each family, and its verbs that are no nouns."""
    nouns, verbs = ({family: frozenset(w for w in words if of[w] == family) for family in NOUNS.values()} for words, of in ((NOUNS.keys(), NOUNS), (_DEEDS, VERBS)))
    return nouns, verbs
