"""Natural slips of words: quotations, headlines, repeated words, towns, addresses, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from planting.article import Article, Edit, Label, Slip, sentences
from planting.figures import COUNT, count, nearby, written
from planting.lexicon import COUNTRIES, DAYS, DROPPED, STATES, SURNAMES, SWAPS, TOWNS
from planting.people import people

_QUOTED = re.compile(r"“([^“”\n]{8,300})”|(?<![\w\"])\"([^\"\n]{8,300})\"|(?<!\w)‘([^‘’\n]{8,150}(?:’\w[^‘’\n]*)*)’(?!\w)|(?<!\w)'([^'\n]{8,150}(?:'\w[^'\n]*)*)'(?!\w)")
_DIGITS = re.compile(r"\d")


# what another word would make ungrammatical
_SPOILS = re.compile(r"all (?:the|this|that|these|those|of|my|our|his|her|their|a?n?) |going (?!to )|help (?:of|to) |believe (?:in|that) ")


def misquoted(rng: Random, words: str) -> tuple[int, int, str] | None:
    """Where a quotation gets another word, and which; a word at its edge stays, so that its ends still tell it."""
    chosen = []
    for m in re.finditer(r"[A-Za-z]+", words):
        if m.start() > 0 and m.end() < len(words.rstrip(".,!?")) and words[m.start() - 1] == " " and words[m.end():m.end() + 1] == " ":
            new = SWAPS.get(m[0], "" if m[0] in DROPPED else m[0])
            then = new or words[m.end():].lstrip()
            if new != m[0] and not _SPOILS.match(words, m.start()) and not re.search(rf"\b{'an?' if not new else 'a' if then[0] in 'aeiou' else 'an'} $", words[:m.start()], re.I):
                chosen.append((m.start(), m.end() + (not new), new))
    return rng.choice(chosen) if chosen else None


def _quotations(line: str) -> Iterator[tuple[int, str]]:
    """Each quotation of a paragraph: where its words begin, and they."""
    for m in _QUOTED.finditer(line):
        at = next(n for n in (1, 2, 3, 4) if m[n])
        yield m.start(at), m[at]


def _even(words: str) -> str:
    return words.lower().replace("’", "'")


def headline_quotation(article: Article, rng: Random) -> Iterator[Slip]:
    """A word of a quotation in the headline, which the body has word for word."""
    for at, words in _quotations(article.lines[0]):
        inner = words.rstrip(",.!?")
        same = [(i, k) for i, line in enumerate(article.lines) if i and (k := _even(line).find(_even(inner))) >= 0]
        change = misquoted(rng, inner) if len(inner.split()) > 2 else None
        if change and same:
            start, end, new = change
            i, k = same[0]
            wrong = inner[:start] + new + inner[end:]
            if not any(_even(wrong) in _even(line) for line in article.lines):
                yield Slip((Edit(0, at + start, at + end, new),), Label(0, wrong), Label(i, article.lines[i][k:k + len(inner)]), "headline misquotes")


def repeated_quotation(article: Article, rng: Random) -> Iterator[Slip]:
    """A word of a quotation that is given twice, in the second place."""
    told = [(i, at, words) for i in range(1, len(article.lines)) for at, words in _quotations(article.lines[i])]
    for n, (i, at, words) in enumerate(told):
        inner = words.rstrip(",.!?")
        if len(inner.split()) < 5:
            continue
        for j, _, other in told[:n]:
            change = misquoted(rng, inner)
            if j != i and change and inner in other and article.text.count(inner) == 2:
                start, end, new = change
                yield Slip((Edit(i, at + start, at + end, new),), Label(i, inner[:start] + new + inner[end:]), Label(j, inner), "one quotation, two wordings")


_NOUN = r"(?:(?:[a-z]+(?:-[a-z]+)?) ){0,2}?"


def headline_figure(article: Article, rng: Random) -> Iterator[Slip]:
    """A count in the headline whose noun has that one count wherever the body counts it."""
    for m in re.finditer(rf"({COUNT}) ([A-Za-z]+s)\b", article.lines[0], re.I):
        noun = m[2].lower()
        value = count(m[1])
        if noun in ("years", "days", "months", "hours", "weeks", "minutes", "points", "times", "percents", "cents", "dollars") or 1900 < value < 2100 or value < 3:
            continue
        told = [(i, x) for i in article.prose for x in re.finditer(rf"({COUNT}) ({_NOUN}){noun}\b", article.lines[i], re.I)]
        if told and all(count(x[1]) == value for _, x in told) and len({x[0] for _, x in told}) < 4:
            wrong = written(nearby(value, rng), m[1])
            i, x = told[0]
            if not re.search(r"\b(?:one|two|three|some|another|other|about|nearly|more than|at least|over)\b", article.lines[0][:m.start()][-14:], re.I):
                yield Slip((Edit(0, m.start(1), m.end(1), wrong),), Label(0, wrong + m[0][len(m[1]):]), Label(i, x[0]), "headline and body give different figures")


def headline_name(article: Article, rng: Random) -> Iterator[Slip]:
    """Another surname in the headline, which the body does not have."""
    for p in people(article):
        told = list(re.finditer(p.mention, article.lines[0]))
        first = next((i for i in article.prose if re.search(p.mention, article.lines[i])), None)
        free = [s for s in SURNAMES if s not in article.text] if len(told) == 1 else []
        if free and first in article.prose[:3] and article.count(p.mention) > 3:
            new = rng.choice([s for s in free if s[0] == p.surname[0]] or free)
            m = told[0]
            yield Slip((Edit(0, m.start(), m.end(), new),), Label(0, new), Label(first, p.surname), f"the body never names {new}", certain=False)


def headline_place(article: Article, rng: Random) -> Iterator[Slip]:
    """Another place of the same kind in the headline, which the body does not have."""
    title = article.lines[0]
    for kind in (TOWNS, COUNTRIES, [s for s in STATES if " " not in s]):
        there = [p for p in kind if p in title]
        told = list(re.finditer(rf"\b{there[0]}\b(?!-| [A-Z])", title)) if len(there) == 1 else []
        if len(told) != 1:
            continue
        name, m = there[0], told[0]
        first = next((i for i in article.prose if re.search(rf"\b{name}\b", article.lines[i])), None)
        free = [p for p in kind if p[:5] not in article.text]
        if first in article.prose[:3] and article.count(rf"\b{name}\b") > 3 and free:
            new = rng.choice([p for p in free if p[0] == name[0]] or free)
            yield Slip((Edit(0, m.start(), m.end(), new),), Label(0, new), Label(first, name), f"the body is about {name}")


def repeated_sentence(article: Article, rng: Random) -> Iterator[Slip]:
    """A sentence once more at the end of a paragraph further down, or a paragraph behind the next one."""
    prose = article.prose
    for n, i in enumerate(prose[:-3]):
        if not n:
            continue  # it may open with a dateline
        line = article.lines[i]
        for start, end in sentences(line):
            words = line[start:end]
            j = prose[n + rng.choice([1, 2])]
            if 9 < len(words.split()) < 45 and not re.search("[“”\"‘]", words + article.lines[j]) and article.text.count(words) == 1 and words.endswith("."):
                told = " ".join(words.split()[:8])
                at = len(article.lines[j].rstrip())
                yield Slip((Edit(j, at, at, " " + words),), Label(j, told), Label(i, told), "a sentence stands twice")


def repeated_word(article: Article, rng: Random) -> Iterator[Slip]:
    """A small word twice running."""
    found = list(article.find(r"(?<=\w )(?:the|of|in|to|and|a|for|by|with|at|from|on|an|as|their|his)(?= \w)"))
    for i, m in rng.sample(found, min(3, len(found))):
        yield Slip((Edit(i, m.end(), m.end(), " " + m[0]),), Label(i, f"{m[0]} {m[0]}"), None, "a word stands twice")


_STATE = {**{s: s for s in STATES}, **{short: s for s, short in STATES.items()}}
_TOWN = (r"\b(?:in|of|from|to|near|at) ((?:(?:San|Santa|St\.|New|Fort|Los|Las|West|East|North|South|Port|Mount|El) )?[A-Z][a-z]{3,}), "
         rf"({'|'.join(sorted(map(re.escape, _STATE), key=len, reverse=True))})(?=[,.;) ]|$)")


def towns(article: Article) -> dict[str, list[tuple[int, re.Match[str]]]]:
    """Towns with their state, as they stand behind a preposition."""
    found: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for i, m in article.find(_TOWN):
        if m[1] not in STATES and m[1] not in COUNTRIES and m[1].split()[-1] not in ("County", "University"):
            found.setdefault(m[1], []).append((i, m))
    return {town: all_of for town, all_of in found.items() if len({_STATE[m[2]] for _, m in all_of}) == 1}


def other_state(article: Article, rng: Random, state: str) -> str:
    """A state that the article does not name, written as the other one."""
    full = _STATE[state]
    free = [s for s, short in STATES.items() if s not in article.text and short not in article.text]
    new = rng.choice(free) if free else ""
    return new if state == full or not new else STATES[new]


def town_with_two_states(article: Article, rng: Random) -> Iterator[Slip]:
    """Another state behind the second mention of a town."""
    for town, all_of in towns(article).items():
        new = other_state(article, rng, all_of[0][1][2])
        if len(all_of) > 1 and new:
            i, m = all_of[-1]
            yield Slip((Edit(i, m.start(2), m.end(2), new),), Label(i, f"{town}, {new}"), Label(all_of[0][0], f"{town}, {all_of[0][1][2]}"), f"{town} lies in two states")


def slipped(rng: Random, address: str) -> str:
    """An e-mail address or a handle with two letters turned round, or one left out."""
    spots = [i for i in range(2, len(address) - 2) if address[i].isalpha() and address[i + 1].isalpha() and address[i] != address[i + 1] and "." not in address[i + 1:i + 2]]
    i = rng.choice(spots[:max(1, len(spots) - 3)])
    return address[:i] + address[i + 1] + address[i] + address[i + 2:] if rng.random() < 0.5 else address[:i] + address[i + 1:]


def handle(article: Article, rng: Random) -> Iterator[Slip]:
    """A handle or an address that stands twice, with a letter wrong once."""
    told: dict[str, list[tuple[int, re.Match[str]]]] = {}
    for i, m in article.find(r"(?<![\w./-])(?:[\w.]+@[\w-]+\.\w{2,3}|@[A-Za-z_]{6,})\b", True):
        told.setdefault(m[0], []).append((i, m))
    for address, all_of in told.items():
        if len(all_of) > 1:
            (j, _), (i, m) = all_of[0], all_of[-1]
            new = slipped(rng, address)
            yield Slip((Edit(i, m.start(), m.end(), new),), Label(i, new), Label(j, address), "one address in two forms")


def _captions(article: Article) -> Iterator[int]:
    """Paragraphs that are surely captions: a credit at the end, or short ones right below the title."""
    first = article.prose[0] if article.prose else 0
    for i, line in enumerate(article.lines):
        if i and 30 < len(line) < 400 and re.search(r"(?:\| (?:AP|Getty|Reuters|POLITICO|John|M\.)[\w /.]*(?:Photo|Images|Screen\w*)?|\((?:Photo|AP Photo|Reuters photo|Image)\b[^()]*\)|(?:AP|Getty|Reuters)(?: Photo| Images)?)\s*$", line) \
                or 0 < i < first and 30 < len(line) < 200 and not line.lower().startswith(("by ", "updated")):
            yield i


def caption(article: Article, rng: Random) -> Iterator[Slip]:
    """A day or a count of a caption that the body has in a sentence with three of the caption's other words."""
    for i in _captions(article):
        line = article.lines[i]
        words = {w.lower() for w in re.findall(r"[A-Za-z]{4,}", line)} - {"photo", "said", "with", "that"}
        for m in re.finditer(rf"\b(?:{'|'.join(DAYS)})\b|{COUNT}(?= [a-z])", line):
            for j in article.prose:
                for start, end in sentences(article.lines[j]):
                    told = article.lines[j][start:end]
                    shared = words & {w.lower() for w in re.findall(r"[A-Za-z]{4,}", told)} - {m[0].lower()}
                    days = set(re.findall(rf"\b(?:{'|'.join(DAYS)})\b", told))
                    if i == j or len(shared) < max(4, len(words) / 2) or not re.search(rf"(?<![\w,.-]){re.escape(m[0])}(?![\w,-])", told) or len(days) > 1:
                        continue
                    if m[0] in DAYS:
                        new = rng.choice([d for d in DAYS if d not in article.text] or [""])
                    else:
                        new = written(nearby(count(m[0]), rng), m[0])
                        after = line[m.end():].split()[0].strip(",.")
                        if 1900 < count(m[0]) < 2100 or after not in told:
                            continue
                    if new:
                        a = line[max(0, m.start() - 0):m.start()] + new + line[m.end():m.end() + 12]
                        yield Slip((Edit(i, m.start(), m.end(), new),), Label(i, a), Label(j, m[0]), "caption and body differ")
