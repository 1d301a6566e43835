"""Attributes that are read when they are first asked for; they live in `checker.records`, since documents have them too."""

from __future__ import annotations

from checker.records import lazy as lazy
