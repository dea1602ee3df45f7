"""Measure Candour beside the tools that do the same work, on one file of fictional releases, in one run.

    python tests/benchmarks/run.py                          some minutes: 60,000 releases
    python tests/benchmarks/run.py --large 1000000          also one million releases: memory, growth, comparisons
    python tests/benchmarks/run.py --only validation --runs 1

Each piece of work runs in a process of its own, and the figure is the median of some runs. The slow tools work on
the first releases of the same file only; the tables say how many. Close other programs first: the figures assume a
machine with nothing else to do.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import checks
import comparing
import coverage
import evaluation
import indicators
import loading
import measure
import merging
import observations
import prepare
import psutil
import reading
import registers
import scaling
import table
import validation
from measure import Measurement, NotMeasured
from rich.console import Console
from rich.table import Table

from candour.ocds.merge import objects

REPOSITORY = Path(__file__).resolve().parents[2]
SECTIONS = (
    "load",
    "validation",
    "merge",
    "reading",
    "coverage",
    "checks",
    "indicators",
    "registers",
    "observations",
    "evaluation",
    "scale",
)
LOAD_AT_LEAST = 40
VALIDATION_AT_LEAST = 0.7
MERGE_AT_LEAST = 10
GROWTH_AT_MOST = 1.2
MEGABYTES_AT_MOST = 2000
COMPARE_SECONDS_AT_MOST = 1
INDICATORS_PER_SECOND_AT_LEAST = 225_000
"""Ten times the 22,500 compiled releases a second that ocdscardinal's own program was measured at."""
OBSERVATIONS_A_RELEASE = 5
SCOTLAND_SECONDS_AT_MOST = 2
ENGLAND_SECONDS_AT_MOST = 20
ENGLAND_MEGABYTES_AT_MOST = 1000
WORKBOOK_MEGABYTES_AT_MOST = 500
EVALUATION_SECONDS_AT_MOST = 1
BUSY = 0.7
"""Load average over the last minute above which times say more about other programs."""

console = Console(stderr=True)


