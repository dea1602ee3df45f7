"""From the project's own names to the codes of the social-care extension, and back: "home care" is `homeCare`."""

import re
from collections.abc import Iterable, Mapping


def published_code(name: str) -> str:
    """The code of a name in plain English: "children's homes" is `childrensHomes`, "in-house" is `inHouse`."""
    words: list[str] = re.findall(r"[a-z]+", name.lower().replace("'", ""))
    return words[0] + "".join(word.capitalize() for word in words[1:])


def by_code(names: Iterable[str]) -> Mapping[str, str]:
    """Names by their codes."""
    return {published_code(name): name for name in names}
