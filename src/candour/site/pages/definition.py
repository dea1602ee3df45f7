"""What the page of a definition shows, of an indicator as of a metric."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.indicators.definition import Source
from candour.site.components.link import Link
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.pages.values import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionBody:
    """`method` is the query or recipe itself; `compare` leads to comparisons by it."""

    why: str
    shown: Shown
    compare: tuple[Link, ...]
    caveats: tuple[str, ...]
    facts: SummaryList
    lists: tuple[tuple[str, tuple[object, ...]], ...]
    method: str
    method_title: str


def direction(better: str) -> str:
    """Which way is better."""
    return {"higher": _("more is better"), "lower": _("less is better")}.get(better, _("neither way is better"))


def sources(found: Sequence[Source]) -> tuple[object, ...]:
    """Where it comes from, each with the way there where it has one."""
    return tuple(Link(one.title, one.url) if one.url else one.title for one in found)
