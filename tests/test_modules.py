"""Modules that the command takes from the build: the ones that are there, and the source's own where it has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUILD = "import sys; sys.path.insert(0, sys.argv[1]); from checker import compiled; compiled.make_room(); from checker import compiling; compiling.build(sys.argv[1], sys.argv[2] == 'editable')"
TELL = """
import sys
sys.path.insert(0, sys.argv[1])
from checker import modules
modules.serve()
from checker import plan, stats
import checker.checks.spans as spans
print(plan.__cached__.endswith("modules.bin"), stats.__cached__.endswith("modules.bin"), spans.__file__, getattr(stats, "CHANGED", ""),
      spans.__loader__.get_source(spans.__name__)[:3], spans.__loader__.get_code(spans.__name__).co_filename, sep="\\n")
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with its rules, built for the place where it lies."""
    place = tmp_path_factory.mktemp("checkout")
    for folder in ("checker", "rules", "examples"):
        shutil.copytree(ROOT / folder, place / folder, ignore=shutil.ignore_patterns("__pycache__", "*.bin"))
    subprocess.run([sys.executable, "-c", BUILD, str(place), "editable"], check=True)
    return place


def _told(place: Path) -> list[str]:
    return subprocess.run([sys.executable, "-c", TELL, str(place)], capture_output=True, text=True, check=True).stdout.splitlines()


def test_modules_come_from_the_build_and_changed_ones_from_their_source(checkout: Path) -> None:
    source = str(checkout / "checker/checks/spans.py")
    assert _told(checkout) == ["True", "True", source, "", '"""', source]
    stats = checkout / "checker/stats.py"
    kept = stats.read_text(encoding="utf-8")
    stats.write_text(kept + "\nCHANGED = 'yes'\n", encoding="utf-8")
    try:
        assert _told(checkout)[:4] == ["True", "False", source, "yes"]
    finally:
        stats.write_text(kept, encoding="utf-8")
    assert _told(checkout)[1] == "False"  # the same words at another time may be another file's


def test_a_wheel_s_modules_fit_wherever_they_are_put(checkout: Path, tmp_path: Path) -> None:
    """An installer gives all files new times; a source edited later is read itself."""
    subprocess.run([sys.executable, "-c", BUILD, str(checkout), "standard"], check=True)
    place = tmp_path / "site"
    for folder in ("checker", "rules"):
        shutil.copytree(checkout / folder, place / folder, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns("__pycache__"))
    source = str(place / "checker/checks/spans.py")
    assert _told(place) == ["True", "True", source, "", '"""', source]
    stats = place / "checker/stats.py"
    later = stats.stat().st_mtime + 86_400
    os.utime(stats, (later, later))
    assert _told(place)[1] == "False"


def test_whoever_imports_the_package_gets_its_sources() -> None:
    code = "import checker; from checker import stats; print(stats.__cached__)"
    assert ".pyc" in subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
