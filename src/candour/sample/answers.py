"""Fictional rows about people who do not exist: a visit log and a survey, to make figures of."""

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random

_AREAS = ("Ambermere", "Ambermere", "Ambermere", "Thistleford", "Thistleford", "Thistleford", "Larkholm")
_FAR = "Outer Fell"
"""An area in which only a handful of people live."""

Row = dict[str, str]


def write_answers(to: Path, seed: int = 1) -> list[Path]:
    """Write `visits.csv` and `survey.csv` into a folder; the same seed gives the same bytes."""
    to.mkdir(parents=True, exist_ok=True)
    return [_write(to / "visits.csv", visits(seed)), _write(to / "survey.csv", survey(seed))]


def visits(seed: int) -> Iterator[Row]:
    """The planned visits of 120 fictional people in a month: what became of each, and how long it was."""
    draw = Random(seed)  # noqa: S311  (nothing here is secret)
    for person in range(1, 121):
        area = _area(person, draw)
        for _ in range(draw.randint(12, 30)):
            planned = draw.choice((15, 30, 30, 45))
            outcome = draw.choices(("made", "missed", "cancelled by the person"), (94, 3, 3))[0]
            given = max(0, planned + draw.choice((-10, -5, 0, 0, 0, 5))) if outcome == "made" else 0
            yield {
                "person": f"fictional-{person}",
                "area": area,
                "outcome": outcome,
                "minutes_planned": str(planned),
                "minutes_given": str(given),
            }


def survey(seed: int) -> Iterator[Row]:
    """What 140 fictional people answered when 170 were asked, a few by proxy and a few leaving a question out."""
    draw = Random(seed + 1)  # noqa: S311
    safe = ("as safe as I want", "safe enough", "less safe than I want", "not safe at all", "")
    dignity = ("better", "no change", "sometimes worse", "worse", "")
    for person in range(1, 141):
        yield {
            "person": f"fictional-{person}",
            "area": _area(person, draw),
            "answered_by": draw.choices(("themselves", "themselves with help", "a proxy"), (6, 2, 2))[0],
            "feeling-safe": draw.choices(safe, (45, 30, 15, 7, 3))[0],
            "dignity": draw.choices(dignity, (40, 52, 3, 1, 4))[0],
        }


def _area(person: int, draw: Random) -> str:
    return _FAR if person % 30 == 0 else draw.choice(_AREAS)


def _write(path: Path, rows: Iterator[Row]) -> Path:
    first = next(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, first)
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)
    return path
