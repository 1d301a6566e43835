"""Nouns of events and the finite verbs of the same events: "suspension" is what somebody "suspended".

Written by hand from general knowledge of the language; each line is one family, its nouns before its verbs, some without
verbs. What goes on for days (riots, talks, storms) is left out: it is told of every day.
"""

from __future__ import annotations

_FAMILIES = """
suspension suspensions: suspended suspends
removal removals: removed removes
resignation: resigned resigns
arrest arrests: arrested arrests
announcement: announced announces unveiled unveils
decision ruling verdict: decided decides ruled
vote votes: voted votes
speech address: spoke speaks addressed
arguments argument: argued argues
hearing hearings: grilled questioned
testimony: testified testifies
debate: debated debates
meeting: met meets
visit: visited visits
ouster firing dismissal: ousted ousts fired fires sacked sacks dismissed dismisses
crash collision derailment: crashed crashes collided collides derailed derails
explosion explosions blast blasts bombing bombings: exploded explodes detonated
launch liftoff: launched launches
march demonstration: marched marches demonstrated demonstrates
rally: rallied rallies
sentencing: sentenced sentences
conviction: convicted convicts
indictment indictments: indicted indicts
release: released releases
appointment: appointed appoints
nomination: nominated nominates
signing: signed signs
lawsuit suit: sued sues
death deaths: died dies
killing killings slaying: killed kills slew slain
shooting shootings gunfire: shot shoots
attack attacks assault rampage: attacked attacks
stabbing stabbings: stabs stabbed
funeral burial: buried buries
wedding: married marries wed
endorsement endorsements: endorsed endorses
collapse: collapsed collapses
escape: escaped escapes
withdrawal: withdrew withdraws
apology: apologized apologizes apologised apologises
closure closing: closed closes
opening reopening: opened opens reopened reopens
veto: vetoed vetoes
rejection: rejected rejects
approval passage: approved approves passed passes
acquisition purchase: acquired acquires bought buys
departure: departed departs
inauguration: inaugurated inaugurates
ambush: ambushed ambushes
robbery: robs robbed
plea: pled pleaded
execution: executed executes
invasion: invaded invades
evacuation: evacuated evacuates
landing: landed lands
eruption: erupted erupts
acquittal: acquits acquitted
adoption: adopted adopts
kidnapping abduction: kidnaps kidnapped abducted abducts
settlement: settled settles
ceremony:
vigil:
earthquake quake:
accident:
summit:
merger: merged merges
game match:
election:
primary:
runoff:
caucuses:
referendum:
interview interviews: interviewed
conference:
briefing: briefed
appearance: appeared
filing: filed
deal agreement accord: agreed
victory win triumph: won beat defeated
defeat loss: lost
ban: banned bans
shutdown: shut
outage blackout:
massacre: massacred
takeover: seized
pardon: pardoned pardons
concession: conceded concedes
lunch dinner breakfast:
swearing-in: swore sworn
transfer: transferred transfers
retirement: retired retires
relaunch: relaunched
hack breach leak: hacked leaked
sale: sold sells
questioning interrogation: interrogated
confrontation: confronted
"""


def _read(part: int) -> dict[str, str]:
    """Each word of one half of the lines, and the first noun of its family."""
    return {word: line.split()[0].rstrip(":") for line in _FAMILIES.strip().splitlines() for word in line.split(":")[part].split()}


NOUNS, VERBS = _read(0), _read(1)
