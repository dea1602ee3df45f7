"""How long comparisons of measured figures take, over observations, releases and locations in one warehouse."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import measure
import observations_home
from measure import Measurement, NotMeasured

ALL_TIME = ["--since", "2000-01-01"]
COUNCIL = "Leicester City Council"


def run(folder: Path, observations: int, releases: int, *, runs: int = 3) -> dict[str, Measurement | NotMeasured]:
    """Each kind of comparison, the answer alone and the command from start to end."""
    home = observations_home.make(folder, observations, releases)
    measured: dict[str, Measurement | NotMeasured] = {}
    for name, words in comparisons().items():
        measured[f"{name}, the answer"] = measure.function(
            "observations.py", "answer", home, words, observations, runs=runs
        )
        measured[f"{name}, the command"] = measure.command(
            [measure.program("candour"), "compare", *words, "--data", home, "--json"],
            releases=observations,
            runs=runs,
        )
    return measured


def comparisons() -> dict[str, list[str]]:
    """What is compared, as the words of the command."""
    common, surveyed = ["--metric", observations_home.COMMON], ["--metric", observations_home.SURVEYED]
    return {
        "providers": ["providers", *common],
        "providers, all time": ["providers", *common, *ALL_TIME],
        "providers, people asked": ["providers", *surveyed],
        "two providers": ["providers", "Provider 1 Ltd", "Provider 2 Ltd", *common],
        "councils": ["councils", *common],
        "councils, all time": ["councils", *common, *ALL_TIME],
        "contract models": ["contract-models", *common],
        "contract models, people asked, all time": ["contract-models", *surveyed, *ALL_TIME],
        "contracts of a council": ["contracts", "--council", COUNCIL, *common],
        "indicators of providers": ["providers"],
        "indicators of councils": ["councils"],
        "indicators of contract models": ["contract-models"],
    }


def answer(home: str, words: list[str], observations: int) -> Iterator[int | None]:
    """What the command answers, without starting Python: the last of three, so that files are at hand."""
    import contextlib
    import io

    from typer.main import get_command

    from candour.cli.app import app

    command = get_command(app)

    def ask() -> None:
        with contextlib.redirect_stdout(io.StringIO()):
            command.main(["compare", *words, "--data", home, "--json"], standalone_mode=False)

    ask()
    yield None
    ask()
    yield observations


def slowest(rows: Mapping[str, Measurement | NotMeasured]) -> tuple[str, float]:
    """What took longest, and its seconds."""
    known = {name: one.seconds for name, one in rows.items() if isinstance(one, Measurement)}
    return max(known.items(), key=lambda one: one[1])
