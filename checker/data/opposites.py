"""Words that exclude each other of one thing: opposites, and the members of small closed sets.

Written by hand from general knowledge of the language. A row is one scale or set; its sides are parted by "/", a side's words mean the same there.
"""

from __future__ import annotations

# the verbs and adjectives of one scale: who does the one does not do the other
OPPOSITES = """
rise rises rising rose risen grow grows growing grew grown increase increases increasing increased climb climbs climbing climbed jump jumps jumping jumped gain gains gaining gained surge surges surging surged soar soars soaring soared expand expands expanding expanded raise raises raising raised boost boosts boosting boosted swell swells swelling swelled double doubles doubled triple triples tripled up higher bigger larger more / fall falls falling fell fallen drop drops dropping dropped decline declines declining declined decrease decreases decreasing decreased shrink shrinks shrinking shrank shrunk slip slips slipping slipped slide slides sliding slid dip dips dipping dipped cut cuts cutting reduce reduces reducing reduced slash slashes slashing slashed lower lowers lowering lowered plunge plunges plunging plunged plummet plummets plummeting plummeted sink sinks sinking sank tumble tumbles tumbling tumbled halve halves halved down smaller leaner fewer less
approve approves approving approved pass passes passing passed ok oks endorse endorses endorsing endorsed backs backing backed support supports supporting supported uphold upholds upholding upheld affirm affirms affirmed favor favors favored / reject rejects rejecting rejected oppose opposes opposing opposed defeat defeats defeated veto vetoes vetoing vetoed overturn overturns overturning overturned strike strikes striking struck
accept accepts accepting accepted agree agrees agreed / refuse refuses refusing refused reject rejects rejecting rejected decline declines declined
allow allows allowing allowed permit permits permitting permitted let lets grant grants granting granted / deny denies denying denied bar bars barring barred ban bans banning banned block blocks blocking blocked prohibit prohibits prohibited forbid forbids forbade
sign signs signing signed / veto vetoes vetoing vetoed
open opens opening opened reopen reopens reopened / close closes closing closed shut shuts shutting
hire hires hiring hired / fire fires firing fired sack sacks sacked
strengthen strengthens strengthening strengthened tighten tightens tightening tightened toughen toughens / weaken weakens weakening weakened loosen loosens loosening loosened relax relaxes relaxed ease eases easing eased
praise praises praising praised hail hails hailed laud lauds lauded welcome welcomes welcoming welcomed applaud applauds applauded cheered defend defends defended / criticize criticizes criticized blast blasts blasted slam slams slammed condemn condemns condemned denounce denounces denounced assail assails assailed
acquit acquits acquitted innocent clears cleared / convict convicts convicted guilty
lift lifts lifting lifted / impose imposes imposing imposed
join joins joining joined enter enters entering entered / quit quits quitting leave leaves leaving left exit exits exiting exited withdraw withdraws withdrew
begin begins beginning began start starts starting started launch launches launched resume resumes resumed / end ends ending ended stop stops stopping stopped halt halts halted cancel cancels canceled cancelled suspend suspends suspended
win wins winning won beat beats defeat defeats / lose loses losing lost
likely / unlikely
better improve improves improved improving / worse worsen worsens worsened worsening
leads led / trails trailed
strong stronger robust / weak weaker
buy buys buying bought acquire acquires acquired / sell sells selling sold
confirm confirms confirmed admit admits admitted acknowledge acknowledges acknowledged / deny denies denied denying
legal / illegal
safe safer / unsafe dangerous
arrest arrests arresting arrested detain detains detained jail jails jailed / free frees freeing freed release releases releasing released
suspend suspends suspended suspending scrap scraps scrapped / restore restores restored restoring reinstate reinstates reinstated
bleak grim gloomy dim / bright rosy
survive survives survived alive / die dies died dead killed
"""

# of one thing only one is right
SETS = """
urban / suburban / rural
senate / house
democrat democrats democratic dems / republican republicans gop
men man male males / women woman female females
son sons / daughter daughters
husband / wife
brother brothers / sister sisters
father / mother
north northern / south southern / east eastern / west western
first / second / third / fourth / fifth / sixth
federal / county / municipal
governor gov / mayor / congressman congresswoman / senator sen
french france / german germany germans / italian italy italians / spanish spain / chinese china / japanese japan / russian russia russians / indian india indians / canadian canada canadians / mexican mexico mexicans / israeli israel israelis / iranian iran iranians / turkish turkey / egyptian egypt / saudi saudis / polish poland / greek greece / irish ireland / swedish sweden / dutch netherlands / brazilian brazil
muslim muslims / christian christians / jewish jews / hindu hindus / catholic catholics
sunni sunnis / shiite shiites
army / navy / marines marine
teachers teacher / nurses nurse / firefighters firefighter / doctors doctor / truckers trucker
morning / afternoon / evening
private / public
primary / runoff
black blacks / white whites / hispanic hispanics latino latinos / asian asians
uncle / nephew / cousin / aunt / niece
knife stabbed stabbing / gun shot shooting
bus / train / plane / ferry
daily / weekly / monthly / yearly annual
liberal liberals / conservative conservatives
import imports / export exports
"""


def _sides(rows: str) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for row, line in enumerate(rows.strip().split("\n")):
        for side, words in enumerate(line.split(" / ")):
            for word in words.split():
                found.setdefault(word, []).append((row, side))
    return found


def _rows(rows: str) -> list[list[frozenset[str]]]:
    return [[frozenset(words.split()) for words in line.split(" / ")] for line in rows.strip().split("\n")]


def _others(rows: list[list[frozenset[str]]]) -> list[list[frozenset[str]]]:
    """What each side excludes."""
    return [[frozenset[str]().union(*(s for n, s in enumerate(row) if n != side)) for side in range(len(row))] for row in rows]


SIDES, SCALES = _sides(OPPOSITES), _rows(OPPOSITES)
MEMBERS, CLOSED = _sides(SETS), _rows(SETS)
NOT_ON_SIDE, NOT_MEMBERS = _others(SCALES), _others(CLOSED)
