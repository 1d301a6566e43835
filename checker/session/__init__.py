"""A run: what it was told (`options`), what it reads (`inputs`), how it is done (`jobs`, `run`, `after`), what it says (`told`)."""
