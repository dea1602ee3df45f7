"""What somebody can work out who knows all that is published, the rules by which it is hidden, and much besides.

The attacker knows the exact counts behind everything that is shown (better than its rounding says), which kinds of
people there are at all, and that what is hidden is small or covers something small. What is asked is solved in whole
people.
"""

from collections import Counter
from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from candour.care.figures.shown import GROUP_HIDDEN, NOBODY, VALUE_HIDDEN

ANSWERS = ("yes", "no", None)


class Attack:
    """Everything that could be true, as numbers of people of each kind with each pair of answers."""

    def __init__(self, publication, rows):
        self.metrics = [asked.id for asked in publication.question.metrics]
        self.names = publication.question.dimensions
        self.truth = Counter((row.kind, tuple(row.rows[m]["answer"] for m in self.metrics)) for row in rows)
        kinds = sorted({kind for kind, _ in self.truth})
        self.kinds = list(product(kinds, product(ANSWERS, repeat=len(self.metrics))))
        self.known, self.least, self.most = [], [], []
        for at, metric in enumerate(self.metrics):
            figures = publication.figures[metric]
            bounds_said = any("7 people or fewer" in figure.because for figure in figures)
            for figure in figures:
                self._learn(at, figure, bounds_said)

    def counted(self, at, group, answers):
        """Which kinds of people are in a group and gave one of these answers to a metric."""
        return np.array(
            [
                all(dict(zip(self.names, kind, strict=True))[name] == group[name] for name in group)
                and given[at] in answers
                for kind, given in self.kinds
            ],
            dtype=float,
        )

    def true(self, at, group, answers):
        wanted = self.counted(at, group, answers)
        return sum(self.truth[kind] for kind, is_in in zip(self.kinds, wanted, strict=True) if is_in)

    def range_of(self, at, group, answers):
        """The fewest and the most people it can be."""
        aim = self.counted(at, group, answers)
        ends = []
        for way in (1, -1):
            found = milp(
                way * aim,
                constraints=LinearConstraint(np.array(self.known), self.least, self.most),
                integrality=np.ones(len(self.kinds)),
                bounds=Bounds(0, 400),
            )
            assert found.status == 0, "what is published cannot be true"
            ends.append(round(way * found.fun))
        return tuple(ends)

    def _learn(self, at, figure, bounds_said):
        people, yes, no = (self.counted(at, figure.group, given) for given in (("yes", "no"), ("yes",), ("no",)))
        if figure.because == GROUP_HIDDEN:
            self._know(people, 0, np.inf)
            return
        exact = self.true(at, figure.group, ("yes", "no"))
        self._know(people, exact, exact)
        if figure.because == NOBODY:
            return
        if figure.state == "value":
            exactly = self.true(at, figure.group, ("yes",))
            self._know(yes, exactly, exactly)
        elif "for all but 7 people or fewer" in figure.because:
            self._know(no, 0, 7)
        elif "holds for 7 people or fewer" in figure.because:
            self._know(yes, 0, 7)
        elif figure.because == VALUE_HIDDEN and bounds_said and exact >= 16:
            self._know(yes, 8, np.inf)
            self._know(no, 8, np.inf)

    def _know(self, which, least, most):
        self.known.append(which)
        self.least.append(least)
        self.most.append(most)
