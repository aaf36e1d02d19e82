"""The figures of the model page, each made from Python in a few lines.

``python docs/figures.py [FOLDER]`` draws them all as PNG files (into ``build/figures`` unless said)
and prints their names. Each function below returns a Figure: numbers to plot, and nothing drawn.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from game.campaign import load, replay
from game.engine.board import HANOI, WASHINGTON
from game.engine.postures import escalation_cost, own_open_probability
from game.study.fit.record import postures, quarterly
from game.theory.posture import BASE, solve

CAMPAIGN: Final = "vietnam-1965-1973"
FOLDER: Final = Path("build/figures")
OPEN: Final = "P(open), highly resilient sender"


@dataclass(frozen=True)
class Figure:
    """What a figure shows: labels, and by name the x and y values of each line."""

    title: str
    x: str
    y: str
    lines: dict[str, tuple[Any, Any]]


def opening(**changes: Any) -> Any:
    """Return P(open) of a highly resilient sender at the base values with some of them changed."""
    return solve(replace(BASE, **changes)).open_if_high


def cost() -> Figure:
    """Escalation too costly for the enemy: talks."""
    c = np.linspace(0.0, 1.2, 121)
    lines = {f"p = {p}": (c, opening(cost=c, belief_high=p)) for p in (0.2, 0.4, 0.6)}
    return Figure("Talks when escalating costs too much", "the enemy's cost c", OPEN, lines)


def signal() -> Figure:
    """Resilience already signalled: talks, but only where the cost is ripe."""
    p = np.linspace(0.02, 0.98, 97)
    lines = {f"c = {c}": (p, opening(cost=c, belief_high=p)) for c in (0.35, 0.55, 0.75)}
    return Figure("Talks when resilience has been shown", "the enemy's belief p", OPEN, lines)


def face_saving() -> Figure:
    """What talks are worth hardly matters: face-saving does not open a closed hand."""
    v = np.linspace(0.55, 0.95, 81)
    lines = {f"c = {c}": (v, opening(talks=v, cost=c)) for c in (0.5, 0.7, 0.8)}
    return Figure("Face-saving hardly helps", "what talks are worth v", OPEN, lines)


def guarantee() -> Figure:
    """A mediator's guarantee is a cliff."""
    g = np.linspace(0.0, 0.4, 81)
    lines = {f"c = {c}": (g, opening(guarantee=g, cost=c)) for c in (0.4, 0.5, 0.6)}
    return Figure("A guarantee helps all at once", "the mediator's guarantee g", OPEN, lines)


def coercion() -> Figure:
    """Bombing makes the enemy think you a hawk, and closes its hand."""
    nu = np.linspace(0.0, 1.0, 101)
    own = {"belief_high": 0.55, "cost": 0.6}
    lines = {f"dc = {dc}": (nu, opening(belief_dove=nu, cost_spread=dc, **own))
             for dc in (0.1, 0.2)}  # fmt: skip
    return Figure("Coercion backfires", "belief that the enemy is a dove", OPEN, lines)


def weakness() -> Figure:
    """Openness reads as weakness: the belief after it lies below the belief before."""
    p = np.linspace(0.0, 1.0, 101)
    found = solve(replace(BASE, belief_high=p, cost=0.7))
    lines = {"after an open posture": (p, found.belief_after_open),
             "after a closed one": (p, found.belief_after_closed), "before": (p, p)}  # fmt: skip
    return Figure("Openness reads as weakness", "belief before", "belief after", lines)


def regions() -> Figure:
    """The map of postures: the cost from which talking is safe, by what has been shown so far."""
    p, c = np.linspace(0.02, 0.98, 97), np.linspace(0.0, 1.2, 241)
    lines = {}
    for nu in (0.2, 0.5, 0.8):
        safe = opening(belief_high=p[None, :], cost=c[:, None], belief_dove=nu) > 0.5
        lines[f"safe above, nu = {nu}"] = (p, np.where(safe.any(axis=0), c[safe.argmax(0)], np.nan))
    return Figure("The map of postures", "the enemy's belief p", "the enemy's cost c", lines)


def war() -> Figure:
    """The rule in the recorded war: when each side could afford to talk, and when it did."""
    campaign, steps = load(CAMPAIGN), list(replay(load(CAMPAIGN)))
    chance = np.array([own_open_probability(step.opening)[0] for step in steps])
    year = 1965 + np.arange(len(steps)) / 4
    coded = postures(campaign)[: len(steps)]
    lines = {"Hanoi, by the rule": (year, chance[:, HANOI]),
             "Hanoi, on record": (year, coded[:, HANOI]),
             "Washington, by the rule": (year, chance[:, WASHINGTON]),
             "Washington, on record": (year, coded[:, WASHINGTON])}  # fmt: skip
    return Figure("The rule in the recorded war", "year", "P(open); record 0 or 1", lines)


def parameters() -> Figure:
    """Why Hanoi could talk in 1968: what escalating cost Washington, and what Tet had shown."""
    from game.campaign import build

    tables, _ = build(load(CAMPAIGN))
    openings = [step.opening for step in replay(load(CAMPAIGN))]
    year = 1965 + np.arange(len(openings)) / 4
    lines = {
        "Washington's cost c": (year, [escalation_cost(w, tables)[0, HANOI] for w in openings]),
        "its belief p in Hanoi": (year, [w.belief_resilient[0, HANOI] for w in openings]),
    }
    return Figure("Cost and belief, Hanoi as sender", "year", "war aims; probability", lines)


def deaths() -> Figure:
    """American deaths as the rules make them, and as they were recorded."""
    campaign = load(CAMPAIGN)
    made = [int(step.outcome.fought.us_deaths[0]) for step in replay(campaign)]
    year = 1965 + np.arange(len(made)) / 4
    recorded = quarterly(campaign, "us_hostile_deaths")[: len(made)]
    lines = {"replay": (year, made), "record": (year, recorded)}
    return Figure("American hostile deaths a quarter", "year", "men", lines)


FIGURES: Final[tuple[Callable[[], Figure], ...]] = (
    cost, signal, face_saving, guarantee, coercion, weakness, regions, war, parameters, deaths,
)  # fmt: skip


def draw(figure: Figure, path: Path) -> None:
    """Draw one figure as a PNG file."""
    from matplotlib.figure import Figure as Paper

    paper = Paper(figsize=(6.4, 4.0), layout="constrained")
    axes = paper.subplots()
    for name, (x, y) in figure.lines.items():
        axes.plot(x, y, label=name)
    axes.set(title=figure.title, xlabel=figure.x, ylabel=figure.y)
    axes.legend()
    paper.savefig(path, dpi=120)


def main(folder: Path = FOLDER) -> None:
    """Draw every figure; OSError where ``folder`` takes none."""
    folder.mkdir(parents=True, exist_ok=True)
    for make in FIGURES:
        path = folder / f"{make.__name__}.png"
        draw(make(), path)
        print(path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Draw the figures of the model page as PNG.")
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, metavar="FOLDER",
                        help=f"where they go; {FOLDER} unless said")  # fmt: skip
    try:
        main(parser.parse_args().folder)
    except OSError as error:
        parser.error(f"{error.filename}: cannot be written ({error.strerror}); name another FOLDER")
