"""Seminars played by a script: slow, median and fast tables at each preset; and the PIN's uses."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from game.campaign import Campaign, load
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.problems import Problem
from game.record import Facilitator, Game, preset_of, seating, uses
from game.record import load as load_game
from game.record.session import SittingClock
from game.record.timetable import PRESETS, Preset, sits_first, timetable
from tests.campaign.small import small
from tests.record.play import played

PIN = "2468"


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
    """Return what a preset plays."""
    return load(PRESETS[minutes].campaign)


def seated(game: Game, wall: Wall) -> Facilitator:
    """Return an appointed facilitator."""
    hand = Facilitator(game, wall)
    hand.appoint(PIN)
    return hand


def give(game: Game) -> None:
    """Give both sides' orders as they stand."""
    for side in (WASHINGTON, HANOI):
        game.commit(side, {})


@dataclass(frozen=True)
class Team:
    """How a team sits: minutes it argues before it sits down, and minutes it then takes; None for
    one that never sits down, or never gives its orders."""

    argues: float | None
    takes: float | None


TEAMS = {
    "slow": Team(99.0, None),
    "median": Team(0.9, 1.2),
    "fast": Team(0.1, 0.2),
    "absent": Team(None, None),
}
STEP = 0.05  # minutes between two looks at the clock


@dataclass
class Sitting:
    """A scripted sitting: who sat down in which order, whose time ran out, and the clocks."""

    hand: Facilitator
    wall: Wall
    turns: list[tuple[float, int]]  # the minute each turn began, and who was awaited first
    sat: list[int]  # whose time ran, in order
    ran_out: list[int]

    @property
    def minute(self) -> float:
        """The minute of play by the clock on the wall."""
        return (self.wall.seconds - START) / 60.0


START = 4321.0 + 60.0 * 7.0  # seconds: the facilitator starts the clock in minute 7


def seminar(minutes: str, *pair: str) -> Sitting:
    """Play a sitting with a team for each side, Washington's first."""
    wall, preset = Wall(), preset_of(minutes)
    hand = seated(Game.new(campaign(minutes), seed=7), wall)
    hand.begin(PIN, preset)
    wall.minutes(7)  # welcome and briefing: nobody's time runs
    hand.start(PIN)
    teams = [TEAMS[name] for name in (*pair, *pair)[:2]]
    sitting = Sitting(hand, wall, [], [], [])
    while not hand.game.over and sitting.minute < preset.minutes:
        _turn(sitting, teams)
    return sitting


def _turn(sitting: Sitting, teams: list[Team]) -> None:
    """Play one turn, side by side in its order."""
    game = sitting.hand.game
    quarter = game.quarter
    sitting.turns.append((sitting.minute, seating.order(game)[0]))
    for side in seating.order(game):
        _sit(sitting, side, teams[side])
        if game.over or game.quarter != quarter:
            break


def _sit(sitting: Sitting, side: int, team: Team) -> None:
    """Let a side argue, sit down and give its orders, or let its time run out."""
    hand, game, wall = sitting.hand, sitting.hand.game, sitting.wall
    quarter, came, sat = game.quarter, sitting.minute, None
    while game.quarter == quarter and not game.committed(side) and not game.over:
        due = hand.due()
        if due == "bell":
            return
        if due == "turn":
            hand.time_ran_out(side)
            sitting.ran_out.append(side)
            game.commit(side, {})
            hand.follow()
        elif (
            sat is None
            and team.argues is not None
            and (hand.session.at_keyboard == side or sitting.minute - came >= team.argues)
        ):
            hand.sat_down(side)
            sat = sitting.minute
        elif sat is not None and team.takes is not None and sitting.minute - sat >= team.takes:
            game.commit(side, {})
            hand.follow()
        else:
            wall.minutes(STEP)
        if hand.session.at_keyboard == side and sitting.sat[-1:] != [side]:
            sitting.sat.append(side)


@pytest.mark.parametrize("minutes", PRESETS)
@pytest.mark.parametrize("pair", [*TEAMS, "slow fast", "absent median", "fast absent"])
def test_a_sitting_ends_by_its_bell_with_a_third_left(minutes: str, pair: str) -> None:
    sitting, preset = seminar(minutes, *pair.split()), PRESETS[minutes]
    assert sitting.hand.game.over
    assert sitting.minute <= preset.play + STEP
    assert preset.debrief * 3 >= preset.minutes
    assert preset.minutes - preset.before - sitting.minute >= preset.minutes / 3 - STEP
    if "fast" not in pair and "median" not in pair:
        assert sitting.minute == pytest.approx(len(sitting.turns) * preset.turn, abs=STEP)
    if pair == "fast":
        assert sitting.hand.game.ending != "bell"  # a fast table plays its war to the end


