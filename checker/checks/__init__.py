"""The closed list of checks: (check, about) → Check."""

from __future__ import annotations

from checker.checks import (
    balanced,
    calendar,
    capitals,
    caption,
    compute,
    disagree,
    gender,
    given,
    happened,
    headline,
    introduced,
    later,
    marks,
    mixed,
    order,
    people,
    quoted,
    ratios,
    repeated,
    spans,
    terms,
    variants,
)
from checker.checks.base import Check

CHECKS: dict[tuple[str, str], Check] = {
    **{("balanced", k): v for k, v in balanced.CHECKS.items()},
    **{("calendar", k): v for k, v in calendar.CHECKS.items()},
    **{("calendar", k): v for k, v in spans.CHECKS.items()},
    **{("compute", k): v for k, v in compute.CHECKS.items()},
    **{("compute", k): v for k, v in ratios.CHECKS.items()},
    **{("disagree", k): v for k, v in caption.CHECKS.items()},
    **{("disagree", k): v for k, v in disagree.CHECKS.items()},
    **{("disagree", k): v for k, v in gender.CHECKS.items()},
    **{("disagree", k): v for k, v in happened.CHECKS.items()},
    **{("disagree", k): v for k, v in headline.CHECKS.items()},
    **{("mixed", k): v for k, v in marks.CHECKS.items()},
    **{("mixed", k): v for k, v in terms.CHECKS.items()},
    **{("mixed", k): v for k, v in mixed.CHECKS.items()},
    **later.CHECKS,
    **{("order", k): v for k, v in introduced.CHECKS.items()},
    **{("order", k): v for k, v in order.CHECKS.items()},
    **people.CHECKS,
    **{("quoted", k): v for k, v in quoted.CHECKS.items()},
    **{("repeated", k): v for k, v in repeated.CHECKS.items()},
    **{("variants", k): v for k, v in capitals.CHECKS.items()},
    **{("variants", k): v for k, v in given.CHECKS.items()},
    **{("variants", k): v for k, v in variants.CHECKS.items()},
}
