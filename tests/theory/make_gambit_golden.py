"""Write Gambit's answers on 200 random points: ``python -m tests.theory.make_gambit_golden``.

Needs pygambit 17.0.0b2, which takes some seconds. Beliefs lie inside (0, 1): at 0 and 1 that
version answers one half for everything. Half of the points have base precisions, half lie where
several equilibria are common. Gambit's steps are made finer, for it meets lambda 1 only to 1e-7
near a fold.
"""

import csv

from game.cli.posture import FIELDS
from game.cli.posture_bench import draw, gambit_opening, point
from tests.theory.points import GOLDEN, hard, row_of

HALF = 100
SEED = 1968
FIRST_STEP = 0.001  # Gambit's default is 0.03
ACCELERATION = 1.02  # its default is 1.1


def main() -> None:
    """Write the golden file."""
    with GOLDEN.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*FIELDS, "open_if_low", "open_if_high"])
        for games in (draw(HALF, SEED), hard(HALF, SEED)):
            for index in range(HALF):
                low, high = gambit_opening(point(games, index), FIRST_STEP, ACCELERATION)
                row = row_of(games, index)
                writer.writerow([*(repr(value) for value in row.values()), repr(low), repr(high)])


if __name__ == "__main__":
    main()
