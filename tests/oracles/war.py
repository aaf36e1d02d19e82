"""Plain-loop twins of the war's few subtle rules: one war, plain numbers and words, no arrays.

Written from the rules' docstrings and docs/war.md, ladder by ladder, so that a slip with axes,
rows or masks in the rulebook shows as a difference.
"""

import math
from dataclasses import dataclass
from typing import Any

from game.engine.board import CORPS, HANOI, WASHINGTON
from game.engine.ladders import LADDERS, SLOTS
from game.engine.prices import ACT, DOWN, UP
from game.engine.rules.ground import FULL_TROOPS
from game.engine.tables import Tables
from game.engine.world import FIELDS, World

OPENNESS = {"refuse": 0.0, "conditions": 0.25, "contacts": 0.75, "talks": 1.0}
Rungs = dict[str, Any]


@dataclass
class War:
    """One war as plain numbers: nested lists by field name."""

    fields: dict[str, Any]

    def __getattr__(self, name: str) -> Any:
        return self.__dict__["fields"][name]


def one_war(world: World, war: int) -> War:
    """Return one war of a world as plain numbers."""
    return War({name: getattr(world, name)[war].tolist() for name in FIELDS})


def in_words(side: int, row: list[int]) -> Rungs:
    """Return a row of rungs as numbers by ladder, a list of four where it is given by corps."""
    found: Rungs = {}
    for ladder in LADDERS[side]:
        part = row[SLOTS[side][ladder.name]]
        found[ladder.name] = part if ladder.by_corps else part[0]
    return found


def rung(side: int, ladder: str, name: str) -> int:
    """Return the number of a rung."""
    return next(one for one in LADDERS[side] if one.name == ladder).rungs.index(name)


# Escalation


def escalation(war: War, rungs: list[list[int]], troops: float) -> list[float]:
    """Return how far each side escalates; ``rungs`` by side."""
    washington, hanoi = (in_words(side, rungs[side]) for side in (0, 1))
    return [_washington_escalates(war, washington, troops), _hanoi_escalates(war, hanoi)]


def _highest(war: War, side: int) -> Rungs:
    last, before = (in_words(side, row[side]) for row in (war.reached, war.reached_before))
    return {
        name: [max(pair) for pair in zip(last[name], before[name], strict=True)]
        if isinstance(last[name], list)
        else max(last[name], before[name])
        for name in last
    }


def _washington_escalates(war: War, now: Rungs, troops: float) -> float:
    high = _highest(war, WASHINGTON)
    quiet = now["bombing"] <= rung(WASHINGTON, "bombing", "reconnaissance")
    for name in ("bombing", "trail", "cambodia", "border"):
        if now[name] > high[name]:
            return 1.0
    if now["line"] > high["line"] and not quiet:
        return 1.0
    if round(min(troops, war.troops + troops - war.peak), 3) >= 25:
        return 1.0
    if war.understanding == 1 and not quiet and now["line"] == rung(WASHINGTON, "line", "none"):
        return 1.0
    if war.understanding == 2 and not quiet:
        return 1.0
    return 1 / 3 if now["bombing"] > rung(WASHINGTON, "bombing", "interdiction") else 0.0


def _hanoi_escalates(war: War, now: Rungs) -> float:
    high = _highest(war, HANOI)
    main, offensive = (rung(HANOI, "effort", name) for name in ("main_force", "offensive"))
    if now["infiltration"] > high["infiltration"]:
        return 1.0
    for corps in range(4):
        if now["effort"][corps] >= main and now["effort"][corps] > high["effort"][corps]:
            return 1.0
    if war.understanding > 0 and offensive in now["effort"]:
        return 1.0
    return 1 / 3 if sum(effort >= main for effort in now["effort"]) >= 2 else 0.0


# Prices


