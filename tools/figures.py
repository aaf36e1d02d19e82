"""Figures of the rule and the recorded war, each made from Python in a few lines.

``python -m tools.figures [FOLDER]`` draws them all as PNG files (into ``build/figures`` unless
said) and prints their names; those of ``PAGE`` stand in docs/model.md, and ``tools.model_page``
draws them there. Each function below returns a Figure: numbers to plot, and nothing drawn.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

import numpy as np

from game.campaign import build, load, replay
from game.engine.board import HANOI, WASHINGTON
from game.engine.postures import escalation_cost, own_open_probability, posture_game
from game.study.debrief.model_map import BOTH, NOBODY, REGIONS, WEAK
from game.study.debrief.rule import SAFE
from game.study.fit.record import postures, quarterly
from game.theory.posture import BASE, PostureGame, solve

CAMPAIGN: Final = "vietnam-1965-1973"
FOLDER: Final = Path("build/figures")
TET: Final = 13  # place of 1968 Q2, the first quarter that opens after Tet
DPI: Final = 90  # of the pictures: 576 by 360 pixels
DASHES: Final = ("-", "--", ":", "-.")  # so that lines are told apart without colour
GROUNDS: Final = ("#d9d4c7", "#e8c08f", "#9cc7dd")  # by region; light, so that ink is read
OPEN: Final = "P(open), highly resilient sender"


@dataclass(frozen=True)
class Figure:
    """What a figure shows: labels, and by name the x and y values of each line."""

    title: str
    x: str
    y: str
    lines: dict[str, tuple[Any, Any]]
    ground: tuple[Any, Any, Any] | None = None  # x, y, and by row of y the region
    notes: tuple[tuple[float, float, str], ...] = ()  # x, y and words beside that spot
    marks: bool = False  # whether each point of a line is marked


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
    lines = {
        f"dc = {dc}": (nu, opening(belief_dove=nu, cost_spread=dc, **own)) for dc in (0.1, 0.2)
    }
    return Figure("Coercion backfires", "belief that the enemy is a dove", OPEN, lines)


def weakness() -> Figure:
    """Openness reads as weakness: the belief after it lies below the belief before."""
    p = np.linspace(0.0, 1.0, 101)
    found = solve(replace(BASE, belief_high=p, cost=np.array(0.7)))
    lines = {
        "after an open posture": (p, found.belief_after_open),
        "after a closed one": (p, found.belief_after_closed),
        "before": (p, p),
    }
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
    lines = {
        "Hanoi, by the rule": (year, chance[:, HANOI]),
        "Hanoi, on record": (year, coded[:, HANOI]),
        "Washington, by the rule": (year, chance[:, WASHINGTON]),
        "Washington, on record": (year, coded[:, WASHINGTON]),
    }
    return Figure("The rule in the recorded war", "year", "P(open); record 0 or 1", lines)


def parameters() -> Figure:
    """Why Hanoi could talk in 1968: what escalating cost Washington, and what Tet had shown."""
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


def ground(game: PostureGame) -> tuple[Any, Any, Any]:
    """Return the map of postures with all but belief and cost as in ``game``: x, y, regions."""
    p, c = np.linspace(0.02, 0.98, 193), np.linspace(0.0, 1.2, 241)
    found = solve(replace(game, belief_high=p[None, :], cost=c[:, None]))
    weak, both = found.open_if_low > SAFE, found.open_if_high > SAFE
    return p, c, np.where(both, BOTH, np.where(weak, WEAK, NOBODY))


def ways() -> Figure:
    """The map of postures at the base values, and the three ways into the safe region."""
    at = (float(BASE.belief_high), float(BASE.cost))
    lines = {
        "the enemy pays more": ((at[0], at[0]), (at[1], 0.9)),
        "resilience is shown": ((at[0], 0.93), (at[1], at[1])),
    }
    guarded = ground(replace(BASE, guarantee=np.array(0.3)))
    first = np.where((guarded[2] == BOTH).any(axis=0), (guarded[2] == BOTH).argmax(axis=0), -1)
    lines["with a guarantee of 0.3, safe above"] = (guarded[0], guarded[1][first])
    return Figure(
        "Three ways to a safe hand",
        "the enemy's belief p",
        "the enemy's cost c",
        lines,
        ground(BASE),
        ((*at, "base values"),),
    )


def reply() -> Figure:
    """What the enemy does: going further on an open and on a closed hand, by what it costs it."""
    c = np.linspace(0.0, 1.2, 121)
    found = solve(replace(BASE, cost=c))
    lines = {
        "on an open hand": (c, found.escalate_if_open),
        "on a closed hand": (c, found.escalate_if_closed),
    }
    return Figure(
        "The reply: an open hand is pressed harder, until it costs too much",
        "the enemy's cost c",
        "P(escalate)",
        lines,
    )


def branch() -> Figure:
    """The principal branch: from one half, where nobody minds payoffs, to the game itself."""
    share = np.linspace(0.0, 1.0, 101)
    lines = {}
    for words, changes in (
        ("base values", {}),
        ("cost c = 0.9", {"cost": 0.9}),
        ("belief p = 0.9, c = 0.55", {"belief_high": 0.9, "cost": 0.55}),
    ):
        lines[words] = (
            share,
            opening(
                receiver_precision=share * BASE.receiver_precision,
                sender_precision=share * BASE.sender_precision,
                **changes,
            ),
        )
    return Figure("The principal branch", "share of full precision", OPEN, lines)


def hanoi(quarter: int) -> PostureGame:
    """Return the game that Hanoi plays as sender at the opening of a recorded quarter, from 0."""
    campaign = load(CAMPAIGN)
    tables, _ = build(campaign)
    world = next(islice(replay(campaign), quarter, None)).opening
    game = posture_game(world, tables)
    return PostureGame(
        *(
            np.array(np.broadcast_to(getattr(game, field.name), (1, 2))[0, HANOI])
            for field in fields(game)
        )
    )


def opening_of(game: PostureGame, belief: Any, cost: Any) -> float:
    """Return P(open) of a highly resilient sender in ``game`` at another belief and cost."""
    return float(solve(replace(game, belief_high=belief, cost=cost)).open_if_high)


def crossing() -> Figure:
    """The recorded war's way over the map, Hanoi as sender; the ground is that of 1968 Q2."""
    tables, _ = build(load(CAMPAIGN))
    worlds = [step.opening for step in replay(load(CAMPAIGN))]
    p = [float(w.belief_resilient[0, HANOI]) for w in worlds]
    c = [float(escalation_cost(w, tables)[0, HANOI]) for w in worlds]
    named = {0: "1965 Q1", TET - 1: "1968 Q1", TET: "1968 Q2", 29: "1972 Q2", 30: "1972 Q3"}
    notes = tuple((p[place], c[place], said) for place, said in named.items())
    return Figure(
        "The war's way, Hanoi as sender",
        "Washington's belief p",
        "Washington's cost c",
        {"quarter by quarter": (p, c)},
        ground(hanoi(TET)),
        notes,
        True,
    )


