"""The road not taken: every claim is checked against the log and played out again."""

import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.campaign import load
from game.cli import _seats
from game.desk import build_after, build_end
from game.desk.build_scores import own_path
from game.desk.chair import Chair
from game.engine.board import HANOI, SAIGON_FELL, SIDES, WASHINGTON
from game.engine.orders import NO_TERMS
from game.engine.prices import price_paid
from game.engine.sight import sight_of
from game.players import bargaining
from game.players.base import Glancing
from game.players.doctrines import DOCTRINES
from game.players.floor import FLOOR
from game.record import Game, Seats, seat
from game.study.debrief import road_words
from game.study.debrief.acts import quarters_of
from game.study.debrief.page import UNWRITTEN
from game.study.debrief.road import (
    EVERY,
    LOGGED,
    TABLED,
    Lost,
    Signable,
    UntakenRoad,
    road,
    signable,
    then,
    willing,
)
from game.study.debrief.road_words import (
    COST_MOST,
    DECIDED,
    NO_BETTER,
    NO_QUARTER,
    SAFE_AND_DEAR,
    road_told,
)
from game.study.debrief.standing import signings
from game.study.debrief.text import sections, told
from tests.study.opened_wars import recorded_war


@cache
def against_a_machine(own: int, seed: int, campaign: str = "road-to-paris") -> Game:
    """Return a war of a person, played by a doctrine, against a machine at a glance, over."""
    sides = [seat("A person"), seat("A person")]
    sides[1 - own] = _seats.seat(1 - own, None, "glance")
    game = Game.new(load(campaign), seed, Seats(washington=sides[0], hanoi=sides[1]))
    player = Glancing(DOCTRINES[own][seed % 3].policy, seed)
    chair = Chair(game, _seats.machines(game))
    while not game.over:
        chair.draft.take_up(player.decide(game.dossier(own)))
        chair.end()
    return game


def road_of(game: Game, side: int) -> UntakenRoad:
    made = told(game)
    return road(game, side, made.debrief.first[side], made.turns)


WARS = [(WASHINGTON, 1), (WASHINGTON, 2), (WASHINGTON, 3), (HANOI, 2), (HANOI, 4)]


@pytest.mark.parametrize(("own", "seed"), WARS)
def test_what_a_machine_would_have_signed_is_what_its_log_says_and_what_it_signs(
    own: int, seed: int
) -> None:
    game = against_a_machine(own, seed)
    temper = DOCTRINES[1 - own][0].temper.table
    logged = [entry for entry in game.entries if FLOOR in entry.data]
    talked = [
        place for place in range(len(game.past.rows)) if game.past.worlds[place].talking[0] > 0
    ]
    assert [
        game.campaign.index(entry.quarter) - game.campaign.start_index for entry in logged
    ] == talked
    for entry, place in zip(logged, talked, strict=True):
        dossier = then(game.past, 1 - own, place)
        many = sight_of(dossier).taken(np.zeros(len(EVERY), dtype=np.int64))
        laid = many.fields["tabled"].copy()
        laid[:, own] = EVERY
        many.fields["tabled"] = laid
        signs = bargaining.accepts(many, temper) == 1
        assert (willing(dossier, EVERY, entry.data) == signs).all()


@pytest.mark.parametrize(("own", "seed"), WARS)
def test_every_package_of_the_road_was_tabled_or_logged_and_scores_what_is_said(
    own: int, seed: int
) -> None:
    game = against_a_machine(own, seed)
    found, past = road_of(game, own), game.past
    names = [row.quarter for row in past.rows]
    assert found.final == pytest.approx(game.scores()[own])
    for one in filter(None, (found.best, found.tabled)):
        assert names[one.place] == one.quarter
        opening = past.worlds[names.index(one.signed)]
        assert opening.talking[0] > 0
        assert opening.running[0]
        if one.by == TABLED:
            assert tuple(opening.tabled[0, 1 - own]) == one.positions
        else:
            assert names.index(one.signed) == one.place + 1
            entry = next(
                entry
                for entry in game.entries
                if entry.quarter == one.signed and FLOOR in entry.data
            )
            packages = np.array([one.positions])
            assert willing(then(past, 1 - own, one.place + 1), packages, entry.data).all()
    if found.best is not None and found.best.by == LOGGED and found.tabled is not None:
        assert found.best.score >= found.tabled.score


