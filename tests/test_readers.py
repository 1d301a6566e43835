"""Readers: what is prose, what is set aside, and that every place is in the user's own file."""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from checker.engine import check_source
from checker.read.plain import ReadError
from checker.read.readers import BUILTIN, Choices, Reader, read
from checker.read.source import Source
from checker.rulebook import builtin

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CHECK = str(Path(sys.executable).with_name("check"))
TYPES = "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"


def from_file(tmp_path: Path, name: str, text: str | bytes, tracked: str = "accepted") -> Source:
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(str(file), Choices(tracked))


def blocks(source: Source) -> list[tuple[str, str]]:
    return [(r.kind, source.text[r.span.start:r.span.end]) for r in source.regions]


def word(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", TYPES)
        z.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, xml in parts.items():
            z.writestr(f"word/{name}.xml", xml)
    return out.getvalue()


def p(words: str, style: str = "") -> str:
    return f'<w:p>{f"<w:pPr><w:pStyle w:val={style!r}/></w:pPr>" if style else ""}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


MARKDOWN = """---
title: "A quiet night at the mill"
date: 2019-05-04
author: Ines Rowe
---

# Mill stands still

The *mill* at **Orby** ran for [four hours](https://mill.example/a "b"), Ms Rowe said, and \\*not\\* more &mdash; `make all` stopped it.

> A line of quoted copy,
> and a second one.

1. Wheels &amp; stones
   kept dry

| who | what |
|---|---|
| Orby | a \\| b |

```
Ms Row
```

<figure><figcaption>The mill&rsquo;s wheel</figcaption></figure>
"""


def test_markdown_leaves_markup_code_and_addresses_out(tmp_path: Path) -> None:
    source = from_file(tmp_path, "a.md", MARKDOWN)
    assert source.date == "2019-05-04"
    found = blocks(source)
    assert ("headline", "A quiet night at the mill") in found
    assert ("headline", "Mill stands still") in found
    assert ("byline", "Ines Rowe") in found
    assert ("", "The mill at Orby ran for four hours, Ms Rowe said, and *not* more — \ufffc stopped it.") in found
    assert ("list", "Wheels & stones kept dry") in found
    assert ("aside", "a | b") in found
    assert ("caption", "The mill’s wheel") in found
    assert "Ms Row\n" not in source.text


PAGE = """<!DOCTYPE html><html><head><title>Mill stands still | The Orby Post</title>
<meta name="date" content="2018-01-01"><script type="application/ld+json">{"datePublished": "2019-05-04T08:00:00Z"}</script>
<script>var a = "<p>Ms Row</p>";</script></head><body>
<nav><p>Home and News</p></nav><div class="cookie-bar">We use cookies</div>
<article><h1>Mill stands still &amp; rests</h1><p class=standfirst>No flour until May</p>
<p>The caf&eacute; at <b>Or</b>by served&nbsp;four
   hundred people, Ms Rowe said on a warm day &#8212; more than it had seats for, by far.
<p>A second paragraph that was never closed, with <code>x = 1</code> in it and a few words more.</p>
<div class="related-stories"><ul><li>Another story of 12 mills</ul></div>
<blockquote class="twitter-tweet"><p>A post of theirs</p></blockquote>
<table><tr><td>Orby<td>12<tr><td>Ulby</table>
First line<br>second line<br><br>A new block.
<p class="correction">An earlier version had it wrong.</p></article>
<footer>All rights reserved</footer></body></html>"""


def test_html_keeps_the_article_and_sets_aside_what_stands_beside_it(tmp_path: Path) -> None:
    source = from_file(tmp_path, "a.html", PAGE)
    assert (source.date, source.date_from) == ("2019-05-04", "JSON-LD datePublished")
    found = blocks(source)
    assert found[0] == ("headline", "Mill stands still & rests")
    assert found[1] == ("summary", "No flour until May")
    assert found[2][1].startswith("The café at Orby served four hundred people, Ms Rowe said on a warm day — more")
    assert ("aside", "Another story of 12 mills") in found
    assert ("aside", "A post of theirs") in found
    assert ("aside", "An earlier version had it wrong.") in found
    assert [w for k, w in found if w in ("Orby", "12", "Ulby")] == ["Orby", "12", "Ulby"]
    assert ("", "First line\nsecond line") in found
    assert all(w not in source.text for w in ("Home", "cookies", "reserved", "Ms Row<", "var a"))


LINKS = "".join(f'<li><a href="/{n}">Story number {n} of the day</a></li>' for n in range(30))
SAVED = f"""<html><body><div class="top"><a href="/">Home</a> <a href="/w">World</a></div><ul>{LINKS}</ul><h1>Mill stands still</h1>
<div id="col"><div class="txt"><p>The mill at Orby stood still on Monday, and nobody knew why it did, Ms Rowe said.</p>
<p>“It ran all winter,” she said.</p><p>Flour is sold out in the town, in Ulby, and in most of the villages that lie between the two.</p>
<p><a href="/mill">All about the mill, its wheel and its people</a></p></div></div>
<div id="more"><h3>More stories</h3>{LINKS}<p>The Orby Post is printed on paper.</p></div>
<div id="talk"><div><p>It never ran.</p></div><div><p>Who asked you? I was there when it was built.</p></div></div></body></html>"""


def test_a_saved_page_is_read_without_its_links_and_comments(tmp_path: Path) -> None:
    assert [w[:20] for _, w in blocks(from_file(tmp_path, "a.html", SAVED))] == \
        ["Mill stands still", "The mill at Orby sto", "“It ran all winter,”", "Flour is sold out in"]


def test_a_page_that_is_little_more_than_its_copy_is_read_whole(tmp_path: Path) -> None:
    page = "<h1>Fair day</h1><div><p>Short.</p></div><div><p>The fair, the band and the rain all came at once, and stayed on till the evening.</p></div>"
    assert len(blocks(from_file(tmp_path, "a.html", page))) == 3
    index = "<div><p>" + "</p></div><div><p>".join(f'<a href="/{n}">Story {n}</a>, told by the desk to the town in a few words of its own' for n in range(9)) + "</p></div>"
    assert len(blocks(from_file(tmp_path, "b.html", index))) == 9  # no article stands out


@pytest.mark.parametrize(("name", "text"), [("a.md", MARKDOWN), ("a.html", PAGE), ("b.md", MARKDOWN.replace("\n", "\r\n")),
                                            ("b.html", PAGE.replace("\n", "\r\n"))])
def test_every_character_leads_back_to_itself_in_the_file(tmp_path: Path, name: str, text: str) -> None:
    source = from_file(tmp_path, name, text)
    lines = text.replace("\r\n", "\n").split("\n")
    made = set("—&é’\u00a0\ufffc")  # out of entities or code
    for i, c in enumerate(source.text):
        if not c.isspace() and c not in made and source.text[max(0, i - 4):i + 5].find(" | ") < 0:
            line, column = source.place(i)
            assert lines[line - 1][column - 1] in (c, "\\", "&"), (i, c)


def test_a_finding_in_html_points_at_the_line_of_the_users_file(tmp_path: Path) -> None:
    page = ("<article>\n<h1>Fair day</h1>\n<p>The fair &mdash; which Dr Ottilie Brandauer opened &mdash; drew crowds from the towns around.</p>\n"
            "<p>Dr <b>Brandaur</b> said that the fair was open to all who came to see it.</p>\n</article>\n")
    report = check_source(from_file(tmp_path, "a.html", page), builtin())
    found = next(f for f in report.findings if f.rule == "names/spelling")
    places = {(e.text, e.line, page.split("\n")[e.line - 1][e.column - 1:e.end_column - 1]) for e in found.evidence if e.line and e.column and e.end_column}
    assert places == {("Brandaur", 4, "Brandaur"), ("Brandauer", 3, "Brandauer")}


def test_word_paragraphs_tables_boxes_and_notes(tmp_path: Path) -> None:
    box = f'<w:p><w:r><w:t>Anchor</w:t></w:r><w:r><w:pict><w:txbxContent>{p("In the box")}</w:txbxContent></w:pict></w:r></w:p>'
    note = '<w:p><w:r><w:t>Noted</w:t><w:footnoteReference w:id="7"/></w:r></w:p>'
    table = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    styles = f'<w:styles {W}><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>'
    notes = f'<w:footnotes {W}><w:footnote w:id="0">{p("x")}</w:footnote><w:footnote w:id="7">{p("Small print")}</w:footnote></w:footnotes>'
    hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>shown</w:t></w:r></w:p>'
    data = word(p("Head", "Titel") + "<w:p/>" + p("Body") + table + box + note + hidden, styles=styles, footnotes=notes)
    source = from_file(tmp_path, "a.docx", data)
    assert [(r.label, source.text[r.span.start:r.span.end]) for r in source.regions] == [
        ("paragraph 1", "Head"), ("paragraph 2", "Body"), ("table 1, row 1, column 1", "a"), ("table 1, row 1, column 2", "b"),
        ("paragraph 3", "Anchor"), ("text box 1", "In the box"), ("paragraph 4", "Noted"), ("paragraph 5", "shown"), ("footnote 1", "Small print")]
    assert source.regions[0].kind == "headline"


def test_tracked_changes_are_accepted_or_rejected(tmp_path: Path) -> None:
    body = ('<w:p><w:r><w:t xml:space="preserve">It took </w:t></w:r><w:del><w:r><w:delText>three</w:delText></w:r></w:del>'
            '<w:ins><w:r><w:t>four</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> days.</w:t></w:r></w:p>'
            '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p><w:p><w:r><w:t>line.</w:t></w:r></w:p>')
    assert from_file(tmp_path, "a.docx", word(body)).text == "It took four days.\n\nOne line."
    assert from_file(tmp_path, "a.docx", word(body), "rejected").text == "It took three days.\n\nOne\n\nline."


def test_every_command_reads_tracked_changes_as_told(tmp_path: Path) -> None:
    body = ('<w:p><w:r><w:t xml:space="preserve">The talks took </w:t></w:r><w:del><w:r><w:delText>three</w:delText></w:r></w:del>'
            '<w:ins><w:r><w:t>four</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> days in Geneva, said Ruth Okafor.</w:t></w:r></w:p>')
    (tmp_path / "a.docx").write_bytes(word(body))
    (tmp_path / "b.txt").write_text("The talks took five days in Geneva, said Ruth Okafor.\n", encoding="utf-8")

    def ran(*words: str) -> str:
        return subprocess.run([CHECK, *words], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True).stdout

    for words in (("facts", "a.docx"), ("compare", "a.docx", "b.txt")):
        assert "four days" in ran(*words)
        assert "three days" in ran(*words, "--tracked-changes", "rejected")
    (tmp_path / "check.toml").write_text('[[path]]\nmatch = ["a.docx"]\ntracked-changes = "rejected"\n', encoding="utf-8")
    assert "three days" in ran("facts", "a.docx")
    assert "four days" in ran("facts", "a.docx", "--tracked-changes", "accepted")


BOMB = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>' + f"<w:document {W}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + BOMB.split("]>")[1].replace("&c;", "&b;")


def archive(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, xml in {"[Content_Types].xml": TYPES, **parts}.items():
            z.writestr(name, xml)
    return out.getvalue()


@pytest.mark.parametrize(("name", "data", "says"), [
    ("a.docx", b"", "is empty"),
    ("a.docx", b"just text", "is not a Word document, whatever its name says"),
    ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old office document"),
    ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted with a password"),
    ("a.docx", word(p("Some words"))[:-30], "damaged"),
    ("a.docx", archive(**{"notes.txt": "x"}), "word/document.xml is missing"),
    ("a.docx", archive(**{"word/document.xml": BOMB}), "declares entities"),
    ("a.docx", archive(**{"word/document.xml": OUTSIDE}), "declares entities"),
    ("a.docx", archive(**{"word/document.xml": "<w:document"}), "line 1, column"),
    ("a.docx", archive(**{"word/document.xml": f"<w:document {W}><w:body>{' ' * 40_000_000}</w:body></w:document>"}), "zip bomb"),
    ("a.docx", word("<w:p/>"), "holds no words"),
    ("a.html", b"<html><body><script>x</script></body></html>", "no text that a reader would see"),
    ("a.md", b"```\ncode\n```\n", "holds no text"),
    ("a.md", b"PK\x03\x04zip", "zip archive"),
    ("a.html", b"a\0b", "NUL byte"),
])
def test_bad_files_are_refused_with_place_and_remedy(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match="a\\.") as refused:
        from_file(tmp_path, name, data)
    assert says in str(refused.value)


def test_names_in_an_archive_are_never_followed(tmp_path: Path) -> None:
    data = archive(**{"word/document.xml": f"<w:document {W}><w:body>{p('Some words')}</w:body></w:document>", "../../escaped.xml": "x"})
    (tmp_path / "in").mkdir()
    assert from_file(tmp_path / "in", "a.docx", data).text == "Some words"
    assert sorted(f.name for f in tmp_path.rglob("*")) == ["a.docx", "in"]


def test_the_rest_is_checked_when_one_file_is_bad(tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_bytes(b"no")
    (tmp_path / "good.md").write_text("# Head\n\nAll is well in the town today.\n", encoding="utf-8")
    ran = subprocess.run([str(Path(sys.executable).with_name("check")), "bad.docx", "good.md"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "bad.docx: is not a Word document" in ran.stderr
    assert "good.md:" in ran.stdout
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(("data", "guess"), [
    (PAGE.encode(), "HTML"), (MARKDOWN.encode(), "Markdown"), (word(p("Some words here")), "Word document"), (b"Plain words.", "plain text")])
def test_an_unknown_suffix_is_sniffed_and_the_guess_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, guess: str) -> None:
    from_file(tmp_path, "story.cms", data)
    assert f"read as {guess}" in capsys.readouterr().err


def test_a_plug_in_reader_comes_before_ours(tmp_path: Path) -> None:
    own = Reader("wire copy", (".wire",), lambda data, path, choices: Source(path, data.decode().removeprefix("ZCZC ")))
    file = tmp_path / "a.wire"
    file.write_text("ZCZC All is well.", encoding="utf-8")
    assert read(str(file), Choices(), lambda: [own]).text == "All is well."
    broken = own._replace(read=lambda data, path, choices: Source(path, data.decode("ascii")[:1] + str(1 // 0)))
    with pytest.raises(ReadError, match="the reader of wire copy failed"):
        read(str(file), Choices(), lambda: [broken])
    assert all(isinstance(r.read, str) for r in BUILTIN)  # imported only when a file of the kind comes up


@pytest.mark.parametrize("unit", ["<a ", "<a x=\"", "<!--", "<", "</a ", "&#", "<p>a ", "<article><p>hello ", "<td>", "<script>", "<div>a ", "<div><a>a</a>"])
def test_html_takes_time_in_proportion(tmp_path: Path, unit: str) -> None:
    took = []
    for size in (10_000, 80_000):
        start = time.process_time()
        with contextlib.suppress(ReadError):
            from_file(tmp_path, "a.html", unit * (size // len(unit)))
        took.append(time.process_time() - start)
    assert took[1] < 0.2 or took[1] < 8 * 3 * took[0]


@pytest.mark.parametrize("unit", ["[", "![", "[a](", "<p>a\n\n", "a\n===\n", "# a\n", "**a ", "`", "> ", "- a\n\n", "| a ", "<!-- "])
def test_markdown_takes_time_in_proportion(tmp_path: Path, unit: str) -> None:
    took = []
    for size in (5_000, 40_000):
        start = time.process_time()
        with contextlib.suppress(ReadError):
            from_file(tmp_path, "a.md", unit * (size // len(unit)))
        took.append(time.process_time() - start)
    assert took[1] < 0.2 or took[1] < 8 * 3 * took[0]


def test_an_underlined_title_is_the_headline(tmp_path: Path) -> None:
    source = from_file(tmp_path, "a.md", "Mill stands still\n=================\n\nIt was quiet.\n\nWhat is next\n------------\n\nNothing.\n")
    assert [(r.kind, source.text[r.span.start:r.span.end]) for r in source.regions if r.kind] == [
        ("headline", "Mill stands still"), ("heading", "What is next")]


def test_the_example_package_reads_its_format(tmp_path: Path) -> None:
    """Run with the package on the path and its entry point declared as an installed package declares it."""
    top = Path(__file__).parent.parent / "examples/reader-plugin"
    declared = tmp_path / "check_anpa-0.1.0.dist-info"
    declared.mkdir()
    (declared / "entry_points.txt").write_text("[checker.readers]\nanpa = check_anpa:READER\n", encoding="utf-8")
    code = f"import sys; sys.path[:0] = [{str(top)!r}, {str(tmp_path)!r}]; sys.argv = ['check', 'story.anpa', 'cut.anpa']; from checker.cli import main; main()"
    (tmp_path / "cut.anpa").write_text("a0001 r i x\n^Cut\nNo end here.\n", encoding="utf-8")
    (tmp_path / "story.anpa").write_bytes((top / "story.anpa").read_bytes())
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "story.anpa:5:1: error: “Brandaur” here, “Brandauer” in line 3" in ran.stdout
    assert "the end mark -30- is missing" in ran.stderr
    assert ran.returncode == 2