@pytest.mark.parametrize("minutes", PRESETS)
@pytest.mark.parametrize("pair", TEAMS)
def test_who_sits_first_alternates_and_each_side_sits_down_equally_often(
    minutes: str, pair: str
) -> None:
    sitting = seminar(minutes, pair)
    firsts = [first for _, first in sitting.turns]
    assert firsts == [sits_first(turn) for turn in range(len(firsts))]
    assert abs(firsts.count(WASHINGTON) - firsts.count(HANOI)) <= 1
    runs = [
        entry.data["side"] for entry in sitting.hand.game.entries if entry.data.get("act") == "time"
    ]
    assert runs == [SIDES[side] for side in sitting.ran_out]
    if pair in ("slow", "absent"):  # each side's time ran out once in every turn
        assert sitting.ran_out.count(WASHINGTON) == sitting.ran_out.count(HANOI) == len(firsts)


@pytest.mark.parametrize("minutes", PRESETS)
@pytest.mark.parametrize("pair", ["slow", "absent"])
def test_the_printed_timetable_is_what_happens_to_the_minute(minutes: str, pair: str) -> None:
    sitting, preset = seminar(minutes, pair), PRESETS[minutes]
    printed = [slot for slot in timetable(preset) if slot.part == "turn"]
    if sitting.hand.game.ending in ("bell", "calendar"):  # the war itself did not end it
        assert len(sitting.turns) == len(printed)
    printed = printed[: len(sitting.turns)]
    for (began, first), slot in zip(sitting.turns, printed, strict=True):
        assert preset.before + began == pytest.approx(slot.first, abs=2 * STEP)
        assert first == slot.sits_first
    assert preset.before + sitting.minute == pytest.approx(printed[-1].last, abs=2 * STEP)


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_a_timetable_fits_its_sitting_and_its_campaign(preset: Preset) -> None:
    lines = list(timetable(preset))
    assert (lines[0].first, lines[-1].last) == (0, preset.minutes)
    assert all(one.last == other.first for one, other in pairwise(lines))
    assert [line.part for line in lines[:2]] == ["welcome", "briefing"]
    assert preset.argument + 2 * preset.keyboard == preset.turn
    war = load(preset.campaign)
    assert preset.turns * preset.stride == war.quarters - war.start_index
    assert preset.debrief * 3 >= preset.minutes


def test_nobodys_time_runs_before_the_facilitator_starts_the_clock() -> None:
    wall = Wall()
    hand = seated(Game.new(campaign("45"), seed=7), wall)
    hand.begin(PIN, PRESETS["45"])
    wall.minutes(45)
    assert (hand.due(), hand.standing().waiting, hand.session.minute()) == ("", True, 0.0)
    with pytest.raises(Problem, match="has not started the clock"):
        hand.refuse_before_start()
    hand.start(PIN)
    hand.refuse_before_start()
    assert (hand.session.left(), hand.session.turn_left()) == (24.0, 1.0)
    with pytest.raises(Problem, match="has been started"):
        hand.start(PIN)


def test_a_side_whose_time_ran_out_keeps_its_own_whole_time_in_the_next_turn() -> None:
    sitting = seminar("45", "absent", "fast")
    hanoi = [
        entry
        for entry in sitting.hand.game.entries
        if entry.data.get("act") == "time" and entry.data["side"] == "hanoi"
    ]
    assert hanoi == []  # Washington's absence takes nothing from Hanoi, which always sat
    assert sitting.ran_out == [WASHINGTON] * len(sitting.turns)
    assert sitting.sat.count(HANOI) >= len(sitting.turns) // 2


def test_orders_taken_back_do_not_bring_a_new_time() -> None:
    wall = Wall()
    hand = seated(Game.new(campaign("45"), seed=7), wall)
    hand.cap(PIN, 5)
    hand.due()
    wall.minutes(4)
    hand.game.commit(WASHINGTON, {})
    hand.due()
    assert (hand.session.at_keyboard, hand.session.turn_left()) == (HANOI, 5.0)
    hand.game.take_back(WASHINGTON)
    hand.session.time_of(WASHINGTON)
    assert hand.session.turn_left() == pytest.approx(1.0)


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
    assert Facilitator(load_game(path, small()), Wall()).session.waiting
    hand.start(PIN)
    wall.minutes(4)
    give(game)
    hand.due()
    later = Facilitator(load_game(path, small()), Wall(99.0))
    assert round(later.session.minute(), 1) == 4.0
    assert (later.session.bell, later.session.cap, later.session.argument) == (24.0, 1.5, 1.0)
    assert not later.session.waiting
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
    for said in (
        "A coup",
        "rule is revealed",
        "Settings are locked",
        "another seed",
        "back to 1968Q4",
    ):
        assert said in told
    assert (hand.standing().rule_shown, hand.standing().locked) == (True, True)


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
    session = SittingClock(wall)
    wall.minutes(10**6)
    assert (session.left(), session.turn_left()) == (None, None)
    assert not session.rings()
    assert not session.runs_out()
