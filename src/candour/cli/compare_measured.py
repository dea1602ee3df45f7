"""`candour compare --metric` and `--outcome`: units side by side by what was measured, like for like."""

from collections.abc import Sequence

from candour.cli.measured_page import print_measured
from candour.cli.output import print_json
from candour.compare.measured.answer import MeasuredComparison
from candour.compare.measured.case_mix import CaseMix
from candour.errors import CandourError
from candour.operations.compare_measured import compare_measured
from candour.operations.home import Home
from candour.operations.measured_question import MeasuredQuestion


def compare_by_metric(home: Home, question: MeasuredQuestion, as_json: bool) -> None:
    """Compare, and print."""
    _print(compare_measured(home, question), as_json)


def compare_by_outcome(home: Home, question: MeasuredQuestion, as_json: bool) -> None:
    """Compare councils, and print.

    Raises:
        CandourError: options do not go together, or nothing can be compared.
    """
    if question.kind != "councils" or question.mix:
        raise CandourError("--outcome is published of councils as it is: `candour compare councils --outcome ID`")
    # It brings what fetches from publishers, for which a comparison by a metric should not wait.
    from candour.operations.compare_council_outcome import compare_council_outcome

    _print(compare_council_outcome(home, question), as_json)


def _print(measured: MeasuredComparison, as_json: bool) -> None:
    print_json(measured) if as_json else print_measured(measured)


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
