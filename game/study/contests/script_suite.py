"""Scripts against the top level: what a policy of a few lines gains on the machine in its chair.

A script is a policy file with a function ``policy``, and two constants: ``SIDES``, the chairs it
can sit in, and ``LAZY``, whether it plays for nothing. In every war the script meets one doctrine
of the other side at the level; the same war is played with the level in the script's chair. Which
doctrines meet goes round all pairs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from game.campaign import load
from game.campaign.files import SHIPPED
from game.engine.board import ENDINGS, SIDES, WASHINGTON, Floats
from game.players.roster import Contender
from game.problems import Problem
from game.record.ratings import mean_interval
from game.study.contests.play import WarJob, play
from game.study.contests.policy_files import opened_file, policy
from game.study.contests.standings import equals
from game.study.debrief.references import mark_scores
from game.study.pool import each, workers

FOLDER: Final = SHIPPED.parent / "tests" / "players" / "scripts"
POLICY: Final = "policy"
MOST_GAIN: Final = 3.0  # points: a script may gain so much in the mean, were its interval wide
LAZY_BELOW: Final = 5.0  # points that a lazy script must stay below the reference


@dataclass(frozen=True)
class Script:
    """One script in one chair."""

    file: str
    side: int
    lazy: bool

    @property
    def name(self) -> str:
        """Its file's name."""
        return Path(self.file).stem


@dataclass(frozen=True)
class ScriptResult:
    """What came of one war of a script, or of the level in its chair (``script`` None)."""

    script: Script | None
    seed: int
    scores: tuple[float, float]
    ended: int
    quarters: int


def scripts(folder: Path, only: tuple[str, ...] = ()) -> list[Script]:
    """Return the scripts of a folder in each chair they sit in; Problem where there are none."""
    files = sorted(folder.glob("*.py")) if folder.is_dir() else []
    made = [script for file in files for script in seats(str(file)) if _asked(script.name, only)]
    missing = [name for name in only if name not in {script.name for script in made}]
    if not files:
        raise Problem(
            f"{folder}: there are no scripts. --scripts takes a folder of policy files; "
            "the game's own are in tests/players/scripts of its source."
        )
    if missing:
        there = ", ".join(file.stem for file in files)
        raise Problem(
            f"{folder} has no script {', '.join(missing)}; it has {there}. --only takes "
            "names of files."
        )
    return made


def _asked(name: str, only: tuple[str, ...]) -> bool:
    return not only or name in only


def seats(file: str) -> list[Script]:
    """Return a script in each of its chairs; Problem where it does not say which."""
    module = opened_file(file)
    policy(f"{file}:{POLICY}")
    sides, lazy = getattr(module, "SIDES", ()), getattr(module, "LAZY", None)
    if not sides or not set(sides) <= set(SIDES) or not isinstance(lazy, bool):
        raise Problem(
            f"{file}: a script says SIDES, of {', '.join(SIDES)}, and LAZY, True or "
            "False. Set both at the top of the file."
        )
    return [Script(file, SIDES.index(side), lazy) for side in sides]


@dataclass(frozen=True)
class ScriptWar:
    """One war to be played: the job, and the script that sits in it, if one does."""

    job: WarJob
    script: Script | None


def wars(campaign: str, level: str, seed: int, games: int, chosen: list[Script]) -> list[ScriptWar]:
    """Return the level's own wars, and the same with each script in its chair."""
    own = equals(campaign, level, seed, games)
    return [ScriptWar(job, None) for job in own] + [
        ScriptWar(seated(job, script), script) for script in chosen for job in own
    ]


def seated(job: WarJob, script: Script) -> WarJob:
    """Return a war with the script in its chair."""
    entry = Contender(script.side, f"{script.file}:{POLICY}")
    if script.side == WASHINGTON:
        return replace(job, washington=entry)
    return replace(job, hanoi=entry)


def one(war: ScriptWar) -> ScriptResult:
    """Play one war in a worker."""
    found = play(war.job)
    return ScriptResult(war.script, war.job.seed, found.scores, found.ended, found.quarters)


def play_suite(many: list[ScriptWar], cores: int = 0) -> Iterator[ScriptResult]:
    """Yield the wars as they come, on all cores."""
    if cores == 1:
        yield from map(one, many)
        return
    with workers(cores) as pool:
        yield from each(one, many, pool)


def report(campaign: str, level: str, found: list[ScriptResult], seed: int) -> dict[str, Any]:
    """Return every script's mean score and its gain on the level in its chair, and on the mark."""
    marks, of = mark_scores(load(campaign))
    own = {war.seed: war for war in found if war.script is None}
    rows = []
    for script in dict.fromkeys(war.script for war in found if war.script is not None):
        played = sorted((war for war in found if war.script == script), key=lambda war: war.seed)
        rows.append(row(script, played, own, marks[SIDES[script.side]], seed))
    level_scores = np.array([war.scores for war in own.values()]).mean(axis=0)
    return {
        "campaign": campaign,
        "level": level,
        "games": len(own),
        "marks": marks,
        "mark": of,
        "level_scores": {name: round(float(level_scores[s]), 2) for s, name in enumerate(SIDES)},
        "scripts": sorted(rows, key=lambda made: -made["gain"][0]),
        "beat_the_level": [label(made) for made in rows if made["beats_the_level"]],
        "lazy_too_near": [label(made) for made in rows if made["lazy_too_near"]],
    }


def label(made: dict[str, Any]) -> str:
    """Return a row's script and chair."""
    return f"{made['script']} as {made['side']}"


def row(
    script: Script, played: list[ScriptResult], own: dict[int, ScriptResult], mark: float, seed: int
) -> dict[str, Any]:
    """Return what one script came to: points, gains as mean, low, high."""
    scores = np.array([war.scores[script.side] for war in played])
    level = np.array([own[war.seed].scores[script.side] for war in played])
    gain, above = interval(scores - level, seed), interval(scores - mark, seed)
    endings = np.bincount([war.ended for war in played], minlength=len(ENDINGS))
    return {
        "script": script.name,
        "side": SIDES[script.side],
        "lazy": script.lazy,
        "score": round(float(scores.mean()), 2),
        "gain": gain,
        "above_reference": above,
        "beats_the_level": gain[1] > 0.0 or gain[0] > MOST_GAIN,
        "lazy_too_near": script.lazy and above[0] > -LAZY_BELOW,
        "endings": {name: int(n) for name, n in zip(ENDINGS, endings, strict=True) if n},
        "quarters": round(float(np.mean([war.quarters for war in played])), 1),
    }


def interval(values: Floats, seed: int) -> list[float]:
    """Return mean, low and high of a 95 % interval, to hundredths of a point."""
    return [round(figure, 2) for figure in mean_interval(values, seed)]
