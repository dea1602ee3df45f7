"""Ratings in plain words: what a grade is called, what a share of locations at or above good means."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.care.days import IN_MONTHS, how_long
from candour.care.ratings.crosswalk import AtOrAboveGood
from candour.care.ratings.framework import FRAMEWORKS, REGISTERS
from candour.care.ratings.rating import Rating
from candour.care.ratings.share import Share
from candour.site.components.figure.figure import Figure

_OLD = 3 * 365
"""From so many days on, a reader is told that a rating is old. Our choice: most locations are seen within that."""


def share_figure(share: Share) -> Figure:
    """How many rated locations of a nation are at or above good."""
    sentence = _("In %(nation)s: locations whose ratings are good or better") % {"nation": share.nation}
    caveats = tuple(_caveats(share))
    if not REGISTERS[share.register].rates:
        why = _("there are no ratings in %(nation)s") % {"nation": share.nation}
        return Figure(sentence=sentence, state="not computable", because=why)
    if share.low is None or share.high is None:
        return Figure(sentence=sentence, state="not computable", because=share.because, caveats=caveats)
    return Figure(
        sentence=sentence,
        value=_("%(good)s of %(rated)s") % {"good": f"{share.numerator:,}", "rated": f"{share.denominator:,}"},
        interval=_("(%(share)s; 95%% range %(low)s to %(high)s)")
        % {
            "share": f"{share.numerator / share.denominator:.0%}",
            "low": f"{share.low:.0%}",
            "high": f"{share.high:.0%}",
        },
        rests_on=_("Here this means that %(meaning)s") % {"meaning": share.meaning},
        period=_("as known on %(day)s") % {"day": date_format(share.day, "j F Y")},
        caveats=caveats,
    )


def share_in_words(share: Share) -> str:
    """The same in one plain sentence."""
    told = {"nation": share.nation, "good": f"{share.numerator:,}", "rated": f"{share.denominator:,}"}
    if not REGISTERS[share.register].rates:
        return _("There are no ratings in %(nation)s.") % told
    if not share.denominator:
        return _("In %(nation)s nobody has rated it yet.") % told
    if share.denominator > 1:
        return (
            ngettext(
                "In %(nation)s %(good)s of %(rated)s rated locations is good or better.",
                "In %(nation)s %(good)s of %(rated)s rated locations are good or better.",
                share.numerator,
            )
            % told
        )
    if share.numerator:
        return _("The one rated location in %(nation)s is good or better.") % told
    return _("The one rated location in %(nation)s is below good.") % told


def _caveats(share: Share) -> list[str]:
    said = []
    lacking = sum(share.lacking.values())
    if lacking:
        kinds = ", ".join(f"{number:,} {state}" for state, number in share.lacking.items())
        said.append(
            ngettext(
                "%(number)s location has no rating (%(kinds)s). That is not a bad rating.",
                "%(number)s locations have no rating (%(kinds)s). That is not a bad rating.",
                lacking,
            )
            % {"number": f"{lacking:,}", "kinds": kinds}
        )
    if share.median_age_days is not None:
        told = {"age": age(int(share.median_age_days))}
        many = share.denominator > 1
        half = _("Half of these ratings rest on inspections older than %(age)s.") % told
        said.append(half if many else _("It rests on an inspection %(age)s ago.") % told)
    return said


def age(days: int | None) -> str:
    """How long ago: up to two years "14 months", then "3.2 years"; empty where it is not known."""
    if days is None:
        return ""
    months, years = how_long(days)
    if months < IN_MONTHS:
        return ngettext("%(number)s month", "%(number)s months", months) % {"number": months}
    return _("%(number)s years") % {"number": f"{years:.1f}"}


def verdict(found: AtOrAboveGood) -> str:
    """Yes, No, or why neither can be said."""
    return {"yes": _("Yes"), "no": _("No"), None: found.lacking or _("not known")}[found.verdict]


def is_old(found: AtOrAboveGood) -> bool:
    """Whether the oldest of what a verdict rests on is so old that a reader should be told."""
    return found.age_days is not None and found.age_days > _OLD


def grade(rating: Rating) -> str:
    """The grade in its regulator's own words, never in another's; without one, why there is none."""
    if rating.grade is None:
        return rating.state
    framework = FRAMEWORKS.get(rating.framework or "")
    if framework and framework.grade_words:
        return f"{rating.grade} ({framework.grade_words[framework.grades.index(rating.grade)]})"
    return rating.grade.capitalize()


def framework(rating: Rating) -> str | None:
    """The rules that it was given under; with a doubt where dates do not decide."""
    known = FRAMEWORKS.get(rating.framework or "")
    if known is None:
        return None
    return known.title if rating.framework_sure else _("%(title)s (perhaps)") % {"title": known.title}


def regulator(register: str) -> str:
    """Who rates: "Care Quality Commission, England"."""
    known = REGISTERS.get(register)
    return f"{known.regulator}, {known.nation}" if known else register
