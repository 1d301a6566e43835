"""What a configuration may say: one row a setting, from which validation, `check config` and the editors' schema are made."""

from __future__ import annotations

from typing import Any, Literal

from checker.records import NamedTuple

Kind = Literal["text", "texts", "flag", "number", "date", "file", "files"]
LEVELS = ("error", "warning", "info")


class Setting(NamedTuple):
    """A setting `key` that fills the field `field` of the session's Options, where the command line says nothing.

    `kind` "file" and "files" are names relative to the configuration's folder. `per_path` settings may stand in a [[path]] section too.
    """

    key: str
    field: str
    kind: Kind
    help: str
    default: object = None
    choices: tuple[str, ...] = ()
    per_path: bool = False


SETTINGS = (
    Setting("select", "select", "texts", "Only these rules: names/spelling, numbers/*, or a family.", (), per_path=True),
    Setting("ignore", "ignore", "texts", "Not these rules.", (), per_path=True),
    Setting("level", "level", "text", "Least severity shown.", "warning", LEVELS, per_path=True),
    Setting("fail-on", "fail_on", "text", "Exit 1 from this severity.", "error", (*LEVELS, "never"), per_path=True),
    Setting("date", "date", "date", "The article's date.", None, per_path=True),
    Setting("tracked-changes", "tracked", "text", "How tracked changes of a Word document are read.", "accepted", ("accepted", "rejected"), per_path=True),
    Setting("language", "language", "text", "What is read: English alone, or any language (for rules of your own).", "english", ("english", "any"), per_path=True),
    Setting("format", "form", "text", "The report's form.", None),
    Setting("rule-folders", "folders", "files", "More rules, from folders of your own (--rules).", ()),
    Setting("jobs", "jobs", "number", "Processes; 0 decides by the number of files.", 0),
    Setting("quiet", "quiet", "flag", "No summary lines.", False),
    Setting("no-color", "no_color", "flag", "No colour, even on a terminal.", False),
    Setting("baseline", "baseline", "file", "Findings that are known and left out.", None),
    Setting("diff", "diff", "text", "Only findings that touch lines changed since this revision.", None),
    Setting("against", "against", "files", "Sources that every article is held against.", ()),
    Setting("strict-sources", "strict_sources", "flag", "Warn of what no source has.", False),
    Setting("house", "house", "file", "House style: names and terms with their one right form.", None),
)
BY_KEY = {s.key: s for s in SETTINGS}
# what writes a file has to be asked for each time: a configuration may come with somebody else's copy
COMMAND_LINE_ONLY = ("output", "write-baseline", "fix", "unsafe", "show-fixes", "stats", "config", "no-config")
SECTIONS = {
    "extends": "configurations that this one builds on",
    "rules": "[rules.\"names/spelling\"]: severity and parameters of a rule",
    "accept": "[[accept]]: a finding that is right as it stands, with the reason",
    "path": "[[path]]: settings for some articles",
    "story": "[[story]]: the sources of an article",
}


def schema() -> dict[str, Any]:
    """The JSON schema of check.toml for editors (draft 7, which Taplo and Even Better TOML read)."""
    texts = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    rules = {"type": "object", "description": SECTIONS["rules"],
             "additionalProperties": {"type": "object", "properties": {"severity": {"enum": list(LEVELS)}}}}

    def table(properties: dict[str, Any], *required: str) -> dict[str, Any]:
        return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}

    text = {"type": "string"}
    own = {s.key: _of(s) for s in SETTINGS}
    sections = {
        "extends": {**texts, "description": SECTIONS["extends"]}, "rules": rules,
        "accept": {"type": "array", "description": SECTIONS["accept"],
                   "items": table({"rule": text, "reason": {"type": "string", "minLength": 1}, "text": text, "path": texts}, "rule", "reason")},
        "path": {"type": "array", "description": SECTIONS["path"],
                 "items": table({"match": texts, "rules": rules, **{s.key: own[s.key] for s in SETTINGS if s.per_path}}, "match")},
        "story": {"type": "array", "description": SECTIONS["story"],
                  "items": table({"article": text, "against": texts, "date": own["date"]}, "article", "against")}}
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Configuration of check", "x-taplo": {"plugins": []},
            **table({**own, **sections})}


def _of(s: Setting) -> dict[str, Any]:
    kinds: dict[str, dict[str, Any]] = {
        "flag": {"type": "boolean"}, "number": {"type": "integer", "minimum": 0}, "date": {"type": "string", "format": "date"}}
    kind = kinds.get(s.kind) or ({"enum": list(s.choices)} if s.choices else {"type": "string"})
    if s.kind in ("texts", "files"):
        kind = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    return {**kind, "description": s.help}
