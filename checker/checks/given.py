"""Check `variants`, given names: two of them before one surname.

Two full names with one surname are a slip only where nothing tells two people. What tells them apart: words that introduce the second
(a title that the first has not, an apposition, an age, what he or she is), a relative's word that their sexes allow ("her daughter" is no
word on two men), both in one sentence, a list, a family spoken of, another form (three words against two).
Any relative's word in the sentence was tried: safe, but one slip in ten stands in such a sentence by chance.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.checks.base import Check
from checker.checks.bearers import SUFFIXES, Bearer, Told, family, kin, listed, surname_of
from checker.checks.one_role import one_role
from checker.data.english import FUNCTION_WORDS, SPEECH
from checker.data.people import GENERIC
from checker.data.words import KIN
from checker.findings import Conflict, Place
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.link.names import alike, is_common, sex
from checker.model import Mention, Name, Span
from checker.records import NamedTuple
from checker.structure.cited import is_post
from checker.structure.document import Document

_MANY = 6  # mentions of the other beyond which each stands for itself


class Params(NamedTuple):
    """Nothing to set."""


def _given(ledger: Ledger, params: Params) -> Iterator[Conflict]:
    """Two given names before one surname, where the second is no person introduced on its own."""
    for number, analysis in enumerate(ledger.analyses):
        for odd, first, why in _signed(analysis):
            yield Conflict((Place(number, odd), Place(number, first)), {"count": "1", "total": "2"}, (why,))
        for odd, first in _with_one_rest(analysis):
            yield Conflict((Place(number, odd), Place(number, first)), {"count": "1", "total": "2"}, ("two words of three are the same",), likely=True)
        if not KIN.isdisjoint(analysis.document.distinct):
            from checker.checks.relatives import of_a_family
            for odd, first in of_a_family(analysis):
                yield Conflict((Place(number, odd), Place(number, first)), {"count": "1", "total": "1"}, ("a relative is named by the other given name",), likely=True)
        told = Told(analysis)
        for main, *others in _shared(analysis):
            for other in others:
                if len(other) == 1 and not is_post(analysis.document, other[0].mention.span.start) and _is_slip(analysis.document, told, main, other[0]):
                    odd, first = other[0].mention.span, main[0].mention.span
                    yield Conflict((Place(number, odd), Place(number, first if first < odd else main[-1].mention.span)),
                                   {"count": "1", "total": str(len(main))}, ("one surname, and the second name is not introduced on its own",), likely=True)


def _signed(analysis: Analysis) -> Iterator[tuple[Span, Span, str]]:
    """Names in a doubled credit or before an account that have another given name there, and why they are one person's."""
    text = analysis.document.text
    if "/" in text:
        from checker.checks.credits import credited

        for odd, first in credited(analysis.document):
            yield odd, first, "one credit stands twice"
    if "@" in text and "(@" in text:  # one letter is looked for in no time
        from checker.checks.handles import handled

        for odd, m in handled(analysis):
            yield odd, m.span, "the account has the other given name"


def _with_one_rest(analysis: Analysis) -> Iterator[tuple[Span, Span]]:
    """Names of three words that differ in the first."""
    rests = [parts[1:] for parts in names(analysis).full if len(parts) == 3]
    if len(set(rests)) < len(rests):
        from checker.checks.samerest import same_rest

        for odd, first in same_rest(analysis):
            yield odd.span, first.span


def _shared(analysis: Analysis) -> Iterator[list[list[Bearer]]]:
    """The people of each surname that several bear, but no more than four, by their given names."""
    known = names(analysis)
    written, full = known.written, known.full
    if known.words.keys().isdisjoint(SUFFIXES):
        by_last: dict[str, list[tuple[str, ...]]] = {}
        for parts in full:
            by_last.setdefault(parts[-1].casefold(), []).append(parts)
        if len(by_last) == len(full):
            return
        full = [parts for borne in by_last.values() if len(borne) > 1 for parts in borne]
    bearing: dict[str, list[tuple[str, ...]]] = {}
    for parts in full:
        if len(parts) <= 4 and (surname := surname_of(parts)):
            bearing.setdefault(surname.casefold(), []).append(parts)
    for surname, full in bearing.items():
        if len(full) > 1 and surname not in GENERIC and len({parts[0] for parts in full}) > 1:
            found = sorted((m for parts in full for m in written[parts]), key=_start)
            groups = _by_given(analysis.document.text, [Bearer(m, m.value) for m in found if isinstance(m.value, Name)])
            if 2 <= len(groups) <= 4:
                yield groups


