"""Answers on what the contract is."""

from candour.care.days import in_words, span
from candour.operations.answers.answer import Answer, told, unreported
from candour.operations.answers.words import clause, code, listed
from candour.operations.contract.about import Supplier
from candour.operations.contract.view import ContractView


def buyer_of(view: ContractView) -> str:
    """How the buyer is called at the beginning of a sentence."""
    return view.about.buyer or "The buyer"


def buyer(view: ContractView) -> Answer:
    """Who pays for the care."""
    name = view.about.buyer
    return told(f"{name} buys it.", view.about.said_by["buyer"]) if name else unreported("Nobody says who buys it.")


def supplier(view: ContractView) -> Answer:
    """Who gives the care, and as whom a regulator has registered them."""
    if not view.about.suppliers:
        return unreported(f"{buyer_of(view)} has published no supplier.")
    names = [(one.name or "a supplier without a name") + _registered(one) for one in view.about.suppliers]
    return told(f"It was awarded to {listed(names)}.", *(one.source for one in view.about.suppliers))


def _registered(one: Supplier) -> str:
    sure = [end.key for end in one.registered if end.outcome == "linked"]
    return f" (registered as {listed(sure)})" if sure else " (in no register received)"


def services(view: ContractView) -> Answer:
    """What kind of care it is."""
    about = view.about
    if about.service_types:
        return told(f"The kind of care: {listed(map(code, about.service_types))}.", about.said_by["terms"])
    if about.read_service_type == "unknown":
        return unreported(f"{buyer_of(view)} has not said what kind of care it is.")
    return told(
        f"By its title, text or codes it is {about.read_service_type}; no field says so.", about.said_by["tender"]
    )


def who_for(view: ContractView) -> Answer:
    """Whom the care is for."""
    if not view.about.clients:
        return unreported(f"{buyer_of(view)} has not said, in a field for it, whom the care is for.")
    return told(f"It is for {listed(map(code, view.about.clients))}.", view.about.said_by["terms"])


def contract_model(view: ContractView) -> Answer:
    """How the care is bought: block, spot, framework and the others."""
    about = view.about
    if about.stated_model:
        return told(f"The contract model is {code(about.stated_model)}.", about.said_by["terms"])
    if about.contract_model == "unknown":
        return unreported(f"{buyer_of(view)} has not said under which contract model it buys.")
    return told(
        f"The contract model is {about.contract_model}, because {about.contract_model_reason}.",
        about.said_by["tender"],
    )


def regime(view: ContractView) -> Answer:
    """By which procedure and rules it was bought."""
    about = view.about
    said = [*([about.procedure] if about.procedure else []), *([code(about.regime)] if about.regime else [])]
    if not said:
        return unreported(f"{buyer_of(view)} has not said by which procedure it bought.")
    return told(f"It was bought by this procedure: {', '.join(said)}.", about.said_by["procedure"])


def user_choice(view: ContractView) -> Answer:
    """How far people choose for themselves who helps them."""
    about = view.about
    if not about.user_choice and not about.user_choice_details:
        return unreported(f"{buyer_of(view)} has not said whether people choose who helps them.")
    said = [code(about.user_choice)] if about.user_choice else []
    said += [clause(about.user_choice_details)] if about.user_choice_details else []
    return told(f"On the choice that people have: {'; '.join(said)}.", about.said_by["terms"])


def place(view: ContractView) -> Answer:
    """Where the care is given."""
    where = (*view.about.place.regions, *view.about.place.postcodes)
    if not where:
        return unreported(f"{buyer_of(view)} has not said where the care is given.")
    return told(f"It is given in {listed(where)}.", view.about.said_by["place"])


def period(view: ContractView) -> Answer:
    """From when until when it runs, and when it really ended."""
    about = view.about
    runs = span(about.starts, about.ends)
    if runs is None:
        return unreported(f"{buyer_of(view)} has not published when it begins and ends.")
    text = f"It runs {runs}" if about.starts is None else f"It runs from {runs.removeprefix('from ')}"
    if about.latest_end and about.latest_end != about.ends:
        text += f", and with every extension until {in_words(about.latest_end)}"
    if about.ended:
        text += f"; it ended on {in_words(about.ended)}" + (
            f" ({clause(about.ended_details)})" if about.ended_details else ""
        )
    return told(f"{text}.", about.said_by["contract"])


def status(view: ContractView) -> Answer:
    """How it stands: pending, active, cancelled or ended."""
    if view.contract_id is None:
        said = "an award without a contract" if view.award_id else "neither an award nor a contract"
        return unreported(f"{buyer_of(view)} has published {said}.")
    if not view.about.status:
        return unreported(f"{buyer_of(view)} has not said whether the contract is in force.")
    return told(f"The contract is {view.about.status}, by what was last published.", view.about.said_by["contract"])
