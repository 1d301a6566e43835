"""Natural slips of names: a letter, a capital, another given name, another sex, another title, the letters of an acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from planting.article import Article, Edit, Label, Slip, everywhere, in_quotes
from planting.lexicon import COUNTRIES, GIVEN, MEN, STATES, TOWNS, WOMEN
from planting.people import kin, only_person, people

_VOWELS = {"a": "e", "e": "a", "i": "e", "o": "a", "u": "o"}
_ORGANISATION = re.compile(r"\b([A-Z][a-z]{5,}) (?:University|College|Institute|Foundation|Corporation|Corp\.|Inc\.|Group|Bank|Airlines|Industries|Partners|Pharmaceuticals|Systems|Motors)")


def misspelt(rng: Random, name: str) -> tuple[str, str] | None:
    """A name with one letter wrong, and what was done to it."""
    made = []
    for i in range(1, len(name)):
        c, rest = name[i], name[i + 1:]
        if not c.islower():
            continue
        if c in _VOWELS and rest:
            made.append((name[:i] + _VOWELS[c] + rest, "vowel"))
        if c in "iy" and rest:
            made.append((name[:i] + ("y" if c == "i" else "i") + rest, "i/y"))
        if c in "lmnprst" and rest and name[i - 1] != c and rest[0] != c:
            made.append((name[:i] + c + name[i:], "letter doubled"))
        if i > 1 and rest and (name[i - 1] == c or c not in "aeiou"):
            made.append((name[:i] + rest, "letter dropped"))
        if i > 1 and rest and rest[0] != c:
            made.append((name[:i] + rest[0] + c + rest[1:], "transposed"))
    kind = rng.choice(sorted({k for _, k in made})) if made else ""
    chosen = [m for m in made if m[1] == kind and m[0] != name]
    return rng.choice(chosen) if chosen else None


def _once(article: Article, rng: Random, name: str, slip: str, what: str) -> Iterator[Slip]:
    """One late mention of a name in a wrong form; the twin has that form throughout."""
    all_of = everywhere(article, name, slip)
    late = [e for e in all_of if e.line in article.prose and (e.line, e.start) > (all_of[0].line, all_of[0].start)]
    if len(all_of) > 1 and late and article.count(rf"\b{re.escape(name[:5])}") == article.count(rf"\b{re.escape(name)}\b") and not article.count(rf"(?<!\w){re.escape(slip)}"):
        e = rng.choice(late)
        other = max((x for x in all_of if x != e and x.line in article.prose), key=lambda x: -abs(x.line - e.line), default=None)
        if other:
            yield Slip((e,), Label(e.line, slip), Label(other.line, name), f"{name} is spelt {slip} once ({what})", all_of)


def person_spelling(article: Article, rng: Random) -> Iterator[Slip]:
    """The surname of a person that stands three times or more, wrong once."""
    for p in people(article):
        wrong = misspelt(rng, p.surname) if len(p.surname) > 5 and not p.surname.endswith(("ian", "ish", "ese")) and article.count(p.mention) > 2 else None
        if wrong:
            yield from _once(article, rng, p.surname, *wrong)


def organisation_spelling(article: Article, rng: Random) -> Iterator[Slip]:
    """The first word of an organisation's name."""
    for name in sorted({m[1] for _, m in article.find(_ORGANISATION)} - set(STATES) - set(TOWNS) - GIVEN - {"American", "National", "Federal", "America", "International", "Central", "Southern", "Northern", "Western", "Eastern"}):
        wrong = misspelt(rng, name) if article.count(rf"\b{name}\b") > 1 and not article.count(rf"\b{name.lower()}\b|\b(?:{'|'.join(sorted(GIVEN))}) {name}\b") else None
        if wrong:
            yield from _once(article, rng, name, *wrong)


def place_spelling(article: Article, rng: Random) -> Iterator[Slip]:
    """A town or country that stands three times or more."""
    for name in [*TOWNS, *COUNTRIES, *STATES]:
        if len(name) > 4 and " " not in name and name in article.text and article.count(rf"\b{name}\b") > 2 and (wrong := misspelt(rng, name)):
            yield from _once(article, rng, name, *wrong)


def article_spelling(article: Article, rng: Random) -> Iterator[Slip]:
    """An Arabic name with the article al- once, with el- another time."""
    for name in sorted({m[0] for _, m in article.find(r"\b[aA]l-[A-Z][a-z]{3,}\b", True)}):
        if name[3:] not in ("Qaeda", "Qaida", "Jazeera") and article.count(rf"\b{name}\b") > 1:
            yield from _once(article, rng, name, ("el" if name[0] == "a" else "El") + name[2:], "transliteration")


