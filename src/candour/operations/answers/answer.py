"""An answer in a sentence, with what it rests on, in one of the four states."""

import msgspec

from candour.operations.contract.observed import State
from candour.operations.contract.source import Source


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What can be said in answer to a question.

    `text` is a whole sentence in every state: where there is no value it says why. `alert` marks what one should see
    first: what was promised and is missing, was not met, or is below a floor. `period` and `n` say of when it is, and
    on how many it rests, where it is a figure.
    """

    state: State
    text: str
    alert: bool = False
    period: str | None = None
    n: str | None = None
    sources: tuple[Source, ...] = ()


def told(
    text: str, *sources: Source | None, alert: bool = False, period: str | None = None, n: str | None = None
) -> Answer:
    """An answer from what was published; each source once."""
    named = tuple(dict.fromkeys(source for source in sources if source is not None))
    return Answer(state="value", text=text, alert=alert, period=period, n=n, sources=named)


def unreported(text: str) -> Answer:
    """Nothing was published; `text` says what."""
    return Answer(state="not reported", text=text)


def uncomputable(text: str, *sources: Source | None) -> Answer:
    """Something was published, from which the answer cannot be made; `text` says why."""
    named = tuple(dict.fromkeys(source for source in sources if source is not None))
    return Answer(state="not computable", text=text, sources=named)
