"""Problems: everything that was found wrong, in one table."""

from candour.warehouse.tables.definition import Column, Source, Table, attribute, derived
from candour.warehouse.tables.kinds import TEXT


def _message(to: str) -> Source:
    return derived(lambda found: getattr(found.problem, to)())


TABLE = Table(
    "problems",
    "one breach of one rule at one place",
    None,
    (
        Column("ocid", TEXT, "the process; empty where none could be made out", attribute("problem.ocid")),
        Column("rule", TEXT, "the rule", attribute("problem.rule.id")),
        Column("level", TEXT, "refused, error, warning or note", attribute("problem.rule.level")),
        Column("title", TEXT, "the rule in a few words", attribute("problem.rule.title")),
        Column("path", TEXT, "the field, without array positions", attribute("problem.path")),
        Column("found", TEXT, "what was found, shortened", attribute("problem.found")),
        Column("expected", TEXT, "what was expected", attribute("problem.expected")),
        Column("release_id", TEXT, "the release; empty where it is of the process", attribute("problem.release_id")),
        Column("receipt", TEXT, "the receipt; empty where it is of the merged process", attribute("receipt")),
        Column("position", TEXT, "exactly where", attribute("problem.position")),
        Column("for_publisher", TEXT, "how its publisher can mend it", _message("for_publisher")),
        Column("for_reader", TEXT, "what a reader can no longer conclude", _message("for_reader")),
    ),
)
