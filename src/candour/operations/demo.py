"""The main job on the built-in sample: receive, check, merge, keep; and what to look at next."""

from candour.operations.add import Added, add_files
from candour.operations.build import build_warehouse
from candour.operations.demo_award import write_award
from candour.operations.home import Home
from candour.operations.progress import Progress, in_silence
from candour.sample import write, write_outcomes, write_registers

PROCESSES = 600
SEED = 7
SOURCE = "fictional-sample"

_REPORTED = """
SELECT ocid FROM processes WHERE has_promises AND has_deliveries AND number_of_contracts = 1 AND number_of_awards = 1
ORDER BY has_failures DESC, ocid LIMIT 1
"""
_LINKED = """
SELECT MIN(other_key) AS key FROM organisation_links WHERE other_kind = 'provider' AND outcome = 'linked'
HAVING MIN(other_key) IS NOT NULL
"""
_BUYER = """
SELECT buyer_name FROM processes WHERE social_care = 'yes'
GROUP BY buyer_name ORDER BY COUNT(*) DESC, buyer_name LIMIT 1
"""
_ALSO = ("check --for reader", "search home care")


def make_demo(home: Home, *, progress: Progress = in_silence) -> list[Added]:
    """Make fictional notices, receive them and build tables from them; what a former call made is used again."""
    sample = home.folder / "sample"
    if home.archive.exists():
        build_warehouse(home, progress=progress)
        return []
    write(sample / "notices", n=PROCESSES, seed=SEED, form="packages")
    tables = [*write_registers(sample / "registers"), *write_outcomes(sample / "outcomes")]
    notices = [sample / "notices", write_award(sample / "award")]
    added = list(add_files(home, notices, source=SOURCE, licence="CC0-1.0", progress=progress))
    added += add_files(home, tables, licence="CC0-1.0", publisher="Candour (fictional)", progress=progress)
    build_warehouse(home, progress=progress)
    return added


def go_on_with(home: Home) -> list[str]:
    """Commands that have something to show here: a contract that was reported on, a supplier in a register…"""
    with home.tables() as tables:
        contract = tables.query(_REPORTED).rows
        provider = tables.query(_LINKED).rows
        council = tables.query(_BUYER).rows
    named = [f"contract {row.ocid}" for row in contract] + [f"answers {row.ocid} --as family" for row in contract]
    named += [f"provider {row.key}" for row in provider] + [f"council '{row.buyer_name}'" for row in council]
    return ["compare providers", "compare contract-models", *named, "links review", *_ALSO]
