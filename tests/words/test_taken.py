"""The card: short, attributed, and without a word of the rule."""

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from game.engine.board import HANOI, WASHINGTON
from game.engine.facts import MEN_SENT
from game.engine.ladders import OPEN_FROM, SLOTS
from game.engine.view import View, report, view
from game.words.causes import attacked
from game.words.taken import READ, SURE, card
from tests.engine.wars import played, tables

RULE = re.compile(
    r"\b(belief|probab|resilien|chance|posture|equilib|log-odds|per cent|hawk|dove)", re.IGNORECASE
)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_every_card_of_whole_wars_is_short_whole_and_names_nothing_of_the_rule(side: int) -> None:
    for step in played(24, 7):
        for war in np.flatnonzero(step.opening.running)[:6].tolist():
            made = card(
                view(step.opening, side, tables(), war),
                view(step.closing, side, tables(), war),
                report(step.outcome, step.closing, side, war),
            )
            text = " ".join(made.sentences)
            assert len(text.split()) <= 60, text
            assert not RULE.search(text), text
            assert made.showed
            assert made.read
            assert made.came


def test_the_readings_differ_by_class_and_sureness() -> None:
    every = [text for texts in READ.values() for text in texts]
    assert len(set(every)) == len(every)
    assert all(not set(one) & set(other) for one, other in pairwise(SURE))


def test_a_door_that_did_not_move_is_not_spoken_of() -> None:
    step = played(24, 7)[3]
    for war in range(24):
        before, after = (
            view(world, WASHINGTON, tables(), war) for world in (step.opening, step.closing)
        )
        moved = (before.openness[1] >= 0.5) != (after.openness[1] >= 0.5)
        said = card(before, after, report(step.outcome, step.closing, WASHINGTON, war)).door
        assert bool(said) == moved


def test_men_are_said_to_be_sent_only_where_they_were_and_an_offensive_only_where_it_was() -> None:
    told = 0
    for step in played(24, 7):
        for war in np.flatnonzero(step.opening.running).tolist():
            for side in (WASHINGTON, HANOI):
                after = view(step.closing, side, tables(), war)
                known = report(step.outcome, step.closing, side, war)
                said = card(view(step.opening, side, tables(), war), after, known)
                if "more men" in said.showed:
                    assert known.sent >= MEN_SENT
                    told += 1
                if "general offensive" in said.showed.lower() and side == HANOI:
                    assert attacked(after)
                assert "0 thousand" not in said.came
        ours = view(step.closing, WASHINGTON, tables(), war)  # bombs alone, however loud
        loud = replace(known, reinforcement_scale=5.0, sent=0.0, side=WASHINGTON)
        assert "We sent" not in card(ours, ours, loud).showed
        assert "more men" not in card(ours, ours, loud).showed
    assert told


@pytest.mark.parametrize("approval", [0.3, 0.7])
def test_a_war_is_dear_at_home_only_to_a_president_who_has_lost_the_majority(
    approval: float,
) -> None:
    step = played(24, 7)[0]
    shut = view(step.opening, HANOI, tables(), 0)

    def known(rung: int, **changes: float) -> View:
        acts = shut.acts.copy()
        acts[WASHINGTON, SLOTS[WASHINGTON]["posture"]] = rung
        fields = {**shut.fields, "acts": acts, "openness": np.zeros(2), **changes}
        return replace(shut, fields=fields)

    shut_door, after = (
        known(0, opposition=0.2),
        known(OPEN_FROM, opposition=0.25, approval=approval),
    )
    said = card(shut_door, after, report(step.outcome, step.closing, HANOI, 0)).door
    assert ("dear at home" in said) == (approval < 0.5), said
