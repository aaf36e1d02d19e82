"""The home front's ladder says what each rung brings and costs, as the rules reckon it."""

from dataclasses import replace

import numpy as np
import pytest

from game.desk import at_home, build_orders
from game.desk.build_gauges import gauges
from game.desk.models import LadderRow
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.ui.widgets.rungs import price_text
from tests.desk.wars import chair, random_war


def changed(side: int, **constants: object) -> Dossier:
    """Return a side's dossier in a war whose rules have some constants of their own."""
    dossier = chair(side).dossier
    made = replace(
        dossier.tables.constants, **{name: np.array(value) for name, value in constants.items()}
    )
    return replace(dossier, tables=replace(dossier.tables, constants=made))


def home(side: int) -> LadderRow:
    """Return the ladder of a side's home front."""
    seat = chair(side)
    ladders = build_orders.orders(seat.draft, seat.dossier, seat.setting).ladders
    return next(one for one in ladders if one.id == "home")


def test_every_rung_says_what_the_rules_pay_for_it() -> None:
    pays = ((0.0, -0.7, -3.0, -5.0), (4.0, 1.0, 0.0, -2.5))
    for side, words in (
        (WASHINGTON, ("", "-0.7 each quarter", "-3 each quarter", "-5 that quarter")),
        (HANOI, ("+4 each quarter", "+1 each quarter", "", "-2.5 each quarter")),
    ):
        assert at_home.upkeep(changed(side, payroll_by_home=pays)) == words


def test_consent_and_men_are_told_too_and_what_is_nought_is_left_out() -> None:
    hanoi = changed(
        HANOI,
        payroll_by_home=((0.0,) * 4, (2.0, 0.0, 0.0, 0.0)),
        cohesion_by_home=(0.0, 0.02, -0.015, 0.0),
        mobilised=(0.0, 5.0, 0.0, 0.0),
    )
    quiet, exhort, mobilise, total = at_home.ledgers(hanoi)
    assert quiet == "Each quarter that it stands: political capital +2 points."
    assert exhort == (
        "Each quarter that it stands: unity of the Politburo +2 points; 5,000 more men."
    )
    assert mobilise == "Each quarter that it stands: unity of the Politburo -1.5 points."
    assert total == "Each quarter that it stands: nothing gained, nothing paid."


def test_calling_the_reserves_is_told_as_an_act_of_one_quarter() -> None:
    said = at_home.ledgers(chair(WASHINGTON).dossier)[3]
    assert said.startswith("In that quarter: approval -3 points")
    assert said.endswith("From then on stands: Rally.")


def test_the_orders_show_it_beside_the_price_and_under_the_rung() -> None:
    for side in (WASHINGTON, HANOI):
        dossier = chair(side).dossier
        for rung, upkeep, ledger in zip(
            home(side).rungs, at_home.upkeep(dossier), at_home.ledgers(dossier), strict=True
        ):
            assert rung.risk.endswith(ledger)
            assert price_text(rung).endswith(upkeep)


def test_a_rung_that_stands_is_free_to_keep_but_not_called_so_alone() -> None:
    standing = home(HANOI).rungs[home(HANOI).standing]
    assert price_text(standing) == "free; +2 each quarter"


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_the_cause_under_capital_counts_the_home_front_with_consent(side: int) -> None:
    dossier = random_war(5).dossier(side)
    said = next(one for one in gauges(dossier) if one.id == "capital").cause
    paid = round(float(dossier.view.payroll))
    assert "and the home front" in said
    assert f"{'took' if paid < 0 else 'brought'} {abs(paid) or 'nothing'}" in said
