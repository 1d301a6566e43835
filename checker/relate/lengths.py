"""Whether a duration is told as the length of an event that "the" points at: "It took two hours for the meeting to run its course", "Over the nine days of the strike".

Read off the shape of the clause: the duration and the noun in it, and nothing that makes it some of the time, the time up to the event or since it, or another's.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.data.english import CONDITIONAL, FUNCTION_WORDS, LASTING, PERIODS
from checker.data.restating import GENERAL, TIMES
from checker.relate.words import Words

_DEFINITE = frozenset({"the", "this", "that"})
_ALL = frozenset({"whole", "entire", "full"})
_HEDGES = frozenset("than more less nearly about almost some over least around just roughly only approximately under".split())
# before a figure: it is some of the time, or another time
_PART = frozenset("""first last next past previous every each another additional extra other final coming recent remaining opening closing further within by in since till into
of to""".split())
# behind a figure: it is counted from the event or up to it, or is some of it
_AWAY = frozenset("ago earlier later before after until of into in away ahead old late early per each left from behind short shy and or to since prior more longer shorter".split())
_UNSURE = CONDITIONAL - {"would"} | frozenset("""planned scheduled expected supposed proposed usual usually normally typically average another every each next previous
earlier instead rather originally initially already still yet so longest shortest record without second half""".split())
_ENDS = frozenset("end ended ends over close closed closes finish finished conclude concluded adjourned stopped up done complete completed dispersed course".split())
# what is done to an event that is begun, moved or stopped for so long, or for part of it
_ELSE = frozenset("""began begin begun begins starts started start opened opens resumed resume convened place delayed delay postponed suspended interrupted paused halted
extended shortened lengthened cut reduced moved announced called due set away spent spend broke""".split())
_BEGUN = frozenset({"began", "begun", "started", "opened", "start"})
_MEASURES = frozenset("length duration span course whole all extent start beginning opening".split())
_DURING = frozenset("in at on during through throughout".split())
_OPENERS = frozenset("that when once while but said says".split())
_PERSONS = frozenset("he she they we i you".split())
_FITS = {"in": _ENDS, "of": frozenset({"total"}), "to": frozenset({"came", "comes", "ran", "runs", "amounted", "added"}), "last": frozenset({"would", "did", "to", "will"})}
_BREAKS = frozenset(";:")
_TAKES = frozenset({"was", "took", "takes", "needed"})
_BE = frozenset("was were is are has had will".split())
_SHORT, _STRANGE = 16, 4  # words of a sentence besides the two, and those of them that are neither grammar nor measure
_GONE = frozenset("gone passed elapsed went go".split())
_FROM_THERE = frozenset({"after", "before", "until", "from", "into"})
_ALSO_LAST = frozenset({"extended", "spent", "began", "begun", "away", "start", "started"})
_COUNTED_FROM = frozenset("ago earlier later ahead old since within into first last every each another other others more less longer shorter next previous and or part most some half".split())
_WIDEST = 4  # words behind a compound among which its noun stands
_TAIL = 5  # words behind the noun in which its end is told


def is_length_of(words: Words, figure: tuple[int, int], noun: str, modifiers: Sequence[str], longer: bool) -> bool:
    """Do the words tell the duration as the length of the event of this noun, with no more than these modifiers?

    `figure` are its own first and last words; where it is `longer` than the event was said to be, nobody can have spent so long in it either.
    """
    first, last = figure
    lower = words.lower
    if noun not in lower or not _UNSURE.isdisjoint(lower) or "not" in lower and not {"until", "without"} & set(lower):
        return False
    lead = _lead(lower, first)
    before = lower[lead] if lead >= 0 else ""
    if before in _PART and lower[max(0, lead - 1)] not in _FITS.get(before, ()):
        return False
    for at in range(len(lower)):
        if lower[at] == noun and not first <= at <= last:
            pointer = _pointer(words, at, modifiers)
            near = lower[at:first] if at < first else lower[last + 1:pointer]
            if pointer >= 0 and _BREAKS.isdisjoint(near) and ((_behind(words, figure, pointer, at, longer) if at < first else _ahead(words, figure, pointer, at, lead)) or _alone(words, figure, pointer, at)):
                return True
    return False


def nouns(words: Words, at: int) -> list[str]:
    """The words that follow a length told as a compound ("90-minute staff meeting" → staff, meeting), of which one may be the event."""
    found = []
    at += words.lower[at].isdigit()  # "90-minute" is two words, "nine-minute" one
    for word in words.lower[at + 1:at + 1 + _WIDEST]:
        if word in FUNCTION_WORDS or word in PERIODS or not word[0].isalpha():
            break
        found.append(word)
    return found


def _lead(lower: Sequence[str], first: int) -> int:
    """The word before the figure and its hedges, -1 where it opens the sentence."""
    at = first - 1
    while at >= 0 and (lower[at] in _HEDGES or lower[at] in ("at", "up") and lower[at + 1] in ("least", "to")):
        at -= 1
    return at


def _pointer(words: Words, at: int, modifiers: Sequence[str]) -> int:
    """Where "the" of the noun stands; -1 where none does, where it is one of another kind, or where another noun follows ("the meeting room")."""
    lower, i = words.lower, at - 1
    while i >= 0 and (lower[i] in _ALL or lower[i] in modifiers):
        i -= 1
    if i < 0 or lower[i] not in _DEFINITE:
        return -1
    behind = lower[at + 1:at + 3]
    compound = len(behind) > 1 and at + 1 not in words.behind_commas and behind[0] not in FUNCTION_WORDS and behind[0][0].isalpha() and not behind[0].endswith("ed") and behind[1] in _BE
    return -1 if compound else i


def _alone(words: Words, figure: tuple[int, int], pointer: int, at: int) -> bool:
    """Does the short sentence hold little besides the event and the duration: no name, no other figure, nobody, nothing that begins, is moved or counted from elsewhere?"""
    lower, (first, last) = words.lower, figure
    rest = [w for i, w in enumerate(lower) if not first <= i <= last and not pointer <= i <= at and w[0].isalnum()]
    behind = lower[last + 1] if last + 1 < len(lower) else ""
    if len(rest) > _SHORT or any(words.in_name[1:]) or any(w[0].isdigit() for w in rest) or not _PERSONS.isdisjoint(rest) or not _COUNTED_FROM.isdisjoint(rest) or not _ELSE.isdisjoint(set(rest) - _ALSO_LAST):
        return False
    if behind in _FROM_THERE or not {"after", "before", "until"}.isdisjoint(rest) and (_ENDS | _GONE).isdisjoint(rest):
        return False
    return sum(w not in GENERAL and w not in TIMES and w not in _ENDS and w not in FUNCTION_WORDS and not w.endswith("ly") for w in rest) <= _STRANGE


def _behind(words: Words, figure: tuple[int, int], pointer: int, at: int, longer: bool) -> bool:
    """The event and then the duration: "the strike lasted nine days", "the length of the strike, nine days, …"."""
    lower, (first, last) = words.lower, figure
    stretch, tail, i = lower[at + 1:first], lower[last + 1:last + 2 + _TAIL], _lead(lower, first)
    before = lower[i] if i >= 0 else ""
    follows = tail[0] if tail and last + 1 not in words.behind_commas and tail[1:2] not in (["total"], ["all"]) else ""
    if follows in _AWAY and not (follows in ("after", "before", "until") and tail[1:2] == ["it"] and not (_BEGUN if follows == "after" else _ENDS).isdisjoint(tail)):
        return False
    if not _PERSONS.isdisjoint(stretch) or any(words.in_name[at + 1:first]):
        return False
    if "it" in stretch and not LASTING.isdisjoint(stretch[stretch.index("it"):]) or first > 0 and lower[first - 1] in _ALL:
        return True
    if not _ELSE.isdisjoint(stretch) and "up" not in stretch or before in ("after", "in") and _ENDS.isdisjoint(stretch) or "and" in stretch and "its" not in stretch:
        return False
    comma = max((k for k in words.behind_commas if at < k <= first), default=first)
    if not all(w in FUNCTION_WORDS or w in LASTING for w in lower[comma:first]):
        return False  # "When the strike ended, the guards slept for nine hours"
    lead = lower[pointer - 1] if pointer and pointer not in words.behind_commas else ""
    if lead == "of":
        return not _MEASURES.isdisjoint(lower[max(0, pointer - 2):pointer - 1])
    return not lead or not lead[0].isalpha() or lead in _OPENERS or lead in _ENDS or longer and lead in _DURING


def _ahead(words: Words, figure: tuple[int, int], pointer: int, at: int, lead: int) -> bool:
    """The duration and then the event: "for nine days, the strike …", "the nine days of the strike", "nine days passed before the strike ended"."""
    lower, behind, (first, last) = words.lower, words.lower[at + 1:at + 2 + _TAIL], figure
    before = lower[lead] if lead >= 0 else ""
    if pointer == last + 1:
        return pointer in words.behind_commas and _ELSE.isdisjoint(behind[:2]) and (before in ("for", "at") or before == "after" and not _ENDS.isdisjoint(behind))
    joint = lower[pointer - 1]
    if pointer == last + 2 and (joint == "of" or joint == "that" and not LASTING.isdisjoint(behind[:2])):
        return not {*lower[max(0, first - 1):first], before}.isdisjoint(_DEFINITE | _ALL)
    own = lead <= 0 or lower[lead - 1] == "it" and lower[lead] in _TAKES  # "nine days passed", "it was nine days"
    return own and joint in ("before", "until", "for") and not _ENDS.isdisjoint(behind) and _ELSE.isdisjoint(behind[:2]) and not any(words.in_name[last:pointer])
