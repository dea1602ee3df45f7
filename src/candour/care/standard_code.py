"""Between our words for kinds of care and contract models and the codes of the social-care extension."""

import re

from candour.care import contract_model, service_type

_SPACE_OR_DASH = re.compile(r"[ -]+(\w)")


def code_of(words: str) -> str:
    """Words as the extension's codelists write them: "children's homes" is `childrensHomes`."""
    return _SPACE_OR_DASH.sub(lambda match: match[1].upper(), words.replace("'", ""))


SERVICES = {code_of(name): name for name in service_type.DEFINITIONS}
"""The kinds of care (keys of `service_type.DEFINITIONS`) by their codes in `careServiceType`."""

CONTRACT_MODELS = {code_of(name): name for name in contract_model.DEFINITIONS}
"""The contract models (keys of `contract_model.DEFINITIONS`) by their codes in `careContractModel`."""