def price(war: War, side: int, ladder: str, wanted: int, corps: int, tables: Tables) -> int:
    """Return the whole points that a rung costs a side."""
    standing, high = in_words(side, war.in_force[side])[ladder], _highest(war, side)[ladder]
    if isinstance(standing, list):
        standing, high = standing[corps], high[corps]
    if wanted == standing:
        return 0
    points = ACT[side][ladder][wanted] if ladder in ACT[side] else 0.0
    if wanted > standing:
        points += UP[side].get(ladder, 0.0) * (wanted - standing)
    else:
        points += DOWN[side].get(ladder, 0.0) * (standing - wanted)
    if _costs_more(side, ladder, wanted, high):
        points *= temptation(chance_to_escalate(war, side), tables)
    return round(points)  # half to even, as np.rint


def _costs_more(side: int, ladder: str, wanted: int, high: int) -> bool:
    if ladder == "troops":
        return wanted == rung(side, "troops", "in_fast")
    if ladder == "effort" and wanted < rung(side, "effort", "main_force"):
        return False
    return next(one for one in LADDERS[side] if one.name == ladder).war and wanted > high


def chance_to_escalate(war: War, side: int) -> float:
    """Return the rule's probability that a side escalates, at its nerve, on what it last saw."""
    enemy = 1 - side
    nerve = "dove" if war.nerve[side] == 1 else "hawk"
    shown = "open" if war.openness[enemy] >= 0.5 else "closed"
    chance: float = getattr(war, f"{nerve}_{shown}")[enemy]
    return chance


def temptation(chance: float, tables: Tables) -> float:
    """Return the factor on a price, 2 at no chance and .5 at certainty."""
    high, low = float(tables.constants.temptation_high), float(tables.constants.temptation_low)
    return float(high * math.pow(low / high, chance))


# The trail


def throughput(
    war: War,
    weather: float,
    function: list[float],
    washington: Rungs,
    hanoi: Rungs,
    luck: float,
    tables: Tables,
) -> float:
    """Return the trail's throughput after a quarter; ``function`` by zone, after the bombing."""
    constants = tables.constants
    left = 0.25 * function[0] + 0.45 * function[1] + 0.30 * function[2]
    level = float(constants.trail_best) - float(constants.trail_by_north) * (1 - left)
    bombed = float(constants.trail_bombing[washington["trail"]]) * (1 - weather / 2)
    level -= float(constants.trail_cut) * bombed
    if washington["bombing"] == rung(WASHINGTON, "bombing", "mining"):
        level -= float(constants.trail_by_mining)
    level -= float(constants.trail_by_border[washington["border"]])
    if hanoi["labour"] == rung(HANOI, "labour", "trail"):
        level += float(constants.trail_labour)
    return min(max((war.throughput + level) / 2 + 0.02 * luck, 0.05), 1.2)


# The table


def settlement(war: War, accepts: list[int]) -> list[int] | None:
    """Return the positions at which a war is settled, or None."""
    package = {side: war.tabled[side] for side in (0, 1)}
    signs = [accepts[side] and package[1 - side][0] >= 0 for side in (0, 1)]
    if not any(signs):
        return None
    if not all(signs):
        return list(package[1 - signs.index(True)])
    up = war.capital[HANOI] > war.capital[WASHINGTON]
    return [
        math.ceil((mine + theirs) / 2) if up else math.floor((mine + theirs) / 2)
        for mine, theirs in zip(package[0], package[1], strict=True)
    ]


# What is left of orders when the purse is short


def within_means(
    side: int,
    wanted: list[int],
    standing: list[int],
    legal: list[int],
    prices: list[int],
    capital: float,
) -> list[int]:
    """Return the rungs that are kept; ``legal`` and ``prices`` are the side's flat lists."""
    places, first = {}, 0
    for ladder in LADDERS[side]:
        for slot in range(SLOTS[side][ladder.name].start, SLOTS[side][ladder.name].stop):
            places[slot], first = first, first + len(ladder.rungs)
    kept = list(wanted)
    for slot, place in places.items():
        if not legal[place + kept[slot]]:
            kept[slot] = standing[slot]
    for slot in reversed(places):
        if sum(prices[place + kept[one]] for one, place in places.items()) <= capital:
            return kept
        kept[slot] = standing[slot]
    return kept


