"""What can be wrong with a workbook that somebody publishes, when it is kept and read like any other file."""

from candour.ocds.problems import Rule

WORKBOOK_REFUSED = Rule(
    id="workbook-refused",
    level="refused",
    title="A workbook that is not read",
    publisher="Make a workbook by `candour template new`, and fill that in: {found}.",
    reader="This workbook was not read; whatever it announced is missing.",
)
WORKBOOK_CELL = Rule(
    id="workbook-cell",
    level="refused",
    title="A cell of a workbook that is not as expected",
    publisher="Correct this cell: found {found}, expected {expected}.",
    reader="This workbook was not used, because one of its cells cannot be read: found {found}, expected {expected}.",
)
WORKBOOK_UNREAD = Rule(
    id="workbook-part-unread",
    level="note",
    title="A part of a workbook that belongs to no template",
    publisher="Nothing need be done, unless it was meant to be published: {found}.",
    reader="The workbook says something more, which is not shown: {found}.",
)
