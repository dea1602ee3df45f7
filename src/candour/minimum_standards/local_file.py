"""A place's file of standards as people write it, and the line on which each thing stands."""

from collections.abc import Iterator

import msgspec
import yaml

from candour.costing.text_yaml import load_text
from candour.minimum_standards.errors import StandardsError
from candour.minimum_standards.local import LocalStandards
from candour.minimum_standards.overlay import Fault, Path


class LocalFile(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says, and on which line (from 1) each path begins."""

    name: str
    standards: LocalStandards
    lines: dict[Path, int]

    def where(self, fault: Fault) -> str:
        """A fault with the file and the line that does it; that of what holds it where it is missing."""
        path = fault.path
        while path and path not in self.lines:
            path = path[:-1]
        return f"{self.name} line {self.lines.get(path, 1)}: {fault.message}"


def read_local(text: str, name: str) -> LocalFile:
    """Read the text of a file called `name`.

    Raises:
        StandardsError: it is not YAML, or not a place's standards; the message names the field.
    """
    try:
        found = load_text(text)
        lines = dict(_lines(yaml.compose(text, yaml.SafeLoader), ()))
    except (yaml.YAMLError, RecursionError) as error:
        raise StandardsError(f"{name}: expected YAML: {' '.join(str(error).split())}") from error
    try:
        return LocalFile(name=name, standards=msgspec.convert(found, type=LocalStandards, strict=False), lines=lines)
    except msgspec.ValidationError as error:
        raise StandardsError(f"{name}: {error}") from error


def _lines(node: yaml.Node | None, path: Path) -> Iterator[tuple[Path, int]]:
    if node is None:
        return
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            yield from _lines(value, (*path, place))
