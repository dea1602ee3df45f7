"""`candour demo`: everything at once, on fictional data."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from candour.cli.compare import print_comparison
from candour.cli.options import AsJson
from candour.cli.output import print_json, progress_bar, say
from candour.compare.selection import Selection
from candour.operations.compare import compare_published
from candour.operations.demo import go_on_with, make_demo
from candour.operations.home import Home
from candour.operations.status import status

WITHOUT_A_TERMINAL = 600
"""Nobody can stop the site where there is no terminal: it stops by itself after so many seconds."""


def demo(
    folder: Annotated[Path, typer.Option(help="Where to put it.")] = Path("candour-demo"),
    serve: Annotated[bool, typer.Option("--serve", help="Then open the website on it.")] = False,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port of the website.")] = 8000,
    seconds: Annotated[
        int | None, typer.Option("--for", min=1, help="Close the website after so many seconds.")
    ] = None,
    as_json: AsJson = False,
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
    for words in go_on_with(home):
        say(f"  candour {words} --data {folder}")
    if serve:
        # The website's libraries are needed for nothing else here.
        from candour.cli.serve import run
        from candour.site.serving import Serving

        say()
        alone = None if sys.stdout.isatty() else WITHOUT_A_TERMINAL
        run(Serving(data=folder, port=port, seconds=seconds or alone))
