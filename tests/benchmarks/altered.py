"""Altered copies against their originals: how many changes of fact are found, how many mere rewordings are flagged.

    python tests/benchmarks/altered.py FOLDER [--copies 100] [--seed 1] [--show 10]

FOLDER holds published articles as text files; none of them is in this repository. One hundred copies get up to nine changes each, one
of a kind: a name slipped by a letter throughout, another given name, another office, another figure, day, place, or word inside
quotation marks, a quotation given to another speaker of the article, words left out of one unmarked. One hundred other copies are shortened and rephrased without a change of fact: sentences left out, attributions
turned round, synonyms, figures as words, hedged roundings, full names cut to surnames, days left out, quotations cut short.
A change counts as found when a finding at warning or above has evidence on the changed words; a rephrased copy counts as flagged
when any finding of the family `sources` at warning or above stands in it.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import checker
from checker.findings import Finding

Rng = random.Random


class Change(NamedTuple):
    """One change of fact: its kind, and the new words with where they stand in the altered text."""

    kind: str
    start: int
    end: int


class Edit(NamedTuple):
    """Replace characters of the original."""

    kind: str
    start: int
    end: int
    words: str


DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
PLACES = ("Iran Iraq Syria Egypt Israel Russia Ukraine China Japan France Germany Britain Mexico Canada Brazil Turkey India Pakistan "
          "Texas Ohio Florida California Virginia Michigan Iowa Nevada Arizona Georgia Oregon Colorado").split()
OFFICES = ("Senator Sen. Representative Rep. Governor Gov. Mayor President Chancellor Premier Judge Sheriff Commissioner Colonel "
           "General Captain Ambassador Bishop spokesman director chairman president secretary minister senator professor").split()
GIVEN = "Peter Martin Robert George Helen Laura Susan Daniel Frank Alice Edward Karen".split()
SWAPS = ("never always not also war peace good bad more less big small first last start end help harm before after people children "
         "country city law deal money time strong weak support oppose").split()


def _pick(rng: Rng, text: str, pattern: str) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def _other(rng: Rng, words: list[str], word: str) -> str:
    return rng.choice([w for w in words if w != word])


def _word(kind: str, words: list[str], before: str = "") -> Callable[[Rng, str], list[Edit]]:
    def make(rng: Rng, text: str) -> list[Edit]:
        m = _pick(rng, text, rf"{before}\b({'|'.join(map(re.escape, words))})(?![\w-])(?= )")
        return [Edit(kind, m.start(1), m.end(1), _other(rng, words, m[1]))] if m else []
    return make


def _office(rng: Rng, text: str) -> list[Edit]:
    m = _pick(rng, text, rf"\b({'|'.join(map(re.escape, OFFICES))}) [A-Z][a-z]+ [A-Z][a-z]+\b")
    if m is None:
        return []
    same = [o for o in OFFICES if o[0].isupper() == m[1][0].isupper() and not o.startswith(m[1][:3])]
    return [Edit("title", m.start(1), m.end(1), rng.choice(same))]


def _figure(rng: Rng, text: str) -> list[Edit]:
    m = _pick(rng, text, r"(?<![\w.,:/$-])\$?(\d{1,3}(?:,\d{3})*|\d+)(?: (?:percent|per cent|million|billion|people|years|days|miles|months|hours|votes|points|members|states)\b)")
    if m is None:
        return []
    digits = list(m[1])
    at = rng.choice([i for i, c in enumerate(digits) if c.isdigit()])
    digits[at] = rng.choice([d for d in "123456789" if d != digits[at]])
    return [Edit("figure", m.start(1), m.end(1), "".join(digits))]


def _slip(rng: Rng, text: str) -> list[Edit]:
    """A letter of a surname doubled, dropped or changed, throughout."""
    m = _pick(rng, text, r"(?<=[a-z] )(?:Mr|Mrs|Ms|Sen|Rep|Gov|Dr|President|Senator)\.? (?:[A-Z][a-z]+ )?([A-Z][a-z]{5,})\b")
    if m is None:
        return []
    name, at = m[1], rng.randrange(2, len(m[1]) - 1)
    new = rng.choice([name[:at] + name[at + 1:], name[:at] + name[at] + name[at:], name[:at] + ("o" if name[at] != "o" else "a") + name[at + 1:]])
    if new == name or new in text:
        return []
    return [Edit("name", x.start(), x.end(), new) for x in re.finditer(rf"\b{name}\b", text)]


def _given(rng: Rng, text: str) -> list[Edit]:
    m = _pick(rng, text, r"\b(John|James|David|Michael|Mark|Paul|Thomas|William|Richard|Mary|Sarah|Steven|Barack|Bill|Joe|Jeff|Scott|Kevin) [A-Z][a-z]+\b")
    return [Edit("given name", m.start(1), m.end(1), rng.choice(GIVEN))] if m else []


def _quoted(rng: Rng, text: str) -> list[Edit]:
    m = _pick(rng, text, r"[“\"]([A-Za-z][^“”\"\n]{40,300})[”\"]")
    if m is None:
        return []
    words = list(re.finditer(r"(?<= )[a-z]{4,}(?= )", m[1]))
    if len(words) < 3:
        return []
    w = rng.choice(words)
    return [Edit("quotation", m.start(1) + w.start(), m.start(1) + w.end(), _other(rng, SWAPS, w[0]))]


_SAID = r"[”\"] ((?:[A-Z][a-z]+ )?[A-Z][a-z]{3,}) (?:said|says|told)\b|[”\"] (?:said|says) ((?:[A-Z][a-z]+ )?[A-Z][a-z]{3,})(?=[,.])"


def _speaker(rng: Rng, text: str) -> list[Edit]:
    """A quotation given to another who speaks in the article."""
    found = list(re.finditer(_SAID, text))
    names = sorted({m[1] or m[2] for m in found})
    if not found:
        return []
    m = rng.choice(found)
    own = (m[1] or m[2]).split()[-1]
    others = [n for n in names if n.split()[-1] != own]
    at = 1 if m[1] else 2
    return [Edit("speaker", m.start(at), m.end(at), rng.choice(others))] if others else []


def _joined(rng: Rng, text: str) -> list[Edit]:
    """Words left out of the middle of a quotation, unmarked."""
    m = _pick(rng, text, r"[“\"]([A-Z][^“”\"\n]{80,400})[”\"]")
    if m is None:
        return []
    spaces = [x.start() for x in re.finditer(" ", m[1])]
    first = rng.randrange(len(spaces) // 3, max(len(spaces) // 3 + 1, len(spaces) // 2))
    last = first + 5
    if last >= len(spaces) - 3 or re.search(r"[.…]", m[1][spaces[first]:spaces[last]]):
        return []
    after = re.match(r" \S+", m[1][spaces[last]:])
    start, end = m.start(1) + spaces[first], m.start(1) + spaces[last] + (after.end() if after else 0)
    return [Edit("joined", start, end, text[m.start(1) + spaces[last]:end])]


MAKERS: list[Callable[[Rng, str], list[Edit]]] = [
    _slip, _given, _office, _figure, _word("day", DAYS, "(?:on |said |last |next )"), _word("place", PLACES, "(?:in |from |to |of |with )"), _quoted, _speaker, _joined]


def altered(rng: Rng, text: str) -> tuple[str, list[list[Change]]]:
    """The altered text and its changes; a change of a name is all its places."""
    groups: list[list[Edit]] = []
    taken: list[tuple[int, int]] = []
    body = text.find("\n") + 1
    for make in rng.sample(MAKERS, len(MAKERS)):
        edits = [e._replace(start=e.start + body, end=e.end + body) for e in make(rng, text[body:])]
        if edits and not any(e.start < b + 60 and a < e.end + 60 for e in edits for a, b in taken):
            groups.append(edits)
            taken += [(e.start, e.end) for e in edits]
    out, at, changes = "", 0, {id(g): list[Change]() for g in groups}
    for e, group in sorted(((e, g) for g in groups for e in g), key=lambda x: x[0].start):
        out += text[at:e.start]
        changes[id(group)].append(Change(e.kind, len(out), len(out) + len(e.words)))
        out, at = out + e.words, e.end
    return out + text[at:], list(changes.values())


SYNONYMS = (("but ", "yet "), ("more than", "over"), ("percent", "per cent"), ("also ", ""), ("very ", ""), ("about ", "around "), ("began ", "started "),
            ("because ", "as "), ("large ", "big "), ("including ", "among them "), ("however, ", ""), ("several ", "a number of "), ("killed", "slain"),
            ("purchase", "buy"), ("attempt", "try"), ("nearly ", "almost "), ("United States", "U.S."), ("children", "youngsters"), ("home", "house"),
            ("shows", "indicates"), ("help ", "aid "), ("many ", "a lot of "), ("President Obama", "Obama"), ("a year", "annually"), ("told reporters", "said"))
NUMBERS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}


def _reworded(rng: Rng, sentence: str) -> str:
    for old, new in rng.sample(SYNONYMS, len(SYNONYMS)):
        if rng.random() < 0.8:
            sentence = re.sub(rf"\b{old}", new, sentence)
    if rng.random() < 0.5:
        sentence = re.sub(r",? (?:on|last|next) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?=[ ,.])", "", sentence)
    if rng.random() < 0.5:
        sentence = re.sub(r"(?<= )(two|three|four|five|six|seven|eight|nine|ten)(?= )", lambda m: NUMBERS[m[1]], sentence)
    if rng.random() < 0.5:
        sentence = re.sub(r"(?<= )(\d{2}),(\d)(\d\d)(?= [a-z])(?! (?:million|billion))", lambda m: f"about {m[1]},{m[2]}00", sentence)
    if rng.random() < 0.6:
        sentence = re.sub(r"([a-z]) (?:Mr\.|Mrs\.|Ms\.|Sen\.|Rep\.|President|Senator) (?=[A-Z])", r"\1 ", sentence)
    if rng.random() < 0.5:
        sentence = re.sub(r"\b([A-Z][a-z]+) ([A-Z][a-z]+) (said|says|told)\b", r"\2 \3", sentence)
    return sentence


def rephrased(rng: Rng, text: str) -> str:
    """Shortened and in other words, without a change of fact."""
    out = []
    for paragraph in text.split("\n"):
        if re.search("[“”\"]", paragraph):  # to leave a sentence out of a quotation is a change
            kept = [paragraph] if rng.random() < 0.7 else []
        else:
            kept = [s for s in re.split(r"(?<=[.!?]) (?=[A-Z])", paragraph) if rng.random() < 0.7]
        if not kept:
            continue
        new = " ".join(kept)
        if not re.search("[“”\"‘’']", re.sub(r"(?<=\w)['’](?=\w)", "", new)):
            new = _reworded(rng, new)
        new = re.sub(r",([”\"]) ([A-Z][a-z]+(?: [A-Z][a-z]+)?) said\.", r",\1 said \2.", new)
        if rng.random() < 0.3:
            new = re.sub(r"^([A-Z][a-z]+ [A-Z][a-z]+) said (?:that )?([a-z][^“”\"\n]{30,150})\.$", lambda m: f"According to {m[1]}, {m[2]}.", new)
        out.append(re.sub(r"([“\"][^“”\"\n.]{20,200}\.) [^“”\"\n]*([”\"])", r"\1\2", new) if rng.random() < 0.3 else new)
    return "\n".join(out)


def _touches(findings: list[Finding], text: str, change: list[Change]) -> bool:
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    for f in findings:
        if f.severity == "info":
            continue
        for e in f.evidence:
            if e.path != "text" or e.line is None or e.column is None or e.end_line is None or e.end_column is None:
                continue
            start, end = starts[e.line - 1] + e.column - 1, starts[e.end_line - 1] + e.end_column - 1
            if any(start < c.end and c.start < end for c in change):
                return True
    return False


def _articles(folder: Path, rng: Rng, count: int) -> Iterator[str]:
    files = sorted(folder.glob("*.txt"))
    rng.shuffle(files)
    for file in files:
        text = file.read_text(encoding="utf-8")
        if 1500 < len(text) < 9000 and count > 0:
            count -= 1
            yield text


def main() -> None:
    """Measure and print the table."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("folder", type=Path)
    p.add_argument("--copies", type=int, default=100)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--show", type=int, default=0)
    o = p.parse_args()
    rng = random.Random(o.seed)
    texts = list(_articles(o.folder, rng, 2 * o.copies))
    made, found, missed = Counter[str](), Counter[str](), []
    for text in texts[:o.copies]:
        copy, changes = altered(rng, text)
        findings = checker.check(copy, against=[text])
        for change in changes:
            made[change[0].kind] += 1
            if _touches(findings, copy, change):
                found[change[0].kind] += 1
            else:
                missed.append(f"{change[0].kind}: {copy[max(0, change[0].start - 70):change[0].start]}>>{copy[change[0].start:change[0].end]}<<{copy[change[0].end:change[0].end + 40]!r}")
    flagged = []
    for text in texts[o.copies:]:
        told = [f for f in checker.check(rephrased(rng, text), against=[text]) if f.severity != "info" and f.rule.startswith("sources/")]
        if told:
            flagged.append(told)
    for kind in sorted(made):
        print(f"{kind:<12} {found[kind]:>4} of {made[kind]:>4}  {found[kind] / made[kind]:.0%}")
    total = max(1, sum(made.values()))
    print(f"changes found: {sum(found.values())} of {total} ({sum(found.values()) / total:.0%}); "
          f"rephrased copies flagged: {len(flagged)} of {len(texts) - o.copies} ({len(flagged) / max(1, len(texts) - o.copies):.0%})")
    for line in missed[:o.show]:
        print("missed", line)
    for told in flagged[:o.show]:
        print("flagged", [(f.rule, [(e.text, e.context[max(0, e.context_column - 60):e.context_column + 60]) for e in f.evidence[:2]]) for f in told])


if __name__ == "__main__":
    main()
