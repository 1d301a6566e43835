"""The html, docx and markdown reports: what they show, and that nothing from an article is run."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
CHECK = str(Path(sys.executable).with_name("check"))
HOSTILE = """The <script>alert(1)</script> fair & its "guests"

Dr Ottilie Brandauer opened the fair on <img src=x onerror=alert(1)> Monday in the old market hall of the town, she said.

Dr Brandaur [told](javascript:alert) the crowd that the {{ 7*7 }} fair was `open` to all who came by \x1b[31mred\x1b[0m train.
"""


def check(*args: str, cwd: Path = TOP) -> subprocess.CompletedProcess[str]:
    return subprocess.run([CHECK, *args], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    file = tmp_path / "fair.txt"
    file.write_text(HOSTILE, encoding="utf-8")
    return file


def test_the_page_is_self_contained_and_escapes_the_article(hostile: Path, tmp_path: Path) -> None:
    ran = check("fair.txt", "-o", "fair.html", cwd=tmp_path)
    assert ran.returncode == 1, ran.stderr
    page = (tmp_path / "fair.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "{{ 7*7 }}" in page
    assert "\x1b" not in page
    assert not re.search(r"(?:src|href)=[\"'](?:https?:)?//", page)
    assert len(re.findall("<script", page)) == 1


def test_every_mark_and_link_leads_somewhere(tmp_path: Path) -> None:
    check("examples/council.txt", "examples/clean.txt", "--level", "info", "-o", str(tmp_path / "a.html"))
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert page.count('class="m ') >= 9


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for form in ("html", "docx", "md"):
        made = []
        for name in ("a", "b"):
            check("examples/council.txt", "-o", str(tmp_path / f"{name}.{form}"))
            made.append((tmp_path / f"{name}.{form}").read_bytes())
        if form == "docx":  # a zip archive holds the time of writing
            made = [b"".join(z.read(n) for n in sorted(z.namelist())) for z in map(zipfile.ZipFile, map(io.BytesIO, made))]
        assert made[0] == made[1], form


def test_markdown_shows_marks_as_words(hostile: Path, tmp_path: Path) -> None:
    from markdown_it import MarkdownIt

    shown = check("fair.txt", "--format", "markdown", cwd=tmp_path).stdout
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(shown)
    assert "<script" not in html
    assert "<img" not in html
    assert "<strong>Error</strong>" in html
    assert "Brandaur" in html
    from checker.report.markdown import plain
    for words in ("*a*", "<b>", "[x](y)", "1. x", "- x", "# x", "@desk", "a | b", "http://x.example", "~~x~~", "&lt;", "`x`"):
        assert re.sub("<[^>]+>", "", MarkdownIt("gfm-like", {"linkify": False}).render(plain(words))).strip() \
            .replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == words


def comments(file: Path) -> list[tuple[str, str]]:
    """(words that a comment is at, its text) of a Word document."""
    import docx

    document = docx.Document(str(file))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    text: dict[str, str] = {}
    open_: set[str] = set()
    for e in document.element.body.iter():
        if e.tag == w + "commentRangeStart":
            open_.add(e.get(w + "id"))
        elif e.tag == w + "commentRangeEnd":
            open_.discard(e.get(w + "id"))
        elif e.tag == w + "t":
            for key in open_:
                text[key] = text.get(key, "") + (e.text or "")
    return [(text.get(str(c.comment_id), ""), c.text) for c in document.comments]


def test_a_word_article_stays_as_it_is_but_for_comments_at_the_words(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("Fair day", 0)
    paragraph = document.add_paragraph("The fair was opened by Dr Ottilie ")
    paragraph.add_run("Brandauer").bold = True
    paragraph.add_run(" on a warm day in spring, and the crowds were large.")
    document.add_paragraph("Dr Brandaur said that the fair was open to all who came to see it.")
    document.save(str(tmp_path / "a.docx"))
    ran = check("a.docx", "-o", "b.docx", cwd=tmp_path)
    assert ran.returncode == 1, ran.stderr
    found = comments(tmp_path / "b.docx")
    assert sorted(w for w, _ in found) == ["Brandauer", "Brandaur"]
    assert all("names/spelling" in t and "aragraph" in t for _, t in found)
    before, after = (docx.Document(str(tmp_path / n)) for n in ("a.docx", "b.docx"))
    assert [p.text for p in before.paragraphs] == [p.text for p in after.paragraphs]
    assert [r.text for p in after.paragraphs for r in p.runs if r.bold] == ["Brandauer"]
    assert check("b.docx", cwd=tmp_path).stdout.count("names/spelling") == 1  # it reads as before


def test_comments_stand_at_their_words_where_the_setting_was_evened_out_before(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("Fare rises", 0)
    words = "The coun\u00adcil met on Monday.  The fare ro\u00adse from £40 to £50,  a rise of 45\u00a0per cent."
    document.add_paragraph(words)
    document.save(str(tmp_path / "a.docx"))
    ran = check("a.docx", "-o", "b.docx", cwd=tmp_path)
    assert ran.returncode == 1, ran.stderr
    assert sorted(w for w, _ in comments(tmp_path / "b.docx")) == ["45\u00a0per cent", "£40 to £50"]
    assert docx.Document(str(tmp_path / "b.docx")).paragraphs[1].text == words


def test_what_is_mended_leaves_the_rest_of_the_file_as_it_was(tmp_path: Path) -> None:
    before = "Ferry f\u00adares go up\r\n\r\nThe coun\u00adcil met.  It voted for the the pier.\r\n".encode()
    (tmp_path / "a.txt").write_bytes(before)
    assert check("--fix", "a.txt", cwd=tmp_path).returncode in (0, 1)
    assert (tmp_path / "a.txt").read_bytes() == before.replace(b"the the", b"the")


def test_a_text_article_becomes_a_clean_document(hostile: Path, tmp_path: Path) -> None:
    check("fair.txt", "-o", "fair.docx", cwd=tmp_path)
    assert [w for w, _ in comments(tmp_path / "fair.docx") if w.startswith("Brand")] == ["Brandaur", "Brandauer"]


def test_word_documents_say_what_they_cannot(tmp_path: Path) -> None:
    ran = check("examples/council.txt", "examples/clean.txt", "-o", str(tmp_path / "a.docx"))
    assert ran.returncode == 2
    assert "one article, not of 2; name a folder for a document each: --format docx --output desk/" in ran.stderr
    ran = check("examples/council.txt", "--format", "docx")
    assert ran.returncode == 2
    assert "--output" in ran.stderr


def test_several_articles_become_a_folder_of_commented_copies(tmp_path: Path) -> None:
    for name in ("copy/mon/fair.txt", "copy/tue/fair.txt", "copy/tue/fair.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(HOSTILE if "mon" in name else "The fair was open to all.\n", encoding="utf-8")
    ran = check("copy", "--format", "docx", "-o", "desk/", cwd=tmp_path)
    assert ran.returncode == 1, ran.stderr
    assert (ran.stdout, ran.stderr) == ("", "check: 3 reports written to desk/\n")
    assert sorted(str(p.relative_to(tmp_path)) for p in tmp_path.glob("desk/**/*.docx")) == [
        "desk/mon/fair.docx", "desk/tue/fair.md.docx", "desk/tue/fair.txt.docx"]
    assert [w for w, _ in comments(tmp_path / "desk/mon/fair.docx") if w.startswith("Brand")] == ["Brandaur", "Brandauer"]
    assert comments(tmp_path / "desk/tue/fair.md.docx") == []
    for words, says in ((("-o", "desk/"), "the form of the reports is to be named"), (("-o", "no/where/", "--format", "docx"), "cannot be made there"),
                        (("-o", "copy/mon/fair.txt/", "--format", "docx"), "cannot be made there")):
        ran = check("copy", *words, cwd=tmp_path)
        assert (ran.returncode, says in ran.stderr) == (2, True), ran.stderr
    same = check("copy/mon", "--format", "text", "-o", "copy/mon", cwd=tmp_path)  # it would be written over the article
    assert (same.returncode, "is one of the files that are read" in same.stderr) == (2, True)
    assert (tmp_path / "copy/mon/fair.txt").read_text(encoding="utf-8") == HOSTILE


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_the_word_report(tmp_path: Path) -> None:
    check("examples/council.txt", "-o", str(tmp_path / "a.docx"))
    subprocess.run(["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path),
                    str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=180)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
