"""Postcodes of the United Kingdom: their one spelling, and what they are made of."""

import re

import msgspec

_SHAPE = re.compile(
    r"""
    (?P<outward>
        (?: [A-Z]{1,2} [0-9]{1,2} )         # M1, M60, CR2, DN55
      | (?: [A-Z]{1,2} [0-9] [A-Z] )        # W1A, EC1A
    )
    (?P<inward> [0-9] [ABD-HJLNP-UW-Z]{2} ) # C, I, K, M, O and V are never in the last two
    """,
    re.VERBOSE,
)
_AREA = re.compile(r"[A-Z]{1,2}")


class Postcode(msgspec.Struct, frozen=True, order=True):
    """A postcode in two halves, in capitals: "SW1A" and "2AA"."""

    outward: str
    inward: str

    def __str__(self) -> str:
        """The postcode as it is written, with one space."""
        return f"{self.outward} {self.inward}"

    @property
    def area(self) -> str:
        """The letters that it begins with, such as SW."""
        found = _AREA.match(self.outward)
        return found[0] if found else ""

    @property
    def in_northern_ireland(self) -> bool:
        """Whether it is of Northern Ireland: all of its postcodes begin with BT, and no others do."""
        return self.area == "BT"


def parse(text: str) -> Postcode | None:
    """The postcode that a text is, however it is spaced or cased; None when it has another shape.

    Only the shape is looked at: whether the post delivers there is not known here. GIR 0AA, of a bank that is gone,
    and the districts of the forces and of overseas territories have other shapes, and are not postcodes of a place.
    """
    found = _SHAPE.fullmatch("".join(text.split()).upper())
    return Postcode(found["outward"], found["inward"]) if found else None
