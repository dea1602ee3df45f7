"""How somebody's file says what our metrics ask: their columns, and their words for our answers."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import msgspec.yaml
from msgspec.structs import replace

from candour.care.figures.asked import FiguresError
from candour.sources.tabular.layout import plain


class ColumnMapping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is called otherwise in a file than with us.

    `columns` gives their column for our field, written `field` or `metric.field`; `answers` our answer for each of
    theirs, by field. A cell that is one of `blank` is not answered.
    """

    columns: dict[str, str] = {}
    answers: dict[str, dict[str, str]] = {}
    blank: tuple[str, ...] = ()

    def column(self, *names: str) -> str | None:
        """Their column for the first of our names that is mapped."""
        return next((self.columns[name] for name in names if name in self.columns), None)

    def meant(self, names: Iterable[str], written: str) -> str:
        """Our answer for what is written; what is not mapped comes back as it is, and what is blank empty."""
        if plain(written) in {plain(each) for each in self.blank}:
            return ""
        for name in names:
            for theirs, ours in self.answers.get(name, {}).items():
                if plain(theirs) == plain(written):
                    return ours
        return written


def read_mapping(path: Path | None, columns: Mapping[str, str]) -> ColumnMapping:
    """The mapping of a YAML file, with `columns` said apart from it.

    Raises:
        FiguresError: the file cannot be read, or is no mapping; the message names the field.
    """
    found = ColumnMapping()
    if path is not None:
        try:
            found = msgspec.yaml.decode(path.read_bytes(), type=ColumnMapping)
        except OSError as error:
            raise FiguresError(f"{path} cannot be read: {error.strerror}; name a YAML file") from error
        except msgspec.ValidationError as error:
            raise FiguresError(f"{path}: {error}; expected columns, answers and blank, each a mapping") from error
        except msgspec.DecodeError as error:
            raise FiguresError(f"{path} is not YAML: {' '.join(str(error).split())}; mend that line") from error
    return replace(found, columns={**found.columns, **columns})


def named_columns(written: Iterable[str]) -> dict[str, str]:
    """`outcome=What happened` and so on, by field.

    Raises:
        FiguresError: one has no `=`, or a field comes twice.
    """
    found: dict[str, str] = {}
    for each in written:
        field, equals, column = (part.strip() for part in each.partition("="))
        if not equals or not field or not column or field in found:
            raise FiguresError(f"--column {each}: expected FIELD=THEIR COLUMN, each field once")
        found[field] = column
    return found