def main() -> None:
    """Measure, show, and write what was asked for."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    if (busy := os.getloadavg()[0]) > BUSY:
        console.print(f"[yellow]The machine is busy (load {busy:.1f}): read CPU s, and measure again later.[/yellow]")
    done = []
    for section in _sections(options):
        done.append(section)
        _show(section)
    conditions = _conditions(options)
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(table.as_json(done, conditions), indent=1) + "\n")
    if options.markdown:
        table.put_into(options.markdown, table.markdown(done, conditions))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=60_000, help="size of the file (%(default)s)")
    parser.add_argument("--slow", type=int, default=3000, help="releases for the slow tools (%(default)s)")
    parser.add_argument("--large", type=int, default=0, help="also load so many releases, and compare over them")
    parser.add_argument(
        "--observations", type=int, default=5_000_000, help="compare over so many observations (%(default)s)"
    )
    parser.add_argument("--runs", type=int, default=3, help="runs of each piece of work (%(default)s)")
    parser.add_argument("--only", action="append", choices=SECTIONS, help="only these sections; may be repeated")
    parser.add_argument("--folder", type=Path, default=REPOSITORY / ".candour/benchmarks", help="for the files made")
    parser.add_argument("--json", type=Path, help="write every figure here")
    parser.add_argument("--markdown", type=Path, help="put the tables between the markers of this page")
    options = parser.parse_args()
    if min(options.releases, options.slow, options.runs, options.observations) < 1:
        parser.error("sizes and runs are at least 1")
    return options


def _sections(options: argparse.Namespace) -> Iterator[table.Section]:
    wanted = options.only or SECTIONS
    path = _file(options, options.releases)
    slow = min(options.slow, options.releases)
    if "load" in wanted:
        rows = _measure("load", lambda: loading.run(path, slow=slow, runs=options.runs))
        yield table.Section(_LOAD, rows, _ratio(rows, "libcoveocds + ocdskit compile + flatten-tool", LOAD_AT_LEAST))
    if "validation" in wanted:
        rows = _measure("validation", lambda: validation.run(path, slow=slow, runs=options.runs))
        yield table.Section(_VALIDATION, rows, _ratio(rows, "jsonschema-rs alone", VALIDATION_AT_LEAST))
    if "merge" in wanted:
        rows = _measure("merge", lambda: merging.run(path, slow=min(10 * slow, options.releases), runs=options.runs))
        yield table.Section(_MERGE, rows, _ratio(rows, "ocdsmerge", MERGE_AT_LEAST))
    if "reading" in wanted:
        yield table.Section(_READING, _measure("reading", lambda: reading.run(path, runs=options.runs)))
    if "coverage" in wanted:
        rows = _measure("coverage", lambda: coverage.run(path, runs=options.runs))
        yield table.Section(_COVERAGE, rows, _ratio(rows, "ocdscardinal", 1))
    if "checks" in wanted:
        yield table.Section(_CHECKS, _measure("checks", lambda: checks.run(coverage.compiled_file(path))))
    if "indicators" in wanted:
        rows = _measure("indicators", lambda: indicators.run(path, options.folder, runs=options.runs))
        yield table.Section(_INDICATORS, rows)
    if "registers" in wanted:
        rows = _measure("registers", lambda: registers.run(options.folder, runs=options.runs))
        yield table.Section(_REGISTERS, rows, _registers_verdict(list(rows.values())))
    if "observations" in wanted:
        yield _observations(options)
    if "evaluation" in wanted:
        yield _evaluation(options)
    if "scale" in wanted and options.large:
        yield from _scale(options)


_LOAD = "Whole load: read, validate, merge, tables"
_VALIDATION = "Validation, one core"
_MERGE = "Merge: releases of one process at a time"
_READING = "Reading, one core"
_COVERAGE = "Field coverage of compiled releases, one core"
_REGISTERS = "Registers: rows read, and ratings loaded"
_INDICATORS = "All indicators from a built warehouse, two cores; `releases` are compiled ones"
_CHECKS = "Coherence checks of compiled releases, one core"


def _registers_verdict(rows: list[Measurement | NotMeasured]) -> str:
    scotland, _, england, _, workbook = [row for row in rows if isinstance(row, Measurement)]
    return (
        f"Scotland's register is read in {scotland.seconds:.1f} s (at most {SCOTLAND_SECONDS_AT_MOST} is wanted), "
        f"England's loaded in {england.seconds:.1f} s with {england.megabytes:,.0f} MB (at most "
        f"{ENGLAND_SECONDS_AT_MOST} s and {ENGLAND_MEGABYTES_AT_MOST:,} MB), "
        f"as ODS with {workbook.megabytes:,.0f} MB (at most {WORKBOOK_MEGABYTES_AT_MOST} MB). "
        "`releases` are rows here, and `ours ÷ this` compares the rows of this table with each other."
    )


def _observations(options: argparse.Namespace) -> table.Section:
    number, releases = options.observations, max(1, options.observations // OBSERVATIONS_A_RELEASE)
    rows = _measure("observations", lambda: observations.run(options.folder, number, releases, runs=options.runs))
    name, seconds = observations.slowest(rows)
    verdict = (
        f"The slowest, {name}, took {seconds:.2f} s (at most {COMPARE_SECONDS_AT_MOST} s is wanted). Files were "
        "at hand in memory. `releases` are observations here; a fifth of them are of the metric compared."
    )
    return table.Section(f"Comparisons over {number:,} observations and {releases:,} releases", rows, verdict)


def _evaluation(options: argparse.Namespace) -> table.Section:
    rows = _measure("evaluation", lambda: evaluation.run(runs=options.runs))
    fast, exact, _ = rows.values()
    verdict = ""
    if isinstance(fast, Measurement) and isinstance(exact, Measurement):
        exactly = fast.releases / exact.per_second
        verdict = (
            f"{fast.releases:,} weightings take {fast.seconds:.2f} s "
            f"(at most {EVALUATION_SECONDS_AT_MOST} s is wanted); exactly they would take {exactly:,.0f} s. "
            "`releases` are weightings here, and awards in the last row."
        )
    title = f"Who comes first under other weights: {evaluation.BIDS} bids, {evaluation.CRITERIA} criteria, one core"
    return table.Section(title, rows, verdict)


def _scale(options: argparse.Namespace) -> Iterator[table.Section]:
    small, large = _file(options, max(1, options.large // 10)), _file(options, options.large)
    home = options.folder / "home"
    rows = _measure("scale", lambda: scaling.run(small, large, home))
    first, second = rows.values()
    verdict = ""
    if isinstance(first, Measurement) and isinstance(second, Measurement):
        verdict = (
            f"Time a release grows {scaling.growth(first, second):.2f} times (at most {GROWTH_AT_MOST} is wanted); "
            f"the peak is {second.megabytes:,.0f} MB (at most {MEGABYTES_AT_MOST:,} is wanted)."
        )
    yield table.Section(f"From {max(1, options.large // 10):,} to {options.large:,} releases", rows, verdict)
    rows = _measure("compare", lambda: comparing.run(home, options.large, runs=options.runs))
    slowest = max(one.seconds for one in rows.values() if isinstance(one, Measurement))
    verdict = f"The slowest took {slowest:.2f} s (at most {COMPARE_SECONDS_AT_MOST} s is wanted)."
    yield table.Section(f"Comparisons over {options.large:,} releases", rows, verdict)
    rows = _measure("indicators", lambda: indicators.asked(home, runs=options.runs))
    slowest_rate = min(one.per_second for one in rows.values() if isinstance(one, Measurement))
    verdict = (
        f"At least {slowest_rate:,.0f} compiled releases a second "
        f"(at least {INDICATORS_PER_SECOND_AT_LEAST:,} is wanted)."
    )
    yield table.Section(f"All indicators over the processes of {options.large:,} releases", rows, verdict)


def _file(options: argparse.Namespace, releases: int) -> Path:
    with console.status(f"Making {releases:,} releases") as status:
        return prepare.releases_file(
            options.folder, releases, lambda done: status.update(f"Making releases: {done:,} of {releases:,}")
        )


def _measure(
    name: str, work: Callable[[], dict[str, Measurement | NotMeasured]]
) -> dict[str, Measurement | NotMeasured]:
    with console.status(f"Measuring: {name}"):
        try:
            return work()
        except measure.BenchmarkError as error:
            console.print(f"[red]{name}: {error}[/red]")
            sys.exit(1)


def _ratio(rows: dict[str, Measurement | NotMeasured], other: str, at_least: float) -> str:
    ours, theirs = next(iter(rows.values())), rows[other]
    if not isinstance(ours, Measurement) or not isinstance(theirs, Measurement):
        return ""
    ratio = ours.per_second / theirs.per_second
    return f"Ours does {ratio:,.2f} times as many releases a second as {other} (at least {at_least} is wanted)."


def _show(section: table.Section) -> None:
    shown = Table(title=section.title, title_justify="left", caption=section.verdict, caption_justify="left")
    for place, heading in enumerate(table.HEADINGS):
        shown.add_column(heading, justify="right" if place else "left")
    for row in table.cells(section):
        shown.add_row(*row)
    Console().print(shown)


def _conditions(options: argparse.Namespace) -> str:
    size = _file(options, options.releases).stat().st_size / options.releases / 1000
    return (
        f"{datetime.now(UTC).date()} on {os.cpu_count()} cores ({_processor()}), "
        f"{psutil.virtual_memory().total / 1e9:.0f} GB of memory, Python {platform.python_version()}, "
        f"merging as {'native code' if _merges_natively() else 'Python alone'}: "
        f"{options.releases:,} fictional releases, about {prepare.RELEASES_A_PROCESS} a process, {size:.1f} KB each; "
        f"median of {options.runs} runs, one for the slow tools. CPU s is what all its processes computed "
        "together, MB their peak of memory; "
        "`ours ÷ this` says how many times as many releases a second ours does."
    )


def _merges_natively() -> bool:
    return not (objects.__file__ or "").endswith(".py")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine()
    )


if __name__ == "__main__":
    main()
