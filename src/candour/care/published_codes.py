"""From the project's own names to the codes of the social-care extension, and back: "home care" is `homeCare`."""

import re
from collections.abc import Iterable, Mapping

from candour.care import contract_model, service_type


def published_code(name: str) -> str:
    """The code of a name in plain English: "children's homes" is `childrensHomes`, "in-house" is `inHouse`."""
    words: list[str] = re.findall(r"[a-z]+", name.lower().replace("'", ""))
    return words[0] + "".join(word.capitalize() for word in words[1:])


def _by_code(names: Iterable[str]) -> Mapping[str, str]:
    return {published_code(name): name for name in names}


SERVICE_TYPES = _by_code(service_type.DEFINITIONS)
"""The kinds of care by their code in `careServiceType`."""

CONTRACT_MODELS = _by_code(contract_model.DEFINITIONS)
"""The contract models by their code in `careContractModel`."""
