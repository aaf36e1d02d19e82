"""From a campaign to what the engine plays: Tables, and a World of one war.

A scenario opens with the world that its base's recorded orders lead to with neutral luck; nothing
of it is copied into the scenario's file.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from game.campaign.campaign import Campaign
from game.campaign.days import NEVER, quarter_of
from game.campaign.dilemmas import dilemmas_of
from game.campaign.given import AT_REST, NEEDED, PEOPLE, names_along, standard
from game.engine.board import CORPS, HANOI, ISSUES, SIDES, WASHINGTON, Floats, Ints
from game.engine.constants import Constants
from game.engine.ladders import FLAT, LADDERS, SLOTS, L, Ladder, PatronLean, R, ladder_of_slot
from game.engine.resolve import prepare
from game.engine.rules.dilemmas import ask
from game.engine.score import losses
from game.engine.start import begin, draw_tilts, draw_types
from game.engine.tables import EFFECTS, Channels, Priors, Scoring, Tables
from game.engine.world import FIELDS, World

if TYPE_CHECKING:
    from game.campaign.schema import EventPart, PriorsPart, Types
    from game.campaign.schema_rules import ScoringPart

RENEWAL: Final = "new_administration"


def build(
    campaign: Campaign,
    seed: int | None = None,
    types: Ints | None = None,
    tilt: Floats | None = None,
) -> tuple[Tables, World]:
    """Return the tables and the start of one war.

    ``types`` (2, S), resilience and nerve, are used if given; else they are drawn from the priors
    with ``seed``; without either they are those on record. ``tilt`` (S, I), what each side
    privately cares for, likewise; without either nobody cares for anything but what it says.
    """
    tables, world = opening(campaign)
    if types is None:
        seeds = None if seed is None else np.array([seed], dtype=np.int64)
        types = recorded_types(campaign) if seeds is None else draw_types(seeds, tables)[0]
    if seed is not None and tilt is None:
        tilt = draw_tilts(np.array([seed], dtype=np.int64), tables)[0]
    if tilt is not None:
        world = prepare(world.with_(tilt=tilt[None]), tables)
    known = np.asarray(types, dtype=np.int64)
    if (known[0] == world.resilience[0]).all() and (known[1] == world.nerve[0]).all():
        return tables, world
    return tables, prepare(world.with_(resilience=known[:1], nerve=known[1:]), tables)


def opening(campaign: Campaign) -> tuple[Tables, World]:
    """Return the tables and the start with the types on record."""
    from game.campaign.history import leads_to  # the record is played with tables built here

    if campaign.scenario is None:
        return _first_opening(campaign)
    world = leads_to(campaign.base, campaign.start_index)
    tables = replace(tables_of(campaign), scoring=scoring_of(_scoring(campaign), losses(world)[0]))
    types = recorded_types(campaign)
    world = prepare(world.with_(resilience=types[:1], nerve=types[1:]), tables)
    return tables, ask(world, tables)


def _first_opening(campaign: Campaign) -> tuple[Tables, World]:
    tables = tables_of(campaign)
    world = ask(begin(start_fields(campaign), recorded_types(campaign), tables), tables)
    return replace(tables, scoring=scoring_of(_scoring(campaign), losses(world)[0])), world


def tables_of(campaign: Campaign) -> Tables:
    """Return the tables, with nothing yet counted as lost before the start."""
    return Tables(
        first=campaign.first,
        quarters=campaign.quarters,
        channels=channels_of(campaign),
        events=effects(campaign, campaign.file.events),
        priors=priors_of(campaign),
        scoring=scoring_of(_scoring(campaign), np.zeros((2, 4))),
        allowed=allowed_of(campaign),
        constants=constants_of(campaign),
        dilemmas=dilemmas_of(campaign),
    )


def channels_of(campaign: Campaign) -> Channels:
    """Return the channels, public speech first; a channel's span is in counted quarters."""
    rows = campaign.file.channels
    return Channels(
        ids=campaign.channel_ids,
        names=("In public", *(row.name for row in rows)),
        first=np.array([0, *(campaign.index(row.first) for row in rows)], dtype=np.int64),
        last=np.array([10**6, *(campaign.index(row.last) for row in rows)], dtype=np.int64),
        shield=np.array([0.0, *(row.shield for row in rows)]),
        guarantee=np.array([0.0, *(row.guarantee for row in rows)]),
        leak=np.array([0.0, *(row.leak for row in rows)]),
        access=np.array(
            [
                [1.0, *(row.access_washington for row in rows)],
                [1.0, *(row.access_hanoi for row in rows)],
            ]
        ),
    )


def effects(campaign: Campaign, events: "list[EventPart]") -> Floats:
    """Return (E, Q) what ``events`` do, by counted quarter; detente is the level in force."""
    amounts = np.zeros((len(EFFECTS), campaign.quarters))
    level = np.full(campaign.quarters, np.nan)
    for event in sorted(events, key=lambda event: event.date):
        quarter = campaign.index(quarter_of(event.date))
        if quarter >= campaign.quarters:
            continue
        for effect in event.effects:
            if effect.what == "detente":
                level[quarter] = effect.amount
            else:
                amounts[EFFECTS.index(effect.what), quarter] += effect.amount
    start = campaign.file.start.detente or 0.0
    amounts[EFFECTS.index("detente")] = _held(level, start)
    return amounts


def _held(level: Floats, start: float) -> Floats:
    """Return (Q,) each quarter's level: the last one set, ``start`` before the first."""
    held, now = level.copy(), start
    for quarter, value in enumerate(level):
        now = now if np.isnan(value) else float(value)
        held[quarter] = now
    return held


