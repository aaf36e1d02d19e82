"""Climaxes: each occasion from a quarter played or made, people in every figure, and no secret."""

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from game.campaign import load
from game.desk import build_climax, map_acts
from game.desk.models import Climax
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.ladders import SLOTS, Bombing, BombingLine, BorderCrossing, Effort, slot_of
from game.engine.view import Report
from game.engine.world import FIELDS
from game.record import Game
from game.record.recorded_war import recorded_war
from game.words import climaxes, plain
from tests.desk.wars import chair, random_war

RECORD = {
    "1965Q1": "bombs",
    "1965Q2": "door_open",
    "1965Q4": "leak",
    "1968Q1": "offensive",
    "1968Q2": "session",
    "1970Q2": "door_shut",
    "1970Q4": "door_open",
    "1972Q1": "door_shut",
    "1972Q2": "offensive",
    "1972Q3": "door_open",
    "1973Q1": "signature",
}
"""Quarters of the recorded war with their climaxes as Washington saw them; the offensive of early
1969 is another."""
ENDS = ("saigon_falls", "consent_breaks", "north_breaks", "unsettled", "signature")


def recorded() -> Game:
    return recorded_war(load("vietnam-1965-1973"))


@cache
def quiet(side: int = WASHINGTON) -> Dossier:
    """Return a side's papers after two quarters in which nothing was ordered and nothing seen."""
    game = chair(side).game
    for _ in range(2):
        for each in (0, 1):
            game.commit(each, {})
    return game.dossier(side)


def with_acts(dossier: Dossier, place: int, *acts: tuple[int, str, int]) -> Dossier:
    """Return papers in whose view of a place some rungs were seen: side, ladder, rung."""
    views = list(dossier.views)
    seen = np.array(views[place].fields["acts"])
    for side, ladder, rung in acts:
        seen[side][SLOTS[side][ladder]] = rung
    views[place] = replace(views[place], fields=views[place].fields | {"acts": seen})
    return replace(dossier, views=tuple(views))


def with_fields(dossier: Dossier, place: int, **fields: Any) -> Dossier:
    views = list(dossier.views)
    views[place] = replace(views[place], fields=views[place].fields | fields)
    return replace(dossier, views=tuple(views))


def with_report(dossier: Dossier, **changes: Any) -> Dossier:
    """Return papers whose last report says something else."""
    last = replace(dossier.reports[-1], **changes)
    return replace(dossier, reports=(*dossier.reports[:-1], last))


def base(side: int = WASHINGTON) -> Dossier:
    """Return the quiet papers with every ladder that makes a climax at rest."""
    rest = (
        (WASHINGTON, "bombing", 0),
        (WASHINGTON, "line", 0),
        (HANOI, "effort", 1),
        (WASHINGTON, "posture", 0),
        (HANOI, "posture", 0),
    )
    dossier = quiet(side)
    for place in range(3):
        dossier = with_acts(dossier, place, *rest)
        dossier = with_fields(dossier, place, talking=0)
    return dossier


def last(dossier: Dossier) -> Climax | None:
    return build_climax.own(dossier, 1)


HEAVY = ((WASHINGTON, "bombing", Bombing.UNRESTRICTED), (WASHINGTON, "line", BombingLine.NONE))
MADE = {
    "offensive": lambda d: with_acts(d, 2, (HANOI, "effort", Effort.OFFENSIVE)),
    "bombs": lambda d: with_acts(d, 2, (WASHINGTON, "bombing", 2)),
    "mines": lambda d: with_acts(d, 2, (WASHINGTON, "bombing", Bombing.MINING)),
    "christmas": lambda d: with_fields(with_acts(d, 2, *HEAVY), 1, talking=1),
    "session": lambda d: with_fields(d, 2, talking=1),
    "door_open": lambda d: with_acts(d, 2, (HANOI, "posture", 2)),
    "door_shut": lambda d: with_acts(d, 1, (HANOI, "posture", 3)),
    "leak": lambda d: with_report(d, leaked=(False, True)),
    "signature": lambda d: with_fields(
        with_report(d, ended="settlement"), 2, settlement=np.array((2, 2, 1, 2, 1))
    ),
    "saigon_falls": lambda d: with_report(d, ended="collapse of Saigon"),
    "consent_breaks": lambda d: with_report(d, ended="collapse of American consent"),
    "north_breaks": lambda d: with_report(d, ended="collapse of the North's power to go on"),
    "unsettled": lambda d: with_report(d, ended="calendar"),
}


