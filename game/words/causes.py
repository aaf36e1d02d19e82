"""Why a number changed: one sentence under each gauge, from the side's own views and report.

The sentence names what the side can know. Where several things push, the largest that can be seen
is named; what is hidden is left out, so a cause may be only part of the truth.
"""

from collections.abc import Callable
from typing import Final

from game.engine.board import HANOI, WASHINGTON
from game.engine.facts import Facts
from game.engine.ladders import (
    SLOTS,
    Bombing,
    BorderCrossing,
    Effort,
    GroundEffort,
    HomeFront,
    TrailBombing,
    Vietnamization,
    slot_of,
)
from game.engine.view import Report, View
from game.words import plain
from game.words.happenings import act

STILL: Final = 0.005  # a change of a share below this is called none; half a per cent
SEASON: Final = 0.12  # approval that only a new administration is lent in a quarter
SHOCK: Final = 0.3  # of a full offensive, from which a country closes ranks
FIERCE, CALM = 1.0, 0.35  # of a full effort: the pace of fighting that tells, and that does not
MANY_DEAD: Final = 500  # Americans in a quarter
DEAR: Final = 25_000  # of Hanoi's own in a quarter
DEMANDING: Final = 2  # the rung of its home front from which people feel it
PACIFY: Final = 1  # the rung of the ground effort that clears hamlets
TRAILS: Final = ("no", "light", "steady", "heavy", "saturation")
"""The trail's bombing by rung. Bounds are of the words; Calibrated by eye on walked wars."""


def cause(gauge: str, before: View, after: View, report: Report, facts: Facts) -> str:
    """Return why ``gauge`` (a key of CAUSES) moved between two views of one side; ``facts`` are the
    numbers of the rules played."""
    return CAUSES[gauge](before, after, report, facts)


def _approval(before: View, after: View, report: Report, facts: Facts) -> str:
    step = after.approval - before.approval
    if step > SEASON and report.offensive_scale <= SHOCK:
        return "A new administration is given its season."
    if step > STILL:
        return _approval_up(after, report)
    if step < -STILL:
        return _approval_down(after, report)
    return "Nothing moved the country much."


def _approval_up(after: View, report: Report) -> str:
    if report.withdrawn >= 5:
        return f"{plain.thousand(report.withdrawn)} men came home."
    if attacked(after) or report.offensive_scale > SHOCK:
        return "An attack makes the country close ranks, for a time."
    if act(after, WASHINGTON, "home") in (1, 2):
        return "Speeches and briefings told, for now."
    if after.us_deaths == report.us_deaths:
        return "The country has rallied a little."
    return "The dead of earlier quarters are less on people's minds."


def _approval_down(after: View, report: Report) -> str:
    if act(after, WASHINGTON, "home") == HomeFront.RESERVES:
        return "The call-up of the reserves reached every town."
    if report.us_deaths >= 500:
        return f"{report.us_deaths:,} Americans died in the quarter."
    if after.side == WASHINGTON and after.strain > 0.15:
        return "The enemy's pressure tells on the country."
    return "The credit of earlier quarters runs out."


def _opposition(before: View, after: View, report: Report, facts: Facts) -> str:
    step = after.opposition - before.opposition
    if step < -STILL:
        return "Outrage at past escalation fades; the dead are not forgotten."
    border = act(after, WASHINGTON, "border")
    if border != BorderCrossing.NONE and step > STILL:
        where = "Laos" if border == BorderCrossing.LAOS else "Cambodia"
        return f"The crossing into {where} brought crowds into the streets."
    if step > STILL:
        return f"It follows all the dead so far, now {after.us_deaths:,}; it is never reset."
    if report.us_deaths >= MANY_DEAD:
        return f"{after.us_deaths:,} dead so far; what else moves it kept the balance."
    return f"{after.us_deaths:,} dead so far; few new ones were added."


