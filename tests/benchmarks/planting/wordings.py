"""What an inserted slip is worded in: the kinds, their slots, and the files of wordings, one an author, read and held to the spec.

    python tests/benchmarks/planting/wordings.py FILE ...

The spec for authors is `tests/benchmarks/wordings/README.md`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent.parent / "wordings"
_SLOT = re.compile(r"\{(\w*)\}")
_MARKS = {"(": ")", ",": ",", "–": "–"}


class Kind(NamedTuple):
    """`slots`: each with an example; the first one is what the planted copy has wrong. `where`: the form of a wording."""

    where: str
    slots: dict[str, str]
    needs: str = ""  # a pattern that a wording has to hold besides, and in `missing` what to tell who left it out
    missing: str = ""


KINDS: dict[str, Kind] = {
    "inserted beside an amount": Kind("behind", {"converted": "113 million euros"}),
    "inserted beside a measure": Kind("behind", {"converted": "5 kilometers"}),
    "times an earlier figure": Kind("behind", {"times": "five times", "earlier": "2.2 million"}),
    "change of a from-to figure, up": Kind("behind", {"change": "52 percent"}),
    "change of a from-to figure, down": Kind("behind", {"change": "52 percent"}),
    "amount over years": Kind("behind", {"rate": "$5 million"}, r"year|annual|annum|twelve months", "words for “a year”"),
    "percentage and fraction": Kind("behind", {"fraction": "three-fifths"}),
    "people and things": Kind("behind", {"total": "26"}),
    "votes": Kind("behind", {"total": "421"}, r"vote|ballot|count|cast", "the word “votes”, “ballots”, “cast” or “counted”"),
    "average outside its range": Kind("behind", {"average": "$26"}, r"averag|mean\b", "the word “average” or “mean”"),
    "age and year of birth": Kind("behind", {"year": "1959"}, r"born|birth", "the word “born” or “birth”"),
    "years since a year": Kind("behind", {"years": "six years"}, r"ago|earlier|before|since|back|past|now|gone|passed", "a word such as “ago” or “back”"),
    "length of a from-to span": Kind("behind", {"years": "six years"}),
    "count, verb then noun": Kind("sentence", {"count": "21", "noun": "arrests"}, r"\{count\} \{noun\}|\{noun\}.*\{count\}", "the count with its noun"),
    "duration of an event, noun then verb": Kind("sentence", {"length": "90 minutes", "event": "meeting"}),
    "duration of an event, verb then noun": Kind("sentence", {"length": "three-hour", "event": "meeting"}, r"\{length\} \{event\}", "“{length} {event}”"),
    "vote told again": Kind("sentence", {"tally": "230-198"}, r"vote|tally|margin|result|count", "the word “vote”, “tally”, “margin”, “result” or “count”"),
    "figure told again": Kind("sentence", {"figure": "83 schools"}, r"\b(?:the|those|these|all|of|same) \{figure\}", "a word that calls back before {figure}: the, those, these, all, same"),
    "amount told again": Kind("sentence", {"amount": "$21.8 million"}, r"\b(?:the|that|this|those|same|whole|entire|full) \{amount\}",
                              "a word that calls back before {amount}: the, that, same, whole, entire, full"),
    "quotation told again": Kind("sentence", {"quote": "we will never give up"}, r"“\{quote\}[,.]?”", "the quotation marks: “{quote}”"),
    "age told again": Kind("sentence", {"age": "53", "name": "Castro"}),
    "town's state told again": Kind("sentence", {"state": "Ohio", "town": "Fairview"}, r"\{town\}, \{state\}[,.]", "“{town}, {state},” (or a full stop)"),
    "ended before it began": Kind("sentence", {"year": "2006", "name": "Harris"}, r"in \{year\}|\{year\},", "“in {year}”"),
    "dead and speaking": Kind("sentence", {"name": "Harris", "day": "Tuesday"}, r"on \{day\}|(?:said|told .+|added) \{day\}|\{day\} (?:morning|evening|afternoon|night)", "“on {day}”"),
    "died before a deed": Kind("sentence", {"year": "2006", "name": "Harris"}, r"\bdied\b|\bdeath\b|\bdead\b", "the word “died” or “death”"),
    "e-mail address in two forms": Kind("sentence", {"address": "jane.holt@harborpost.org"}),
    "handle in two forms": Kind("sentence", {"handle": "@janeholt"}),
    "headline rewritten round a quotation": Kind("headline", {"quote": "We will never give up", "speaker": "Castro"}, r"‘\{quote\}’", "the quotation marks: ‘{quote}’"),
}


def faults(kind: str, wording: object) -> Iterator[str]:
    """What the spec has against a wording."""
    spec = KINDS[kind]
    if not isinstance(wording, str):
        yield "is no text"
        return
    told = _SLOT.findall(wording)
    for slot in spec.slots:
        if told.count(slot) != 1:
            yield f"the slot {{{slot}}} is missing" if slot not in told else f"the slot {{{slot}}} stands in it {told.count(slot)} times, not once"
    yield from (f"{{{slot}}} is no slot of this kind (it has {', '.join(f'{{{s}}}' for s in spec.slots)})" for slot in told if slot not in spec.slots)
    bare = _SLOT.sub("", wording)
    if re.search(r"[{}]", bare):
        yield "a brace stands alone"
    if re.search(r"\d", bare):
        yield "it has a figure of its own"
    if wording != " ".join(wording.split()):
        yield "it has a blank too many"
    if spec.needs and not re.search(spec.needs, wording, re.I):
        yield f"it lacks {spec.missing}"
    yield from _form(spec.where, wording)


def _form(where: str, wording: str) -> Iterator[str]:
    if where == "behind" and (_MARKS.get(wording[:1]) != wording[-1:] or len(wording) < 3):
        yield "it has to stand in marks: “(…)”, “, …,” or “– … –”"
    if where == "sentence" and not (re.match(r"[A-Z{“]", wording) and re.search(r"[.!?]”?$", wording)):
        yield "it has to be a sentence: a capital first, a full stop last"
    if where == "headline" and wording.endswith("."):
        yield "a headline has no full stop"


def read(path: Path) -> tuple[dict[str, list[str]], list[str]]:
    """The wordings of a file by kind, and what is wrong with it."""
    try:
        given: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as why:
        return {}, [f"{path.name}: cannot be read ({why})"]
    if not isinstance(given, dict):
        return {}, [f"{path.name}: has to be one JSON object, kind name → list of wordings"]
    good: dict[str, list[str]] = {}
    wrong: list[str] = []
    for kind, wordings in given.items():
        if kind not in KINDS:
            wrong.append(f"{path.name}: “{kind}” is no kind; the kinds are: {'; '.join(KINDS)}")
        elif not isinstance(wordings, list):
            wrong.append(f"{path.name}: {kind}: has to be a list of wordings")
        else:
            told = [(n, why) for n, w in enumerate(wordings, 1) for why in faults(kind, w)]
            told += [(n, "stands in the list before") for n, w in enumerate(wordings, 1) if w in wordings[:n - 1]]
            wrong += [f"{path.name}: {kind}, number {n}: {why} — {wordings[n - 1]!r}" for n, why in sorted(told)]
            good[kind] = [w for n, w in enumerate(wordings, 1) if n not in {m for m, _ in told}]
    return good, wrong


def main() -> None:
    """Tell what is wrong with the files, or how many wordings a kind they have."""
    failed = False
    for path in map(Path, sys.argv[1:] or [str(p) for p in sorted(FOLDER.glob("*.json"))]):
        good, wrong = read(path)
        print("\n".join(wrong) or f"{path.name}: in order")
        print("\n".join(f"  {len(good.get(kind, [])):>3}  {kind}" for kind in KINDS))
        failed = failed or bool(wrong)
    raise SystemExit(failed)


if __name__ == "__main__":
    main()
