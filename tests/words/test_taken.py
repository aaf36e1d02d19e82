"""The card: short, attributed, and without a word of the rule."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.facts import MEN_SENT
from game.engine.ladders import OPEN_FROM, SLOTS, Bombing, Effort
from game.engine.view import View, report, view
from game.words import terms
from game.words.causes import attacked
from game.words.happenings import happenings
from game.words.taken import READ, STROKES, SURE, Card, card
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


def told(side: int, **changes: Any) -> Card:
    """Return a side's card of a quiet quarter in which a few things were done: ladders by name, as
    each side's rung before and after, and fields of the view or the report by theirs."""
    step = played(24, 7)[0]
    opened = view(step.opening, side, tables(), 0)
    known = replace(
        report(step.outcome, step.closing, side, 0), sent=0.0, withdrawn=0.0, broken=(False, False)
    )
    acts = np.zeros_like(opened.acts)
    fields = {**opened.fields, "acts": acts, "openness": np.zeros(2), "reached": acts[side]}
    before, after = dict(fields), {**fields, "acts": acts.copy(), "tabled": opened.tabled.copy()}
    for name, value in changes.items():
        if name in known.__dict__:
            known = replace(known, **{name: value})
        elif name in fields:
            after[name] = value
        else:
            who, ladder = name.split("_")
            number = SIDES.index(who)
            was, now = value
            before["acts"] = before["acts"].copy()
            before["acts"][number, SLOTS[number][ladder]] = was
            after["acts"][number, SLOTS[number][ladder]] = now
    return card(replace(opened, fields=before), replace(opened, fields=after), known)


def test_a_door_that_moved_hides_no_blow_beside_it() -> None:
    struck = {"hanoi_effort": (0, Effort.OFFENSIVE), "offensive_scale": 1.0}
    shut = told(HANOI, hanoi_posture=(OPEN_FROM, 0), **struck)
    assert shut.showed == "We shut our door and mounted a general offensive."
    opened = told(WASHINGTON, washington_posture=(0, OPEN_FROM), sent=60.0)
    assert opened.showed == "We opened our door and went further: 60,000 more men."
    broke = told(HANOI, **struck, broken=(False, True))
    assert broke.showed.endswith("offensive and broke the understanding on bombing.")


def test_what_came_is_the_weightiest_that_is_news() -> None:
    mined = {"washington_bombing": (Bombing.INDUSTRY, Bombing.MINING)}
    assert told(HANOI, **mined).came == "They mined our ports."
    both = told(HANOI, **mined, broken=(True, False)).came
    assert both == "They broke the understanding on bombing and mined our ports."
    halted = told(HANOI, washington_bombing=(Bombing.INDUSTRY, Bombing.HALT), sent=15.0).came
    assert halted.startswith("They stopped bombing the North. ")
    assert "15,000" in halted
    began = told(HANOI, washington_bombing=(Bombing.HALT, Bombing.INDUSTRY)).came
    assert began == "They began to bomb the North."
    small = told(WASHINGTON, hanoi_effort=(0, Effort.OFFENSIVE), offensive_scale=0.0).came
    assert small.startswith("They mounted an offensive.")


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_every_great_event_of_the_quarter_is_on_its_card(side: int) -> None:
    seen = set()
    for step in played(24, 7):
        for war in np.flatnonzero(step.opening.running).tolist():
            before, after = (view(one, side, tables(), war) for one in (step.opening, step.closing))
            known = report(step.outcome, step.closing, side, war)
            made = card(before, after, known)
            kinds = [item.kind for item in happenings(before, after, known)]
            for kind, word in (("offensive", "offensive"), ("broken", "broke the understanding")):
                if kind in kinds:
                    assert word in f"{made.showed} {made.came}", made
                    seen.add(kind)
            loud = [kind for kind in kinds if kind in ("mining", "halt")]
            if side == HANOI and loud and "broken" not in kinds:
                assert STROKES[loud[0]] in made.came
                seen.add(loud[0])
            enemy = 1 - side
            fresh = after.tabled_in[enemy] == known.quarter
            gave = "gave" in terms.moved(enemy, before.tabled[enemy], after.tabled[enemy]).lower()
            if fresh and before.tabled[enemy, 0] >= 0 and gave and not known.broken[enemy]:
                assert "At the table they gave ground on" in made.came
                seen.add("package")
    assert {"offensive", "package"} <= seen
    assert side == WASHINGTON or {"mining", "halt"} <= seen