def test_the_recorded_war_has_the_climaxes_that_it_had_and_no_more() -> None:
    game = recorded()
    dossier = game.dossier(WASHINGTON)
    found = {}
    for place, report in enumerate(dossier.reports):
        made = build_climax.common(dossier, place)
        own = build_climax.own(dossier, place)
        if own is not None or made is not None:
            found[1965 * 4 + report.quarter] = (own or made).occasion
        assert made == build_climax.common(game.dossier(HANOI), place)
    wanted = {int(name[:4]) * 4 + int(name[5]) - 1: said for name, said in RECORD.items()}
    assert found == wanted | {1969 * 4: "offensive"}
    assert len(found) < len(dossier.reports) / 2


@pytest.mark.parametrize("occasion", list(MADE))
def test_each_occasion_comes_from_its_quarter_with_a_figure_of_people(occasion: str) -> None:
    assert last(base()) is None
    made = last(MADE[occasion](base()))
    assert made is not None
    assert made.occasion == occasion
    assert made.picture == build_climax.PICTURES[occasion]
    assert made.cue.startswith("climax_")
    assert int(made.figure.replace(",", "")) >= 0
    assert any(word in made.counted for word in ("soldiers", "Americans"))
    assert made.sentence.count(".") == 1
    assert bool(made.record) == (occasion in climaxes.RECORDS) == bool(made.source)
    assert made.terms == (() if occasion != "signature" else climaxes.settled_rows((2, 2, 1, 2, 1)))


def test_the_footnote_of_1968_stands_beside_an_offensive_of_that_quarter_alone() -> None:
    for name in ("1967Q4", "1968Q1", "1968Q2", "1972Q2"):
        made = climaxes.record("offensive", plain.quarter_title(name))
        assert made is not None
        assert ("1968" in made.text) == (name == "1968Q1")
        assert made.source


def test_what_goes_on_is_no_climax_again() -> None:
    for occasion in ("offensive", "mines", "christmas", "session"):
        dossier = MADE[occasion](base())
        dossier = with_fields(with_acts(dossier, 1, *_acts_of(dossier)), 1, talking=1)
        dossier = with_fields(dossier, 2, talking=1)
        assert last(dossier) is None, occasion
    bombed = with_acts(MADE["bombs"](base()), 0, (WASHINGTON, "bombing", 1))
    assert last(bombed) is None  # a pause had been, and the bombs come again


def _acts_of(dossier: Dossier) -> list[tuple[int, str, int]]:
    seen = dossier.views[2].fields["acts"]
    return [
        (side, ladder, int(seen[side][slot_of(side, ladder)]))
        for side, ladder in ((WASHINGTON, "bombing"), (WASHINGTON, "line"), (HANOI, "effort"))
    ]


def test_one_card_for_all_corps_and_one_climax_a_quarter_the_loudest() -> None:
    both = MADE["bombs"](MADE["offensive"](MADE["door_open"](MADE["leak"](base()))))
    made = last(both)
    assert made is not None
    assert (made.occasion, made.title) == ("offensive", "Everywhere at once")
    assert made.acts.zones == map_acts.ZONES
    towns = {sign.place: sign.kind for sign in made.acts.signs}
    assert towns["Huế"] == "retaken"  # falls and is taken back
    assert towns["Saigon"] == "burst"
    leaked = last(MADE["door_open"](MADE["leak"](base())))
    assert leaked is not None
    assert leaked.occasion == "leak"


