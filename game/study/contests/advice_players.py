"""Who governs in the wars by which advisers are measured: what machines do, or what people might.

``doctrines``: one time in six random legal orders, else one of the plans that a side's doctrines
may follow, so that the enemy is no doctrine by the book. ``mixed``: in equal parts random orders,
such plans, scripts (policy files, half of them for fitting, the others for measuring) and searching
players, so that no adviser is measured on enemies like those it imagines.
"""

from pathlib import Path
from typing import Final

from game.engine.board import SIDES, Ints
from game.players.base import Glancing, Player, Policy, draws
from game.players.doctrines import DOCTRINES
from game.players.random_legal import RandomLegal
from game.players.roster import opponent
from game.players.tempers import plans, policy_of
from game.problems import Problem
from game.record.matches import player_seeds
from game.study.contests import policy_files
from game.study.contests.script_suite import FOLDER, POLICY, scripts, seats

GOVERNMENTS: Final = "doctrines"
MIXED: Final = "mixed"
KINDS: Final = (GOVERNMENTS, MIXED)
GUESSWORK: Final = 1 / 6  # of governments: random orders, as if by anybody. Calibrated by hand
SORTS: Final = ("random", "plan", "script", "search")
LEVELS: Final = ("cadet", "officer", "planner")  # of searching players; the fourth is too slow here
LOT: Final = 3  # the quarter by which a war's lots are drawn; its players draw by their own
HALVES: Final = ("measure", "fit")
"""Which scripts serve what: every other one by name, so that none serves both."""


def halved(use: str, folder: Path = FOLDER) -> tuple[str, ...]:
    """Return the policy files of the game's scripts that serve ``use``, one of ``HALVES``."""
    files = sorted({script.file for script in scripts(folder)})
    return tuple(files[HALVES.index(use) :: 2])


def governing(seeds: Ints, side: int, kind: str, files: tuple[str, ...]) -> Player:
    """Return who governs a side of one war; ``seeds`` (1,) is the war's. Problem for a mixture
    without a script for the side."""
    seed = int(player_seeds(seeds, side)[0])
    if kind == GOVERNMENTS:
        return Glancing(drawn_policy(seeds, side), seed)
    sort, which, level, plan = draws(player_seeds(seeds, side), LOT, 4)[0]
    found = SORTS[int(sort * len(SORTS))]
    if found == "search":
        doctrine = DOCTRINES[side][int(which * len(DOCTRINES[side]))]
        return opponent(side, doctrine.name, LEVELS[int(level * len(LEVELS))], seed)
    if found == "script":
        return Glancing(_script(files, side, float(which)), seed)
    return Glancing(RandomLegal() if found == "random" else planned(side, float(plan)), seed)


def drawn_policy(seeds: Ints, side: int) -> Policy:
    """Return who governs a side among governments."""
    chance, which = draws(seeds, side, 2)[0]
    return RandomLegal() if chance < GUESSWORK else planned(side, float(which))


def planned(side: int, which: float) -> Policy:
    """Return one of the plans of a side's doctrines, ``which`` 0..1."""
    pool = [plan for known in DOCTRINES[side] for plan in plans(known)]
    return policy_of(pool[int(which * len(pool))])


def _script(files: tuple[str, ...], side: int, which: float) -> Policy:
    fitting = [file for file in files if any(one.side == side for one in seats(file))]
    if not fitting:
        raise Problem(f"No script sits in the chair of {SIDES[side]}: a mixture needs one.")
    return policy_files.policy(f"{fitting[int(which * len(fitting))]}:{POLICY}")
