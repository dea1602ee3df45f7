"""Make docs/reference/award-bundle.schema.json: the JSON Schema of award bundles."""

from pathlib import Path
from typing import Any

import msgspec

from candour.evaluation.bundle import Bundle

PAGE = Path(__file__).parents[1] / "reference" / "award-bundle.schema.json"


def text() -> str:
    """The schema, with the meaning of each part as its description."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "candour-award-bundle/1",
        **msgspec.json.schema(Bundle),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
