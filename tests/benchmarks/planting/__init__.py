"""Slips planted in published articles, one a copy, each with a clean twin: `tests/benchmarks/plant.py` is the command."""
