"""Where one can read more of a thing that is compared."""

from candour.site.components.link import Link
from candour.site.pages.reading import address_of

_PAGES = {"providers": "provider", "councils": "council"}


def unit_link(kind: str, key: str, name: str) -> Link | str:
    """Its name, with the way to its own page where it has one."""
    if kind == "contracts":
        ocid = name.split(" ", 1)[0]
        return Link(name, address_of("contract", ocid))
    page = _PAGES.get(kind)
    return Link(name, address_of(page, key)) if page else name
