"""What providers' statements say, of no process: read anew in each build, because they are few and small."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from candour.archive import Archive, ArchiveError, Receipt
from candour.ocds.problems import Problem
from candour.ocds.statement_reading import ReadStatement, read_statements
from candour.warehouse import durable, rules
from candour.warehouse.organisation import organisation_of
from candour.warehouse.rows import TableWriter
from candour.warehouse.tables import problems, statements
from candour.warehouse.tables.kinds import time_of
from candour.warehouse.tables.process import Organisation, ProblemFound, piece

_Held = tuple[dict[str, Any], Organisation, str]


def build_statements_part(archive: Archive, receipts: Iterable[Receipt], folder: Path) -> None:
    """Write these tables into a new folder."""
    folder.mkdir()
    held: list[_Held] = []
    found: list[ProblemFound] = []
    for receipt in receipts:
        _read(archive, receipt, held, found)
    rows = TableWriter(statements.TABLE, folder)
    last = _latest(held)
    for place, (statement, provider, receipt_id) in enumerate(held):
        is_last = last[_name(statement, provider)] == place
        not_kept = rows.add(list(statements.stated(statement, provider, latest=is_last, receipt=receipt_id)))
        found += _untold([ProblemFound(one.problem, receipt_id) for one in not_kept], found)
    rows.close()
    written = TableWriter(problems.TABLE, folder)
    written.add(found)
    written.close()
    durable.sync(folder)


def _read(archive: Archive, receipt: Receipt, held: list[_Held], found: list[ProblemFound]) -> None:
    try:
        with archive.open_corrected(receipt.id) as stream:
            for one in read_statements(stream, name=receipt.name):
                if isinstance(one, ReadStatement):
                    provider = organisation_of(piece(one.document, "provider"))
                    held.append((one.document, provider, receipt.id))
                else:
                    found.append(ProblemFound(one, receipt.id))
    except (ArchiveError, OSError) as error:
        problem = Problem(rule=rules.UNREADABLE, path="", found=str(error), position=receipt.name)
        found.append(ProblemFound(problem, receipt.id))


def _untold(not_kept: list[ProblemFound], said: list[ProblemFound]) -> list[ProblemFound]:
    """Values that no column could hold, but for those of fields of which validation has told."""
    told = {(one.receipt, _field(one)) for one in said}
    return [one for one in not_kept if (one.receipt, _field(one)) not in told]


def _field(found: ProblemFound) -> str:
    return found.problem.path.rpartition(".")[2]


def _name(statement: dict[str, Any], provider: Organisation) -> tuple[str, str]:
    return str(statement.get("id")), provider.key or str(provider.name)


def _latest(held: list[_Held]) -> dict[tuple[str, str], int]:
    """Of each statement, the place of the one published last; of equal days, of the one received last."""
    last: dict[tuple[str, str], int] = {}
    days = [str(time_of(statement.get("publishedDate")) or "") for statement, _, _ in held]
    for place, (statement, provider, _) in enumerate(held):
        name = _name(statement, provider)
        if name not in last or days[place] >= days[last[name]]:
            last[name] = place
    return last
