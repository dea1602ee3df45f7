"""Facts of one thing: what each is called, and what it is."""

from dataclasses import dataclass

from candour.site.components.component import Component


@dataclass(frozen=True, slots=True)
class SummaryList(Component):
    """Pairs of a name and a value; a value that is None is *not reported*."""

    facts: tuple[tuple[str, object], ...]
