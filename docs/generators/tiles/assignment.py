"""Give everything a place of its own, so that the sum of the costs is least (the Hungarian method)."""

import numpy as np


def assign(costs: np.ndarray) -> list[int]:
    """The column of each row, all different, with the least sum of costs. There are at least as many columns as rows.

    H. W. Kuhn, "The Hungarian method for the assignment problem", Naval Research Logistics Quarterly 2 (1955), 83-97,
    by shortest augmenting paths: rows are added one at a time, each along the cheapest path of reassignments.
    """
    rows, columns = costs.shape
    of_row, of_column = np.zeros(rows), np.zeros(columns)
    taken_by = np.full(columns, -1)
    for row in range(rows):
        least, came_from = np.full(columns, np.inf), np.full(columns, -1)
        done = np.zeros(columns, dtype=bool)
        visited, at, column = [], row, -1
        while True:
            reduced = costs[at] - of_row[at] - of_column
            better = ~done & (reduced < least)
            least[better], came_from[better] = reduced[better], column
            column = int(np.where(done, np.inf, least).argmin())
            step = least[column]
            of_row[row] += step
            for known in visited:
                of_row[taken_by[known]] += step
                of_column[known] -= step
            least[~done] -= step
            done[column] = True
            visited.append(column)
            if taken_by[column] < 0:
                break
            at = taken_by[column]
        while column >= 0:
            before = came_from[column]
            taken_by[column] = taken_by[before] if before >= 0 else row
            column = before
    found = [-1] * rows
    for column, row in enumerate(taken_by):
        if row >= 0:
            found[row] = column
    return found