def known_effects(campaign: Campaign, side: int, quarter: int) -> Floats:
    """Return (E, Q) the effects of the events that ``side`` knows of by a counted quarter."""
    name = campaign.quarter(quarter)
    return effects(campaign, [event for event in campaign.file.events if _knows(event, side, name)])


def _knows(event: "EventPart", side: int, quarter: str) -> bool:
    if event.announced is not None and quarter_of(event.announced) <= quarter:
        return True
    known = getattr(event, f"known_{SIDES[side]}")
    return bool(known != NEVER and quarter_of(known) <= quarter)


def renewed_by(campaign: Campaign, quarter: int) -> bool:
    """Whether a new administration has come in before a counted quarter."""
    row = effects(campaign, campaign.file.events)[EFFECTS.index(RENEWAL)]
    return bool((row[:quarter] > 0).any())


def priors_of(campaign: Campaign) -> Priors:
    """Return the priors; of an administration that came in before the start, its own."""
    own = campaign.scenario.priors if campaign.scenario else None
    part: PriorsPart = own or campaign.file.priors
    renewed = renewed_by(campaign, campaign.start_index) and own is None
    dove = part.washington_dove_new_administration if renewed else part.washington_dove
    return Priors(
        resilient=(part.washington_resilient, part.hanoi_resilient),
        dove=(dove, part.hanoi_dove),
        dove_renewed=part.washington_dove_new_administration,
    )


def recorded_types(campaign: Campaign) -> Ints:
    """Return (2, S) the types on record at the campaign's start: resilience, nerve."""
    own = campaign.scenario.types if campaign.scenario else None
    part: Types = own or campaign.file.types
    renewed = renewed_by(campaign, campaign.start_index) and own is None
    nerve = part.washington.nerve_new_administration if renewed else part.washington.nerve
    return np.array(
        [
            [part.washington.resilience == "high", part.hanoi.resilience == "high"],
            [nerve == "dove", part.hanoi.nerve == "dove"],
        ],
        dtype=np.int64,
    )


def recorded_nerve_anew(campaign: Campaign) -> str:
    """Return the nerve on record of the administration that comes in during the campaign."""
    own = campaign.scenario.types if campaign.scenario else None
    nerve: str = (own or campaign.file.types).washington.nerve_new_administration
    return nerve


def _scoring(campaign: Campaign) -> "ScoringPart":
    own = campaign.scenario.scoring if campaign.scenario else None
    return own or campaign.file.scoring


def scoring_of(part: "ScoringPart", base: Floats) -> Scoring:
    """Return the scoring tables; ``base`` (S, 4) is what had been lost before the start."""
    sides = (WASHINGTON, HANOI)
    issues = [
        [getattr(getattr(part.issues, SIDES[side]), name) for name in ISSUES] for side in sides
    ]
    people = [
        [getattr(getattr(part.people, SIDES[side]), name) for name in PEOPLE[side]]
        for side in sides
    ]
    worst = [
        [getattr(getattr(part.worst, SIDES[side]), name) for name in PEOPLE[side]] for side in sides
    ]
    return Scoring(np.array(issues), np.array(people), np.array(worst), base)


def allowed_of(campaign: Campaign) -> Ints:
    """Return (S, R) 1 for each rung on offer; a ladder not named is offered whole."""
    allowed = np.ones((2, R), dtype=np.int64)
    for file in (campaign.file, campaign.scenario):
        for side in (WASHINGTON, HANOI):
            part = getattr(file.offered, SIDES[side]) if file else None
            for place, (slot, rung) in enumerate(FLAT[side]):
                ladder, _ = ladder_of_slot(side, slot)
                words = getattr(part, ladder.name, None)
                if words is not None:
                    allowed[side, place] = ladder.rungs[rung] in words
    return allowed


def constants_of(campaign: Campaign) -> Constants:
    """Return the game's constants with the file's own put over them."""
    given: dict[str, Any] = dict(campaign.file.constants)
    given |= campaign.scenario.constants if campaign.scenario else {}
    shaped = {name: _shaped(name, value) for name, value in given.items()}
    return replace(Constants(), **shaped)


def _shaped(name: str, value: Any) -> Any:
    return np.asarray(value, dtype=np.float64) if np.ndim(standard(name)) else float(value)


def start_fields(campaign: Campaign) -> dict[str, Any]:
    """Return the fields of ``[start]`` as the engine takes them, without the N axis."""
    start = campaign.file.start
    fields: dict[str, Any] = {"in_force": in_force_of(start.in_force)}
    for name in (*NEEDED, *AT_REST):
        value = getattr(start, name)
        names = names_along(FIELDS[name])
        if value is not None:
            fields[name] = value if names is None else [getattr(value, key) for key in names]
    return fields


def in_force_of(part: Any) -> Ints:
    """Return (S, L) the rungs in force; a ladder not named stands at its lowest standing rung,
    patrons in balance."""
    rungs = np.zeros((2, L), dtype=np.int64)
    for side in (WASHINGTON, HANOI):
        given = getattr(part, SIDES[side])
        for ladder in LADDERS[side]:
            word = getattr(given, ladder.name)
            words = [getattr(word, corps, None) for corps in CORPS] if ladder.by_corps else [word]
            rungs[side, SLOTS[side][ladder.name]] = [_stands(ladder, word) for word in words]
    return rungs


def _stands(ladder: Ladder, word: str | None) -> int:
    if word is None:
        return PatronLean.BALANCE if ladder.name == "patrons" else ladder.standing(0)
    return ladder.standing(ladder.rungs.index(word))
