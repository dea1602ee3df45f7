"""The steps of a comparison before its answer: what, by what, which ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.comparing.asked import MOST
from candour.operations.comparing.compared import Compared
from candour.operations.comparing.measures import Comparable
from candour.site.components.button.button import Button
from candour.site.components.checkboxes.checkboxes import Checkboxes
from candour.site.components.choice import Choice
from candour.site.components.field.field import Field
from candour.site.components.form.form import Form
from candour.site.components.link import Link
from candour.site.explore.compare.asked import CompareAsked
from candour.site.pages.reading import address_of
from candour.site.pages.themes import theme_name
from candour.site.pages.ways import Way, Ways


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """A step: the question, what was chosen so far, and what can be chosen now."""

    so_far: tuple[Link, ...]
    groups: tuple[Ways, ...] = ()
    form: Form | None = None
    most: Link | None = None

    template = "explore/compare/choosing.html"


def kinds() -> Choosing:
    """The first step."""
    ways = (
        Way(
            Link(_("Providers"), address_of("compare", kind="providers")),
            _("Who gives the care. For example: which of two home-care firms misses fewer visits?"),
        ),
        Way(
            Link(_("Councils"), address_of("compare", kind="councils")),
            _("Who buys the care. For example: how do people rate their care here, and in councils like ours?"),
        ),
        Way(
            Link(_("Contracts of one council"), address_of("compare", kind="contracts")),
            _("For example: which contract keeps what was promised?"),
        ),
        Way(
            Link(_("Contract models"), address_of("compare", kind="contract-models")),
            _("How the care is bought: at an hourly price, as a block, from a list…"),
        ),
    )
    return Choosing(so_far=(), groups=(Ways("", ways),))


def councils(compared: Compared) -> Choosing:
    """Whose contracts."""
    ways = tuple(
        Way(Link(one.name, address_of("compare", kind="contracts", council=one.key)), "")
        for one in compared.candidates.offered
    )
    return Choosing(so_far=_so_far(CompareAsked.model_validate({"kind": "contracts"})), groups=(Ways("", ways),))


def measures(compared: Compared, asked: CompareAsked) -> Choosing:
    """By what."""
    known = [one for one in compared.comparable_by if one.known]
    without = tuple(one for one in compared.comparable_by if not one.known)
    groups = [Ways(title, tuple(_ways(those, asked))) for title, those in _by_theme(known)]
    if without:
        groups.append(
            Ways(_("Nobody has published a figure of these yet"), tuple(_ways(without, asked)), hidden=True)
        )
    return Choosing(so_far=_so_far(asked), groups=tuple(groups))


def which(compared: Compared, asked: CompareAsked) -> Choosing:
    """Which ones."""
    too_many = len(compared.chosen) > MOST
    error = _("Untick some: up to %(most)s can be compared at once.") % {"most": MOST} if too_many else ""
    chosen = {one.key for one in compared.chosen}
    offered = [one for one in compared.candidates.offered if one.key not in chosen]
    choices = tuple(Choice(one.key, one.name, _figures(one.figures)) for one in (*compared.chosen, *offered))
    left = compared.candidates.in_all - len(compared.candidates.offered)
    hint = _("Tick up to %(most)s. Those of whom most is known come first.") % {"most": MOST}
    if left > 0:
        said = ngettext("%(number)s more: type a name below.", "%(number)s more: type a name below.", left)
        hint = f"{hint} {said % {'number': f'{left:,}'}}"
    if asked.find and not offered:
        hint = _("Nobody of whom a figure is published has “%(words)s” in the name.") % {"words": asked.find}
    form = Form(
        action=address_of("compare"),
        label=_("Which ones"),
        kept=asked.kept("one", "find", "more", "most"),
        fields=(
            Checkboxes(
                name="one", label=_("Which ones?"), hint=hint, choices=choices, values=tuple(chosen), error=error
            ),
            Field(
                name="find",
                label=_("Look for others by name"),
                hint=_("What is ticked stays ticked. Leave it empty to see the answer."),
                mode="search",
                width="20",
            ),
        ),
        button=Button(_("Go on")),
    )
    most = Link(
        _("Show the %(most)s of whom most is known") % {"most": MOST},
        address_of("compare", **_queried(asked, most="yes")),
    )
    return Choosing(so_far=_so_far(asked, compared.title), form=form, most=most)


def _queried(asked: CompareAsked, **changed: object) -> dict[str, object]:
    kept = {name: value for name, value in asked.query().items() if name not in ("one", "find", "more")}
    return {**kept, **changed}


def _so_far(asked: CompareAsked, title: str = "") -> tuple[Link, ...]:
    """The steps that were taken, each with the way back to it."""
    steps = []
    if asked.kind:
        steps.append(Link(_("What is compared: %(what)s") % {"what": kind_name(asked.kind)}, address_of("compare")))
    if asked.council and asked.kind == "contracts":
        steps.append(Link(_("Council: %(what)s") % {"what": asked.council}, address_of("compare", kind="contracts")))
    if title:
        back = address_of("compare", **{k: v for k, v in _queried(asked).items() if k in ("kind", "council")})
        steps.append(Link(_("By what: %(what)s") % {"what": title}, back))
    return tuple(steps)


def kind_name(kind: str) -> str:
    """What several of a kind are called."""
    return {
        "providers": _("providers"),
        "councils": _("councils"),
        "contracts": _("contracts of one council"),
        "contract-models": _("contract models"),
    }[kind]


def _by_theme(those: Iterable[Comparable]) -> Iterator[tuple[str, tuple[Comparable, ...]]]:
    order = {"metric": 0, "council outcome": 1, "indicator": 2}
    placed = sorted(those, key=lambda one: (order[one.sort], theme_name(one.theme), -one.known, one.title))
    for theme, found in groupby(placed, key=lambda one: theme_name(one.theme)):
        yield theme, tuple(found)


def _ways(those: Iterable[Comparable], asked: CompareAsked) -> Iterator[Way]:
    for one in those:
        # One that is chosen already wants others beside it.
        query = {**asked.query(), "by": one.id, **({"more": "yes"} if len(asked.one) == 1 else {})}
        known = _known(one)
        yield Way(Link(one.title, address_of("compare", **query)), f"{one.question}{' ' if known else ''}{known}")


def _known(one: Comparable) -> str:
    if not one.known:
        return ""
    if one.sort == "indicator":
        return _("Known %(number)s times.") % {"number": f"{one.known:,}"}
    said = ngettext("%(number)s has figures.", "%(number)s have figures.", one.known)
    return said % {"number": f"{one.known:,}"}


def _figures(number: int) -> str:
    if not number:
        return _("nothing known of it here")
    return ngettext("%(number)s figure", "%(number)s figures", number) % {"number": f"{number:,}"}
