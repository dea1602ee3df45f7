"""Evaluate bids, lock their quality, publish the award as a bundle, and recompute anybody's bundle."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from candour.errors import CandourError
from candour.evaluation.award import LotResult, evaluate
from candour.evaluation.bundle import Bundle, Difference, bundle, record_of, verify
from candour.evaluation.lock import QualityLock, lock
from candour.evaluation.methods import AnyMethod
from candour.evaluation.record import Record
from candour.evaluation.sensitivity.contest import contest
from candour.evaluation.sensitivity.draws import under_other_scores, under_random_weights
from candour.evaluation.sensitivity.every_method import by_every_method
from candour.evaluation.sensitivity.leave_one_out import LeftOut, leave_one_out
from candour.evaluation.sensitivity.tipping import Tipping, tipping
from candour.evaluation.workings import LotWorking, workings
from candour.operations.evaluation_file import EXAMPLE, read_evaluation, read_lock, write


class MethodShown(msgspec.Struct, frozen=True, kw_only=True):
    """A scoring method; `reason` is why it was chosen although other bids can change its result."""

    title: str
    formula: str
    weakness: str
    others_matter: bool
    reason: str


class ByMethod(msgspec.Struct, frozen=True, kw_only=True):
    """Who comes first by a method, and the numbers that it was given because the design has none."""

    method: str
    others_matter: bool
    first: tuple[str, ...]
    given: str


class StretchShown(msgspec.Struct, frozen=True, kw_only=True):
    """From one weight to another (points of 100), these come first."""

    start: float
    end: float
    first: tuple[str, ...]


class TippingShown(msgspec.Struct, frozen=True, kw_only=True):
    """Who comes first at every weight of the price or a criterion; `margin` is how far that is from a change."""

    what: str
    now: float
    margin: float | None
    stretches: tuple[StretchShown, ...]


class WhatIf(msgspec.Struct, frozen=True, kw_only=True):
    """What would change the result of a lot; shares are of `draws` with `seed`."""

    lot: str
    methods: tuple[ByMethod, ...]
    tipping: tuple[TippingShown, ...]
    left_out: tuple[LeftOut, ...]
    draws: int
    seed: int
    random_weights: Mapping[str, float]
    other_scores: Mapping[str, float]


class Evaluated(msgspec.Struct, frozen=True, kw_only=True):
    """The result of an evaluation. `differences` is None for a record; for a bundle it says what does not hold."""

    title: str
    unit: str
    currency: str
    method: MethodShown
    lots: tuple[LotWorking, ...]
    what_if: tuple[WhatIf, ...]
    differences: tuple[Difference, ...] | None
    digest: str | None


def evaluate_file(path: Path, *, draws: int = 10_000, seed: int = 1) -> Evaluated:
    """Evaluate a record, or recompute a bundle and say in what it differs from its own parts.

    Raises:
        CandourError: the file is neither, or cannot be evaluated; every fault is named.
    """
    found = read_evaluation(path)
    record = record_of(found) if isinstance(found, Bundle) else found
    award = evaluate(record.design, record.bids, record.panel, record.opened)
    return Evaluated(
        title=record.design.title,
        unit=record.design.unit,
        currency=record.design.currency,
        method=_method(record.design.method),
        lots=workings(award),
        what_if=tuple(_what_if(record, result, draws, seed) for result in award.lots),
        differences=verify(found) if isinstance(found, Bundle) else None,
        digest=found.digest if isinstance(found, Bundle) else None,
    )


def lock_file(path: Path, to: Path, when: datetime) -> QualityLock:
    """Lock the quality of a record whose prices are sealed, and write the lock.

    Raises:
        CandourError: a price is open, scores are missing, or there is such a file.
    """
    made = lock(_record(path), when)
    write(made, to)
    return made


def bundle_file(path: Path, locked: Path, to: Path) -> Bundle:
    """Write the bundle of a record, whose quality was locked before prices were opened.

    Raises:
        CandourError: it is not what was locked, cannot be evaluated, or there is such a file.
    """
    made = bundle(_record(path), read_lock(locked))
    write(made, to)
    return made


def write_example(to: Path) -> None:
    """Write a fictional record to begin with; never over a file that is there.

    Raises:
        CandourError: there is such a file.
    """
    try:
        with to.open("x", encoding="utf-8") as file:
            file.write(EXAMPLE.read_text(encoding="utf-8"))
    except FileExistsError:
        raise CandourError(f"{to}: there is such a file; name another") from None


def _record(path: Path) -> Record:
    found = read_evaluation(path)
    if isinstance(found, Bundle):
        raise CandourError(f"{path}: found a bundle, expected the record that a bundle is made from")
    return found


def _method(method: AnyMethod) -> MethodShown:
    return MethodShown(
        title=method.title,
        formula=method.formula,
        weakness=method.weakness,
        others_matter=method.others_matter,
        reason=getattr(method, "reason", ""),
    )


def _what_if(record: Record, result: LotResult, draws: int, seed: int) -> WhatIf:
    its = contest(record.design, result)
    scored: dict[str, Any] = {"random_weights": {}, "other_scores": {}}
    if its.offers:
        scored = {
            "random_weights": under_random_weights(its, draws=draws, seed=seed),
            "other_scores": under_other_scores(its, draws=draws, seed=seed),
        }
    return WhatIf(
        lot=result.lot.id,
        methods=tuple(
            ByMethod(
                method=one.method.title, others_matter=one.method.others_matter, first=one.first, given=one.given
            )
            for one in by_every_method(its)
        ),
        tipping=tuple(tipping_shown(one) for one in tipping(its)),
        left_out=leave_one_out(its),
        draws=draws,
        seed=seed,
        **scored,
    )


def tipping_shown(one: Tipping) -> TippingShown:
    """It as it is written down: floats are enough to read it."""
    return TippingShown(
        what=one.what,
        now=float(one.now),
        margin=None if one.margin is None else float(one.margin),
        stretches=tuple(
            StretchShown(start=float(each.start), end=float(each.end), first=each.first) for each in one.stretches
        ),
    )
