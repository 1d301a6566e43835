"""A draft of a house style from copy: names with their titles, acronyms, and terms in two forms, for a person to edit."""

from __future__ import annotations

from collections import Counter, defaultdict

from checker.data.people import GENERIC
from checker.link.ledger import Ledger
from checker.link.names import is_person
from checker.model import Acronym, Mention, Name
from checker.report.shown import safe


def draft(ledger: Ledger) -> str:
    """The draft as TOML, most used first; of two forms of one name the rarer one is listed as wrong, for a person to confirm."""
    names, titles = _people(ledger)
    acronyms: dict[str, str] = {}
    for a in ledger.analyses:
        for m in a.mentions:
            if isinstance(m.value, Acronym):
                acronyms.setdefault(m.value.short, m.value.long)
    out = ["# House style, drafted from copy: look at every line, take out what is wrong or not needed.", "",
           "[names]   # the right form = forms that are wrong"]
    out += [f"{_quoted(n)} = [{', '.join(map(_quoted, wrong))}]" for n, wrong in names]
    out += ["", '[titles]   # "mayor from 2012-05-01 until 2016-07-13; former mayor"', *(f"{_quoted(n)} = {_quoted(t)}" for n, t in titles)]
    out += ["", "[places]", "", "[acronyms]", *(f"{_quoted(s)} = {_quoted(w)}" for s, w in sorted(acronyms.items()))]
    return "\n".join([*out, "", "[terms]   # the right term = terms to replace"]) + "\n"


def _people(ledger: Ledger) -> tuple[list[tuple[str, list[str]]], list[tuple[str, str]]]:
    names: list[tuple[int, str, list[str]]] = []
    titles = []
    for r in ledger.referents:
        values = [m.value for _, m in r.mentions if isinstance(m.value, Name)]
        full = Counter(" ".join(m.text.split()) for _, m in r.mentions if _full(m))
        if r.kind != "person" or not full:
            continue
        right = min(full, key=lambda w: (-full[w], w))
        wrong = sorted(w for w in full if w != right and w.split()[-1] != right.split()[-1])
        names.append((len(values), right, wrong))
        held = Counter(v.title for v in values if v.title and v.title not in ("Mr", "Mrs", "Ms", "Miss", "Dr"))
        if held:
            titles.append((right, min(held, key=lambda t: (-held[t], t))))
    by_name: dict[str, list[str]] = defaultdict(list)
    for _, name, wrong in sorted(names, key=lambda x: (-x[0], x[1])):
        by_name[name] += [w for w in wrong if w not in by_name[name]]
    return list(by_name.items()), sorted(dict(titles).items())


def _full(m: Mention) -> bool:
    """Is it a person's whole name?"""
    return isinstance(m.value, Name) and 2 <= len(m.value.parts) <= 4 and is_person(m.value) and \
        not any(p.lower() in GENERIC or p.isupper() and len(p) > 2 for p in m.value.parts)


def _quoted(words: str) -> str:
    return '"' + safe(words).replace("\\", "\\\\").replace('"', '\\"') + '"'