def signed_again(game: Game, own: int, one: Signable) -> Game:
    """Return the war from the quarter of a claim on, really resolved with that signature."""
    again, names = game.branch(one.quarter), [row.quarter for row in game.past.rows]
    signer = own if one.by == TABLED else 1 - own
    for place in range(one.place, names.index(one.signed) + 1):
        for side in (WASHINGTON, HANOI):
            orders = game.past.dossiers[side].orders[place]
            if one.spared and side == own:
                orders = again.past.standing(side)
            if one.by == LOGGED and side == own and place == one.place:
                orders = replace(orders, terms=np.array([one.positions]))
            signs = side == signer and names[place] == one.signed
            again.commit(side, replace(orders, accept=np.array([int(signs)])))
    return again


def test_a_score_promised_is_that_of_the_war_really_resolved_with_that_signature() -> None:
    checked = {TABLED: 0, LOGGED: 0}
    for own, seed in WARS:
        game = against_a_machine(own, seed)
        found = signable(game.past, own)
        best = road_of(game, own).best
        for one in {*found[:2], *found[-1:], *([best] if best else [])}:
            again = signed_again(game, own, one)
            assert again.ending == "settlement"
            assert tuple(again.past.world.settlement[0]) == one.positions
            assert again.scores()[own] == pytest.approx(one.score)
            papers = then(game.past, own, one.place)
            package = np.array([one.positions])
            shown = signings(papers, package, by_us=one.by == TABLED)[0].total
            assert one.shown == pytest.approx(shown)
            checked[one.by] += 1
    assert min(checked.values()) >= 4, checked


def test_the_last_quarter_counts_and_a_purse_that_was_spent_may_be_spared() -> None:
    spared = 0
    for own, seed in WARS:
        past = against_a_machine(own, seed).past
        last = quarters_of(past)[-1]
        if last.opening.talking[0] == 0 or last.opening.tabled[0, 1 - own, 0] == NO_TERMS:
            continue
        assert signable(past, own)[-1].place == last.place
        poor = last.opening.with_(signing=last.opening.capital.copy())
        held = replace(past, worlds=(*past.worlds[:-2], poor, past.worlds[-1]))
        bill = price_paid(poor.prices, last.orders.rungs, poor.in_force)[0, own]
        found = [one for one in signable(held, own) if one.place == last.place]
        if bill > 0 and found:
            assert found[0].spared
            spared += 1
    assert spared > 0


def test_one_quarter_decided_it_and_says_so_and_its_points_are_those_of_the_bars() -> None:
    for own, seed in WARS:
        game = against_a_machine(own, seed)
        made, found = told(game), road_of(game, own)
        told_road = road_told(game, own, made.debrief.first[own], made.turns, True)
        said = [way for way in told_road.ways if DECIDED in way.text]
        decides = found.better or found.lost is not None
        assert [way.place for way in said] == ([found.decided] if decides else [])
        assert (told_road.why == DECIDED) == decides
        lost = [way for way in told_road.ways if way.kind == "lost"]
        for way in lost:
            assert ("lost it" in way.title) == (way.place == found.decided and not found.better)
            same = found.safe is not None and found.safe[0] == way.place
            assert (SAFE_AND_DEAR in way.text) == same
        seen = [*own_path(game.dossier(own))[:-1], game.scores()[own]]
        if found.lost is not None:
            place = found.lost.place
            assert found.lost.points == made.turns[place].won[own]
            assert found.lost.shown == pytest.approx(seen[place + 1] - seen[place])
            assert f"Its score fell by {-found.lost.points:.1f}" in lost[0].text


