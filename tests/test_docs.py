"""The pages tell what is so: links lead somewhere, configurations load, options exist."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from checker.commands import app
from checker.config.read import load

TOP = Path(__file__).parent.parent
PAGES = sorted([*TOP.glob("docs/*.md"), TOP / "docs/rules/README.md", TOP / "README.md"])


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert "://" in target or (page.parent / target).exists(), target


def test_the_configuration_of_the_page_loads(tmp_path: Path) -> None:
    text = (TOP / "docs/living.md").read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    (tmp_path / "house").mkdir()
    (tmp_path / "house/check.toml").write_text("", encoding="utf-8")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/check.toml").write_text(text, encoding="utf-8")
    config = load(str(tmp_path / "desk/check.toml"))
    assert config.accepts
    assert config.sections
    assert config.stories


def test_sidecars_of_the_pages_are_toml() -> None:
    for page in PAGES:
        for block in re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.S):
            tomllib.loads(block)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_options_of_the_pages_exist(page: Path) -> None:
    context = click.Context(app)
    commands = [app.get_command(context, name) for name in app.list_commands(context)]
    known = {o for c in commands if c is not None for p in c.params for o in p.opts}
    known |= {"--version", "--help", "--watch", "--add-noqa"}  # the last two are ruff's
    text = page.read_text(encoding="utf-8")
    used = {o for line in re.findall(r"`([^`\n]*)`|^ {4}(check .*)$", text, re.M) for o in re.findall(r"(?<![\w-])--[a-z][a-z-]+", " ".join(line))}
    assert used <= known
