"""Make docs/explanation/live-contracts.md: a report of what real contracts could say of their outcomes.

The real notices are not part of the repository. Where they are absent the page stays as it is.
"""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from candour.indicators.definition import metrics
from candour.indicators.fit.metric_fit import Verdict
from candour.indicators.fit.process_fact import process_facts
from candour.operations.fit import FittedProcess, fit_files
from candour.sources.definition import NoticesDefinition, definitions

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs" / "explanation" / "live-contracts.md"
NOTICES = Path(os.environ.get("CANDOUR_SHARED_DATA", REPOSITORY.parent / "shared" / "data")) / "ocds"
FOLDERS = ("contracts_finder", "find_a_tender", "public_contracts_scotland", "sell2wales")
ON = date(2026, 11, 22)
MATCHED = "ocds-b5fd17suppliermatch-"
"""Processes of Contracts Finder as others published them again, with suppliers' numbers that they had looked up."""
WORKED = (
    "ocds-b5fd17suppliermatch-f3648f84-4037-4556-9e46-a384b8cdf4e3",
    "ocds-b5fd17-fffc1305-c8ad-477c-ba6e-d47ce45c6fb8",
    "ocds-h6vhtk-078219",
)

Processes = Sequence[FittedProcess]

OPENING = f"""\
# Live contracts put to the test

This page is generated from real notices, which are not part of the repository: `make docs` writes it again where they
are. It reports how things stood on {ON:%-d %B %Y}.

The project's first article wanted to test the outcomes design on a live contract, and could not, for want of data.
`candour fit` does that test for any process: what do its notices say, which metrics of
[the outcome library](outcome-library.md) could be reported on it, what is missing, and what does the release look
like that would report them? [How to use it](../how-to/put-a-live-contract-to-the-test.md). Here it was run on every
process of a small collection of real notices.
"""

MEANING = """\
## What it means

**The test can begin today, wherever something was awarded.** An outcome needs a contract to hang it on. An award
nearly always says buyer, suppliers and dates; so the release that `candour fit` drafts can be made from what is
published, and only what people know is left to fill in. Publishing a contract section is the one step without which
nothing else can follow.

**It cannot be finished from notices alone.** Not one of these processes says {never}. The forms of the portals hardly
ask for it; the social-care extension has a field for each.

**What could be reported could not always be compared.** Where an award names several suppliers, a figure is of all of
them together. Where a supplier or buyer has no number in a register, its ratings and its other contracts have to be
found by name, [with a probability](who-is-who.md).

**A tender is the best moment.** Before anything is awarded, metrics can become targets. Every bidder sees them, and
nobody can say later that they were not asked.

## What it does not mean

- The collection is small and was not drawn at random: a few days of each portal, of different years. It shows what
  notices hold, not how often in the whole country.
- That a metric *could* be reported says that the notices leave room for it. Whether the provider counts it, and
  whether there are enough people for a figure that [may be published](statistics.md), only the provider knows.
- No notice states the kind of care; it is judged from words and codes, and metrics were chosen by that judgement.
- *Missing* is not *at fault*. Several of these things nobody is obliged to publish.
"""


def absent() -> str:
    """Why the page cannot be made here; empty where it can."""
    return "" if NOTICES.is_dir() else f"real notices are not here: {NOTICES} does not exist"


def text() -> str:
    """The whole page."""
    fitted = fit_files([NOTICES / name for name in FOLDERS], ON, care="any").processes
    sure = [one for one in fitted if one.social_care == "yes"]
    perhaps = [one for one in fitted if one.social_care == "perhaps"]
    parts = [
        OPENING,
        _read(fitted),
        _publishers(sure),
        _facts(sure),
        _kinds(sure),
        _worked({one.ocid: one for one in sure}),
        _perhaps(perhaps),
        MEANING.format(never=_never(sure)),
    ]
    return "\n".join(parts)


def _read(fitted: Processes) -> str:
    rows = []
    for publisher, processes in _by_publisher(fitted):
        answers = Counter(one.social_care for one in processes)
        rows.append((publisher, len(processes), answers["yes"], answers["perhaps"], answers["no"]))
    rows.append(("**all**", *(sum(row[column] for row in rows) for column in (1, 2, 3, 4))))
    return (
        "## What was read\n\n"
        + _table(("publisher", "processes", "social care", "perhaps", "not"), rows)
        + """
What is social care [is judged by rules](social-care-processes.md). From here on *social care* is what is so for
certain; what is so perhaps comes at the end. In the second row others published notices of Contracts Finder again,
with the numbers in registers that they had found for suppliers. These numbers are not to the portal's credit.
"""
    )


