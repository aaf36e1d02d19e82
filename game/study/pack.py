"""The seminar's pack: everything on paper for one sitting of a campaign.

A folder a side, one for everybody, one for the facilitator. A side's folder holds its own brief
and nothing of the other side's ``secret_list``; the private types stand nowhere, or, where the
sitting's seed is named, on one sealed card a side. Every page is one HTML file that prints on A4
and Letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from game.campaign import Campaign, build
from game.engine.board import HANOI, SIDES, WASHINGTON
from game.engine.facts import AIMS
from game.engine.ladders import LADDERS
from game.engine.view import View, view
from game.engine.world import FIELDS
from game.record.timetable import PRESETS, Preset
from game.study import pack_questions, pack_texts
from game.study.debrief_words import NAMES
from game.study.export import model_parts, rendered
from game.study.forecasts import QUESTIONS, asked
from game.words import plain, terms
from game.words.rungs import rung_name

INTRODUCED: Final = 0.15  # share of a sitting before play begins, at least; Calibrated by hand
SHEETS: Final = 4  # decision sheets printed on a side's pages; copied as needed
THIRD: Final = 3  # one part in so many of a sitting, at least, is the debrief


@dataclass(frozen=True)
class Secret:
    """Something that only one government knows as the campaign opens."""

    term: str
    text: str


@dataclass(frozen=True)
class Line:
    """A line of the facilitator's timeline: minutes from and to, what it is, what to do."""

    first: int
    last: int
    part: str
    steps: tuple[str, ...]


def files(campaign: Campaign, seed: int | None = None) -> Iterator[tuple[str, str]]:
    """Yield the pack's files, name and text. With a ``seed``, the one the sitting is played with,
    each side's sealed card too."""
    yield "everybody/rules.html", page(campaign, "rules", rules=pack_texts.RULES)
    yield "everybody/questions.html", page(campaign, "questions",
                                           questions=pack_questions.QUESTIONS)
    for side, name in enumerate(SIDES):
        yield f"{name}/brief.html", brief(campaign, side)
        yield f"{name}/roles.html", page(campaign, "roles", side=NAMES[name],
                                         roles=pack_texts.ROLES[side])
        yield f"{name}/decisions.html", decisions(campaign, side)
        if seed is not None:
            yield f"{name}/card-sealed.html", card(campaign, side, seed)
    yield "facilitator/guide.html", guide(campaign, seed)
    yield "facilitator/model-after-play.html", page(
        campaign, "model_sheet", questions=pack_questions.QUESTIONS, **model_parts())
    yield "facilitator/answers.csv", f"{','.join(pack_questions.HEADER)}\n"


def page(campaign: Campaign, template: str, **values: Any) -> str:
    """Return one page of the pack."""
    return rendered(f"pack_{template}.html", campaign=campaign.title, **values)


# A side's own

def brief(campaign: Campaign, side: int) -> str:
    """Return a side's private brief."""
    return page(
        campaign, "brief", side=NAMES[SIDES[side]], aim=pack_texts.AIMS[side],
        when=plain.quarter_words(campaign.start), text=campaign.briefing(side),
        weights=weights(campaign, side), secrets=secret_list(campaign, side),
        points=f"{AIMS:g}", ideal="0" if side == WASHINGTON else "3",
    )  # fmt: skip


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
    return tuple(Secret(FIELDS[name].meaning, _said(seen, name)) for name in own)


WASHINGTON_KNOWS: Final = ("reserve", "arvn", "quality", "control", "capital")
HANOI_KNOWS: Final = (
    "main_force", "guerrillas", "manpower", "cadres", "throughput", "sanctuary", "air_defence",
    "aid_moscow", "aid_beijing", "cohesion", "preparation", "capital",
)  # fmt: skip


def _said(seen: View, name: str) -> str:
    field, value = FIELDS[name], seen.fields[name]
    if field.unit == "thousand men":
        return f"{plain.thousand(float(value.sum()))} men"
    if field.axes == "C":
        return "; ".join(f"{corps} Corps {plain.percent(float(one))}"
                         for corps, one in zip(("I", "II", "III", "IV"), value, strict=True))
    if field.unit == "points":
        return f"{float(value):.0f} points"
    return plain.percent(float(value))


def decisions(campaign: Campaign, side: int) -> str:
    """Return a side's decision sheets: every ladder with its rungs, a reason and forecasts."""
    ladders = [(ladder.title, ladder.by_corps,
                [rung_name(side, ladder.name, rung) for rung in range(len(ladder.rungs))])
               for ladder in LADDERS[side]]
    return page(campaign, "decisions", side=NAMES[SIDES[side]], ladders=ladders,
                enemy=NAMES[SIDES[1 - side]],
                questions={key: asked(key, 1 - side) for key in QUESTIONS},
                sheets=range(1, SHEETS + 1), issues=terms.ISSUE_TITLES)  # fmt: skip


def card(campaign: Campaign, side: int, seed: int) -> str:
    """Return a side's sealed card: what it is, in the game played with ``seed``."""
    world = build(campaign, seed)[1]
    texts = pack_texts.CARDS[side]
    said = [texts[kind, int(getattr(world, kind)[0, side])] for kind in ("resilience", "nerve")]
    return page(campaign, "card", side=NAMES[SIDES[side]], texts=said)


# The facilitator's

def guide(campaign: Campaign, seed: int | None) -> str:
    """Return the facilitator's guide: timelines, what to prepare, what to discuss."""
    return page(campaign, "guide", name=campaign.name, seed=seed,
                timelines=[(preset, timeline(preset)) for preset in PRESETS.values()],
                discussion=pack_texts.DISCUSSION, questions=pack_questions.QUESTIONS,
                sides=[NAMES[SIDES[side]] for side in (WASHINGTON, HANOI)])  # fmt: skip


def timeline(preset: Preset) -> tuple[Line, ...]:
    """Return the hour of a sitting, minute by minute; at least a third is the debrief."""
    debrief = max(ceil(preset.minutes / THIRD), preset.debrief)
    begins = min(max(ceil(preset.minutes * INTRODUCED), 1), preset.minutes - debrief)
    rings = preset.minutes - debrief
    return (
        Line(0, begins, "Before play", pack_texts.STEPS["before"]),
        Line(begins, rings, "Play", pack_texts.STEPS["play"]),
        Line(rings, preset.minutes, "Debrief", pack_texts.STEPS["debrief"]),
    )
