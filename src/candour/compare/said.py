"""What a comparison comes to, in sentences."""

from typing import Literal

import msgspec

Outcome = Literal["told apart", "not told apart", "in groups", "not comparable", "not known", "alone"]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What one may conclude, before any number.

    `outcome` is: two were told apart, or could not be; several stand in groups; figures are not like for like; there
    are none, or they say nothing of how sure they are; or there is one alone. `answer` says it in one sentence, `why`
    how sure that is and what it rests on, `change` what would make another answer possible.
    """

    outcome: Outcome
    answer: str
    why: tuple[str, ...] = ()
    change: tuple[str, ...] = ()
