"""The measures of council outcomes, from their files under definitions/council_outcomes/."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from candour.care.council_measure import NEVER_ON_THEIR_OWN, Measure
from candour.definitions import FOLDER, definitions_in


@cache
def council_measures(folder: Path = FOLDER / "council_outcomes") -> Mapping[str, Measure]:
    """Every measure, by its id. The caution that holds for all of them comes first among the caveats of each.

    Raises:
        DefinitionError: a file does not define a measure; the message names the file and the field.
    """
    return {name: _cautioned(measure) for name, measure in definitions_in(folder, Measure).items()}


def _cautioned(measure: Measure) -> Measure:
    return msgspec.structs.replace(measure, caveats=(NEVER_ON_THEIR_OWN, *measure.caveats))
