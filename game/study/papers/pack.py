"""The seminar's pack: everything on paper for one sitting of a campaign.

A folder a side, one for everybody, one for the facilitator. A side's folder holds its own brief
and nothing of the other side's ``secret_list``; the private types stand nowhere, or, where the
sitting's seed is named, on one sealed card a side. A pack is for one sitting, whose timetable is
the program's own. Every page is one HTML file that prints, on A4 or on Letter as it was asked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from game.campaign import Campaign, build
from game.engine.board import SIDES, WASHINGTON
from game.engine.facts import AIMS
from game.engine.ladders import LADDERS
from game.engine.view import View, view
from game.engine.world import FIELDS
from game.record.timetable import (
    PRESETS,
    Preset,
    length,
    quarters_a_turn,
    sits_first,
    timetable,
)
from game.study.debrief.forecasts import QUESTIONS, asked
from game.study.debrief.words import NAMES
from game.study.papers import pack_lesson, pack_questions, pack_sheets, pack_texts
from game.study.papers.export import model_parts, rendered
from game.study.papers.timetable import slot_words
from game.words import plain, terms
from game.words.rungs import rung_name

PEKING: Final = re.compile("Beijing")  # as it was called in English in those years
PAPERS: Final = {"a4": "A4", "letter": "letter"}  # CSS names of the two sizes of paper


@dataclass(frozen=True)
class Secret:
    """Something that only one government knows as the campaign opens."""

    term: str
    text: str


def files(
    campaign: Campaign, seed: int | None = None, preset: Preset | None = None, paper: str = "a4"
) -> Iterator[tuple[str, str]]:
    """Yield the pack's files, name and text, for one sitting: ``preset``, or the one made for this
    campaign. With a ``seed``, the one the sitting is played with, each side's sealed card too."""
    sitting = preset or preset_for(campaign)
    for name, text in _sheets(campaign, sitting, seed):
        yield name, text.replace(ANY_PAPER, f"size: {PAPERS[paper]}")


ANY_PAPER: Final = "size: auto"  # in the @page of every template: the printer's own paper


def preset_for(campaign: Campaign) -> Preset:
    """Return the sitting made for a campaign; for one that has none, the one whose turns come
    nearest to its quarters."""
    own = [preset for preset in PRESETS.values() if preset.campaign == campaign.name]
    quarters = campaign.quarters - campaign.start_index
    near = sorted(PRESETS.values(), key=lambda one: abs(one.turns * one.stride - quarters))
    return (own or near)[0]


def _sheets(campaign: Campaign, sitting: Preset, seed: int | None) -> Iterator[tuple[str, str]]:
    yield "everybody/rules.html", page(campaign, "rules", rules=pack_texts.RULES)
    yield (
        "everybody/questions.html",
        page(campaign, "questions", questions=pack_questions.QUESTIONS),
    )
    yield "everybody/channels.html", page(campaign, "channels", ways=pack_sheets.ways(campaign))
    for side, name in enumerate(SIDES):
        yield f"{name}/brief.html", brief(campaign, side)
        yield (
            f"{name}/roles.html",
            page(campaign, "roles", side=NAMES[name], roles=pack_texts.ROLES[side]),
        )
        yield (
            f"{name}/orders.html",
            page(campaign, "menu", side=NAMES[name], ladders=pack_sheets.menu(campaign, side)),
        )
        yield (
            f"{name}/table.html",
            page(campaign, "table", side=NAMES[name], issues=pack_sheets.table(campaign)),
        )
        yield f"{name}/decisions.html", decisions(campaign, side, sitting)
        if seed is not None:
            yield f"{name}/card-sealed.html", card(campaign, side, seed)
        yield f"facilitator/grading-{name}.html", grading(campaign, side, sitting)
    yield "facilitator/lesson-plan.html", lesson(campaign, sitting)
    yield "facilitator/guide.html", guide(campaign, sitting, seed)
    yield "facilitator/slides.html", slides(campaign, sitting)
    yield (
        "facilitator/model-after-play.html",
        page(campaign, "model_sheet", questions=pack_questions.QUESTIONS, **model_parts()),
    )
    yield "facilitator/answers.csv", f"{','.join(pack_questions.HEADER)}\n"


def page(campaign: Campaign, template: str, **values: Any) -> str:
    """Return one page of the pack."""
    return rendered(f"pack_{template}.html", campaign=campaign.title, **values)


# A side's own


def brief(campaign: Campaign, side: int) -> str:
    """Return a side's private brief."""
    return page(
        campaign,
        "brief",
        side=NAMES[SIDES[side]],
        aim=pack_texts.AIMS[side],
        when=plain.quarter_words(campaign.start),
        text=briefing(campaign, side),
        weights=weights(campaign, side),
        secrets=secret_list(campaign, side),
        points=f"{AIMS:g}",
        ideal="0" if side == WASHINGTON else "3",
    )


def briefing(campaign: Campaign, side: int) -> str:
    """Return a side's briefing without what tells the rule, in the names of those years."""
    return PEKING.sub("Peking", pack_sheets.without_rule(campaign.briefing(side)))


def weights(campaign: Campaign, side: int) -> str:
    """Return what each issue is worth to a side, of 60 points, the weightiest first."""
    shares = build(campaign)[0].scoring.issue_weights[side]
    order = sorted(range(len(shares)), key=lambda issue: -float(shares[issue]))
    return plain.listing([f"{terms.ISSUE_TITLES[i]} {60 * float(shares[i]):.0f}" for i in order])


