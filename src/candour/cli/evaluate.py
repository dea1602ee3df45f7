"""`candour evaluate`: who wins by the published rules, what would change that, and the bundle that proves it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from candour.cli.exit_codes import REFUSED
from candour.cli.options import AsJson
from candour.cli.output import print_json, print_table, say
from candour.errors import CandourError
from candour.evaluation.bundle import Difference
from candour.evaluation.workings import BidWorking, LotWorking, ScoreWorking
from candour.operations.evaluate import (
    Evaluated,
    WhatIf,
    bundle_file,
    evaluate_file,
    lock_file,
    write_example,
)

_MOST_STRETCHES = 4


def evaluate(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A record of an evaluation (YAML or JSON), or an award bundle.")
    ],
    example: Annotated[
        bool, typer.Option("--example", help="Write a fictional record to FILE, to begin with.")
    ] = False,
    lock: Annotated[
        Path | None,
        typer.Option(help="Lock the quality of a record without prices, and write the lock to this file."),
    ] = None,
    locked: Annotated[
        Path | None, typer.Option(help="The lock that was written before prices were opened; needed with --to.")
    ] = None,
    at: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%dT%H:%M:%S%z"], help="With --lock: when quality was locked, if not now."),
    ] = None,
    to: Annotated[Path | None, typer.Option(help="Write the award bundle to this file.")] = None,
    draws: Annotated[
        int, typer.Option(min=100, max=1_000_000, help="How many random weightings and scores.")
    ] = 10_000,
    seed: Annotated[int, typer.Option(min=0, help="The same seed draws the same.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Say who wins a tender by its published rules, with all workings, and what would change the result.

    Given an award bundle, compute everything anew and name what in it does not hold. Prices stay sealed until quality
    is locked: lock a record without prices first, then add them, and publish the bundle with --locked and --to.
    """
    if example:
        write_example(file)
        say(f"A fictional record is in {file}. Next: candour evaluate {file} --lock lock.json")
        return
    if lock:
        made = lock_file(file, lock, at or datetime.now(UTC).replace(microsecond=0))
        say(f"Quality is locked with the digest {made.digest}, in {lock}. Publish it, then open prices.")
        return
    if bool(to) != bool(locked):
        raise CandourError("--to and --locked: expected both, the bundle to write and the lock from before prices")
    if to and locked:
        bundle_file(file, locked, to)
        file = to
    answer = evaluate_file(file, draws=draws, seed=seed)
    if as_json:
        print_json(answer)
    else:
        _print(answer)
        if to:
            say(f"The bundle is in {to}; anybody can recompute it with: candour evaluate {to}")
    if answer.differences:
        raise typer.Exit(REFUSED)


def _print(answer: Evaluated) -> None:
    say(f"{answer.title}: {answer.method.title}. {answer.method.formula}.")
    if answer.method.others_matter:
        say(f"Other bids can change this result. Chosen because: {answer.method.reason}")
    say(f"Known weakness: {answer.method.weakness}")
    for lot, what_if in zip(answer.lots, answer.what_if, strict=True):
        _print_lot(answer, lot)
        _print_what_if(what_if)
    if answer.differences is not None:
        _print_differences(answer.differences, answer.digest)


def _print_lot(answer: Evaluated, lot: LotWorking) -> None:
    print_table(
        f"Lot {lot.lot}" if lot.lot else "Result",
        ("rank", "bid", "price", "quality", "lived experience", "figure", "verdict"),
        [_row(one) for one in lot.bids],
        right=("rank", "price", "quality", "lived experience", "figure"),
        ruled=True,
    )
    say(f"Prices are in {answer.currency} for one {answer.unit}.")
    for each in lot.open:
        say(f"To be decided first: {each}.")
    for one in lot.bids:
        _print_scores(one)


def _row(one: BidWorking) -> tuple[object, ...]:
    figures = [None if number is None else f"{number.shown:.2f}" for number in (one.quality, one.lived_experience)]
    figure = "none" if one.figure is None else f"{one.figure.shown:.4f}"
    tie = f"; tie broken by {one.tie_broken_by}" if one.tie_broken_by else ""
    price = str(one.price)
    if one.counted_price.shown != one.price:
        price += f"\ncounts as {one.counted_price.shown:.2f}"
    return one.rank, f"{one.bid}\n{one.supplier}", price, *figures, figure, f"{one.verdict}\n{one.because}{tie}"


def _print_scores(one: BidWorking) -> None:
    print_table(
        f"Bid {one.bid}: every score",
        ("criterion", "score", "points", "lived experience", "others", "why"),
        [
            (
                score.criterion,
                f"{score.score.shown:.2f}",
                f"{score.points.shown:.2f}",
                None if score.lived_experience is None else f"{score.lived_experience.shown:.2f}",
                None if score.others is None else f"{score.others.shown:.2f}",
                score.because + _rests_on(score),
            )
            for score in one.scores
        ],
        right=("score", "points", "lived experience", "others"),
    )
    for gate in one.gates:
        say(f"- {gate.gate}: {gate.outcome}; {gate.because}")


def _rests_on(score: ScoreWorking) -> str:
    if not score.n or score.low is None or score.high is None:
        return ""
    return f" (n = {score.n}, {score.low:.1f} to {score.high:.1f})"


def _print_what_if(what_if: WhatIf) -> None:
    if not what_if.random_weights:
        return
    print_table(
        "Who would come first by every method",
        ("method", "first", "other bids matter", "given"),
        [
            (one.method, ", ".join(one.first), "yes" if one.others_matter else "no", one.given)
            for one in what_if.methods
        ],
    )
    for one in what_if.tipping:
        if len(one.stretches) > 1:
            ranges = [f"{each.start:.1f} to {each.end:.1f}: {', '.join(each.first)}" for each in one.stretches]
            more = f"; and {len(ranges) - _MOST_STRETCHES} more" if len(ranges) > _MOST_STRETCHES else ""
            say(f"Weight of {one.what}, now {one.now:g} points: {'; '.join(ranges[:_MOST_STRETCHES])}{more}.")
        else:
            say(f"Weight of {one.what}, now {one.now:g} points: no weight changes who comes first.")
    for left in what_if.left_out:
        if left.reversed:
            say(f"Without bid {left.bid}, which does not come first itself, {', '.join(left.first)} would.")
    print_table(
        f"How often each comes first, of {what_if.draws:,} draws (seed {what_if.seed})",
        ("bid", "random weights", "scores a step off"),
        [(bid, f"{share:.1%}", f"{what_if.other_scores[bid]:.1%}") for bid, share in what_if.random_weights.items()],
        right=("random weights", "scores a step off"),
    )


def _print_differences(differences: tuple[Difference, ...], digest: str | None) -> None:
    if not differences:
        say(f"The bundle holds: every figure comes out as it is written. Digest {digest}.")
        return
    say(f"The bundle does not hold, in {len(differences)} places:")
    for one in differences:
        say(f"- {one.path}: found {one.found}; expected {one.expected}")
