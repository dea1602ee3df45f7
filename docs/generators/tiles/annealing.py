"""Improve a tile map by moving and swapping tiles at random, ever less willing to make it worse (annealing).

What a map costs: neighbours that are steps apart, or lie in a wrong direction; tiles far from where the cartogram has
them; borders between regions, so that regions stay together; councils from inland at the sea, so that London does not
reach the Channel; islands that touch what is not their neighbour; and holes, which nobody expects.
"""

import math
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from candour.care.places.tiles import Tile, distance

APART = (0.0, 0.0, 1.0, 2.2, 3.6)
FURTHER = 1.5
DIRECTION = 1.0
DISPLACED = 0.02
OTHER_REGION = 0.25
AT_SEA = 0.05
INLAND_AT_SEA = 3.0
ISLAND_TOUCHES = 1.5
HOLE = (0.0, 0.0, 0.0, 0.0, 0.3, 1.2, 3.0)
HOT, COLD = 2.0, 0.03


@dataclass(frozen=True, slots=True)
class Piece:
    """A council on the map: where the cartogram has it, its region, how much of its outline is inland (0-1), whether
    it is an island, and its neighbours with the direction (rightwards, downwards, of length 1) in which each lies."""

    place: tuple[float, float]
    region: str
    inland: float
    island: bool
    neighbours: dict[int, tuple[float, float]]


class Annealing:
    """A map that is being improved: `tiles` has the tile of each piece."""

    def __init__(self, pieces: list[Piece], tiles: list[Tile], seed: int) -> None:
        self.pieces = pieces
        self.tiles = tiles
        self.random = random.Random(seed)  # noqa: S311 - repeatable, no secret
        self.holder = {tile: number for number, tile in enumerate(tiles)}
        self.around: dict[Tile, tuple[Tile, ...]] = _Around()

    def improve(self, steps: int) -> None:
        """Try so many moves."""
        for step in range(steps):
            heat = HOT * (COLD / HOT) ** (step / steps)
            number = self.random.randrange(len(self.pieces))
            here, there = self.tiles[number], self._somewhere(number)
            if here == there:
                continue
            before = self._cost_around(here, there)
            self._swap(here, there)
            worse = self._cost_around(here, there) - before
            if worse > 0 and self.random.random() >= math.exp(-worse / heat):
                self._swap(here, there)

    def cost(self) -> float:
        """What the whole map costs."""
        near = {tile for here in self.tiles for tile in self.around[here]}
        return sum(map(self._piece, range(len(self.pieces)))) + sum(map(self._hole, near))

    def _somewhere(self, number: int) -> Tile:
        """A tile that touches this piece's, or that of one of its neighbours."""
        neighbours = self.pieces[number].neighbours
        if neighbours and self.random.random() < 0.5:
            number = self.random.choice(tuple(neighbours))
        return self.random.choice(self.around[self.tiles[number]])

    def _swap(self, here: Tile, there: Tile) -> None:
        moved = {there: self.holder.pop(here, None), here: self.holder.pop(there, None)}
        for tile, number in moved.items():
            if number is not None:
                self.holder[tile] = number
                self.tiles[number] = tile

    def _cost_around(self, here: Tile, there: Tile) -> float:
        held = [number for tile in (here, there) if (number := self.holder.get(tile)) is not None]
        cost = sum(map(self._piece, held))
        if len(held) == 2:
            return cost
        return cost + sum(map(self._hole, {here, there, *self.around[here], *self.around[there]}))

    def _piece(self, number: int) -> float:
        piece, tile = self.pieces[number], self.tiles[number]
        x, y = tile.centre
        cost = DISPLACED * ((x - piece.place[0]) ** 2 + (y - piece.place[1]) ** 2)
        for other, (right, down) in piece.neighbours.items():
            its = self.tiles[other]
            to_x, to_y = its.centre
            length = math.hypot(to_x - x, to_y - y)
            cost += _apart(distance(tile, its)) + DIRECTION * (1 - ((to_x - x) * right + (to_y - y) * down) / length)
        return cost + sum(self._touching(piece, self.holder.get(near)) for near in self.around[tile])

    def _touching(self, piece: Piece, other: int | None) -> float:
        if other is None:
            return AT_SEA + INLAND_AT_SEA * piece.inland**4
        its = self.pieces[other]
        cost = 0.0 if its.region == piece.region else OTHER_REGION
        if (piece.island or its.island) and other not in piece.neighbours:
            return cost + ISLAND_TOUCHES
        return cost

    def _hole(self, tile: Tile) -> float:
        if tile in self.holder:
            return 0.0
        return HOLE[sum(near in self.holder for near in self.around[tile])]


class _Around(dict[Tile, tuple[Tile, ...]]):
    """The tiles around each tile, worked out once."""

    def __missing__(self, tile: Tile) -> tuple[Tile, ...]:
        self[tile] = found = tuple(tile.neighbours())
        return found


def _apart(steps: int) -> float:
    return APART[steps] if steps < len(APART) else APART[-1] + FURTHER * (steps - len(APART) + 1)


def links(pairs: Iterable[tuple[int, int]], middles: list[tuple[float, float]]) -> dict[int, dict[int, tuple]]:
    """The neighbours of each, with the true direction of each neighbour."""
    found: dict[int, dict[int, tuple]] = defaultdict(dict)
    for one, other in pairs:
        x, y = middles[other][0] - middles[one][0], middles[other][1] - middles[one][1]
        length = math.hypot(x, y)
        found[one][other] = (x / length, y / length)
        found[other][one] = (-x / length, -y / length)
    return found
