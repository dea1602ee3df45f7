"""Measure the website beside Datasette over the same tables, on this machine alone, and stop.

    python tests/benchmarks/web.py --data candour-data       over what is there
    python tests/benchmarks/web.py --releases 1000000        over a sample of so many, made once

Each kind of page is asked for once by a server that has just begun (cold), then again (warm); then all kinds together
at a rate, of a server that has made them all, for a minute and for as long as it takes to receive a small file and to
build anew. Times are the server's own, in milliseconds, where it says them.
"""

import argparse
import os
import subprocess
import sys
from datetime import UTC, datetime
from itertools import chain, zip_longest
from pathlib import Path

import prepare
import web_load
import web_pages
import web_servers
from rich.console import Console
from rich.table import Table

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES_A_KIND = 20
COLD_AT_MOST, WARM_AT_MOST = 500, 100
CONNECTIONS_QUICK, CONNECTIONS_AT_MOST = 6, 30
"""So many in a row find everything made already: hardly ever all at the same of two processes."""
HEADINGS = ("page", "asked", "cold p50", "cold p95", "warm p50", "warm p95", "bytes")

console = Console()


def main() -> None:
    """Measure, show, and exit with 1 where something went wrong under the load."""
    options = _options()
    data = options.data or _sample(options.folder, options.releases)
    kinds = web_pages.addresses(data, PAGES_A_KIND)
    paths = [pair for pair in chain.from_iterable(zip_longest(*kinds.values())) if pair]
    with web_servers.ours(data, workers=1) as address:
        _show("Candour", web_load.one_by_one(address, paths), web_load.one_by_one(address, paths))
    with web_servers.ours(data, workers=2) as address:
        _until_all_is_warm(address, paths)
        loaded = _under_load(address, paths, data, options)
    if not options.alone:
        _beside(data, options.folder, [key for kind, key in paths if kind == "contract"])
    sys.exit(1 if any(one.status != 200 for one in loaded) else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a folder with tables that are built")
    parser.add_argument("--releases", type=int, default=100_000, help="else a sample of so many (%(default)s)")
    parser.add_argument("--rate", type=int, default=200, help="questions a second (%(default)s)")
    parser.add_argument("--seconds", type=float, default=60, help="for so long (%(default)s)")
    parser.add_argument("--alone", action="store_true", help="without Datasette")
    parser.add_argument("--folder", type=Path, default=REPOSITORY / ".candour/benchmarks", help="for the files made")
    return parser.parse_args()


def _sample(folder: Path, releases: int) -> Path:
    """A home with so many releases, and with the sample's registers and outcomes; made once a version of Candour."""
    from candour.operations.add import add_files
    from candour.operations.build import build_warehouse
    from candour.operations.home import Home
    from candour.sample import write_outcomes, write_registers

    home = Home(folder / f"web-{releases}")
    if not home.archive.exists():
        with console.status(f"Receiving {releases:,} releases"):
            file = prepare.releases_file(folder, releases)
            tables = [*write_registers(home.folder / "registers"), *write_outcomes(home.folder / "outcomes")]
            list(add_files(home, [file], source="fictional-sample", licence="CC0-1.0"))
            list(add_files(home, tables, licence="CC0-1.0", publisher="Candour (fictional)"))
    with console.status("Building tables"):
        build_warehouse(home)
    return home.folder


def _show(title: str, cold: list[web_load.Asked], warm: list[web_load.Asked]) -> None:
    shown = Table(title=f"{title}: milliseconds", title_justify="left")
    for place, heading in enumerate(HEADINGS):
        shown.add_column(heading, justify="right" if place else "left")
    again = dict(web_load.by_kind(warm))
    for kind, first in web_load.by_kind(cold):
        if wrong := {one.path: one.status for one in (*first, *again[kind]) if one.status != 200}:
            console.print(f"[red]{kind}: {wrong}[/red]")
        at_first, times = [_time(one) for one in first], [_time(one) for one in again[kind]]
        shown.add_row(
            kind,
            f"{len(first):,}",
            f"{web_load.percentile(at_first, 0.5):,.0f}",
            f"{web_load.percentile(at_first, 0.95):,.0f}",
            f"{web_load.percentile(times, 0.5):,.1f}",
            f"{web_load.percentile(times, 0.95):,.1f}",
            f"{max(one.bytes for one in first):,}",
        )
    console.print(shown)
    console.print(f"Wanted: p95 at most {COLD_AT_MOST} cold and {WARM_AT_MOST} warm.")


def _until_all_is_warm(address: str, paths: list[tuple[str, str]]) -> None:
    """As a site is that has run for a while: whichever process a new connection meets has made every page."""
    with console.status("Asking for every page, until each process has made it"):
        quick = 0
        for _ in range(CONNECTIONS_AT_MOST):
            asked = web_load.one_by_one(address, paths)
            quick = quick + 1 if max(map(_time, asked)) <= WARM_AT_MOST else 0
            if quick == CONNECTIONS_QUICK:
                return
    console.print("[red]Some pages are not quick however often they are asked for.[/red]")


def _time(one: web_load.Asked) -> float:
    return one.reader if one.server is None else one.server


def _under_load(
    address: str, paths: list[tuple[str, str]], data: Path, options: argparse.Namespace
) -> list[web_load.Asked]:
    """All kinds of pages at a rate, while a build swaps in."""
    commands = (
        f"{sys.executable} -m candour sample --processes 20 --seed {os.getpid()} --to {options.folder / 'more'}",
        f"{sys.executable} -m candour add {options.folder / 'more'} --source fictional-sample --data {data}",
        f"{sys.executable} -m candour build --data {data}",
    )
    log = (options.folder / "rebuild.log").open("wb")
    builder = subprocess.Popen(["sh", "-c", "; ".join(commands)], stdout=log, stderr=log)
    found = web_load.at_a_rate(
        address, paths, rate=options.rate, seconds=options.seconds, until=lambda: builder.poll() is not None
    )
    built = builder.wait() in (0, 1)
    times, waits = [_time(one) for one in found], [one.reader for one in found]
    wrong = [one for one in found if one.status != 200]
    console.print(
        f"Under {options.rate} questions a second for {len(found) / options.rate:.0f} s: {len(found):,} answers, "
        f"{len(wrong):,} of them not 200; meanwhile a build {'swapped in' if built else 'failed'}. "
        f"Server p50 {web_load.percentile(times, 0.5):.1f} ms, p95 {web_load.percentile(times, 0.95):.1f}, "
        f"p99 {web_load.percentile(times, 0.99):.1f}; readers waited p95 {web_load.percentile(waits, 0.95):.1f}, "
        f"at most {max(waits):,.0f}. {datetime.now(UTC).date()}, {os.cpu_count()} cores."
    )
    return found


def _beside(data: Path, folder: Path, contracts: list[str]) -> None:
    """The nearest that Datasette shows: the rows of a process, a search in titles, the first page of a table."""
    from urllib.parse import unquote

    with console.status("Writing the same tables for Datasette"):
        file = web_servers.as_sqlite(data, folder / "tables.db")
    ocids = [unquote(path.split("/contract/")[1].split("?")[0]) for path in contracts]
    paths = [
        *[("rows of a process", f"/tables/processes?ocid__exact={ocid}") for ocid in ocids],
        *[("search in titles", f"/tables/processes?title__contains={word}") for word in ("home+care", "respite")],
        ("first page of a table", "/tables/processes"),
    ]
    with web_servers.datasette(file) as address:
        _show("Datasette", web_load.one_by_one(address, paths), web_load.one_by_one(address, paths))


if __name__ == "__main__":
    main()
