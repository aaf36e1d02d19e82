"""The posture game once more, one game at a time in plain floats, written to be read.

The equations stand as docs/model.md has them, derivatives are central differences, and the branch
is followed in tiny steps of one length. Slow and simple: the twin of game/theory/branch.py.
"""

from math import exp, sqrt

STEP = 0.02  # length of a step
STRETCH = 5.0  # a full share counts as much as five units of log-odds
NUDGE = 1e-6  # half the width of a central difference
CORRECTIONS = 3  # Newton steps after each step along the curve
POLISHES = 30  # Newton steps at the end

Row = dict[str, float]
Vector = list[float]


def logistic(x: float) -> float:
    """Return S(x)."""
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))


def escalation(game: Row, share: float, odds_low: float, odds_high: float) -> tuple[float, float]:
    """Return the probabilities that the receiver escalates on an open and on a closed posture."""
    answers = []
    for sign in (1, -1):
        high = game["p"] * logistic(sign * odds_high)
        low = (1 - game["p"]) * logistic(sign * odds_low)
        m = high / (high + low)
        won = (1 - game["rL"] - m * (game["rH"] - game["rL"])) * game["B"]
        if sign == 1:
            won = won * (1 + game["phi"]) - game["g"] - game["h"]
        dove = logistic(share * game["lo"] * (won - game["c"] - game["dc"]))
        hawk = logistic(share * game["lo"] * (won - game["c"] + game["dc"]))
        answers.append(game["nu"] * dove + (1 - game["nu"]) * hawk)
    return answers[0], answers[1]


def gap(game: Row, place: Vector) -> Vector:
    """Return how far the log-odds at a place are from the reply to them."""
    odds_low, odds_high, stretched = place
    share = stretched / STRETCH
    e_open, e_closed = escalation(game, share, odds_low, odds_high)
    table = (1 - e_open) * game["v"] + e_open * game["k"]
    war_low = (1 - e_closed) * game["wL"] + e_closed * game["rL"] * game["wL"]
    war_high = (1 - e_closed) * game["wH"] + e_closed * game["rH"] * game["wH"]
    pull = share * game["lt"]
    return [odds_low - pull * (table - war_low), odds_high - pull * (table - war_high)]


def slopes(game: Row, place: Vector) -> list[Vector]:
    """Return the derivatives of both gaps by the three parts of a place."""
    columns = []
    for part in range(3):
        above, below = list(place), list(place)
        above[part] += NUDGE
        below[part] -= NUDGE
        pairs = zip(gap(game, above), gap(game, below), strict=True)
        columns.append([(a - b) / (2 * NUDGE) for a, b in pairs])
    return [[column[row] for column in columns] for row in range(2)]


def cross(a: Vector, b: Vector) -> Vector:
    """Return the cross product."""
    return [
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    ]


def correct(game: Row, place: Vector) -> Vector:
    """Return the nearest place on the curve to first order."""
    low, high = gap(game, place)
    by_low, by_high = slopes(game, place)
    along = cross(by_low, by_high)
    toward = [low * b - high * a for a, b in zip(by_low, by_high, strict=True)]
    move = cross(along, toward)
    size = sum(part * part for part in along)
    return [x + part / size for x, part in zip(place, move, strict=True)]


def opening(game: Row) -> tuple[float, float]:
    """Return the probabilities of opening, low and high type, on the principal branch."""
    place = [0.0, 0.0, 0.0]
    while True:
        along = cross(*slopes(game, place))
        size = sqrt(sum(part * part for part in along))
        ahead = [x + STEP * part / size for x, part in zip(place, along, strict=True)]
        for _ in range(CORRECTIONS):
            ahead = correct(game, ahead)
        if ahead[2] >= STRETCH:
            return _meet(game, place, ahead)
        place = ahead


def _meet(game: Row, before: Vector, after: Vector) -> tuple[float, float]:
    """Return the probabilities where the curve meets share 1 between two places."""
    part = (STRETCH - before[2]) / (after[2] - before[2])
    low, high = (a + part * (b - a) for a, b in zip(before[:2], after[:2], strict=True))
    for _ in range(POLISHES):
        gap_low, gap_high = gap(game, [low, high, STRETCH])
        (a, b, _), (c, d, _) = slopes(game, [low, high, STRETCH])
        determinant = a * d - b * c
        low -= (d * gap_low - b * gap_high) / determinant
        high -= (a * gap_high - c * gap_low) / determinant
    return logistic(low), logistic(high)
