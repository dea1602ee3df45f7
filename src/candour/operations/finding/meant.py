"""The one thing that somebody means who types its number, code, postcode or whole name."""

import datetime
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from candour.care import councils
from candour.care.organisation_name import plain
from candour.care.places import postcode
from candour.indicators.definition import indicators, metrics
from candour.minimum_standards.standard import standards
from candour.warehouse.words.words import Words

Kind = Literal["place", "provider", "contract", "council", "metric", "indicator", "standard"]
_NUMBER = re.compile(r"[\w:./-]{4,100}")
_COMPANY = 8
"""A company's number has so many digits; people leave out the noughts that it begins with."""


class Meant(msgspec.Struct, frozen=True):
    """A thing, the key of its page, its name, and by what it was recognised."""

    kind: Kind
    key: str
    name: str
    by: str


def meant(words: Words, text: str, day: datetime.date) -> tuple[Meant, ...]:
    """The things that have this very number, code or name; nothing for words of other kinds."""
    wanted = text.strip()
    code = postcode.parse(wanted)
    if code:
        return (Meant("place", str(code), str(code), "postcode"),)
    found = (*_by_number(words, wanted), *_definitions(wanted), *_councils(words, wanted, day))
    return tuple({(one.kind, one.key): one for one in found}.values())


def _by_number(words: Words, wanted: str) -> Iterator[Meant]:
    if not _NUMBER.fullmatch(wanted):
        return
    written = (wanted, wanted.zfill(_COMPANY)) if wanted.isdigit() else (wanted,)
    for number in dict.fromkeys(written):
        for hit in words.registered.named(number):
            yield Meant("provider", hit.provider or hit.key, hit.name or hit.key, f"number of a {hit.kind}")
    for ocid in words.processes.named(wanted):
        by = "ocid" if ocid.casefold() == wanted.casefold() else "number of a notice, award or contract"
        yield Meant("contract", ocid, ocid, by)


def _definitions(wanted: str) -> Iterator[Meant]:
    id = wanted.casefold()
    if metric := metrics().get(id):
        yield Meant("metric", id, metric.title, "id")
    if indicator := indicators().get(id):
        yield Meant("indicator", id, indicator.title, "id")
    if standard := standards().get(id):
        yield Meant("standard", id, standard.title, "id")


def _councils(words: Words, wanted: str, day: datetime.date) -> Iterator[Meant]:
    found = councils.look_up(wanted, day)
    if found.council:
        yield Meant("council", found.council.gss, found.council.name, found.reason)
        return
    whole = plain(wanted)
    for name in words.areas:
        if whole and plain(name) == whole:
            yield Meant("council", name, name, "name")
