"""The award bundle: one file from which anybody recomputes who won, and which names what was altered."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from candour.evaluation.award import evaluate
from candour.evaluation.bid import Bid
from candour.evaluation.canonical import digest
from candour.evaluation.design import Design
from candour.evaluation.errors import EvaluationError
from candour.evaluation.lock import QualityLock, check_lock
from candour.evaluation.panel import Panel
from candour.evaluation.record import Buyer, Instant, Record, Withheld, publishable
from candour.evaluation.workings import LotWorking, workings


class Bundle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An evaluation as it is published.

    `digests` has the SHA-256 of every part by its path, so that an altered part is named; `digest` is that of the
    whole without itself. Publish it in a second place too: then nobody can alter the bundle and all its digests.
    """

    format: Literal["candour-award-bundle/1"] = "candour-award-bundle/1"
    ocid: str
    buyer: Buyer | None
    design: Design
    design_published: Instant
    opened: date
    quality_lock: QualityLock
    prices_opened: Instant
    bids: tuple[Bid, ...]
    panel: Panel
    withheld: tuple[Withheld, ...]
    workings: tuple[LotWorking, ...]
    digests: dict[str, str]
    digest: str


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong at `path` of a bundle: what is written there, and what was expected."""

    path: str
    found: str
    expected: str


def bundle(record: Record, held: QualityLock) -> Bundle:
    """The bundle of a record whose quality was locked before prices were opened.

    Raises:
        EvaluationError: the record is not the one that was locked, or cannot be evaluated.
    """
    check_lock(record, held)
    if record.prices_opened is None:
        raise EvaluationError("prices_opened: found nothing, expected when prices were opened")
    shown = publishable(record)
    made = Bundle(
        ocid=record.ocid,
        buyer=record.buyer,
        design=record.design,
        design_published=record.design_published,
        opened=record.opened,
        quality_lock=held,
        prices_opened=record.prices_opened,
        bids=shown.bids,
        panel=shown.panel,
        withheld=shown.withheld,
        workings=workings(evaluate(record.design, shown.bids, shown.panel, record.opened)),
        digests={},
        digest="",
    )
    made = replace(made, digests=_digests(made))
    return replace(made, digest=_whole(made))


def verify(given: Bundle) -> tuple[Difference, ...]:
    """Everything in which a bundle is not what its own parts give: nothing where it is whole and right.

    The award is computed anew from design, bids and scores, and held against the workings figure by figure.
    """
    return (*_altered(given), *_out_of_order(given), *_computed_otherwise(given))


def record_of(given: Bundle) -> Record:
    """The record that a bundle was made from, as far as it is published."""
    return Record(
        design=given.design,
        design_published=given.design_published,
        opened=given.opened,
        bids=given.bids,
        panel=given.panel,
        ocid=given.ocid,
        buyer=given.buyer,
        prices_opened=given.prices_opened,
    )


def _parts(given: Bundle) -> Iterator[tuple[str, object]]:
    """The parts that have a digest each: the smallest that a person would look for."""
    design = given.design
    yield "design", [getattr(design, name) for name in design.__struct_fields__ if name not in ("criteria", "gates")]
    for name, things in (
        ("design.criteria", design.criteria),
        ("design.gates", design.gates),
        ("bids", given.bids),
        ("panel.members", given.panel.members),
        ("panel.own", given.panel.own),
        ("panel.agreed", given.panel.agreed),
        ("withheld", given.withheld),
        ("workings", given.workings),
    ):
        for place, thing in enumerate(things):
            yield f"{name}[{place}]", thing
    for name in ("ocid", "buyer", "design_published", "opened", "quality_lock", "prices_opened"):
        yield name, getattr(given, name)
    yield "panel.rule", given.panel.rule


def _digests(given: Bundle) -> dict[str, str]:
    return {path: digest(thing) for path, thing in _parts(given)}


def _whole(given: Bundle) -> str:
    return digest(replace(given, digest=""))


def _altered(given: Bundle) -> Iterator[Difference]:
    found = _digests(given)
    for path in sorted(found.keys() | given.digests.keys()):
        written, now = given.digests.get(path, "no such part"), found.get(path, "no such part")
        if written != now:
            yield Difference(path=path, found=f"a part with the digest {now}", expected=written)
    if given.digest != (now := _whole(given)):
        yield Difference(path="digest", found=given.digest, expected=now)


def _out_of_order(given: Bundle) -> Iterator[Difference]:
    try:
        check_lock(record_of(given), given.quality_lock)
    except EvaluationError as error:
        yield Difference(path="quality_lock", found=str(error), expected="the quality that was locked, before prices")
    if given.design_published.date() > given.opened:
        yield Difference(
            path="design_published",
            found=given.design_published.isoformat(),
            expected=f"before bids were opened, {given.opened}",
        )


def _computed_otherwise(given: Bundle) -> Iterator[Difference]:
    try:
        computed = workings(evaluate(given.design, given.bids, given.panel, given.opened))
    except EvaluationError as error:
        yield Difference(path="workings", found="an award", expected=f"none, because {error}")
        return
    yield from _differences("workings", msgspec.to_builtins(given.workings), msgspec.to_builtins(computed))


def _differences(path: str, written: Any, computed: Any) -> Iterator[Difference]:
    """Every leaf in which two plain things differ."""
    if isinstance(written, dict) and isinstance(computed, dict):
        for name in dict.fromkeys((*written, *computed)):
            yield from _differences(f"{path}.{name}", written.get(name, _NOTHING), computed.get(name, _NOTHING))
    elif isinstance(written, list | tuple) and isinstance(computed, list | tuple):
        for place in range(max(len(written), len(computed))):
            pair = (one[place] if place < len(one) else _NOTHING for one in (written, computed))
            yield from _differences(f"{path}[{place}]", *pair)
    elif written != computed:
        yield Difference(path=path, found=str(written), expected=str(computed))


_NOTHING = "nothing"
