"""The game tree as a file for Gambit."""

from fractions import Fraction

import pytest

from game.theory.efg import game_tree
from tests.theory.points import at_base


def lines(**values: object) -> list[str]:
    """Return the lines of the base game's tree with some fields changed."""
    return game_tree(at_base(**values)).splitlines()


def test_the_tree_has_every_history_of_the_game() -> None:
    kinds = [line.split(" ")[0] for line in lines()[3:]]
    assert (kinds.count("c"), kinds.count("p"), kinds.count("t")) == (3, 12, 16)


def test_each_type_of_either_side_is_an_agent_of_its_own() -> None:
    places = {tuple(line.split(" ")[2:4]) for line in lines() if line.startswith("p")}
    assert places == {("1", "1"), ("1", "2"), ("2", "1"), ("2", "2"), ("2", "3"), ("2", "4")}


def test_payoffs_are_multiplied_by_the_precision_of_who_gets_them() -> None:
    """A high sender that opens and is met by a hawk's escalation gets 15 k; the hawk, 10 times
    a quarter of the stake and its leverage, .3, less what escalating costs a hawk, .4."""
    place = lines().index('p "" 2 3 "hawk sees open" { "escalate" "hold" } 0')
    leaf = lines()[place + 1].split("{ ")[1].removesuffix(" }").split(", ")
    assert [float(payoff) for payoff in leaf] == pytest.approx([15 * 0.2, 10 * (0.3 - 0.4)])


@pytest.mark.parametrize("belief", [0.0, 1.0, 0.1, 1 / 3, 0.1 + 0.2, 1e-9, 1 - 2**-53, 5e-324])
def test_chances_add_up_to_one_exactly(belief: float) -> None:
    chance = lines(belief_high=belief)[3].split("{ ")[1].split(" ")
    assert Fraction(chance[1]) + Fraction(chance[3]) == 1
    assert float(Fraction(chance[1])) == belief


def test_a_title_cannot_break_the_file() -> None:
    head = game_tree(at_base(), title='a "b" \\').splitlines()[0]
    assert head == 'EFG 2 R "a \'b\' /" { "Sender" "Receiver" }'