# Beliefs


@dataclass
class Shown:
    """What one quarter showed of one war: by side."""

    rungs: list[list[int]]
    channel: list[int]
    troops: float
    withdrawn: float
    there: float  # thousand men after the quarter's fighting
    weather: float
    opposition: float  # as it has just moved: consent is public
    escalation: list[float]
    scale: list[float]  # as the world saw it
    leaked: list[bool]


def logistic(odds: float) -> float:
    """Return 1 / (1 + exp(-odds))."""
    return 1 / (1 + math.exp(-odds))


def _ratio(one: float, other: float) -> float:
    edge = 1e-6
    return math.log(min(max(one, edge), 1 - edge)) - math.log(min(max(other, edge), 1 - edge))


def _faded(memory: float, half_life: float) -> float:
    return memory * 0.5 ** (1 / half_life)


def beliefs(war: War, shown: Shown, tables: Tables) -> dict[str, list[float]]:
    """Return the memories and beliefs about each side after a quarter."""
    found: dict[str, list[float]] = {}
    for side in (WASHINGTON, HANOI):
        for name, value in _about(war, shown, side, tables).items():
            found.setdefault(name, []).append(value)
    return found


def _about(war: War, shown: Shown, side: int, tables: Tables) -> dict[str, float]:
    """Return what the enemy of ``side`` remembers and believes of it after a quarter."""
    known = tables.beliefs
    meant = _meant(war, shown, side, tables)
    demonstrated = _faded(war.demonstrated[side], known.demonstration_half_life)
    demonstrated += _told_by_scale(war, shown, side, meant, tables)
    nerved = _faded(war.nerved[side], known.nerve_half_life)
    nerved += _told_by_answer(war, shown, side, tables)
    postured, suppressed = _postures(war, shown, side, tables)
    odds = _prior(shown, side, tables) + demonstrated + postured
    prior = tables.priors.dove[side]
    dove = math.log(prior / (1 - prior)) + nerved
    return {
        "demonstrated": demonstrated,
        "postured": postured,
        "suppressed": suppressed,
        "nerved": nerved,
        "novelty_spent": known.demonstration_fading * war.novelty_spent[side] + meant,
        "openness_settled": _settled(war, shown, side, tables),
        "belief_resilient": min(max(logistic(odds), known.least), known.most),
        "belief_dove": min(max(logistic(dove), known.least), known.most),
    }


def _prior(shown: Shown, side: int, tables: Tables) -> float:
    prior = tables.priors.resilient[side]
    odds = math.log(prior / (1 - prior))
    if side == WASHINGTON:
        constants = tables.constants
        odds -= float(constants.consent_seen) * (shown.opposition - float(constants.consent_rest))
    return odds


def _meant(war: War, shown: Shown, side: int, tables: Tables) -> float:
    constants = tables.constants
    now = in_words(side, shown.rungs[side])
    if side == HANOI:
        main, offensive = rung(side, "effort", "main_force"), rung(side, "effort", "offensive")
        launched = [corps for corps in range(len(CORPS)) if now["effort"][corps] == offensive]
        if launched and war.preparation > 0:
            force = max(sum(war.main_force), 1e-9)
            breadth = sum(war.main_force[corps] for corps in launched) / force
            return max(min(breadth / 0.6, 1.0), 0.3)
        return 0.1 if sum(effort >= main for effort in now["effort"]) >= 2 else 0.0
    before = in_words(side, war.reached[side])
    effect, line = constants.bombing_effect, constants.line_effect
    size = float(effect[now["bombing"]]) * float(line[now["line"]]) * (1 - shown.weather)
    was = float(effect[before["bombing"]]) * float(line[before["line"]])
    new = round(min(max(shown.troops, 0.0), war.troops + shown.troops - war.peak), 3)
    sent = max(new, 0.0) / float(constants.reinforcement_seen)
    return sent + max(size - was, 0.0) / float(constants.bombing_seen)


