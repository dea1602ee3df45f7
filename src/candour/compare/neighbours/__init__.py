"""Councils in a like position, by a published method that anybody can recompute or change."""

from candour.compare.neighbours.council_neighbours import CouncilNeighbours, council_neighbours
from candour.compare.neighbours.method import Method, MethodError, Variable, methods
from candour.compare.neighbours.quantities import Quantities, Quantity, quantities

__all__ = [
    "CouncilNeighbours",
    "Method",
    "MethodError",
    "Quantities",
    "Quantity",
    "Variable",
    "council_neighbours",
    "methods",
    "quantities",
]
