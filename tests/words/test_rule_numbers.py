"""What play says of a rule is read from the rule: no sentence keeps a number of its own.

A campaign may change the constants; then every sentence that names one changes with it.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest

from game.campaign.loading import parse
from game.desk import build_gauges, build_orders
from game.desk.draft import Draft
from game.engine.board import HANOI, WASHINGTON
from game.engine.dossier import Dossier
from game.engine.facts import Facts, Refusal, facts_of
from game.engine.ladders import FLAT, FLAT_START, slot_of
from game.engine.orders import Orders, SideOrders
from game.engine.rules.ending import hazards
from game.engine.view import report, view
from game.engine.world import World
from game.record import Game
from game.words import channels, closing, counsel, danger, floors, plain, refusals
from tests.campaign.small import PATH, changed, small
from tests.engine.wars import ordered, quarter, start, tables

GAME = Path(__file__).parent.parent.parent / "game"
NUMBER: Final = re.compile(
    r"\d[\d,.]*\s*(men\b|thousand|main-force|per cent|points? of|in country|aircraft)"
    r"|\b(a|one|two|three|four|five|six|ten|twenty) points?\b"
    r"|\bpoints? \d|\b\d+ points\b"
    r"|\b(about|only|than) (half|a third|a quarter|a fifth|two thirds)\b"
    r"|\b(a third|a fifth|half|a quarter) (either way|of the (traffic|crews)|can be sent|out\b)"
    r"|\b(two|three|four) corps\b"
)
"""A number with a unit in which rules count, as a sentence would restate it."""

NO_RULE: Final = {
    "Covers about half of what the other side may conclude.": "a range in words, of the campaign's",
    "100 per cent": "the end of a scale of chances",
    "less than half": "a step of a scale of words",
    "more than half": "a step of a scale of words",
    " four corps.": "how many corps there are",
    "Mean of the four corps.": "how many corps there are",
}
"""Texts that only look as if they restated a rule, each with what its number is."""


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the texts of a module that are not documentation, with their lines."""
    tree = ast.parse(path.read_text("utf-8"))
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from [] if id(node) in documented else [(node.lineno, node.value)]


def restated(path: Path) -> list[str]:
    """Return the texts of a module that name a rule's number themselves."""
    return [
        f"line {line}: {text}"
        for line, text in sentences(path)
        if NUMBER.search(text) and not any(known in text for known in NO_RULE)
    ]


SPEAKING: Final = sorted(
    path
    for room in ("words", "desk", "text", "ui")
    for path in (GAME / room).rglob("*.py")
    if not path.name.startswith("messages_")  # what the governments wrote, not what rules say
)


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.relative_to(GAME).as_posix())
def test_no_sentence_of_play_keeps_a_number_of_a_rule(path: Path) -> None:
    assert restated(path) == [], "read it from dossier.facts (game/engine/facts.py)"


