"""Answers on what was promised and what came of it."""

from candour.care.days import in_words, span
from candour.operations.answers.answer import Answer, told, uncomputable, unreported
from candour.operations.answers.of_about import buyer_of
from candour.operations.answers.words import clause, code, count, figure, interval, listed, promised, rests_on
from candour.operations.contract.observed import Observed
from candour.operations.contract.outcomes import Outcome
from candour.operations.contract.overdue import Overdue
from candour.operations.contract.view import ContractView


def promised_metrics(view: ContractView) -> Answer:
    """What was promised, metric by metric."""
    made = [one for one in view.outcomes if one.promise]
    if not made:
        return _nothing_promised(view)
    said = [f"{one.title} {promised(one.promise)}" for one in made if one.promise]
    return told(
        f"{count(len(made), 'promise was', 'promises were')} made: {listed(said)}.",
        *(one.promise.source for one in made if one.promise),
    )


def _nothing_promised(view: ContractView) -> Answer:
    why = view.why_no_metrics.agreed or view.why_no_metrics.targets
    reason = f" The reason given: {clause(why)}." if why else " No reason is given."
    return unreported(f"{buyer_of(view)} has published no target and no agreed metric.{reason}")


def promised_never_reported(view: ContractView) -> Answer:
    """What was promised and never reported, and how overdue it is."""
    if not any(one.promise for one in view.outcomes):
        return _nothing_promised(view)
    missing = [one for one in view.outcomes if one.standing == "promised but never reported"]
    if not missing:
        return _reported_once(view)
    said = [f"{one.title} ({_late(one.overdue)})" for one in missing]
    return told(
        f"Promised but never reported: {listed(said)}.",
        *(one.promise.source for one in missing if one.promise),
        alert=any(one.overdue and one.overdue.days for one in missing),
    )


def _reported_once(view: ContractView) -> Answer:
    """Everything was reported at some time; since then there may have been silence."""
    silent = [one for one in view.outcomes if one.standing == "promised and reported" and one.overdue]
    text = "Something was reported of everything that was promised"
    if not silent:
        return told(f"{text}.", view.about.said_by["contract"])
    since = [
        f"{one.title} (since {in_words(one.latest.end)}, {one.overdue.days:,} days overdue)"
        for one in silent
        if one.latest and one.latest.end and one.overdue
    ]
    return told(
        f"{text}, but not since: {listed(since)}.", *(one.latest.source for one in silent if one.latest), alert=True
    )


def _late(late: Overdue | None) -> str:
    if late is None or late.due is None:
        return late.basis if late else "no time is stated"
    return f"{late.days:,} days overdue: {late.basis}" if late.days else f"due by {late.due}: {late.basis}"


def targets_met(view: ContractView) -> Answer:
    """Which promises were met, which not, and which cannot be told."""
    held = [one for one in view.outcomes if one.kept]
    if not held:
        if not any(one.promise for one in view.outcomes):
            return _nothing_promised(view)
        return unreported("Nothing that was promised has been reported, so nobody can tell whether it was met.")
    parts = [
        f"{verdict}: {listed(of)}"
        for verdict in ("not met", "met", "cannot be told")
        if (of := [_verdict(one) for one in held if one.kept and one.kept.verdict == verdict])
    ]
    told_at_all = any(one.kept and one.kept.verdict != "cannot be told" for one in held)
    text = f"Of what was promised and reported, {'; '.join(parts)}."
    sources = [one.latest.source for one in held if one.latest]
    if not told_at_all:
        return uncomputable(text, *sources)
    return told(text, *sources, alert=any(one.kept and one.kept.verdict == "not met" for one in held))


def _verdict(one: Outcome) -> str:
    if one.kept and one.kept.verdict == "cannot be told":
        return f"{one.title} ({clause(one.kept.because)})"
    return one.title


def reported_without_promise(view: ContractView) -> Answer:
    """What was reported although nobody had promised it."""
    found = [one for one in view.outcomes if one.standing == "reported without a promise"]
    if not found:
        return unreported("Nothing was reported beyond what was promised.")
    said = [f"{one.title} {figure(one.latest)}" for one in found if one.latest]
    return told(
        f"Reported without a promise: {listed(said) if said else 'values of parts of the people only'}.",
        *(one.latest.source for one in found if one.latest),
    )