def inner_capital(article: Article, rng: Random) -> Iterator[Slip]:
    """A name with a capital within (McCain), without it once."""
    for name in sorted({m[0] for _, m in article.find(r"(?<![\w@#/.])[A-Z][a-z]+[A-Z][a-z]{2,}\b(?![@.]\w)", True)}):
        if article.count(rf"(?<![\w@#/.]){name}(?!\w|\.\w)") > 1 and "http" not in article.text:
            yield from _once(article, rng, name, name[0] + name[1:].lower(), "capitals")


def given_name(article: Article, rng: Random) -> Iterator[Slip]:
    """The second full name of a person with another given name of the same sex; the twin has it throughout."""
    for p in (x for x in people(article) if x.woman is not None):
        full = f"{p.given} {p.surname}"
        if not re.search(rf"\b{full}\b.*\b{full}\b", article.text, re.S):
            continue
        free = sorted(g for g in (WOMEN if p.woman else MEN) if g not in article.text)
        free = [g for g in free if g[0] == p.given[0]] or free
        if free and article.count(rf"\b{p.given}\b") == article.count(rf"\b{full}\b") and not kin(article.text):
            yield from ((s._replace(certain=False)) for s in _once(article, rng, full, f"{rng.choice(free)} {p.surname}", "given name"))


def pronoun(article: Article, rng: Random) -> Iterator[Slip]:
    """A pronoun of the other sex, in a paragraph that names one person only and has another pronoun that is right."""
    for p in (x for x in people(article) if x.woman is not None):
        right, wrong = ("she", "he") if p.woman else ("he", "she")
        of, other = ("she|her|hers", "he|him|his") if p.woman else ("he|him|his", "she|her|hers")
        for i in article.prose:
            line = article.lines[i]
            if not re.search(p.mention, line) or not only_person(article, i, p) or re.search(rf"\b(?:{other})\b", line, re.I) or '"' in line or "“" in line:
                continue
            named = min(m.start() for m in re.finditer(p.mention, line))
            told = [m for m in re.finditer(rf"\b(?:{of}) [a-z]+", line, re.I) if m.start() > named]
            subjects = [m for m in told if m[0].lower().startswith(right + " ")]
            if len(told) > 1 and subjects:
                m = rng.choice(subjects)
                b = rng.choice([x for x in told if x != m])
                new = (wrong.capitalize() if m[0][0].isupper() else wrong) + m[0][len(right):]
                yield Slip((Edit(i, m.start(), m.end(), new),), Label(i, new), Label(i, b[0]), f"{p.full} is both he and she")


_COUPLES = frozenset("Obama Clinton Trump Romney Bush Edwards Reagan Ryan Dole Cheney Biden Kerry McCain Carter".split())


def courtesy(article: Article, rng: Random) -> Iterator[Slip]:
    """Mr. for Ms. once, or the other way round, with somebody who is told with it twice or more."""
    told: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for i, m in article.find(r"\b(Mr\.|Ms\.|Mrs\.) ((?:Mc|O['’]|De)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b"):
        told.setdefault(m[2], []).append((i, m))
    for name, all_of in told.items():
        if len(all_of) > 1 and len({m[1] for _, m in all_of}) == 1 and len(set(re.findall(rf"\b([A-Z][a-z]+) (?:[A-Z]\. )?{re.escape(name)}\b", article.text)) & GIVEN) < 2 and not kin(article.text) and name not in _COUPLES:
            i, m = rng.choice(all_of[1:])
            new = f"{'Ms.' if m[1] == 'Mr.' else 'Mr.'} {name}"
            yield Slip((Edit(i, m.start(), m.end(), new),), Label(i, new), Label(all_of[0][0], all_of[0][1][0]), f"{name} is both {m[1]} and {new[:3]}")


def gender(article: Article, rng: Random) -> Iterator[Slip]:
    """A pronoun or a courtesy title of the other sex."""
    yield from pronoun(article, rng)
    yield from courtesy(article, rng)


_OTHER_TITLE = {"Sen.": "Rep.", "Rep.": "Sen.", "Senator": "Governor", "Gov.": "Sen.", "Governor": "Senator", "Mayor": "Gov.", "Gen.": "Col.", "Col.": "Gen.", "Judge": "Mayor",
                "Prime Minister": "Foreign Minister", "Foreign Minister": "Defense Minister", "Defense Secretary": "Treasury Secretary", "Sheriff": "Mayor",
                "Treasury Secretary": "Defense Secretary", "Majority Leader": "Minority Leader", "Minority Leader": "Majority Leader", "Lt.": "Capt.", "Congressman": "Senator"}
_TITLED = re.compile(rf"(?<!former )(?<!ex-)(?<!then-)(?<!acting )(?<!Lt\. )\b({'|'.join(map(re.escape, _OTHER_TITLE))}) ((?:[A-Z][a-z]+ )?(?:[A-Z]\. )?)((?:Mc|O['’]|De)?[A-Z][a-z]+)\b(?! (?:[A-Z][a-z]|and [A-Z]))")


