"""Verbs of figures that go up and of those that go down, and of those that go the way that "up" or "down" behind them tells."""

from __future__ import annotations

RISING = frozenset("""rose rise rises risen rising grew grow grows grown growing climbed climb climbs climbing increased increase increases increasing
jumped jump jumps jumping surged surge surges surging soared soar soars soaring raised raise raises raising gained accelerated accelerates
swelled swelling rebounded rebounding leaped leapt ballooned ballooning spiked spiking mounted mounting widened widening expanded expand expands expanding boosted boosts lengthened lengthens hiked hikes upped""".split())
FALLING = frozenset("""fell fall falls fallen falling dropped drop drops dropping declined decline declines declining decreased decrease decreases decreasing
slid slide slides sliding slipped slip slips slipping dipped dip dips dipping shrank shrink shrinks shrunk sank sinks plunged plunge plunges plunging
tumbled tumbles slumped slumps plummeted cut cuts lowered lower lowers reduced reduces slowed slows eased eases trimmed slashed
shrinking sinking tumbling slumping plummeting dwindled dwindling diminished diminishing narrowed narrowing shortened shortens""".split())
MOVED = frozenset("ticked ticks ticking edged edges edging inched inches inching crept creeps nudged picked picks picking went goes going gone moved came comes is was are were".split())
# of how fast something goes: who slows a rise has a smaller figure, and who slows down a longer time
OF_PACE = frozenset("accelerated accelerates mounted mounting slowed slows eased eases".split())
