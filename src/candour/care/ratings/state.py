"""What it means that there is a rating, or none: six states, none of which is a bad rating."""

from collections.abc import Mapping
from typing import Literal, get_args

RatingState = Literal[
    "rated",
    "not yet inspected",
    "inspected but not rated",
    "unrated",
    "suppressed",
    "no ratings in this nation",
]

STATES: tuple[RatingState, ...] = get_args(RatingState)

MEANINGS: Mapping[RatingState, str] = {
    "rated": "the regulator published a grade",
    "not yet inspected": "it is registered, and there is evidence that nobody has inspected it",
    "inspected but not rated": "inspectors came and gave no grade: too little to go on, or no duty to rate",
    "unrated": "there is no grade, and the source does not say why",
    "suppressed": "the regulator keeps back a grade that it gave, for instance while it is appealed",
    "no ratings in this nation": "the regulator rates nobody",
}
"""What each state means, in a line."""
