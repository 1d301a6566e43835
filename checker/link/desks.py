"""Whether a text is copy of the business or the sports desk, where figures of one kind stand side by side and are seldom one thing told twice."""

from __future__ import annotations

from checker.structure.document import Document

# companies, their results, their deals and the markets, as any business page has them
_BUSINESS = frozenset("""acquire acquired acquisition analyst analysts assets bank banks barrels bid bond bonds co commodity company corp currency debt deficit dividend earnings exchange exports
fiscal futures imports inc investors loan loans ltd market markets merger output plc price prices profit profits quarter revenue revenues sales securities share shareholder shareholders
shares stock stocks surplus takeover tender tonne tonnes yield""".split())
# games, those who play them and what they play for; none that elections share ("race", "win", "victory", "seat")
_SPORT = frozenset("""athletics batsman bowler championship championships coach coaches cricket cup defender fixture fixtures football footballer game games goal goalkeeper goals golf half-time hockey
injury inning innings kick-off league match matches medal midfielder midfield olympic olympics penalty pitch player players playoff playoffs quarter-final referee rugby scored scorer season seasons
semi-final squad stadium striker team teams tennis tournament wicket wickets""".split())
_SEVERAL = {_BUSINESS: 3, _SPORT: 5}  # the games of politics have a few such words, too
_SHARE = 0.02  # of all words: three in four articles of general news have less than a quarter of that, three in four business stories more


def has_crowded_figures(document: Document) -> bool:
    """Is every fiftieth word one of business or one of sport, and are there several of them?"""
    for words, several in _SEVERAL.items():
        told = words & document.distinct
        if len(told) >= several and sum(document.counts[word] for word in told) >= _SHARE * len(document.plain_words):
            return True
    return False
