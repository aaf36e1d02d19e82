"""Feats: each occurs in a war made for it, and not in one that just misses it."""

from dataclasses import replace

import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.study.debrief.acts import quarters_of
from game.study.debrief.feats import FEATS, done
from game.study.debrief.road import TABLED, Signable
from game.study.debrief.text import told
from game.study.debrief.trail import Trail, TrailStep, trail
from tests.study.opened_wars import random_war, recorded_war

SHUT = TrailStep((False, False), (False, False), False, True)
OWN = replace(SHUT, open=(True, False))
THEIRS = replace(SHUT, open=(False, True))
BOTH = replace(SHUT, open=(True, True))
SAFE = replace(OWN, safe=True)
PARIS = (2, 2, 1, 2, 1)
HARD = (3, 3, 3, 3, 3)
SIGNED = Trail((SHUT,), settlement=PARIS, scores=(60.0, 60.0), marks=(50.0, 50.0), fire=(0.1, 0.0))


def signable(place: int, score: float, positions: tuple[int, ...] = PARIS) -> Signable:
    return Signable(place, "1970Q1", positions, TABLED, score, "1970Q1", score)


def climbing(step: TrailStep, own: bool) -> TrailStep:
    return replace(step, climbed=(own, not own))


BEST = replace(
    SIGNED,
    steps=(SHUT,) * 3,
    signed_theirs=True,
    signable=(signable(0, 40.0, HARD), signable(1, 41.0), signable(2, 45.0)),
)
WORDS = tuple(replace(SHUT, secret=True) for _ in range(3))
CASES: dict[str, tuple[Trail, Trail]] = {
    "right-hour": (Trail((SHUT, SHUT, SAFE)), Trail((SHUT, SHUT, OWN, SAFE))),
    "held-hand": (
        Trail((SHUT, *(OWN,) * 4)),
        Trail((SHUT, OWN, OWN, climbing(OWN, False), OWN, OWN)),
    ),
    "met": (Trail((SHUT, THEIRS, OWN)), Trail((SHUT, THEIRS, climbing(OWN, True)))),
    "unpressed": (
        Trail((THEIRS, SHUT, THEIRS, THEIRS, OWN)),
        Trail((THEIRS, SHUT, THEIRS, THEIRS, climbing(OWN, True))),
    ),
    "first-word": (
        replace(SIGNED, steps=(SHUT, replace(SHUT, own=PARIS))),
        replace(SIGNED, steps=(replace(SHUT, own=HARD), replace(SHUT, own=PARIS))),
    ),
    "their-wants": (replace(SIGNED, nearer=1), replace(SIGNED, nearer=1, scores=(49.9, 60.0))),
    "best-tabled": (BEST, replace(BEST, signable=(signable(0, 45.2, HARD), *BEST.signable[1:]))),
    "both-better": (SIGNED, replace(SIGNED, scores=(60.0, 50.0))),
    "seer": (
        Trail((SHUT,), forecasts=10, brier=0.15, base=0.2),
        Trail((SHUT,), forecasts=9, brier=0.15, base=0.2),
    ),
    "in-confidence": (
        replace(SIGNED, steps=WORDS),
        replace(SIGNED, steps=(*WORDS[:2], replace(WORDS[2], leaked=True))),
    ),
    "calm": (replace(SIGNED, fire=(0.0, 0.0)), SIGNED),
    "early": (replace(SIGNED, left=4), replace(SIGNED, left=3)),
}
NEARER_MISSES = {
    "held-hand": [Trail((OWN,) * 9), Trail((SHUT, OWN, OWN, OWN, SHUT, OWN))],
    "right-hour": [Trail((SHUT, SAFE)), Trail((SHUT, SHUT))],
    "met": [
        Trail((SHUT, replace(THEIRS, tough=False), OWN)),
        Trail((SHUT, OWN, OWN)),
        Trail((SHUT, THEIRS, SHUT, OWN)),
    ],
    "unpressed": [
        Trail((THEIRS, THEIRS, OWN)),
        Trail((THEIRS,) * 4),
        Trail((BOTH,) * 4),
        Trail((*(replace(THEIRS, tough=False),) * 5, OWN)),
    ],
    "first-word": [replace(SIGNED, signed_theirs=True, steps=(replace(SHUT, own=PARIS),))],
    "best-tabled": [replace(BEST, signed_theirs=False), replace(BEST, signable=BEST.signable[1:])],
    "seer": [Trail((SHUT,), forecasts=10, brier=0.195, base=0.2)],
    "in-confidence": [Trail(WORDS), replace(SIGNED, steps=WORDS[:2])],
}


@pytest.mark.parametrize("name", [feat.name for feat in FEATS])
def test_a_feat_occurs_where_it_was_done_and_not_where_it_was_just_missed(name: str) -> None:
    hit, miss = CASES[name]
    feat = next(feat for feat in FEATS if feat.name == name)
    assert feat in done(hit)
    for one in (miss, *NEARER_MISSES.get(name, ())):
        assert feat not in done(one)


def test_there_are_a_dozen_and_none_asks_for_a_blow() -> None:
    assert len(FEATS) == len({feat.name for feat in FEATS}) == 12
    for name, (hit, _) in CASES.items():
        assert not any(step.climbed[0] for step in hit.steps), name
    said = " ".join(f"{feat.title} {feat.text}" for feat in FEATS).lower()
    for word in ("kill", "dead", "bomb", "offensive", "victor", "parade", "destroy", "crush"):
        assert word not in said


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_trail_is_read_off_the_war(side: int) -> None:
    for game in (recorded_war(), random_war(2)):
        made = told(game)
        found, war = trail(made, side), quarters_of(game.past)
        assert len(found.steps) == len(war)
        for step, played in zip(found.steps, war, strict=True):
            row = getattr(game.past.rows[played.place].orders, SIDES[side])
            assert step.open[0] == (row["posture"] in ("contacts", "talks"))
            assert step.safe == made.debrief.course[played.place][side].safe
            assert step.tough == bool(played.opening.resilience[0, 1 - side])
            assert step.climbed[1] == bool(played.closing.escalation[0, 1 - side] >= 1.0)
        assert found.scores[0] == pytest.approx(game.scores()[side])
        assert (found.settlement is not None) == (game.ending == "settlement")
    paris = trail(told(recorded_war()), side)
    assert paris.settlement == PARIS
    assert paris.nearer == 0
    assert paris.left == 0
