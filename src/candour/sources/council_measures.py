"""The measures of council outcomes, from their files under definitions/council_outcomes/."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
import yaml

from candour.care.council_measure import NEVER_ON_THEIR_OWN, Measure
from candour.definitions import FOLDER
from candour.sources.errors import SourceError


@cache
def council_measures(folder: Path = FOLDER / "council_outcomes") -> Mapping[str, Measure]:
    """Every measure, by its id. The caution that holds for all of them comes first among the caveats of each.

    Raises:
        SourceError: a file does not define a measure; the message names the file and the field.
    """
    return {path.stem: _load(path) for path in sorted(folder.glob("*.yaml"))}


def _load(path: Path) -> Measure:
    try:
        found = msgspec.convert(yaml.safe_load(path.read_text("utf-8")), Measure)
    except yaml.YAMLError as error:
        raise SourceError(f"{path} is not YAML: {' '.join(str(error).split())}; mend that line") from error
    except (msgspec.ValidationError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} does not define a measure: {error}; mend that field") from error
    if found.id != path.stem:
        raise SourceError(f"{path} has the id {found.id!r}; expected {path.stem!r}, as the file is named")
    return msgspec.structs.replace(found, caveats=(NEVER_ON_THEIR_OWN, *found.caveats))