def _capital(before: View, after: View, report: Report, facts: Facts) -> str:
    source = "Consent at home" if after.side == WASHINGTON else "The Politburo's unity"
    paid = round(float(after.payroll))
    parts = [
        f"{source} and the home front {'took' if paid < 0 else 'brought'} {abs(paid) or 'nothing'}",
        f"decisions brought {-report.paid}"
        if report.paid < 0
        else f"orders cost {report.paid or 'nothing'}",
    ]
    if report.leaked[after.side]:
        parts.append(f"the leak cost {facts.leak_price:g}")
    return plain.sentence(plain.listing(parts))


def _troops(before: View, after: View, report: Report, facts: Facts) -> str:
    if report.sent > 0:
        return f"{plain.thousand(report.sent)} were sent."
    if report.withdrawn > 0:
        return f"{plain.thousand(report.withdrawn)} were withdrawn."
    return "Only losses were replaced."


def _deaths(before: View, after: View, report: Report, facts: Facts) -> str:
    pace = report.tempo.sum()
    if pace > 1.2:
        return (
            "The other army set the pace of the fighting."
            if after.side == WASHINGTON
            else ("Our units set the pace of the fighting.")
        )
    searching = int(
        (after.acts[WASHINGTON][SLOTS[WASHINGTON]["ground"]] == GroundEffort.SEARCH).sum()
    )
    if searching >= 2:
        where = "all" if searching == 4 else f"{plain.count(searching)} of the"
        return f"American units searched in {where} four corps."
    return "They follow the enemy's pace and the number of men exposed to it."


def _stability(before: View, after: View, report: Report, facts: Facts) -> str:
    step = after.stability - before.stability
    if step < -STILL:
        if report.withdrawn > 5:
            return "Saigon's generals watch the Americans leave."
        if report.tempo.sum() > FIERCE:
            return "The fighting wears it down."
        return "It moves towards what American troops and Saigon's own army can carry."
    if step > STILL:
        return _steadied(before, after, report)
    return "Nothing shook it and nothing mended it."


def _steadied(before: View, after: View, report: Report) -> str:
    if after.troops > before.troops:
        return "More American troops stand behind it."
    if after.side == WASHINGTON and after.quality > before.quality:
        return "A better army stands behind it."
    if report.tempo.sum() <= FIERCE:
        return "A quieter front lets it gather itself."
    return "It moves towards what American troops and Saigon's own army can carry."


def attacked(view: View) -> bool:
    """Whether an offensive was fought last quarter, in whatever corps."""
    return bool((view.acts[HANOI][SLOTS[HANOI]["effort"]] == Effort.OFFENSIVE).any())


def _cohesion(before: View, after: View, report: Report, facts: Facts) -> str:
    step = after.cohesion - before.cohesion
    if step < -STILL:
        if report.own_deaths and report.own_deaths > DEAR:
            return f"{report.own_deaths:,} dead in a quarter are discussed behind closed doors."
        if _function(after) < 0.8:
            return "The ruin of the North weighs on those who govern it."
        if after.strain > 0.15:
            return "The enemy's pressure sets comrade against comrade."
        home = after.reached[slot_of(HANOI, "home")] if after.side == HANOI else 0
        if home >= DEMANDING:
            return "The demands made of the people find critics."
        return "The comrades argue about where it is leading."
    if step > STILL:
        if report.own_deaths and report.own_deaths > DEAR:
            return "The collective draws together over its dead."
        return "Losses were bearable, and the collective draws together."
    return "Nothing divides the comrades more than before."


def _main_force(before: View, after: View, report: Report, facts: Facts) -> str:
    came, dead = report.own_infiltration or 0.0, report.own_deaths or 0
    return (
        f"{plain.thousand(came)} arrived down the trail; {dead:,} died, main force and "
        "guerrillas together."
    )


def _seen_force(before: View, after: View, report: Report, facts: Facts) -> str:
    return (
        f"An estimate, drawn anew each quarter; it may be {plain.part(facts.noise_force)} out, and "
        "more when the enemy prepares something."
    )


