"""Who says something: links from each fact to the release that said it last, in the list of all releases."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.care.days import of_release
from candour.operations.answers.answer import Answer
from candour.operations.contract.source import Source
from candour.operations.contract.timeline import TimelineRelease
from candour.site.components.link import Link
from candour.site.components.said.said import Said


@dataclass(frozen=True, slots=True)
class WhoSays:
    """The releases of a page, by the place at which each stands in the list of them."""

    places: dict[Source, int]

    @classmethod
    def of(cls, releases: Sequence[TimelineRelease]) -> "WhoSays":
        """Releases are counted from 1 in their order."""
        return cls({one.source: place for place, one in reversed(list(enumerate(releases, 1)))})

    def link(self, source: Source | None) -> Link | None:
        """To the release; None where nobody is known to say it."""
        if source is None:
            return None
        publisher = source.publisher or _("a publisher without a name")
        text = f"{publisher}, {of_release(source.date)}" if source.date else publisher
        return Link(text, f"#release-{self.places[source]}") if source in self.places else Link(text, "#releases")

    def links(self, sources: Iterable[Source | None]) -> tuple[Link, ...]:
        """To several, each once."""
        found = (self.link(source) for source in sources)
        return tuple(dict.fromkeys(link for link in found if link is not None))

    def said(self, answer: Answer, question: str = "", ask: str = "") -> Said:
        """An answer with who says so."""
        return Said(
            text=answer.text,
            state=answer.state,
            question=question,
            first=answer.alert,
            sources=self.links(answer.sources),
            ask=ask,
        )
