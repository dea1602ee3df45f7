"""How processes that were put to the test are shown, in eighty columns."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from candour.cli.output import counted, print_table, say
from candour.indicators.fit.fit import Fit
from candour.indicators.fit.held_contract import HeldContract
from candour.indicators.fit.metric_fit import VERDICTS, MetricFit, Verdict
from candour.indicators.fit.stated import Stated
from candour.ocds.problems import shorten
from candour.operations.fit import Fitted, FittedProcess

SHOWN = 60
"""So many characters of a value are shown."""
_ALSO = {"yes": "--care perhaps adds what may be, --care any looks at all.", "perhaps": "--care any looks at all."}


def print_several(fitted: Fitted, care: str) -> None:
    """A few lines for each process, and what is missing most often."""
    counts = ", ".join(f"{count:,} {answer}" for answer, count in fitted.looked_at.items())
    say(f"Social care? {counts}. {_ALSO.get(care, '')}")
    for one in fitted.processes:
        say()
        say(f"{one.ocid}: {shorten(one.title or 'no title', SHOWN)}")
        say(f"  {one.buyer or 'no buyer'} · {_care(one.fit)} · {_held(one.fit.contracts)}")
        for line in _verdicts(one.fit.metrics):
            say(f"  {line}")
    if fitted.processes:
        say()
        _print_missing_most(fitted.processes)
        say("One of them in full, with the release to fill in: --process OCID.")


def print_one(one: FittedProcess) -> None:
    """What a process says, what is missing, and which outcomes it could report."""
    say(f"{one.ocid}: {one.title or 'no title'}")
    say(f"{one.buyer or 'no buyer'} · {_care(one.fit)} · social care: {one.social_care}, {one.social_care_reason}")
    for contract in one.fit.contracts:
        say(_contract(contract, one.fit))
    _print_there(stated for stated in one.fit.facts if stated.is_there)
    _print_missing(stated for stated in one.fit.facts if stated.state == "missing")
    later = [stated.fact.title.lower() for stated in one.fit.facts if stated.state == "not yet"]
    if later:
        say(f"Not known before an award: {', '.join(later)}.")
    _print_metrics(one.fit.metrics)


def print_draft(fit: Fit, to: Path | None) -> None:
    """The release to fill in, or where it was written, and what to put in it."""
    if fit.draft is None:
        say(f"There is no release to fill in: {fit.no_draft}.")
        return
    say()
    if to:
        say(f"The release to fill in was written to {to}.")
    else:
        say("The release to fill in:")
        say(msgspec.json.format(msgspec.json.encode(fit.draft.release), indent=2).decode())
    for reason in fit.draft.left_out:
        say(f"Left out: {reason}.")
    rows = [(f"{gap.kind}: {gap.path}", gap.what, _example(gap.put)) for gap in fit.draft.gaps]
    print_table("What to fill in and what to check", ("where", "what", "for example"), rows, ruled=True)
    say("null takes a field out. When it is filled in, `candour check` says whether it can be published.")


def _print_there(stated: Iterable[Stated]) -> None:
    rows = [(one.fact.title, _value(one), _where(one)) for one in stated]
    print_table("What the notices say", ("what", "value", "where"), rows)


def _print_missing(stated: Iterable[Stated]) -> None:
    rows = [
        (
            f"{one.fact.title} ({_use(one)})",
            f"{one.fact.why} Matters to: {', '.join(one.fact.matters_to)}.",
            f"{one.fact.say_at}: {_example(one.fact.example)}",
        )
        for one in stated
    ]
    print_table("What is missing", ("what", "why it matters", "where to say it, for example"), rows, ruled=True)


def _print_metrics(fits: Iterable[MetricFit]) -> None:
    rows = []
    for (verdict, lacking), metrics in _grouped(fits).items():
        reason = f"{VERDICTS[verdict]}: {', '.join(lacking)}" if lacking else VERDICTS[verdict]
        rows.append((reason, len(metrics), ", ".join(map(_named, metrics))))
    print_table("Which outcomes could be reported?", ("can it?", "metrics", "which"), rows, ("metrics",), ruled=True)


def _print_missing_most(processes: Iterable[FittedProcess]) -> None:
    missing: Counter[str] = Counter()
    facts = {}
    for one in processes:
        for stated in one.fit.facts:
            facts[stated.fact.id] = stated.fact
            missing[stated.fact.id] += stated.state == "missing"
    rows = [(facts[name].title, count, facts[name].say_at) for name, count in missing.most_common() if count]
    print_table("Missing most often", ("what", "processes", "where to say it"), rows, right=("processes",))


def _grouped(fits: Iterable[MetricFit]) -> dict[tuple[Verdict, tuple[str, ...]], list[MetricFit]]:
    """Metrics of the same verdict that lack the same, in the order of the verdicts."""
    order = list(VERDICTS)
    groups: dict[tuple[Verdict, tuple[str, ...]], list[MetricFit]] = {}
    for one in sorted(fits, key=lambda one: (order.index(one.verdict), one.lacking)):
        groups.setdefault((one.verdict, one.lacking), []).append(one)
    return groups


def _verdicts(fits: Iterable[MetricFit]) -> Iterator[str]:
    """A line for each verdict that does not end the matter: what all its metrics lack, and what only some."""
    lacked: dict[Verdict, list[tuple[str, ...]]] = {}
    for (verdict, lacking), metrics in _grouped(fits).items():
        lacked.setdefault(verdict, []).extend([lacking] * len(metrics))
    for verdict, each in lacked.items():
        if verdict == "does not apply":
            continue
        every = [name for name in each[0] if all(name in lacking for lacking in each)]
        some = dict.fromkeys(name for lacking in each for name in lacking if name not in every)
        said = f"{VERDICTS[verdict]}: {counted(len(each), 'metric', 'metrics')}"
        said += f"; all lack {', '.join(every)}" if every else ""
        yield said + (f"; some lack {', '.join(some)}" if some else "")


def _named(fit: MetricFit) -> str:
    """The metric's id, with how far it is where it is on its way."""
    if fit.verdict == "does not apply":
        return fit.metric
    notes = [f"promised by {fit.promised} of {fit.contracts}"] if fit.promised and not fit.reported else []
    notes += [f"reported by {fit.reported} of {fit.contracts}"] if fit.reported else []
    notes += [fit.because] if fit.verdict != "kind of care unknown" and fit.because else []
    return f"{fit.metric} ({'; '.join(notes)})" if notes else fit.metric


