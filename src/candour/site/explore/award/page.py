"""One award: who won and why, whether the published scores give that result, and what would have changed it."""

from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _
from pydantic import Field as Described

from candour.errors import CandourError
from candour.evaluation.sensitivity.tipping import PRICE
from candour.operations.awarded.lot import Lot
from candour.operations.awarded.view import Awarded, awarded, methods_to_try
from candour.operations.awarded.weighed import MethodOffered, Weighting
from candour.site.components.asking import Asking
from candour.site.components.button.button import Button
from candour.site.components.choice import Choice
from candour.site.components.form.form import Form
from candour.site.components.select.select import Select
from candour.site.components.weights_field.weights_field import Weight, WeightsField
from candour.site.explore.award.body import Body, body_of
from candour.site.explore.award.easy import easy
from candour.site.explore.award.said import lead_of
from candour.site.pages.asked import Asked
from candour.site.pages.faults import AnswerError
from candour.site.pages.floors import plain
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.sources import source_files


class AwardAsked(Asked):
    """A lot, and what to try with its weights."""

    lot: str = Described("", max_length=200, description="The id of a lot; else the first.")
    criterion: list[str] = Described([], max_length=100, description="Criteria to be weighed otherwise, all of them.")
    weight: list[str] = Described([], max_length=100, description="Their weights, in the same order.")
    method: str = Described("", max_length=100, description="Another method for the price, by its name.")


def form(reading: Reading[AwardAsked]) -> Form:
    """Asks for weights and for a method."""
    lot, methods = methods_to_try(reading.home, reading.key, reading.asked.lot or None)
    return Form(
        action=address_of("award", reading.key),
        label=_("Try other weights"),
        fields=tuple(_fields(lot, methods)),
        kept=(("lot", lot.id or ""),) if reading.asked.lot else (),
        button=Button(_("Show who would win")),
    )


def _fields(lot: Lot, methods: tuple[MethodOffered, ...]) -> list[Asking]:
    fields: list[Asking] = [
        WeightsField(
            name="weight",
            of="criterion",
            label=_("What should count, and how much?"),
            hint=_("Any numbers will do: we bring them to 100 together."),
            weights=tuple(_weight(lot, one.id, one.name, one.weight) for one in lot.criteria),
        )
    ]
    if methods:
        fields.append(
            Select(
                name="method",
                label=_("How should prices be turned into points?"),
                none=_("As it was done"),
                choices=tuple(Choice(one.name, one.title) for one in methods),
            )
        )
    return fields


def _weight(lot: Lot, id: str, name: str, weight: Decimal | None) -> Weight:
    price = lot.price
    return Weight(PRICE if price and price.id == id else id, name, "" if weight is None else plain(weight))


def make(reading: Reading[AwardAsked]) -> Page:
    """The page of the award of a process."""
    asked = reading.asked
    wanted = Weighting(weights=_weights(asked), method=asked.method)
    try:
        answer = awarded(reading.home, reading.key, lot=asked.lot or None, wanted=wanted)
    except CandourError as error:
        raise _beside(error, asked) from error
    body: Body = body_of(answer, reading)
    return Page(
        title=_title(answer) % {"title": answer.title or answer.ocid},
        lead=lead_of(answer),
        data_version=answer.data_version,
        answer=answer,
        body=body,
        tables=body.tables,
        charts=(body.chart,) if body.chart else (),
        sources=source_files(answer.sources),
        caveats=(
            _("Scores are what a panel thought. That they add up does not show that they are right."),
            _("Other weights may give another result. Neither is wrong: weights are set before bids come in."),
        ),
    )


def _title(answer: Awarded) -> str:
    if answer.lot.published.chosen:
        return _("Why this bidder won: %(title)s")
    return _("How bids are judged: %(title)s")


def _beside(error: CandourError, asked: AwardAsked) -> CandourError:
    """What cannot be tried stands beside the question; all else is as it was."""
    if asked.weight and ("weight" in str(error)):
        return AnswerError("weight", _("Give every line a number of 0 or more, and one of quality more than 0."))
    if asked.method and "method" in str(error):
        return AnswerError("method", _("This method cannot be tried with what is published of this award."))
    return error


def _weights(asked: AwardAsked) -> dict[str, Decimal]:
    if len(asked.weight) != len(asked.criterion) or len({*asked.criterion}) < len(asked.criterion):
        raise AnswerError("weight", _("Give every line a number. Write 0 for what should not count."))
    return {name: _number(text) for name, text in zip(asked.criterion, asked.weight, strict=True)}


def _number(text: str) -> Decimal:
    try:
        return Decimal(text.strip().removesuffix("%"))
    except InvalidOperation:
        said = _("“%(text)s” is no number. Write a number such as 40.") % {"text": text[:20]}
        raise AnswerError("weight", said) from None


AWARD = PageKind(
    id="award",
    about="One award: its criteria, scores and reasons, the result computed again, and what would have changed it.",
    key="an ocid",
    answer=Awarded,
    make=make,
    easy=easy,
    asked=AwardAsked,
    form=form,
    worth_seeing="SELECT ocid AS key FROM scores GROUP BY ocid ORDER BY COUNT(reasons) DESC, COUNT(*) DESC, ocid",
)
