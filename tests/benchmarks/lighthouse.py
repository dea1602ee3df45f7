"""Measure pages of every kind with Lighthouse, on a telephone and at a desk, and stop.

    python tests/benchmarks/lighthouse.py                          over the demo
    python tests/benchmarks/lighthouse.py --data candour-data      over what is there

Lighthouse is installed by npm, once, into the folder for the files made. It drives Chromium, as slow as a telephone
of the middle range with a slow connection, and gives each page of 100 for performance, accessibility, best practices
and search engines. Exits with 1 where a page has less than is wanted in one of them.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import web_pages
import web_servers
from measure import HERE, BenchmarkError
from rich.console import Console
from rich.table import Table

from candour.site.look.node import with_node

REPOSITORY = HERE.parents[1]
PROGRAM = HERE / "lighthouse_program"
"""What npm is to install: its list, its lock and its settings."""
WANTED = 95
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PRESETS = {"telephone": (), "desk": ("--preset=desktop",)}
OTHERS = {"Easy Read": "/easy", "about": "/about", "API": "/api/v1/docs"}
"""Pages that are of no kind."""
TRIES = 3
"""Chromium sometimes loses a trace on a busy machine."""
CHROMIUM_OPTIONS = "--chrome-flags=--headless --no-sandbox --disable-gpu"

console = Console()


@dataclass(frozen=True, slots=True)
class Found:
    """What Lighthouse found of a page: of 100 for each category; seconds until the largest thing is drawn, for which
    nothing else could be done, how far things moved, and bytes that were sent."""

    page: str
    preset: str
    scores: dict[str, int]
    largest_drawn: float
    blocked: float
    moved: float
    sent: int
    short_of: tuple[str, ...]
    """What it is marked down for, in Lighthouse's names."""

    @property
    def lowest(self) -> int:
        """Of its scores."""
        return min(self.scores.values())


def found_in(report: dict[str, Any], page: str, preset: str) -> Found:
    """What a report of Lighthouse says, as it writes it in JSON."""
    audits, categories = report["audits"], report["categories"]
    marked = {ref["id"] for one in categories.values() for ref in one["auditRefs"] if ref["weight"]}
    return Found(
        page=page,
        preset=preset,
        scores={name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES},
        largest_drawn=audits["largest-contentful-paint"]["numericValue"] / 1000,
        blocked=audits["total-blocking-time"]["numericValue"] / 1000,
        moved=audits["cumulative-layout-shift"]["numericValue"],
        sent=round(audits["total-byte-weight"]["numericValue"]),
        short_of=tuple(sorted(id for id in marked if (audits[id]["score"] or 0) < 1 and _counts(audits[id]))),
    )


def _counts(audit: dict[str, Any]) -> bool:
    return audit["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")


def main() -> None:
    """Measure, show, and exit with 1 where a page falls short."""
    options = _options()
    program = _installed(options.folder / "lighthouse")
    data = options.data or _demo(options.folder / "lighthouse-demo")
    found = []
    with web_servers.ours(data, workers=1) as address:
        for page, path in _pages(data, options.kind):
            for preset in PRESETS:
                found.append(_measured(program, f"{address}{path}", page, preset))
                console.print(f"{page}, {preset}: {found[-1].scores} {', '.join(found[-1].short_of)}")
    _show(found)
    sys.exit(1 if any(one.lowest < WANTED for one in found) else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a folder with tables that are built (the demo, made once)")
    parser.add_argument(
        "--kind", action="append", help="only pages of this kind, such as place or 'Easy Read'; may be given again"
    )
    parser.add_argument("--folder", type=Path, default=REPOSITORY / ".candour/benchmarks", help="for the files made")
    return parser.parse_args()


def _installed(folder: Path) -> Path:
    """Lighthouse, as the lock file has it."""
    shutil.copytree(PROGRAM, folder, dirs_exist_ok=True)
    done = subprocess.run(
        ["npm", "ci", "--no-progress", "--loglevel=error"], cwd=folder, env=with_node(), check=False
    )
    if done.returncode:
        raise BenchmarkError(f"npm could not install Lighthouse (exit {done.returncode})")
    return folder / "node_modules" / "lighthouse" / "cli" / "index.js"


def _demo(folder: Path) -> Path:
    from candour.operations.demo import make_demo
    from candour.operations.home import Home

    home = Home(folder)
    if not home.archive.exists():
        with console.status("Making the demo"):
            make_demo(home)
    return home.folder


def _pages(data: Path, kinds: list[str] | None) -> Iterator[tuple[str, str]]:
    """Those of these kinds, else of all. Raises BenchmarkError for one that there is not."""
    pages = web_pages.addresses(data, a_kind=1) | {name: [(name, path)] for name, path in OTHERS.items()}
    if unknown := set(kinds or ()) - pages.keys():
        raise BenchmarkError(f"there is no kind of page called {', '.join(unknown)}; there are: {', '.join(pages)}")
    for kind in kinds or pages:
        yield from pages[kind]


def _measured(program: Path, address: str, page: str, preset: str) -> Found:
    chromium = os.environ.get("CANDOUR_TEST_CHROMIUM") or shutil.which("chromium") or "chromium"
    command = ["node", str(program), address, *PRESETS[preset], "--quiet", "--output=json", CHROMIUM_OPTIONS]
    surroundings = with_node() | {"CHROME_PATH": chromium}
    for _ in range(TRIES):
        done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return found_in(json.loads(done.stdout), page, preset)
    raise BenchmarkError(f"Lighthouse could not look at {address}: {done.stderr.strip()[-500:]}")


def _show(found: list[Found]) -> None:
    shown = Table(title="Lighthouse: of 100", title_justify="left")
    for name in ("page", "at"):
        shown.add_column(name)
    for name in (*CATEGORIES, "largest drawn s", "blocked s", "moved", "bytes"):
        shown.add_column(name, justify="right")
    shown.add_column("marked down for")
    for one in found:
        figures = (f"{one.largest_drawn:.1f}", f"{one.blocked:.2f}", f"{one.moved:.3f}", f"{one.sent:,}")
        scores = (str(one.scores[name]) for name in CATEGORIES)
        shown.add_row(one.page, one.preset, *scores, *figures, ", ".join(one.short_of))
    console.print(shown)
    lowest = (f"{name} {min(one.scores[name] for one in found)}" for name in CATEGORIES)
    console.print(f"Lowest of {len(found)}: {', '.join(lowest)}. Wanted: {WANTED} in each.")


if __name__ == "__main__":
    main()
