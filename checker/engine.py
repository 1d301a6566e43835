"""The pipeline: read → structure → extract → relate → link → check → findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.findings import RANK, Conflict, Edit, Evidence, Example, Finding, Fix, Place, Rule, Severity
from checker.link import link
from checker.link.figures import let_go
from checker.link.ledger import Analysis, Ledger
from checker.link.named import names
from checker.model import Quantity, Span, Voice, Zone
from checker.plugins import checks
from checker.plugins import mentions as mentions_of
from checker.read.source import Source
from checker.records import TYPE_CHECKING, NamedTuple
from checker.relate import relate
from checker.relate.claims import claims
from checker.rulebook import render
from checker.structure import structure
from checker.structure.document import Document

if TYPE_CHECKING:
    from typing import Any

    from checker.read.house import House

_WIDE = 200  # characters that hold two words: a line may be a whole book
_EACH = 12  # documents up to which each is held against each


class DocumentReport(NamedTuple):
    """What was looked at in one document, so that silence is worth something."""

    path: str
    words: int
    checked: Mapping[str, int]


class SourceReport(NamedTuple):
    """How much of the article a source covers (0 to 1), whether it is about the same story, and how many sentences stand side by side."""

    path: str
    words: int
    cover: float
    same_story: bool
    sentences: int


class Report(NamedTuple):
    """The outcome of a run; `sources` are those that the one document was held against."""

    documents: tuple[DocumentReport, ...]
    findings: tuple[Finding, ...]
    sources: tuple[SourceReport, ...] = ()


class Failure(NamedTuple):
    """A rule's example that did not come out: evidence expected and got, each a list of findings."""

    rule: str
    number: int
    expected: tuple[tuple[str, ...], ...]
    got: tuple[tuple[str, ...], ...]
    severity: str = ""


def analyse(source: Source) -> Analysis:
    """Read one document through; pure, and the only part that grows with the text alone."""
    document = structure(source)
    mentions = mentions_of(document)
    relations = relate(document, mentions)
    return Analysis(document, mentions, relations, claims(document, mentions, relations))


def ledger(sources: Sequence[Source], date: str | None = None) -> Ledger:
    """The ledger of one or several documents."""
    return link([analyse(s) for s in sources], date)


def check_source(source: Source, rules: Sequence[Rule], date: str | None = None) -> Report:
    """Check one document on its own."""
    book = ledger([source], date or source.date)
    return Report(tuple(_summary(a) for a in book.analyses), run(book, rules))


def compare(analyses: Sequence[Analysis], date: str | None = None) -> Ledger:
    """The ledger of several documents side by side: an article against each source, or each against each.

    More than a dozen without an article are held against the first one only, so that time stays near linear.
    """
    from checker.link.across import across
    from checker.link.slots import with_slots

    articles = [n for n, a in enumerate(analyses) if a.document.source.role == "article"]
    others = [n for n, a in enumerate(analyses) if a.document.source.role != "article"]
    pairs = [(a, b) for a in articles for b in others] if articles and others else [(a, b) for b in range(len(analyses)) for a in range(b if len(analyses) <= _EACH else min(b, 1))]
    return link(analyses, date)._replace(across=with_slots(analyses, across(analyses, sorted(pairs))))


def check_against(article: Source, sources: Sequence[Analysis], rules: Sequence[Rule], date: str | None = None, house: House | None = None) -> Report:
    """Check one document on its own, against sources that were read through, and against a house style."""
    alone = link([analyse(article)], date or article.date)
    book = compare([alone.analyses[0], *sources], date or article.date)
    findings = [*run(alone, rules), *_once(run(book, rules), rules)]
    if house is not None:
        findings += run(_with_house(alone, house), rules)
    pairs = book.across.pairs if book.across else ()
    told = tuple(SourceReport(s.document.source.path, s.document.words, p.cover, p.same_story, len({x.a.ordinal for x in p.parallels}))
                 for s, p in zip(sources, pairs, strict=True))
    return Report((_summary(alone.analyses[0]),), _number(findings, book), told)


def _with_house(alone: Ledger, house: House) -> Ledger:
    """The ledger of one article with the house's file as a second document, so that findings can point into it."""
    text = Document(Source(house.path, house.text, role="house"), (Zone("body", Span(0, len(house.text))),), (Span(0, len(house.text)),), ())
    return alone._replace(analyses=(*alone.analyses, Analysis(text, (), (), ())), house=house)


