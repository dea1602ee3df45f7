"""The scoring methods: each is a module, and this is all of them."""

from typing import TypeAlias

from candour.evaluation.methods.benchmark import Benchmark
from candour.evaluation.methods.ceiling_and_floor import CeilingAndFloor
from candour.evaluation.methods.fixed_price import FixedPrice
from candour.evaluation.methods.linear_from_lowest import LinearFromLowest
from candour.evaluation.methods.mean_relative import MeanRelative
from candour.evaluation.methods.min_max import MinMax
from candour.evaluation.methods.monetised_quality import MonetisedQuality
from candour.evaluation.methods.price_per_quality_point import PricePerQualityPoint
from candour.evaluation.methods.prozorro import Prozorro
from candour.evaluation.methods.relative_to_lowest import RelativeToLowest

__all__ = [
    "METHODS",
    "AnyMethod",
    "Benchmark",
    "CeilingAndFloor",
    "FixedPrice",
    "LinearFromLowest",
    "MeanRelative",
    "MinMax",
    "MonetisedQuality",
    "PricePerQualityPoint",
    "Prozorro",
    "RelativeToLowest",
]

AnyMethod: TypeAlias = (
    Benchmark
    | CeilingAndFloor
    | PricePerQualityPoint
    | MonetisedQuality
    | FixedPrice
    | Prozorro
    | RelativeToLowest
    | LinearFromLowest
    | MinMax
    | MeanRelative
)
METHODS: tuple[type[AnyMethod], ...] = (
    Benchmark,
    CeilingAndFloor,
    PricePerQualityPoint,
    MonetisedQuality,
    FixedPrice,
    Prozorro,
    RelativeToLowest,
    LinearFromLowest,
    MinMax,
    MeanRelative,
)
"""Those that no other bid can change come first."""
