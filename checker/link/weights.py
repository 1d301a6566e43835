"""Weights of the evidence that two figures are said of one thing."""

BIAS: float = -5.0
WEIGHTS: dict[str, float] = {}