def test_ones_own_door_is_no_news_but_two_who_watch_see_either() -> None:
    opened = with_acts(base(), 2, (WASHINGTON, "posture", 2))
    assert last(opened) is None
    shared = build_climax.common(opened, 1)
    assert shared is not None
    assert shared.title == "Washington opens its door"


def test_a_leak_alone_plays_after_a_curtain_and_is_not_heard() -> None:
    shown = [last(MADE[one](base())) for one in ("offensive", "leak")]
    left = build_climax.after_curtain([one for one in shown if one is not None])
    assert [one.occasion for one in left] == ["leak"]
    assert not left[0].cue


def test_nothing_a_side_alone_knows_reaches_a_climax() -> None:
    assert all(FIELDS[name].sight == "all" for name in build_climax.FIELDS)
    game = random_war(11)
    free = [
        name
        for name in Report.__dataclass_fields__
        if name not in ("side", "quarter", "ended", "leaked")
    ]
    for side in (WASHINGTON, HANOI):
        dossier = game.dossier(side)
        views = tuple(
            replace(
                view,
                fields={
                    name: value if name in build_climax.FIELDS else None
                    for name, value in view.fields.items()
                },
            )
            for view in dossier.views
        )
        reports = tuple(replace(one, **dict.fromkeys(free)) for one in dossier.reports)
        blind = replace(dossier, views=views, reports=reports)
        for place in range(len(reports)):
            assert build_climax.own(blind, place) == build_climax.own(dossier, place)
            assert build_climax.common(blind, place) == build_climax.common(
                game.dossier(1 - side), place
            )
    hidden = {name for name, field in FIELDS.items() if field.sight == "hidden"}
    assert not hidden & set(build_climax.FIELDS)
    assert "deaths_claimed" not in build_climax.FIELDS


def test_every_word_keeps_the_rule_and_praise_out() -> None:
    said = " ".join(
        f"{one.title} {one.sentence} {one.counted} {one.record}".lower()
        for occasion in MADE
        if (one := last(MADE[occasion](base())))
    )
    for word in (
        "belief",
        "probab",
        "resilien",
        "posture",
        "victory",
        "hero",
        "glor",
        "tons",
        "claimed",
        "bodies",
        "enemy",
    ):
        assert word not in said


def test_no_two_offensives_of_the_record_look_alike() -> None:
    dossier = recorded().dossier(WASHINGTON)
    every = [build_climax.common(dossier, place) for place in range(len(dossier.reports))]
    found = [one for one in every if one is not None and one.occasion == "offensive"]
    assert len(found) == 3
    assert len({one.picture for one in found}) == 3
    assert len({one.acts for one in found}) == 3
    first, _, third = found
    assert {sign.place for sign in first.acts.signs if sign.kind == "retaken"} == {"Huế"}
    assert {sign.place for sign in third.acts.signs if sign.kind == "retaken"} == {"Quảng Trị"}


def test_an_offensive_acts_by_what_both_sides_saw_of_it() -> None:
    struck = MADE["offensive"](base())
    plain_one = last(struck)
    assert plain_one is not None
    laos = last(with_acts(struck, 2, (WASHINGTON, "border", BorderCrossing.LAOS)))
    assert laos is not None
    gone = [way for way in plain_one.acts.thrusts if way not in laos.acts.thrusts]
    assert len(gone) == 2  # both ways through Laos; into I Corps units come over the border's end
    assert len(laos.acts.thrusts) == len(plain_one.acts.thrusts) - 1
    again = with_acts(struck, 0, (HANOI, "effort", Effort.OFFENSIVE))
    later = last(again)
    assert later is not None
    assert later.picture != plain_one.picture
    few = with_fields(with_fields(struck, 0, us_deaths=0), 1, us_deaths=9000)
    lesser, greater = (last(with_fields(few, 2, us_deaths=dead)) for dead in (9100, 90000))
    assert lesser is not None
    assert greater is not None
    assert 0 < len(lesser.acts.signs) < len(greater.acts.signs)
