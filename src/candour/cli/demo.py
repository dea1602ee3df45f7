"""`candour demo`: everything at once, on fictional data."""

from pathlib import Path
from typing import Annotated

import typer

from candour.cli.compare import print_comparison
from candour.cli.options import AsJson
from candour.cli.output import print_json, progress_bar, say
from candour.compare.selection import Selection
from candour.operations.compare import compare_published
from candour.operations.demo import make_demo
from candour.operations.home import Home
from candour.operations.status import status

_REPORTED = """
SELECT ocid FROM processes WHERE has_promises AND has_deliveries AND number_of_contracts = 1 AND number_of_awards = 1
ORDER BY has_failures DESC, ocid LIMIT 1
"""
_LINKED = """
SELECT MIN(other_key) AS key FROM organisation_links WHERE other_kind = 'provider' AND outcome = 'linked'
HAVING MIN(other_key) IS NOT NULL
"""
_BUYER = "SELECT buyer_name FROM processes WHERE social_care = 'yes' GROUP BY ALL ORDER BY COUNT(*) DESC, ALL LIMIT 1"
_ALSO = ("check --for reader", "search home care")


def demo(
    folder: Annotated[Path, typer.Option(help="Where to put it.")] = Path("candour-demo"), as_json: AsJson = False
) -> None:
    """Build a warehouse from fictional notices and compare fictional councils: nothing in it is real."""
    home = Home(folder)
    with progress_bar("Making the demo", quiet=as_json) as step:
        make_demo(home, progress=step)
    comparison = compare_published(home, "councils", selection=Selection(), limit=6)
    if as_json:
        print_json(comparison)
        return
    say("Every council, provider and figure here is fictional. It shows what the real thing does.")
    say()
    print_comparison(comparison)
    found = status(home)
    say()
    say(f"The notices as they were received: {home.archive} ({sum(s.receipts for s in found.sources)} receipts)")
    say(f"The tables made from them: {home.warehouse} ({found.rows['processes']:,} processes)")
    say(f"The same notices as files: {home.folder / 'sample'}")
    say()
    say("Go on with (`candour` is in .venv/bin after `make demo`):")
    for words in _go_on_with(home):
        say(f"  candour {words} --data {folder}")


def _go_on_with(home: Home) -> list[str]:
    """Commands that have something to show here: a contract that was reported on, a supplier in a register…"""
    with home.tables() as tables:
        contract = tables.query(_REPORTED).rows
        provider = tables.query(_LINKED).rows
        council = tables.query(_BUYER).rows
    named = [f"contract {row.ocid}" for row in contract] + [f"answers {row.ocid} --as family" for row in contract]
    named += [f"provider {row.key}" for row in provider] + [f"council '{row.buyer_name}'" for row in council]
    return ["compare providers", "compare contract-models", *named, "links review", *_ALSO]
