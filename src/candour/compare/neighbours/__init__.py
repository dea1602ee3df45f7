"""Councils in a like position, by a published method that anybody can recompute or change."""

from candour.compare.neighbours.council_neighbours import CouncilNeighbours, council_neighbours
from candour.compare.neighbours.method import Method, Variable, methods
from candour.compare.neighbours.quantities import Quantities, Quantity, quantities

__all__ = [
    "CouncilNeighbours",
    "Method",
    "Quantities",
    "Quantity",
    "Variable",
    "council_neighbours",
    "methods",
    "quantities",
]
