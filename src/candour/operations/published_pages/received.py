"""The releases of some processes, as they were sent, and who published them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from candour.ocds.build import PackageSource
from candour.operations.published import Published, merged_of_processes
from candour.operations.published_pages.choice import Choice
from candour.warehouse.engine import Engine


def chosen(tables: Engine, ocids: Sequence[str], choice: Choice) -> dict[str, list[tuple[str, str]]]:
    """Where the releases stand that are chosen of these processes: their receipts and positions, in merging order."""
    condition, parameters = choice.of_releases()
    names = {f"ocid_{number}": ocid for number, ocid in enumerate(ocids)}
    held = ", ".join(f"${name}" for name in names)
    found: dict[str, list[tuple[str, str]]] = {ocid: [] for ocid in ocids}
    if ocids:
        sql = f"SELECT ocid, receipt, position FROM releases WHERE {condition} AND ocid IN ({held})"
        for row in tables.query(sql, parameters | names):
            found[row.ocid].append((row.receipt, row.position))
    return found


def published(tables: Engine, wanted: Sequence[tuple[str, str, str]]) -> tuple[Published, ...]:
    """These releases, each known by its process, receipt and position, in this order."""
    held = merged_of_processes(tables, list(dict.fromkeys(ocid for ocid, _, _ in wanted)))
    found = {(one.ocid, one.receipt, one.position): one for one in held}
    return tuple(found[place] for place in wanted)


def sources_of(releases: Iterable[Published]) -> tuple[PackageSource, ...]:
    """Who published these, and under which licences, each once."""
    told = dict.fromkeys((one.publisher, one.licence) for one in releases)
    return tuple(PackageSource(publisher=who, license=licence) for who, licence in told if who or licence)


def licence_of(releases: Iterable[Published]) -> str | None:
    """The address of the one licence of all of these; None where there are several, or it is named without one."""
    licences = {one.licence or "" for one in releases}
    licence = licences.pop() if len(licences) == 1 else ""
    return licence if is_address(licence) else None


def is_address(text: str) -> bool:
    """Whether this can stand where the standard wants the address of a licence, and in a header."""
    return (
        text.startswith(("http://", "https://")) and text.isascii() and text.isprintable() and not {*text} & {*'<>" '}
    )


def extensions_of(releases: Iterable[Published]) -> tuple[str, ...]:
    """The extensions that their packages name, each once."""
    return tuple(dict.fromkeys(address for one in releases for address in one.extensions))


def newest(tables: Engine) -> datetime:
    """When the last file was received that these tables were made from: their packages are of that moment."""
    found: Any = tables.query("SELECT MAX(received) AS received FROM receipts").rows[0].received
    return datetime.fromtimestamp(0, UTC) if found is None else found.replace(tzinfo=UTC)
