"""Draw the map so that every council takes the same room, and neighbours stay side by side.

Every council is a disc one unit wide. The map begins so large that no two discs touch; then whoever borders on
another is drawn to one unit from it, in the direction in which it truly lies, while discs that overlap push each
other away. Beginning large keeps neighbours from passing through each other: London unfolds instead of tangling.
"""

import numpy as np

KILOMETRES_A_UNIT = 6.0
ROUNDS = 6000
PULL = 0.06
PUSH = 0.5
ROOM = 1.1


def spread(middles: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """Places in units, rightwards and downwards, from middles in kilometres and pairs of neighbours."""
    one, other = pairs.T
    places = middles / KILOMETRES_A_UNIT
    wanted = places[other] - places[one]
    wanted /= np.linalg.norm(wanted, axis=1, keepdims=True)
    for _ in range(ROUNDS):
        apart = places[:, None] - places[None]
        distance = np.hypot(apart[..., 0], apart[..., 1]) + 9 * np.eye(len(places))
        moves = (apart * (np.clip(ROOM - distance, 0, None) / distance)[..., None]).sum(1) * PUSH
        pull = (places[other] - places[one] - wanted) * PULL
        np.add.at(moves, one, pull)
        np.add.at(moves, other, -pull)
        places = places + moves
    return places
