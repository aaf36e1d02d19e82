"""Why a number changed: one sentence under each gauge, from the side's own views and report.

The sentence names what the side can know. Where several things push, the largest that can be seen
is named; what is hidden is left out, so a cause may be only part of the truth.
"""

from collections.abc import Callable
from typing import Final

from game.engine.board import HANOI, WASHINGTON
from game.engine.facts import Facts
from game.engine.ladders import (
    HAND_OVER_FAST,
    INTERDICTION,
    LAOS,
    MINING,
    NO_BORDER,
    OFFENSIVE,
    SLOTS,
)
from game.engine.view import Report, View
from game.words import plain
from game.words.happenings import act

STILL: Final = 0.005  # a change of a share below this is called none; half a per cent


def cause(gauge: str, before: View, after: View, report: Report, facts: Facts) -> str:
    """Return why ``gauge`` (a key of CAUSES) moved between two views of one side; ``facts`` are the
    numbers of the rules played."""
    return CAUSES[gauge](before, after, report, facts)


def _approval(before: View, after: View, report: Report, facts: Facts) -> str:
    step = after.approval - before.approval
    if step > 0.12:
        return "A new administration is given its season."
    if step > STILL:
        return _approval_up(after, report)
    if step < -STILL:
        return _approval_down(after, report)
    return "Nothing moved the country much."


def _approval_up(after: View, report: Report) -> str:
    if report.withdrawn >= 5:
        return f"{plain.thousand(report.withdrawn)} men came home."
    if act(after, HANOI, "effort") == OFFENSIVE or report.offensive_scale > 0.3:
        return "An attack makes the country close ranks, for a time."
    if act(after, WASHINGTON, "home") in (1, 2):
        return "Speeches and briefings told, for now."
    return "The dead of earlier quarters are less on people's minds."


def _approval_down(after: View, report: Report) -> str:
    if act(after, WASHINGTON, "home") == 3:
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
    if border != NO_BORDER and step > STILL:
        where = "Laos" if border == LAOS else "Cambodia"
        return f"The crossing into {where} brought crowds into the streets."
    if step > STILL:
        return f"It follows all the dead so far, now {after.us_deaths:,}; it is never reset."
    return f"{after.us_deaths:,} dead so far; few new ones were added."


def _capital(before: View, after: View, report: Report, facts: Facts) -> str:
    source = "Consent at home" if after.side == WASHINGTON else "The Politburo's unity"
    paid = round(float(after.payroll))
    parts = [f"{source} and the home front {'took' if paid < 0 else 'brought'} "
             f"{abs(paid) or 'nothing'}", f"orders cost {report.paid or 'nothing'}"]
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
        return "The other army set the pace of the fighting." if after.side == WASHINGTON else (
            "Our units set the pace of the fighting.")
    searching = int((after.acts[WASHINGTON][SLOTS[WASHINGTON]["ground"]] == 2).sum())
    if searching >= 2:
        where = "all" if searching == 4 else f"{plain.count(searching)} of the"
        return f"American units searched in {where} four corps."
    return "They follow the enemy's pace and the number of men exposed to it."


def _stability(before: View, after: View, report: Report, facts: Facts) -> str:
    step = after.stability - before.stability
    if step < -STILL:
        if report.withdrawn > 5:
            return "Saigon's generals watch the Americans leave."
        if report.tempo.sum() > 1.0:
            return "The fighting reaches the towns."
        return "It moves towards what American troops and Saigon's own army can carry."
    if step > STILL:
        return "American troops and a better army stand behind it."
    return "Nothing shook it and nothing mended it."


def _cohesion(before: View, after: View, report: Report, facts: Facts) -> str:
    step = after.cohesion - before.cohesion
    if step < -STILL:
        if report.own_deaths and report.own_deaths > 25_000:
            return f"{report.own_deaths:,} dead in a quarter are discussed behind closed doors."
        if _function(after) < 0.8:
            return "The ruin of the North weighs on those who govern it."
        if after.strain > 0.15:
            return "The enemy's pressure sets comrade against comrade."
        return "The demands made of the people find critics."
    if step > STILL:
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
    if act(after, WASHINGTON, "bombing") == MINING:
        return "The ports are mined, and the trail is bombed as well."
    if act(after, WASHINGTON, "border") == LAOS:
        return "Enemy columns stood on it for weeks."
    step = after.throughput - before.throughput
    trail = ("no", "light", "steady", "heavy", "saturation")[act(after, WASHINGTON, "trail")]
    moved = "gained on" if step > STILL else "lost to" if step < -STILL else "kept even with"
    return f"The road crews {moved} {trail} bombing."


def _ruin(before: View, after: View, report: Report, facts: Facts) -> str:
    step = _function(after) - _function(before)
    if step < -STILL:
        return f"{1000 * report.sorties:,.0f} sorties did more than crews could mend."
    if step > STILL:
        return "Crews mended more than was hit."
    return "What was hit was mended."


def _function(view: View) -> float:
    return float(view.function.mean())


def _preparation(before: View, after: View, report: Report, facts: Facts) -> str:
    if act(after, HANOI, "effort") == OFFENSIVE or report.offensive_scale > 0.2:
        return "The offensive has used up stores."
    step = after.preparation - before.preparation
    if step > STILL:
        return "Stores were laid up; the trail sets the pace."
    return "What was laid up is eaten." if step < -STILL else "Nothing is laid up."


def _quality(before: View, after: View, report: Report, facts: Facts) -> str:
    handing = act(after, WASHINGTON, "vietnamization")
    hasty = handing == HAND_OVER_FAST and report.withdrawn > facts.hasty
    if hasty or (handing and after.quality < before.quality):
        return "Handed over faster than units learn."
    if handing:
        return "Training and equipment tell, slowly."
    return "Without training it learns only from the war."


def _control(before: View, after: View, report: Report, facts: Facts) -> str:
    step = float(after.control.mean() - before.control.mean())
    if step > STILL:
        return "Hamlets were cleared and kept."
    return "The other side's pace undid the work." if step < -STILL else "No side gained ground."


def _aircraft(before: View, after: View, report: Report, facts: Facts) -> str:
    if report.sorties < 0.05:
        return "No sorties, no losses."
    over = act(after, WASHINGTON, "bombing") > INTERDICTION
    where = "over defended targets" if over else "over roads and bridges"
    return f"{1000 * report.sorties:,.0f} sorties were flown, {where}."


def _manpower(before: View, after: View, report: Report, facts: Facts) -> str:
    gone = plain.thousand(report.own_infiltration or 0.0)
    return f"A new class of conscripts came in; {gone} men went south."


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
