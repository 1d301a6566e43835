"""What happens to one thing once, or seldom twice: nouns of events, and the verbs of the same events.

Written by hand from general knowledge of the language, like `checker.data.deeds`, whose families are among these; each line is one family, its
nouns before its verbs. A verb of two words ("took effect") stands under the word that tells it.
"""

from __future__ import annotations

from checker.data import deeds

_FURTHER = """
beginning start outbreak: began begins begin started starts start erupted broke
end conclusion expiry expiration: ended ends end concluded concludes concluding expired expires expire finished
founding foundation establishment formation creation: founded established formed created
birth: born
landing: landfall
arrival: arrived arrives arrive
sinking grounding: sank sunk aground sinks
disappearance: disappeared vanished missing
publication release: published released publishes releases
completion: completed
discovery: discovered
graduation: graduated
divorce separation: divorced separated
accession: joined joins joining
hiring: hired hires
commencement: effect
election re-election: elected re-elected reelected
diagnosis: diagnosed
introduction: introduced introduces
passage enactment approval adoption: passed passes enacted passing
retirement: retired retires
murder: murdered
theft burglary: stole stolen burgled
expulsion: expelled expels
deployment: deployed deploys
surgery operation transplant: underwent
capture: captured captures
fall: fell toppled
rescue: rescued rescues
declaration: declared declares
extradition: extradited
deportation: deported
dissolution: dissolved
detention: detained detains
flight: fled flees
entry: entered
burning: burned burnt
construction: built constructed
assassination: assassinated
debut: debuted
departure exit: left
injury: injured wounded
draft: drafted
trial: tried
visit trip tour: visited toured
strike walkout: struck
move relocation: moved
purchase: purchased
reopening: reopened
replacement: replaced
return: returned returns
seizure: seized
split: split
suicide: hanged
testimony: testified
treaty: ratified
unveiling: unveiled
"""


def _read() -> tuple[dict[str, str], frozenset[str]]:
    """Each word and the family that it is of, and which of them are nouns; words that `deeds` has keep their family."""
    found = deeds.VERBS | deeds.NOUNS
    named = set(deeds.NOUNS)
    for line in _FURTHER.strip().splitlines():
        nouns, _, verbs = line.partition(":")
        known = next((found[w] for w in nouns.split() if w in found), nouns.split()[0])
        for word in (*nouns.split(), *verbs.split()):
            found.setdefault(word, known)
        named.update(nouns.split())
    for word in [w for w in found if w.endswith("s") and not w.endswith("ss") and w not in named]:
        found.setdefault(word[:-1], found[word])  # "meets", "will meet"
    return found, frozenset(named)


FAMILY, NOUNS = _read()