def _start(m: Mention) -> int:
    return m.span.start


_HEADING = re.compile(r", (?:[\w’'-]+ )?(?:CEO|chairman|chairwoman|chief executive|president|director|head|leader|founder|editor|owner|manager|spokesman|spokeswoman|secretary|minister|mayor|governor|professor) (?:of|at|for) ")


def _heads(text: str, b: Bearer) -> bool:
    """Is the person's office told behind the name ("Karsten Holm, CEO of Lynx"), whatever the given name is?"""
    return len(b.name.parts) == 2 and text.startswith(", ", b.mention.span.end) and _HEADING.match(text, b.mention.span.end) is not None


def _by_given(text: str, bearers: list[Bearer]) -> list[list[Bearer]]:
    """The people of one surname by given names that one person may have, the one most often named first."""
    groups: dict[str, list[Bearer]] = defaultdict(list)
    for b in bearers:
        given = b.name.parts[0]
        if not given.isupper() and (b.name.title or b.name.age or sex(given) is not None or _heads(text, b)):
            groups[next((k for k in groups if alike(k, given)), given)].append(b)
    return sorted(groups.values(), key=lambda bs: (-len(bs), bs[0].mention.span))


def _is_slip(document: Document, told: Told, main: list[Bearer], odd: Bearer) -> bool:
    mention, name = odd
    if sex(name.parts[0]) is None or _two_forms(name, [b.name for b in main]):
        return False
    if _was_once(document, odd) and not any(_was_once(document, b) for b in main):
        return False  # "Premier Anton Beric", "the former premier Josef Beric"
    if name.parts[0][0] != main[0].name.parts[0][0] and told.lettered(name, main[0].name):
        return False
    if len(main) < _MANY and all(len(b.name.parts) == len(name.parts) for b in main) and any(one_role(document, mention, b.mention) for b in main):
        return not (_seats(document, odd, main) or kin(document, odd, main) or listed(document, told, mention, True) or family(told, name))
    if len(main) < 2 and not told.alone(surname_of(name.parts)) and not _is_bare(document, odd, main[0]) and not _is_placed(document, odd, main) and not _in_one_office(document, odd, main[0]) and (
            len(name.parts) > 2 or is_common(surname_of(name.parts)) or document.text.startswith(" of ", main[0].mention.span.end)):
        return False  # two people named once each, and the name is a common one
    if not all(document.zone_at(b.mention.span.start).kind in _HEADS for b in main) and not _is_placed(document, odd, main) and (
            _offices_apart(document, odd, main) or name.age or not _only_who(name, main) and (
                name.apposition or _titled(name, main, document.quotation_at(mention.span.start) is not None) or _introduced(document, odd, main))):
        return False
    heads = all(document.zone_at(b.mention.span.start).kind in _HEADS for b in main)
    return not (_seats(document, odd, main) or kin(document, odd, main) or listed(document, told, mention, heads) or family(told, name))  # the whole text last


def _two_forms(name: Name, others: list[Name]) -> bool:
    """Do the names alone tell two people, or two forms of one: a man's and a woman's, other numbers of words, one given name in the other?"""
    return any(_longer(name, n) for n in others) or len(name.parts) not in {len(n.parts) for n in others} \
        or {"he", "she"} <= {sex(n.parts[0]) for n in (name, *others)}


