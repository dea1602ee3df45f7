"""Rows of reported outcomes as a table has them: what was measured, of how many, when, and who says so."""

from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candour.care.days import span
from candour.indicators.definition import metrics
from candour.operations.answers.words import code, figure, interval, rests_on
from candour.operations.contract.observed import Observed, observed
from candour.site.components.link import Link
from candour.site.components.table.table import Column
from candour.site.pages.reading import address_of

Row = Mapping[str, Any]


def columns() -> tuple[Column, ...]:
    """What `cells` gives, column by column."""
    return (
        Column("measure", _("What was measured")),
        Column("value", _("Result"), numeric=True),
        Column("interval", _("Likely range"), _("95% interval of a share: chance alone explains values within it")),
        Column("rests_on", _("Out of")),
        Column("period", _("Period")),
        Column("how", _("How it is known")),
    )


def cells(row: Row) -> tuple[object, ...]:
    """One row of deliveries or statements."""
    one = observed(dict(row), None)
    return (
        metric(row),
        _value(one),
        interval(one).strip("()") or (_("not worked out") if one.state == "value" else None),
        rests_on(one),
        span(one.start, one.end),
        _how(one),
    )


def metric(row: Row) -> Link | str | None:
    """What is measured, with the way to its definition where it is one of ours; with the part of the people."""
    id, split = row["metric_id"], row["breakdown"]
    title = row["metric_title"] or id
    text = f"{title} ({split})" if split else title
    return Link(text, address_of("metric", id)) if id in metrics() else text


def is_feedback(row: Row) -> bool:
    """Whether people were asked for it."""
    return row["method"] == "survey" or row["respondents"] is not None or row["respondents_role"] is not None


def _value(one: Observed) -> str | None:
    if one.state == "value":
        return figure(one)
    stated = {
        "suppressed": _("hidden to protect people"),
        "not computable": _("cannot be worked out"),
        "not reported": _("not reported"),
    }[one.state]
    return f"{stated}: {one.because}" if one.because else stated


def _how(one: Observed) -> str | None:
    parts = [code(one.method)] if one.method else []
    if one.respondents_role:
        parts.append(_("answered by: %(role)s") % {"role": code(one.respondents_role)})
    if one.answered_by:
        parts.append(code(one.answered_by))
    if one.verified_by:
        who = code(one.verified_by)
        if one.verified_on:
            said = {"who": who, "day": date_format(one.verified_on, "j F Y")}
            parts.append(_("checked by: %(who)s, %(day)s") % said)
        else:
            parts.append(_("checked by: %(who)s") % {"who": who})
    return ", ".join(parts) or None
