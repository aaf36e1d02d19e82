"""Prose about real quarters: cables, papers, causes and counsel of random wars, for either side."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from game.desk import build_news
from game.desk.build_gauges import DIALS
from game.desk.draft import Draft
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.ladders import SLOTS, Bombing, Effort, slot_of
from game.words import causes, closing, counsel, papers
from tests.desk.wars import hotseat, random_war
from tests.words.test_texts import MODEL, MOST_WORDS


def told(dossier: Dossier) -> Iterator[str]:
    """Yield every text that a side reads about its quarters."""
    for place, report in enumerate(dossier.reports):
        before, after = dossier.views[place], dossier.views[place + 1]
        for cable in build_news.dispatches(dossier, place):
            yield cable.body
        found = build_news.found(dossier, place)
        page = papers.paper(dossier.side, found, after, report)
        yield f"{page.headline}. {page.paragraph}"
        for dial in DIALS[dossier.side]:
            yield causes.cause(dial.id, before, after, report, dossier.facts)
        yield from counsel.remarks(after, dossier.facts)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_what_is_told_of_any_quarter_is_short_and_plain(side: int, seed: int) -> None:
    texts = set(told(random_war(seed).dossier(side)))
    assert [text for text in texts if len(text.split()) > MOST_WORDS] == []
    assert [text for text in texts if MODEL.search(text)] == []
    assert [text for text in texts if "nan" in text.lower().split()] == []


def test_an_offensive_is_the_front_page_and_has_its_cables() -> None:
    for seed in range(6):
        dossier = random_war(seed).dossier(WASHINGTON)
        for place, report in enumerate(dossier.reports):
            effort = dossier.views[place + 1].acts[HANOI][SLOTS[HANOI]["effort"]]
            if (effort == Effort.OFFENSIVE).any() and report.ended == "running":
                assert build_news.found(dossier, place)[0].kind == "offensive"
                headings = [cable.heading for cable in build_news.dispatches(dossier, place)]
                assert headings[3:].count("GENERAL OFFENSIVE") == 1  # one, in however many corps
                assert "HOW IT IS READ" in headings
                return
    pytest.fail("no random war has an offensive; choose other seeds")


def test_capital_is_explained_to_the_point() -> None:
    game = hotseat().game
    game.commit(WASHINGTON, {"bombing": "interdiction"})
    game.commit(HANOI, {})
    dossier = game.dossier(WASHINGTON)
    before, after = dossier.views
    cause = causes.cause("capital", before, after, dossier.reports[0], dossier.facts)
    assert f"orders cost {dossier.reports[0].paid}" in cause
    step = dossier.views[1].capital - dossier.views[0].capital
    assert step == pytest.approx(dossier.views[1].payroll - dossier.reports[0].paid, abs=0.01)


def sentence(side: int, **changes: str) -> str:
    dossier = hotseat().game.dossier(side)
    draft = Draft(dossier)
    for ladder, rung in changes.items():
        draft.order(ladder, rung)
    return closing.irreversible(draft.orders(), dossier.view, dossier.facts)


def test_the_sentence_before_the_end_names_what_cannot_be_taken_back() -> None:
    assert sentence(WASHINGTON) == closing.NOTHING
    assert "sent; some of them will not return" in sentence(WASHINGTON, troops="in")
    assert "only once" in sentence(WASHINGTON, home="reserves")
    assert "sees the door open" in sentence(HANOI, posture="talks")
    assert "cannot be called back" in sentence(HANOI, message="offer")
    assert sentence(HANOI, labour="trail") == "What goes into force: Labour in the North: Trail."


def test_mines_are_told_to_be_past_taking_back() -> None:
    game = hotseat().game
    dossier = game.dossier(WASHINGTON)
    orders = Draft(dossier).orders()
    orders.rungs[0, slot_of(WASHINGTON, "bombing")] = Bombing.MINING
    assert "ports are mined" in closing.irreversible(orders, dossier.view, dossier.facts)


def test_breaking_an_understanding_is_said_before_it_is_done() -> None:
    game = hotseat().game
    game.commit(WASHINGTON, {"posture": "talks"})
    game.commit(HANOI, {"posture": "talks"})
    for side, change in (
        (WASHINGTON, ("bombing", Bombing.MINING)),
        (HANOI, ("effort", Effort.OFFENSIVE)),
    ):
        dossier = game.dossier(side)
        assert int(dossier.view.understanding) == 2
        assert np.all(dossier.view.talking == 1)
        orders = Draft(dossier).orders()
        orders.rungs[0, SLOTS[side][change[0]]] = change[1]
        said = closing.irreversible(orders, dossier.view, dossier.facts)
        assert "understanding on bombing is broken" in said


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_how_near_the_patrons_are_thought_to_be_is_told_once_they_stir(side: int) -> None:
    dossier = hotseat().game.dossier(side)
    told = []
    for word in range(5):
        seen = replace(dossier.view, fields=dossier.view.fields | {"seen_brink": word})
        told.append(" ".join(counsel.remarks(seen, dossier.facts)))
    assert "Peking" not in told[0]
    assert len(set(told)) == 5
    assert "at the edge" in told[4]
