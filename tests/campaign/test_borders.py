"""How far the rules reach: a campaign about another war is told so; keys by their first names."""

from pathlib import Path

import pytest

from game.campaign import load, loading, names
from game.campaign.loading import parse
from game.cli import main
from game.cli.text import notices
from game.desk.desk import Desk
from game.record import Game
from tests.campaign.small import PATH, SCENARIO, changed, small


def korea() -> str:
    """Return the small war moved to other years."""
    text = changed()
    for old, new in (("1968", "1951"), ("1969", "1952")):
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("name", names())
def test_a_shipped_campaign_is_within_the_borders(name: str) -> None:
    assert load(name).beyond == ""


def test_other_years_are_told_in_one_sentence() -> None:
    said = parse(korea().encode(), PATH).beyond
    assert said.startswith("Four quarters is of 1951 to 1952; the rules, the people")
    assert said.count(".") == 1


@pytest.mark.parametrize(
    ("old", "new", "about"),
    [
        ('hanoi = "Wait."', 'hanoi = "Peking must wait."', "about Peking"),
        ('title = "Four quarters"', 'title = "The Korea quarters"', "about Korea"),
        (
            'coding = "By the day."',
            'coding = "By day."\nsides = ["Delhi", "Peking"]',
            "about Delhi and Peking",
        ),
    ],
)
def test_other_sides_are_told(old: str, new: str, about: str) -> None:
    assert about in small((old, new)).beyond


def test_a_campaign_of_this_war_may_name_others() -> None:
    assert small(('hanoi = "Wait."', 'hanoi = "Wait; Peking and Hanoi agree."')).beyond == ""
    assert (
        small(
            ('coding = "By the day."', 'coding = "By day."\nsides = ["Washington", "Hanoi"]')
        ).beyond
        == ""
    )


def test_check_says_so_and_the_file_is_good_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "korea.toml"
    path.write_text(korea(), "utf-8")
    assert main(["check", str(path)]) == 0
    assert "is of 1951 to 1952; the rules" in capsys.readouterr().out


def test_the_window_and_the_terminal_say_so_as_the_game_begins(tmp_path: Path) -> None:
    game = Game.new(parse(korea().encode(), PATH), 1)
    assert any("is of 1951 to 1952" in said for said in notices(game, tmp_path))
    assert any("is of 1951 to 1952" in said for said in Desk(game, {}).notices())
    here = Game.new(small(), 1)
    assert not any("the rules, the people" in said for said in notices(here, tmp_path))


def test_files_with_the_first_names_of_keys_load_and_are_the_same_campaign() -> None:
    old = changed().replace("nerve_new_administration", "nerve_1969")
    old = old.replace("washington_dove_new_administration", "washington_dove_1969")
    assert "1969 =" in old
    assert parse(old.encode(), PATH).digest == small().digest
    both = changed(("nerve_new_administration", 'nerve_1969 = "hawk"\nnerve_new_administration'))
    with pytest.raises(Exception, match="nerve_1969: unknown key; remove it"):
        parse(both.encode(), PATH)


def test_whose_war_it_says_to_be_leaves_kept_games_alone() -> None:
    said = small(('coding = "By the day."', 'coding = "By day."\nsides = ["Delhi", "Peking"]'))
    assert said.digest == small().digest
    assert SCENARIO  # a scenario may say so too; its base need not


def test_the_digest_calls_renamed_keys_by_their_first_names_so_that_kept_games_load() -> None:
    played = loading._played(small().file)
    assert played["types"]["washington"]["nerve_1969"] == "hawk"
    assert played["priors"]["washington_dove_1969"] == 0.5
    assert "nerve_new_administration" not in str(played)
