"""The seminar's pack: pages that print, a side's papers without the other's, no type in play."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from game.campaign import Campaign, build, load, names
from game.cli import main
from game.engine.board import HANOI, ISSUES, POSITIONS, SIDES, WASHINGTON
from game.engine.ladders import LADDERS
from game.record.timetable import PRESETS, Preset, timetable
from game.study.debrief.words import NAMES
from game.study.papers import pack_texts
from game.study.papers.pack import Secret, files, secret_list, weights
from game.study.papers.pack_questions import QUESTIONS
from game.study.papers.pack_sheets import RULE, span, without_rule
from game.study.papers.timetable import slot_words
from game.words import plain as plain_words
from game.words.rungs import rung_name
from tests.study.opened_wars import full
from tests.study.test_report import checked

MODEL = ("resilien", "dove", "hawk", "equilibrium", "read as weakness", "open hand is")
"""Words of the model, which stand only on what is given out after play."""


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+", text) if len(part.strip()) > 25]


@cache
def _written(campaign: str, seed: int | None = None) -> dict[str, str]:
    return dict(files(_loaded(campaign), seed))


@cache
def _loaded(campaign: str) -> Campaign:
    return load(campaign)


@cache
def _secrets(campaign: str, side: int) -> tuple[Secret, ...]:
    return secret_list(_loaded(campaign), side)


@pytest.mark.parametrize("campaign", names())
def test_every_page_of_every_campaigns_pack_is_well_made(campaign: str) -> None:
    for name, text in _written(campaign, seed=4).items():
        if name.endswith(".html"):
            checked(text)
    assert len(_written(campaign)) == 20


@pytest.mark.parametrize("campaign", names())
@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_sides_pack_holds_no_fact_of_the_other_sides_secret_list(
    campaign: str, side: int
) -> None:
    known, enemy = _loaded(campaign), 1 - side
    ours = {one.term for one in _secrets(campaign, side)}
    pages = {
        name: checked(text).text
        for name, text in _written(campaign, seed=4).items()
        if name.startswith((f"{SIDES[side]}/", "everybody/")) and name.endswith(".html")
    }
    facts = [f"{one.term} {one.text}" for one in _secrets(campaign, enemy)]
    facts += [one.term for one in _secrets(campaign, enemy) if one.term not in ours]
    told_both = _sentences(known.briefing(side))
    facts += [one for one in _sentences(known.briefing(enemy)) if one not in told_both]
    facts += [weights(known, enemy)]
    facts += [*pack_texts.CARDS[enemy].values()]
    assert len(facts) > 12
    for name, text in pages.items():
        plain = " ".join(text.split())
        for fact in facts:
            assert fact not in plain, (name, fact)


def test_a_side_finds_its_own_secrets_in_its_brief() -> None:
    made = _written("tet")
    for side, name in enumerate(SIDES):
        brief = " ".join(checked(made[f"{name}/brief.html"]).text.split())
        for one in _secrets("tet", side):
            assert one.term in brief
            assert one.text in brief


def test_no_private_type_stands_in_a_pack_without_a_seed() -> None:
    made = _written("tet")
    told = [text for card in pack_texts.CARDS for text in card.values()]
    for name, text in made.items():
        assert not any(one in text for one in told), name
    assert not any("card" in name for name in made)


@pytest.mark.parametrize("seed", [24680, 24681, 24682, 24683])
def test_a_sealed_card_says_what_its_side_is_under_the_seed(seed: int) -> None:
    world = build(full(), seed)[1]
    made = _written("vietnam-1965-1973", seed)
    for side, name in enumerate(SIDES):
        card = made[f"{name}/card-sealed.html"].replace("&#39;", "'")
        for kind in ("resilience", "nerve"):
            true = int(getattr(world, kind)[0, side])
            assert pack_texts.CARDS[side][kind, true] in card
            assert pack_texts.CARDS[side][kind, 1 - true] not in card
        assert str(seed) not in checked(card).text


def test_only_sheets_for_after_play_speak_the_language_of_the_model() -> None:
    for name, text in _written("tet", seed=4).items():
        if name.startswith(("washington", "hanoi")) or name == "everybody/rules.html":
            plain = checked(text).text.lower()
            assert [word for word in MODEL if word in plain] == [], name
        if "model" in name:
            assert "after play" in text.lower()


@pytest.mark.parametrize("campaign", names())
def test_no_paper_for_players_holds_a_sentence_of_the_rule(campaign: str) -> None:
    for name, text in _written(campaign, seed=4).items():
        if name.startswith(("washington/", "hanoi/", "everybody/rules", "everybody/channels")):
            plain = " ".join(checked(text).text.split())
            assert RULE.search(plain) is None, (name, RULE.search(plain))


def test_the_search_for_the_rule_finds_it_where_it_stands() -> None:
    told = "Talks offered before the blow would be taken for weakness."
    hanoi = f"{_loaded('tet').briefing(HANOI)} {told}"
    assert RULE.search(hanoi)
    assert not RULE.search(without_rule(hanoi))
    assert "Aims:" in without_rule(hanoi)


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_guide_and_lesson_plan_print_the_programs_own_timetable_and_no_other(
    preset: Preset,
) -> None:
    made = dict(files(_loaded(preset.campaign), preset=preset))
    for name in ("guide", "lesson-plan"):
        plain = "".join(checked(made[f"facilitator/{name}.html"]).text.split())
        for slot in timetable(preset):
            line = f"{slot.first} to {slot.last} {slot_words(preset, slot)}"
            assert "".join(line.split()) in plain
    guide = made["facilitator/guide.html"]
    assert f"--session {preset.minutes}" in guide
    assert [one for one in PRESETS if f"--session {one}" in guide] == [str(preset.minutes)]
    for told in ("F9", "PIN", "passphrase", "Stop the game", "second window"):
        assert told in guide


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_there_is_a_decision_sheet_for_every_turn_marked_with_its_side(preset: Preset) -> None:
    made = dict(files(_loaded(preset.campaign), preset=preset))
    for name in SIDES:
        plain = checked(made[f"{name}/decisions.html"]).text
        sheets = re.findall(r"(\w+): decision sheet, turn (\d+)", plain)
        assert sheets == [(NAMES[name], str(turn + 1)) for turn in range(preset.turns)]


def test_the_menu_names_every_rung_with_its_base_price_and_what_the_enemy_sees() -> None:
    for side, name in enumerate(SIDES):
        plain = " ".join(checked(_written("tet")[f"{name}/orders.html"]).text.split())
        for ladder in LADDERS[side]:
            for rung in range(len(ladder.rungs)):
                assert rung_name(side, ladder.name, rung) in plain
        assert "The price on the screen rules" in plain
        assert "seen by everybody once the quarter is over" in plain
        secret = sum(not ladder.public for ladder in LADDERS[side])
        assert plain.count("Secret: the enemy has only estimates.") == secret


def test_the_table_sheet_has_every_position_both_public_weights_and_a_column_for_this_war() -> None:
    for name in SIDES:
        text = _written("tet")[f"{name}/table.html"]
        for issue, words in POSITIONS.items():
            assert issue in ISSUES
            for position in words:
                assert plain_words.capital(position) in checked(text).text
        assert text.count('class="copied"></td>') == len(ISSUES)
        shares = build(_loaded("tet"))[0].scoring.issue_weights
        for issue in range(len(ISSUES)):
            both = [f'<td class="figure">{60 * shares[side, issue]:.0f}</td>' for side in (0, 1)]
            assert "".join(both) in text


def test_a_channel_of_one_quarter_says_its_date_once() -> None:
    assert span("1966Q3", "1966Q3") == "July to September 1966"
    assert span("1966Q3", "1967Q1") == "July to September 1966 until January to March 1967"


def test_a_role_card_has_something_to_argue_for_that_no_other_card_of_its_side_has() -> None:
    for roles in pack_texts.ROLES:
        assert all(role.argues for role in roles)
        assert len({role.argues for role in roles}) == len(roles)


HEDGES = re.compile(r"\b(may|might|perhaps|usually|mostly|often|sometimes|rarely|can|only)\b")


def _is(choose: Callable[[Mapping[str, int]], str], measure: Callable[[str], int]) -> float:
    """Return the share of questions whose right answer is the one that a measure picks out."""
    hits = []
    for question in QUESTIONS:
        sizes = {letter: measure(text) for letter, text in question.answers.items()}
        hits.append(choose(sizes) == question.by_rule)
    return sum(hits) / len(hits)


def _least(sizes: Mapping[str, int]) -> str:
    return min(sizes, key=lambda letter: sizes[letter])


def _most(sizes: Mapping[str, int]) -> str:
    return max(sizes, key=lambda letter: sizes[letter])


@pytest.mark.parametrize("choose", [_least, _most])
@pytest.mark.parametrize(
    "measure", [len, lambda text: len(text.split()), lambda text: len(HEDGES.findall(text))]
)
def test_no_way_of_guessing_by_length_or_hedges_is_right_in_more_than_two_fifths(
    choose: Callable[[Mapping[str, int]], str], measure: Callable[[str], int]
) -> None:
    if choose is _least and measure("may can") == 2 and measure("a") == 0:
        pytest.skip("least hedged is no way of guessing: several have none")
    assert _is(choose, measure) <= 0.4


def test_wrong_answers_are_as_long_as_the_right_one() -> None:
    for question in QUESTIONS:
        right = len(question.answers[question.by_rule])
        wrong = [
            len(text) for letter, text in question.answers.items() if letter != question.by_rule
        ]
        assert 0.75 * right <= min(wrong) <= max(wrong) <= 1.35 * right


@pytest.mark.parametrize(("paper", "size"), [("a4", "A4"), ("letter", "letter")])
def test_every_sheet_sets_its_paper(paper: str, size: str) -> None:
    for name, text in files(_loaded("tet"), paper=paper):
        if name.endswith(".html"):
            assert f"size: {size}" in text, name
            assert "size: auto" not in text


def test_ten_slides_load_nothing_and_half_of_them_are_for_after_play() -> None:
    text = _written("tet")["facilitator/slides.html"]
    assert text.count('<section class="slide') == 10
    assert text.count(' after">') == 5
    assert "ArrowRight" in text
    assert not re.search(r"(src|href)=", text)


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_there_are_roles_for_three_to_five_people_a_side(side: int) -> None:
    roles = pack_texts.ROLES[side]
    assert len(roles) == 5
    assert len({role.office for role in roles}) == 5


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_role_is_a_post_of_many_and_no_office_of_one_person(side: int) -> None:
    assert all(re.match("An? ", role.office) for role in pack_texts.ROLES[side])


def test_the_command_writes_the_pack_and_refuses_what_is_no_seed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "tet", "--out", str(tmp_path), "--seed", "7"]) == 0
    assert (tmp_path / "hanoi" / "card-sealed.html").is_file()
    assert main(["pack", "tet", "--out", str(tmp_path), "--seed", "-1"]) == 2
    assert "seed" in capsys.readouterr().err
    assert main(["pack", "nowhere", "--out", str(tmp_path)]) == 2
