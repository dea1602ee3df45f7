"""Make docs/reference/sample.md from the sample's own tables."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from candour.sample import FAULTS, PREFIX, TABLE_FAULTS, days
from candour.sample.contract_models import MODELS
from candour.sample.metrics import METRICS
from candour.sample.process import TWIN_EVERY
from candour.sample.procurement import OTHER_SHARE
from candour.sample.world import COUNCILS, PROVIDERS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "sample.md"

_LAST_DAY = days.FIRST + timedelta(days.TODAY)

OPENING = f"""\
# The fictional sample

This page is generated from the sample's own tables: `make docs` writes it again.

`candour sample` makes up contracting processes of UK social care, from planning to result, as three kinds of portal
and {len(PROVIDERS)} providers would publish them. The same seed gives the same bytes on every machine, and the first
hundred processes of a thousand are the hundred. Nobody in it exists: every ocid begins with `{PREFIX}-`, titles and
publishers say that they are fictional, postcodes begin with XF, company numbers lie where the registers have never
issued any, and web addresses end in `.example`.

Every {TWIN_EVERY}th process is the process before it again, on another portal under another ocid. About
{OTHER_SHARE:.0%} of the purchases are not of care. The sample ends on {_LAST_DAY}: what would have
been published later is not there.
"""

FAULTS_OPENING = """
## What is wrong with it, on purpose

The rate is the share of the processes in which the fault can occur. `candour sample --no-faults` leaves them all out.

| fault | what it is | portals | rate |
|---|---|---|---:|
"""

REGISTERS_OPENING = """
## Registers and outcomes

`candour sample --registers --to FOLDER` writes, besides, what the regulators of the four nations would publish of the
same providers, and what is published of the same councils: both directories and both kinds of records of the Care
Quality Commission, the monthly file of the Care Inspectorate, the table of the Regulation and Quality Improvement
Authority, services of Wales in our own layout, the tidy layout of the adult social care outcomes framework, fees and
workforce in our own layout. `--locations 60000` makes the registers as large as one likes. The areas of the councils
have GSS codes that nobody was given; so adding these files warns that their councils are unknown, and that so small a
register may not be whole.

Ratings lie near the quality of each provider, and outcomes follow the weight that a council gives to quality. Some
providers stand in the register under another spelling than in the notices, under the name of a holding company, or
beside a sister company that is called almost the same; some locations have been taken over from a company of which
no file tells.

One thing is wrong with some of the files, on purpose; `--no-faults` leaves it out:

| file | fault | what it is | rule |
|---|---|---|---|
"""

MODELS_OPENING = """
## How the councils contract

The share is of the care processes; bids are relative to what the council usually draws.

| contract model | share | bids | years |
|---|---:|---:|---|
"""

TRUTH_OPENING = """
## What a comparison ought to find again

Each provider has a quality from 0 to 1, which sets what it reports, give or take the noise. Each council draws so
many bids a lot on average, takes so many days from the closing date to the award, and has results published of so
large a share of the care contracts that it awards.

| metric | at quality 0 | at quality 1 | noise (standard deviation) |
|---|---:|---:|---:|
"""

COUNCILS_OPENING = """
| council | bids a lot | days to award | results published | weight of quality |
|---|---:|---:|---:|---:|
"""


def text() -> str:
    """The whole page."""
    faults = (
        f"| {fault.name} | {fault.where} | {', '.join(sorted(fault.portals))} | {fault.rate:.1%} |"
        for fault in FAULTS
    )
    tables = (f"| `{f.file}…` | {f.name} | {f.where} | `{f.rule}` |" for f in TABLE_FAULTS)
    models = (f"| {m.name} | {m.share:.0%} | {m.bids:g} | {m.years[0]} to {m.years[1]} |" for m in MODELS)
    metrics = (f"| {m.title}, {m.unit} | {m.worst:g} | {m.best:g} | {m.noise:g} |" for m in METRICS)
    councils = (
        f"| {c.name} | {c.bids:g} | {c.days_to_award} | {c.performance:.0%} | {c.quality_weight}% |" for c in COUNCILS
    )
    parts = (
        OPENING,
        *(FAULTS_OPENING, *_lines(faults)),
        *(REGISTERS_OPENING, *_lines(tables)),
        *(MODELS_OPENING, *_lines(models)),
        *(TRUTH_OPENING, *_lines(metrics)),
        *(COUNCILS_OPENING, *_lines(councils)),
    )
    return "".join(parts)


def _lines(rows: Iterable[str]) -> list[str]:
    return [f"{row}\n" for row in rows]


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
