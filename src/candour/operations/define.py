"""Say what an indicator or a metric means, as its definition does."""

from collections.abc import Sequence
from difflib import get_close_matches

from candour.errors import CandourError
from candour.indicators.definition import Indicator, Metric, indicators, metrics

Definition = Indicator | Metric


def definitions_with(words: Sequence[str], *, theme: str | None = None) -> tuple[Definition, ...]:
    """The definition whose id is the only word; else all in whose id, title or question every word stands.

    Without words all of them, indicators first, as their themes come on the reference page. Only indicators have a
    `theme`.

    Raises:
        CandourError: no definition fits.
    """
    chosen: list[Definition] = [one for one in indicators().values() if theme in (None, one.theme)]
    chosen += [] if theme else metrics().values()
    if found := [one for one in chosen if list(words) == [one.id]]:
        return tuple(found)
    wanted = [word.casefold() for text in words for word in text.split()]
    fitting = tuple(one for one in chosen if all(word in _text(one) for word in wanted))
    if not fitting:
        near = get_close_matches("-".join(wanted), [one.id for one in chosen], n=3)
        hint = f"the nearest are {', '.join(near)}" if near else "`candour define` lists all of them"
        raise CandourError(f"no indicator or metric has {' '.join(words)!r} in its id, title or question; {hint}")
    return fitting


def _text(definition: Definition) -> str:
    return f"{definition.id} {definition.title} {definition.question}".casefold()
