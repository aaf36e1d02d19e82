"""A tree as the text of a Gambit game (``.efg``), which pygambit and Gambit's screens read.

The format: https://gambitproject.readthedocs.io/en/latest/formats.efg.html. Simultaneous orders are
written one after the other, Hanoi not seeing Washington's; then chance draws the quarter's luck.
"""

from collections.abc import Callable, Iterator
from typing import Final

from game import program
from game.engine.board import ENDINGS, HANOI, WASHINGTON, Floats
from game.engine.world import World
from game.research.tree import LUCKS, Tree, TreeLevel

DIGITS: Final = 6  # decimals of a payoff, in points of score
THIRDS: Final = " ".join(f'"{luck}" 1/3' for luck in LUCKS)

Payoffs = Callable[[Floats], tuple[float, float]]
"""From a war's two scores to what the players get."""


def lead(points: Floats) -> tuple[float, float]:
    """Return each side's score less its enemy's: what one gains the other loses."""
    ahead = float(points[WASHINGTON] - points[HANOI])
    return ahead, -ahead


def own(points: Floats) -> tuple[float, float]:
    """Return each side's own score, as the game counts it."""
    return float(points[WASHINGTON]), float(points[HANOI])


def lines(tree: Tree, payoffs: Payoffs = lead) -> Iterator[str]:
    """Yield the lines of the file, root first, depth first."""
    yield f'EFG 2 R "{_quoted(tree.title)}" {{ "Washington" "Hanoi" }}'
    yield f'"Written by Overture: {program.command("efg")}"'
    kinds = " ".join(
        f'"{kind}" {chance}' for kind, chance in zip(tree.kinds, tree.chances, strict=True)
    )
    yield f'c "" 1 "governments" {{ {kinds} }} 0'
    writer = _Writer(tree, payoffs)
    for war in range(len(tree.levels[0])):
        yield from writer.war(0, war)


class _Writer:
    """Numbers lucks, information sets and outcomes as they are written.

    Every move of chance is a set of its own: Gambit holds chance to perfect recall too.
    """

    def __init__(self, tree: Tree, payoffs: Payoffs) -> None:
        self.tree, self.payoffs, self.outcomes, self.lucks = tree, payoffs, 0, 0
        self.before = [
            [
                sum(len(level.known[side]) for level in tree.levels[:depth])
                for side in (WASHINGTON, HANOI)
            ]
            for depth in range(len(tree.levels))
        ]

    def war(self, depth: int, war: int) -> Iterator[str]:
        """Yield the nodes of a war and of all that may come of it."""
        level = self.tree.levels[depth]
        if level.sets[0][war] < 0:
            yield self._end(level, war)
            return
        yield self._decision(depth, war, WASHINGTON)
        child = int(level.first[war])
        washington, hanoi = level.both(war)
        for _ in range(len(washington)):
            yield self._decision(depth, war, HANOI)
            for _ in range(len(hanoi)):
                yield self._luck()
                for luck in range(len(LUCKS)):
                    yield from self.war(depth + 1, child + luck)
                child += len(LUCKS)

    def _decision(self, depth: int, war: int, side: int) -> str:
        level = self.tree.levels[depth]
        number = int(level.sets[side][war])
        names = " ".join(f'"{_quoted(name)}"' for name in level.known[side][number].names)
        whole = self.before[depth][side] + number + 1
        title = f"quarter {depth + 1}, file {number + 1}"
        return f'p "" {side + 1} {whole} "{title}" {{ {names} }} 0'

    def _luck(self) -> str:
        self.lucks += 1
        return f'c "" {self.lucks + 1} "luck {self.lucks}" {{ {THIRDS} }} 0'

    def _end(self, level: TreeLevel, war: int) -> str:
        self.outcomes += 1
        given = ", ".join(f"{value:.{DIGITS}f}" for value in self.payoffs(level.points[war]))
        return f't "" {self.outcomes} "{_ending(level.world, war)}" {{ {given} }}'


def _ending(world: World, war: int) -> str:
    """Return how the war ended, with the terms of a settlement."""
    terms = " ".join(str(position) for position in world.settlement[war] if position >= 0)
    return f"{ENDINGS[int(world.ended[war])]} {terms}".strip()


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
