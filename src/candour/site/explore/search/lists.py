"""What was found, as tables."""

from textwrap import shorten

from django.utils.translation import gettext as _

from candour.operations.day import uk_day
from candour.operations.finding.councils_found import CouncilFound
from candour.operations.finding.find import RegisteredFound
from candour.operations.finding.meanings import Meaning
from candour.operations.search import Search
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.explore.search.form import stage_words
from candour.site.pages.reading import address_of
from candour.warehouse.words.process_index import ProcessHit
from candour.warehouse.words.registered_index import RegisteredHit

_NAMES = 90
"""So many letters of the names of winners stand on the page."""


def contracts_table(found: Search, address: str) -> Table:
    """Contracts; the file has what is too long for the page."""
    return Table(
        id="contracts",
        caption=_("Contracts"),
        caption_hidden=True,
        columns=(
            Column("title", _("What")),
            Column("buyer", _("Bought by")),
            Column("won_by", _("Won by")),
            Column("stage", _("How far it is")),
            Column("last_release", _("Last heard of")),
            Column("suppliers", _("Every winner"), in_file_only=True),
            Column("social_care", _("Social care"), in_file_only=True),
            Column("ocid", _("Process"), in_file_only=True),
        ),
        rows=tuple(_contract(hit) for hit in found.processes),
        address=address,
    )


def _contract(hit: ProcessHit) -> tuple[object, ...]:
    return (
        Link(hit.title or hit.ocid, address_of("contract", hit.ocid)),
        hit.buyer_name,
        shorten(hit.suppliers, _NAMES, placeholder=" …") if hit.suppliers else _nobody_yet(hit),
        stage_words().get(hit.stage or "", hit.stage),
        uk_day(hit.last_date),
        hit.suppliers,
        hit.social_care,
        hit.ocid,
    )


def _nobody_yet(hit: ProcessHit) -> str | None:
    return _("nobody yet") if hit.stage in ("planning", "tender") else None


def providers_table(found: RegisteredFound, address: str) -> Table:
    """Providers and their locations."""
    return Table(
        id="providers",
        caption=_("Providers and places of care"),
        caption_hidden=True,
        columns=(
            Column("name", _("Name")),
            Column("kind", _("What it is")),
            Column("where", _("Where")),
            Column("status", _("Registered?")),
            Column("town", _("Town"), in_file_only=True),
            Column("postcode", _("Postcode"), in_file_only=True),
            Column("council", _("Council"), in_file_only=True),
            Column("key", _("Key"), in_file_only=True),
        ),
        rows=tuple(_registered(hit) for hit in found.hits),
        address=address,
    )


def _registered(hit: RegisteredHit) -> tuple[object, ...]:
    where = ", ".join(filter(None, (hit.town, hit.postcode, hit.council_name)))
    return (
        Link(hit.name or hit.key, address_of("provider", hit.provider or hit.key)),
        _what(hit),
        where or None,
        hit.status,
        hit.town,
        hit.postcode,
        hit.council_name,
        hit.key,
    )


def councils_table(found: tuple[CouncilFound, ...], address: str) -> Table:
    """Councils."""
    return Table(
        id="councils",
        caption=_("Councils"),
        caption_hidden=True,
        columns=(
            Column("name", _("Council")),
            Column("place", _("In its area")),
            Column("contracts", _("Contracts in the data"), numeric=True),
            Column("locations", _("Places of care in the registers"), numeric=True),
            Column("key", _("Key"), in_file_only=True),
        ),
        rows=tuple(
            (
                Link(one.name, address_of("council", one.key)),
                Link(_("Care in %(place)s") % {"place": one.name}, address_of("place", one.key)),
                one.processes,
                one.locations,
                one.key,
            )
            for one in found
        ),
        address=address,
        shown=10,
    )


def meanings_table(found: tuple[Meaning, ...], address: str) -> Table:
    """What is measured, and what is asked at least."""
    kinds = {"metric": _("Measured"), "indicator": _("From notices"), "standard": _("Minimum standard")}
    return Table(
        id="meanings",
        caption=_("What is measured, and what is asked at least"),
        caption_hidden=True,
        columns=(
            Column("title", _("What")),
            Column("question", _("The question")),
            Column("kind", _("Kind")),
            Column("id", _("Id"), in_file_only=True),
        ),
        rows=tuple(
            (Link(one.title, address_of(one.kind, one.id)), one.question, kinds[one.kind], one.id) for one in found
        ),
        address=address,
        shown=10,
    )


def _what(hit: RegisteredHit) -> str:
    if hit.kind == "provider":
        return _("Provider")
    return _("Place of %(provider)s") % {"provider": hit.provider_name} if hit.provider_name else _("Place of care")
