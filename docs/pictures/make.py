"""Make the pictures of the documentation from real reports on the examples of this repository.

    .venv/bin/python docs/pictures/make.py

Needs Chromium with its driver (Debian: chromium chromium-driver) and, for the Word report, a program that shows comments beside the page
(npm install --no-save docx-preview@0.3 jszip@3). Each picture is kept below 150 KB, so that a clone stays small; the script fails where one is larger.
"""

from __future__ import annotations

import base64
import html
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
CHECK = str(Path(sys.executable).with_name("check"))
LARGEST = 150_000  # bytes
_COLOURS = {"1": "font-weight:700", "2": "opacity:.7", "31": "color:#ff8f88", "32": "color:#9fd89f", "33": "color:#f0c674", "34": "color:#8fc4f2",
            "35": "color:#d3a6e8", "36": "color:#8fd6d6", "4": "text-decoration:underline"}
_DOCX = ("jszip/dist/jszip.min.js", "docx-preview/dist/docx-preview.min.js")
_WORD = """<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0;font-family:"DejaVu Serif",serif}
.docx-wrapper{background:#fff!important;padding:0!important;align-items:flex-start!important}
section.docx{box-shadow:none!important;position:relative;overflow:visible!important;padding:32px 40px!important;width:760px!important}.docx-comment-ref{font-size:0!important}
.docx-comment-popover{display:block!important;position:absolute!important;left:790px!important;width:340px!important;max-width:none!important;background:#fdf6e3;border:1px solid #d8cfae;
border-left:4px solid #bd7a00;padding:4px 10px;font:12px/1.4 "DejaVu Sans",sans-serif}.docx-comment-popover *{font:inherit!important;margin:0!important;min-height:0!important}
.docx-comment-date{display:none}</style><div id="at"></div><script>%s</script><script>%s</script><script>
docx.renderAsync(Uint8Array.from(atob("%s"), (c) => c.charCodeAt(0)), document.getElementById("at"), null, { renderComments: true, experimental: true }).then(() => {
  let below = 0;
  for (const box of document.querySelectorAll(".docx-comment-popover")) {
    const top = Math.max(box.previousElementSibling.getBoundingClientRect().top - 14, below);
    box.style.top = top + "px"; below = top + box.offsetHeight + 8;
  } });</script>"""
_TERMINAL = """<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0;background:#1b1d1f;color:#e6e3dc;padding:22px 26px}
pre{margin:0;font:13.5px/1.5 "DejaVu Sans Mono",monospace;white-space:pre}</style><pre>%s</pre>"""


def main() -> None:
    """Make all pictures; exit 1 where a program is missing or a picture is too large."""
    missing = [p for p in ("chromedriver",) if shutil.which(p) is None] + [p for p in _DOCX if not (TOP / "node_modules" / p).exists()]
    if missing:
        sys.exit(f"not installed: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        report(work / "one.html", "examples/desk/bridge.md")
        report(work / "several.html", "examples/desk", "examples/council.txt")
        report(work / "sources.html", "examples/sources/story.txt", "--against", "examples/sources/wire.txt", "--against", "examples/sources/radio.txt")
        (work / "terminal.html").write_text(_TERMINAL % coloured(terminal("examples/desk/market.txt")), encoding="utf-8")
        browser = chromium()
        try:
            picture(browser, work / "one.html", "report.png", (1240, 560), top=1130)
            picture(browser, work / "one.html", "report-narrow-dark.png", (390, 760), dark=True, top=1500)
            picture(browser, work / "several.html", "index.png", (1240, 640))
            picture(browser, work / "sources.html", "sources.png", (1240, 640), top=130)
            picture(browser, work / "terminal.html", "terminal.png", (1040, 230))
            word(browser, work)
        finally:
            browser.quit()
    large = [p.name for p in sorted(HERE.glob("*.png")) if p.stat().st_size > LARGEST]
    if large:
        sys.exit(f"larger than {LARGEST // 1000} KB: {', '.join(large)}")


def report(output: Path, *words: str) -> None:
    """Write a report; the exit code tells of findings, which are wanted here."""
    if subprocess.run([CHECK, *words, "-o", str(output)], cwd=TOP, check=False).returncode > 1:
        sys.exit(1)


def terminal(*words: str) -> str:
    """What a terminal gets, colours and all."""
    read, write = pty.openpty()
    with subprocess.Popen([CHECK, *words], cwd=TOP, stdout=write, stderr=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"}) as ran:
        os.close(write)
        got = b""
        try:
            while part := os.read(read, 65536):
                got += part
        except OSError:  # the other end is closed: Linux tells so by an error
            pass
        ran.wait()
    os.close(read)
    return f"$ check {' '.join(words)}\n" + got.decode().replace("\r\n", "\n")


def coloured(words: str) -> str:
    """Terminal colours as HTML."""
    out, last, open_ = [], 0, 0
    for m in re.finditer(r"\x1b\[([\d;]*)m", words):
        out.append(html.escape(words[last:m.start()]))
        last = m.end()
        styles = [_COLOURS[c] for c in m[1].split(";") if c in _COLOURS]
        if styles:
            out.append(f'<span style="{";".join(styles)}">')
            open_ += 1
        elif m[1] in ("", "0"):
            out.append("</span>" * open_)
            open_ = 0
    return "".join([*out, html.escape(words[last:])])


def chromium() -> Any:
    """A browser without a window."""
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-lcd-text"):
        options.add_argument(word)
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver") or ""))


def picture(browser: Any, page: Path, name: str, size: tuple[int, int], dark: bool = False, top: int = 0) -> None:
    """What a window of that size shows of the page, scrolled down by `top` pixels."""
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
    browser.get(page.as_uri())
    browser.execute_script("scrollTo(0, arguments[0])", top)
    time.sleep(0.5)
    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    (HERE / name).write_bytes(base64.b64decode(shot["data"]))


def word(browser: Any, work: Path) -> None:
    """The Word report as docx-preview sets it, with its comments drawn in the margin, where Word has them; ours have no date, it would show 1970."""
    report(work / "bridge.docx", "examples/desk/bridge.md")
    scripts = [(TOP / "node_modules" / name).read_text(encoding="utf-8") for name in _DOCX]
    data = base64.b64encode((work / "bridge.docx").read_bytes()).decode()
    (work / "word.html").write_text(_WORD % (*scripts, data), encoding="utf-8")
    picture(browser, work / "word.html", "word.png", (1180, 640))


if __name__ == "__main__":
    main()
