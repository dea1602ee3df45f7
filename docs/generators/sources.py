"""Make docs/reference/sources.md from the files under definitions/sources/."""

from pathlib import Path

from candour.sources.definition import NoticesDefinition, TablesDefinition, definitions

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "sources.md"

OPENING = """\
# Sources

This page is generated from the files under `definitions/sources/`: `make docs` writes it again.
[How to fetch](../how-to/fetch.md) says how to use them.
"""


def text() -> str:
    """The whole page."""
    return OPENING + "".join(map(_section, definitions().values()))


def _section(of: NoticesDefinition | TablesDefinition) -> str:
    rate = of.rate
    facts = {
        "id": f"`{of.id}`",
        "publisher": of.publisher,
        "licence": of.licence,
        "address": of.base_url or "none",
        "cadence": of.cadence,
        "begins": f"{of.begins}" if of.begins else "not known",
        **(_notices(of) if isinstance(of, NoticesDefinition) else _tables(of)),
        "between two requests": f"{rate.between_requests:g} s",
        "tries": f"{rate.tries}, in {rate.altogether:g} s at most",
        "waits": ", ".join(f"{wait:g} s after {status}" for status, wait in rate.waits.items()) or "as it asks for",
        "corrections": str(len(of.corrections)),
    }
    lines = [f"\n## {of.title}\n", "| | |", "|---|---|", *(f"| {name} | {fact} |" for name, fact in facts.items())]
    if not of.known_faults:
        return "\n".join([*lines, ""])
    faults = [f"- {fault.what} {fault.handled} (Seen {fault.seen}.)" for fault in of.known_faults]
    return "\n".join([*lines, "", "What it does wrong, and what is done about it:\n", *faults, ""])


def _notices(of: NoticesDefinition) -> dict[str, str]:
    rows = of.rows_per_month
    return {
        "gives": "notices",
        "ocid prefix": f"`{of.ocid_prefix}`",
        "notice types": ", ".join(map(str, of.notice_types)) or "all",
        "releases in a month": f"{rows.min} to {rows.max}; a warning otherwise",
    }


def _tables(of: TablesDefinition) -> dict[str, str]:
    layouts = (f"[{each.title}](register-layouts.md#{each.id})" for each in of.layouts)
    return {"gives": of.gives, "nations": ", ".join(of.nations), "layouts": "; ".join(layouts) or "none"}


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
