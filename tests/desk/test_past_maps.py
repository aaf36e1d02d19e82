"""A page of the past shows the past's map."""

import pytest

from game.desk.build_lenses import lenses
from game.desk.build_quarter import after, resolution
from game.desk.setting import setting_of
from game.engine.board import HANOI, WASHINGTON
from tests.desk.wars import random_war


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_cable_of_an_earlier_quarter_lies_over_the_map_of_that_quarter(side: int) -> None:
    game = random_war(7)
    whole = game.dossier(side)
    count = len(whole.reports)
    assert count > 3
    setting = setting_of(game)
    differing = 0
    for place in range(count):
        then = {lens.id: lens for lens in lenses(after(whole, place + 1))}
        today = {lens.id: lens for lens in lenses(whole)}
        alone = resolution(whole, setting, range(place, place + 1)).cables
        together = resolution(whole, setting, range(count)).cables
        for cable in alone:
            assert cable.lens == then[cable.lens.id]
            assert [one for one in together if (one.body, one.lens) == (cable.body, cable.lens)]
            differing += cable.lens != today[cable.lens.id]
    assert differing, "a war whose map never changes tests nothing"


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_papers_of_the_past_are_those_that_lay_there_then(side: int) -> None:
    game = random_war(7)
    whole = game.dossier(side)
    for played in range(len(whole.reports) + 1):
        then = after(whole, played)
        assert len(then.reports) == played
        assert then.view is whole.views[played]
        assert then.tables is whole.tables_at(played)
