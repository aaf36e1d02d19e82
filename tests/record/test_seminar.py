"""Seminars played by a script: slow, median and fast tables at each preset; and the PIN's uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from game.campaign import Campaign, load
from game.campaign.loading import parse
from game.engine.board import HANOI, WASHINGTON
from game.problems import Problem
from game.record import Facilitator, Game, preset_of, uses
from game.record import load as load_game
from game.record.session import PRESETS, Session
from tests.campaign.small import small
from tests.record.play import played

PIN = "2468"
SPANS = {"45": ("1967Q3", "1968Q4"), "75": ("1966Q1", "1968Q4")}
"""The quarters of the scenarios that the presets name."""


@dataclass
class Wall:
    """A clock on the wall that a test moves; it starts anywhere."""

    seconds: float = 4321.0

    def __call__(self) -> float:
        return self.seconds

    def minutes(self, count: float) -> None:
        """Let so many minutes pass."""
        self.seconds += count * 60.0


@cache
def campaign(minutes: str) -> Campaign:
    """Return what a preset plays: the full war, or the part of it that its scenario is."""
    if minutes not in SPANS:
        return load(PRESETS[minutes].campaign)
    start, last = SPANS[minutes]
    text = (f'format = 1\n[campaign]\nname = "part"\ntitle = "A part"\nsummary = "A part."\n'
            f'base = "vietnam-1965-1973"\nstart = "{start}"\nlast = "{last}"\n')  # fmt: skip
    return parse(text.encode(), Path("part.toml"))


def seated(game: Game, wall: Wall) -> Facilitator:
    """Return an appointed facilitator."""
    hand = Facilitator(game, wall)
    hand.appoint(PIN)
    return hand


def think(hand: Facilitator, wall: Wall, pace: float) -> str:
    """Let a table think for ``pace`` minutes at most; return what fell due meanwhile."""
    spent = 0.0
    while spent < pace:
        step = min(0.25, pace - spent)
        wall.minutes(step)
        spent += step
        due = hand.due()
        if due:
            return due
    return ""


def give(game: Game) -> None:
    """Give both sides' orders as they stand."""
    for side in (WASHINGTON, HANOI):
        game.commit(side, {})


def seminar(minutes: str, pace: float, capped: bool = True) -> tuple[Facilitator, Wall]:
    """Play a sitting in which a table takes ``pace`` minutes for a turn, if it may."""
    wall, preset = Wall(), preset_of(minutes)
    hand = seated(Game.new(campaign(minutes), seed=7), wall)
    hand.begin(PIN, preset)
    if not capped:
        hand.cap(PIN, None)
    while not hand.game.over:
        if think(hand, wall, pace) == "bell":
            break
        give(hand.game)
        hand.due()
    return hand, wall


def paces() -> Iterator[tuple[str, float, bool]]:
    """Yield each preset with slow, median and fast tables, slow ones without a cap too."""
    for minutes in PRESETS:
        yield from ((minutes, 9.0, True), (minutes, 9.0, False), (minutes, 4.0, True),
                    (minutes, 1.0, True))  # fmt: skip


@pytest.mark.parametrize(("minutes", "pace", "capped"), list(paces()))
def test_a_seminar_ends_on_the_bell_with_a_third_left_and_is_scored(
    minutes: str, pace: float, capped: bool
) -> None:
    hand, wall = seminar(minutes, pace, capped)
    preset = PRESETS[minutes]
    spent = (wall.seconds - 4321.0) / 60.0
    assert spent <= preset.play + 0.25
    assert preset.minutes - spent >= preset.minutes / 3 - 0.25
    assert hand.game.over
    assert all(0.0 < points < 100.0 for points in hand.game.scores())
    assert len(hand.game.book()) > 0
    if pace == 9.0 and not capped:
        assert hand.game.ending == "bell"
        assert spent >= preset.play
    if pace == 1.0:
        assert hand.game.ending != "bell"  # a fast table plays its war to the end
        assert spent < preset.play


def test_presets_keep_a_third_and_the_longest_plays_two_quarters_a_turn() -> None:
    for preset in PRESETS.values():
        assert preset.debrief * 3 >= preset.minutes
        assert preset.play + preset.debrief == preset.minutes
    hand, _ = seminar("110", 1.0)
    assert hand.game.log.stride == 2
    turns = [entry for entry in hand.game.entries if entry.data.get("act") == "turn"]
    assert len(turns) == pytest.approx(len(hand.game.past.rows) / 2, abs=1.5)


