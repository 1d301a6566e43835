"""The same words in other clothes: what only the setting of a text puts into it changes no finding.

Every example of every rule is read again with blanks that break no line, in short lines, with soft hyphens and so on. A pattern that asks for a plain
blank or a plain hyphen is right only because the text is evened out before (`structure.reading`, `read.tidy`), and this is where that is held.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import engine, rulebook
from checker.findings import Example, Rule
from checker.model import Span
from checker.read.source import Source
from checker.read.tidy import tidy
from checker.structure import structure
from checker.structure.reading import reading
from checker.structure.words import foreign

_TAIL = "\n\nNobody was seen on the square that evening, and the people of the place went to bed early, as they do at the end of a long week in the cold.\n"


def _short_lines(text: str) -> str:
    """Paragraphs in lines of 60 characters, with a last one that shows the width."""
    return "\n\n".join(block if "\n" in block.strip() else "\n".join(textwrap.wrap(block, 60, break_long_words=False, break_on_hyphens=False))
                       for block in (text.rstrip("\n") + _TAIL).split("\n\n"))


_CLOTHES: dict[str, Callable[[str], str]] = {
    "blanks that break no line": lambda text: re.sub(r"(\d) (?=[a-z])", "\\1\u00a0", text),
    "hyphens that break no line": lambda text: text.replace("-", "\u2011"),
    "soft hyphens": lambda text: re.sub(r"\b([a-z]{4})([a-z]{4,})", "\\1\u00ad\\2", text),
    "spaces without width": lambda text: re.sub(r"(^|\n)(\w)", "\\1\u200b\\2", text),
    "modifier letters for apostrophes": lambda text: re.sub(r"(?<=\w)’(?=\w)", "\u02bc", text),
    "dashes between digits": lambda text: re.sub(r"(?<=\d)-(?=\d)", "–", text),
    "accents of their own": lambda text: unicodedata.normalize("NFD", text),
    "tied letters": lambda text: text.replace("fi", "\ufb01").replace("fl", "\ufb02"),
    "per cent": lambda text: re.sub(r"(?<=[\d ])percent\b", "per cent", text),
    "letters for millions": lambda text: re.sub(r"([$£€]\d[\d.]*) (million|billion)\b", lambda m: m[1] + {"million": "m", "billion": "bn"}[m[2]], text),
    "two blanks behind a stop": lambda text: re.sub(r"([.!?][\"”’]?) (?=[\"“A-Z])", r"\1  ", text),
    "lines ended as on Windows": lambda text: text.replace("\n", "\r\n"),
    "paragraphs drawn in": lambda text: re.sub(r"(^|\n\n)(?=\S)", r"\1    ", text),
    "no empty lines": lambda text: text.replace("\n\n", "\n"),
    "short lines": _short_lines,
}
_RULES = [r for r in rulebook.builtin() if not r.id.startswith("style/")]  # which look at the setting itself


def _found(rule: Rule, example: Example, text: str) -> Counter[tuple[str, ...]]:
    found = engine.check_source(Source("a.txt", text), (rule,), example.date).findings
    return Counter(tuple(_bare(re.sub(r"[\u2010-\u2015-]", "-", unicodedata.normalize("NFKC", " ".join(e.text.split())).replace("\u02bc", "’"))) for e in f.evidence) for f in found)


def _bare(words: str) -> str:
    """The words with one way to print a share and millions."""
    return re.sub(r"(?<=[\d.])(m|bn)(?!\w)", lambda m: " million" if m[1] == "m" else " billion", words.replace("per cent", "percent"))


@pytest.mark.parametrize("setting", _CLOTHES)
def test_the_setting_of_a_text_changes_no_finding(setting: str) -> None:
    dress = _CLOTHES[setting]
    tail = _TAIL if setting == "short lines" else ""
    told, wrong = 0, []
    for rule in _RULES:
        for example in rule.examples:
            plain = example.text.rstrip("\n") + tail
            dressed = dress(example.text)
            if example.against or example.house or dressed == plain or (setting == "short lines" and example.text.count("\n\n") == 0):
                continue
            told += 1
            if (was := _found(rule, example, plain)) != (now := _found(rule, example, dressed)):
                wrong.append((rule.id, example.text, was, now))
    assert told > 3
    assert not wrong


_ODD = st.lists(st.sampled_from(["a", "é", "e\u0301", "fi", "\ufb01", "\u00ad", "\u200b", "\u00a0", "\u2011", " ", "  ", ".", "\n", "\r\n", "\n\n", "20\u00a0000", "1–2", "7"]), max_size=24).map("".join)


@given(_ODD)
def test_what_is_read_stands_where_the_file_has_it(text: str) -> None:
    source = tidy(Source("a.txt", text), foreign(text))
    read = reading(source.text, ())
    assert len(read) == len(source.text)
    for at, c in enumerate(source.text):
        printed = source.printed(Span(at, at + 1))
        assert c in unicodedata.normalize("NFC", printed) or (c.isspace() and not printed.strip()) or (c in "fi" and printed == "\ufb01")
    lines = text.replace("\r\n", "\n").split("\n")
    assert all(source.place(at)[0] <= len(lines) for at in range(len(source.text)))


@pytest.mark.parametrize(("text", "read"), [
    ("It has 20\u00a0000 boats and 1\u202f200\u202f000 oars.", "It has 20,000 boats and 1,200,000 oars."),
    ("R30 000 for 12 500 people", "R30,000 for 12,500 people"),
    ("In 2012 400 came, on May 12 500 more.", "In 2012 400 came, on May 12 500 more."),
    ("It has 1,200 boats, 30 000 oars and 12 500 men.", "It has 1,200 boats, 30 000 oars and 12 500 men."),
    ("don´t go 6–4, 12°–14°", "don’t go 6-4, 12°–14°"),
    ("A rise of 40\u00a0km \u2212 and 5\u2011year", "A rise of 40 km - and 5-year"),
])
def test_blanks_and_marks_are_read_for_what_they_say(text: str, read: str) -> None:
    assert reading(text, ()) == read


@pytest.mark.parametrize(("text", "blocks"), [
    ("The council met on Monday to talk of the ferry, which has not\nsailed since May.\n\nIt will sail.", 2),
    ("   The council met on Monday to talk of the ferry, which has\nnot sailed since May.\n   It will sail in June, the mayor said, if the weather is\nfair.", 2),
    ("The council met on Monday to talk of the ferry, said Ruth.\nIt will sail in June, the mayor said, if all goes well now.\nNobody knows.", 3),
    ("Old boats for sale at the quay of Osk, says the harbour guild\nNew boats for sale at the quay of Orle, says another guild there\nMen of the sea who know what boats are worth in a bad winter\nAnd what they cost", 4),
    ("They have three wishes, and the mayor has heard all of them in\nMay:\n- a new ferry, since the old one has been out of order for all\n  of the winter\n- a new quay", 3),
    ("The toll was raised by the harbour board in May from a mere\n10. The board will meet again, it said, before the end of the\nyear.", 1),
])
def test_lines_are_paragraphs_or_parts_of_them(text: str, blocks: int) -> None:
    assert len({z.span for z in structure(Source("a.txt", text)).zones}) == blocks


def test_a_line_that_goes_on_is_read_as_one_and_printed_as_it_stands() -> None:
    text = "The fare of the ferry rose on Monday from $40 to $50, a rise of 45\npercent, and nobody who lives on the island was glad of it at all."
    (finding,) = engine.check_source(Source("a.txt", text), rulebook.builtin()).findings
    assert (finding.evidence[0].text, finding.evidence[0].line, finding.evidence[0].end_line) == ("45\npercent", 1, 2)
