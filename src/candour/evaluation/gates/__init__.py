"""The gates: each is a module, and this is all of them."""

from typing import TypeAlias

from candour.evaluation.gates.exclusion import ExclusionGate
from candour.evaluation.gates.lawful_cost import LawfulCostGate
from candour.evaluation.gates.rating_floor import RatingFloorGate
from candour.evaluation.gates.registration import RegistrationGate
from candour.evaluation.gates.standards import StandardsGate

__all__ = ["AnyGate", "ExclusionGate", "LawfulCostGate", "RatingFloorGate", "RegistrationGate", "StandardsGate"]

AnyGate: TypeAlias = RegistrationGate | ExclusionGate | RatingFloorGate | StandardsGate | LawfulCostGate
