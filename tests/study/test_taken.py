"""The cards against the truth, over many wars of random and bent players."""

from functools import cache

from game.campaign import FULL
from game.study.contests.taken import Cards, commonest, figures, played


@cache
def cards() -> Cards:
    """Return the cards of 2,000 quarters."""
    return played(FULL, 2000, 1)


def test_the_direction_is_right_in_two_of_three_to_four_of_five() -> None:
    assert 0.65 <= cards().right.mean() <= 0.80


def test_a_surer_card_is_oftener_right() -> None:
    rows = figures(cards())["right_by_sureness"]
    shares = [row["right"] for row in rows]
    assert shares == sorted(shares)
    assert len(shares) == 3


def test_the_cards_say_more_than_always_the_commonest_for_the_posture_shown() -> None:
    assert cards().right.mean() >= commonest(cards()) + 0.10


def test_all_the_cards_of_a_war_hardly_tell_the_enemys_type() -> None:
    assert figures(cards())["type_told"] <= 0.65