def delivered_metric(view: ContractView, metric: str) -> Answer:
    """The last reported value of one metric, beside its promise."""
    outcome = next((one for one in view.outcomes if one.metric == metric), None)
    if outcome is None:
        return unreported(f"{buyer_of(view)} has published neither a promise nor a report of this.")
    latest = outcome.latest
    if latest is None:
        return _never(outcome)
    if latest.state != "value":
        why = f": {clause(latest.because)}" if latest.because else ", and no reason is given"
        return Answer(
            state=latest.state,
            text=f"{outcome.title} is {latest.state}{why}.",
            period=span(latest.start, latest.end),
            sources=(latest.source,) if latest.source else (),
        )
    return told(
        f"{outcome.title}: {value_in_words(latest)}{_beside_promise(outcome)}{_gaps(outcome)}{_silence(outcome)}.",
        latest.source,
        alert=bool(outcome.overdue) or bool(outcome.kept and outcome.kept.verdict == "not met"),
        period=span(latest.start, latest.end),
        n=rests_on(latest),
    )


def value_in_words(one: Observed) -> str:
    """A reported value with its interval, how many it rests on and its period."""
    about = [figure(one), interval(one)]
    if rests := rests_on(one):
        about.append(f"out of {rests}")
    if one.answered_by:
        about.append(f"answered by {code(one.answered_by)}")
    if period := span(one.start, one.end):
        about.append(f"for {period}")
    return " ".join(filter(None, about))


def _never(outcome: Outcome) -> Answer:
    if outcome.promise is None:
        return unreported(f"{outcome.title} was reported of parts of the people only, never of all of them.")
    everybody = " of everybody" if outcome.parts else ""
    late = _late(outcome.overdue) if outcome.overdue else "only parts of the people are reported"
    return Answer(
        state="not reported",
        text=(
            f"{outcome.title} was promised ({promised(outcome.promise)}) and never reported{everybody} ({late})"
            f"{_gaps(outcome)}."
        ),
        alert=bool(outcome.overdue and outcome.overdue.days),
        sources=(outcome.promise.source,) if outcome.promise.source else (),
    )


def _silence(outcome: Outcome) -> str:
    late = outcome.overdue
    return f"; {late.basis}, and that is {late.days:,} days overdue" if late and late.days else ""


def _gaps(outcome: Outcome) -> str:
    """The periods of which the publisher says that nothing is reported."""
    said = [
        (span(one.start, one.end) or "a time that is not said") + (f" ({clause(one.because)})" if one.because else "")
        for one in outcome.unreported
    ]
    return f"; by the publisher's own account not reported for {listed(said)}" if said else ""


def _beside_promise(outcome: Outcome) -> str:
    if outcome.promise is None or outcome.kept is None:
        return "; nothing was promised"
    verdict = outcome.kept
    chance = ", and chance could have made the difference" if verdict.sure is False else ""
    why = f", because {clause(verdict.because)}" if verdict.verdict == "cannot be told" else ""
    return f"; promised: {promised(outcome.promise)}; {verdict.verdict}{why}{chance}"


def failures(view: ContractView) -> Answer:
    """Where the supplier did not perform, as the buyer published it."""
    if not view.failures:
        return unreported(
            f"{buyer_of(view)} has published no failure of performance, which does not mean that there was none."
        )
    said = [
        clause(one.description or one.category or "a failure without a name")
        + (f", {one.events:,} times" if one.events is not None else "")
        + (f" ({period})" if (period := span(one.start, one.end)) else "")
        for one in view.failures
    ]
    return told(f"Failures were published: {listed(said)}.", *(one.source for one in view.failures), alert=True)


def verification(view: ContractView) -> Answer:
    """Who checked what was reported."""
    reported = [one for one in view.outcomes if one.latest and one.latest.state == "value"]
    if not reported:
        return unreported("Nothing was reported that somebody could have checked.")
    checked = [one for one in reported if one.latest and one.latest.verified_by]
    if not checked:
        return unreported("Nothing says that anybody but the publisher checked what was reported.")
    said = [f"{one.title} by {code(one.latest.verified_by or '')}" for one in checked if one.latest]
    return told(
        f"{len(checked)} of {count(len(reported), 'reported metric was', 'reported metrics were')} checked: "
        f"{listed(said)}.",
        *(one.latest.source for one in checked if one.latest),
    )
