"""Zones, sentences, quotations and voices."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import ARTICLE
from checker.read.source import Source
from checker.structure import structure
from checker.structure.document import Document

ARTICLE_TEXT = """Harbour board votes to close the east pier

The pier, built in 1911, needs repairs that the town cannot pay for.

By Ines Calder

Ines Calder
Town photo archive

PORTMERE (Coast News) - The harbour board voted on Monday to close the east pier to all traffic from next spring.

“The wood is rotten,” said board chairwoman Ruth Okafor. “We cannot ask people to walk on it.”

“We looked at every other way,” she added.

Dan Whitlow told the Gazette, "I proposed to my wife on that pier."

According to Marcus Hale, the repairs would take three years.

Correction: An earlier version of this article gave the wrong year.
"""


def read(text: str) -> Document:
    return structure(Source("a.txt", text))


def test_zones_of_an_article() -> None:
    document = read(ARTICLE_TEXT)
    kinds = [z.kind for z in document.zones]
    assert kinds == ["headline", "summary", "byline", "caption", "credit", "dateline", "body", "body", "body", "body",
                     "body", "aside"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    lines = "The council met for most of the evening and heard eleven\nspeakers, all of whom spoke against the plan for the old\n"
    document = read(f"{lines}mill. It will meet again.\n\nNobody minded.\n")
    assert [z.kind for z in document.zones] == ["body", "body"]


@pytest.mark.parametrize(("words", "speaker", "via"), [
    ("The wood is rotten", "Ruth Okafor", None),
    ("We cannot ask", "Ruth Okafor", None),
    ("We looked at every", "Ruth Okafor", None),
    ("I proposed", "Dan Whitlow", "Gazette"),
    ("the repairs would", "Marcus Hale", None),
])
def test_voices(words: str, speaker: str, via: str | None) -> None:
    document = read(ARTICLE_TEXT)
    voice = document.voice_at(ARTICLE_TEXT.index(words))
    assert (voice.kind, voice.name, voice.via) == ("speaker", speaker, via)


def test_the_article_speaks_where_nobody_else_does() -> None:
    document = read(ARTICLE_TEXT)
    assert document.voice_at(ARTICLE_TEXT.index("to close the east pier to all")) == ARTICLE


def test_an_adjunct_after_a_verb_of_speech_is_the_articles() -> None:
    text = "The envoy reiterated his offer after a two-hour meeting with Mr Vane. Nobody else spoke on the day."
    assert read(text).voice_at(text.index("two-hour")) == ARTICLE


@pytest.mark.parametrize(("text", "inner"), [
    ('He said "yes" and left.', ["yes"]),
    ("He said “yes” and left.", ["yes"]),
    ("He said “yes\" and left.", ["yes"]),
    ("He said «yes» and left.", ["yes"]),
    ("He said ''yes'' and left.", ["yes"]),
    ("He said ‘yes’ and left.", ["yes"]),
    ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,", "no"]),
    ("The players' bus wasn't late in the '90s.", []),
    ("She is 5'10\" tall and the shelf 72\" wide.", []),
    ("Rock 'n' roll", []),
])
def test_quotations(text: str, inner: list[str]) -> None:
    found = [text[q.inner.start:q.inner.end] for q in read(text).quotations]
    assert found == inner


def test_a_quotation_carried_on_needs_no_closing_mark() -> None:
    text = "“We waited for years,” he said. “Then it came.\n\n“And it was late,” he said.\n"
    assert [(q.closing, q.carried) for q in read(text).quotations] == [("”", False), ("", True), ("”", False)]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aB. \n\"“”‘’'«»,5s?—", max_size=80))
def test_structure_holds_on_any_text(text: str) -> None:
    document = read(text)
    text = document.text  # without blanks that say nothing
    size = len(text)
    assert all(0 <= z.span.start < z.span.end <= size for z in document.zones)
    assert all(a.span.end <= b.span.start for a, b in zip(document.zones, document.zones[1:], strict=False))
    assert all(a.end <= b.start for a, b in zip(document.sentences, document.sentences[1:], strict=False))
    for q in document.quotations:
        assert 0 <= q.span.start <= q.inner.start <= q.inner.end <= q.span.end <= size
        assert text.startswith(q.opening, q.span.start)
        assert text[:q.span.end].endswith(q.closing)


def test_plain_words_keep_their_offsets_and_lose_their_marks() -> None:
    text = "“The ferry’s co-owner,” she said -- ‘no’ — at 3,000 cafés."
    document = structure(Source("a", text))
    assert len(document.plain) == len(text)
    assert document.plain.split() == ["the", "ferry's", "co-owner", "she", "said", "no", "at", "3", "000", "cafés"]


def test_few_words_and_many_are_found_alike() -> None:
    text = "The task force met. A taskforce is no task-force, said @taskforce of taskforce.org; Task force 9 and the task\nforce.\n\n" * 3
    document = structure(Source("a", text))
    wanted = ["taskforce", "task force", "task-force"]
    few, many = document.uses(wanted), document.uses([*wanted, *(f"other{i}" for i in range(100))])
    assert few == many
    assert [t.word.replace("\n", " ") for t in few[:5]] == ["task force", "taskforce", "task-force", "Task force", "task force"]
    pairs = {f"other {i}": i for i in range(100)}
    assert document.together(["task force", "force majeure"]) == document.together(["task force", "force majeure", *pairs]) == {"task force"}


@given(st.lists(st.sampled_from(["task", "force", "forces", "task-force", "Task", "a", "“task”", "\n\nforce.", "café,", "--", "@force"]), max_size=60),
       st.integers(1, 40))
def test_a_long_text_is_looked_through_by_parts_and_alike(words: list[str], part: int) -> None:
    forms = ["task", "force", "task force", "force task", "a task-force", "café", "task task", "forces"]
    pairs = [form for form in forms if form.count(" ") == 1]

    def found() -> list[object]:
        document = read(" ".join(words))
        return [[list(document.places(form)) for form in forms], document.uses(forms), document.plain_words, document.together(pairs)]
    short = found()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("checker.structure.document._LONG", 0)
        patch.setattr("checker.structure.document._PART", part)
        assert found() == short


@pytest.mark.parametrize(("text", "words", "speaker"), [
    ("Twelve people died in the flood, the mayor, Ana Corvi, said.", "Twelve", "Ana Corvi"),
    ("Twelve people died in the flood, officials in the capital, New Harwick, said.", "Twelve", None),
    ("“I drove,” said Anders Vikander.\n\nThe mayor, Ruth Okafor, cut the ribbon. She told a crowd of 3,000 that it would hold.", "3,000", "Ruth Okafor"),
    ("“I drove,” said Ruth Vikander.\n\nThe mayor, Ruth Okafor, cut the ribbon. She told a crowd of 3,000 that it would hold.", "3,000", "Ruth Vikander"),
    ("“I drove,” said Anders Vikander. He told a crowd of 3,000 that it would hold.", "3,000", "Anders Vikander"),
    ("“I drove,” said Anders Vikander.\n\nRuth Okafor, who had insisted that “it will hold 3,000 people”, was away.", "3,000", "Ruth Okafor"),
    ("“I drove,” said Anders Vikander.\n\nThe engineer who said that it would hold 3,000 people was away.", "3,000", "The engineer"),
])
def test_whose_words_they_are(text: str, words: str, speaker: str | None) -> None:
    document = structure(Source("a.txt", text))
    assert document.voice_at(document.text.index(words)).name == speaker


@pytest.mark.parametrize("text", ["Ada “Ella” O’Hale", "École Élan", "İzmir and ÖZIL", "ΟΔΟΣ", "lone \ud800 half"])
def test_small_letters_stand_where_the_capitals_do(text: str) -> None:
    lower = read(text).lower
    assert len(lower) == len(text)
    assert all(small == (c.lower() if len(c.lower()) == 1 else c) or c == "Σ" for c, small in zip(text, lower, strict=True))