_OPENS = re.compile(r"(?:^|\n|[.!?”\",] |[,.?!]’ |(?<=\w)(?: --| [–—-]|—) ?|(?<![\w’'-])(?:[Bb]ut|[Yy]et|said|says|to|for|that|with|told|from|when|if|while|but|after|before|because|where|asked|which|against|about|whether|than) )$")
_GOES_ON = re.compile(r"(?:[’']s)? (?!(?:and|or|of|from|for|who|whose|in|at|on|with|as|to|by|jr|sr)\b)[a-z]| on [A-Z][a-z]+day\b|[.;]|,(?! (?:and|or|an?|the|of|who|whose|his|her|one)\b)(?! [A-Z0-9])")
_PLACED = re.compile(r", who (?:is|was|had been|has been) (?:(?:now|still|currently|also|back|due|out|away|visiting|attending|expected|travelling|traveling|touring) )*"
                     r"(?:in|at|on|to|from|here|there|yesterday|today)\b")
_BEFORE_NAME = re.compile(r"[A-Za-z], $")  # an office between commas ("the mayor, Ann Hale,")


_WHOSE = ("’s ", "'s ", "s’ ", "s' ")  # "Lynx's Ann Hale"


def _is_known(document: Document, b: Bearer) -> bool:
    """Is it told who this is?"""
    text, (start, end) = document.text, b.mention.span
    return bool(b.name.title or b.name.age or b.name.apposition or text.startswith((", ", " of "), end) or text.endswith(_WHOSE, 0, start) or _is_noun(text[max(0, start - 24):start])
                or text[end:end + 1] == "," and _BEFORE_NAME.search(text, max(0, start - 3), start))


def _is_noun(before: str) -> bool:
    """Does a word in small letters stand right before, neither a function word nor a verb of speech ("company secretary")?"""
    word = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    return word.isalpha() and word.islower() and word not in FUNCTION_WORDS and word not in SPEECH


def _is_bare(document: Document, odd: Bearer, first: Bearer) -> bool:
    """Does the name stand, later than the other who was introduced, with nothing that tells who this is? Newcomers are introduced."""
    text, (start, end) = document.text, odd.mention.span
    if first.mention.span > odd.mention.span or odd.name.title or odd.name.age or odd.name.apposition or len(odd.name.parts) != len(first.name.parts):
        return False
    return _is_known(document, first) and _OPENS.search(text, max(0, start - 10), start) is not None \
        and (_GOES_ON.match(text, end) is not None or text.endswith("ccording to ", 0, start))


def _in_one_office(document: Document, odd: Bearer, first: Bearer) -> bool:
    """Has the later name the office of the other, who was introduced, before it and nothing behind it ("Rep. Ann Hale of Ohio", "Rep. Anna Hale's bill")?"""
    text, title = document.text, odd.name.title
    same = title and first.name.title and (title.endswith(first.name.title) or first.name.title.endswith(title))  # "State Rep.", "state Rep."
    return bool(same) and first.mention.span < odd.mention.span and len(odd.name.parts) == len(first.name.parts) \
        and text.startswith((", ", " of ", " (", " from "), first.mention.span.end) and _GOES_ON.match(text, odd.mention.span.end) is not None


def _is_placed(document: Document, odd: Bearer, main: list[Bearer]) -> bool:
    """Is nothing told but where the person is ("who is in Oslo") or what he says ("According to Hale, the boat sank."), and the other introduced? That introduces nobody."""
    text, (start, end) = document.text, odd.mention.span
    told = odd.name.apposition or ""
    says = text.endswith("According to ", 0, start) and text.startswith("the ", end + 2) and text.startswith(".", end + 2 + len(told))
    return odd.name.title is None and (says or _PLACED.match(text, end) is not None) and any(_is_known(document, b) for b in main)


_SEAT = re.compile(r",? \(?[DRI]-(\w+)")


def _seats(document: Document, odd: Bearer, main: list[Bearer]) -> bool:
    """Do the two sit for two states?"""
    seat, *others = (m[1][:2] if (m := _SEAT.match(document.text, b.mention.span.end)) else "" for b in (odd, *main))
    return bool(seat and any(others) and seat not in others)


def _titled(name: Name, main: list[Bearer], quoted: bool) -> bool:
    """Is there a title that is not the other's, in full or short? A speaker introduces nobody; where the other has none, one is no word against it."""
    titles = [b.name.title for b in main if b.name.title]
    title = name.title
    return bool(title and titles and not quoted and not any(title.endswith(t) or t.endswith(title) for t in titles))


