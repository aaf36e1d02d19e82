"""Dilemmas in play: asked, answered, left open, remembered; and history's answers do nothing."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from game.campaign import load, replay
from game.campaign.campaign import Campaign
from game.campaign.dilemmas import of_side
from game.campaign.history import leads_to
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dilemmas import ASKED, NO_DILEMMAS, SEQUEL_CAME
from game.engine.luck import DRAWS, neutral
from game.engine.orders import Orders, from_words, join, standing, to_words
from game.engine.rules.dilemmas import as_recorded, ask, face, refusals
from game.engine.view import view
from game.engine.world import FIELDS, World, digests, take
from game.record import Game
from game.record.recorded_war import recorded_war
from game.study.fit.runs import play_record
from tests.engine.wars import played, start, tables

FULL = "vietnam-1965-1973"
SCENARIOS = ("tet", "linebacker", "road-to-paris")


@cache
def campaign(name: str = FULL) -> Campaign:
    """Return a shipped campaign."""
    return load(name)


def number(name: str) -> tuple[int, int]:
    """Return the side and the engine's number, from 1, of the dilemma with this id."""
    for side in (WASHINGTON, HANOI):
        for place, row in enumerate(of_side(campaign(), side), 1):
            if row.id == name:
                return side, place
    raise KeyError(name)


def asked(name: str, quarter: str) -> World:
    """Return the campaign's start, in ``quarter``, with one dilemma asked and nothing else."""
    side, place = number(name)
    world = start()
    rows = np.zeros_like(world.asked)
    rows[0, side, 0] = place
    return world.with_(asked=rows, quarter=np.array([campaign().index(quarter)]))


def answered(world: World, side: int, answer: int) -> Orders:
    """Return standing orders with one answer."""
    both = [standing(world.in_force[:, one], world.channel[:, one]) for one in (0, 1)]
    given = np.zeros((1, ASKED), dtype=np.int64)
    given[0, 0] = answer
    both[side] = replace(both[side], answers=given)
    return join(*both)


def place_of(name: str, answer: str) -> int:
    """Return the number of an answer, from 1."""
    side, place = number(name)
    return [row.id for row in of_side(campaign(), side)[place - 1].answers].index(answer) + 1


def test_historys_answers_leave_the_recorded_war_as_it_is_without_dilemmas() -> None:
    bare = replace(tables(), dilemmas=NO_DILEMMAS)
    for step in replay(campaign()):
        luck = neutral(1)
        orders = as_recorded(step.opening, step.orders, tables())
        with_them, faced, lucky = face(step.opening, orders, luck, tables())
        assert not faced.paid.any()
        assert lucky is luck
        plain, _, _ = face(step.opening, step.orders, luck, bare)
        for name in ("approval", "dissent", "stability", "cohesion", "aid_moscow", "control"):
            assert (getattr(with_them, name) == getattr(plain, name)).all(), name


@pytest.mark.parametrize("name", [FULL, *SCENARIOS])
def test_enough_is_asked_of_each_side_when_the_record_is_played(name: str) -> None:
    found = [set(), set()]  # type: list[set[int]]
    for step in replay(campaign(name)):
        for side in (WASHINGTON, HANOI):
            found[side] |= set(step.opening.asked[0, side].tolist()) - {0}
    least = 18 if name == FULL else 4
    assert min(len(found[WASHINGTON]), len(found[HANOI])) >= least


def test_no_dilemma_is_asked_twice_and_never_more_than_two_a_quarter() -> None:
    for war in range(24):
        seen: set[tuple[int, int]] = set()
        for step in played(24, 7):
            if not step.opening.running[war]:
                break
            for side in (WASHINGTON, HANOI):
                now = [(side, int(one)) for one in step.opening.asked[war, side] if one]
                assert not seen & set(now)
                seen |= set(now)


def test_an_open_dilemma_takes_its_default_and_says_so() -> None:
    side, place = number("w_tax_1967")
    world = asked("w_tax_1967", "1967Q3")
    after, faced, _ = face(world, answered(world, side, 0), neutral(1), tables())
    assert faced.answers[0, side, 0] == place_of("w_tax_1967", "borrow")
    assert after.answered[0, side, place - 1] == faced.answers[0, side, 0]
    assert after.answered_in[0, side, place - 1] == world.quarter[0]


def test_a_default_never_costs_more_than_historys_answer() -> None:
    dilemmas = tables().dilemmas
    for side in (WASHINGTON, HANOI):
        for place in dilemmas.soonest(side):
            assert dilemmas.price[side, place, dilemmas.default[side, place]] <= 0


def test_an_answer_costs_its_price_beyond_historys_and_does_what_it_says() -> None:
    side, _ = number("w_tax_1967")
    world = asked("w_tax_1967", "1967Q3")
    after, faced, _ = face(
        world, answered(world, side, place_of("w_tax_1967", "cut")), neutral(1), tables()
    )
    assert faced.paid[0, side] == 3  # five, and history's cost two
    assert after.approval[0] - world.approval[0] == pytest.approx(-0.01)  # -.02, history's -.01


def test_an_answer_works_on_for_the_quarters_it_names() -> None:
    side, _ = number("w_empty_chair_1968")
    world = asked("w_empty_chair_1968", "1968Q4")
    chosen = place_of("w_empty_chair_1968", "wait")
    moved = []
    for _ in range(5):
        after, _, _ = face(world, answered(world, side, chosen), neutral(1), tables())
        moved.append(round(float(after.stability[0] - world.stability[0]), 4))
        world = after.with_(quarter=world.quarter + 1, asked=np.zeros_like(world.asked))
    assert moved == [0.04, 0.04, 0.04, 0.0, 0.0]