def _publishers(sure: Processes) -> str:
    rows = []
    for publisher, processes in [*_by_publisher(sure), ("**all**", sure)]:
        standing = Counter(_standing(one) for one in processes)
        awarded = [one for one in processes if one.fit.contracts]
        rows.append(
            (
                publisher,
                len(processes),
                standing["nothing awarded"],
                standing["running"] + standing["unknown"],
                standing["not begun"],
                standing["ended"],
                sum(_is(one, "contract") for one in awarded),
                sum(bool(_metrics(one, "now")) for one in awarded),
                sum(_needs_only_a_contract(one) for one in awarded),
            )
        )
    columns = (
        "publisher",
        "processes",
        "nothing awarded",
        "running, or no dates",
        "not begun",
        "ended",
        "contract published",
        "could report now",
        "could, with a contract added",
    )
    return (
        "## What phase three could do today, publisher by publisher\n\n"
        + _table(columns, rows)
        + """
How a process stands follows from the contract or award that ends last. *Could report now*: at least one metric has
all that it needs. *With a contract added*: for most of the first metrics of its kind of care, the release drafted
from the award supplies all that is missing. Where nothing is awarded, the same metrics could be targets of a tender.
Publishers that are not in the table had no such process in the collection.
"""
    )


def _facts(sure: Processes) -> str:
    rows = []
    for name, fact in process_facts().items():
        states = Counter(stated.state for one in sure for stated in one.fit.facts if stated.fact.id == name)
        arises = sum(states.values()) - states["not yet"]
        rows.append((fact.title, fact.use, arises, states["stated"], states["judged"], states["missing"]))
    rows.sort(key=lambda row: (-row[5] / row[2], row[0]))
    return (
        "## What is missing most often\n\n"
        + _table(("what", "needed to", "of processes", "stated", "judged", "missing"), rows)
        + """
*Judged* is what no field states, and words or codes of the notice say.
[What a process has to say](../reference/process-facts.md) has why each matters, to whom, and how to say it.
"""
    )


def _never(sure: Processes) -> str:
    """What no process states and none can be judged to say, in words."""
    never = [
        fact.title[0].lower() + fact.title[1:]
        for name, fact in process_facts().items()
        if fact.use != "report" and not any(_is(one, name) for one in sure)
    ]
    return "; ".join(never[:-1]) + f"; or {never[-1]}"


def _kinds(sure: Processes) -> str:
    rows = []
    for kind, processes in _grouped(sure, _kind):
        counts = [len(_metrics(one, "once added")) + len(_metrics(one, "when awarded")) for one in processes]
        only = [len([m for m in one.fit.metrics if m.lacking == ("contract",)]) for one in processes]
        first = ", ".join(f"`{name}`" for name in processes[0].fit.chosen)
        rows.append((kind, len(processes), _from_to(counts), _from_to([n for n in only if n]), first))
    return (
        "## Which outcomes, by kind of care\n\n"
        + _table(("kind of care", "processes", "metrics possible", "lack only a contract", "first metrics"), rows)
        + f"""
*Metrics possible* could be promised or reported on one process once what is missing is added; a process that names
two kinds of care has the metrics of both. Of the others (the library has {len(metrics())}) most are not measured for
that kind of care, some only of adults, and some are of all that a commissioner buys. Where the kind is unknown, more
metrics depend on it. For children's care the library has hardly more than what holds for any care.
"""
    )


def _worked(sure: dict[str, FittedProcess]) -> str:
    return "\n".join(["## Three of them\n", *(_one(sure[ocid]) for ocid in WORKED)])


