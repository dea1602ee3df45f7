"""Make docs/reference/reading.md from the reader's limits and rules."""

from pathlib import Path

from candour.ocds.problems import Rule
from candour.ocds.read import LIMITS
from candour.ocds.read.problems import RULES

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "reading.md"

OPENING = f"""\
# Reading

This page is generated from the reader's limits and rules: `make docs` writes it again.

## What is accepted

- **Shapes**: release packages, record packages, bare releases and records, arrays of any of these, JSON lines of any
  of these, API pages, and JSON values one after another with nothing, blanks, commas or record separators between.
  A record gives its embedded releases; if it has links only or none, its compiled release, and a note says so.
- **Packing**: gzip, Zstandard and zip (deflated or stored), also inside one another, at most {LIMITS.archives} deep.
  A zip is read from front to back, so a cut one gives what came before the cut; names of members are only labels.
- **Encodings**: UTF-8, UTF-16 and UTF-32 with or without a byte order mark. A release that is not UTF-8 is read as
  Windows-1252 or, failing that, ISO-8859-1, by itself.

Nothing is repaired. A release's `data` are its bytes as sent, converted to UTF-8 if they were in another encoding.

## Where a problem is

A position is the file's name, with the member's behind a slash for an archive, then the line (from 1) for JSON lines,
or the release (from 1) and the byte (from 0). Lines and bytes are counted after unpacking and conversion to UTF-8.

## What a release knows about its package

What stands before the releases is known to each of them. What stands after them is too, as long as the releases take
less than {LIMITS.held:,} bytes; in a larger package it comes too late, which is a note.

## Going on after a fault

After a release that cannot be read, reading goes on with the next line of JSON lines, and inside a package or an
array with its next sibling. Where brackets or quotes are lost, that is the next object that names its `ocid` before
any object of its own; a sibling written otherwise may then be missed, but the fault is always told.

## Limits

| what | limit |
|---|---|
| one release | {LIMITS.release:,} bytes |
| nesting inside a release | {LIMITS.depth} levels |
| what one file expands to | {LIMITS.expanded:,} bytes |
| how many times its size a file expands to, beyond {LIMITS.ratio_from:,} bytes | {LIMITS.ratio} |

Keys that occur twice in an object are looked for in each of the first {LIMITS.searched:,} releases of a file, then in
every sixty-fourth until one is found, and from there on in all.

## Versions of the standard

A release of OCDS 1.0 is read as it is. It is to be upgraded if its package says version 1.0 or, where nothing states
a version, if it has no `parties` and describes an organisation in place or uses a field that OCDS 1.1 renamed.

## Problems

A **refused** piece could not be used. An **error** breaks the standard, a **warning** misleads, a **note** is worth
knowing; with these three the release is there.

"""


def text() -> str:
    """The whole page."""
    return OPENING + "\n".join(map(_section, RULES))


def _section(rule: Rule) -> str:
    names = {"found": "*what was found*", "expected": "*the limit*", "path": "*the field*"}
    publisher, reader = (template.format(**names) for template in (rule.publisher, rule.reader))
    messages = f"- To the publisher: {publisher}\n- To a reader: {reader}\n"
    return f"### {rule.title}\n\n`{rule.id}` · {rule.level}\n\n{messages}"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
