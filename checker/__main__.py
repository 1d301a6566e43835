"""`python -m checker`: the same as the command `check`."""

from __future__ import annotations

from checker.cli import main

if __name__ == "__main__":
    main()
