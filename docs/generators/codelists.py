"""Make docs/reference/codelists.md from the description of the standard."""

from pathlib import Path

from candour.ocds.codelists import Codelist
from candour.ocds.description import describe

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "codelists.md"

OPENING = """\
# The codelists

This page is generated from the files under `src/candour/ocds/standard/`: `make docs` writes it again.

A field with a **closed** list holds one of its codes and nothing else. A field with an **open** list may hold a code
of the publisher's own where no listed code fits. [The page of fields](standard.md) says which field is which.

"""


def text() -> str:
    """The whole page."""
    lists = describe().codelists
    names = sorted(lists, key=str.lower)
    contents = ", ".join(f"[{name}](#{name.lower()})" for name in names)
    return f"{OPENING}{contents}\n" + "".join(_section(lists[name]) for name in names)


def _section(codelist: Codelist) -> str:
    brought = f" From `{codelist.extension}`." if codelist.extension != "core" else ""
    opening = f"\n## {codelist.name}\n\n{codelist.text}{brought}\n\n| code | meaning | from |\n|---|---|---|\n"
    return opening + "".join(_row(codelist, code) for code in codelist)


def _row(codelist: Codelist, code: str) -> str:
    source = f"`{codelist.additions[code]}`" if code in codelist.additions else ""
    return f"| `{code}` | {codelist.codes[code]} | {source} |\n"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
