"""Keeps compiled patterns, rules and modules for the wheel and for an editable checkout (`checker/compiled.py` and `checker/modules.py` say what and why)."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledHook(BuildHookInterface[Any]):
    """Runs `checker.compiling.build` in a process of its own; the build goes on without the file where that fails."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write `checker/data/compiled.bin` and `modules.bin` before the files of the wheel are gathered."""
        code = "import sys; sys.path.insert(0, sys.argv[1]); from checker import compiled; compiled.make_room(); from checker import compiling; " \
            "compiling.build(sys.argv[1], sys.argv[2] == 'editable')"
        done = subprocess.run([sys.executable, "-c", code, self.root, version], capture_output=True, text=True, check=False)
        if done.returncode:
            self.app.display_warning(f"built without compiled patterns and modules, start-up will be slower: {done.stderr.strip()[-300:]}")
