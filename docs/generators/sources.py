"""Make docs/reference/sources.md from the files under definitions/sources/."""

from pathlib import Path

from candour.sources import Definition, publishers

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "sources.md"

OPENING = """\
# Sources

This page is generated from the files under `definitions/sources/`: `make docs` writes it again.
[How to fetch](../how-to/fetch.md) says how to use them.
"""


def text() -> str:
    """The whole page."""
    return OPENING + "".join(_section(source.definition) for source in publishers().values())


def _section(of: Definition) -> str:
    rate, rows = of.rate, of.rows_per_month
    facts = {
        "id": f"`{of.id}`",
        "publisher": of.publisher,
        "licence": of.licence,
        "ocid prefix": f"`{of.ocid_prefix}`",
        "address": of.base_url,
        "cadence": of.cadence,
        "begins": f"{of.begins}" if of.begins else "not known",
        "notice types": ", ".join(map(str, of.notice_types)) or "all",
        "between two requests": f"{rate.between_requests:g} s",
        "tries": f"{rate.tries}, in {rate.altogether:g} s at most",
        "waits": ", ".join(f"{wait:g} s after {status}" for status, wait in rate.waits.items()),
        "releases in a month": f"{rows.min} to {rows.max}; a warning otherwise",
        "corrections": str(len(of.corrections)),
    }
    lines = [f"\n## {of.title}\n", "| | |", "|---|---|", *(f"| {name} | {fact} |" for name, fact in facts.items())]
    faults = [f"- {fault.what} {fault.handled} (Seen {fault.seen}.)" for fault in of.known_faults]
    return "\n".join([*lines, "", "What it does wrong, and what is done about it:\n", *faults, ""])


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