def _one(one: FittedProcess) -> str:
    fit = one.fit
    there = [stated.fact.title.lower() for stated in fit.facts if stated.is_there]
    missing = [stated.fact.title.lower() for stated in fit.facts if stated.state == "missing"]
    lines = [
        f"### {one.buyer}: {', '.join(fit.care.services)}\n",
        f"`{one.ocid}`\n",
        *(
            f"- `{contract.path}`: {contract.term.first} to {contract.term.last} ({contract.term.standing(ON)}), "
            f"{len(contract.suppliers)} {'supplier' if len(contract.suppliers) == 1 else 'suppliers'}; "
            f"{'a contract is' if contract.has_section else 'no contract is'} published"
            for contract in fit.contracts
        ),
        *([] if fit.contracts else ["- nothing awarded"]),
        f"- there: {'; '.join(there)}",
        f"- missing: {'; '.join(missing)}",
    ]
    for verdict, words in (("once added", "could be reported once added"), ("when awarded", "could be promised now")):
        groups = Counter(metric.lacking for metric in fit.metrics if metric.verdict == verdict)
        for lacking, count in groups.most_common():
            number = "1 metric" if count == 1 else f"{count} metrics"
            lines.append(f"- {words}: {number}, lacking {', '.join(lacking) or 'nothing'}")
    if fit.draft:
        gaps = Counter(gap.kind for gap in fit.draft.gaps)
        tags = ", ".join(fit.draft.release["tag"])
        lines.append(
            f"- its draft (tags {tags}) asks for {', '.join(f'`{name}`' for name in fit.chosen)}: "
            f"{gaps['fill']} places to fill in, {gaps['check']} to check\n"
        )
    return "\n".join(lines)


def _perhaps(perhaps: Processes) -> str:
    rows = []
    for publisher, processes in _by_publisher(perhaps):
        awarded = [one for one in processes if one.fit.contracts]
        unknown = sum(not one.fit.care.services for one in processes)
        contract = sum(_is(one, "contract") for one in awarded)
        rows.append((publisher, len(processes), len(processes) - len(awarded), len(awarded), contract, unknown))
    columns = ("publisher", "processes", "nothing awarded", "awarded", "contract published", "kind of care unknown")
    return (
        "## What may be social care\n\n"
        + _table(columns, rows)
        + """
Most of these stand beside social care, such as help after domestic abuse. Where no kind of care of ours names them,
only metrics of any care apply.
"""
    )


def _by_publisher(processes: Processes) -> Iterator[tuple[str, Processes]]:
    known = {one.ocid_prefix: one.title for one in definitions().values() if isinstance(one, NoticesDefinition)}
    named = {MATCHED: f"{known['ocds-b5fd17-']}, with numbers matched", **known}
    for prefix, title in sorted(named.items(), key=lambda item: item[1]):
        if found := [one for one in processes if one.ocid.startswith(prefix)]:
            yield title, found


def _grouped(processes: Processes, key: Callable[[FittedProcess], str]) -> list[tuple[str, Processes]]:
    groups: dict[str, list[FittedProcess]] = {}
    for one in processes:
        groups.setdefault(key(one), []).append(one)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))


def _kind(one: FittedProcess) -> str:
    """The main kind of care; care for children is one, because it begins with the same metrics."""
    return "care for children" if one.fit.care.ages == "children" else one.fit.care.begins_like


def _standing(one: FittedProcess) -> str:
    """How its latest contract stands; that of the one that ends last, where there are several."""
    if not one.fit.contracts:
        return "nothing awarded"
    return max(one.fit.contracts, key=lambda held: held.term.last or date.max).term.standing(ON)


def _is(one: FittedProcess, fact: str) -> bool:
    return any(stated.is_there for stated in one.fit.facts if stated.fact.id == fact)


def _metrics(one: FittedProcess, verdict: Verdict) -> list[str]:
    return [metric.metric for metric in one.fit.metrics if metric.verdict == verdict]


def _needs_only_a_contract(one: FittedProcess) -> bool:
    """Whether all metrics that it would begin with lack a contract, and most of them nothing else."""
    lacking = [metric.lacking for metric in one.fit.metrics if metric.metric in one.fit.chosen]
    return sum(names == ("contract",) for names in lacking) * 2 > len(lacking)


def _from_to(counts: Iterable[int]) -> str:
    found = sorted(counts)
    if not found:
        return "–"
    return str(found[0]) if found[0] == found[-1] else f"{found[0]} to {found[-1]}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines) + "\n"


if __name__ == "__main__":
    if absent():
        print(f"{PAGE.name} stays as it is: {absent()}", file=sys.stderr)
    else:
        PAGE.write_text(text(), "utf-8")
