"""The figures as tables: on the screen, as Markdown between two markers of a page, and as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from measure import Measurement, NotMeasured

BEGIN = "<!-- figures: written by `make bench-large`, do not edit -->"
END = "<!-- end of figures -->"
HEADINGS = ("tool", "releases", "a second", "seconds", "CPU s", "MB", "ours ÷ this")


@dataclass(frozen=True, slots=True)
class Section:
    """What was measured side by side: ours is the first row. `verdict` says what the figures amount to."""

    title: str
    rows: Mapping[str, Measurement | NotMeasured]
    verdict: str = ""


def markdown(sections: Sequence[Section], conditions: str) -> str:
    """All sections, and on what they were measured."""
    parts = [f"Measured {conditions}"]
    for section in sections:
        parts.append(f"### {section.title}")
        parts.append("\n".join((_line(HEADINGS), _line(["---", *["---:"] * 6]), *map(_line, cells(section)))))
        if section.verdict:
            parts.append(section.verdict)
    return "\n\n".join(parts)


def cells(section: Section) -> list[tuple[str, ...]]:
    """The rows of one section as text."""
    ours = next(iter(section.rows.values()))
    return [_row(name, one, ours) for name, one in section.rows.items()]


def as_json(sections: Sequence[Section], conditions: str) -> dict[str, object]:
    """The same, with every run's time."""
    return {
        "conditions": conditions,
        "sections": [
            {
                "title": section.title,
                "verdict": section.verdict,
                "rows": {name: _json(one) for name, one in section.rows.items()},
            }
            for section in sections
        ],
    }


def put_into(page: Path, text: str) -> None:
    """Replace what lies between the markers of a page; a page that does not exist, or has no markers, gets them."""
    old = page.read_text() if page.exists() else "# How fast it is\n"
    if BEGIN not in old:
        old = f"{old.rstrip()}\n\n{BEGIN}\n{END}\n"
    before, _, rest = old.partition(BEGIN)
    _, _, after = rest.partition(END)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}")


def _row(name: str, one: Measurement | NotMeasured, ours: Measurement | NotMeasured) -> tuple[str, ...]:
    if isinstance(one, NotMeasured):
        return (name, f"not measured: {one.because}", "", "", "", "", "")
    ratio = f"{ours.per_second / one.per_second:,.2f}" if isinstance(ours, Measurement) and one is not ours else ""
    note = f" ({one.note})" if one.note else ""
    times = f"{one.seconds:,.2f}", f"{one.cpu_seconds:,.2f}"
    figures = f"{one.releases:,}", f"{one.per_second:,.0f}", *times, f"{one.megabytes:,.0f}"
    return (f"{name}{note}", *figures, ratio)


def _json(one: Measurement | NotMeasured) -> dict[str, object]:
    return asdict(one) | ({"per_second": one.per_second} if isinstance(one, Measurement) else {})


def _line(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"
