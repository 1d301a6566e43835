"""`check config`: the values that hold and where each was said."""

from __future__ import annotations

import os
from collections.abc import Iterable

from checker.config.read import Config, Value
from checker.config.settings import SETTINGS
from checker.report.shown import safe


def lines(config: Config, values: dict[str, Value], rules: dict[str, list[Value]], file: str | None) -> list[str]:
    """A table of settings, then rules, accepted findings, sections and stories; `values` and `rules` are those for the file."""
    out = [f"configuration: {safe(_shown(config.file)) if config.file else 'none found'}", ""]
    rows = [(s.key, _said(values[s.key].value if s.key in values else s.default), values[s.key].origin if s.key in values else "default")
            for s in SETTINGS]
    rows += [(f"rules.{k}.{key}", _said(value), v.origin) for k, told in rules.items() for v in told for key, value in v.value.items()]
    rows += [(f"accept {a.rule}", f"{a.text or 'anything'} in {', '.join(a.paths) or 'all articles'}: {a.reason}", a.origin) for a in config.accepts]
    if file is None:
        rows += [(f"path {', '.join(s.match)}", ", ".join(s.values) or "rules", s.origin) for s in config.sections]
        rows += [(f"story {_shown(s.article)}", ", ".join(map(_shown, s.against)), s.origin) for s in config.stories]
    widths = [max(len(r[i]) for r in rows) for i in (0, 1)]
    out += [safe(f"{k:<{widths[0]}}  {v:<{min(widths[1], 60)}}  {o}") for k, v, o in rows]
    return out


def _shown(path: str) -> str:
    relative = os.path.relpath(path)
    return relative if len(relative) < len(path) else path


def _said(value: object) -> str:
    if value is None or value == ():
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(_shown(v) if isinstance(v, str) and os.path.isabs(v) else str(v) for v in value)
    return _shown(value) if isinstance(value, str) and os.path.isabs(value) else str(value)
