"""Answers on who says all this, and when it was last said."""

from candour.care.days import of_release
from candour.operations.answers.answer import Answer, told, unreported
from candour.operations.answers.of_about import buyer_of
from candour.operations.answers.words import count, listed
from candour.operations.contract.observed import Observed
from candour.operations.contract.view import ContractView


def publishers(view: ContractView) -> Answer:
    """Who published what is known of the process, and when last."""
    names = dict.fromkeys(one.publisher or "a publisher without a name" for one in view.releases)
    last = max((one.date for one in view.releases if one.date), default=None)
    when = f", the last one dated {of_release(last)}" if last else ""
    releases = count(len(view.releases), "release", "releases")
    return told(f"It is said in {releases} by {listed(names)}{when}.", *view.releases[-1:])


def provider_publishes(view: ContractView) -> Answer:
    """Whether the supplier publishes releases itself, or only the buyer and portals do."""
    suppliers = {one.name.casefold() for one in view.about.suppliers if one.name}
    own = [one for one in view.releases if any(name in (one.publisher or "").casefold() for name in suppliers)]
    if not own:
        return unreported("No release of this process is published under a supplier's own name.")
    names = dict.fromkeys(one.publisher or "" for one in own)
    return told(f"{listed(names)} published {count(len(own), 'release', 'releases')} itself.", *own[-1:])


def definitions(view: ContractView) -> Answer:
    """Which metrics follow a definition that can be looked up, and in which version."""
    if not view.outcomes:
        return unreported(f"{buyer_of(view)} has published no metric, so there is nothing to define.")
    known = [one for one in view.outcomes if one.question]
    if not known:
        return unreported("None of the metrics that were published is in the outcome library.")
    said = [f"{one.title} ({_version(one.promise or one.latest)})" for one in known]
    return told(
        f"{len(known)} of {count(len(view.outcomes), 'metric is', 'metrics are')} defined in the outcome library: "
        f"{listed(said)}."
    )


def _version(one: Observed | None) -> str:
    return "version not stated" if one is None or one.version is None else f"version {one.version}"