def test_a_sequel_comes_once_and_only_when_its_condition_holds() -> None:
    side, place = number("w_progress_1967")
    world = asked("w_progress_1967", "1967Q4")
    warned = answered(world, side, place_of("w_progress_1967", "warn"))
    world, _, _ = face(world, warned, neutral(1), tables())
    world = world.with_(quarter=world.quarter + 1, asked=np.zeros_like(world.asked))
    quiet, _, _ = face(world, warned, neutral(1), tables())
    assert quiet.answered[0, side, place - 1] < SEQUEL_CAME
    acts = world.acts.copy()
    acts[0, HANOI, 1:5] = 3
    struck, _, _ = face(world.with_(acts=acts), warned, neutral(1), tables())
    assert struck.answered[0, side, place - 1] >= SEQUEL_CAME
    assert struck.approval[0] > world.approval[0]
    again, _, _ = face(struck.with_(quarter=struck.quarter + 1), warned, neutral(1), tables())
    assert again.approval[0] == struck.approval[0]


def test_a_risk_comes_by_its_own_draw_and_never_with_neutral_luck() -> None:
    side, place = number("w_papers_1971")
    chosen = place_of("w_papers_1971", "let")
    assert tables().dilemmas.risk[side, place - 1, chosen] == 0.0
    world = asked("w_china_1971", "1971Q3")
    price = place_of("w_china_1971", "price")
    luck = neutral(1)
    calm, _, _ = face(world, answered(world, WASHINGTON, price), luck, tables())
    rows = luck.rows.copy()
    rows[DRAWS.index("dilemma_washington_0")] = 0.01
    unlucky, _, _ = face(
        world, answered(world, WASHINGTON, price), replace(luck, rows=rows), tables()
    )
    assert unlucky.approval[0] < calm.approval[0]


def test_better_eyes_and_better_secrecy_change_the_errors_of_the_right_estimates() -> None:
    world = asked("w_numbers_1967", "1967Q4")
    luck = neutral(1)
    luck = replace(luck, rows=luck.rows + 1.0)
    chosen = answered(world, WASHINGTON, place_of("w_numbers_1967", "both"))
    _, _, swayed = face(world, chosen, luck, tables())
    assert swayed["seen_main_force_I"][0] == pytest.approx(0.8 / 1.2)  # history's is x1.20
    assert swayed["seen_control"][0] == luck["seen_control"][0]


def test_answers_are_public_only_where_they_stand_in_the_papers() -> None:
    for step in played(24, 7):
        shown = step.outcome.decided.shown
        known = tables().dilemmas.public
        for side in (WASHINGTON, HANOI):
            told = step.outcome.decided.shown_asked[:, side]
            assert ((told > 0) == (shown[:, side] > 0)).all()
            assert (known[side, told - 1, shown[:, side]][told > 0] == 1).all()


def test_answers_that_cannot_be_given_are_refused_in_words() -> None:
    world = asked("w_tax_1967", "1967Q3")
    seen = view(world, WASHINGTON, tables())
    ok = refusals(WASHINGTON, np.array([2, 0]), 0, seen, tables())
    none = refusals(WASHINGTON, np.array([1, 1]), 0, seen, tables())
    poor = view(world.with_(capital=np.full((1, 2), 2.0)), WASHINGTON, tables())
    dear = refusals(WASHINGTON, np.array([2, 0]), 0, poor, tables())
    assert ok == []
    assert "place 2" in none[0]
    assert "cost 3 points and 2 are there" in dear[0]


def test_answers_survive_as_words() -> None:
    world = asked("w_tax_1967", "1967Q3")
    base = standing(world.in_force[:, 0], world.channel[:, 0])
    made = from_words(WASHINGTON, {"answers": [3, 0]}, base, ("public",))
    assert to_words(WASHINGTON, made, ("public",))["answers"] == [3, 0]
    assert "answers" not in to_words(WASHINGTON, base, ("public",))


def test_nobody_foresees_in_imagination_what_it_will_be_asked() -> None:
    imagined = replace(tables(), dilemmas=tables().dilemmas.unforeseen())
    world = take(start(), np.zeros(3, dtype=np.int64))
    assert ask(world, tables()).asked.any()
    assert not ask(world, imagined).asked.any()


def test_every_condition_reads_what_its_side_may_see() -> None:
    dilemmas = tables().dilemmas
    every = [
        *dilemmas.when.items(),
        *((key[:2], later.when) for key, later in dilemmas.sequels.items()),
    ]
    for (side, _), condition in every:
        assert condition.side == side
        for atom in (atom for row in condition.rows for atom in row):
            if atom.kind == "field":
                assert FIELDS[atom.name].sight in ("all", "own", SIDES[side])


def test_a_game_taken_up_from_the_record_has_answered_as_history_did() -> None:
    game = Game.from_record(campaign(), "1968Q2", 1)
    world = leads_to(campaign(), campaign().index("1968Q2"))
    assert digests(game.past.world) == digests(world)
    assert (
        digests(recorded_war(campaign()).past.world)[0]
        == digests(list(replay(campaign()))[-1].closing)[0]
    )


def test_a_studied_record_answers_as_history_did() -> None:
    run = play_record(campaign(), tables(), 1)
    assert run.approval[0, -1] == list(replay(campaign()))[-1].closing.approval[0]