def secret_list(campaign: Campaign, side: int) -> tuple[Secret, ...]:
    """Return what only one government knows as the campaign opens, its private types left out.

    Estimates of the enemy are not listed: they are drawn anew for each game.
    """
    tables, world = build(campaign)
    seen = view(world, side, tables)
    own = WASHINGTON_KNOWS if side == WASHINGTON else HANOI_KNOWS
    return tuple(
        Secret(PEKING.sub("Peking", FIELDS[name].meaning), _said(seen, name)) for name in own
    )


WASHINGTON_KNOWS: Final = ("reserve", "arvn", "quality", "control", "capital")
HANOI_KNOWS: Final = (
    "main_force",
    "guerrillas",
    "manpower",
    "cadres",
    "throughput",
    "sanctuary",
    "air_defence",
    "aid_moscow",
    "aid_beijing",
    "cohesion",
    "preparation",
    "capital",
)


def _said(seen: View, name: str) -> str:
    field, value = FIELDS[name], seen.fields[name]
    if field.axes == "C" and field.unit == "thousand men":
        return "; ".join(
            f"{corps} Corps {plain.thousand(float(one))}"
            for corps, one in zip(("I", "II", "III", "IV"), value, strict=True)
        )
    if field.unit == "thousand men":
        return f"{plain.thousand(float(value.sum()))} men"
    if field.axes == "C":
        return "; ".join(
            f"{corps} Corps {plain.percent(float(one))}"
            for corps, one in zip(("I", "II", "III", "IV"), value, strict=True)
        )
    if field.unit == "points":
        return f"{float(value):.0f} points"
    return plain.percent(float(value))


def decisions(campaign: Campaign, side: int, sitting: Preset) -> str:
    """Return a side's decision sheets, one for every turn: every ladder with its rungs, a reason
    and forecasts."""
    ladders = [
        (
            ladder.title,
            ladder.by_corps,
            [rung_name(side, ladder.name, rung) for rung in range(len(ladder.rungs))],
        )
        for ladder in LADDERS[side]
    ]
    return page(
        campaign,
        "decisions",
        side=NAMES[SIDES[side]],
        ladders=ladders,
        enemy=NAMES[SIDES[1 - side]],
        questions={key: asked(key, 1 - side) for key in QUESTIONS},
        sheets=turns(campaign, sitting),
        issues=terms.ISSUE_TITLES,
    )


def card(campaign: Campaign, side: int, seed: int) -> str:
    """Return a side's sealed card: what it is, in the game played with ``seed``."""
    world = build(campaign, seed)[1]
    texts = pack_texts.CARDS[side]
    said = [texts[kind, int(getattr(world, kind)[0, side])] for kind in ("resilience", "nerve")]
    return page(campaign, "card", side=NAMES[SIDES[side]], texts=said)


# The facilitator's


def turns(campaign: Campaign, sitting: Preset) -> list[tuple[int, str, str]]:
    """Return a sitting's turns: the number, the quarters it decides, and who sits first."""
    made = []
    for number in range(sitting.turns):
        first = campaign.start_index + number * sitting.stride
        last = min(first + sitting.stride, campaign.quarters) - 1
        if first > last:
            break
        names = [plain.quarter_title(campaign.quarter(one)) for one in dict.fromkeys((first, last))]
        made.append((number + 1, " and on to ".join(names), NAMES[SIDES[sits_first(number)]]))
    return made


def lesson(campaign: Campaign, sitting: Preset) -> str:
    """Return the lesson plan on one page."""
    return page(
        campaign,
        "lesson",
        sitting=sitting,
        rows=rows(sitting),
        aims=pack_lesson.AIMS,
        reading=pack_lesson.READING,
        says=pack_lesson.SAY,
        asks=pack_lesson.ASK,
    )


def rows(sitting: Preset) -> list[tuple[int, int, str]]:
    """Return a sitting's timetable, minutes and what they are for, as every screen tells it."""
    return [(slot.first, slot.last, slot_words(sitting, slot)) for slot in timetable(sitting)]


def guide(campaign: Campaign, sitting: Preset, seed: int | None) -> str:
    """Return the facilitator's guide: what to prepare, the timetable, the keys, what to discuss."""
    return page(
        campaign,
        "guide",
        name=campaign.name,
        seed=seed,
        sitting=sitting,
        rows=rows(sitting),
        steps=pack_texts.STEPS,
        discussion=pack_texts.DISCUSSION,
        questions=pack_questions.QUESTIONS,
    )


def grading(campaign: Campaign, side: int, sitting: Preset) -> str:
    """Return a side's grading sheet: its reasons and forecasts turn by turn, and the rubric."""
    return page(
        campaign,
        "grading",
        side=NAMES[SIDES[side]],
        rubric=pack_lesson.RUBRIC,
        sheets=turns(campaign, sitting),
    )


def slides(campaign: Campaign, sitting: Preset) -> str:
    """Return ten slides, five for before play and five for after it."""
    told = {
        "title": campaign.title,
        "turns": sitting.turns,
        "turn": sitting.turn,
        "stride": quarters_a_turn(sitting.stride),
        "argument": plain.capital(length(sitting.argument)),
        "keyboard": length(sitting.keyboard),
    }
    made = [
        (slide.title, [line.format(**told) for line in slide.lines], slide.after)
        for slide in pack_lesson.SLIDES
    ]
    return page(campaign, "slides", slides=made)
