"""Whether a text is copy of a business desk, where amounts of one kind stand side by side and are seldom one thing told twice."""

from __future__ import annotations

from checker.structure.document import Document

# companies, their results, their deals and the markets, as any business page has them
_WORDS = frozenset("""acquire acquired acquisition analyst analysts assets bank banks barrels bid bond bonds co commodity company corp currency debt deficit dividend earnings exchange exports
fiscal futures imports inc investors loan loans ltd market markets merger output plc price prices profit profits quarter revenue revenues sales securities share shareholder shareholders
shares stock stocks surplus takeover tender tonne tonnes yield""".split())
_SEVERAL = 3
_SHARE = 0.02  # of all words: three in four articles of general news have less than a quarter of that, three in four business stories more


def is_business(document: Document) -> bool:
    """Is every fiftieth word one of business, and are there several of them?"""
    told = _WORDS & document.distinct
    return len(told) >= _SEVERAL and sum(document.counts[word] for word in told) >= _SHARE * len(document.plain_words)