@pytest.mark.parametrize(
    "text",
    [
        "It takes 18,000 main-force men in the corps.",
        "Below 25 per cent the war could not go on.",
        "The channel is lost, and four points of capital with it.",
        "With a fifth either way.",
        "About half of the crews are taken prisoner.",
        "In two corps it is read as pressing the war.",
    ],
)
def test_the_search_for_restated_numbers_finds_them(text: str, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(f"TIP = {text!r}\n", "utf-8")
    assert restated(module) == [f"line 1: {text}"]


def war(**changes: Any) -> World:
    """Return a war in which every sentence has something to speak of."""
    world, made = start(), {}
    usual = {"troops": 40.0, "reserve": 2.0, "main_force": 10.0, "preparation": 0.2}
    for name, value in (usual | changes).items():
        old = getattr(world, name)
        made[name] = np.broadcast_to(np.asarray(value, dtype=old.dtype), old.shape).copy()
    return world.with_(capital=np.full((1, 2), 90.0), **made)


@cache
def _played() -> tuple[World, Any]:
    before = war()
    step = quarter(before, ordered(before, {"troops": "out_fast", "troops_number": -35.0}))
    return before, step


def dossier(side: int, **constants: Any) -> Dossier:
    """Return a side's papers on one quarter, with some constants of the campaign its own."""
    before, step = _played()
    rules = tables().with_constants(**constants)
    told = report(step.outcome, step.closing, side)
    views = tuple(view(world, side, rules) for world in (before, step.closing))
    own = of_side(ordered(before), side)
    return Dossier(side, rules, views, (replace(told, leaked=(True, True)),), (own,))


def of_side(orders: Orders, side: int) -> SideOrders:
    """Return one side's part of both sides' orders."""
    return SideOrders(
        orders.rungs[:, side],
        orders.troops,
        orders.channel[:, side],
        orders.terms[:, side],
        orders.accept[:, side],
    )


def said(side: int, known: Facts, papers: Dossier) -> dict[str, str]:
    """Return every sentence that may name a rule's number, by what it is said of."""
    found = {}
    for slot, rung in FLAT[side]:
        ladder = build_orders.ladder(Draft(papers), slot)
        found[f"rung {slot} {rung}"] = ladder.rungs[rung].risk
        for reason in Refusal:
            if fits(side, slot, rung, reason):
                told = refusals.sentence(papers, slot, rung, reason, 3)
                found[f"refused {slot} {rung} {reason.name}"] = told
    for dial in build_gauges.DIALS[side]:
        gauge = build_gauges.gauge(dial, papers)
        marks = [f"{mark.value:.4f} {mark.text}" for mark in gauge.thresholds]
        found[f"gauge {dial.id}"] = f"{gauge.tip} {gauge.error} {marks}"
        found[f"cause {dial.id}"] = gauge.cause
    found["counsel"] = " ".join(counsel.remarks(papers.view, known))
    found["exposed"] = channels.exposed(side, 2, 1, True, known)
    orders = replace(papers.orders[0], troops=np.array([-35.0]))
    found["irreversible"] = closing.irreversible(orders, papers.view, known)
    return found


def fits(side: int, slot: int, rung: int, reason: Refusal) -> bool:
    """Whether the menu could give ``reason`` for a rung."""
    at = {
        Refusal.FORCE: ({"border": 2, "troops": 0}, {"effort": 3})[side],
        Refusal.PREPARATION: ({}, {"effort": 3, "infiltration": 4})[side],
        Refusal.HELD: ({"bombing": 5, "trail": 3}, {"infiltration": 3})[side],
        Refusal.RESERVE: ({"troops": 3}, {})[side],
    }.get(reason)
    if at is None:
        return True
    return any(slot == slot_of(side, name) and rung == place for name, place in at.items())


CHANGED: Final = (
    ("consent_floor", WASHINGTON, 0.4, ("counsel", "gauge approval")),
    ("majority", WASHINGTON, 0.66, ("counsel",)),
    ("saigon_floor", WASHINGTON, 0.5, ("gauge stability",)),
    ("saigon_floor", HANOI, 0.5, ("gauge stability",)),
    ("saigon_stands", WASHINGTON, np.array([0.6, 0.1]), ("gauge stability",)),
    ("north_floor", HANOI, 0.4, ("counsel", "gauge cohesion")),
    ("launch_least", HANOI, 0.6, ("gauge preparation", "refused effort PREPARATION")),
    ("launch_force", HANOI, 44.0, ("rung effort 3", "refused effort FORCE")),
    ("prepared", HANOI, 0.2, ("rung preparation 1",)),
    ("launch_spends", HANOI, 0.7, ("rung effort 3",)),
    ("cross_force", WASHINGTON, 120.0, ("rung border 2", "refused border FORCE")),
    ("called_up", WASHINGTON, 300.0, ("rung home 3",)),
    ("returned_share", WASHINGTON, 0.25, ("irreversible",)),
    ("infiltration", HANOI, np.array([0.0, 3.0, 9.0, 21.0, 44.0]), ("rung infiltration 1",)),
    ("trail_cut", WASHINGTON, 0.5, ("rung trail 4",)),
    ("prisoners_per_aircraft", WASHINGTON, 0.9, ("gauge aircraft",)),
    ("surge_stocks", HANOI, 0.5, ("refused infiltration PREPARATION",)),
    ("leak_price", WASHINGTON, 7.0, ("exposed",)),
    ("leak_price", HANOI, 7.0, ("exposed",)),
    ("noise_force", WASHINGTON, 0.35, ("counsel", "gauge seen_force", "cause seen_force")),
)


@pytest.mark.parametrize(
    ("name", "side", "value", "where"), CHANGED, ids=[f"{row[0]}-{row[1]}" for row in CHANGED]
)
def test_a_campaign_with_its_own_constants_has_its_own_sentences(
    name: str, side: int, value: Any, where: tuple[str, ...]
) -> None:
    usual, own = dossier(side), dossier(side, **{name: value})
    before, after = (said(side, papers.facts, papers) for papers in (usual, own))
    changed = {key for key in before if before[key] != after[key]}
    assert {spot(side, key) for key in where} <= changed


def spot(side: int, key: str) -> str:
    """Return a sentence's key with its ladder's slot for its name."""
    if not key.startswith(("refused", "rung")):
        return key
    kind, name, what = key.split()
    rung = (
        f"{ ({'effort': 3, 'border': 2, 'infiltration': 4}[name]) } " if kind == "refused" else ""
    )
    return f"{kind} {slot_of(side, name)} {rung}{what}"


def test_every_number_that_play_speaks_of_has_a_sentence_that_changes_with_it() -> None:
    """Facts that no campaign can change, and those of the scoring of a rung's men, are named."""
    fixed = {"men_sent", "pressed_corps", "troops_limits", "troops_step", "hasty"}
    fixed |= {"reserve_least"}
    assert {row[0] for row in CHANGED} | fixed == set(Facts.__dataclass_fields__)


@pytest.mark.parametrize(
    ("name", "side", "value", "key"),
    [
        ("men_sent", WASHINGTON, 40.0, "rung troops 3"),
        ("pressed_corps", HANOI, 3, "rung effort 2"),
        ("troops_step", WASHINGTON, 10.0, "rung troops 3"),
        ("hasty", WASHINGTON, 60.0, "rung vietnamization 3"),
        ("leak_price", HANOI, 7.0, "cause capital"),
    ],
)
def test_what_no_campaign_changes_is_read_from_the_rules_all_the_same(
    name: str, side: int, value: Any, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = dossier(side)
    known = papers.facts
    before = said(side, known, papers)
    monkeypatch.setattr(Dossier, "facts", replace(known, **{name: value}))
    after = said(side, papers.facts, papers)
    assert before[spot(side, key)] != after[spot(side, key)]


@pytest.mark.parametrize(("field", "rung"), [("few", 3), ("many", 4)])
def test_a_short_reserve_is_told_with_what_the_rung_takes(field: str, rung: int) -> None:
    papers = dossier(WASHINGTON)
    told = refusals.sentence(papers, slot_of(WASHINGTON, "troops"), rung, Refusal.RESERVE, 9)
    least = plain.thousand(papers.facts.reserve_least[rung - 3])
    assert told == f"The services have fewer than {least} men left to send."


@pytest.mark.parametrize("side", [WASHINGTON, HANOI])
def test_a_rung_is_refused_in_words_exactly_when_the_menu_refuses_it(side: int) -> None:
    papers = dossier(side)
    draft = Draft(papers)
    for slot, rung in FLAT[side]:
        legal = papers.view.legal[FLAT_START[side, slot] + rung] == 1
        assert bool(draft.why_not(slot, rung)) != legal


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("consent_floor", 0.99, "Congress may end the war"),
        ("saigon_floor", 0.99, "Saigon may fall"),
        ("north_floor", 0.99, "The North may give way"),
    ],
)
def test_a_run_stops_where_the_campaign_s_own_floor_comes_near(
    name: str, value: float, text: str
) -> None:
    side = HANOI if name == "north_floor" else WASHINGTON
    calm, tense = dossier(side), dossier(side, **{name: value, "majority": 0.05})
    assert text in " ".join(one.name for one in danger.dangers(tense))
    assert text not in " ".join(one.name for one in danger.dangers(calm))


def test_a_campaign_file_s_own_constants_reach_its_sentences() -> None:
    written = parse((changed() + "\n[constants]\nlaunch_force = 44.0\n").encode(), PATH)
    told = []
    for campaign in (small(), written):
        draft = Draft(Game.new(campaign, seed=7).dossier(HANOI))
        slot = slot_of(HANOI, "effort")
        told.append(refusals.sentence(draft.dossier, slot, 3, Refusal.FORCE, 9))
        assert told[-1] in draft.why_not(slot, 3) or "Preparation" in draft.why_not(slot, 3)
    assert [text.partition(" main-force")[0] for text in told] == [
        "It takes 18,000",
        "It takes 44,000",
    ]


def test_saigon_s_floor_counts_the_people_it_controls_as_the_rule_does() -> None:
    known = facts_of(tables())
    for control in (0.0, 0.3, 0.9):
        world = war(stability=0.2, control=control)
        seen = view(world, WASHINGTON, tables())
        assert (floors.saigon(seen, known) < 0) == (hazards(world, tables())[0, 0] > 0)
        edge = floors.saigon_stability(seen, known)
        assert hazards(war(stability=edge + 1e-6, control=control), tables())[0, 0] == 0
