"""What somebody asks to have costed: from a file, from names and values, or both."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec
import yaml

from candour.costing.errors import CostingError
from candour.costing.text_yaml import load_text

Of = Literal["home-care-hour", "care-home-week"]


class CostRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be costed. All amounts are text as written, so that none passes through binary floating point.

    `nation` and `year` fill in what the law says there; `currency` and `pay_floor` are needed without them.
    """

    of: Of = "home-care-hour"
    nation: str | None = None
    year: str | None = None
    currency: str | None = None
    pay_floor: str | None = None
    fee: str | None = None
    assumptions: dict[str, str] = {}

    def __post_init__(self) -> None:
        if (self.nation is None) != (self.year is None):
            raise ValueError("expected nation and year together")


def read_request(path: Path) -> CostRequest:
    """A request from a YAML file.

    Raises:
        CostingError: the file cannot be read, or is no request; the message names the file and the field.
    """
    try:
        return msgspec.convert(load_text(path.read_text("utf-8")), CostRequest)
    except OSError as error:
        raise CostingError(f"{path} cannot be read: {error.strerror}; name a YAML file of assumptions") from error
    except yaml.YAMLError as error:
        raise CostingError(f"{path} is not YAML: {' '.join(str(error).split())}; mend that line") from error
    except (msgspec.ValidationError, UnicodeDecodeError) as error:
        raise CostingError(f"{path} does not say what to cost: {error}; mend that field") from error


def changed(request: CostRequest, values: Mapping[str, str | None], assumptions: Mapping[str, str]) -> CostRequest:
    """The request with what was said apart from it; nothing said leaves the request as it is.

    Raises:
        CostingError: the two do not go together, such as a nation without a year.
    """
    said = {name: value for name, value in values.items() if value is not None}
    try:
        return msgspec.structs.replace(request, **said, assumptions={**request.assumptions, **assumptions})
    except ValueError as error:
        raise CostingError(f"{error}; such as --nation england --year 2025-26") from error


def named_values(written: list[str]) -> dict[str, str]:
    """`wage=12.71` and so on, by name.

    Raises:
        CostingError: one has no `=`, or a name comes twice.
    """
    found: dict[str, str] = {}
    for each in written:
        name, equals, value = each.partition("=")
        if not equals or name in found:
            raise CostingError(f"--set {each}: expected NAME=VALUE, each name once, such as --set visit_minutes=30")
        found[name.strip()] = value
    return found