@pytest.mark.parametrize(("own", "seed"), WARS)
def test_every_page_names_the_same_quarter_and_no_worse_end_is_a_road(own: int, seed: int) -> None:
    game = against_a_machine(own, seed)
    made = told(game)
    shown = build_end.ended(game, (own,), None)
    assert shown.end is not None
    named = [row for row in shown.after.points if row.named]
    assert [row.place for row in named] == [shown.end.decided]
    assert named[0].named.lower() == shown.end.why
    paper = next(one for one in sections(made) if one.key == f"road-{SIDES[own]}")
    for text in (*paper.paragraphs, *(one.text for one in shown.end.roads[0].points)):
        if DECIDED in text:
            assert shown.end.why == DECIDED
    for point in shown.end.roads[0].points:
        if DECIDED in point.text:
            assert point.place == shown.end.decided
        if point.kind == "lost":
            assert f"Its score fell by {-made.turns[point.place].won[own]:.1f}" in point.text
        if point.kind == "best":
            best = road_of(game, own).best
            assert best is not None
            assert best.score > game.scores()[own]


def test_a_war_that_was_not_lost_was_decided_by_no_quarter(monkeypatch: pytest.MonkeyPatch) -> None:
    game = recorded_war()
    made, found = told(game), road_of(game, WASHINGTON)
    lost = Lost(3, made.turns[3].quarter, -3.0, -7.6, "held")
    held = replace(found, best=None, lost=lost)
    monkeypatch.setattr(road_words, "road", lambda *_: held)
    first, turns = made.debrief.first[WASHINGTON], made.turns
    won, worse = (road_told(game, WASHINGTON, first, turns, each) for each in (False, True))
    assert (won.why, worse.why) == (COST_MOST, DECIDED)
    assert not any(DECIDED in way.text for way in won.ways)
    (way,) = [way for way in won.ways if way.kind == "lost"]
    assert "Its score fell by 3.0; the one it was shown, part estimate, fell by 7.6." in way.text
    near = Signable(2, made.turns[2].quarter, (0, 0, 0, 0, 0), TABLED, found.final - 44, "", 39)
    monkeypatch.setattr(road_words, "road", lambda *_: replace(held, best=near))
    told_road = road_told(game, WASHINGTON, first, turns, False)
    assert not any(way.kind == "best" for way in told_road.ways)
    assert NO_BETTER in told_road.said
    let_go = replace(near, score=found.final + 20)
    monkeypatch.setattr(road_words, "road", lambda *_: replace(held, best=let_go, lost=None))
    told_road = road_told(game, WASHINGTON, first, turns, True)
    assert (told_road.why, told_road.decided) == (DECIDED, 2)
    assert NO_QUARTER not in told_road.said


def test_a_page_calls_nobody_you_who_was_not_there_and_cuts_no_reason() -> None:
    for own, seed in WARS:
        game = against_a_machine(own, seed)
        made = told(game)
        for page in made.pages:
            texts = [text for _, said in page.parts() for text in said]
            machine = SIDES.index(page.side) != own
            assert not any(text.endswith(("...", "…")) for text in texts)
            if machine:
                assert not any(re.search(r"\byou(rs?)?\b", text, re.IGNORECASE) for text in texts)
            else:
                assert UNWRITTEN in texts or any("you" in text for text in texts)
        for row in build_after.after(game, made, own).meant:
            assert row.short in row.meant or ";" in row.short
            assert "..." not in row.short
            assert not row.short or row.short.startswith(row.government)
            assert row.meant.count(" promised it ") <= 1, "one sum for one course of orders"


def test_a_signature_is_no_road_not_taken_and_the_first_safe_quarter_is_the_debriefs() -> None:
    game = recorded_war()
    for side in (WASHINGTON, HANOI):
        found, made = road_of(game, side), told(game)
        last = len(quarters_of(game.past)) - 1
        assert found.best is None or found.best.place < last
        first = made.debrief.first[side]
        assert (found.safe or ("", ""))[1] == first.quarter
        if found.lost is not None:
            assert found.lost.points == min(turn.won[side] for turn in made.turns)
            assert found.lost.did == made.turns[found.lost.place].did[side]


def test_a_collapse_is_lost_where_what_gave_way_fell_most() -> None:
    past = recorded_war().past
    fallen = past.world.with_(ended=np.array([SAIGON_FELL]), settlement=np.full((1, 5), -1))
    found = road_of(Game(replace(past, worlds=(*past.worlds[:-1], fallen))), WASHINGTON).lost
    falls = np.diff([float(one.stability[0]) for one in past.worlds])
    assert found is not None
    assert found.gauge == "Saigon's stability"
    assert found.place == int(np.argmin(falls))
    assert found.fell == pytest.approx(-100 * falls.min())
