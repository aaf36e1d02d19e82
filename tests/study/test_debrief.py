"""The debrief: one entry an act, the engine's own numbers, and nothing of it before the end."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from game.cli import main
from game.desk.build_debrief import debrief as desk_debrief
from game.desk.build_rule import rule
from game.desk.chair import Chair
from game.desk.debrief_models import RuleSetting
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.ladders import Effort, HomeFront, MessageKind
from game.engine.orders import SideOrders, standing
from game.engine.postures import posture_game, read
from game.engine.rules.inference import prior, refused
from game.players.forecast import demonstrating
from game.problems import Problem
from game.record import Game
from game.study.debrief import forecasts
from game.study.debrief.acts import acts_of, demonstrates, quarters_of, withheld
from game.study.debrief.otherwise import otherwise
from game.study.debrief.rule import COSTLY, RESILIENCE, WEAKNESS, readings, together
from game.study.debrief.section import lines
from game.study.debrief.text import KINDS, picked, sections, told
from game.study.debrief.war import CLOSED_BOOK, OpenedWar, opened
from tests.study.opened_wars import SECRETS, debriefed, full, history, random_war, recorded_war

TYPES = ("highly resilient", "low resilience", "hawk", "dove")


def _games() -> list[Game]:
    return [recorded_war(), *(random_war(seed) for seed in range(6))]


@pytest.mark.parametrize("number", range(7))
def test_each_act_of_the_record_has_exactly_one_entry(number: int) -> None:
    game = _games()[number]
    found = [(entry.quarter, entry.side, entry.kind) for entry in opened(game).entries]
    assert len(found) == len(set(found))
    wanted = set()
    for played in quarters_of(game.past):
        world, orders = played.opening, played.orders
        for side in (WASHINGTON, HANOI):
            key = (played.name, SIDES[side])
            message = orders.rung(side, "message")[0]
            opens = bool(orders.open[0, side]) and world.openness[0, side] < 0.5
            turned_down = bool(refused(world, orders)[0, side])
            asked = (
                world.offered[0, 1 - side]
                or orders.rung(1 - side, "message")[0] == MessageKind.OFFER
            )
            answers = message == MessageKind.ANSWER and bool(asked) and not turned_down
            wanted |= {(*key, "refusal")} if turned_down else set()
            wanted |= {(*key, "answer")} if answers else set()
            if message == MessageKind.OFFER or (opens and not answers):
                wanted.add((*key, "overture"))
            if side == HANOI:
                shows = (orders.rungs_by_corps(HANOI, "effort") == Effort.OFFENSIVE).any()
            else:
                called = orders.rung(WASHINGTON, "home")[0] == HomeFront.RESERVES
                shows = orders.troops[0] > 0 or (called and not world.reserves_called[0])
            if shows:
                wanted.add((*key, "demonstration"))
            elif played.closing.escalation[0, side] >= 1.0:
                wanted.add((*key, "escalation"))
    assert set(found) == wanted


def test_numbers_are_the_engines_own() -> None:
    game, made = recorded_war(), debriefed()
    past = game.past
    for entry in made.entries:
        side = SIDES.index(entry.side)
        sender = SIDES.index(entry.now.sender)
        place = made.quarters.index(entry.quarter)
        opening, closing = past.worlds[place], past.worlds[place + 1]
        reading, params = read(opening, past.tables), posture_game(opening, past.tables)
        nerve = "dove" if opening.nerve[0, 1 - sender] else "hawk"
        pairs = [
            (entry.belief[0], opening.belief_resilient[0, side]),
            (entry.belief[1], closing.belief_resilient[0, side]),
            (entry.dove[0], opening.belief_dove[0, side]),
            (entry.dove[1], closing.belief_dove[0, side]),
            (entry.now.cost, params.cost[0, sender]),
            (entry.now.dove, params.belief_dove[0, sender]),
            (entry.now.belief, opening.belief_resilient[0, sender]),
            (entry.now.open_high, reading.open_high[0, sender]),
            (entry.now.open_low, reading.open_low[0, sender]),
            (entry.now.belief_open, reading.belief_open[0, sender]),
            (entry.now.belief_closed, reading.belief_closed[0, sender]),
            (entry.now.expected_open, reading.escalate_open[0, sender]),
            (entry.now.answer_open, getattr(reading, f"{nerve}_open")[0, sender]),
            (entry.now.answer_closed, getattr(reading, f"{nerve}_closed")[0, sender]),
        ]
        assert max(abs(ours - theirs) for ours, theirs in pairs) <= 1e-9


def test_the_quarter_played_again_with_its_own_orders_comes_to_the_stored_world() -> None:
    for game in (recorded_war(), random_war(3)):
        for played in quarters_of(game.past)[:6]:
            again = otherwise(game.past, played, [played.orders, played.orders])
            for number in (0, 1):
                for name in ("belief_resilient", "belief_dove", "troops", "prices"):
                    wanted = getattr(played.closing, name)[0]
                    assert np.array_equal(getattr(again, name)[number], wanted)


def test_what_would_have_followed_is_the_engines_answer_to_the_other_orders() -> None:
    game, made = recorded_war(), debriefed()
    tet = next(
        entry
        for entry in made.entries
        if (entry.quarter, entry.side, entry.kind) == ("1968Q1", "hanoi", "demonstration")
    )
    played = quarters_of(game.past)[made.quarters.index("1968Q1")]
    act = next(one for one in acts_of(played) if (one.side, one.kind) == (HANOI, "demonstration"))
    quiet = otherwise(game.past, played, [withheld(act)])
    again = readings(quiet, ["1968Q2"], game.past.tables)[0][HANOI]
    assert tet.later == again
    assert tet.later.belief < tet.belief[1]  # without the offensive nobody thinks it stronger


def test_the_branches_tell_the_story_of_the_record() -> None:
    made = debriefed()
    hanoi = {both[HANOI].quarter: both[HANOI].branch for both in made.course}
    assert all(
        hanoi[f"{year}Q{quarter}"] == WEAKNESS
        for year in (1965, 1966, 1967)
        for quarter in (1, 2, 3, 4)
    )
    assert hanoi["1968Q2"] == RESILIENCE
    assert COSTLY in {both[WASHINGTON].branch for both in made.course}
    assert made.first[HANOI].quarter == "1968Q2"
    assert "second quarter of 1968" in made.first[HANOI].sentence
    assert "resilience had been shown" in made.first[HANOI].sentence


def test_a_side_that_could_never_talk_is_told_what_it_would_have_taken() -> None:
    never = [
        first for seed in range(6) for first in opened(random_war(seed)).first if not first.quarter
    ]
    assert never
    for first in never:
        assert first.reading.open_high <= 0.5
        assert "never safe" in first.sentence
        belief, cost = first.needs
        assert belief is None or belief > first.reading.belief
        assert cost is None or cost > first.reading.cost


def test_an_offer_is_followed_to_its_answer() -> None:
    fates = {entry.fate for entry in debriefed().entries if "sent an offer" in entry.done}
    assert fates == {"answered", "refused", "unanswered"} or fates == {"answered", "refused"}
    assert all(entry.fate == "" for entry in debriefed().entries if entry.kind == "escalation")


def test_a_running_war_opens_nothing() -> None:
    game = history(quarters=5)
    for ask in (opened, told, rule, lambda one: one.book()):
        with pytest.raises(Problem):
            ask(game)
    with pytest.raises(Problem, match=CLOSED_BOOK):
        opened(game)
    assert Chair(Game.new(full(), 3), {}).debrief() is None


def test_the_rule_is_shown_when_the_facilitator_reveals_it() -> None:
    game = Game.new(full(), 3)
    game.facilitate("rule", "The rule is revealed.", shown=True)
    shown = rule(game, RuleSetting({"belief_high": 0.8, "cost": 0.6}))
    assert dict(shown.answers)["opens if resilient"] == pytest.approx(0.72, abs=0.01)
    with pytest.raises(Problem, match="Cost of escalating"):
        rule(game, RuleSetting({"cost": 9.0}))


# Who is shown what


def test_one_sentence_a_side_comes_first_and_every_act_is_told() -> None:
    parts = sections(told(recorded_war()))
    assert [part.key for part in parts[:3]] == ["page-washington", "page-hanoi", "first"]
    parts = parts[2:]
    assert len(parts[0].paragraphs) == 2
    acts = next(part for part in parts if part.key == "entries")
    assert len(acts.items) == len(debriefed().entries)
    printed = "\n".join(lines(parts, 88))
    assert "None" not in printed
    assert not re.search(r"\bnan\b", printed)


def test_the_desks_model_carries_the_debrief() -> None:
    shown = desk_debrief(recorded_war(), HANOI)
    made: OpenedWar = debriefed()
    assert all(first.sentence in shown.sentences for first in made.first)
    assert [fact.tip for fact in shown.lessons].count("Read as weakness") > 0
    for entry in made.entries:
        assert any(
            entry.quarter in fact.term and fact.text == " ".join(entry.sentences)
            for fact in shown.lessons
        )
    assert len(shown.charts) == 5


def test_nothing_of_the_debrief_is_in_what_the_other_side_is_shown() -> None:
    game = history(quarters=9)
    names = [entry.text for entry in game.entries if entry.text]
    assert set(names) == set(SECRETS)
    for side in (WASHINGTON, HANOI):
        seen = repr([vars(view) for view in game.dossier(side).views])
        seen += repr(game.dossier(side).reports)
        assert SECRETS[1 - side] not in seen
        assert SECRETS[side] not in seen
    head = game.to_bytes().split(b"\n")[0].decode()
    assert not set(json.loads(head)) & {"types", "seed", "resilience", "nerve", "entries"}
    assert not any(secret in head for secret in SECRETS)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_screen_of_a_running_war_speaks_no_word_of_the_model(side: int) -> None:
    game = Game.new(full(), 11)
    game.write("note", 1 - side, SECRETS[1 - side])
    forecasts.write(game, 1 - side, "open", 30, SECRETS[1 - side])
    other = {1 - side: _Quiet()}
    chair = Chair(game, other)
    for _ in range(3):
        shown = repr(chair.quarter()) + repr(chair.briefing()) + repr(chair.resolution())
        assert SECRETS[1 - side] not in shown
        for word in (*TYPES, "belief_resilient", "read as weakness", "P(open)"):
            assert word not in shown.lower()
        chair.end()


class _Quiet:
    """A machine that lets everything stand, and says why in vain."""

    def decide(self, dossier: Dossier) -> SideOrders:
        return standing(dossier.view.in_force[None], np.zeros(1, dtype=np.int64))

    def reasons(self) -> Iterator[tuple[str, str, dict[str, str]]]:
        yield "note", SECRETS[0] + SECRETS[1], {"by": "quiet"}


def test_a_machine_seals_its_reasons_before_its_orders() -> None:
    game = Game.new(full(), 11)
    chair = Chair(game, {HANOI: _Quiet()})
    chair.end()
    kept = [entry for entry in game.entries if entry.side == "hanoi"]
    assert [(entry.quarter, entry.data["by"]) for entry in kept] == [("1965Q1", "quiet")]


def test_readings_of_many_worlds_are_those_of_each_alone() -> None:
    past = recorded_war().past
    names = [row.quarter for row in past.rows][:4]
    both = readings(together(past.worlds[:4]), names, past.tables)
    for place, name in enumerate(names):
        assert both[place] == readings(past.worlds[place], [name], past.tables)[0]


def test_what_counts_as_a_demonstration_is_one_thing_for_forecasts_and_for_acts() -> None:
    for game in (recorded_war(), random_war(1), random_war(4)):
        for played in quarters_of(game.past):
            for side in (WASHINGTON, HANOI):
                imagined = demonstrating(played.opening, played.orders, side)
                assert bool(imagined[0]) == demonstrates(played, side)


def test_talking_is_safe_only_where_the_resilient_would_open_too() -> None:
    """A weak side that opens is read as weak: that is no safety, and nothing was shown by it."""
    weak = 0
    for seed in range(12):
        game = random_war(seed)
        first = prior(game.past.worlds[0], game.past.tables)[0]
        for both in opened(game).course:
            for side, one in enumerate(both):
                assert one.safe == (one.open_high > 0.5) == (one.branch != WEAKNESS)
                if one.branch == RESILIENCE:
                    assert one.belief > first[side] - 0.02
                if one.resilience == "low" and one.open > 0.5 >= one.open_high:
                    weak += 1
                    assert one.branch == WEAKNESS
                    assert not one.safe
    assert weak


def test_acts_are_picked_by_side_kind_and_branch_in_text_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = sections(told(recorded_war()))
    every = debriefed().entries
    for tags in (["hanoi"], ["escalation", "refusal"], ["washington", "overture", "weakness"]):
        (found,) = picked(parts, tags)
        wanted = [
            one
            for one in every
            if all(
                not named or getattr(one, field) in named
                for field, named in (
                    ("side", set(tags) & set(SIDES)),
                    ("kind", set(tags) & set(KINDS)),
                    ("branch", set(tags) & {WEAKNESS, COSTLY, RESILIENCE}),
                )
            )
        ]
        assert [item.paragraphs for item in found.items] == [one.sentences for one in wanted]
    recorded_war().save(tmp_path / "war.overture")
    assert main(["debrief", str(tmp_path / "war.overture"), "--acts", "hanoi", "overture"]) == 0
    said = capsys.readouterr().out
    assert "Hanoi holds out a hand" in said
    assert "Washington holds out a hand" not in said


@pytest.mark.parametrize("number", range(7))
def test_the_prose_calls_a_chance_a_chance_and_speaks_of_no_log_odds(number: int) -> None:
    game = _games()[number]
    made = opened(game)
    said = [
        *(text for entry in made.entries for text in entry.sentences),
        *(first.sentence for first in made.first),
    ]
    assert said
    for text in said:
        assert "log-odds" not in text
        assert "P(open)" not in text
        assert not re.search(r"(opening|further|open) (with )?\d\.\d", text), text


def test_the_prose_leaves_names_their_capital_letters() -> None:
    said = " ".join(
        text for game in _games() for entry in opened(game).entries for text in entry.sentences
    )
    assert "the South" in said
    for name in (" the south", " the north", "laos", "cambodia", "moscow", "peking"):
        assert name not in said