def _once(findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """Without “no source has it” where another finding tells what the source has instead."""
    weak = {r.id for r in rules if r.check == "unsupported"}
    told = [(e.path, e.line, e.column or 0, e.end_column or 0) for f in findings if f.rule not in weak for e in f.evidence[:1]]

    def met(e: Evidence) -> bool:
        return any(p == e.path and n == e.line and c < (e.end_column or 0) and (e.column or 0) < end for p, n, c, end in told)
    return [f for f in findings if f.rule not in weak or not met(f.evidence[0])]


def run(book: Ledger, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """All findings in the order of the text; one contradiction is reported once, by the rule that owns it.

    Rules of the scope "sources" run where documents stand side by side, those of "house" beside a house style, the others where a
    document stands alone.
    """
    found: list[tuple[Rule, Conflict]] = []
    for rule, asked, params in _asked(rules, book.across is not None, book.house is not None):
        for c in asked(book, params):
            if _in_scope(book, rule, c):
                found.append((rule, c))
    let_go()
    return _number([_finding(book, r, c) for r, c in _owned(found)], book)


if TYPE_CHECKING:
    _Asked = list[tuple[Rule, Callable[[Ledger, Any], Iterator[Conflict]], Any]]
_kept: tuple[Sequence[Rule], dict[tuple[bool, bool], _Asked]] = ((), {})


def _asked(rules: Sequence[Rule], across: bool, house: bool) -> _Asked:
    """The rules that have a say, each with its check and parameters; those of the last rules are kept, since a run has many documents."""
    global _kept
    if _kept[0] is not rules:
        _kept = rules, {}
    found, beside = _kept[1], (across, house)
    if beside not in found:
        known = checks()
        found[beside] = [(r, known[r.check, r.about].run, r.params) for r in rules if ("sources" in r.scope, "house" in r.scope) == beside]
    return found[beside]


def _in_scope(book: Ledger, rule: Rule, conflict: Conflict) -> bool:
    if "aside" in rule.scope:
        return True
    return all(book.analyses[p.document].document.zone_at(p.span.start).kind != "aside" for p in conflict.places)


def _owned(found: list[tuple[Rule, Conflict]]) -> list[tuple[Rule, Conflict]]:
    """Without what another rule has reported at the same places: `before` first, then the order of ids."""
    taken: dict[frozenset[tuple[int, int]], Rule] = {}
    for rule, conflict in found:
        key = _key(conflict)
        if key not in taken or taken[key].id in rule.before:
            taken[key] = rule
    out: dict[tuple[str, frozenset[tuple[int, int]]], tuple[Rule, Conflict]] = {}
    for rule, conflict in found:
        key = _key(conflict)
        owner = taken[key]
        if owner is rule or not (rule.id in owner.before or owner.id in rule.before or rule.check == owner.check):
            out.setdefault((rule.id, key), (rule, conflict))
    return list(out.values())


def _key(conflict: Conflict) -> frozenset[tuple[int, int]]:
    return frozenset((p.document, p.span.start) for p in conflict.places)


def _evidence(book: Ledger, place: Place) -> Evidence:
    document = book.analyses[place.document].document
    source = document.source
    line, column = source.place(place.span.start)
    end_line, end_column = source.end_place(place.span)
    context, at = source.context(place.span.start)
    found = Evidence(source.path, line, column, end_line, end_column, source.text[place.span.start:place.span.end],
                     document.voice_at(place.span.start), context, at, place.span)
    if source.unit == "line":
        return found
    return found._replace(line=None, column=None, end_line=None, end_column=None, paragraph=line, label=source.label(place.span.start))


def _same_voice(a: Voice, b: Voice) -> bool:
    """One voice: both the article's, or speakers of one surname."""
    if a.kind == "article" or b.kind == "article":
        return a.kind == b.kind
    return (a.name or a.via or "").split()[-1:] == (b.name or b.via or "").split()[-1:]


def _severity(rule: Rule, conflict: Conflict, evidence: Sequence[Evidence]) -> Severity:
    voices_differ = conflict.by_voice and not any(_same_voice(evidence[0].voice, e.voice) for e in evidence[1:])  # one voice that says both is enough
    if rule.severity == "error" and (conflict.likely or voices_differ):
        return "warning"
    return rule.severity


def voice_label(voice: Voice) -> str:
    """Who speaks, in words: "the article", "Saeb Erekat to AFP"."""
    if voice.kind == "article":
        return "the article"
    name = voice.name or voice.via or "a source"
    return f"{name} to {voice.via}" if voice.via and voice.name else name


def _finding(book: Ledger, rule: Rule, conflict: Conflict) -> Finding:
    evidence = tuple(_evidence(book, p) for p in conflict.places)
    slots = dict(conflict.facts)
    for prefix, e in zip(("this", "that"), evidence, strict=False):
        slots.setdefault(prefix, " ".join(e.text.split()))
        slots[f"{prefix}_place"] = e.where + (f" of {e.path}" if e.path != evidence[0].path else "")
        slots[f"{prefix}_voice"] = voice_label(e.voice) if e.path == evidence[0].path or e.voice.kind != "article" else f"the text of {e.path}"
    facts: dict[str, object] = dict(conflict.facts)
    facts["because"] = list(conflict.because)
    return Finding(rule.id, _severity(rule, conflict, evidence), render(rule.message, slots), evidence, facts, _fix(book, conflict))


def _fix(book: Ledger, conflict: Conflict) -> Fix | None:
    """The repair as edits of the user's file; None where markup, an entity or a format without lines stands between."""
    repair = conflict.repair
    if repair is None:
        return None
    edits = []
    for place, words in repair.edits:
        source = book.analyses[place.document].document.source
        span = source.file_span(place.span)
        if source.unit != "line" or (source.original or source.text)[span.start:span.end] != source.text[place.span.start:place.span.end]:
            return None
        edits.append(Edit(source.path, span, words))
    return Fix(tuple(edits), repair.safe, repair.why)


def _number(findings: list[Finding], book: Ledger) -> tuple[Finding, ...]:
    """Sort by place and give each its fingerprint: rule, words, neighbours, ordinal among equals."""
    order = {a.document.source.path: i for i, a in enumerate(book.analyses)}
    findings.sort(key=lambda f: (order.get(f.evidence[0].path, 0), f.evidence[0].span.start,
                                 -RANK[f.severity], f.rule))
    seen: Counter[str] = Counter()
    out = []
    for f in findings:
        words = "|".join([f.rule, *sorted(" ".join(e.text.casefold().split()) for e in f.evidence), _neighbours(f.evidence[0])])
        seen[words] += 1
        out.append(f._replace(fingerprint=_digest(f"{words}|{seen[words]}")))
    return tuple(out)


def _neighbours(e: Evidence) -> str:
    at, end = e.context_column - 1, e.context_column - 1 + len(e.text)
    before, after = e.context[max(0, at - _WIDE):at].casefold().split(), e.context[end:end + _WIDE].casefold().split()
    if len(before) < 3 and at > _WIDE:  # words longer than any: the whole line
        before = e.context[:at].casefold().split()
    if len(after) < 3 and len(e.context) > end + _WIDE:
        after = e.context[end:].casefold().split()
    return " ".join([*before[-2:], *after[:2]])


def _digest(words: str) -> str:
    from _blake2 import blake2s  # hashlib would load OpenSSL for it: 2 ms

    return blake2s(words.encode(), digest_size=8).hexdigest()


def _summary(analysis: Analysis) -> DocumentReport:
    """How many names, figures, … of a document were compared."""
    others = names(analysis).others
    kinds = [m[0] for m in others]
    money = sum([isinstance(q := m[3], Quantity) and q.dimension == "money" for m in others])
    count = {"names": len(analysis.mentions) - len(kinds) + kinds.count("name"), "quantities": kinds.count("quantity") - money, "money": money,
             "dates": kinds.count("date") + kinds.count("clock")}
    count["quotations"] = sum(1 for q in analysis.document.quoted if q.level == 0 and q.opening)
    return DocumentReport(analysis.document.source.path, analysis.document.words, count)


def _tried(example: Example, number: int, rule: Rule) -> tuple[Finding, ...]:
    article = Source(f"example {number}", example.text)
    if not example.against and example.house is None:
        return check_source(article, [rule], example.date).findings
    sources = [analyse(Source(f"source {i}", text, role="source")) for i, text in enumerate(example.against, 1)]
    style = None
    if example.house is not None:
        from checker.read.house import parse

        style = parse(example.house, "house")
    return check_against(article, sources, [rule], example.date, style).findings


def selftest(rules: Sequence[Rule]) -> list[Failure]:
    """Run every rule's examples, each under its rule alone; what differs from the exact evidence expected."""
    failures = []
    for rule in rules:
        for i, example in enumerate(rule.examples, 1):
            found = _tried(example, i, rule)
            got = tuple(tuple(" ".join(e.text.split()) for e in f.evidence) for f in found)
            if sorted(got) != sorted(example.finds):
                failures.append(Failure(rule.id, i, example.finds, got))
            elif example.severity and any(f.severity != example.severity for f in found):
                failures.append(Failure(rule.id, i, example.finds, got, found[0].severity))
    return failures
