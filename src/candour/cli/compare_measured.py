"""`candour compare --metric` and `--outcome`: units side by side by what was measured, like for like."""

from collections.abc import Sequence
from typing import Any

from candour.cli.measured_page import print_measured
from candour.cli.output import print_json
from candour.compare.measured.asked import KindName
from candour.compare.measured.case_mix import CaseMix
from candour.errors import CandourError
from candour.operations.compare_measured import compare_measured
from candour.operations.home import Home


def compare_measured_figures(
    kind: KindName,
    *,
    metric: str | None,
    outcome: str | None,
    indicators: Sequence[str] | None,
    rating: str | None,
    standardise: str,
    weights: Sequence[str],
    selection: dict[str, Any],
    choices: dict[str, Any],
    home: Home,
    as_json: bool,
) -> None:
    """Compare, and print. `selection` chooses processes, for a metric alone; `choices` go with both.

    Raises:
        CandourError: options do not go together, or nothing can be compared.
    """
    _refuse_what_does_not_fit(kind, metric, outcome, indicators, rating, standardise)
    if outcome:
        # It brings what fetches from publishers, for which a comparison by a metric should not wait.
        from candour.operations.compare_council_outcome import compare_council_outcome

        measured = compare_council_outcome(home, outcome, **choices)
    else:
        mix = case_mix_of(standardise, weights)
        measured = compare_measured(home, kind, metric or "", mix=mix, **selection, **choices)
    print_json(measured) if as_json else print_measured(measured)


def _refuse_what_does_not_fit(
    kind: KindName,
    metric: str | None,
    outcome: str | None,
    indicators: Sequence[str] | None,
    rating: str | None,
    standardise: str,
) -> None:
    if metric and outcome:
        raise CandourError("--metric is measured of contracts and --outcome of councils; give one of them")
    if indicators or rating:
        raise CandourError("--indicator and --rating do not go with --metric or --outcome; leave them away")
    if outcome and (kind != "councils" or standardise):
        raise CandourError("--outcome is published of councils as it is: `candour compare councils --outcome ID`")


def case_mix_of(dimension: str, weights: Sequence[str]) -> CaseMix | None:
    """What to standardise over, from `setting` and `care home=40`.

    Raises:
        CandourError: a weight has no number above 0, or nothing to be a weight of.
    """
    if not dimension:
        if weights:
            raise CandourError(
                "--weight needs --standardise with the name of what its groups divide, such as setting"
            )
        return None
    found: dict[str, float] = {}
    for text in weights:
        value, _, size = text.rpartition("=")
        try:
            found[value] = float(size)
        except ValueError:
            found[value] = 0
        if not value or not 0 < found[value] < float("inf"):
            raise CandourError(f"--weight {text!r}: expected a group and a number above 0, such as 'care home=40'")
    return CaseMix(dimension, found)
