"""What a check is: a function from the ledger to conflicts, with the parameters that a rule may set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from checker.link.ledger import Ledger
from checker.model import Conflict


class Check(NamedTuple):
    """`run(ledger, params)` yields conflicts; `params` is the parameter class, a NamedTuple with defaults.

    A check has no wording, no rule ids and no severities: those are the rule's.
    """

    params: type[Any]
    run: Callable[[Ledger, Any], Iterator[Conflict]]