def title(article: Article, rng: Random) -> Iterator[Slip]:
    """Another office before a name that has one office throughout."""
    told: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for i, m in article.find(_TITLED):
        told.setdefault(m[3], []).append((i, m))
    for name, all_of in told.items():
        givens = {m[2].split()[0] for _, m in all_of if m[2].split()}
        if len(all_of) < 2 or len({m[1] for _, m in all_of}) > 1 or len(givens) > 1 or not givens or article.count(rf"\b(?!{'|'.join(givens)})[A-Z][a-z]+ {name}\b") > article.count(rf"(?:{'|'.join(t.split()[-1].rstrip('.') for t in _OTHER_TITLE)})\.? {name}\b"):
            continue
        i, m = rng.choice(all_of[1:])
        new = _OTHER_TITLE[m[1]]
        if not re.search(r"elect|candidate|former|ex-", article.lines[i][max(0, m.start() - 40):m.end() + 40]):
            yield Slip((Edit(i, m.start(1), m.end(1), new),), Label(i, new + m[0][len(m[1]):]), Label(all_of[0][0], all_of[0][1][0]), f"{name} has two titles")


_LAST = {"Agency": "Bureau", "Administration": "Commission", "Association": "Union", "Office": "Bureau", "Board": "Commission", "Commission": "Board", "Union": "Association",
         "Committee": "Council", "Council": "Committee", "Department": "Office", "Fund": "Bank", "Bank": "Fund", "Organization": "Group", "Institute": "Center", "Center": "Institute",
         "Service": "Agency", "Act": "Bill", "Bureau": "Agency", "Party": "League", "Project": "Program", "Program": "Project", "Society": "League", "Foundation": "Institute", "Service ": "Agency"}


def acronym(article: Article, rng: Random) -> Iterator[Slip]:
    """The last word of an expansion, or two letters of the acronym in brackets behind it."""
    for i, m in article.find(r"\b((?:[A-Z][a-z]+ (?:(?:of|for|and|the|on) )*){1,5}([A-Z][a-z]+)) \(([A-Z]{3,6})\)"):
        words = [w for w in m[1].split() if w[0].isupper()]
        short = m[3]
        if "".join(w[0] for w in words)[-len(short):] != short or len(words) < len(short):
            continue
        full = m[1] if len(words) == len(short) else m[1][m[1].index(words[-len(short)]):]
        new = _LAST.get(words[-1])
        if new and rng.random() < 0.5 and new[0] != words[-1][0]:
            wrong = full[:-len(words[-1])] + new
            yield Slip((Edit(i, m.start(2), m.end(2), new),), Label(i, wrong), Label(i, short), "letters do not fit the expansion")
        else:
            at = rng.randrange(1, len(short) - 1)
            wrong = short[:at] + short[at + 1] + short[at] + short[at + 2:]
            if wrong != short and not article.count(rf"\b{wrong}\b"):
                yield Slip((Edit(i, m.start(3), m.end(3), wrong),), Label(i, wrong), Label(i, full), "letters do not fit the expansion")


_APPOSED = re.compile(r", (?:an?|the|who|[1-9]\d,|director|president|chairman|professor|head|chief|co-|executive|spokes|senior|founder)\b")


def first_reference(article: Article, rng: Random) -> Iterator[Slip]:
    """The given name moves from the first mention of a person, who is told of there, to the second one in another paragraph."""
    for p in people(article):
        mentions = [(i, m) for i, line in enumerate(article.lines) for m in re.finditer(p.mention, line)]
        if not 2 < len(mentions) < 9 or mentions[0][0] == mentions[1][0] or not {mentions[0][0], mentions[1][0]} <= set(article.prose) or p.surname in _COUPLES:
            continue
        (i, first), (j, second) = mentions[:2]
        began = article.lines[i].rfind(p.full, 0, first.end())
        quoted = in_quotes(article.lines[i], began, first.end()) or in_quotes(article.lines[j], second.start(), second.end())
        if began + len(p.full) != first.end() or began < 0 or quoted or article.count(rf"\b{re.escape(p.given)}\b") > 1 or not _APPOSED.match(article.lines[i], first.end()):
            continue
        titled = re.search(r"[A-Z][\w.]* $", article.lines[i][:began]) or re.search(r"[A-Z][\w.]* $", article.lines[j][:second.start()])
        if not titled and re.match(r" (?:said|says|told|added|has|was|is)\b|[,.]", article.lines[j][second.end():]):
            edits = (Edit(i, began, first.end(), p.surname), Edit(j, second.start(), second.end(), p.full))
            yield Slip(edits, Label(i, p.surname), Label(j, p.full), f"{p.surname} stands before {p.full}")