def _throughput(before: View, after: View, report: Report, facts: Facts) -> str:
    if act(after, WASHINGTON, "bombing") == Bombing.MINING:
        bombed = act(after, WASHINGTON, "trail") > TrailBombing.OFF
        also = ", and the trail is bombed as well" if bombed else ""
        return f"The ports are mined{also}."
    if act(after, WASHINGTON, "border") == BorderCrossing.LAOS:
        return "Enemy columns stood on it for weeks."
    step = after.throughput - before.throughput
    trail = TRAILS[act(after, WASHINGTON, "trail")]
    if trail == TRAILS[0]:
        return "Nothing was bombed there; the road crews set the pace."
    moved = "gained on" if step > STILL else "lost to" if step < -STILL else "kept even with"
    return f"The road crews {moved} {trail} bombing."


def _ruin(before: View, after: View, report: Report, facts: Facts) -> str:
    step = _function(after) - _function(before)
    flown = f"{1000 * report.sorties:,.0f}"
    if step < -STILL:
        return (
            f"{flown} sorties did more than crews could mend."
            if flown != "0"
            else ("What had been damaged went on failing.")
        )
    if step > STILL:
        return "Crews mended more than was hit." if flown != "0" else "Crews mended undisturbed."
    return "What was hit was mended." if flown != "0" else "Nothing was hit."


def _function(view: View) -> float:
    return float(view.function.mean())


def _preparation(before: View, after: View, report: Report, facts: Facts) -> str:
    step = after.preparation - before.preparation
    if step < -STILL and attacked(after):
        return "The offensive has used up stores."
    if attacked(after):
        return "What the offensive used up was laid up again."
    if step > STILL:
        return "Stores were laid up; the trail sets the pace."
    if step < -STILL:
        return "What was laid up is eaten."
    return "The stores stand as they stood." if after.preparation > STILL else "Nothing is laid up."


def _quality(before: View, after: View, report: Report, facts: Facts) -> str:
    handing = act(after, WASHINGTON, "vietnamization")
    hasty = handing == Vietnamization.HAND_OVER_FAST and report.withdrawn > facts.hasty
    if hasty or (handing and after.quality < before.quality):
        return "Handed over faster than units learn."
    if handing:
        return (
            "Training and equipment tell, slowly."
            if after.quality > before.quality
            else ("Training and equipment have yet to tell.")
        )
    return "Without training it learns only from the war."


def _control(before: View, after: View, report: Report, facts: Facts) -> str:
    step = float(after.control.mean() - before.control.mean())
    if step > STILL:
        ground = after.acts[WASHINGTON][SLOTS[WASHINGTON]["ground"]]
        return (
            "Hamlets were cleared and kept."
            if (ground == PACIFY).any()
            else ("The other side left more of the countryside alone.")
        )
    if step < -STILL:
        return (
            "The other side's pace undid the work."
            if report.tempo.sum() > CALM
            else ("Saigon's own hold slackened.")
        )
    return "No side gained ground."


def _aircraft(before: View, after: View, report: Report, facts: Facts) -> str:
    if report.sorties < 0.05:
        return "No sorties, no losses."
    over = act(after, WASHINGTON, "bombing") > Bombing.INTERDICTION
    where = "over defended targets" if over else "over roads and bridges"
    return f"{1000 * report.sorties:,.0f} sorties were flown, {where}."


def _manpower(before: View, after: View, report: Report, facts: Facts) -> str:
    gone = float(report.own_infiltration or 0.0)
    went = f"{plain.thousand(gone)} men went south" if gone > 0 else "nobody went south"
    if after.manpower - before.manpower + gone > 0:
        return f"New men came in; {went}."
    return plain.sentence(went)


CAUSES: Final[dict[str, Callable[[View, View, Report, Facts], str]]] = {
    "approval": _approval,
    "opposition": _opposition,
    "capital": _capital,
    "troops": _troops,
    "us_deaths": _deaths,
    "hanoi_deaths": _deaths,
    "stability": _stability,
    "cohesion": _cohesion,
    "main_force": _main_force,
    "seen_force": _seen_force,
    "throughput": _throughput,
    "function": _ruin,
    "preparation": _preparation,
    "quality": _quality,
    "control": _control,
    "aircraft": _aircraft,
    "manpower": _manpower,
}
"""The gauges that can be explained, and how."""
