"""Where a page stands: the pages above it."""

from dataclasses import dataclass

from candour.site.components.component import Component
from candour.site.components.link import Link


@dataclass(frozen=True, slots=True)
class Breadcrumbs(Component):
    """`above` leads from the whole site to what is next above the page."""

    above: tuple[Link, ...]
