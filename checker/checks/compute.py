"""Check `compute`."""

from __future__ import annotations

from checker.checks.base import Check

CHECKS: dict[str, Check] = {}
