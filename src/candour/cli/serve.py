"""`candour serve`: the website and the API, on this machine."""

from pathlib import Path
from typing import Annotated

import typer

from candour.cli.options import DEFAULT_DATA, Data
from candour.cli.output import say
from candour.site.serving import Serving
from candour.site.serving import serve as serve_site


def serve(
    data: Data = DEFAULT_DATA,
    host: Annotated[str, typer.Option(help="The address of this machine to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen at.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="So many processes answer.")] = 2,
    seconds: Annotated[int | None, typer.Option("--for", min=1, help="Stop after so many seconds.")] = None,
) -> None:
    """Serve the website and the API until you stop it with Ctrl+C; it goes on while `candour build` builds anew."""
    run(Serving(data=Path(data), host=host, port=port, workers=workers, seconds=seconds))


def run(serving: Serving) -> None:
    """Serve, and say where."""
    ends = f"stops by itself after {serving.seconds} seconds" if serving.seconds else "Ctrl+C stops it"
    serve_site(serving, started=lambda: say(f"Candour is at {serving.address}/ ({ends})"))
