"""All that is wrong with what was typed, above the form, each leading to its place."""

from dataclasses import dataclass

from candour.site.components.component import Component


@dataclass(frozen=True, slots=True)
class ErrorSummary(Component):
    """`errors` are pairs: what is wrong, and the id of what to mend, empty where it is no single thing."""

    errors: tuple[tuple[str, str], ...]
