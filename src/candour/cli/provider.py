"""`candour provider`: one registered provider on a page."""

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from candour.care.days import in_words
from candour.care.ratings.crosswalk import AtOrAboveGood
from candour.care.ratings.share import Share
from candour.cli.options import DEFAULT_DATA, AsJson, Data
from candour.cli.output import print_json, print_table, say
from candour.cli.selection import DAY
from candour.compare.figure_text import money_text
from candour.operations.answers.words import age
from candour.operations.awards_of_provider import AwardThen
from candour.operations.home import Home
from candour.operations.outcomes_of_provider import ProviderOutcomes
from candour.operations.provider import LocationPage, ProviderPage
from candour.operations.provider import provider as provider_page

FEW = 10
"""So many awards are shown; all of them are in the JSON."""


def provider(
    wanted: Annotated[str, typer.Argument(metavar="PROVIDER", help="Its name, or its number in a register.")],
    on: Annotated[datetime | None, typer.Option(help="As it was known on this day; else today.", **DAY)] = None,
    data: Data = DEFAULT_DATA,
    as_json: AsJson = False,
) -> None:
    """Show where a provider is registered to give care, how each location is rated, and since when."""
    day = on.date() if on else datetime.now(UTC).date()
    page = provider_page(Home(data), wanted, day)
    if as_json:
        print_json(page)
        return
    _print(page)


def _print(page: ProviderPage) -> None:
    row = page.provider
    facts = (
        ("key", row["provider"]),
        ("register", row["register"]),
        ("status", row.get("status")),
        ("registered", row.get("registered")),
        ("deregistered", row.get("deregistered")),
        ("ownership", row.get("ownership")),
        ("company", row.get("company")),
        ("charity", row.get("charity")),
        ("brand", row.get("brand")),
        ("postcode", row.get("postcode")),
    )
    print_table(
        row["name"] or f"Provider {row['provider']}, whose name is in no file received",
        ("", ""),
        [(name, "not reported" if fact is None else fact) for name, fact in facts],
    )
    for share in page.shares:
        say(share_in_words(share))
    print_table(
        f"Locations, as known on {in_words(page.day)}",
        ("location", "name", "council", "status", "at or above good", "age", "why"),
        [_location(one) for one in page.locations],
        whole=("location",),
    )
    _print_others(page)
    say(f"Data version {page.data_version}. More: --json, `candour council NAME`.")


def share_in_words(share: Share) -> str:
    """For example "England: 12 of 15 rated locations (80%, 55% to 93%) are at or above good: …"."""
    lacking = ", ".join(f"{number} {state}" for state, number in share.lacking.items()) or "none"
    if share.low is None or share.high is None:
        return f"{share.nation}: {share.because}. Without a rating: {lacking}."
    return (
        f"{share.nation}: {share.numerator} of {share.denominator} rated locations "
        f"({share.numerator / share.denominator:.0%}, {share.low:.0%} to {share.high:.0%}) at or above good, "
        f"which means that {share.meaning}. Without a rating: {lacking}."
    )


def _location(page: LocationPage) -> tuple[Any, ...]:
    location, verdict = page.location, page.verdict
    return (
        location["location"],
        location["name"],
        location["council_name"],
        location["status"],
        verdict_in_words(verdict),
        None if verdict.age_days is None else age(verdict.age_days),
        verdict.because,
    )


def _award(one: AwardThen) -> tuple[Any, ...]:
    award = one.award
    value = None if award["amount"] is None else money_text(award["amount"], award["currency"])
    day = award["award_date"].date() if award["award_date"] else None
    return (
        award["ocid"],
        day,
        award["buyer_name"],
        award["title"],
        value,
        "\n".join(map(share_in_short, one.shares)) or "the award has no date",
    )


def share_in_short(share: Share) -> str:
    """For example "3 of 4 rated, 1 not"."""
    without = sum(share.lacking.values())
    if not share.denominator:
        return f"none of {without} rated" if without else "not registered then"
    return f"{share.numerator} of {share.denominator} rated" + (f", {without} not rated" if without else "")


def verdict_in_words(verdict: AtOrAboveGood) -> str:
    """yes, no, or the state in which the rating is."""
    return verdict.verdict or verdict.lacking or "not known"


def _print_others(page: ProviderPage) -> None:
    if page.registrations:
        print_table(
            "Other registrations of the same company or charity; not added to this one",
            ("provider", "name", "status", "registered", "deregistered"),
            [
                (one["provider"], one["name"], one["status"], one["registered"], one["deregistered"])
                for one in page.registrations
            ],
            whole=("provider",),
        )
    if page.successions:
        print_table(
            "Who took over from whom, by the register",
            ("what", "old", "new", "evidence"),
            [(one["subject_kind"], one["old"], one["new"], one["evidence"]) for one in page.successions],
            whole=("old", "new"),
        )
    if page.suppliers:
        print_table(
            "Who it is in notices",
            ("supplier", "is", "how sure", "by", "why"),
            [
                (
                    one["organisation_key"],
                    one["outcome"],
                    f"{one['score']:.3f}",
                    one["method"],
                    "; ".join(one["reasons"]),
                )
                for one in page.suppliers
            ],
        )
    if page.awards:
        print_table(
            f"The last {min(FEW, len(page.awards))} of {page.number_of_awards} awards, and its ratings that day",
            ("process", "awarded", "buyer", "what", "value", "at or above good on that day"),
            [_award(one) for one in page.awards[:FEW]],
            whole=("process", "awarded"),
        )
    _print_outcomes(page.outcomes)
    print_table(
        "Where this is from",
        ("source", "file", "licence", "sha256"),
        [(one["source"], one["name"], one["licence"], one["sha256"][:12]) for one in page.sources],
    )


def _print_outcomes(outcomes: ProviderOutcomes) -> None:
    if outcomes.in_all:
        print_table(
            "Outcomes of all its work, by its latest statements",
            ("metric", "measure", "of how many", "until", "who says so, when"),
            [
                (*_outcome(one), f"{one['publisher'] or 'not said'}, {_day(one['published'])}")
                for one in outcomes.in_all
            ],
        )
    if outcomes.under_contracts:
        print_table(
            "Outcomes under its contracts, the last reported of each; people here are among those of a statement",
            ("metric", "measure", "of how many", "until", "process and contract", "buyer"),
            [
                (*_outcome(one), f"{one['ocid']} {one['contract_id'] or one['contract_number']}", one["buyer_name"])
                for one in outcomes.under_contracts
            ],
        )


def _outcome(one: dict[str, Any]) -> tuple[Any, ...]:
    measure = one["state_reason"] or one["state"] or "nothing" if one["measure_text"] is None else one["measure_text"]
    title = one["metric_title"] or one["metric_id"]
    split = one["breakdown"]
    denominator = one["denominator"]
    return (
        f"{title} ({split})" if split else title,
        " ".join(filter(None, (measure, one["unit_name"]))),
        None if denominator is None else f"{denominator:,.0f}",
        _day(one["period_end"] or one.get("statement_end")),
    )


def _day(time: datetime | None) -> str:
    return f"{time:%Y-%m-%d}" if time else "not said"
