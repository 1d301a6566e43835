"""Findings for a person: what is wrong in one sentence, both places with their line, and the working."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.findings import Evidence, Finding
from checker.model import Voice
from checker.report import Run
from checker.report.shown import at, safe

_COLOURS = {"error": "31", "warning": "33", "info": "36"}
_AROUND = 62  # characters of the line shown on either side
_LABELS = {"computed": "computed", "expected": "would be right", "tolerance": "taken into account", "rate": "implied rate",
           "range": "would be accepted", "would_fit": "figure that would fit", "difference": "difference", "source": "held against"}
_KINDS = (("names", "name"), ("quantities", "figure"), ("money", "amount"), ("dates", "date"), ("quotations", "quotation"))


def report(run: Run) -> str:
    """The findings, and under them what was compared."""
    return with_summary(run, render(run.findings, run.colour))


def with_summary(run: Run, body: str) -> str:
    """The body, and a line for each article, or for those with findings and one for all where they are many."""
    if run.quiet:
        return body
    by_path: dict[str, list[Finding]] = {path: [] for path, _, _ in run.documents}
    for f in run.findings:
        by_path.setdefault(f.evidence[0].path, []).append(f)
    many = len(run.documents) > 20
    lines = [summary(path, words, dict(checked), by_path[path]) for path, words, checked in run.documents if by_path[path] or not many]
    if many:
        lines.append(f"{len(run.documents)} articles checked, {sum(1 for v in by_path.values() if v)} with findings.")
    if run.sources:
        lines += stories([(path, cover, same, beside) for path, _, cover, same, beside in run.sources], {p: v for p, v in by_path.items() if v})
    lines += run.notes
    return body + ("\n" if body else "") + "\n".join(lines) + ("\n" if lines else "")


def render(findings: Sequence[Finding], colour: bool = False) -> str:
    """One block a finding, blank lines between; the empty string without findings."""
    return "\n".join(_finding(f, colour) for f in findings)


def summary(path: str, words: int, checked: dict[str, int], findings: Iterable[Finding]) -> str:
    """What was compared and what came out, so that silence is worth something."""
    parts = [f"{checked[k]:,} {word}{'' if checked[k] == 1 else 's'}" for k, word in _KINDS if k in checked]
    compared = ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1] if parts else "nothing"
    count = {s: sum(1 for f in findings if f.severity == s) for s in ("error", "warning", "info")}
    told = [f"{n} {_plural(s, n)}" for s, n in count.items() if n]
    return f"{safe(path)}: {words:,} words; compared {compared}: {', '.join(told) or 'nothing found'}."


def stories(sources: Sequence[tuple[str, float, bool, int]], told: Mapping[str, Sequence[Finding]]) -> list[str]:
    """How many sources are about the story, and how much of the article each covers; `told` are findings by the file they are in."""
    about = sum(1 for _, _, same, _ in sources if same)
    plural = "source is" if len(sources) == 1 else "sources are"
    lines = [f"{about} of {len(sources)} {plural} about this story:"]
    shown = sources if len(sources) <= 20 else [s for s in sources if s[2]][:20]
    for path, cover, same, sentences in shown:
        beside = f"{sentences} {'sentence' if sentences == 1 else 'sentences'} side by side"
        aside = "" if same else "; another story: only names, titles and quotations were compared"
        lines.append(f"  {safe(path)}: covers {cover:.0%}, {beside}{aside}" + (f"; {len(told[path])} finding(s) in it" if path in told else ""))
    if len(shown) < len(sources):
        lines.append(f"  … and {len(sources) - len(shown)} more")
    return lines


def _plural(severity: str, n: int) -> str:
    return {"error": "error", "warning": "warning", "info": "note"}[severity] + ("" if n == 1 else "s")


def _finding(f: Finding, colour: bool) -> str:
    first = f.evidence[0]
    severity = _paint(f.severity, _COLOURS[f.severity], colour)
    where = _paint(at(first), "1", colour)
    out = [f"{where}: {severity}: {safe(f.message)}  [{f.rule}]"]
    voices = len({who(e.voice) for e in f.evidence}) > 1
    path = first.path
    for e in f.evidence:
        if e.path != path:
            path = e.path
            out.append(f"  in {safe(path)}:")
        out += _place(e, colour, voices)
    out += [f"    {line}" for line in working(f)]
    return "\n".join(out) + "\n"


def _place(e: Evidence, colour: bool, voices: bool) -> list[str]:
    """The line with the words marked under it, cut to what stands around them."""
    at = e.context_column - 1
    end = at + max(1, min(len(e.text.splitlines()[0]) if e.text else 1, len(e.context) - at))
    start, stop = max(0, at - _AROUND), min(len(e.context), max(end + _AROUND, at + 20))
    if end - at > 2 * _AROUND:
        end, stop = at + 2 * _AROUND, at + 2 * _AROUND
    before = ("…" if start else "") + safe(e.context[start:at])
    words, after = safe(e.context[at:end]), safe(e.context[end:stop]) + ("…" if stop < len(e.context) else "")
    label = f"  {e.line:>5} | " if e.line is not None else f"  {e.where} | "
    told = f"   ({who(e.voice)})" if voices else ""
    marks = " " * (len(label) - 2) + "| " + " " * len(before) + _paint("^" * len(words), "1;31", colour)
    return [label + before + _paint(words, "1", colour) + after, marks + told]


def who(v: Voice) -> str:
    """Who speaks, in words."""
    if v.kind == "article":
        return "the article says so"
    name = v.name or v.via or "a source"
    return f"{name} to {v.via}" if v.via and v.name and v.via != v.name else name


def working(f: Finding) -> list[str]:
    """The working: computed value, tolerance, why the places were linked, a line each."""
    labels = {**_LABELS, "range": "reference rates"} if f.facts.get("rate") else _LABELS
    lines = [f"{label}: {safe(str(f.facts[k]))}" for k, label in labels.items() if f.facts.get(k)
             and not (k == "expected" and f.facts[k] == f.facts.get("computed"))]
    because = f.facts.get("because")
    if isinstance(because, list) and because:
        lines.append("why linked: " + "; ".join(safe(str(b)) for b in because))
    return lines


def _paint(words: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if colour else words
