"""An organisation as notices or registers describe it, made ready for comparing with others."""

from datetime import date

import msgspec

from candour.care.link_end import End
from candour.care.who_is_who.name import Name


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared of an organisation, a provider or a location.

    `names` are all it is called, `postcodes` all its own and its locations' (without spaces), `places` the words of
    its towns and councils. `identifiers` are organisation ids like GB-COH-01234567; a register's own number is
    one too (GB-CQC-1-…). `provider` is whom a location belongs to, where its register says it. `evidence` is the day
    of what is known; `until` the last day of a registration that ended.
    """

    end: End
    names: tuple[Name, ...]
    postcodes: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()
    provider: End | None = None
    evidence: date | None = None
    until: date | None = None
