"""Quarters at home for the tests of its terms: a war in which nothing weighs, and what is given."""

from types import SimpleNamespace
from typing import Any

import numpy as np

from game.engine.world import World
from tests.engine.test_ground_terms import all_corps
from tests.engine.test_war_rules import Words, war
from tests.engine.wars import tables

C = tables().constants
CALM: Words = {
    "home": "quiet",
    "border": "none",
    "vietnamization": "none",
    "ground": all_corps("hold"),
}
QUIET: Words = {"home": "quiet", "patrons": "balance", "effort": all_corps("lie_low")}


def quarter(**given: Any) -> Any:
    """Return a quarter in which nothing happened but what is given."""
    usual = {
        "us_deaths": 0,
        "saigon_deaths": 0,
        "hanoi_deaths": 0,
        "withdrawn": 0.0,
        "effect": 0.0,
        "escalation": (0.0, 0.0),
        "crowded": (0, 0),
        "paid": (0, 0),
        "demonstrated": (0.0, 0.0),
        "tempo": 0.0,
    }
    asked = usual | given
    fought = SimpleNamespace(
        us_deaths=np.array([asked["us_deaths"]]),
        saigon_deaths=np.array([asked["saigon_deaths"]]),
        hanoi_deaths=np.array([asked["hanoi_deaths"]]),
        tempo=np.broadcast_to(np.asarray(asked["tempo"], dtype=float), (1, 4)),
    )
    return SimpleNamespace(
        fought=fought,
        moved=SimpleNamespace(withdrawn=np.array([float(asked["withdrawn"])])),
        raids=SimpleNamespace(effect=np.array([asked["effect"]])),
        **{
            name: np.array([asked[name]])
            for name in ("escalation", "crowded", "paid", "demonstrated")
        },
    )


def at_ease(**changes: Any) -> World:
    """Return a war in which approval, cohesion and aid rest and nothing weighs on anybody."""
    usual = {
        "approval": float(C.approval_rest),
        "rallied": 0.0,
        "blame": 0.0,
        "dissent": 0.0,
        "opposition": 0.3,
        "strain": 0.0,
        "us_deaths": 1000,
        "quarrel": 0.0,
        "cohesion": float(C.cohesion_rest),
        "function": 1.0,
        "aid_moscow": 0.5,
        "aid_beijing": 0.5,
        "capital": 50.0,
        "detente": 0.0,
    }
    return war(**usual | changes)


def strained(side: int, over: float, **changes: Any) -> World:
    """Return a war in which a side is under more strain than it bears, by ``over``."""
    strain = np.zeros((1, 2))
    strain[0, side] = float(C.strain_borne[side]) + over
    return at_ease(**changes).with_(strain=strain)
