"""What can be wrong with figures about councils."""

from candour.ocds.problems import Rule

MEASURE_UNKNOWN = Rule(
    id="measure-unknown",
    level="refused",
    title="A measure that nobody has defined",
    publisher="Define {found} under definitions/council_outcomes/, or give one of {expected}.",
    reader="Figures of {found} were left out, because what they mean is not written down.",
)
MEASURE_ABSENT = Rule(
    id="measure-absent",
    level="warning",
    title="A measure whose table is not there",
    publisher="Add the table of {found}, or take its definition away if it is published no more.",
    reader="Nothing is known of {found} from this file.",
)
PERIOD_UNKNOWN = Rule(
    id="period-unreadable",
    level="refused",
    title="A period that cannot be understood",
    publisher="Write {path} as {expected}; found {found}.",
    reader="A figure was left out, because it does not say when it is about.",
)
STATISTIC_UNKNOWN = Rule(
    id="statistic-unknown",
    level="refused",
    title="A statistic that its measure does not have",
    publisher="Give one of {expected} in {path}; found {found}.",
    reader="A figure was left out, because it is not known what it counts.",
)
DIMENSION_UNKNOWN = Rule(
    id="dimension-unknown",
    level="refused",
    title="A breakdown that its measure does not have",
    publisher="Give {expected} in {path}; found {found}.",
    reader="A figure was left out, because it is not known of whom it speaks.",
)
UNIT_DIFFERS = Rule(
    id="unit-differs",
    level="refused",
    title="Another unit than the measure has",
    publisher="Convert the value and give {expected} in {path}; found {found}.",
    reader="A figure was left out: its unit is {found} where {expected} is meant.",
)
FIGURE_UNREADABLE = Rule(
    id="figure-unreadable",
    level="error",
    title="A figure that is neither a number nor a flag",
    publisher="Give a number such as 1234.5 or one of the flags c, z, x in {path}; found {found}.",
    reader="{path} is not known; everything around it was used.",
)
FLAG_AND_VALUE = Rule(
    id="flag-and-value",
    level="refused",
    title="A flag beside a number",
    publisher="Give the value or the flag, not both: found {found}.",
    reader="A figure was left out, because its row both gives and withholds it.",
)
FIGURE_UNEXPECTED = Rule(
    id="figure-out-of-range",
    level="warning",
    title="A figure outside what its measure can be",
    publisher="Check {path}: found {found}, expected {expected}.",
    reader="{path} is shown as published ({found}), and is outside what is expected ({expected}).",
)
COUNCIL_UNKNOWN = Rule(
    id="council-unknown",
    level="warning",
    title="A council that is not in the table of councils",
    publisher="Give the GSS code, the organisation id or the full name of the council; found {found}: {expected}.",
    reader="The figures of {found} are kept as published and stand with no council.",
)
COUNCIL_NOT_THEN = Rule(
    id="council-did-not-exist",
    level="warning",
    title="Figures for a time when their council did not exist",
    publisher="Use the code of the council that stood in {expected}, and not that of {found} ({path}).",
    reader="Figures of {path} for {expected} stay with {found}, as published, which did not exist then.",
)
