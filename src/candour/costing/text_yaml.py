"""YAML whose scalars all stay text: the usual loaders would make binary floating point out of 12.21."""

from collections.abc import Hashable
from typing import Any

import yaml


class _Text(yaml.BaseLoader):
    """Text alone, and no key twice: of two wages in a file neither may win silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value]
        for position, key in enumerate(keys):
            if key in keys[:position]:
                mark = node.value[position][0].start_mark
                raise yaml.constructor.ConstructorError(None, None, f"{key} stands here for the second time", mark)
        return super().construct_mapping(node, deep)


def load_text(written: str) -> object:
    """The mappings, lists and texts of a YAML document.

    Raises:
        yaml.YAMLError: it is not YAML, or a key comes twice in one mapping.
    """
    return yaml.load(written, _Text)  # noqa: S506  (a loader of texts makes no objects)