def _told_by_scale(war: War, shown: Shown, side: int, meant: float, tables: Tables) -> float:
    known, constants, scale = tables.beliefs, tables.constants, shown.scale[side]
    stale = 1 + war.novelty_spent[side]
    if side == WASHINGTON:
        size = float(constants.reinforcement_curve) * scale**2 / (1 + scale)
        told = float(constants.reinforcement_weight) * (1 - math.exp(-size)) / stale
        shown_before = war.demonstrated[side] / float(constants.reinforcement_most)
        told *= max(min(1 - shown_before, 1.0), 0.0)
        told += float(constants.presence_seen) * shown.there / FULL_TROOPS
        return told - float(constants.withdrawal_seen) * shown.withdrawn / 60
    high, low = meant, meant * known.low_share  # what either type mounts, with normal noise
    variance = known.scale_noise**2
    log_likelihood = ((scale - low) ** 2 - (scale - high) ** 2) / (2 * variance)
    return float(log_likelihood / stale)


def _told_by_answer(war: War, shown: Shown, side: int, tables: Tables) -> float:
    enemy, went = 1 - side, shown.escalation[side]
    posture = "open" if war.openness[enemy] >= 0.5 else "closed"
    dove, hawk = getattr(war, f"dove_{posture}")[enemy], getattr(war, f"hawk_{posture}")[enemy]
    told = went * _ratio(dove, hawk) + (1 - went) * _ratio(1 - dove, 1 - hawk)
    told *= tables.beliefs.nerve_weight
    enemy_now = in_words(enemy, shown.rungs[enemy])["posture"]
    if war.deadline[side] and went < 1 and enemy_now < 2:
        told += float(tables.constants.deadline_broken)
    return float(told)


def _postures(war: War, shown: Shown, side: int, tables: Tables) -> tuple[float, float]:
    known = tables.beliefs
    now = _openness(shown, side)
    rise = max(now - war.openness[side], 0.0)
    offered = 0.5 if _refused(war, shown, side) else 0.0
    fall = max(war.openness_settled[side] - now, offered - now, 0.0) if rise == 0 else 0.0
    opening = _ratio(war.open_high[side], war.open_low[side])
    closing = _ratio(1 - war.open_high[side], 1 - war.open_low[side])
    told = rise * opening + fall * closing
    told += known.standing_open * min(now, war.openness[side]) * opening
    if rise == 0 and fall == 0:
        told += known.standing_weight * (1 - now) * closing
    shield = _shield(war, shown.channel[side], tables)
    memory = _faded(war.postured[side], known.posture_half_life) + (1 - shield) * told
    kept = _faded(war.suppressed[side], known.posture_half_life) + shield * told
    return (memory + kept, 0.0) if shown.leaked[side] else (memory, kept)


def _openness(shown: Shown, side: int) -> float:
    ladder = next(one for one in LADDERS[side] if one.name == "posture")
    return OPENNESS[ladder.rungs[in_words(side, shown.rungs[side])["posture"]]]


def _refused(war: War, shown: Shown, side: int) -> bool:
    mine, theirs = (in_words(one, shown.rungs[one]) for one in (side, 1 - side))
    answers = theirs["message"] == rung(1 - side, "message", "offer") and mine["message"] == rung(
        side, "message", "answer"
    )
    return (war.offered[1 - side] == 1 or answers) and mine["posture"] < 2


def _shield(war: War, channel: int, tables: Tables) -> float:
    channels = tables.channels
    exists = channels.first[channel] <= war.quarter <= channels.last[channel]
    return float(channels.shield[channel]) if exists and not war.burnt[channel] else 0.0


def _settled(war: War, shown: Shown, side: int, tables: Tables) -> float:
    now = _openness(shown, side)
    before = war.openness_settled[side]
    return min(now, now - _faded(now - before, tables.beliefs.settling_half_life))
