"""`candour rehearse`: what an evaluation design does, on made-up bids, before it binds anybody."""

from pathlib import Path
from typing import Annotated

import typer

from candour.cli.options import AsJson
from candour.cli.output import print_json, print_table, say
from candour.costing.amounts import number
from candour.operations.rehearse import Rehearsed, rehearse_file


def rehearse(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A design, or a record or bundle that holds one.")],
    usual_price: Annotated[
        str | None, typer.Option(help="The price about which bids are made up; the benchmark, if nothing is said.")
    ] = None,
    rehearsals: Annotated[int, typer.Option(min=10, max=10_000, help="How many sets of bids are made up.")] = 200,
    seed: Annotated[int, typer.Option(min=0, help="The same seed makes up the same.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Say what a design does before the tender is published: what a point of quality is worth in money, whether ten
    pence beat seventeen points of it, who could never win, which criterion decides, and how often it turns round.

    The kinds of bidders are assumptions that you can edit, in definitions/rehearsal.
    """
    price = None if usual_price is None else number("--usual-price", usual_price)
    answer = rehearse_file(file, usual_price=price, rehearsals=rehearsals, seed=seed)
    if as_json:
        print_json(answer)
    else:
        _print(answer)


def _print(answer: Rehearsed) -> None:
    found = answer.rehearsal
    say(f"{answer.title}: {answer.method}, {answer.price_weight} points for the price.")
    say(f"Known weakness: {answer.weakness}")
    print_table(
        f"What price and quality are worth, at {found.usual_price} {answer.currency} for one {answer.unit}",
        ("points for the price", "0.10 is worth so many quality points", "a quality point is worth"),
        [(one.price_weight, _text(one.ten_pence, 2), _text(one.a_point, 4)) for one in answer.worth],
        right=("points for the price", "0.10 is worth so many quality points", "a quality point is worth"),
    )
    _say_ten_pence(found.ten_pence_beats_seventeen_points)
    print_table(
        f"Who came first in {found.rehearsals:,} rehearsals (seed {found.seed})",
        ("bidder", "first", "set aside", "to be decided", "stands for"),
        [
            (
                kind.bidder.title,
                f"{kind.first:.0%}",
                f"{kind.set_aside:.0%}",
                f"{kind.open:.0%}",
                kind.bidder.stands_for,
            )
            for kind in sorted(found.kinds, key=lambda kind: -kind.first)
        ],
        right=("first", "set aside", "to be decided"),
    )
    titles = {kind.bidder.id: kind.bidder.title for kind in found.kinds}
    if found.never:
        say(f"Never first: {', '.join(titles[one] for one in found.never)}.")
    for kind in found.kinds:
        if kind.bidder.small and not kind.first:
            say(f"A question to ask: could {kind.bidder.title.lower()} win by this design at all?")
    print_table(
        "What decides: how often somebody else would come first if all were equal in it",
        ("criterion", "share"),
        [(one.what, f"{one.share:.0%}") for one in sorted(found.decides, key=lambda one: -one.share)],
        right=("share",),
    )
    say(f"A bid that did not come first decided who did: in {found.reversals:.0%} of rehearsals.")
    say(f"Ties: in {found.ties:.0%}. Nobody left to win: in {found.nobody:.0%}.")


def _say_ten_pence(wins: bool | None) -> None:
    if wins is None:
        say("Ten pence make no difference by this method.")
    elif wins:
        say(
            "Of two bids, one with 80% of quality beats one with 97% that is ten pence dearer. Is that what you want?"
        )
    else:
        say("Of two bids, one with 97% of quality beats one with 80% that is ten pence cheaper.")


def _text(number: float | None, places: int) -> str:
    return "cannot be made good" if number is None else f"{number:.{places}f}"
