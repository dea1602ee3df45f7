"""A release: what is published of one process at one moment."""

from typing import Annotated, TypeAlias

import msgspec

from candour.ocds.build.bid import Bids
from candour.ocds.build.common import Organisation, Reference, RelatedProcess
from candour.ocds.build.contract import Award, Contract
from candour.ocds.build.part import Instant, Part, Text
from candour.ocds.build.participation import Lesson, Participation
from candour.ocds.build.tender import Planning, Tender

Ocid: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^ocds-[a-z0-9]{6}-.+$")]
"""The identifier of a process: `ocds-`, the six characters of a publisher's prefix, `-`, and the publisher's own."""


class Release(Part, frozen=True, kw_only=True):
    """One release. It may hold only what is new; merging puts it together with the earlier ones."""

    ocid: Ocid
    id: Text
    date: Instant
    tag: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    initiation_type: Text
    language: str | None = None
    parties: tuple[Organisation, ...] = ()
    buyer: Reference | None = None
    planning: Planning | None = None
    tender: Tender | None = None
    bids: Bids | None = None
    awards: tuple[Award, ...] = ()
    contracts: tuple[Contract, ...] = ()
    related_processes: tuple[RelatedProcess, ...] = ()
    participation: tuple[Participation, ...] = ()
    lessons: tuple[Lesson, ...] = ()
