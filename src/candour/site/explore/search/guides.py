"""Pages of the site itself, by words of what one finds there."""

from collections.abc import Iterator, Sequence

from candour.care.organisation_name import plain
from candour.site.components.link import Link
from candour.site.pages.reading import address_of


def guides_found(words: Sequence[str]) -> tuple[Link, ...]:
    """Those in whose description every word stands or begins a word."""
    if not words:
        return ()
    return tuple(
        Link(about, address_of(id))
        for id, about in _guides()
        if all(any(said.startswith(word) for said in plain(f"{id} {about}").split()) for word in words)
    )


def _guides() -> Iterator[tuple[str, str]]:
    # The search is itself one of the kinds of page.
    from candour.site.explore import KINDS

    for kind in KINDS:
        if not kind.key:
            yield kind.id, kind.about
