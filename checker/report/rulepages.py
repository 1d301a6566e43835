"""Rules → pages of documentation, one a rule, and an index: what `check rules --pages DIR` writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.findings import Example, Rule
from checker.plugins import checks

_SEVERITIES = {"error": "Error: two statements that cannot both be right, or arithmetic that does not hold. A warning where the link is only "
                        "likely, or where two people say it.",
               "warning": "Warning: worth a look; two sources differ, or it is probably the same thing.",
               "info": "Note on style; shown with `--level info`."}
_SHOWN = 4  # examples of each kind


def pages(rules: Sequence[Rule]) -> dict[str, str]:
    """File name → text: `family/name.md` for each rule, and `README.md`, the index."""
    return {**{f"{r.id}.md": page(r) for r in rules}, "README.md": index(rules)}


def index(rules: Sequence[Rule]) -> str:
    """All rules by family, each with its page."""
    out = ["# The rules", "", "Each page is made from the rule's own file: `check rules --pages docs/rules`."]
    for family in sorted({r.id.split("/")[0] for r in rules}):
        out += ["", f"## {family}", "", "| rule | severity at most | what it finds |", "|---|---|---|"]
        out += [f"| [{r.id}]({r.id}.md) | {r.severity} | {_cell(r.title)} |" for r in rules if r.id.split("/")[0] == family]
    return "\n".join(out) + "\n"


def page(r: Rule) -> str:
    """One rule: what it finds and why, examples of both kinds, what can be set, how to live with it."""
    out = [f"# {r.id}", "", f"**{r.title}.**", "", _SEVERITIES[r.severity], "", "## Why", "", r.why]
    for title, wanted in (("It finds", True), ("It stays silent on", False)):
        out += ["", f"## {title}"]
        for e in [e for e in r.examples if bool(e.finds) == wanted][:_SHOWN]:
            out += ["", *_example(e)]
    out += _parameters(r)
    out += ["", "## Where it is right as it stands", "", "Say so beside the words, with the reason:", "", "```html",
            f"<!-- check: ignore {r.id}: why it is right -->", "```", "",
            f"or leave the rule out: `check article.txt --ignore {r.id}`. [More](../living.md).", ""]
    return "\n".join(out)


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("<", "&lt;")


def _example(e: Example) -> list[str]:
    """The text as a quotation, and under it what is marked."""
    fence = "```" if "```" not in e.text else "``````"
    told = [f"→ {' against '.join(f'“{w}”' for w in words)}" + (" (a warning)" if e.severity == "warning" else "") for words in e.finds]
    dated = [f"(dated {e.date})"] if e.date else []
    sources = [f"Against the source: {' '.join(t.split())}" for t in getattr(e, "against", ())]
    return [f"{fence}text", *e.text.strip().split("\n"), fence, *(["", *[f"{line}  " for line in [*dated, *sources, *told]]] if dated or told or sources else [])]


def _parameters(r: Rule) -> list[str]:
    params: dict[str, Any] = r.params._asdict() if hasattr(r.params, "_asdict") else {}
    if not params:
        return []
    known = checks()
    told = " ".join((known[r.check, r.about].params.__doc__ or "").split())
    rows = [f"{k} = {_toml(v)}" for k, v in params.items()]
    return ["", "## What can be set", "", told, "", "```toml", f'[rules."{r.id}"]     # in check.toml', f'severity = "{r.severity}"', *rows, "```"]


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(v) for v in value)}]"
    return f'"{value}"' if isinstance(value, str) else str(value)
