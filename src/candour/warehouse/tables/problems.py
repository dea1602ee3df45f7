"""Problems: everything that was found wrong, in one table."""

from collections.abc import Iterator

from candour.warehouse.tables.definition import Column, Entry, Source, Table, attribute, derived
from candour.warehouse.tables.kinds import TEXT
from candour.warehouse.tables.process import Process


def _entries(process: Process) -> Iterator[Entry]:
    for found in process.problems:
        yield Entry(process, found)


def _message(to: str) -> Source:
    return derived(lambda entry: getattr(entry.node.problem, to)())


TABLE = Table(
    "problems",
    "one breach of one rule at one place",
    _entries,
    (
        Column("ocid", TEXT, "the process; empty where none could be made out", attribute("problem.ocid")),
        Column("rule", TEXT, "the rule", attribute("problem.rule.id")),
        Column("level", TEXT, "refused, error, warning or note", attribute("problem.rule.level")),
        Column("path", TEXT, "the field, without array positions", attribute("problem.path")),
        Column("found", TEXT, "what was found, shortened", attribute("problem.found")),
        Column("expected", TEXT, "what was expected", attribute("problem.expected")),
        Column(
            "release_id", TEXT, "the release, where the problem is of one release", attribute("problem.release_id")
        ),
        Column(
            "receipt", TEXT, "the receipt; empty where the problem is of the merged process", attribute("receipt")
        ),
        Column("position", TEXT, "exactly where", attribute("problem.position")),
        Column("title", TEXT, "the rule in a few words", attribute("problem.rule.title")),
        Column("for_publisher", TEXT, "how its publisher can mend it", _message("for_publisher")),
        Column("for_reader", TEXT, "what a reader can no longer conclude", _message("for_reader")),
    ),
)
