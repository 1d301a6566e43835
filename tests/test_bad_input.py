"""Bad input, as real files through the real command: a clear line with file, place and remedy, exit 2; the rest is checked."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECK = str(Path(sys.executable).with_name("check"))
GOOD = "Tomas Hallberg led the talks.\n\n“We are close,” Hallburg said.\n"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"<w:document {W}><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"
LAUGHS = "<!DOCTYPE a [" + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10)) + "]>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def archive(*parts: tuple[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in (("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"), *parts):
            z.writestr(name, data)
    return out.getvalue()


def lying(size: int) -> bytes:
    """An archive whose document says that it is `size` bytes when unpacked; it is more."""
    data = bytearray(archive(("word/document.xml", BODY % ("a " * 3_000_000))))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, size)
    return bytes(data)


def ran(*words: str, cwd: Path) -> tuple[int, str, str]:
    got = subprocess.run([CHECK, *words], cwd=cwd, capture_output=True, encoding="utf-8", check=False, timeout=60)
    return got.returncode, got.stdout, got.stderr


FILES: dict[str, tuple[str, bytes, str]] = {
    "empty text": ("a.txt", b"", "is empty; name the file that holds the article"),
    "blank text": ("a.txt", b"\xef\xbb\xbf \r\n", "is empty"),
    "empty Markdown": ("a.md", b"", "holds no text"),
    "empty page": ("a.html", b"", "holds no text"),
    "empty Word": ("a.docx", b"", "is empty"),
    "a picture called text": ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "is a picture, not plain text; save the article as text"),
    "a PDF": ("a.pdf", b"%PDF-1.7\n", "is a PDF, not plain text; save the article as text"),
    "an archive called text": ("a.txt", archive(("x", "y")), "is a zip archive or an office document"),
    "zeros": ("a.txt", b"One line.\n\0\0\0", "line 2: holds a NUL byte"),
    "no encoding": ("a.txt", b"Fine.\nA \x81\x8d\x8f word.\n", "line 2: is neither UTF-8 nor Windows-1252; save the article as UTF-8"),
    "half a byte-order mark": ("a.txt", b"\xff\xfea", "is marked as utf-16 but is not"),
    "no article in the page": ("a.html", b"<html><script>1</script></html>", "holds no text that a reader would see"),
    "text called Word": ("a.docx", b"just text", "is not a Word document, whatever its name says"),
    "an archive called Word": ("a.docx", archive(("notes.txt", "x")), "word/document.xml is missing"),
    "cut off": ("a.docx", archive(("word/document.xml", BODY % "Some words"))[:-40], "damaged"),
    "a bad checksum": ("a.docx", archive(("word/document.xml", BODY % "Some words")).replace(b"word/document.xml", b"word/documenu.xml", 1), "damaged"),
    "broken XML": ("a.docx", archive(("word/document.xml", "<w:document")), "word/document.xml: line 1, column 1: is no sound XML; open the document and save it again"),
    "encrypted": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted with a password"),
    "an old document": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old office document"),
    "a billion laughs": ("a.docx", archive(("word/document.xml", LAUGHS + BODY % "&l9;")), "declares entities"),
    "external entities": ("a.docx", archive(("word/document.xml", OUTSIDE + BODY % "&x;")), "declares entities"),
    "a zip bomb": ("a.docx", archive(("word/document.xml", b"<a>" + b" " * 300_000_000)), "unpack"),
    "an archive that lies about its size": ("a.docx", lying(1000), "damaged"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_told_and_the_rest_is_checked(tmp_path: Path, name: str) -> None:
    file, data, says = FILES[name]
    (tmp_path / file).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, out, told = ran(file, "good.txt", cwd=tmp_path)
    assert code == 2
    assert told.startswith(f"check: {file}:")
    assert says in told
    assert told.count("\n") == 1
    assert "Traceback" not in told
    assert "good.txt:3:17: error: “Hallburg” here" in out
    assert "root:" not in out + told


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    """Nothing is ever unpacked to the disk; an entry outside of the archive is only an entry that nobody reads."""
    data = archive(("word/document.xml", BODY % "All is well."), ("../../owned.txt", "x"), ("/tmp/owned-by-check.txt", "x"))
    (tmp_path / "a.docx").write_bytes(data)
    code, out, _ = ran("a.docx", cwd=tmp_path)
    assert (code, "3 words" in out) == (0, True)
    assert [p.name for p in tmp_path.rglob("*")] == ["a.docx"]
    assert not Path("/tmp/owned-by-check.txt").exists()


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with open(tmp_path / "a.txt", "wb") as f:
        f.truncate(70 << 20)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, out, told = ran("a.txt", "good.txt", cwd=tmp_path)
    assert (code, told) == (2, "check: a.txt: is larger than 64 MB; split it into articles\n")
    assert "Hallburg" in out


@pytest.mark.parametrize("kind", ["missing", "a folder without articles", "unreadable", "a link to itself"])
def test_what_cannot_be_opened_is_told(tmp_path: Path, kind: str) -> None:
    bad = tmp_path / "bad"
    if kind == "a folder without articles":
        bad.mkdir()
    elif kind == "unreadable":
        if os.geteuid() == 0:
            pytest.skip("root reads everything")
        bad.write_text("x", encoding="utf-8")
        bad.chmod(0)
    elif kind == "a link to itself":
        bad.symlink_to(bad)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, out, told = ran("bad", "good.txt", cwd=tmp_path)
    assert code == 2
    assert told.startswith("check: bad: ")
    assert "Hallburg" in out


@pytest.mark.parametrize(("text", "says"), [
    ("ignor = [\"style\"]\n", "check.toml:1: unknown key “ignor”; did you mean “ignore”?"),
    ("\nlevel = 3\n", "check.toml:2: “level”"),
    ("fail-on = \"eror\"\n", "check.toml:1: “fail-on”"),
    ("level = \"info\"\nlevel = \"error\"\n", "check.toml:2: not valid TOML"),
    ("extends = \"none.toml\"\n", "none.toml"),
    ("extends = \"check.toml\"\n", "check.toml: extends itself by way of check.toml; take one “extends” out"),
    ("[rules.\"names/speling\"]\nseverity = \"info\"\n", "check.toml:1: no rule “names/speling”; did you mean “names/spelling”?"),
    ("[rules.\"structure/repeated\"]\nwords = \"ten\"\n", "check.toml:"),
    ("[[accept]]\nrule = \"names/spelling\"\n", "check.toml:1: "),
    ("[[path]]\nlevel = \"info\"\n", "check.toml:1: "),
])
def test_a_bad_configuration_is_told_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "check.toml").write_text(text, encoding="utf-8")
    code, out, told = ran("good.txt", cwd=tmp_path)
    assert (code, out) == (2, "")
    assert says in told
    assert "Traceback" not in told


@pytest.mark.parametrize(("text", "says"), [
    ('{"baseline": 99, "findings": []}', "base.json: is a baseline of version 99, this program reads version 1; make it anew with --write-baseline"),
    ('{"findings": []}', "base.json: is no baseline"),
    ('{"baseline": 1, "findings": [{}]}', "base.json: finding 1 lacks “path” or “fingerprint”"),
    ("{\n nonsense", "base.json:2: is no baseline"),
    ("", "base.json:1: is no baseline"),
])
def test_a_bad_baseline_is_told(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "base.json").write_text(text, encoding="utf-8")
    code, _, told = ran("good.txt", "--baseline", "base.json", cwd=tmp_path)
    assert code == 2
    assert told.startswith(f"check: {says}")


@pytest.mark.parametrize(("output", "says"), [
    ("good.txt", "--output good.txt: is one of the files that are read; name another file"),
    ("link.txt", "--output link.txt: is one of the files that are read; name another file"),
    ("none/report.json", "--output none/report.json: cannot be written there"),
    ("folder", "--output folder: is a folder, so the form of the reports is to be named: --format docx"),
    ("desk.pdf", "--output desk.pdf: no form of report has the suffix .pdf; name one with --format"),
    ("good.txt/report.json", "--output good.txt/report.json: cannot be written there"),
])
def test_an_output_that_cannot_be_written_is_told_before_anything_is_checked(tmp_path: Path, output: str, says: str) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("good.txt")
    (tmp_path / "folder").mkdir()
    code, out, told = ran("good.txt", "-o", output, cwd=tmp_path)
    assert (code, out) == (2, "")
    assert told.startswith(f"check: {says}")
    assert (tmp_path / "good.txt").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("beside", [False, True])
def test_a_fault_of_the_program_is_told_of_one_article_and_the_others_are_checked(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], beside: bool) -> None:
    from checker import comparing, engine
    from checker.link.ledger import Analysis
    from checker.read.source import Source
    from checker.session.options import Options
    from checker.session.run import check

    bad, good, source = (tmp_path / f"{name}.txt" for name in ("bad", "good", "source"))
    for file, text in ((bad, "FAULT. " + GOOD), (good, GOOD), (source, "Nothing of it.\n")):
        file.write_text(text, encoding="utf-8")
    whole = engine.analyse

    def failing(article: Source) -> Analysis:
        return whole(article) if "FAULT" not in article.text else [][len(article.text)]

    monkeypatch.setattr(engine, "analyse", failing)
    o = Options((str(bad), str(good)), jobs=1, no_config=True, against=(str(source),) if beside else ())
    assert check(o, comparing.run if beside else None) == 2
    told = capsys.readouterr()
    assert told.err.startswith(f"check: {bad}: could not be checked, by a fault of this program") and "IndexError" in told.err
    assert "Hallburg" in told.out
    monkeypatch.setenv("CHECK_DEBUG", "1")
    with pytest.raises(IndexError):
        check(o, comparing.run if beside else None)


@pytest.mark.parametrize("command", ["facts", "compare", "house"])
def test_a_fault_of_the_program_on_one_article_leaves_the_other_lists_whole(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str) -> None:
    from checker import engine
    from checker.commands import app
    from checker.link.ledger import Analysis
    from checker.read.source import Source

    files = [tmp_path / f"{name}.txt" for name in ("bad", "good", "other")]
    for file, text in zip(files, ("FAULT. " + GOOD, GOOD, GOOD.replace("Monday", "Friday")), strict=True):
        file.write_text(text, encoding="utf-8")
    whole = engine.analyse

    def failing(article: Source) -> Analysis:
        return whole(article) if "FAULT" not in article.text else [][len(article.text)]

    monkeypatch.setattr(engine, "analyse", failing)
    with pytest.raises(SystemExit) as ended:
        app.main([command, *map(str, files)], standalone_mode=False)
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert told.err.startswith(f"check: {files[0]}: could not be checked, by a fault of this program")
    assert told.out and "FAULT" not in told.out
