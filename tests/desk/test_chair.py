"""The chair: what it shows comes from the dossier alone, and the world is never changed by it."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from game import disk
from game.campaign import load
from game.cli import _seats
from game.desk import build_quarter
from game.desk.chair import Chair
from game.desk.draft import Draft
from game.desk.setting import setting_of
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.orders import SideOrders, standing
from game.engine.view import sees, view
from game.engine.world import FIELDS, World, digests
from game.problems import Problem
from game.record import Game, Seats, running_path, take_up
from game.record import seat as seated
from tests.desk.wars import campaign, chair, hotseat, random_war
from tests.words.test_texts import MODEL


def every_text(model: object) -> list[str]:
    """Return every string in a view model."""
    if isinstance(model, str):
        return [model]
    if isinstance(model, tuple):
        return [text for part in model for text in every_text(part)]
    if dataclasses.is_dataclass(model):
        return [text for part in vars(model).values() for text in every_text(part)]
    return []


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_building_every_screen_leaves_the_worlds_digest_alone(side: int) -> None:
    seat = chair(side)
    before = digests(seat.game.past.world)
    seat.quarter()
    seat.briefing()
    assert digests(seat.game.past.world) == before
    seat.end()
    before = digests(seat.game.past.world)
    seat.quarter()
    seat.resolution()
    assert digests(seat.game.past.world) == before


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_no_screen_depends_on_what_is_hidden_from_its_side(side: int, seed: int) -> None:
    war = random_war(seed)
    setting = setting_of(war)
    dossier = war.dossier(side)
    world = changed(war.past.worlds[-1], side)
    other = dataclasses.replace(
        dossier, views=(*dossier.views[:-1], view(world, side, war.past.tables))
    )
    shown = [build_quarter.quarter(one, Draft(one), setting) for one in (dossier, other)]
    assert shown[0] == shown[1]


def changed(world: World, side: int) -> World:
    """Return a world in which every field hidden from ``side`` is another."""
    made = {}
    for name, field in FIELDS.items():
        value = getattr(world, name).copy()
        if field.sight == "own":
            value[:, 1 - side] = field.high - value[:, 1 - side]
        elif not sees(side, field):
            value = np.full_like(value, field.high) - value
        made[name] = value
    return World(**made)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_whole_war_runs_on_and_no_screen_speaks_the_language_of_the_model(side: int) -> None:
    seat = chair(side)
    sources = {event.source for event in campaign().file.events}
    runs = 0
    while not seat.game.over:
        seat.run_on()
        assert seat.stopped(), "a run ends before something needs the side"
        runs += 1
        for text in set(every_text(seat.quarter())) - sources:
            assert not MODEL.search(text), text
            assert len(text.split()) <= 130, text
    assert runs <= 34, "a run that has stopped goes on when it is asked again"
    debrief = seat.debrief()
    assert debrief is not None
    assert {score.government for score in debrief.scores} == {"Washington", "Hanoi"}
    assert all(0 <= score.total <= 100 and 0 < score.history <= 100 for score in debrief.scores)


def test_an_overture_and_a_package_stop_a_run() -> None:
    seat = hotseat()
    seat.lift()
    seat.order("posture", "talks")
    seat.order("message", "offer")
    seat.package((0, 0, 0, 0, 0))
    seat.end()
    seat.lift()
    seat.end()
    alone = Chair(seat.game, {WASHINGTON: Standing()})
    stops = " ".join(alone.stopped())
    assert "offer" in stops
    assert "package" in stops
    assert "opened its door" in stops


class Standing:
    """A machine that changes nothing."""

    def decide(self, dossier: Dossier) -> SideOrders:
        view = dossier.view
        return standing(view.in_force[None], np.zeros(1, dtype=np.int64))


def test_a_quiet_quarter_does_not_stop_a_run() -> None:
    game = hotseat().game
    for _ in range(6):
        game.commit(WASHINGTON, {})
        game.commit(HANOI, {})
    stops = Chair(game, {HANOI: Standing()}).stopped()
    assert [why for why in stops if not why.startswith("To be decided")] == []


def test_a_run_stops_before_something_is_to_be_decided_and_goes_on_when_asked_again() -> None:
    seat = Chair(hotseat().game, {WASHINGTON: Standing()})  # Hanoi is asked at once
    assert not seat.run_one()
    assert seat.game.quarter == 0
    assert any("To be decided" in why for why in seat.stopped())
    seat.run_one()
    assert seat.game.quarter == 1


def test_what_is_drafted_is_there_again_after_leaving() -> None:
    seat = chair(WASHINGTON)
    seat.order("bombing", "interdiction")
    seat.amount("troops", 25.0)
    seat.package((1, 1, 0, 1, 0))
    seat.leave()
    again = Chair(seat.game, seat.machines)
    assert again.draft.state == seat.draft.state


def test_behind_the_curtain_nothing_is_shown_and_nothing_ordered() -> None:
    seat = hotseat()
    for act in (seat.quarter, seat.briefing, seat.resolution, seat.end, seat.undo):
        with pytest.raises(Problem, match="Washington alone"):
            act()
    seat.lift()
    seat.end()
    with pytest.raises(Problem, match="Hanoi alone"):
        seat.quarter()


def test_the_curtain_says_the_same_whatever_the_war_is() -> None:
    first, second = hotseat(1), hotseat(2)
    second.game.commit(WASHINGTON, {"bombing": "interdiction"})
    second.game.commit(HANOI, {})
    assert first.curtain() == Chair(second.game, {}).curtain()


def test_a_machine_whose_orders_await_a_crash_moves_when_the_game_is_taken_up() -> None:
    seat = chair(HANOI)
    seat.game.commit(HANOI, {})
    taken_up = Chair(seat.game, seat.machines)
    assert taken_up.game.quarter == 1


def test_a_game_that_dies_at_any_writing_goes_on_to_the_same_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seats = Seats(
        washington=seated("A person"), hanoi=_seats.seat(HANOI, "fight-and-talk", "cadet")
    )
    game = Game.new(load("tiny"), 3, seats)
    game.keeper.path = running_path(tmp_path)
    written: list[bytes] = []
    write = disk.write
    monkeypatch.setattr(disk, "write", lambda path, data: (written.append(data), write(path, data)))
    lived = Chair(game, _seats.machines(game), tmp_path)
    lived.note("Wait.")
    lived.end()
    assert {entry.what for entry in game.entries} >= {"note", "forecast"}
    for number, data in enumerate(written):
        path = tmp_path / f"died-{number}.overture"
        path.write_bytes(data)
        again = take_up(path, tmp_path)
        went_on = Chair(again, _seats.machines(again), tmp_path)
        if not again.past.rows:
            went_on.end()
        assert again.entries == game.entries
        assert again.past.rows == game.past.rows


def test_a_package_that_is_accepted_ends_the_war() -> None:
    game = hotseat().game
    game.commit(WASHINGTON, {"posture": "talks", "terms": [2, 2, 1, 2, 1]})
    game.commit(HANOI, {"posture": "talks"})
    seat = Chair(game, {WASHINGTON: Standing()})
    assert seat.quarter().table.accept.enabled
    seat.accept(True)
    assert "nothing can undo it" in seat.quarter().end.irreversible
    seat.end()
    assert game.ending == "settlement"
    debrief = seat.debrief()
    assert debrief is not None
    assert next(fact.text for fact in debrief.issues) == "out within sixty days"
