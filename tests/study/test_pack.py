"""The seminar's pack: pages that print, a side's papers without the other's, no type in play."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from game.campaign import Campaign, build, load, names
from game.cli import main
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.record.timetable import PRESETS, Preset
from game.study import pack_texts
from game.study.pack import Secret, files, secret_list, timeline, weights
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
    assert len(_written(campaign)) == 11


@pytest.mark.parametrize("campaign", names())
@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_sides_pack_holds_no_fact_of_the_other_sides_secret_list(
    campaign: str, side: int
) -> None:
    known, enemy = _loaded(campaign), 1 - side
    ours = {one.term for one in _secrets(campaign, side)}
    pages = {name: checked(text).text for name, text in _written(campaign, seed=4).items()
             if name.startswith((f"{SIDES[side]}/", "everybody/")) and name.endswith(".html")}
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


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_at_least_a_third_of_every_sitting_is_the_debrief(preset: Preset) -> None:
    made = timeline(preset)
    assert made[0].first == 0
    assert all(one.last == other.first for one, other in pairwise(made))
    total = made[-1].last
    assert 3 * (made[-1].last - made[-1].first) >= total
    assert made[1].last - made[1].first >= 0.4 * total


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_there_are_roles_for_three_to_five_people_a_side(side: int) -> None:
    roles = pack_texts.ROLES[side]
    assert len(roles) == 5
    assert len({role.office for role in roles}) == 5


def test_the_command_writes_the_pack_and_refuses_what_is_no_seed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "tet", "--out", str(tmp_path), "--seed", "7"]) == 0
    assert (tmp_path / "hanoi" / "card-sealed.html").is_file()
    assert main(["pack", "tet", "--out", str(tmp_path), "--seed", "-1"]) == 2
    assert "seed" in capsys.readouterr().err
    assert main(["pack", "nowhere", "--out", str(tmp_path)]) == 2
