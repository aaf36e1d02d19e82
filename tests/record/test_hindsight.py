"""A war entered again: another government from the person's own papers, and a log that says so."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from game.cli._again import entered, known
from game.cli._lobby import GameLobby
from game.engine.board import HANOI, WASHINGTON
from game.engine.imagine import FOLLOWS
from game.engine.view import sees, view
from game.engine.world import FIELDS, World, settled
from game.players.hindsight import drawn
from game.problems import Problem
from game.record import Game, Seats, load, running_path, seat, verify, wars
from game.record.game import PERSON
from game.record.history import GameHistory
from game.study.debrief.road import then
from game.study.debrief.text import sections, told
from tests.campaign.small import small
from tests.record.play import OFFER
from tests.record.test_wars import war as kept_war


def ended(own: int = WASHINGTON, path: Path | None = None, quarters: int = 4) -> Game:
    machine = seat(
        "protracted-war" if own == WASHINGTON else "graduated-pressure", "machine", "glance"
    )
    seats = (
        Seats(washington=PERSON, hanoi=machine)
        if own == WASHINGTON
        else Seats(washington=machine, hanoi=PERSON)
    )
    game = Game.new(small(), seed=11, seats=seats)
    game.keeper.path = path
    for quarter in range(quarters):
        game.commit(WASHINGTON, OFFER if quarter == 0 else {"troops": "out"})
        game.commit(HANOI, {"labour": "trail"} if quarter == 1 else {"posture": "talks"})
    return game


def scrambled(past: GameHistory, side: int, seed: int) -> GameHistory:
    """Return a past in which everything that ``side`` may not see is something else."""
    dice = np.random.Generator(np.random.PCG64(seed))

    def other(world: World) -> World:
        changed = {}
        for name, field in FIELDS.items():
            if sees(side, field) and field.sight != "own":
                continue
            value = getattr(world, name).copy()
            low, high = field.low, min(field.high, 3.0)
            new = settled(low + (high - low) * dice.random(value.shape), field)
            new = np.rint(new).astype(np.int64) if field.whole else new
            if field.sight == "own":
                value[:, 1 - side] = new[:, 1 - side]
            else:
                value = new
            changed[name] = value
        return world.with_(**changed)

    worlds = tuple(other(world) for world in past.worlds)
    dossiers = tuple(
        replace(
            past.dossiers[each], views=tuple(view(world, each, past.tables) for world in worlds)
        )
        for each in (WASHINGTON, HANOI)
    )
    return replace(past, worlds=worlds, dossiers=(dossiers[0], dossiers[1]))


@pytest.mark.parametrize("own", [WASHINGTON, HANOI])
def test_the_draw_cannot_use_what_the_side_may_not_see(own: int) -> None:
    past = ended(own).past
    others = [scrambled(past, own, seed) for seed in (1, 2)]
    hidden = [name for name, field in FIELDS.items() if not sees(own, field)]
    assert any(
        (getattr(past.worlds[2], name) != getattr(others[0].worlds[2], name)).any()
        for name in hidden
    )
    for place in (0, 2, 4):
        first = drawn(then(past, own, place), 5)
        for other in others:
            found = drawn(then(other, own, place), 5)
            assert found[:2] == first[:2]
            assert (found.tilt == first.tilt).all()


def test_draws_differ_by_seed_and_follow_the_priors_where_nothing_is_known() -> None:
    past = ended().past
    found = [drawn(then(past, WASHINGTON, 0), seed) for seed in range(60)]
    assert 0.2 < np.mean([one.resilience for one in found]) < 0.6  # the small war's prior is 0.4
    assert {one.nerve for one in found} == {0, 1}
    assert len({tuple(one.tilt) for one in found}) == len(found)


@pytest.mark.parametrize("own", [WASHINGTON, HANOI])
@pytest.mark.parametrize("quarter", ["1968Q3", "1968Q4", "1969Q2"])
def test_a_war_entered_again_opens_as_it_was_kept_and_only_the_enemy_is_another(
    own: int, quarter: str, tmp_path: Path
) -> None:
    war, path = ended(own), running_path(tmp_path)
    game = entered(war, quarter, own)
    game.keeper.path = path
    game.keep()
    place = war.campaign.index(quarter) - war.campaign.start_index
    old, new = (one.past.dossiers[own].views[: place + 1] for one in (war, game))
    for before, after in zip(old, new, strict=True):
        for name, value in before.fields.items():
            assert np.array_equal(value, after.fields[name]), name
    world, enemy = game.past.world, 1 - own
    assert not (world.tilt[0, enemy] == war.past.world.tilt[0, enemy]).all()
    assert (world.tilt[0, own] == war.past.world.tilt[0, own]).all()
    assert game.dossier(enemy).view.resilience == world.resilience[0, enemy]
    again = load(path, small())
    assert again.past.beginning == game.past.beginning
    assert "With hindsight" in " ".join(again.notices)
    for name in set(FIELDS) - FOLLOWS:
        assert (getattr(again.past.world, name) == getattr(world, name)).all(), name
    for one in (game, again):
        while not one.over:
            for side in (WASHINGTON, HANOI):
                one.commit(side, {})
    assert again.past.world.tilt[0, enemy].tolist() == world.tilt[0, enemy].tolist()
    assert [row.digest for row in again.past.rows] == [row.digest for row in game.past.rows]
    assert "hindsight" in wars.why_not(game)
    texts = [section for section in sections(told(again)) if section.key == "hindsight"]
    assert quarter in texts[0].paragraphs[0]
    assert any(entry.text.startswith("With hindsight") for entry in again.entries)
    assert load(path, small()).over
    assert load(path, small()).past.beginning.hindsight == quarter


def test_an_earlier_state_of_a_war_that_was_opened_is_entered_with_hindsight(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "saves"
    game = ended(path=running_path(folder), quarters=3)
    game.save(folder / "before the end.overture")
    shutil.copy(Path(__file__).parents[1] / "campaign" / "small.toml", folder)
    loaded = load(folder / "before the end.overture", small())
    assert known(loaded, folder) is loaded, "nothing of it has been opened"
    wars.add(tmp_path, kept_war(game.past.beginning.game))
    desk = GameLobby(folder).load("before the end")
    assert desk.game.past.beginning.hindsight == "1969Q2"
    assert desk.game.past.beginning.game != game.past.beginning.game
    assert any("With hindsight" in said for said in desk.notices())
    assert desk.game.keeper.path != game.keeper.path


def test_a_quarter_that_was_not_played_cannot_be_entered() -> None:
    with pytest.raises(Problem, match="not played here"):
        entered(ended(quarters=2), "1969Q2", WASHINGTON)


def test_games_of_earlier_formats_still_open(tmp_path: Path) -> None:
    path = tmp_path / "old.overture"
    data = Path(__file__).parent / "data" / "format-1.overture"
    path.write_bytes(data.read_bytes())
    assert load(path, small()).past.beginning.hindsight is None
    new = running_path(tmp_path)
    game = ended(path=new)
    game.keep()
    assert verify(new, small()).past.beginning.hindsight is None