PAGE: Final[tuple[Callable[[], Figure], ...]] = (ways, cost, reply, branch, crossing)
"""Those of docs/model.md, in its order."""
FIGURES: Final[tuple[Callable[[], Figure], ...]] = (
    cost,
    signal,
    face_saving,
    guarantee,
    coercion,
    weakness,
    regions,
    war,
    parameters,
    deaths,
    ways,
    reply,
    branch,
    crossing,
)


def draw(figure: Figure, path: Path) -> None:
    """Draw one figure as a PNG file."""
    from matplotlib.figure import Figure as Paper

    paper = Paper(figsize=(6.4, 4.0), layout="constrained")
    axes = paper.subplots()
    if figure.ground is not None:
        x, y, kinds = figure.ground
        axes.contourf(x, y, kinds, levels=(-0.5, 0.5, 1.5, 2.5), colors=GROUNDS)
        for colour, words in zip(GROUNDS, REGIONS, strict=True):
            axes.fill_between((), (), color=colour, label=words.partition(":")[0])
    for (name, (x, y)), dash in zip(figure.lines.items(), cycle(DASHES)):
        axes.plot(x, y, dash, label=name, marker="o" if figure.marks else None, markersize=3)
    for x, y, words in figure.notes:
        axes.plot(x, y, "o", color="black")
        axes.annotate(words, (x, y), (5, 5), textcoords="offset points", fontsize=8)
    axes.set(title=figure.title, xlabel=figure.x, ylabel=figure.y)
    axes.legend(fontsize=8)
    paper.savefig(path, dpi=DPI)


def main(folder: Path = FOLDER) -> None:
    """Draw every figure; OSError where ``folder`` takes none."""
    folder.mkdir(parents=True, exist_ok=True)
    for make in FIGURES:
        path = folder / f"{make.__name__}.png"
        draw(make(), path)
        print(path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        prog="python -m tools.figures", description="Draw the figures as PNG."
    )
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=FOLDER,
        metavar="FOLDER",
        help=f"where they go; {FOLDER} unless said",
    )
    try:
        main(parser.parse_args().folder)
    except OSError as error:
        parser.error(f"{error.filename}: cannot be written ({error.strerror}); name another FOLDER")
