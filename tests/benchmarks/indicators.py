"""How fast all indicators are computed from a built warehouse, beside ocdscardinal's over compiled releases."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import coverage
import measure
import prepare
from measure import Measurement, NotMeasured

CARDINAL = "ocdscardinal indicators"
CODES = ("R003", "R024", "R025", "R028", "R030", "R035", "R036", "R038", "R048", "R058")


def run(path: Path, folder: Path, *, runs: int = 3) -> dict[str, Measurement | NotMeasured]:
    """Over the processes of a file of releases, of which a warehouse is built first in a folder."""
    home = folder / "home-of-indicators"
    shutil.rmtree(home, ignore_errors=True)
    build(path, home)
    return asked(home, runs=runs) | {
        "all, computed anew from the tables": measure.function("indicators.py", "compute", home, runs=runs),
        CARDINAL: _cardinal(path, runs=runs),
    }


def asked(home: Path, *, runs: int = 3) -> dict[str, Measurement | NotMeasured]:
    """What people ask: every indicator of every process, for each kind of comparison."""
    return {
        f"all, by {kind}": measure.function("indicators.py", "ask", home, kind, runs=runs)
        for kind in ("councils", "providers", "contract-models")
    }


def build(path: Path, folder: Path) -> None:
    """Receive the file and build the tables."""
    from candour.archive import Archive
    from candour.operations.build import build_warehouse
    from candour.operations.home import Home

    home = Home(folder)
    Archive.at(home.archive).add(path, source="benchmark", name=path.name)
    build_warehouse(home)


def ask(folder: str, kind: str) -> Iterator[int | None]:
    """Open the warehouse and compare by every indicator; gives how many processes there are."""
    from candour.compare.selection import Selection
    from candour.operations.compare import compare_published
    from candour.operations.home import Home

    home = Home(Path(folder))
    yield None
    compare_published(home, kind, selection=Selection(care="any"), indicator_ids=["all"])
    yield _processes(folder)


def compute(folder: str) -> Iterator[int | None]:
    """Run every indicator's query over the tables, as if nothing had been written down; gives the processes."""
    from candour.indicators.workings import workings
    from candour.warehouse.warehouse import Warehouse

    yield None
    tables = Warehouse.open(Path(folder) / "warehouse")
    tables.query(f"SELECT indicator, COUNT(*), COUNT(value), SUM(value) FROM ({workings().query}) GROUP BY indicator")
    yield _processes(folder)


def _processes(folder: str) -> int:
    from candour.warehouse.warehouse import Warehouse

    ((processes,),) = Warehouse.open(Path(folder) / "warehouse").query("SELECT COUNT(*) FROM processes").rows
    return int(processes)


def _cardinal(path: Path, *, runs: int) -> Measurement | NotMeasured:
    program = shutil.which("ocdscardinal")
    if program is None:
        return NotMeasured("its program is not installed here; the package that is has its field coverage only")
    compiled, settings = coverage.compiled_file(path), path.with_suffix(".ini")
    settings.write_text("currency = GBP\n" + "".join(f"[{code}]\n" for code in CODES))
    return measure.command(
        [program, "indicators", "--settings", settings, compiled], releases=prepare.count(compiled), runs=runs
    )
