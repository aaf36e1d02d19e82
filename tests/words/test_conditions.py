"""A line is said only if the state bears it: wars are played and each line's condition is checked.

Twenty wars in the suite; another number by ``OVERTURE_CONDITION_WARS``.
"""

import os

import pytest

from game.desk import build_news
from game.desk.build_diplomacy import drafted
from game.desk.build_quarter import end
from game.desk.draft import Draft
from game.desk.setting import setting_of
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.ladders import slot_of
from game.words import causes, closing, papers, terms
from game.words.happenings import happenings
from tests.desk.wars import hotseat, random_war

WARS = int(os.environ.get("OVERTURE_CONDITION_WARS", "20"))


def upheld(dossier: Dossier, place: int) -> None:
    """Check the condition of every line that paper and cables say of a quarter."""
    before, after, report = dossier.views[place], dossier.views[place + 1], dossier.reports[place]
    found = happenings(before, after, report, dossier.views[:place])
    kinds = {item.kind for item in found}
    said = " ".join(papers.fact(item, after, report) for item in found)
    wires = " ".join(cable.body for cable in build_news.dispatches(dossier, place))
    sat = any(view.talking for view in dossier.views[: place + 1])
    conditions = {
        "For the first time both": report.sitting and not sat,
        "Both governments sit": report.sitting and not before.talking,
        "The delegations meet": report.sitting and before.talking,
        "The delegations have gone home": before.talking and not report.sitting,
        "The President calls up": not before.reserves_called,
        "No bombs fall on the North": after.acts[WASHINGTON][slot_of(WASHINGTON, "bombing")] == 0,
        "No attack sorties over the North": report.sorties < 0.05,
        "American soldiers left": report.withdrawn > 0,
        "American soldiers arrived": report.sent > 0,
        "No session was held": before.talking and not report.sitting,
        "Nothing in the quarter changed": kinds == {"quiet"},
        "come out in print": bool(sum(report.leaked)),
    }
    for line, holds in conditions.items():
        if line in said or line in wires:
            assert holds, (line, report.quarter)


def caused(dossier: Dossier, place: int) -> None:
    """Check the condition of every sentence that stands under a gauge."""
    before, after, report = dossier.views[place], dossier.views[place + 1], dossier.reports[place]
    blow = causes.attacked(after)
    flown = report.sorties >= 0.0005  # thousand: half a sortie
    trail = after.acts[WASHINGTON][slot_of(WASHINGTON, "trail")] > 0
    conditions = {
        "A new administration": report.offensive_scale <= causes.SHOCK,
        "An attack makes": blow or report.offensive_scale > causes.SHOCK,
        "The dead of earlier": after.us_deaths > report.us_deaths,
        "few new ones": report.us_deaths < causes.MANY_DEAD,
        "More American troops stand": after.troops > before.troops,
        "A quieter front": report.tempo.sum() <= causes.FIERCE,
        "The fighting wears": report.tempo.sum() > causes.FIERCE,
        "the trail is bombed as well": trail,
        "Nothing was bombed there": not trail,
        "sorties did more": flown,
        "Nothing was hit": not flown,
        "What was hit": flown,
        "has used up stores": blow,
        "the offensive used up": blow,
        "undid the work": report.tempo.sum() > causes.CALM,
        "cost -": False,
    }
    if dossier.side == HANOI:
        conditions |= {
            "The demands made": after.reached[slot_of(HANOI, "home")] >= causes.DEMANDING,
            "Losses were bearable": (report.own_deaths or 0) <= causes.DEAR,
            "Nothing is laid up": after.preparation <= causes.STILL,
            "stores stand": after.preparation > causes.STILL,
            "nobody went south": not report.own_infiltration,
        }
    else:
        conditions["A better army"] = after.quality > before.quality
        conditions["Training and equipment tell"] = after.quality > before.quality
    said = " ".join(
        causes.cause(gauge, before, after, report, dossier.facts) for gauge in GAUGES[dossier.side]
    )
    for line, holds in conditions.items():
        assert holds or line not in said, (line, report.quarter)


COMMON = {"approval", "opposition", "capital", "troops", "us_deaths", "stability", "aircraft"}
GAUGES = (
    {*COMMON, "quality", "control", "seen_force"},
    {
        *COMMON,
        "hanoi_deaths",
        "cohesion",
        "main_force",
        "throughput",
        "function",
        "preparation",
        "manpower",
    },
)
"""What is explained to each side."""


def test_every_gauge_that_is_explained_is_walked() -> None:
    assert GAUGES[WASHINGTON] | GAUGES[HANOI] == set(causes.CAUSES)


@pytest.mark.parametrize("seed", range(WARS))
def test_every_line_about_a_quarter_is_borne_by_the_state(seed: int) -> None:
    game = random_war(seed)
    for side in (WASHINGTON, HANOI):
        dossier = game.dossier(side)
        for place in range(len(dossier.reports)):
            upheld(dossier, place)
            caused(dossier, place)
            for each in (WASHINGTON, HANOI):
                old, new = (view.tabled[each] for view in dossier.views[place : place + 2])
                if terms.moved(each, old, new) == "Tabled for the first time.":
                    assert all(view.tabled[each][0] < 0 for view in dossier.views[: place + 1])


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_nothing_changes_is_said_only_where_nothing_is_ordered_or_in_danger(side: int) -> None:
    game = hotseat().game
    dossier = game.dossier(side)
    draft = Draft(dossier)
    calm = end(draft, dossier, setting_of(game))
    assert (closing.NOTHING in calm.irreversible) == (not calm.danger and not calm.open)
    draft.order("posture", "talks")
    assert closing.NOTHING not in end(draft, dossier, setting_of(game)).irreversible


@pytest.mark.parametrize("side", [WASHINGTON, HANOI], ids=SIDES)
def test_ones_own_draft_is_never_headed_as_the_other_sides(side: int) -> None:
    dossier = hotseat().game.dossier(side)
    for posture in ("refuse", "conditions", "contacts", "talks"):
        for sent in ("none", "offer"):
            draft = Draft(dossier)
            draft.order("posture", posture)
            draft.order("message", sent)
            made = drafted(dossier, draft)
            assert "OTHER SIDE" not in made.heading
            assert "MONITORED" not in made.heading
