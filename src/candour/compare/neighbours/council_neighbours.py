"""The councils that are most like one, with the distance and with what makes them alike or unlike."""

from collections.abc import Mapping
from datetime import date
from math import log

import msgspec

from candour.care import councils
from candour.care.councils import Council
from candour.compare.neighbours.method import Method, Variable
from candour.compare.neighbours.quantities import Quantities, Quantity
from candour.statistics.neighbours import Neighbour, NotComparable, nearest


class CouncilNeighbours(msgspec.Struct, frozen=True):
    """The neighbours of a council by a method, nearest first; `why_not` says why there are none.

    `values` has each variable before it was transformed, of the council, its neighbours and the rest of the pool, by
    organisation id. Ids in `neighbours` and `not_comparable` are organisation ids, too.
    """

    council: Council
    method: Method
    neighbours: tuple[Neighbour, ...]
    not_comparable: tuple[NotComparable, ...]
    values: Mapping[str, Mapping[str, float]]
    why_not: str = ""

    def wording(self, neighbour: Neighbour) -> str:
        """A sentence for people: how near a neighbour is, in what it is most alike, and in what most unlike."""
        known = councils.by_organisation_id(neighbour.unit)
        titles = {variable.id: variable.title for variable in self.method.variables}
        alike, unlike = neighbour.differences[0], neighbour.differences[-1]
        said = f"{known.name if known else neighbour.unit}: distance {neighbour.distance:.2f}"
        if alike != unlike:
            said += f"; most alike in “{titles[alike.variable]}” ({_in_words(alike.difference)})"
            said += f", most unlike in “{titles[unlike.variable]}” ({_in_words(unlike.difference)})"
        if neighbour.not_compared:
            said += f"; not compared in {', '.join(f'“{titles[name]}”' for name in neighbour.not_compared)}"
        return f"{said}."


def council_neighbours(council: Council, method: Method, known: Quantities, on: date) -> CouncilNeighbours:
    """The councils of the method's pool on a day that are most like a council of it."""
    pool = {
        each.organisation_id: each
        for each in councils.all_councils()
        if each.social_care and each.nation == council.nation and each.in_force(on)
    }
    if council.organisation_id not in pool:
        return CouncilNeighbours(council, method, (), (), {}, _outside(council, on))
    values = {id: _values(method, known.get(id, {})) for id in pool}
    if len(values[council.organisation_id]) < method.at_least:
        because = (
            f"fewer than {method.at_least} of the variables are known of {council.name}; add the files of places"
        )
        return CouncilNeighbours(council, method, (), (), values, because)
    found = nearest(
        council.organisation_id,
        {id: _transformed(method, its) for id, its in values.items()},
        method.weights,
        number=method.number,
        missing=method.missing,
        at_least=method.at_least,
    )
    return CouncilNeighbours(council, method, found.neighbours, found.not_comparable, values)


def _in_words(difference: float) -> str:
    if abs(difference) < 0.005:
        return "the same"
    return f"{abs(difference):.2f} standard deviations {'more' if difference > 0 else 'less'}"


def _outside(council: Council, on: date) -> str:
    if not council.social_care:
        return f"{council.name} does not arrange adult social care, and is compared with nobody"
    return f"{council.name} did not stand on {on}, and is compared with nobody of that day"


def _values(method: Method, known: Mapping[str, Quantity]) -> dict[str, float]:
    found = ((variable.id, _value(variable, known)) for variable in method.variables)
    return {id: value for id, value in found if value is not None}


def _value(variable: Variable, known: Mapping[str, Quantity]) -> float | None:
    """The quotient; None where a part of it is not known, or it has no logarithm and needs one."""
    if not known.keys() >= {*variable.numerator, *variable.denominator}:
        return None
    value = sum(known[name].value for name in variable.numerator)
    if variable.denominator:
        whole = sum(known[name].value for name in variable.denominator)
        if whole <= 0:
            return None
        value /= whole
    return None if variable.transform == "log" and value <= 0 else value


def _transformed(method: Method, values: Mapping[str, float]) -> dict[str, float]:
    log_of = {variable.id for variable in method.variables if variable.transform == "log"}
    return {id: log(value) if id in log_of else value for id, value in values.items()}