def _only_who(name: Name, main: list[Bearer]) -> bool:
    """Does only a clause stand behind a name that has the other's title ("Sen. Ann Hale, who was there, said"), and few bear the surname?"""
    title = name.title
    return bool(title and name.apposition and name.apposition.startswith("who ")) and not is_common(surname_of(name.parts)) \
        and any(t.endswith(str(title)) or str(title).endswith(t) for b in main if (t := b.name.title))


def _longer(a: Name, b: Name) -> bool:
    """Is the given name of one among the words of the other ("Nawaz Sharif", "Muhammad Nawaz Sharif")?"""
    one, two = ([p.casefold() for p in x.parts[:-1]] for x in (a, b))
    return one[0] in two or two[0] in one


_HEADS = frozenset({"headline", "summary"})  # whom they name the body introduces
_OWN = re.compile(r",? (?:is|was) an? |\s*\n|[’']s? (?:side|team|men|squad)\b")  # whose team it is leads it
_OF_BODY = re.compile(r",? of the ([A-Z][\w’'-]+)")
_CLAUSE = re.compile(r", (?:(?:his|her|their|the|a|an|who|whose)\b|(?:[A-Z][\w-]* ){0,3}[A-Z][\w-]*[’']s [a-z])")
_ROLE = re.compile(r"(?<![\w’'-])(?!(?:aft|und|ov|howev|wheth|nev|ev|h|lat|oth|anoth|togeth|rath|p|fath|broth|moth)er |[nf]?or )"
                   r"[a-z-]*(?:er|or|ist|ian|man|woman|tant|dent|host|chief|star|coach|head|judge|attorney|captain|boss|centre|back|half|forward|guard|pilot|chef|priest|nurse|clerk|mate) $")


def _was_once(document: Document, b: Bearer) -> bool:
    return _ONCE.search(document.text, max(0, b.mention.span.start - _BACK), b.mention.span.start) is not None


_ONCE = re.compile(r"\b(?:[Ff]ormer|[Ee]x|[Rr]etired|[Oo]ne-?time|[Oo]usted|[Dd]eposed|[Pp]revious)[ -](?:[A-Za-z’'-]+ ){0,4}$")
_BACK = 40  # characters before a name in which "former" stands


def _introduced(document: Document, odd: Bearer, main: list[Bearer]) -> bool:
    """Has the name words of its own that tell who this is: what he or she is, a line to itself, a role where the other has one too?"""
    span = odd.mention.span
    roles = [m[0].strip() for b in main if (m := _ROLE.search(document.text, max(0, b.mention.span.start - 24), b.mention.span.start))]
    if roles and (own := _ROLE.search(document.text, max(0, span.start - 24), span.start)) is not None and own[0].strip() not in roles:
        return True  # "skipper Ann Hale", "coach Mary Hale"
    if (body := _OF_BODY.match(document.text, span.end)) is not None and document.text.find(body[1]) >= span.end:
        return True  # "Tess Orme of the Green Party", which nothing before names
    own = _OWN.match(document.text, span.end)
    if own and not (own[0].startswith((" is ", " was ")) and document.quotation_at(span.start)) or _CLAUSE.match(document.text, span.end) or document.zone_at(span.start).span == span:
        return True
    return any(b.name.apposition or document.text.startswith(", ", b.mention.span.end) for b in main) \
        and _ROLE.search(document.text, max(0, span.start - 20), span.start) is not None


def _offices_apart(document: Document, odd: Bearer, main: list[Bearer]) -> bool:
    """Has the name an office in capitals before it, and the other one in small letters that is no part of it ("ex-senator Ann Hale")?"""
    roles = [m[0].split()[-1] for b in main if (m := _ROLE.search(document.text, max(0, (at := b.mention.span.start) - 24), at))]
    return bool(odd.name.title and roles) and not any(odd.name.title.lower().endswith(role.rpartition("-")[2]) for role in roles)  # type: ignore[union-attr]


CHECKS = {"given-name": Check(Params, _given)}