def test_a_pause_stops_the_clock_and_nothing_falls_due() -> None:
    wall = Wall()
    hand = seated(played(1), wall)
    hand.ring_in(PIN, 10)
    wall.minutes(9)
    hand.pause(PIN)
    wall.minutes(60)
    assert (hand.due(), hand.standing().paused, round(hand.standing().left)) == ("", True, 1)
    hand.go_on(PIN)
    wall.minutes(0.5)
    assert hand.due() == ""
    assert "bell rings in 0.5 minutes" in hand.standing().warning
    wall.minutes(1)
    assert (hand.due(), hand.game.ending) == ("bell", "bell")
    with pytest.raises(Problem, match="The war is over: bell"):
        hand.game.commit(HANOI, {})


def test_a_sitting_that_was_interrupted_goes_on_where_it_stood(tmp_path: Path) -> None:
    wall, path = Wall(), tmp_path / "game.overture"
    game = played(1, path=path)
    hand = seated(game, wall)
    hand.begin(PIN, PRESETS["45"])
    wall.minutes(4)
    give(game)
    hand.due()
    later = Facilitator(load_game(path, small()), Wall(99.0))
    assert round(later.session.minute(), 1) == 4.0
    assert (later.session.bell, later.session.cap) == (30.0, 10.0)
    assert later.appointed
    later.pause(PIN)
    assert Facilitator(load_game(path, small()), Wall()).session.paused is False  # not kept there
    later.game.keeper.path = path
    later.game.keep()
    assert Facilitator(load_game(path, small()), Wall()).session.paused is True


def test_a_wrong_pin_changes_nothing_and_every_use_is_logged() -> None:
    hand = seated(played(2), Wall())
    before = len(hand.game.entries)
    for act in (lambda: hand.rewind("1111", 1), lambda: hand.pause(""), lambda: hand.seed("9", 3)):
        with pytest.raises(Problem, match="not the facilitator's PIN; nothing was changed"):
            act()
    assert len(hand.game.entries) == before
    hand.inject(PIN, "A coup", "The generals quarrel.", "stability", -0.05, "1969-02-03")
    hand.show_rule(PIN, True)
    hand.lock(PIN, True)
    hand.seed(PIN, 99)
    hand.rewind(PIN, 1)
    told = "\n".join(uses(hand.game))
    for said in ("A coup", "rule is revealed", "Settings are locked", "seed 99", "back to 1968Q4"):
        assert said in told
    assert (hand.standing().rule_shown, hand.standing().locked) == (True, True)
    with pytest.raises(Problem, match="locked the settings"):
        hand.refuse_if_locked()


def test_a_rewind_takes_a_bell_that_has_rung_away() -> None:
    wall = Wall()
    hand = seated(played(2), wall)
    hand.ring_in(PIN, 5)
    wall.minutes(6)
    assert hand.due() == "bell"
    hand.rewind(PIN, 2)
    assert (hand.game.over, hand.due(), hand.session.left()) == (False, "", None)
    with pytest.raises(Problem, match="No quarter has been played"):
        hand.rewind(PIN, 1)


def test_groups_side_by_side_share_their_luck_from_a_fixed_seed_on() -> None:
    games = [played(1, seed=seed) for seed in (7, 8)]
    before = [game.past.beginning.luck for game in games]
    for game in games:
        seated(game, Wall()).seed(PIN, 1234)
    assert before[0] != before[1]
    assert games[0].past.beginning.luck[-1] == games[1].past.beginning.luck[-1]
    assert games[0].past.beginning.luck[0] != games[0].past.beginning.luck[-1]


def test_a_dated_event_lies_in_its_quarter_and_tells_its_date() -> None:
    hand = seated(played(1), Wall())
    hand.inject(PIN, "A fire", "The depot burns.", date="1968-11-05")
    assert hand.game.news(HANOI)[-1].date == "1968-11-05"
    with pytest.raises(Problem, match="is not in 1968Q4"):
        hand.inject(PIN, "A fire", "The depot burns.", date="1969-11-05")


def test_pins_are_digits_and_set_once() -> None:
    hand = Facilitator(played(0), Wall())
    with pytest.raises(Problem, match="has no facilitator"):
        hand.pause(PIN)
    for pin in ("12", "abcd", "", "1" * 13, "١٢٣٤"):
        with pytest.raises(Problem, match="4 to 12 digits"):
            hand.appoint(pin)
    hand.appoint(PIN)
    with pytest.raises(Problem, match="its facilitator already"):
        hand.appoint("9999")


def test_a_session_without_limits_never_ends() -> None:
    wall = Wall()
    session = Session(wall)
    wall.minutes(10**6)
    assert (session.left(), session.turn_left()) == (None, None)
    assert not session.rings()
    assert not session.turn_is_over()
