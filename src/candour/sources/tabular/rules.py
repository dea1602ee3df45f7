"""What can be wrong with a table that somebody publishes."""

from candour.ocds.problems import Problem, Rule

NOT_A_TABLE = Rule(
    id="not-a-table",
    level="refused",
    title="Not a table",
    publisher="Send CSV, ODS or XLSX here; what came was {found}.",
    reader="This file was not read; whatever it announced is missing.",
)
SHEET_BROKEN = Rule(
    id="sheet-broken",
    level="refused",
    title="A table that breaks off",
    publisher="Save the file again: {found}.",
    reader="The rows before the damage were read; the rest are missing.",
)
ROW_TOO_WIDE = Rule(
    id="row-too-large",
    level="refused",
    title="A row beyond what a spreadsheet can hold",
    publisher="Mend this row: {found}, at most {expected}.",
    reader="One row was left out because of its size.",
)
ROW_BROKEN = Rule(
    id="row-broken",
    level="refused",
    title="A row that is no row",
    publisher="Mend the quotation marks of this row: {found}.",
    reader="One row could not be read and was left out.",
)
ROW_MISALIGNED = Rule(
    id="row-misaligned",
    level="refused",
    title="A row with more or fewer cells than the heading",
    publisher="Give this row {expected} cells, as the heading has; it has {found}.",
    reader="It is not certain which value belongs to which column, so one row was left out.",
)
CODE_PAGE = Rule(
    id="table-not-utf-8",
    level="note",
    title="A table that is not UTF-8",
    publisher="Send UTF-8; this was read as {found}.",
    reader="Accented letters and dashes were converted; the original bytes are kept in the archive.",
)
LAYOUT_UNKNOWN = Rule(
    id="layout-unknown",
    level="refused",
    title="A table of no known layout",
    publisher="Send one of the layouts that are known, or describe this one under definitions/sources/: {found}.",
    reader="Nothing of this file was used.",
)
COLUMN_UNKNOWN = Rule(
    id="column-unknown",
    level="error",
    title="A column that nobody has described",
    publisher="Say under definitions/sources/ what the column {path} is, or why it is ignored{found}.",
    reader="What stands in the column {path} was not used{found}.",
)
COLUMN_MISSING = Rule(
    id="column-missing",
    level="error",
    title="A column that should be there",
    publisher="Bring back the column {path}{found}.",
    reader="What the column {path} used to say is not known{found}.",
)
COLUMN_GONE = Rule(
    id="ignored-column-missing",
    level="note",
    title="An ignored column is no longer there",
    publisher="Nothing need be done; take {path} out of definitions/sources/ once it is gone for good.",
    reader="Nothing is lost: {path} was never used.",
)
COLUMN_TWICE = Rule(
    id="column-twice",
    level="error",
    title="The same column twice",
    publisher="Name each column once; {path} is there more than once.",
    reader="The first column called {path} was used, the other was not.",
)
ROW_WITHOUT = Rule(
    id="row-without-key",
    level="refused",
    title="A row without what it is about",
    publisher="Fill in {path}.",
    reader="One row says nothing that can be kept, because {path} is empty.",
)
CELL_UNREADABLE = Rule(
    id="cell-unreadable",
    level="error",
    title="A cell that is not what its column holds",
    publisher="Give {expected} in {path}; found {found}.",
    reader="{path} of this row is not known; the rest of the row was used.",
)
CELL_FAILED = Rule(
    id="formula-failed",
    level="error",
    title="The error of a formula instead of a value",
    publisher="Mend the formula behind {path}; it shows {found}.",
    reader="{path} of this row is not known; the rest of the row was used.",
)
CELL_UNEXPECTED = Rule(
    id="value-out-of-range",
    level="warning",
    title="A value outside its expected range",
    publisher="Check {path}: found {found}, expected {expected}.",
    reader="{path} is shown as published ({found}), but is outside what one would expect ({expected}).",
)
CELL_CORRECTED = Rule(
    id="cell-corrected",
    level="note",
    title="A published value that is corrected here",
    publisher="Mend {path}: {found}.",
    reader="{path} is not shown as published: {found}.",
)
CORRECTION_UNUSED = Rule(
    id="correction-does-not-fit",
    level="warning",
    title="A correction that no longer fits",
    publisher="Take the correction of {path} out of definitions/sources/: {found} stands there now, not {expected}.",
    reader="{path} is shown as published; what used to be corrected has changed.",
)
ROWS_UNEXPECTED = Rule(
    id="number-of-rows",
    level="warning",
    title="More or fewer rows than expected",
    publisher="Check that the file is whole: {found} rows, expected {expected}.",
    reader="The file has {found} rows where {expected} were expected; it may not be whole.",
)

RECORD_BROKEN = Rule(
    id="record-broken",
    level="refused",
    title="A record that is no JSON object",
    publisher="Send one JSON object here; {found}.",
    reader="One record could not be read and was left out.",
)
RECORD_UNKNOWN = Rule(
    id="record-unknown",
    level="refused",
    title="A record of no known kind",
    publisher="Send records of a kind that is known: {found}.",
    reader="One record was left out.",
)
FIELD_UNKNOWN = Rule(
    id="field-unknown",
    level="error",
    title="A field that nobody has described",
    publisher="Say under definitions/sources/ what the field {path} is, or why it is ignored.",
    reader="What stands in the field {path} was not used.",
)
NUMBER_MALFORMED = Rule(
    id="register-number-malformed",
    level="warning",
    title="A number that its register would not have given",
    publisher="Correct {path}: {found}.",
    reader="{path} is not used to tell who this is, because it is not written as a register would: {found}.",
)
RATING_UNREADABLE = Rule(
    id="rating-unreadable",
    level="error",
    title="A rating that means nothing known",
    publisher="Say under which framework this is a rating, or correct it: {found}.",
    reader="One rating was left out: {found}.",
)


def problem(rule: Rule, position: str, path: str = "", found: str = "", expected: str = "") -> Problem:
    """A breach of `rule` at `position`; `path` names the column."""
    return Problem(rule=rule, path=path, found=found, expected=expected, position=position)