def _care(fit: Fit) -> str:
    kinds = ", ".join(fit.care.services) or "kind of care unknown"
    return f"{kinds}, for children" if fit.care.ages == "children" else kinds


def _held(contracts: Iterable[HeldContract]) -> str:
    published = Counter(contract.has_section for contract in contracts)
    if not published:
        return "nothing awarded"
    parts = []
    if published[True]:
        parts.append(counted(published[True], "contract", "contracts"))
    if published[False]:
        parts.append(f"{counted(published[False], 'award', 'awards')} without a contract")
    return ", ".join(parts)


def _contract(contract: HeldContract, fit: Fit) -> str:
    kind = "contract" if contract.has_section else "award without a contract"
    term = f"{contract.term.first or '?'} to {contract.term.last or '?'}"
    suppliers = counted(len(contract.suppliers), "supplier", "suppliers")
    return f"{contract.path}, {kind}: {term} ({contract.term.standing(fit.on)}), {suppliers}"


def _value(stated: Stated) -> str:
    first, *others = stated.found
    said = first.value if isinstance(first.value, str) else _example(first.value)
    return shorten(said, SHOWN) + (f" and {len(others)} more" if others else "")


def _where(stated: Stated) -> str:
    return stated.found[0].path or f"judged: {stated.because}"


def _use(stated: Stated) -> str:
    return f"needed to {stated.fact.use}" + (f"; {stated.because}" if stated.because else "")


def _example(value: Any) -> str:
    """As JSON with spaces, at which a narrow column can break it."""
    return json.dumps(value, ensure_ascii=False)
